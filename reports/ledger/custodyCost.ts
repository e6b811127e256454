/**
 * Cost of custody at one price per person-year: the average, or the marginal cost of a bed-year.
 *
 * At the **average** price it is a gross value. It holds the buildings, posts and offices that stay when a few
 * people leave, so a difference of two such costs is not money saved. At the **marginal** price (food, clothes,
 * health care: what one person more or less changes while the posts stay) only the difference between two
 * scenarios has a meaning.
 *
 * @param personYears may be negative, for a difference
 * @param price per person-year
 * @returns in the price's currency
 * @example
 * custodyCost(75, 47162); // => 3537150
 */
export function custodyCost(personYears: number, price: number): number {
  return personYears * price;
}

/**
 * Cost of custody where each level of facility has its own average price. A gross value, as in
 * {@link custodyCost}.
 *
 * @param personYears by level
 * @param prices per person-year, by level
 * @returns in the prices' currency
 * @throws {RangeError} if a level with people has no price: a missing price is not 0
 * @example
 * custodyCostByLevel({ low: 10, high: 2 }, { low: 47000, high: 60000 }); // => 590000
 */
export function custodyCostByLevel(
  personYears: Readonly<Record<string, number>>,
  prices: Readonly<Record<string, number | null>>,
): number {
  return Object.entries(personYears).reduce((sum, [level, years]) => {
    const price = Object.hasOwn(prices, level) ? prices[level] : null;
    if (years !== 0 && typeof price !== "number") {
      throw new RangeError(
        `custodyCostByLevel requires a price for every level with people, got none for "${level}"`,
      );
    }
    return sum + years * (price ?? 0);
  }, 0);
}
