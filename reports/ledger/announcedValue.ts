const MILLION = 1e6;

/**
 * What an announcement of a handover multiplies: combined years left of the people handed over, times an average
 * cost per person and year. A gross value: no building, post or contract ends because these people left.
 *
 * That the releases of 2025 were made so is an inference: with the fee of the fiscal year 2023 it gives both of
 * their amounts.
 *
 * @param yearsLeft summed over the people (person-years)
 * @param fee per person-year, in any currency
 * @returns in the fee's currency
 * @throws {RangeError} if one of them is negative or not finite
 * @see US Department of Justice, releases of 14 April and 11 August 2025; 89 FR 97072 (the fee)
 * @example
 * announcedValue(75, 44090); // => 3306750 (the release said "over $3 million")
 */
export function announcedValue(yearsLeft: number, fee: number): number {
  if (!(yearsLeft >= 0 && fee >= 0 && Number.isFinite(yearsLeft * fee))) {
    throw new RangeError(`announcedValue requires years and a fee of 0 or more, got ${yearsLeft} and ${fee}`);
  }
  return yearsLeft * fee;
}

/**
 * Whole millions of a value, rounded down as in "over $3 million".
 *
 * @throws {RangeError} if the value is negative or not finite
 * @example
 * announcedMillions(4232640); // => 4
 */
export function announcedMillions(value: number): number {
  if (!(value >= 0 && Number.isFinite(value))) {
    throw new RangeError(`announcedMillions requires a value of 0 or more, got ${value}`);
  }
  return Math.floor(value / MILLION);
}
