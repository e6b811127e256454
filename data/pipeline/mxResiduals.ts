import type { Operator } from "./mxFacilities.ts";
import { notebookCounts, stockAt } from "./mxGrowth.ts";
import { type MxModel, personsHeld } from "./mxModel.ts";
import { personsOf } from "./mxStatus.ts";
import { type MxStream, perYear, waitShareWithin } from "./mxStays.ts";
import { numberOf, numberOrNull, onlyRow, readSource, type SourceRow } from "./readSource.ts";
import type { Residual } from "./residuals.ts";
import { steadyStock } from "./stayBands.ts";
import { roundTo, sum } from "./table.ts";

/** Every margin of the Mexican side, and the checks that were not fitted. */
export function mxResiduals(model: MxModel): Residual[] {
  return [
    ...stockResiduals(model),
    ...capacityResiduals(model),
    ...steadyResiduals(model),
    ...waitResiduals(model),
    ...growthResiduals(model),
  ];
}

function yearEndRow(): SourceRow {
  const isYearEnd = (row: SourceRow) => row.as_of === "2024-12-31" && row.series === "INEGI all";
  return onlyRow(readSource("mx-national-by-year.csv"), isYearEnd, "the end of 2024");
}

function flow(metric: string): number {
  return numberOf(
    onlyRow(readSource("mx-flows.csv"), (row) => row.metric === metric, metric),
    "value",
  );
}

function stockResiduals(model: MxModel): Residual[] {
  const { cells, figures } = model;
  const exact = { table: "mx-initial-stock", unit: "persons", bound: 0, note: "" };
  const national = yearEndRow();
  const pretrial = (operator: Operator) =>
    figures.pretrial[operator].male + figures.pretrial[operator].female;
  const held = (operator: Operator) => ({
    ...exact,
    margin: `people in ${operator === "state" ? "state-run" : "federal"} centres`,
    target: numberOf(national, `${operator}_centre_population_persons`),
    value: personsHeld(model, operator),
    source: "MX02;MX03;MX05",
  });
  const before = (operator: Operator) => ({
    ...exact,
    margin: `people before trial in ${operator} centres`,
    target: pretrial(operator),
    value: personsOf(cells, (cell) => cell.level === "pretrial" && cell.facility.operator === operator),
    source: "MX02",
  });
  return [
    held("state"),
    held("federal"),
    {
      ...exact,
      margin: "women",
      target: flow("women"),
      value: personsOf(cells, ({ sex }) => sex === "female"),
      source: "MX02;MX03",
    },
    before("state"),
    before("federal"),
    {
      ...exact,
      margin: "people of federal jurisdiction",
      target: roundTo(figures.federalJurisdiction, 1),
      value: personsOf(cells, ({ jurisdiction }) => jurisdiction === "federal"),
      bound: 5,
      source: "MX148",
      note: "share of August 2023 x the total",
    },
  ];
}

/** Places, and the occupancy of each state whose rate INEGI prints. */
function capacityResiduals({ facilities, cells }: MxModel): Residual[] {
  const places = (operator: Operator, column: string) =>
    sum(facilities.filter((one) => one.operator === operator).map((one) => numberOf(one.baseline, column)));
  const all = numberOf(yearEndRow(), "capacity_places");
  const misses = facilities.flatMap((facility) => {
    const isState = facility.operator === "state";
    const rate = isState ? numberOrNull(facility.baseline, "inegi_rate_2024_pct") : null;
    if (rate === null) return [];
    const persons = personsOf(cells, (cell) => cell.facility === facility);
    const occupancy = (100 * persons) / numberOf(facility.baseline, "capacity_incl_adolescent_places");
    return [Math.abs(occupancy - rate)];
  });
  const exact = { table: "mx-facilities", unit: "places", bound: 0 };
  return [
    {
      ...exact,
      margin: "places, all centres",
      target: all,
      value: places("federal", "capacity_places") + places("state", "capacity_incl_adolescent_places"),
      source: "MX02;MX05",
      note: "with places for adolescents (ratedCapacity)",
    },
    {
      ...exact,
      margin: "places for adults in state centres",
      target: flow("places for adults in state centres"),
      value: places("state", "capacity_places"),
      source: "MX05",
      note: "ownCapacity; with 28,200 federal places 224,106",
    },
    {
      ...exact,
      margin: `occupancy of the ${misses.length} states with a published rate, largest miss`,
      target: 0,
      value: Math.max(...misses),
      unit: "points",
      bound: 0.1,
      source: "MX02;MX05",
      note: "",
    },
  ];
}

