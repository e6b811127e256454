import type { Residual } from "./residuals.ts";
import { sum } from "./table.ts";
import { usFlowResiduals } from "./usFlowResiduals.ts";
import { personsByLevel } from "./usInitialStock.ts";
import { ownLevels } from "./usLevels.ts";
import type { UsModel } from "./usModel.ts";
import { usParameter } from "./usParameters.ts";
import { usPeopleResiduals } from "./usPeopleResiduals.ts";

/** Every margin of the US side: exact ones, fitted ones and checks that were not fitted. */
export function usResiduals(model: UsModel): Residual[] {
  return [
    ...exactTotals(model),
    ...levelResiduals(model),
    ...usPeopleResiduals(model),
    ...usFlowResiduals(model),
  ];
}

function exactTotals(model: UsModel): Residual[] {
  const { stock, streams, counts, totals } = model;
  const ofUnit = new Map<string, number>();
  stock.rows.forEach(({ unit }, row) => {
    ofUnit.set(unit.id, (ofUnit.get(unit.id) ?? 0) + sum(stock.persons[row] ?? []));
  });
  const unitMiss = sum(
    counts.units.map((unit, index) => Math.abs((ofUnit.get(unit.id) ?? 0) - (counts.persons[index] ?? 0))),
  );
  const ofColumn = (lines: readonly (readonly number[])[], column: number) =>
    sum(lines.map((line) => line[column] ?? 0));
  const streamMiss = sum(
    streams.map((stream, column) =>
      Math.abs(ofColumn(stock.persons, column) + ofColumn(stock.outsidePersons, column) - stream.persons),
    ),
  );
  const exact = { unit: "persons", bound: 0, note: "" };
  const persons = { table: "us-initial-stock", source: "BOP-S6", ...exact };
  const beds = { table: "us-facilities", unit: "beds", bound: 0, note: "" };
  return [
    {
      ...persons,
      margin: "people in BOP institutions",
      target: totals.insidePersons,
      value: sum(stock.persons.map(sum)),
    },
    {
      ...persons,
      margin: "people outside the institutions",
      target: totals.outsidePersons,
      value: sum(stock.outsidePersons.map(sum)),
    },
    {
      ...persons,
      margin: "sum of misses over units",
      target: 0,
      value: unitMiss,
      note: "and so over institutions",
    },
    { ...persons, margin: "sum of misses over streams", target: 0, value: streamMiss },
    {
      ...beds,
      margin: "rated capacity of the open institutions",
      target: sum(model.open.map((institution) => institution.ratedCapacityPersons)),
      value: sum(counts.units.map((unit) => unit.ratedCapacityPersons)),
      source: "BOP-S1;BOP-S4",
    },
  ];
}

/** Own levels of all people, in and out, against the published mix of 2020 and the counts of August 2024. */
function levelResiduals(model: UsModel): Residual[] {
  const persons = personsByLevel(model.stock);
  const { totalPersons } = model.totals;
  const floor = 100 * usParameter("administrativeFloorShare");
  const shares = ownLevels.map((level) => ({
    table: "us-initial-stock",
    margin: `own level ${level}, all people`,
    target: Math.round((1000 * model.levelPersons[level]) / totalPersons) / 10,
    value: (100 * persons[level]) / totalPersons,
    unit: "%",
    bound: 1,
    source: "BOP-S85",
    note:
      level === "medium"
        ? `the units leave none: ${floor} % of administrative units and what steps down outside`
        : "",
  }));
  const counts = [
    { level: "minimum", target: 24_000 },
    { level: "high", target: 18_000 },
  ] as const;
  return [
    ...shares,
    ...counts.map(({ level, target }) => ({
      table: "us-initial-stock",
      margin: `own level ${level}, persons of August 2024`,
      target,
      value: persons[level],
      unit: "persons",
      bound: null,
      source: "BOP-S56",
      note: "printed as rounded figures",
    })),
  ];
}
