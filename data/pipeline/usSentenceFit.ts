import { numberOf, onlyRow, readSource } from "./readSource.ts";
import { type LinearCondition, relativeEntropyFit } from "./relativeEntropyFit.ts";
import { bandKeys, lifeAsMonths, sentenceBands, subBandMiddles, subBands } from "./sentenceBands.ts";
import { sum } from "./table.ts";
import { usFlow } from "./usParameters.ts";
import type { Profile } from "./usProfiles.ts";
import type { UsVintage } from "./usVintage.ts";

/** Sub-bands and, last, life. */
export const cellCount = subBands.length + 1;

/** Published band of every cell. */
export const bandOfCell: readonly number[] = [...subBands.map(({ band }) => band), sentenceBands.length];

/** Sentence that stands for a cell in means (months). */
export const monthsOfCell: readonly number[] = [...subBandMiddles.map((years) => 12 * years), lifeAsMonths];

/** Stock by sentence imposed (death sentences in "life"), scaled to a total. */
export function bandPersons(date: string, totalPersons: number): number[] {
  const rows = readSource("us-composition.csv").filter(
    (row) => row.dimension === "sentence_imposed" && row.as_of_date === date,
  );
  const count = (category: string) =>
    numberOf(
      onlyRow(rows, (row) => row.category === category, category),
      "count_persons",
    );
  const names = ["under 1 year", "1 to 3 years", "3 to 5 years", "5 to 10 years", "10 to 15 years"];
  const counts = [...names, "15 to 20 years", "over 20 years"].map(count);
  const deathSentences = rows.some((row) => row.category === "death") ? count("death") : 0;
  counts.push(count("life") + deathSentences);
  return counts.map((persons) => (persons / sum(counts)) * totalPersons);
}

/** Published figures of the flow, as the fit uses them. */
export interface FlowTargets {
  /** People who leave (and, in a stationary stock, enter) with sentences over one year, violators left out. */
  readonly courtOverOneYear: number;
  readonly sentencing: {
    readonly drugMeanMonths: number;
    readonly nonCitizenMeanMonths: number;
    readonly immigrationShareOfNonCitizens: number;
    readonly drugShareOfNonCitizens: number;
    readonly citizenShareOfDrug: number;
    readonly mexicanShareOfNonCitizens: number;
  } | null;
}

/** Figures of the Sentencing Commission for the fiscal year of a vintage. */
export function sentencingTargets(vintage: UsVintage): FlowTargets["sentencing"] {
  const year = vintage.sentencingYear;
  if (year === null) return null;
  return {
    drugMeanMonths: usFlow("sentence_mean", year, "drug"),
    nonCitizenMeanMonths: usFlow("sentence_mean", year, "non-US"),
    immigrationShareOfNonCitizens:
      usFlow("noncitizen_guideline_share", year, "non-citizens: immigration") / 100,
    drugShareOfNonCitizens: usFlow("noncitizen_guideline_share", year, "non-citizens: drug") / 100,
    citizenShareOfDrug: usFlow("us_citizen_share", year, "drug") / 100,
    mexicanShareOfNonCitizens: usFlow("sentenced_mexican_nationals_share", year) / 100,
  };
}

/** Stock of one profile by sub-band that the assumed shares by band stand for; within a band admissions are even. */
function seedOf(profile: Profile, persons: number, stays: readonly number[]): number[] {
  const row = onlyRow(
    readSource("us-seed-offence-band.csv"),
    (entry) => entry.offence === profile.offence,
    profile.offence,
  );
  const weights = stays.map((stay, cell) => {
    const band = subBands[cell];
    return band === undefined ? stay : stay * (band.toYears - band.fromYears);
  });
  const ofBand = bandKeys.map((_, band) => sum(weights.filter((_, cell) => bandOfCell[cell] === band)));
  return weights.map((weight, cell) => {
    const band = bandOfCell[cell] ?? 0;
    return (persons * numberOf(row, bandKeys[band] ?? "") * weight) / (ofBand[band] ?? 1);
  });
}

