/** How a value is set against a limit. */
export type Comparison = "<" | "<=" | ">" | ">=";

/** A number as it is written: 1.3, or 130 with the unit "%". */
export interface Limit {
  readonly number: number;
  /** What stands behind it, or empty. */
  readonly unit: string;
  /** Place in the gate's text, from 1. */
  readonly column: number;
}

/** A word of a gate and its place. */
export interface Word {
  readonly text: string;
  readonly column: number;
}

/** `at` reads on one date, `by` at any time up to it; null is the end of the run. */
export interface Moment {
  readonly kind: "at" | "by";
  readonly date: Word | null;
}

interface GateParts {
  /** As written, without blanks around it. */
  readonly text: string;
  readonly measure: Word;
  readonly moment: Moment;
  readonly comparison: Comparison;
  readonly limit: Limit;
}

/** A condition on the results of a run, as it is written; nothing in it is known to exist. */
export type Gate =
  | ({ readonly kind: "mean" | "difference" } & GateParts)
  | ({ readonly kind: "quantile"; readonly probability: number } & GateParts)
  | ({
      readonly kind: "probability";
      /** What has to happen in a replication: `us.system.occupancy > 1.3`. */
      readonly event: { readonly comparison: Comparison; readonly limit: Limit };
    } & GateParts);

/**
 * Whether a value meets a limit.
 *
 * @example
 * meets(1.3, "<=", 1.3); // => true
 */
export function meets(value: number, comparison: Comparison, limit: number): boolean {
  switch (comparison) {
    case "<":
      return value < limit;
    case "<=":
      return value <= limit;
    case ">":
      return value > limit;
    case ">=":
      return value >= limit;
  }
}

/** What is wrong with a gate, and where in its text. */
export class GateError extends Error {
  override readonly name = "GateError";
  readonly gate: string;
  /** From 1. */
  readonly column: number;
  readonly hint: string | null;

  constructor(gate: string, column: number, message: string, hint: string | null = null) {
    super(`gate "${gate}", column ${column}: ${message}`);
    this.gate = gate;
    this.column = column;
    this.hint = hint;
  }
}
