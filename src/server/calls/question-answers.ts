// What a person answered to the questions of a merge, as a page sends it.
import * as z from 'zod/mini';

const choiceSchema = z.union([z.enum(['file', 'register']), z.object({ text: z.string() })]);

export const answersSchema = z.optional(z.record(z.string(), z.object({ seal: z.string(), choice: choiceSchema })));
