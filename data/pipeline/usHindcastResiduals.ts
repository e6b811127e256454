import type { Residual } from "./residuals.ts";
import { bandKeys } from "./sentenceBands.ts";
import { roundTo, sum } from "./table.ts";
import { personsByLevel } from "./usInitialStock.ts";
import { ownLevels } from "./usLevels.ts";
import type { UsModel } from "./usModel.ts";
import { bandOfCell } from "./usSentenceFit.ts";
import { stockByBand } from "./usSteadyState.ts";

/** How far the tables of the hindcast are from what was known at the end of 2017. */
export function hindcastResiduals(model: UsModel): Residual[] {
  return [
    ...totalResiduals(model),
    ...flowResiduals(model),
    ...bandResiduals(model),
    ...levelResiduals(model),
  ];
}

function totalResiduals({ totals, stock, counts }: UsModel): Residual[] {
  const exact = {
    table: "hindcast-2017-initial-stock",
    unit: "persons",
    bound: 0,
    source: "BOP-S7",
    note: "",
  };
  const byLevel = (level: string) => {
    const units = [...counts.units.keys()].filter((index) => counts.units[index]?.level === level);
    return (
      (100 * sum(units.map((index) => counts.persons[index] ?? 0))) /
        sum(units.map((index) => counts.units[index]?.ratedCapacityPersons ?? 0)) -
      100
    );
  };
  const bop = counts.units.filter((unit) => unit.ratedCapacityPersons > 0);
  const bopPersons = sum(
    counts.persons.filter((_, index) => (counts.units[index]?.ratedCapacityPersons ?? 0) > 0),
  );
  const crowding = { ...exact, unit: "%", source: "BOP-S64" };
  return [
    { ...exact, margin: "people inside", target: totals.insidePersons, value: sum(stock.persons.map(sum)) },
    {
      ...exact,
      margin: "people outside",
      target: totals.outsidePersons,
      value: sum(stock.outsidePersons.map(sum)),
    },
    {
      ...crowding,
      margin: "crowding of high-security units",
      target: 25,
      value: byLevel("high"),
      bound: 0.1,
    },
    {
      ...crowding,
      margin: "crowding of all units",
      target: 14,
      value: (100 * bopPersons) / sum(bop.map((unit) => unit.ratedCapacityPersons)) - 100,
      bound: 2,
      note: "rated capacity of the units 136,826; BJS has 135,792",
    },
  ];
}

function flowResiduals({ totals, state, admissions }: UsModel): Residual[] {
  const over = state.flow.map((cells) => sum(cells.filter((_, cell) => bandOfCell[cell] !== 0)));
  const base = { table: "hindcast-2017-streams", unit: "persons/y", bound: 5, source: "BOP-S7", note: "" };
  const shareOver = sum(over) / sum(state.flow.map(sum));
  return [
    { ...base, margin: "releases over one year", target: totals.releasesOverOneYear, value: sum(over) },
    {
      ...base,
      margin: "admissions over one year",
      target: totals.admissionsOverOneYear,
      value: sum(admissions) * shareOver,
      bound: 400,
      note: "value: all admissions times the share over one year of those who leave",
    },
    {
      ...base,
      margin: "deaths",
      target: roundTo(totals.deathsPerYear, 1),
      value: state.deathsPerYear,
      bound: 0.5,
    },
  ];
}

function bandResiduals({ state }: UsModel): Residual[] {
  const values = stockByBand(state.stock);
  return bandKeys.map((key, index) => ({
    table: "hindcast-2017-streams",
    margin: `stock: sentence ${key}`,
    target: roundTo(state.bands[index] ?? 0, 1),
    value: values[index] ?? 0,
    unit: "persons",
    bound: 1,
    source: "BOP-S14",
    note: "shares of 2012-08-25",
  }));
}

function levelResiduals({ stock, levelPersons, totals }: UsModel): Residual[] {
  const persons = personsByLevel(stock);
  return ownLevels.map((level) => ({
    table: "hindcast-2017-initial-stock",
    margin: `own level ${level}, all people`,
    target: roundTo((100 * levelPersons[level]) / totals.totalPersons, 1),
    value: (100 * persons[level]) / totals.totalPersons,
    unit: "%",
    bound: 5,
    source: "BOP-S14",
    note: "mix of August 2012",
  }));
}
