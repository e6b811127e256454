/**
 * Continuous ranked probability score of a forecast that is given as a sample of outcomes: the integral of the
 * squared distance between the sample's distribution function and the step at what was observed.
 *
 * In the unit of the outcome; 0 is best. For one value it is the absolute error, so it compares forecasts with and
 * without spread. Cost: n log n.
 *
 * @param sample outcomes that were forecast, at least one, in any order
 * @param observed what came
 * @throws {RangeError} if the sample is empty
 * @see Gneiting & Raftery (2007), Journal of the American Statistical Association 102(477), 359-378, equation 21;
 *   Laio & Tamea (2007), Hydrology and Earth System Sciences 11(4), 1267-1277 (the sum over order statistics)
 * @example
 * crps([1, 3], 2); // => 0.5
 */
export function crps(sample: ArrayLike<number>, observed: number): number {
  const sorted = Float64Array.from(sample).sort();
  const n = sorted.length;
  if (n === 0) {
    throw new RangeError("crps requires at least one outcome");
  }
  let sum = 0;
  sorted.forEach((value, i) => {
    sum += (value - observed) * ((observed < value ? n : 0) - i - 0.5);
  });
  return (2 * sum) / n ** 2;
}
