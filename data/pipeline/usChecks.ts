import { numberOf, onlyRow, readSource, type SourceRow } from "./readSource.ts";
import type { Residual } from "./residuals.ts";
import { sum } from "./table.ts";
import { sentenceBands } from "./timeToServe.ts";
import { admissionsOverOneYear, type StreamFlow } from "./usFlows.ts";
import type { UsModel } from "./usModel.ts";

/** Observed figures that the flows and the stock should come near to. */
export function usChecks(model: UsModel): Residual[] {
  return [...solvedChecks(model), ...nonCitizenChecks(model), ...levelChecks(model), ...levelCounts(model)];
}

/** The figures that the credit and the placement days were solved for, and what follows from the credit. */
function solvedChecks(model: UsModel): Residual[] {
  const base = { table: "us-streams", unit: "persons/y" };
  return [
    {
      ...base,
      margin: "admissions over one year (credit solved for this)",
      target: model.observedAdmissions,
      value: admissionsOverOneYear(model.flows),
      bound: 150,
      source: "BOP-S7",
      note: `credit ${model.rule.preTrialCreditDays} d; one day moves it by 76; supervision violators included`,
    },
    {
      ...base,
      margin: "admissions under one year",
      target: sentencedNotOverOneYear(),
      value: sum(model.flows.map((flow) => flow.admissionsPerYear[0] ?? 0)),
      bound: null,
      source: "BOP-S7;BOP-S40",
      note: "target is an upper bound: people sentenced FY2022 less new court commitments over one year 2022",
    },
    {
      ...base,
      margin: "stationary stock outside (days solved for this)",
      target: model.outsidePersons,
      value: sum(model.placed),
      unit: "persons",
      bound: 70,
      source: "BOP-S6",
      note: `last ${model.placementDays} d`,
    },
  ];
}

/** Offence mix of non-citizens and mean sentences, against the Sentencing Commission's figures of FY2023. */
function nonCitizenChecks(model: UsModel): Residual[] {
  const nonCitizens = model.flows.filter((flow) => flow.stream.citizenship !== "US");
  const share = (offence: string) =>
    (100 * admitted(nonCitizens.filter((flow) => flow.stream.offence === offence))) / admitted(nonCitizens);
  const drug = meanSentenceMonths(model.flows.filter((flow) => flow.stream.offence === "drug"));
  const all = meanSentenceMonths(nonCitizens);
  const percent = { table: "us-streams", unit: "%", bound: 8, source: "BOP-S37", note: "" };
  const months = { table: "us-streams", unit: "months", bound: 6, note: "" };
  return [
    {
      ...percent,
      margin: "immigration in non-citizen admissions",
      target: 72.3,
      value: share("immigration"),
    },
    { ...percent, margin: "drug in non-citizen admissions", target: 16.7, value: share("drug") },
    { ...months, margin: "mean sentence, drug", target: 82, value: drug, source: "BOP-S39" },
    { ...months, margin: "mean sentence, non-citizens", target: 27, value: all, source: "BOP-S37" },
  ];
}

/** All admissions of a list of streams, persons a year. */
function admitted(flows: readonly StreamFlow[]): number {
  return sum(flows.map((flow) => sum(flow.admissionsPerYear)));
}

/** Mean sentence imposed on people admitted, life left out. */
function meanSentenceMonths(flows: readonly StreamFlow[]): number {
  const weighted = flows.flatMap((flow) =>
    sentenceBands.map((band, index) => ({
      years: (band.fromYears + band.toYears) / 2,
      rate: flow.admissionsPerYear[index] ?? 0,
    })),
  );
  const rates = sum(weighted.map((entry) => entry.rate));
  return (12 * sum(weighted.map((entry) => entry.years * entry.rate))) / rates;
}

function sentencedNotOverOneYear(): number {
  const flows = readSource("us-flows.csv");
  const value = (series: string, period: string, group: string) =>
    numberOf(
      onlyRow(
        flows,
        (row) =>
          row.series === series && row.period === period && String(row.offence_or_group).startsWith(group),
        `${series} ${period}`,
      ),
      "value",
    );
  const sentenced = value("sentenced_individuals", "FY2022", "all federal");
  return sentenced - value("admissions_new_court_commitment", "CY2022", "sentenced");
}

/** Counts of people by level of 2024-08 against the people in units of that level, not fitted. */
function levelCounts(model: UsModel): Residual[] {
  const rows = readSource("us-composition.csv");
  return (["minimum", "high"] as const).map((level) => {
    const isLevel = (row: SourceRow) =>
      row.dimension === "security_level" && row.category === level && row.as_of_date === "2024-08";
    return {
      table: "us-initial-stock",
      margin: `level ${level}, people in units`,
      target: numberOf(onlyRow(rows, isLevel, `level ${level} in 2024-08`), "count_persons"),
      value: sum(model.counts.persons.filter((_, index) => model.counts.units[index]?.level === level)),
      unit: "persons",
      bound: null,
      source: "BOP-S56",
      note: "published for all people by their own level, those outside and in administrative units included",
    };
  });
}

/** Level mix of the institutions against the published mix of all people, which was not fitted. */
function levelChecks(model: UsModel): Residual[] {
  const published = { minimum: 15.9, low: 36.5, medium: 31.6, high: 12.5, administrative: 3.5 };
  return Object.entries(published).map(([level, target]) => {
    const persons = sum(
      model.counts.persons.filter((_, index) => model.counts.units[index]?.level === level),
    );
    return {
      table: "us-initial-stock",
      margin: `level ${level}, people in institutions`,
      target,
      value: (100 * persons) / model.insidePersons,
      unit: "%",
      bound: null,
      source: "BOP-S85",
      note: "published for all people of 2020 by their own level; here by the level of the unit",
    };
  });
}
