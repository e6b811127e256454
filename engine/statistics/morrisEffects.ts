import { type ConfidenceInterval, confidenceInterval } from "./confidenceInterval.ts";
import type { MorrisDesign } from "./morrisDesign.ts";
import { type StandardDeviationInterval, standardDeviationInterval } from "./standardDeviationInterval.ts";

/** What screening says of one parameter; all in the output's unit per full range of the parameter. */
export interface MorrisEffect {
  /** Elementary effects, one per trajectory. */
  readonly effects: Float64Array;
  /** Mean effect; effects of both signs cancel in it. */
  readonly mu: ConfidenceInterval;
  /** Mean absolute effect: how much the parameter matters. */
  readonly muStar: ConfidenceInterval;
  /** Spread of the effects: how much they depend on other parameters or on the parameter's own level. */
  readonly sigma: StandardDeviationInterval;
}

/**
 * Elementary effects of each parameter over the trajectories of a Morris design.
 *
 * Trajectories are independent, so the intervals count them as units: Student's t for mu and mu*, the jackknife for
 * sigma. Screening ranks parameters; it does not give shares of variance. A parameter whose effects vary little
 * beside mu* acts by itself and nearly in a line.
 *
 * @param design from {@link morrisDesign}
 * @param outputs one per point of the design, in its order
 * @param level confidence level in (0, 1)
 * @returns one entry per parameter
 * @throws {RangeError} if the outputs are not as many as the points
 * @see Campolongo, Cariboni & Saltelli (2007), An effective screening design for sensitivity analysis of large
 *   models, Environmental Modelling & Software 22(10), 1509-1518 (mu*)
 * @example
 * const design = morrisDesign({ parameters: 2, trajectories: 5, levels: 4, margin: 0 }, keyedUniform("1", "morris"));
 * morrisEffects(design, design.points.map(([x, y]) => 3 * x - y), 0.95); // => [{ effects: [3, …], mu: …, … }, …]
 */
export function morrisEffects(
  design: MorrisDesign,
  outputs: ArrayLike<number>,
  level: number,
): MorrisEffect[] {
  const { parameters: k, trajectories, points, changed, step } = design;
  if (outputs.length !== points.length) {
    throw new RangeError(
      `morrisEffects requires one output per point, ${points.length}, got ${outputs.length}`,
    );
  }
  const effects = Array.from({ length: k }, () => new Float64Array(trajectories));
  for (let t = 0; t < trajectories; t++) {
    for (let s = 0; s < k; s++) {
      const j = changed[t * k + s]!;
      const at = t * (k + 1) + s;
      const direction = Math.sign(points[at + 1]![j]! - points[at]![j]!);
      effects[j]![t] = (direction * (outputs[at + 1]! - outputs[at]!)) / step;
    }
  }
  return effects.map((list) => ({
    effects: list,
    mu: confidenceInterval(list, level),
    muStar: confidenceInterval(list.map(Math.abs), level),
    sigma: standardDeviationInterval(list, level),
  }));
}