/**
 * Stock by profile and sentence that is nearest to the assumed pattern and has, at once, the published bands of the
 * stock and the published means and shares of the flow. The flow of a cell is its stock over its mean stay.
 *
 * @param fitted profiles committed by a court, with their stock
 * @param bands stock by band that is left for them
 * @param stays mean years in custody by profile and cell
 */
export function fitSentences(
  fitted: readonly { readonly profile: Profile; readonly persons: number }[],
  bands: readonly number[],
  stays: readonly (readonly number[])[],
  targets: FlowTargets,
): { stock: number[][]; worstMissShare: number } {
  const seed = fitted.flatMap(({ profile, persons }, index) => seedOf(profile, persons, stays[index] ?? []));
  const cellWeights = (weight: (profile: Profile, cell: number, stay: number) => number) =>
    fitted.flatMap(({ profile }, index) =>
      Array.from({ length: cellCount }, (_, cell) => weight(profile, cell, stays[index]?.[cell] ?? 1)),
    );
  const conditions: LinearCondition[] = [
    ...fitted.map(({ profile, persons }) => ({
      name: `stock of ${profile.offence} ${profile.citizenship}`,
      weights: cellWeights((other) => (other === profile ? 1 : 0)),
      target: persons,
    })),
    // The bands add to the stock, so the last one follows from the others.
    ...bands.slice(0, -1).map((persons, band) => ({
      name: `stock of ${bandKeys[band]}`,
      weights: cellWeights((_, cell) => (bandOfCell[cell] === band ? 1 : 0)),
      target: persons,
    })),
    {
      name: "flow over one year",
      weights: cellWeights((_, cell, stay) => (bandOfCell[cell] === 0 ? 0 : 1 / stay)),
      target: targets.courtOverOneYear,
    },
    ...sentencingConditions(targets, cellWeights),
  ];
  const fit = relativeEntropyFit(seed, conditions);
  const stock = fitted.map((_, index) => fit.cells.slice(index * cellCount, (index + 1) * cellCount));
  return { stock, worstMissShare: fit.worstMissShare };
}

type CellWeights = (weight: (profile: Profile, cell: number, stay: number) => number) => number[];

/** Means and shares of the flow, each as a sum over cells that must be zero. */
function sentencingConditions(targets: FlowTargets, cellWeights: CellWeights): LinearCondition[] {
  const { sentencing } = targets;
  if (sentencing === null) return [];
  const isForeign = (profile: Profile) => profile.citizenship !== "US";
  const ofFlow = (
    name: string,
    within: (profile: Profile) => boolean,
    value: (profile: Profile, cell: number) => number,
  ) => ({
    name,
    weights: cellWeights((profile, cell, stay) => (within(profile) ? value(profile, cell) / stay : 0)),
    target: 0,
  });
  const months = (cell: number) => monthsOfCell[cell] ?? 0;
  const isDrug = (profile: Profile) => profile.offence === "drug";
  const share = (test: boolean, target: number) => (test ? 1 : 0) - target;
  return [
    ofFlow("mean of drug", isDrug, (_, cell) => months(cell) - sentencing.drugMeanMonths),
    ofFlow("mean of non-citizens", isForeign, (_, cell) => months(cell) - sentencing.nonCitizenMeanMonths),
    ofFlow("immigration among non-citizens", isForeign, (profile) =>
      share(profile.offence === "immigration", sentencing.immigrationShareOfNonCitizens),
    ),
    ofFlow("drug among non-citizens", isForeign, (profile) =>
      share(isDrug(profile), sentencing.drugShareOfNonCitizens),
    ),
    ofFlow("citizens in drug", isDrug, (profile) =>
      share(!isForeign(profile), sentencing.citizenShareOfDrug),
    ),
    ofFlow("Mexicans among non-citizens", isForeign, (profile) =>
      share(profile.citizenship === "MX", sentencing.mexicanShareOfNonCitizens),
    ),
  ];
}
