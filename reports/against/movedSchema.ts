const TEXT = { type: "string", minLength: 1 } as const;
const DATE = { type: "string", format: "date" } as const;
const TEXTS = { type: "array", items: TEXT } as const;
const VERDICT = { enum: ["pass", "fail", "undecided"] } as const;
const DIRECTION = {
  enum: [-1, 0, 1],
  description: "What the paired interval says: less, no detectable difference, more",
} as const;
const COUNT = { type: "integer", minimum: 0 } as const;

const ESTIMATE = {
  type: "object",
  additionalProperties: false,
  required: ["mean", "halfWidth"],
  properties: { mean: { type: "number" }, halfWidth: { type: ["number", "null"], minimum: 0 } },
} as const;

const OF_ROW = {
  scenario: TEXT,
  base: { ...TEXT, description: "Of a difference" },
  measure: TEXT,
  at: DATE,
  window: { type: "array", items: DATE, minItems: 2, maxItems: 2 },
  unit: TEXT,
  before: ESTIMATE,
  now: ESTIMATE,
} as const;

function list(properties: object, required: readonly string[]): object {
  return { type: "array", items: { type: "object", additionalProperties: false, required, properties } };
}

const UNMATCHED = [
  "scenariosNow",
  "scenariosThen",
  "measuresNow",
  "measuresThen",
  "gatesNow",
  "gatesThen",
] as const;

/** JSON Schema of what moved since an earlier run. */
export const MOVED_SCHEMA = {
  type: "object",
  additionalProperties: false,
  required: ["earlier", "changedScenarios", "compared", "verdicts", "conclusions", "rows", "unmatched"],
  properties: {
    earlier: {
      type: "object",
      additionalProperties: false,
      required: ["seed", "replications"],
      properties: { seed: { type: "string" }, replications: COUNT },
    },
    changedScenarios: { ...TEXTS, description: "Scenarios of both runs with another hash" },
    compared: { ...COUNT, description: "Pairs of confidence intervals" },
    verdicts: list({ scenario: TEXT, gate: TEXT, from: VERDICT, to: VERDICT }, [
      "scenario",
      "gate",
      "from",
      "to",
    ]),
    conclusions: list({ ...OF_ROW, from: DIRECTION, to: DIRECTION }, [
      "scenario",
      "base",
      "measure",
      "unit",
      "before",
      "now",
      "from",
      "to",
    ]),
    rows: list(OF_ROW, ["scenario", "measure", "unit", "before", "now"]),
    unmatched: {
      type: "object",
      additionalProperties: false,
      required: UNMATCHED,
      properties: Object.fromEntries(UNMATCHED.map((name) => [name, TEXTS])),
    },
  },
} as const;
