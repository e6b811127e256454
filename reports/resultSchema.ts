import { MOVED_SCHEMA } from "./against/movedSchema.ts";
import { GATE_ROW_SCHEMA } from "./gates/gateSchema.ts";
import { STOPPING_SCHEMA } from "./precision/stoppingReport.ts";
import { QUANTILES } from "./rows.ts";
import { SCHEMA_VERSION } from "./schemaVersion.ts";
import { UNCERTAINTY_SCHEMA } from "./uncertainty/uncertaintySchema.ts";

const DATE = { type: "string", format: "date" } as const;
const TEXT = { type: "string", minLength: 1 } as const;
const COUNT = { type: "integer", minimum: 1 } as const;
const LEVEL = { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 } as const;
const HALF_WIDTH = { type: ["number", "null"], minimum: 0 } as const;

const WHEN = {
  at: { ...DATE, description: "Date at which the measure is read" },
  window: { type: "array", items: DATE, minItems: 2, maxItems: 2, description: "First and last day" },
} as const;

/** Exactly one of the two. */
const ONE_TIME = [{ required: ["at"] }, { required: ["window"] }] as const;

const SCENARIO = {
  type: "object",
  additionalProperties: false,
  required: ["id", "title", "question", "hash"],
  properties: { id: TEXT, title: { type: "string" }, question: { type: "string" }, hash: TEXT },
} as const;

const SUMMARY_ROW = {
  type: "object",
  additionalProperties: false,
  required: ["scenario", "measure", "unit", "mean", "halfWidth", "level", "interval", "quantiles", "n"],
  oneOf: ONE_TIME,
  properties: {
    scenario: TEXT,
    measure: TEXT,
    unit: TEXT,
    ...WHEN,
    mean: { type: "number" },
    halfWidth: { ...HALF_WIDTH, description: "Of the interval of the mean; null with one replication" },
    level: LEVEL,
    interval: { const: "confidence interval of the mean" },
    quantiles: {
      type: "object",
      description: "Quantiles of outcomes over replications (type 7)",
      additionalProperties: false,
      required: QUANTILES,
      properties: Object.fromEntries(QUANTILES.map((name) => [name, { type: "number" }])),
    },
    n: { ...COUNT, description: "Replications in which the measure is defined" },
  },
} as const;

const DIFFERENCE_ROW = {
  type: "object",
  additionalProperties: false,
  required: [
    "measure",
    "unit",
    "base",
    "scenario",
    "mean",
    "halfWidth",
    "level",
    "interval",
    "simultaneous",
    "n",
    "shareSameSign",
    "varianceReduction",
    "identical",
  ],
  oneOf: ONE_TIME,
  properties: {
    measure: TEXT,
    unit: TEXT,
    ...WHEN,
    base: TEXT,
    scenario: TEXT,
    mean: { type: "number", description: "Mean of scenario - base over replications" },
    halfWidth: HALF_WIDTH,
    level: LEVEL,
    interval: { const: "confidence interval of the mean of paired differences" },
    simultaneous: {
      type: "object",
      description:
        "The interval that holds together with those of the other scenarios compared with the base",
      additionalProperties: false,
      required: ["halfWidth", "level", "comparisons", "interval"],
      properties: {
        halfWidth: HALF_WIDTH,
        level: { ...LEVEL, description: "Of all intervals together" },
        comparisons: COUNT,
        interval: {
          const: "simultaneous confidence interval of the means of paired differences (Bonferroni)",
        },
      },
    },
    n: COUNT,
    shareSameSign: { type: "number", minimum: 0, maximum: 1 },
    varianceReduction: { type: ["number", "null"], minimum: 0 },
    identical: { type: "boolean" },
  },
} as const;

/**
 * JSON Schema (draft 7) of the result document.
 *
 * @example
 * new Ajv().compile(RESULT_SCHEMA)(document); // => true
 */
export const RESULT_SCHEMA = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "bedspace result",
  type: "object",
  additionalProperties: false,
  required: ["schemaVersion", "scenario", "seed", "replications", "horizon", "measures"],
  properties: {
    schemaVersion: { const: SCHEMA_VERSION },
    scenario: SCENARIO,
    comparedWith: { type: "array", items: SCENARIO, minItems: 1 },
    seed: { type: "string" },
    replications: COUNT,
    horizon: {
      type: "object",
      additionalProperties: false,
      required: ["from", "to", "days"],
      properties: { from: DATE, to: DATE, days: { type: "number", exclusiveMinimum: 0 } },
    },
    measures: { type: "array", items: SUMMARY_ROW },
    differences: { type: "array", items: DIFFERENCE_ROW },
    gates: { type: "array", items: GATE_ROW_SCHEMA },
    stopping: STOPPING_SCHEMA,
    uncertainty: UNCERTAINTY_SCHEMA,
    against: MOVED_SCHEMA,
    partial: { type: "array", items: TEXT, minItems: 1, description: "What is missing of the results" },
  },
} as const;
