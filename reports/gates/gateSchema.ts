const BOUND = { type: ["number", "null"] } as const;
const DATE = { type: "string", format: "date" } as const;
const TEXT = { type: "string", minLength: 1 } as const;

/** JSON Schema of a judged gate. */
export const GATE_ROW_SCHEMA = {
  type: "object",
  additionalProperties: false,
  required: [
    "scenario",
    "gate",
    "measure",
    "unit",
    "comparison",
    "limit",
    "verdict",
    "estimate",
    "low",
    "high",
    "level",
    "interval",
    "n",
    "note",
  ],
  oneOf: [{ required: ["at"] }, { required: ["window"] }],
  properties: {
    scenario: TEXT,
    gate: { ...TEXT, description: "As it was written" },
    measure: TEXT,
    unit: { ...TEXT, description: "Of limit, estimate and interval" },
    at: DATE,
    window: { type: "array", items: DATE, minItems: 2, maxItems: 2 },
    comparison: { enum: ["<", "<=", ">", ">="] },
    limit: { type: "number" },
    verdict: { enum: ["pass", "fail", "undecided"] },
    estimate: { ...BOUND, description: "Null when it is defined in no replication" },
    low: { ...BOUND, description: "Null where the replications give no bound" },
    high: BOUND,
    level: { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 },
    interval: TEXT,
    n: { type: "integer", minimum: 0 },
    note: { type: "string", description: "How an event was looked for, where that is not exact" },
  },
} as const;
