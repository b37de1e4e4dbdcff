// What a person answered to the questions of a merge, as a page sends it.
import * as z from 'zod/mini';
import type { Resolution } from '../../log/index.ts';
import { recordOf } from '../record-schema.ts';

const choiceSchema = z.custom<Resolution>(
  (choice) =>
    choice === 'file' ||
    choice === 'register' ||
    typeof (choice as Partial<Exclude<Resolution, string>> | null)?.text === 'string',
);

export const answersSchema = z.optional(recordOf(z.object({ seal: z.string(), choice: choiceSchema })));
