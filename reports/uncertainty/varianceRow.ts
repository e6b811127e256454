import type { VarianceSplit } from "../../engine/statistics/nestedVarianceSplit.ts";
import type { Mark } from "../../scenarios/compiledScenario.ts";
import type { When } from "../rows.ts";

/** Quantiles of a band of outcomes (type 7). */
export interface Band {
  readonly "0.05": number;
  readonly "0.5": number;
  readonly "0.95": number;
}

/**
 * One measure over draws of the uncertain parameters: how much of its variance is chance, how much comes from not
 * knowing the parameters.
 */
export type VarianceRow = When & {
  readonly scenario: string;
  /** Base of a paired difference; left out for a measure itself. */
  readonly base?: string;
  readonly measure: string;
  readonly unit: string;
  /** Over all draws and replications. */
  readonly mean: number;
  /** In the unit squared; null where too few replications define the measure in every draw. */
  readonly split: VarianceSplit | null;
  readonly bands: {
    /** Replications at the values that the scenario writes. */
    readonly chance: Band | null;
    /** Means of the draws over their replications; what chance leaves in such a mean is in it. */
    readonly parameters: Band | null;
    /** All draws and replications: a band of outcomes. */
    readonly together: Band | null;
  };
  /** The model's own past error so many years ahead; left out where none is known, and for differences. */
  readonly modelError?: PastErrorBand;
  readonly draws: number;
  /** Replications that define the measure in every draw. */
  readonly n: number;
};

/** Past error of forecasts of such a total, and the band of all outcomes widened by it. */
export interface PastErrorBand {
  /** Root mean square of the errors over what came. */
  readonly ratio: number;
  readonly "0.05": number;
  readonly "0.95": number;
}

/** What the rows of a run have in common. */
export interface Uncertainty {
  readonly design: "lhs" | "sobol";
  readonly draws: number;
  readonly parameters: readonly ParameterRow[];
  readonly rows: readonly VarianceRow[];
  /** Errors of past forecasts of the US total by years ahead (ratios); null where they are about none of the rows. */
  readonly modelError:
    | readonly {
        readonly horizonYears: number;
        readonly forecasts: number;
        readonly rootMeanSquare: number;
      }[]
    | null;
}

/** An uncertain parameter, as reports list it. */
export interface ParameterRow {
  readonly scenario: string;
  readonly path: string;
  readonly kind: "value" | "scale";
  readonly unit: string;
  readonly distribution: string;
  readonly written: string | null;
  readonly mark: Mark;
  readonly sources: readonly string[];
}
