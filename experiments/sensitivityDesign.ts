import { keyedUniform } from "../engine/statistics/keyedUniform.ts";
import { type MorrisDesign, morrisDesign } from "../engine/statistics/morrisDesign.ts";
import { type SobolIndexDesign, sobolIndexDesign } from "../engine/statistics/sobolIndexDesign.ts";
import { sobolPoints } from "../engine/statistics/sobolPoints.ts";
import type { SensitivityMethod } from "../reports/uncertainty/sensitivityRow.ts";
import type { UncertainParameter } from "../scenarios/compiledScenario.ts";
import { requireDimensions } from "./parameterDraws.ts";

/** Probabilities at which a parameter that moves alone stands. */
export const SWING_PROBABILITIES = [0.05, 0.95] as const;

/** Levels of a Morris grid. */
const LEVELS = 4;
/** Cut off at each end where some distribution is unbounded. */
const MARGIN = 0.005;

export interface SensitivityOptions {
  readonly method: SensitivityMethod;
  /** Trajectories of Morris' design, or rows of Saltelli's. */
  readonly size: number;
  readonly seed: string;
}

/** Points at which a model is run to see what its parameters do. */
export interface SensitivityDesign extends SensitivityOptions {
  readonly parameters: number;
  /** A point is a probability for each parameter; null leaves it at the value that is written. */
  readonly points: readonly (readonly (number | null)[])[];
  /** Where in the points the parts begin: all as written, one parameter moved at a time, the method's own. */
  readonly parts: { readonly written: number; readonly swings: number; readonly method: number };
  /** The method's own design. */
  readonly inner:
    | { readonly method: "morris"; readonly design: MorrisDesign }
    | { readonly method: "sobol"; readonly design: SobolIndexDesign };
}

/**
 * Design of a sensitivity analysis: the scenario as written, each parameter alone at 5 % and 95 % of its
 * distribution, and the points of Morris' screening or of Saltelli's design for Sobol indices.
 *
 * Costs 1 + 2 k points and r (k + 1) (Morris) or n (k + 2) (Sobol) more; each runs the same replications.
 *
 * @throws {RangeError} if there is no parameter, the design is too small, or Sobol's sequence is too narrow
 * @example
 * const a = { path: "a", distribution: { kind: "uniform", low: 0, high: 1 } };
 * sensitivityDesign([a], { method: "morris", size: 2, seed: "1" }).points.length; // => 7
 */
export function sensitivityDesign(
  uncertain: readonly Pick<UncertainParameter, "distribution">[],
  options: SensitivityOptions,
): SensitivityDesign {
  const parameters = uncertain.length;
  if (parameters === 0) throw new RangeError("sensitivityDesign requires at least one parameter, got none");
  const inner = innerDesign(uncertain, options);
  const asWritten = new Array<number | null>(parameters).fill(null);
  const swings = uncertain.flatMap((_, i) =>
    SWING_PROBABILITIES.map((probability) => asWritten.with(i, probability)),
  );
  const own = inner.design.points.map((point) => Array.from(point));
  return {
    ...options,
    parameters,
    points: [asWritten, ...swings, ...own],
    parts: { written: 0, swings: 1, method: 1 + swings.length },
    inner,
  };
}

function innerDesign(
  uncertain: readonly Pick<UncertainParameter, "distribution">[],
  { method, size, seed }: SensitivityOptions,
): SensitivityDesign["inner"] {
  const parameters = uncertain.length;
  const uniform = keyedUniform(seed, `sensitivity, ${method}`);
  if (method === "morris") {
    const isUnbounded = uncertain.some(({ distribution: { kind } }) => /normal$/.test(kind));
    const margin = isUnbounded ? MARGIN : 0;
    const design = morrisDesign({ parameters, trajectories: size, levels: LEVELS, margin }, uniform);
    return { method, design };
  }
  requireDimensions(2 * parameters);
  return { method, design: sobolIndexDesign(sobolPoints(size, 2 * parameters, uniform)) };
}
