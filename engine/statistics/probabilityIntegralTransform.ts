/**
 * Where an observation falls within a forecast sample, as a probability: its rank among the outcomes.
 *
 * If the observation is one more draw from the same distribution, the result is uniform in (0, 1), for continuous and
 * discrete outcomes alike and for any size of the sample. A pile at the ends over many forecasts says that they are
 * too narrow, in the middle too wide, at one end biased.
 *
 * @param sample outcomes that were forecast, at least one, in any order
 * @param observed what came
 * @param uniform in [0, 1): places the observation within its rank and among outcomes equal to it
 * @throws {RangeError} if the sample is empty
 * @see Czado, Gneiting & Held (2009), Predictive model assessment for count data, Biometrics 65(4), 1254-1261
 * @example
 * probabilityIntegralTransform([1, 2, 3], 2.5, 0.5); // => 0.625
 */
export function probabilityIntegralTransform(
  sample: ArrayLike<number>,
  observed: number,
  uniform: number,
): number {
  const outcomes = Array.from(sample);
  if (outcomes.length === 0) {
    throw new RangeError("probabilityIntegralTransform requires at least one outcome");
  }
  const below = outcomes.filter((outcome) => outcome < observed).length;
  const equal = outcomes.filter((outcome) => outcome === observed).length;
  return (below + uniform * (equal + 1)) / (outcomes.length + 1);
}
