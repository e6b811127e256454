import * as z from "zod";

/** JSON Schema of a value that may be written as a text or in the form of a schema. */
export function jsonWithText(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { target: "draft-07", io: "input" });
  return { anyOf: [{ type: "string" }, json] };
}
