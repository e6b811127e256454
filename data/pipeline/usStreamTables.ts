import { roundedShares } from "./largestRemainder.ts";
import { at, type Cell, roundTo, sum, type Table } from "./table.ts";
import { sentenceBands } from "./timeToServe.ts";
import { placementShare, type StreamFlow } from "./usFlows.ts";
import { personsByGroup } from "./usInitialStock.ts";
import { type UsModel, usAsOf } from "./usModel.ts";
import type { CountBasis } from "./usUnitCounts.ts";
import type { Unit } from "./usUnits.ts";

type Row = { readonly [key: string]: Cell };

const levelOrder = ["minimum", "low", "medium", "high", "administrative"];
const regionOrder = ["MXR", "NCR", "NER", "SCR", "SER", "WXR"];
const offenceTitles = {
  drug: "drug offences",
  weapons: "weapons offences",
  immigration: "immigration offences",
  violent: "violent offences",
  property: "property offences",
  publicOrder: "other public-order offences",
};
const citizenTitles = { US: "US citizens", MX: "Mexican citizens", other: "other and unknown citizenship" };
const citations = ["BOP-S6", "BOP-S7", "BOP-S8", "BOP-S31", "BOP-S33", "BOP-S37", "BOP-S39", "BOP-S82"];

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

function sentenceOf(flow: StreamFlow): Row {
  const fixed = flow.admissionsPerYear.slice(0, sentenceBands.length);
  const shares = roundedShares(fixed, 6);
  const bands = sentenceBands.map((band, index) => ({
    from: `${band.fromYears} y`,
    to: `${band.toYears} y`,
    share: shares[index] ?? 0,
  }));
  const lifeAdmissions = flow.admissionsPerYear[sentenceBands.length] ?? 0;
  const lifePersons = flow.stockPersons[sentenceBands.length] ?? 0;
  return {
    bands: bands.filter((band) => band.share > 0),
    life: {
      admissionShare: roundTo(lifeAdmissions / sum(flow.admissionsPerYear), 8),
      stockShare: roundTo(lifePersons / sum(flow.stockPersons), 6),
    },
  };
}

function servedOf(model: UsModel): Row {
  return {
    share: model.rule.share,
    preTrialCredit: `${model.rule.preTrialCreditDays} d`,
    minimum: `${model.rule.minimumDays} d`,
  };
}

function streamRow(model: UsModel, index: number): Row {
  const flow = model.flows[index];
  if (flow === undefined) throw new RangeError(`no stream at ${index}`);
  const { stream } = flow;
  const share = placementShare[stream.citizenship];
  const byLevel = personsByGroup(
    model.stock,
    model.counts.units,
    (k) => k === index,
    (unit) => unit.level,
  );
  const sexColumns = (k: number) => model.streams[k]?.sex === stream.sex;
  const regionOf = (unit: Unit) => String(unit.row.region);
  const byRegion = personsByGroup(model.stock, model.counts.units, sexColumns, regionOf);
  const placement = { facility: "COMMUNITY", share, days: `${model.placementDays} d` };
  return {
    id: stream.id,
    title: `${stream.sex === "male" ? "Men" : "Women"}, ${citizenTitles[stream.citizenship]}, ${offenceTitles[stream.offence]}`,
    offence: stream.offence,
    citizenship: stream.citizenship,
    sex: stream.sex,
    admissions: `${sum(flow.admissionsPerYear).toFixed(2)} persons/y`,
    levels: shareObject(
      levelOrder,
      levelOrder.map((level) => byLevel.get(level) ?? 0),
      4,
    ),
    regions: shareObject(
      regionOrder,
      regionOrder.map((region) => at(byRegion, region)),
      4,
    ),
    sentence: sentenceOf(flow),
    timeServed: servedOf(model),
    deaths: `${model.deathsPerYear} /y`,
    ...(share > 0 ? { finalPlacement: placement } : {}),
    mark: "derived",
    source: "BOP-S8;BOP-S31;BOP-S33;ASSUMPTION",
  };
}

/** People expelled from Mexico to the United States: no domestic admissions, long sentences. */
function expelledRow(model: UsModel): Row {
  return {
    id: "expelled-MX-male",
    title: "Men expelled from Mexico to the United States, drug offences",
    offence: "organisedCrime",
    citizenship: "MX",
    sex: "male",
    admissions: "0 persons/y",
    levels: { administrative: 1 },
    regions: shareObject(
      regionOrder,
      regionOrder.map(() => 1),
      4,
    ),
    sentence: {
      bands: [{ from: "20 y", to: "40 y", share: 1 }],
      life: { admissionShare: 0.2, stockShare: 0 },
    },
    timeServed: servedOf(model),
    deaths: `${model.deathsPerYear} /y`,
    mark: "assumption",
    source: "T-S63;MX102;MX103;MX104;ASSUMPTION",
  };
}

/** Admission streams of the US side. */
export function usStreams(model: UsModel): Table {
  return {
    table: "us-streams",
    title: "Admissions to the US Bureau of Prisons by offence, citizenship and sex",
    asOf: usAsOf,
    mark: "derived",
    note:
      "Admissions are the stock of each sentence band (shares of 2019-07-27) over its mean stay (Little's law; the " +
      "stock stood between 156 and 159 thousand from the end of 2021 to 2024, BOP-S8, BOP-S31). Seeds of the fits, " +
      "the band over 20 years as 20 to 40, the pre-trial credit (which also stands for First Step Act and programme " +
      "credits), the minimum and the placement shares are assumptions. Levels and regions are those of the stock.",
    sources: [...citations, "BOP-S45", "T-S63", "MX102", "MX103", "MX104", "ASSUMPTION"],
    rows: [...model.streams.map((_, index) => streamRow(model, index)), expelledRow(model)],
  };
}

/** People at the start by unit and stream. */
export function usInitialStock(model: UsModel): Table {
  const inside = model.counts.units.flatMap((unit, row) =>
    model.streams.map((stream, column) => ({
      facility: unit.id,
      stream: stream.id,
      persons: model.stock.persons[row]?.[column] ?? 0,
    })),
  );
  const outside = model.streams.map((stream, column) => ({
    facility: "COMMUNITY",
    stream: stream.id,
    persons: model.stock.outsidePersons[column] ?? 0,
  }));
  const withBasis = (basis: CountBasis) =>
    [...model.counts.basisOfInstitution].filter(([, value]) => value === basis).map(([id]) => id);
  return {
    table: "us-initial-stock",
    title: "People in the custody of the US Bureau of Prisons at the start",
    asOf: usAsOf,
    mark: "derived",
    note:
      "Totals in and out of institutions are those of 2024-10-31. Institution counts, scaled alike: September 2025 " +
      `for ${withBasis("2025-09").length}; December 2024 for ${withBasis("2024-12").join(", ")}; February 2020 for ` +
      `${withBasis("2020-02").join(", ")}. Unit, stream and grand totals hold to the person.`,
    sources: ["BOP-S1", "BOP-S2", "BOP-S3", "BOP-S6", "BOP-S8", "BOP-S31", "BOP-S83", "ASSUMPTION"],
    rows: [...inside, ...outside].filter((row) => row.persons > 0),
  };
}
