/** Stays spread evenly between two bounds; `perYear` people a year are admitted to such a stay. */
export interface StayBand {
  readonly fromYears: number;
  readonly toYears: number;
  readonly perYear: number;
}

/**
 * Mean years that a person of a band spends inside before leaving or before an event of constant hazard, whichever
 * comes first: E[(1 - exp(-hazard L)) / hazard].
 *
 * With the hazard of death alone it is the mean time inside; with that of sentencing added, the mean time before
 * trial. Times the admissions a year it is a stationary stock (Little's law).
 *
 * @param hazard per year, 0 or more
 * @param withinYears counts only the first years of the stay
 * @example
 * meanYears({ fromYears: 2, toYears: 4, perYear: 1 }, 0); // => 3
 */
export function meanYears(
  band: Pick<StayBand, "fromYears" | "toYears">,
  hazard: number,
  withinYears = Number.POSITIVE_INFINITY,
): number {
  const { fromYears: from, toYears: to } = band;
  const until = Math.min(withinYears, to);
  const certain = decayed(hazard, Math.min(until, from));
  return until <= from ? certain : certain + declining(hazard, from, to, until);
}

/** Integral of exp(-hazard u) from 0 to `until`. */
function decayed(hazard: number, until: number): number {
  return hazard === 0 ? until : (1 - Math.exp(-hazard * until)) / hazard;
}

/** Integral of exp(-hazard u) times the share of the band still inside, from the shortest stay to `until`. */
function declining(hazard: number, from: number, to: number, until: number): number {
  if (hazard === 0) return ((to - from) * (to - from) - (to - until) * (to - until)) / (2 * (to - from));
  const at = (u: number) => (Math.exp(-hazard * u) * (1 / hazard - (to - u))) / hazard;
  return (at(until) - at(from)) / (to - from);
}

/** People inside in a steady state, all bands together; see {@link meanYears} for the hazard. */
export function steadyStock(bands: readonly StayBand[], hazard: number, withinYears?: number): number {
  return bands.reduce((sum, band) => sum + band.perYear * meanYears(band, hazard, withinYears), 0);
}
