import { roundedShares } from "./largestRemainder.ts";
import { sentenceBands, subBands } from "./sentenceBands.ts";
import { at, type Cell, roundTo, sum, type Table } from "./table.ts";
import type { TimeServedRule } from "./timeToServe.ts";
import { placementDays, placementShares } from "./usCommunity.ts";
import { personsByGroup } from "./usInitialStock.ts";
import { levelInCommunity, levelsOfSex } from "./usLevels.ts";
import type { UsModel } from "./usModel.ts";
import { usParameter } from "./usParameters.ts";
import { profileIndex } from "./usProfiles.ts";
import { type ClassChange, newcomers } from "./usReclassification.ts";
import { drugTreatmentDays, drugTreatmentMinimumDays } from "./usRules.ts";
import type { Sex } from "./usStreamStock.ts";

type Row = { readonly [key: string]: Cell };

const regionOrder = ["MXR", "NCR", "NER", "SCR", "SER", "WXR"];
const offenceTitles = {
  drug: "drug offences",
  weapons: "weapons offences",
  immigration: "immigration offences",
  violent: "violent offences",
  property: "property offences",
  publicOrder: "other public-order offences",
  supervisionViolation: "violations of supervised release",
};
const citizenTitles = {
  US: "US citizens",
  MX: "Mexican citizens",
  treaty: "citizens of other treaty nations",
  other: "other and unknown citizenship",
};
const citations = [
  "BOP-S6",
  "BOP-S7",
  "BOP-S8",
  "BOP-S14",
  "BOP-S31",
  "BOP-S32",
  "BOP-S33",
  "BOP-S37",
  "BOP-S39",
  "BOP-S73",
  "BOP-S75",
  "BOP-S76",
  "BOP-S82",
  "BOP-S85",
  "BOP-S88",
  "T-S24",
  "T-S25",
];

/** Shares as an object, in the order of the keys, without the zeros. */
function shareObject(
  keys: readonly string[],
  weights: readonly number[],
  decimals: number,
): Record<string, number> {
  const shares = roundedShares(weights, decimals);
  const entries = keys.map((key, index) => [key, shares[index] ?? 0] as const);
  return Object.fromEntries(entries.filter(([, share]) => share > 0));
}

function sentenceOf(model: UsModel, profile: number): Row {
  const flow = model.state.flow[profile] ?? [];
  const stock = model.state.stock[profile] ?? [];
  const shares = roundedShares(flow.slice(0, subBands.length), 6);
  const bands = subBands.map((band, index) => ({
    from: `${band.fromYears} y`,
    to: `${band.toYears} y`,
    share: shares[index] ?? 0,
  }));
  const life = subBands.length;
  return {
    bands: bands.filter((band) => band.share > 0),
    life: {
      admissionShare: roundTo((flow[life] ?? 0) / sum(flow), 8),
      stockShare: roundTo((stock[life] ?? 0) / sum(stock), 6),
    },
  };
}

/** A rule as the tables write it. */
function servedOf(rule: TimeServedRule): Row {
  const { drugTreatment, firstStepAct } = rule;
  const reductions: Row[] = [];
  if (drugTreatment.share > 0) {
    reductions.push({
      id: "drugTreatment",
      share: drugTreatment.share,
      fixed: {
        days: `${drugTreatmentDays} d`,
        minimumSentence: `${drugTreatmentMinimumDays} d`,
      },
    });
  }
  if (firstStepAct.share > 0) {
    const { perDay, maximumDays } = firstStepAct;
    reductions.push({
      id: "firstStepAct",
      share: firstStepAct.share,
      earned: { perDay, maximum: `${maximumDays} d`, beyond: "finalPlacement" },
    });
  }
  return {
    share: rule.share,
    preTrialCredit: `${rule.preTrialCreditDays} d`,
    minimum: `${rule.minimumDays} d`,
    reductions,
  };
}

function agesOf(model: UsModel): Row {
  const { entryAges } = model.state.survival;
  const shares = roundedShares(
    entryAges.map((band) => band.share),
    6,
  );
  const bands = entryAges.map((band, index) => ({
    from: `${band.fromAge} y`,
    to: `${band.toAge} y`,
    share: shares[index] ?? 0,
  }));
  return { bands: bands.filter((band) => band.share > 0) };
}

function deathsOf(model: UsModel): Row[] {
  return model.state.survival.hazards.map(({ fromAge, perYear }) => ({
    fromAge: `${fromAge} y`,
    rate: `${roundTo(perYear, 8)} /y`,
  }));
}

function changesOf(changes: readonly ClassChange[]): Row[] {
  return changes.map(({ from, to, perYear }) => ({ from, to, rate: `${perYear} /y` }));
}

function regionsOf(model: UsModel, sex: string): Record<string, number> {
  const isSex = (column: number) => model.streams[column]?.sex === sex;
  const byRegion = personsByGroup(model.stock, isSex, ({ unit }) => String(unit.row.region));
  return shareObject(
    regionOrder,
    regionOrder.map((region) => at(byRegion, region)),
    4,
  );
}

