/** A year end of a prison system and the flows of that year (persons); null where the source has no figure. */
export interface HistoryYear {
  readonly year: number;
  /** All people. */
  readonly yearEndStock: number;
  /** Of them, those with a sentence over one year, whom the flows are about. */
  readonly sentencedStock: number;
  readonly admissions: number | null;
  readonly releases: number | null;
  readonly deaths: number | null;
  /** People in the system's own institutions, and their rated capacity. */
  readonly bopCustody: number | null;
  readonly ratedCapacity: number | null;
}

/** A year of which all flows are known. */
export interface FlowYear extends HistoryYear {
  readonly admissions: number;
  readonly releases: number;
  readonly deaths: number;
}

/**
 * What was known at the end of a year: nothing later is in it.
 *
 * @param history in order of years, without a gap
 * @throws {RangeError} if the origin is not in the history, or a year is missing
 */
export function knownAt<Year extends { readonly year: number }>(
  history: readonly Year[],
  origin: number,
): readonly Year[] {
  const known = history.filter(({ year }) => year <= origin);
  if (known.at(-1)?.year !== origin || known.some(({ year }, i) => year !== known[0]!.year + i)) {
    throw new RangeError(`knownAt requires every year up to ${origin}`);
  }
  return known;
}

/** The years of which all flows are known. */
export function flowYears(history: readonly HistoryYear[]): readonly FlowYear[] {
  return history.filter(
    (year): year is FlowYear => year.admissions !== null && year.releases !== null && year.deaths !== null,
  );
}
