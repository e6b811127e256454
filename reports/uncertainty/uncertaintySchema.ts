const NUMBER_OR_NULL = { type: ["number", "null"] } as const;

const BAND = {
  type: ["object", "null"],
  description: "Quantiles of outcomes (type 7)",
  additionalProperties: false,
  required: ["0.05", "0.5", "0.95"],
  properties: { "0.05": { type: "number" }, "0.5": { type: "number" }, "0.95": { type: "number" } },
} as const;

const COMPONENT = {
  type: "object",
  additionalProperties: false,
  required: ["value", "low", "high"],
  properties: { value: { type: "number", minimum: 0 }, low: NUMBER_OR_NULL, high: NUMBER_OR_NULL },
} as const;

const COUNT = { type: "integer", minimum: 0 } as const;

const SPLIT = {
  type: ["object", "null"],
  description: "Variance by two-way random effects; the interval of the share is a jackknife",
  additionalProperties: false,
  required: ["parameters", "chance", "share", "draws", "replications", "level"],
  properties: {
    parameters: COMPONENT,
    chance: COMPONENT,
    share: { anyOf: [COMPONENT, { type: "null" }] },
    draws: COUNT,
    replications: COUNT,
    level: { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 },
  },
} as const;

const PAST_ERROR = {
  type: "object",
  description:
    "Root mean square of the errors of past forecasts of the US total over what came, and the band of all outcomes " +
    "widened by it. Left out where none is known, and for differences",
  additionalProperties: false,
  required: ["ratio", "0.05", "0.95"],
  properties: {
    ratio: { type: "number", minimum: 0 },
    "0.05": { type: "number" },
    "0.95": { type: "number" },
  },
} as const;

const ROW = {
  type: "object",
  additionalProperties: false,
  required: ["scenario", "measure", "unit", "mean", "split", "bands", "draws", "n"],
  oneOf: [{ required: ["at"] }, { required: ["window"] }],
  properties: {
    scenario: { type: "string" },
    base: { type: "string", description: "The row is of the difference scenario - base" },
    measure: { type: "string" },
    unit: { type: "string" },
    at: { type: "string", format: "date" },
    window: { type: "array", items: { type: "string", format: "date" }, minItems: 2, maxItems: 2 },
    mean: { type: "number", description: "Over all draws and replications" },
    split: SPLIT,
    bands: {
      type: "object",
      additionalProperties: false,
      required: ["chance", "parameters", "together"],
      properties: { chance: BAND, parameters: BAND, together: BAND },
    },
    modelError: PAST_ERROR,
    draws: COUNT,
    n: { ...COUNT, description: "Replications in which every draw defines the measure" },
  },
} as const;

const PARAMETER = {
  type: "object",
  additionalProperties: false,
  required: ["scenario", "path", "kind", "unit", "distribution", "written", "mark", "sources"],
  properties: {
    scenario: { type: "string" },
    path: { type: "string" },
    kind: { enum: ["value", "scale"] },
    unit: { type: "string" },
    distribution: { type: "string" },
    written: { type: ["string", "null"] },
    mark: { enum: ["observed", "derived", "assumption"] },
    sources: { type: "array", items: { type: "string" } },
  },
} as const;

/** JSON Schema (draft 7) of what a result document says of draws. */
export const UNCERTAINTY_SCHEMA = {
  type: "object",
  additionalProperties: false,
  required: ["design", "draws", "parameters", "rows", "modelError"],
  properties: {
    design: { enum: ["lhs", "sobol"] },
    draws: { type: "integer", minimum: 3 },
    parameters: { type: "array", items: PARAMETER },
    rows: { type: "array", items: ROW },
    modelError: {
      type: ["array", "null"],
      description:
        "Errors of past forecasts of the US total by years ahead; null where they are about none of the rows",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["horizonYears", "forecasts", "rootMeanSquare"],
        properties: {
          horizonYears: { type: "number", minimum: 0 },
          forecasts: COUNT,
          rootMeanSquare: { type: "number", minimum: 0 },
        },
      },
    },
  },
} as const;
