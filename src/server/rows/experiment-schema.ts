// An experiment as a page sends it.
import * as z from 'zod/mini';
import { FIELDS, type FieldKey, hasField } from '../../domain/experiment/template.ts';

/** An experiment as text, whatever it says. */
export const experimentSchema = z.object(
  // A page that was opened before its register had a field does not know it.
  Object.fromEntries(
    FIELDS.map(({ key }) => [key, hasField(key, []) ? z.string() : z._default(z.string(), '')]),
  ) as Record<FieldKey, z.ZodMiniString>,
);
