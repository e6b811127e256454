import * as z from "zod";

type Json = Record<string, unknown>;

/** JSON Schema of a value that may be written as a text or in the form of a schema. */
export function jsonWithText(schema: z.ZodType): Json {
  return jsonBeside({ type: "string" }, schema);
}

/**
 * JSON Schema of a value that has a simple form beside that of a schema. It is made when it is asked for: few who read
 * a scenario ask.
 */
export function jsonBeside(simple: Json, schema: z.ZodType): Json {
  return {
    get anyOf() {
      const { $schema: _, ...json } = z.toJSONSchema(schema, { target: "draft-07", io: "input" });
      return [simple, json];
    },
  };
}
