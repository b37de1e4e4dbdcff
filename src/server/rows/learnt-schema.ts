// What a page asks to be written down of an experiment.

import * as z from 'zod/mini';
import { ENTRY_KINDS } from '../../domain/learnt/entry-kinds.ts';
import { experimentSchema } from './experiment-schema.ts';

/** A new pattern or rule, or the experiment as evidence of one that is there. */
export const learntSchema = z.object({
  kind: z.enum(ENTRY_KINDS),
  entry: z.optional(experimentSchema),
  evidenceOf: z.optional(z.string()),
});
export type Learnt = z.infer<typeof learntSchema>;