/** Own levels that change with the final placement. */
function levelsInCommunity(sex: Sex): Row {
  const levels = levelsOfSex[sex].map((level) => [level, levelInCommunity(level, sex)] as const);
  const lower = levels.filter(([inside, outside]) => inside !== outside);
  return { ...Object.fromEntries(lower), unclassified: "minimum" };
}

function streamRow(model: UsModel, index: number): Row {
  const stream = at(new Map(model.streams.entries()), index);
  const profile = profileIndex(stream);
  const rule = at(new Map(model.state.profiles.entries()), profile).rule;
  const classes = at(new Map(model.classes.entries()), index);
  const placement = placementShares(stream.citizenship);
  return {
    id: stream.id,
    title: `${stream.sex === "male" ? "Men" : "Women"}, ${citizenTitles[stream.citizenship]}, ${offenceTitles[stream.offence]}`,
    offence: stream.offence,
    citizenship: stream.citizenship,
    sex: stream.sex,
    admissions: `${(model.admissions[index] ?? 0).toFixed(3)} persons/y`,
    levels: { ...classes.entry },
    reclassification: changesOf(classes.changes),
    regions: regionsOf(model, stream.sex),
    sentence: sentenceOf(model, profile),
    timeServed: servedOf(rule),
    ageAtEntry: agesOf(model),
    deaths: deathsOf(model),
    finalPlacement: {
      facility: "COMMUNITY",
      ...placement,
      days: `${placementDays} d`,
      waitAtStart: `${model.waitDays} d`,
      levels: levelsInCommunity(stream.sex),
    },
    mark: "derived",
    source:
      stream.offence === "supervisionViolation"
        ? "BOP-S7;BOP-S31;ASSUMPTION"
        : "BOP-S8;BOP-S31;BOP-S33;BOP-S37;BOP-S39;ASSUMPTION",
  };
}

/** People expelled from Mexico to the United States: no domestic admissions, long sentences. */
function expelledRow(model: UsModel): Row {
  const drug = at(
    new Map(model.state.profiles.entries()),
    profileIndex({ offence: "drug", citizenship: "MX" }),
  ).rule;
  return {
    id: "expelled-MX-male",
    title: "Men expelled from Mexico to the United States, drug offences",
    offence: "organisedCrime",
    citizenship: "MX",
    sex: "male",
    admissions: "0 persons/y",
    levels: { [newcomers]: 1 },
    reclassification: [{ from: newcomers, to: "high", rate: "1 /y" }],
    regions: shareObject(
      regionOrder,
      regionOrder.map(() => 1),
      4,
    ),
    sentence: {
      bands: [{ from: "20 y", to: "40 y", share: 1 }],
      life: { admissionShare: 0.2, stockShare: 0 },
    },
    timeServed: servedOf({ ...drug, firstStepAct: { ...drug.firstStepAct, share: 0 } }),
    ageAtEntry: { bands: [{ from: "30 y", to: "60 y", share: 1 }] },
    deaths: deathsOf(model),
    // Leaders of criminal organisations, who led them from prison (MX102, MX106).
    highProfileShare: 1,
    mark: "assumption",
    source: "T-S63;MX102;MX103;MX104;MX106;ASSUMPTION",
  };
}

/** Admission streams of the US side. */
export function usStreams(model: UsModel): Table {
  return {
    table: `${model.vintage.tables}-streams`,
    title: `Admissions to the US Bureau of Prisons by offence, citizenship and sex${model.vintage.titleEnd}`,
    asOf: model.vintage.asOf,
    mark: "derived",
    note: model.vintage.firstStepAct ? noteOfNewest() : noteOfHindcast,
    sources: [...citations, "T-S63", "MX102", "MX103", "MX104", "MX106", "ASSUMPTION", "GENERAL"],
    rows: [
      ...model.streams.map((_, index) => streamRow(model, index)),
      ...(model.vintage.firstStepAct ? [expelledRow(model)] : []),
    ],
  };
}

const noteOfHindcast =
  "People leave as observed in 2017 (49,461 with sentences over one year): the stock of each sentence over its mean " +
  "stay. Court admissions are those of 2017 (40,180), so the stock falls. Offences and sentence bands: 2012 and " +
  "before, immigration and citizenship August 2017. Ages: the pattern of 2022. Assumptions as in us-streams.";

function noteOfNewest(): string {
  const bandNote = `sentences over ${sentenceBands.at(-1)?.fromYears} years as up to ${sentenceBands.at(-1)?.toYears}`;
  return (
    "A stationary state: admissions are the stock of each sentence over its mean stay (Little's law; the stock stood " +
    "between 156 and 159 thousand from the end of 2021 to 2024, BOP-S8, BOP-S31). Sentences have at once the bands of " +
    "the stock of 2019 and the means and shares of the people sentenced in FY2023. Assumptions: seeds of the fits, " +
    `${bandNote}, sentences of violators, credits before trial, taking part in programmes, placement shares, entry ` +
    `classes and speeds of reclassification (${usParameter("reclassificationPerYear")} a year). See data/README.md.`
  );
}
