import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { analyse } from "../../reports/analyse.ts";
import { type ResultDocument, resultDocument } from "../../reports/document.ts";
import { toJson } from "../../reports/formats/json.ts";
import { RESULT_SCHEMA } from "../../reports/resultSchema.ts";
import { syntheticResults } from "./syntheticResults.ts";
import { syntheticScenario } from "./syntheticScenario.ts";

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
addFormats.default(ajv);
const accepts = ajv.compile(RESULT_SCHEMA);

function documentOf(replications: number): ResultDocument {
  const runs = ["base", "double"].map((id, i) => {
    const scenario = syntheticScenario({ id });
    return { scenario, results: syntheticResults(scenario, replications, 2 + i) };
  });
  const { summaries, differences } = analyse([runs[0]!, runs[1]!]);
  const hashed = runs.map(({ scenario }) => ({ scenario, hash: `hash of ${scenario.id}` }));
  return resultDocument({
    scenarios: [hashed[0]!, hashed[1]!],
    seed: "7",
    replications,
    measures: summaries,
    differences,
  });
}

describe("resultDocument", () => {
  it.each([1, 4])("resultDocument of %d replications passes its JSON Schema after JSON", (replications) => {
    const document: unknown = JSON.parse(toJson(documentOf(replications), 0));
    expect(accepts(document), ajv.errorsText(accepts.errors)).toBe(true);
  });

  it("resultDocument names base, scenarios, seed and horizon", () => {
    expect(documentOf(2)).toMatchObject({
      schemaVersion: "1.0",
      scenario: { id: "base", hash: "hash of base" },
      comparedWith: [{ id: "double" }],
      seed: "7",
      replications: 2,
      horizon: { from: "2026-01-01", to: "2028-01-01", days: 730 },
    });
  });

  it("RESULT_SCHEMA refuses an unknown key, a row with date and window, and a missing seed", () => {
    const document = documentOf(2);
    const row = document.measures[0]!;
    expect(accepts({ ...document, extra: 1 })).toBe(false);
    expect(accepts({ ...document, measures: [{ ...row, window: ["2026-01-01", "2027-01-01"] }] })).toBe(
      false,
    );
    expect(accepts({ ...document, seed: undefined })).toBe(false);
  });
});

describe("toJson", () => {
  it("toJson refuses a number that JSON cannot hold", () => {
    const document = documentOf(2);
    const broken = { ...document, measures: [{ ...document.measures[0]!, mean: Number.NaN }] };
    expect(() => toJson(broken as ResultDocument)).toThrow('finite numbers, got NaN in "mean"');
  });
});
