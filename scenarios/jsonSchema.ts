import * as z from "zod";
import { scenarioSchema } from "./schema/file.ts";

type Json = { [key: string]: unknown };

const CITED = {
  source: { anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] },
  mark: { enum: ["observed", "derived", "assumption"] },
  date: { anyOf: [{ type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" }, { type: "null" }] },
  note: { type: "string" },
};

/** Lists that a table may stand for. */
const TABLES = new Set(["facilities", "institutions", "streams", "initialStock"]);

/** Keys that are about the file and never carry a citation. */
const PLAIN = new Set(["$schema", "id", "title", "question", "mark", "source", "extends", "gates"]);

/**
 * JSON Schema (draft-07) of a scenario file, for editors and other programs.
 *
 * It is wider than the check of {@link loadScenario}: a derived scenario may leave out what its base says, a
 * value may carry its citation, and references, sums and dates are not checked.
 *
 * @returns a new object each time
 * @example
 * scenarioJsonSchema().$schema; // => "http://json-schema.org/draft-07/schema#"
 */
export function scenarioJsonSchema(): Json {
  const options = { target: "draft-07", io: "input", unrepresentable: "any" } as const;
  const { $schema, properties, ...root } = z.toJSONSchema(scenarioSchema, options) as Json;
  return {
    $schema,
    title: "bedspace scenario",
    ...root,
    properties: relaxedProperties(properties as Json),
    required: ["id", "title"],
  };
}

function relaxedProperties(properties: Json): Json {
  const entries = Object.entries(properties).map(([key, schema]) => {
    return [key, PLAIN.has(key) ? schema : relaxed(schema as Json, key)];
  });
  return Object.fromEntries(entries);
}

/**
 * The same schema with everything optional, citations allowed, and tables and patches in the place of lists.
 */
function relaxed(schema: Json, key: string): Json {
  const inner = widened(schema);
  if (inner.type === "object" && !isShares(schema)) return inner;
  const forms: Json[] = [inner, cited(inner)];
  const items = listItems(schema);
  if (items !== null && TABLES.has(key)) forms.push(tableForm("table"));
  if (items !== null && TABLES.has(key) && hasId(items)) forms.push(tableForm("overlay"));
  if (items !== null && hasId(items)) forms.push(patchForm(items));
  return { anyOf: forms };
}

function widened({ required: _, ...schema }: Json): Json {
  // A value of several forms: its alternatives say all, and what stands beside them is only one of the forms.
  if (Array.isArray(schema.anyOf)) return { anyOf: schema.anyOf.map((form: Json) => widened(form)) };
  const result: Json = { ...schema };
  if (schema.properties !== undefined) result.properties = relaxedProperties(schema.properties as Json);
  if (schema.items !== undefined) result.items = widened(schema.items as Json);
  if (typeof schema.additionalProperties === "object") {
    result.additionalProperties = relaxed(schema.additionalProperties as Json, "");
  }
  return result;
}

function isShares({ additionalProperties }: Json): boolean {
  return typeof additionalProperties === "object" && (additionalProperties as Json).type === "number";
}

/** Schema of the items if this is a list, or a list that may be null. */
function listItems(schema: Json): Json | null {
  if (schema.type === "array") return schema.items as Json;
  const forms = Array.isArray(schema.anyOf) ? (schema.anyOf as Json[]) : [];
  return (forms.find(({ type }) => type === "array")?.items as Json | undefined) ?? null;
}

function hasId({ properties }: Json): boolean {
  return properties !== undefined && Object.hasOwn(properties as Json, "id");
}

function cited(value: Json): Json {
  const properties = { value, ...CITED };
  return { type: "object", properties, required: ["value"], additionalProperties: false };
}

function tableForm(key: string): Json {
  const properties = { [key]: { type: "string" } };
  return { type: "object", properties, required: [key], additionalProperties: false };
}

function patchForm(items: Json): Json {
  return { type: "object", additionalProperties: widened(items) };
}
