import type { z } from "zod";

/**
 * The same schema, but an object in which it found no mistake is not read again: each later time it stands for what
 * was made of it the first time. Days of a scenario share the objects that do not change between them.
 *
 * @param schema one that always makes the same of the same object; objects that it reads must not change
 */
export function remembered<Schema extends z.ZodType>(schema: Schema): Schema {
  const made = new WeakMap<object, unknown>();
  const { run } = schema._zod;
  schema._zod.run = (payload, context) => {
    const { value } = payload;
    if (typeof value !== "object" || value === null) return run(payload, context);
    if (made.has(value)) {
      payload.value = made.get(value);
      return payload;
    }
    const result = run(payload, context);
    if (!(result instanceof Promise) && result.issues.length === 0) made.set(value, result.value);
    return result;
  };
  return schema;
}
