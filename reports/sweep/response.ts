import type { QuantileName, When } from "../rows.ts";

/** A value that a parameter takes in a sweep. */
export interface SweptValue {
  /** As `--set` takes it. */
  readonly text: string;
  /** Null for a value without a number. */
  readonly number: number | null;
}

/** A parameter of a sweep and its values in order. */
export interface SweptParameter {
  readonly path: string;
  readonly unit: string;
  readonly values: readonly SweptValue[];
}

/** Paired difference of a point from the reference, on common random numbers. */
export interface ResponseDifference {
  readonly mean: number;
  readonly halfWidth: number | null;
  readonly shareSameSign: number;
  readonly varianceReduction: number | null;
  /** True when both agree exactly in every replication. */
  readonly identical: boolean;
  readonly n: number;
}

/** One measure at one point of a sweep. */
export type ResponseRow = When & {
  /** Number of the point, from 0, in the order of the sweep. */
  readonly point: number;
  readonly measure: string;
  readonly unit: string;
  readonly mean: number;
  /** Of the confidence interval of the mean; null with one replication. */
  readonly halfWidth: number | null;
  readonly level: number;
  readonly interval: "confidence interval of the mean";
  /** Quantiles of outcomes (type 7). */
  readonly quantiles: Readonly<Record<QuantileName, number>>;
  /** Replications in which it is defined. */
  readonly n: number;
  /** Null where no replication defines both. */
  readonly difference: ResponseDifference | null;
};

/** What a sweep gave. */
export interface Response {
  /** One or two. */
  readonly parameters: readonly SweptParameter[];
  /** What differences are taken from: the first point, or the scenario as written. */
  readonly against: "first" | "base";
  readonly replications: number;
  /** Values of the parameters at each point, in the order of `parameters`. */
  readonly points: readonly (readonly SweptValue[])[];
  /** Measure by measure, each in the order of the points. */
  readonly rows: readonly ResponseRow[];
}

/** Rows of each measure at its date. */
export function rowsByMeasure({ rows }: Response): (readonly ResponseRow[])[] {
  const groups = new Map<string, ResponseRow[]>();
  for (const row of rows) {
    const key = `${row.measure}\n${row.at ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}
