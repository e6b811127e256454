import * as z from "zod";
import { SCHEMA_VERSION } from "../schemaVersion.ts";

const scenario = z.object({ id: z.string(), hash: z.string() });
const when = { at: z.string().optional(), window: z.tuple([z.string(), z.string()]).optional() };
const halfWidth = z.number().nullable();
const measure = z.object({
  ...when,
  scenario: z.string(),
  measure: z.string(),
  unit: z.string(),
  mean: z.number(),
  halfWidth,
});
const difference = measure.extend({ base: z.string(), identical: z.boolean() });
const verdict = z.enum(["pass", "fail", "undecided"]);

const earlier = z.object({
  scenario,
  comparedWith: z.array(scenario).default([]),
  seed: z.string(),
  replications: z.number(),
  measures: z.array(measure),
  differences: z.array(difference).default([]),
  gates: z.array(z.object({ scenario: z.string(), gate: z.string(), verdict })).default([]),
});

/** What is read of the result document of an earlier run; a document of this program has all of it. */
export type EarlierResult = z.output<typeof earlier>;

/**
 * Reads the result document of an earlier run.
 *
 * @param document parsed JSON
 * @throws {RangeError} if it is none, or has another version of the schema
 */
export function readEarlierResult(document: unknown): EarlierResult {
  const version = (document as { schemaVersion?: unknown } | null)?.schemaVersion;
  if (version === undefined) throw new RangeError("it is no result of bedspace: it has no schemaVersion");
  if (majorOf(version) !== majorOf(SCHEMA_VERSION)) {
    throw new RangeError(`it has schemaVersion ${version}, and this program reads ${SCHEMA_VERSION}`);
  }
  const checked = earlier.safeParse(document);
  if (checked.success) return checked.data;
  const { path, message } = checked.error.issues[0]!;
  throw new RangeError(`${path.join(".") || "the whole"}: ${message}`);
}

function majorOf(version: unknown): string {
  return String(version).split(".")[0] ?? "";
}

/** The part of a document that is compared with that of another run. */
export function comparable(document: unknown): EarlierResult {
  return earlier.parse(document);
}
