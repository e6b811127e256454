import { type AgeBand, evenEntryAges, publishedAges } from "./ages.ts";
import { solveEntryAges } from "./entryAges.ts";
import { gompertzBands } from "./mortality.ts";
import { groupSums } from "./proportionalFit.ts";
import { rootOf } from "./rootOf.ts";
import { bandKeys, pointsWithin, subBands } from "./sentenceBands.ts";
import { Survival, stockAges } from "./survival.ts";
import { sum } from "./table.ts";
import { usFlow, usParameter } from "./usParameters.ts";
import { type Profile, profileIndex, profileKeys, stayYears } from "./usProfiles.ts";
import {
  drugTreatmentMinimumDays,
  drugTreatmentsPerYear,
  drugTreatmentWeight,
  eligibleShare,
  type ReductionLevels,
  roundedRule,
  servedRule,
} from "./usRules.ts";
import { bandOfCell, bandPersons, fitSentences, sentencingTargets } from "./usSentenceFit.ts";
import { stillServing } from "./usStillServing.ts";
import { fitStreams, offences, streamKeys, streamMargins } from "./usStreamStock.ts";
import type { UsTotals } from "./usTotals.ts";
import type { UsVintage } from "./usVintage.ts";
import { isFitted, violatorPersons, violatorStock } from "./usViolators.ts";

/** Everything that hangs together in a stationary stock: it is solved by repeating the steps until nothing moves. */
export interface SteadyState {
  readonly margins: ReturnType<typeof streamMargins>;
  /** Stock by stream key, before rounding. */
  readonly streamCells: readonly number[];
  readonly profiles: readonly Profile[];
  /** Mean years in custody, stock and yearly flow by profile and sentence cell. */
  readonly stays: readonly (readonly number[])[];
  readonly stock: readonly (readonly number[])[];
  readonly flow: readonly (readonly number[])[];
  readonly survival: Survival;
  readonly levels: ReductionLevels;
  /** Hazard of death at age 40 (per year). */
  readonly mortalityLevel: number;
  readonly deathsPerYear: number;
  /** Stock of people with sentences over one year by published age band: shares. */
  readonly ageShares: readonly number[];
  readonly publishedAges: readonly AgeBand[];
  readonly bands: readonly number[];
  readonly worstMissShare: number;
}

interface Unknowns {
  readonly entryAges: readonly AgeBand[];
  readonly mortalityLevel: number;
  readonly levels: ReductionLevels;
  readonly violatorPersons: number;
}

const ROUNDS = 24;
const AGE_ROUNDS = 4;

/** Solves streams, sentences, reductions, ages and deaths together. */
export function steadyState(vintage: UsVintage): SteadyState {
  const { totals } = vintage;
  let unknowns: Unknowns = {
    entryAges: evenEntryAges(),
    mortalityLevel: 0.0015,
    levels: { eligibleOdds: 1, drugTreatment: 0.2 },
    violatorPersons: totals.violatorsOverOneYear,
  };
  for (let round = 1; ; round += 1) {
    const state = oneRound(vintage, totals, unknowns);
    if (round === ROUNDS) return state.found;
    unknowns = state.next;
  }
}

