import { pointsWithin, type SubBand, subBands } from "./sentenceBands.ts";
import type { Survival } from "./survival.ts";
import { daysPerYear, reductionClasses, servedTerm, type TimeServedRule } from "./timeToServe.ts";
import { type Citizenship, citizenships, type Offence, offences } from "./usStreamStock.ts";

/** People of one offence group and citizenship: men and women share sentences and rules. */
export interface Profile {
  readonly offence: Offence;
  readonly citizenship: Citizenship;
  readonly rule: TimeServedRule;
}

/** Offence groups and citizenships of all profiles. */
export const profileKeys = offences.flatMap((offence) =>
  citizenships.map((citizenship) => ({ offence, citizenship })),
);

/** Place of a profile in {@link profileKeys}. */
export function profileIndex(key: { readonly offence: Offence; readonly citizenship: Citizenship }): number {
  return offences.indexOf(key.offence) * citizenships.length + citizenships.indexOf(key.citizenship);
}

/** Mean years in custody of people admitted in a sub-band, with deaths as a competing exit. */
export function meanStayYears(rule: TimeServedRule, band: SubBand, survival: Survival): number {
  const points = pointsWithin(band);
  let days = 0;
  for (const people of reductionClasses(rule)) {
    for (const sentence of points) {
      days += (people.share * survival.meanDays(servedTerm(rule, sentence, people).days)) / points.length;
    }
  }
  return days / daysPerYear;
}

/** Mean years in custody by sub-band; the last entry is life. */
export function stayYears(rule: TimeServedRule, survival: Survival): number[] {
  return [
    ...subBands.map((band) => meanStayYears(rule, band, survival)),
    survival.lifetimeDays / daysPerYear,
  ];
}
