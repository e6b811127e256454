/**
 * An amount of another currency in US dollars.
 *
 * @param perDollar units of the currency for one dollar, above 0; take the average of the amount's price year
 * @throws {RangeError} if the rate is not above 0
 * @example
 * inDollars(177334, 17.7334); // => 10000
 */
export function inDollars(amount: number, perDollar: number): number {
  if (!(perDollar > 0 && Number.isFinite(perDollar))) {
    throw new RangeError(`inDollars requires a rate above 0, got ${perDollar}`);
  }
  return amount / perDollar;
}
