// Values by names, as a page sends them.
import * as z from 'zod/mini';

/** An object whose values are all of one kind. The library's own would bring names of every kind into the script. */
export function recordOf<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.custom<Record<string, z.infer<Schema>>>(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.values(value).every((one) => schema.safeParse(one).success),
  );
}
