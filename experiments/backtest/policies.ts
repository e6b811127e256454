/** A dated cut of the sentences that people are serving, as it was published beforehand. */
export interface RetroactiveCut {
  readonly id: string;
  /** ISO date from which the figures were public. */
  readonly publicFrom: string;
  /** ISO date of the first releases. */
  readonly inForceFrom: string;
  /** People inside on that date who would get it. */
  readonly persons: number;
  readonly cutMonths: number;
  /** Published saving over all years, from which the time that these people have left follows. */
  readonly bedYears: number;
  readonly source: string;
}

/** Whether somebody who forecast at the end of a year could know of a cut. */
export function isPublic({ publicFrom }: RetroactiveCut, origin: number): boolean {
  return publicFrom <= `${origin}-12-31`;
}

/**
 * Longest time left on the date in force (years), if the times left are uniform: a person with r left saves the
 * lesser of r and the cut c, so that the saving is persons x (c - c^2 / 2T).
 *
 * @throws {RangeError} if the published saving does not go together with the cut
 */
export function longestLeftYears({ id, persons, cutMonths, bedYears }: RetroactiveCut): number {
  const cut = cutMonths / 12;
  const lost = cut - bedYears / persons;
  const longest = (cut * cut) / (2 * lost);
  if (!(lost > 0 && longest >= cut)) {
    throw new RangeError(`longestLeftYears: the bed-years of "${id}" do not follow from its persons and cut`);
  }
  return longest;
}

/** Years from the date in force to the end of a year, negative before it. */
export function yearsInForce({ inForceFrom }: RetroactiveCut, yearEnd: number): number {
  const [year, month, day] = inForceFrom.split("-").map(Number) as [number, number, number];
  return yearEnd + 1 - (year + (month - 1) / 12 + (day - 1) / 365.25);
}

/** People who are out at the end of a year because of a cut: those with t < r <= t + c left on its first day. */
export function peopleOut(cut: RetroactiveCut, yearEnd: number): number {
  const t = yearsInForce(cut, yearEnd);
  if (t < 0) return 0;
  const longest = longestLeftYears(cut);
  const left = Math.min(longest, t + cut.cutMonths / 12) - Math.min(longest, t);
  return (cut.persons * left) / longest;
}