function oneRound(
  vintage: UsVintage,
  totals: UsTotals,
  unknowns: Unknowns,
): { found: SteadyState; next: Unknowns } {
  const { entryAges, mortalityLevel, levels } = unknowns;
  const survival = new Survival(
    entryAges,
    gompertzBands(mortalityLevel, usParameter("mortalityDoublingYears")),
  );
  const profiles = profileKeys.map(({ offence, citizenship }) => ({
    offence,
    citizenship,
    rule: roundedRule(servedRule(vintage, offence, citizenship, levels)),
  }));
  const stays = profiles.map(({ rule }) => stayYears(rule, survival));
  const margins = streamMargins(vintage, totals.totalPersons, unknowns.violatorPersons);
  const streamCells = fitStreams(margins).cells;
  const profilePersons = groupSums(streamCells, {
    name: "profile",
    groupOfCell: streamKeys.map(profileIndex),
    targets: profileKeys.map(() => 0),
  });
  const bands = bandPersons(vintage.sentenceDate, totals.totalPersons);
  const violators = violatorStock(profilePersons, stays);
  const { stock, worstMissShare } = allSentences(
    vintage,
    totals,
    profiles,
    profilePersons,
    stays,
    bands,
    violators,
  );
  const flow = stock.map((cells, index) =>
    cells.map((persons, cell) => persons / (stays[index]?.[cell] ?? 1)),
  );
  const ages = publishedAges(vintage.agesDate);
  const everybody = stockAges(
    survival,
    stillServing(profiles, flow, () => true),
    ages,
  );
  const overOneYear = stockAges(
    survival,
    stillServing(profiles, flow, (cell) => bandOfCell[cell] !== 0),
    ages,
  );
  const perEntry = overOneYear.personsByEntryBand;
  const wanted = ages.map((band) => band.share);
  const byAge = ages.map((_, age) =>
    sum(entryAges.map((band, entry) => band.share * (perEntry[entry]?.[age] ?? 0))),
  );
  return {
    found: {
      margins,
      streamCells,
      profiles,
      stays,
      stock,
      flow,
      survival,
      levels,
      mortalityLevel,
      deathsPerYear: everybody.deathsPerYear,
      ageShares: byAge.map((persons) => persons / sum(byAge)),
      publishedAges: ages,
      bands,
      worstMissShare,
    },
    next: {
      entryAges: solveEntryAges(entryAges, perEntry, wanted, AGE_ROUNDS),
      mortalityLevel: mortalityLevel * (totals.deathsPerYear / everybody.deathsPerYear),
      levels: nextLevels(profiles, profilePersons, flow),
      violatorPersons: violatorPersons(totals.violatorsOverOneYear, profilePersons, stays),
    },
  };
}

function allSentences(
  vintage: UsVintage,
  totals: UsTotals,
  profiles: readonly Profile[],
  profilePersons: readonly number[],
  stays: readonly (readonly number[])[],
  bands: readonly number[],
  violators: readonly (readonly number[])[],
) {
  const left = bands.map((persons, band) =>
    violators.reduce(
      (rest, cells) => rest - sum(cells.filter((_, cell) => bandOfCell[cell] === band)),
      persons,
    ),
  );
  const fitted = profiles.map((profile, index) => ({ profile, persons: profilePersons[index] ?? 0 }));
  const court = fitted.filter((_, index) => isFitted(index));
  const courtStays = stays.filter((_, index) => isFitted(index));
  const fit = fitSentences(court, left, courtStays, {
    courtOverOneYear: totals.exitsOverOneYear - totals.violatorsOverOneYear,
    sentencing: sentencingTargets(vintage),
  });
  let next = 0;
  const stock = profiles.map((_, index) =>
    isFitted(index) ? (fit.stock[next++] ?? []) : [...(violators[index] ?? [])],
  );
  return { stock, worstMissShare: fit.worstMissShare };
}

/** Levels of the reductions that come nearer to the published totals. */
function nextLevels(
  profiles: readonly Profile[],
  profilePersons: readonly number[],
  flow: readonly (readonly number[])[],
): ReductionLevels {
  const ineligible = usFlow("fsa_ineligible_by_offence_share", "2020-09-26") / 100;
  const byOffence = offences.map((offence) =>
    sum(profilePersons.filter((_, index) => profileKeys[index]?.offence === offence)),
  );
  const eligible = (odds: number) =>
    sum(offences.map((offence, index) => (byOffence[index] ?? 0) * eligibleShare(offence, odds))) /
    sum(byOffence);
  const longEnough = subBands.map(
    (band) =>
      pointsWithin(band).filter((days) => days >= drugTreatmentMinimumDays).length /
      pointsWithin(band).length,
  );
  const weighted = sum(
    profiles.map(
      ({ offence, citizenship }, index) =>
        drugTreatmentWeight(offence, citizenship) *
        sum(longEnough.map((share, cell) => share * (flow[index]?.[cell] ?? 0))),
    ),
  );
  return {
    eligibleOdds: rootOf(0.01, 100, (odds) => 1 - ineligible - eligible(odds)),
    drugTreatment: drugTreatmentsPerYear() / weighted,
  };
}

/** Keys of the bands with the stock of each, for the residuals. */
export function stockByBand(stock: readonly (readonly number[])[]): number[] {
  return bandKeys.map((_, band) =>
    sum(stock.map((cells) => sum(cells.filter((_, cell) => bandOfCell[cell] === band)))),
  );
}
