import type { Residual } from "./residuals.ts";
import { roundTo, sum } from "./table.ts";
import { sentenceBands } from "./timeToServe.ts";
import { usChecks } from "./usChecks.ts";
import type { UsModel } from "./usModel.ts";
import { citizenships, offences, type StreamStock, sexes } from "./usStreamStock.ts";

/** Every margin of the US side: exact ones, fitted ones and checks that were not fitted. */
export function usResiduals(model: UsModel): Residual[] {
  return [
    ...exactTotals(model),
    ...streamMarginResiduals(model),
    ...bandResiduals(model),
    ...usChecks(model),
  ];
}

function exactTotals(model: UsModel): Residual[] {
  const byUnit = model.stock.persons.map(sum);
  const unitMiss = sum(byUnit.map((persons, row) => Math.abs(persons - (model.counts.persons[row] ?? 0))));
  const streamMiss = sum(
    model.streams.map((stream, column) => {
      const inside = sum(model.stock.persons.map((row) => row[column] ?? 0));
      return Math.abs(inside + (model.stock.outsidePersons[column] ?? 0) - stream.persons);
    }),
  );
  const capacity = sum(model.counts.units.map((unit) => unit.ratedCapacityPersons));
  const recommended = sum(model.open.map((institution) => institution.ratedCapacityPersons));
  const exact = { unit: "persons", bound: 0, note: "" };
  const stock = { table: "us-initial-stock", source: "BOP-S6", ...exact };
  return [
    { ...stock, margin: "people in BOP institutions", target: model.insidePersons, value: sum(byUnit) },
    {
      ...stock,
      margin: "people outside the institutions",
      target: model.outsidePersons,
      value: sum(model.stock.outsidePersons),
    },
    {
      ...stock,
      margin: "sum of misses over units",
      target: 0,
      value: unitMiss,
      note: "and so over institutions",
    },
    { ...stock, margin: "sum of misses over streams", target: 0, value: streamMiss },
    {
      ...exact,
      table: "us-facilities",
      margin: "rated capacity of the open institutions",
      target: recommended,
      value: capacity,
      unit: "beds",
      source: "BOP-S1;BOP-S4",
    },
  ];
}

function streamMarginResiduals(model: UsModel): Residual[] {
  const persons = (test: (stream: StreamStock) => boolean) =>
    sum(model.streams.filter(test).map((stream) => stream.persons));
  const row = (margin: string, target: number, value: number, source: string): Residual => ({
    table: "us-streams",
    margin,
    target: roundTo(target, 1),
    value,
    unit: "persons",
    bound: 20,
    source,
    note: "share of its own date x the total of 2024-10-31",
  });
  return [
    ...offences.map((offence, index) =>
      row(
        `stock: offence ${offence}`,
        model.margins.offencePersons[index] ?? 0,
        persons((stream) => stream.offence === offence),
        "BOP-S8",
      ),
    ),
    ...citizenships.map((citizenship, index) =>
      row(
        `stock: citizenship ${citizenship}`,
        model.margins.citizenshipPersons[index] ?? 0,
        persons((stream) => stream.citizenship === citizenship),
        "BOP-S31",
      ),
    ),
    ...sexes.map((sex, index) =>
      row(
        `stock: ${sex}`,
        model.margins.sexPersons[index] ?? 0,
        persons((stream) => stream.sex === sex),
        "BOP-S8",
      ),
    ),
  ];
}

function bandResiduals(model: UsModel): Residual[] {
  const names = [...sentenceBands.map((band) => band.key), "life"];
  return names.map((name, index) => ({
    table: "us-streams",
    margin: `stock: sentence ${name}`,
    target: roundTo(model.bands[index] ?? 0, 1),
    value: model.bandFit.bandSums[index] ?? 0,
    unit: "persons",
    bound: 1,
    source: "BOP-S33",
    note: "shares of 2019-07-27",
  }));
}
