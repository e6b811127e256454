import { keyedUniform } from "../engine/statistics/keyedUniform.ts";
import { latinHypercube } from "../engine/statistics/latinHypercube.ts";
import { quantileFunction } from "../engine/statistics/quantileFunction.ts";
import { MOST_SOBOL_DIMENSIONS, sobolPoints } from "../engine/statistics/sobolPoints.ts";
import type { CompiledScenario, UncertainParameter } from "../scenarios/compiledScenario.ts";

/** How the points of a design are spread. */
export type DrawDesign = "lhs" | "sobol";

/**
 * Paths of the uncertain parameters of some scenarios, each once: a parameter that several scenarios share is drawn
 * once for all of them.
 */
export function uncertainPaths(scenarios: readonly CompiledScenario[]): string[] {
  return [...new Set(scenarios.flatMap(({ uncertain }) => uncertain.map(({ path }) => path)))];
}

/**
 * Points in the unit cube at which uncertain parameters are drawn: probabilities, one coordinate for each parameter.
 *
 * `lhs` is a Latin hypercube: every parameter has one draw in each of n strata. `sobol` is Sobol's sequence with
 * Owen's scramble, best with a power of two. A parameter's coordinates do not depend on how many others there are.
 *
 * @param parameters at least 1
 * @param draws at least 1
 * @param seed of the run; the points share no random number with its replications
 * @throws {RangeError} if the sequence has not that many dimensions
 * @example
 * parameterDraws(2, 8, "lhs", "1").length; // => 8
 */
export function parameterDraws(
  parameters: number,
  draws: number,
  design: DrawDesign,
  seed: string,
): Float64Array[] {
  const uniform = keyedUniform(seed, `parameter draws, ${design}`);
  if (design === "lhs") return latinHypercube(draws, parameters, uniform);
  requireDimensions(parameters);
  return sobolPoints(draws, parameters, uniform);
}

/** @throws {RangeError} if Sobol's sequence has fewer dimensions than asked for */
export function requireDimensions(dimensions: number): void {
  if (dimensions <= MOST_SOBOL_DIMENSIONS) return;
  throw new RangeError(`Sobol's sequence has at most ${MOST_SOBOL_DIMENSIONS} dimensions, got ${dimensions}`);
}

/**
 * Values of a scenario's uncertain parameters at a point.
 *
 * @param paths of the coordinates; there may be others than this scenario's
 * @param point probabilities; null leaves a parameter at the value that is written
 * @returns in the order of `uncertain`, each in the unit of its distribution
 * @throws {RangeError} if a parameter has no coordinate
 * @example
 * const uncertain = [{ path: "a", distribution: { kind: "uniform", low: 10, high: 30 } }];
 * valuesAt(uncertain, ["a"], [0.25]); // => [15]
 */
export function valuesAt(
  uncertain: readonly Pick<UncertainParameter, "path" | "distribution">[],
  paths: readonly string[],
  point: ArrayLike<number | null>,
): (number | null)[] {
  return uncertain.map(({ path, distribution }) => {
    const probability = point[paths.indexOf(path)];
    if (probability === undefined) throw new RangeError(`valuesAt requires a coordinate for "${path}"`);
    return probability === null ? null : quantileFunction(distribution)(probability);
  });
}
