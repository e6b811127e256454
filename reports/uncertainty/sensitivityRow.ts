import type { ConfidenceInterval } from "../../engine/statistics/confidenceInterval.ts";
import type { SobolIndex } from "../../engine/statistics/sobolIndices.ts";
import type { StandardDeviationInterval } from "../../engine/statistics/standardDeviationInterval.ts";
import type { When } from "../rows.ts";

/** Change of the measure's mean when one parameter alone moves away from its written value. */
export interface Swing {
  /** Probability at which the parameter stands in its distribution, and its value there. */
  readonly probability: number;
  readonly value: number;
  /** Paired over replications: value there less value as written, in the measure's unit. */
  readonly change: ConfidenceInterval;
}

/** What a design says of one parameter. */
export interface SensitivityRow {
  readonly parameter: string;
  /** Unit of the parameter's values; empty for a number or a factor. */
  readonly unit: string;
  readonly kind: "value" | "scale";
  readonly swing: readonly [low: Swing, high: Swing];
  /** Mean and mean absolute elementary effect and their spread, in the measure's unit per full range. */
  readonly morris?: {
    readonly mu: ConfidenceInterval;
    readonly muStar: ConfidenceInterval;
    readonly sigma: StandardDeviationInterval;
  };
  /** Shares of the variance that the parameters cause; null when the measure does not vary. */
  readonly sobol?: { readonly first: SobolIndex; readonly total: SobolIndex } | null;
}

/** Sensitivity of one measure, the parameter that matters most first. */
export type MeasureSensitivity = When & {
  readonly measure: string;
  readonly unit: string;
  /** Mean over replications at the values that the scenario writes. */
  readonly written: ConfidenceInterval;
  readonly parameters: readonly SensitivityRow[];
  /** Root mean square of past errors so many years ahead, in the measure's unit; left out where none is known. */
  readonly modelError?: number;
  readonly level: number;
  /** Replications at each point of the design. */
  readonly n: number;
};

export type SensitivityMethod = "morris" | "sobol";
