import type { Residual } from "./residuals.ts";
import { bandKeys } from "./sentenceBands.ts";
import { roundTo, sum } from "./table.ts";
import type { UsModel } from "./usModel.ts";
import { stockByBand } from "./usSteadyState.ts";
import { citizenships, offences, type StreamStock, sexes, treatyShareOfOthers } from "./usStreamStock.ts";

/** Who the people of the stock are: offence, citizenship, sex, sentence, age. */
export function usPeopleResiduals(model: UsModel): Residual[] {
  return [...streamResiduals(model), treatyCheck(model), ...bandResiduals(model), ...ageResiduals(model)];
}

function streamResiduals(model: UsModel): Residual[] {
  const { margins } = model.state;
  const persons = (test: (stream: StreamStock) => boolean) =>
    sum(model.streams.filter(test).map((stream) => stream.persons));
  const row = (margin: string, target: number, value: number, source: string, note = ""): Residual => ({
    table: "us-streams",
    margin: `stock: ${margin}`,
    target: roundTo(target, 1),
    value,
    unit: "persons",
    bound: 20,
    source,
    note: note === "" ? "share of its own date x the total of 2024-10-31" : note,
  });
  return [
    ...offences.map((offence, index) =>
      row(
        offence,
        margins.offencePersons[index] ?? 0,
        persons((stream) => stream.offence === offence),
        offence === "supervisionViolation" ? "BOP-S7;ASSUMPTION" : "BOP-S8",
        offence === "supervisionViolation" ? "observed flow x assumed stay, taken out of publicOrder" : "",
      ),
    ),
    ...citizenships.map((citizenship, index) =>
      row(
        `citizenship ${citizenship}`,
        margins.citizenshipPersons[index] ?? 0,
        persons((stream) => stream.citizenship === citizenship),
        citizenship === "treaty" || citizenship === "other" ? "BOP-S31;T-S24;T-S25;BOP-S14" : "BOP-S31",
      ),
    ),
    ...sexes.map((sex, index) =>
      row(
        sex,
        margins.sexPersons[index] ?? 0,
        persons((stream) => stream.sex === sex),
        "BOP-S8",
      ),
    ),
  ];
}

function treatyCheck(model: UsModel): Residual {
  return {
    table: "us-streams",
    margin: "treaty nations among non-citizens other than Mexicans",
    target: roundTo(100 * treatyShareOfOthers("FY2010", "2010-04-24"), 1),
    value: 100 * model.state.margins.treatyShare,
    unit: "%",
    bound: null,
    source: "T-S22;BOP-S16;T-S24;BOP-S14",
    note: "target: figures of 2010; used: those of FY2013 and August 2012; the two counts define nationality differently",
  };
}

function bandResiduals(model: UsModel): Residual[] {
  const values = stockByBand(model.state.stock);
  return bandKeys.map((key, index) => ({
    table: "us-streams",
    margin: `stock: sentence ${key}`,
    target: roundTo(model.state.bands[index] ?? 0, 1),
    value: values[index] ?? 0,
    unit: "persons",
    bound: 1,
    source: "BOP-S33",
    note: "shares of 2019-07-27",
  }));
}

function ageResiduals(model: UsModel): Residual[] {
  const { publishedAges, ageShares } = model.state;
  const base = { table: "us-streams", unit: "%" };
  const from = (age: number) =>
    100 * sum(ageShares.filter((_, index) => (publishedAges[index]?.fromAge ?? 0) >= age));
  return [
    ...publishedAges.map((band, index) => ({
      ...base,
      margin: `age ${band.fromAge} ${band.toAge === Number.POSITIVE_INFINITY ? "and over" : `to ${band.toAge}`}`,
      target: roundTo(100 * band.share, 2),
      value: 100 * (ageShares[index] ?? 0),
      bound: 0.4,
      source: "BOP-S8",
      note: "people with sentences over one year, 2022-12-31",
    })),
    ...[
      { age: 50, target: 22.2 },
      { age: 60, target: 7.1 },
    ].map(({ age, target }) => ({
      ...base,
      margin: `age ${age} and over, January 2024`,
      target,
      value: from(age),
      bound: 0.5,
      source: "BOP-S36",
      note: "another base and date; not fitted",
    })),
  ];
}