/** What the fitted streams hold and pass through a year in the steady state. */
function steadyResiduals({ stays, figures }: MxModel): Residual[] {
  const { streams } = stays;
  const h = figures.deathsPerYear;
  const of = (operator: Operator) => streams.filter((stream) => stream.operator === operator);
  const admissions = (some: readonly MxStream[]) => perYear(some.flatMap(({ bands }) => bands));
  const stock = sum(streams.map(({ bands }) => steadyStock(bands, h)));
  const young = sum(streams.map(({ bands }) => steadyStock(bands, h, 4)));
  const national = yearEndRow();
  const people = numberOf(national, "population_persons");
  const before = { table: "mx-streams", unit: "persons", bound: 5, source: "MX02", note: "" };
  const rise =
    people -
    numberOf(onlyRow(readSource("mx-national-by-year.csv"), isEndOf2023, "2023"), "population_persons");
  return [
    { ...before, margin: "steady stock", target: people, value: stock },
    {
      ...before,
      margin: "steady stock before trial",
      target: sum(Object.values(figures.pretrial).flatMap(({ male, female }) => [male, female])),
      value: sum(streams.map(({ pretrialPersons }) => pretrialPersons)),
    },
    ...(["state", "federal"] as const).map((operator) => ({
      ...before,
      margin: `admissions to ${operator} centres`,
      target: figures.admissionsPerYear[operator],
      value: admissions(of(operator)),
      unit: "persons/y",
      bound: 1,
    })),
    {
      ...before,
      margin: "releases and deaths",
      target: numberOf(national, "admissions_persons_per_year") - rise,
      value: admissions(streams),
      unit: "persons/y",
      bound: 4000,
      note: "target: admissions of 2024 less the rise of the stock; a steady state has no rise",
    },
    {
      ...before,
      margin: "people sentenced while inside",
      target: flow("persons convicted"),
      value: sum(streams.map((stream) => stream.sentencingPerYear * stream.pretrialPersons)),
      unit: "persons/y",
      bound: null,
      source: "MX248",
      note: "target: all convictions of 2024, in custody or not",
    },
    {
      ...before,
      margin: "share of the stock admitted at most 4 years ago",
      target: flow("4 years or less since admission"),
      value: (100 * young) / stock,
      unit: "%",
      bound: null,
      source: "MX80",
      note: "contradicts sentences and waits of the same survey; see README",
    },
  ];
}

function isEndOf2023(row: SourceRow): boolean {
  return row.as_of === "2023-12-31" && row.series === "INEGI all";
}

/** How long the people before trial have waited. */
function waitResiduals({ stays, figures }: MxModel): Residual[] {
  const men = stays.streams.filter(({ sex }) => sex === "male");
  const women = stays.streams.filter(({ sex }) => sex === "female");
  const within = (streams: readonly MxStream[], years: number) =>
    100 * waitShareWithin(streams, figures.deathsPerYear, years);
  const share = { table: "mx-streams", unit: "%", note: "" };
  return [
    {
      ...share,
      margin: "men before trial who have waited 2 years or more",
      target: 100 * figures.longWaitShare.male,
      value: 100 - within(men, 2),
      bound: 0.1,
      source: "MX06",
    },
    {
      ...share,
      margin: "women before trial who have waited 2 years or more",
      target: 100 * figures.longWaitShare.female,
      value: 100 - within(women, 2),
      bound: 0.1,
      source: "MX06",
    },
    {
      ...share,
      margin: "men before trial who have waited 6 to 12 months",
      target: flow("waiting 6 to under 12 months: men"),
      value: within(men, 1) - within(men, 0.5),
      bound: 2,
      source: "MX13",
      note: "end of 2023; not fitted",
    },
    {
      ...share,
      margin: "men before trial who have waited less than 3 months",
      target: flow("waiting less than 3 months"),
      value: within(men, 0.25),
      bound: 6,
      source: "MX249",
      note: "end of 2022; not fitted",
    },
  ];
}

/** The three counts of 2025, and who the rise is made of, with the published admissions; no count was used. */
function growthResiduals({ stays, figures, growth }: MxModel): Residual[] {
  const shown = ["2025-06-30", "2025-09-30", "2025-11-30"];
  const { streams } = stays;
  const onDate = (date: string, whom: "persons" | "pretrialPersons") =>
    stockAt(streams, figures.deathsPerYear, growth.published, date, whom);
  const rise = (whom: "persons" | "pretrialPersons") =>
    onDate("2025-11-30", whom) - sum(streams.map((stream) => stream[whom]));
  const counts = notebookCounts().filter(({ date }) => shown.includes(date));
  return [
    ...counts.map(({ date, persons, source }) => ({
      table: "mx-growth",
      margin: `people inside on ${date}`,
      target: persons,
      value: onDate(date, "persons"),
      unit: "persons",
      bound: 2500,
      source,
      note: "from the published admissions; the counts were not used",
    })),
    {
      table: "mx-growth",
      margin: "rise up to 2025-11-30 that is before trial",
      target: flow("rise since October 2024 that is before trial"),
      value: (100 * rise("pretrialPersons")) / rise("persons"),
      unit: "%",
      bound: 10,
      source: "MX244",
      note: "counted from October 2024, the model from the end of 2024; not used",
    },
  ];
}
