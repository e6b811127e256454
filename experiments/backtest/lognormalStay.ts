import { normalDistribution } from "../forecast/normalDistribution.ts";

/** Time from admission to exit: lognormal, by its mean and coefficient of variation. */
export interface Stay {
  readonly meanYears: number;
  readonly cv: number;
}

/**
 * Years that a person spends inside within the first `years` after admission, on average: the integral of the
 * survival function.
 *
 * @example
 * yearsInside({ meanYears: 3, cv: 1 }, 1000); // => 3
 */
export function yearsInside({ meanYears, cv }: Stay, years: number): number {
  if (years <= 0) return 0;
  const variance = Math.log(1 + cv * cv);
  const sd = Math.sqrt(variance);
  const z = (Math.log(years / meanYears) + variance / 2) / sd;
  return years * (1 - normalDistribution(z)) + meanYears * normalDistribution(z - sd);
}

/**
 * Share of the people admitted evenly over a year who are still inside `years` after its end.
 *
 * @param years 0 or more
 */
export function shareInside(stay: Stay, years: number): number {
  return yearsInside(stay, years + 1) - yearsInside(stay, years);
}
