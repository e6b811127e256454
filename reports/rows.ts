/** A date of the grid, or the whole run from its first to its last day (ISO dates). */
export type When =
  | { readonly at: string; readonly window?: never }
  | { readonly window: readonly [string, string]; readonly at?: never };

/** Probabilities of the quantiles that every summary row has. */
export const QUANTILES = ["0.05", "0.25", "0.5", "0.75", "0.95"] as const;
export type QuantileName = (typeof QUANTILES)[number];

/** One measure of one scenario at one date or over the run, summarised over replications. */
export type SummaryRow = When & {
  readonly scenario: string;
  readonly measure: string;
  readonly unit: string;
  readonly mean: number;
  /** Half-width of the confidence interval of the mean; null with one replication. */
  readonly halfWidth: number | null;
  readonly level: number;
  readonly interval: "confidence interval of the mean";
  /** Quantiles of the outcomes (type 7): they do not shrink with the number of replications. */
  readonly quantiles: Readonly<Record<QuantileName, number>>;
  /** Replications in which the measure is defined. */
  readonly n: number;
};

/** Paired difference, scenario − base, of one measure. */
export type DifferenceRow = When & {
  readonly measure: string;
  readonly unit: string;
  readonly base: string;
  readonly scenario: string;
  readonly mean: number;
  readonly halfWidth: number | null;
  readonly level: number;
  readonly interval: "confidence interval of the mean of paired differences";
  /** The interval that holds together with those of the other scenarios compared with the base. */
  readonly simultaneous: SimultaneousInterval;
  readonly n: number;
  readonly shareSameSign: number;
  readonly varianceReduction: number | null;
  /** True when base and scenario agree exactly in every replication. */
  readonly identical: boolean;
};

/** A wider interval for who looks at several scenarios and picks one: all of them hold together at the level. */
export interface SimultaneousInterval {
  readonly halfWidth: number | null;
  /** Of the family of intervals, not of each. */
  readonly level: number;
  /** Scenarios compared with the base. */
  readonly comparisons: number;
  readonly interval: "simultaneous confidence interval of the means of paired differences (Bonferroni)";
}

/** Date of a row, or the last day of its window. */
export function endOf(row: When): string {
  return row.at ?? row.window[1];
}
