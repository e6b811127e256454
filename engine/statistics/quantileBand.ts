/**
 * Quantiles of a set of outcomes, by linear interpolation between order statistics (type 7, the default of R
 * and NumPy).
 *
 * A band of outcomes, such as 0.05 to 0.95, says where replications fall; it does not shrink with their number.
 *
 * @param values at least one, in any order
 * @param probabilities each in [0, 1]
 * @returns one quantile per probability, in the order asked
 * @throws {RangeError} if there is no value, or a probability is out of its range
 * @see Hyndman & Fan (1996), The American Statistician 50(4), 361-365, definition 7
 * @example
 * quantileBand([1, 2, 3, 4], [0, 0.25, 0.5]); // => [1, 1.75, 2.5]
 */
export function quantileBand(values: ArrayLike<number>, probabilities: readonly number[]): number[] {
  if (values.length === 0) {
    throw new RangeError("quantileBand requires at least one value");
  }
  const sorted = new Float64Array(values).sort();
  return probabilities.map((probability) => {
    if (!(probability >= 0 && probability <= 1)) {
      throw new RangeError(`quantileBand requires probabilities in [0, 1], got ${probability}`);
    }
    const position = (sorted.length - 1) * probability;
    const below = Math.floor(position);
    const low = sorted[below]!;
    const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
    return low === high ? low : low + (position - below) * (high - low);
  });
}
