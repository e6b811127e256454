import type { PrecisionRow } from "./precisionRows.ts";

/** Why a run stopped when it did, and how well the quantities that it was asked for are known. */
export interface StoppingReport {
  /** As asked for: "0.5%", or a number in the unit of the quantities. */
  readonly precision: string;
  /** "reached": every quantity was; "maximum": the run ended without. */
  readonly reason: "reached" | "maximum";
  /** Replications of each scenario. */
  readonly replications: number;
  readonly minimum: number;
  readonly maximum: number;
  /** Numbers of replications at which the run was looked at; fixed beforehand. */
  readonly looks: readonly number[];
  readonly rows: readonly PrecisionRow[];
}

const DATE = { type: "string", format: "date" } as const;
const TEXT = { type: "string", minLength: 1 } as const;
const COUNT = { type: "integer", minimum: 1 } as const;

const ROW = {
  type: "object",
  additionalProperties: false,
  required: [
    "quantity",
    "statistic",
    "measure",
    "unit",
    "scenario",
    "estimate",
    "halfWidth",
    "target",
    "reached",
    "level",
    "interval",
    "n",
  ],
  oneOf: [{ required: ["at"] }, { required: ["window"] }],
  properties: {
    quantity: { ...TEXT, description: "As it was asked for" },
    statistic: { enum: ["mean", "difference", "probability"] },
    measure: TEXT,
    unit: { ...TEXT, description: "Of estimate, half-width and target" },
    at: DATE,
    window: { type: "array", items: DATE, minItems: 2, maxItems: 2 },
    scenario: TEXT,
    base: TEXT,
    estimate: { type: "number" },
    halfWidth: {
      type: ["number", "null"],
      minimum: 0,
      description: "The target itself where it was reached after the first look: the interval that covers",
    },
    low: { type: "number", description: "Lower end of the interval of a probability" },
    high: { type: "number", description: "Upper end of it" },
    target: { type: "number", minimum: 0 },
    reached: { type: "boolean" },
    level: { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 },
    interval: TEXT,
    n: { ...COUNT, description: "Replications in which the quantity is defined" },
  },
} as const;

/** JSON Schema of a {@link StoppingReport}. */
export const STOPPING_SCHEMA = {
  type: "object",
  additionalProperties: false,
  required: ["precision", "reason", "replications", "minimum", "maximum", "looks", "rows"],
  properties: {
    precision: TEXT,
    reason: { enum: ["reached", "maximum"] },
    replications: COUNT,
    minimum: COUNT,
    maximum: COUNT,
    looks: { type: "array", items: COUNT, minItems: 1 },
    rows: { type: "array", items: ROW },
  },
} as const;
