/** Hazard of death from an age on (per person and year). */
export interface HazardBand {
  readonly fromAge: number;
  readonly perYear: number;
}

const firstAge = 20;
const lastAge = 90;
const bandYears = 5;

/** Age at which the level of the curve is said. */
export const referenceAge = 40;

/** Nobody lives longer. */
export const oldestAge = 110;

/**
 * Hazards of death in bands of five years that rise by a constant factor (Gompertz): the first band from age 0, the
 * last without end.
 *
 * @param level hazard at age 40 (per year)
 * @param doublingYears years of age in which the hazard doubles
 */
export function gompertzBands(level: number, doublingYears: number): HazardBand[] {
  const hazardAt = (age: number) => level * 2 ** ((age - referenceAge) / doublingYears);
  const bands = [{ fromAge: 0, perYear: hazardAt(firstAge - bandYears / 2) }];
  for (let age = firstAge; age <= lastAge; age += bandYears) {
    bands.push({ fromAge: age, perYear: hazardAt(age + bandYears / 2) });
  }
  return bands;
}

/** Hazard at an age (per year). */
export function hazardAtAge(bands: readonly HazardBand[], age: number): number {
  return bands.findLast((band) => band.fromAge <= age)?.perYear ?? 0;
}

/** Integral of the hazard from age 0. */
export function cumulativeHazard(bands: readonly HazardBand[], age: number): number {
  return bands.reduce((total, band, index) => {
    const end = Math.min(age, bands[index + 1]?.fromAge ?? Number.POSITIVE_INFINITY);
    return total + Math.max(0, end - band.fromAge) * band.perYear;
  }, 0);
}
