import { describe, expect, it } from "vitest";
import type { ModelParameters, MortalityBand, StreamRegime } from "../../../engine/index.ts";
import { traceReplication } from "../../../engine/index.ts";
import { integral, standardErrorsOff } from "../moments.ts";
import {
  corridorRegime,
  facility,
  forever,
  group,
  inFull,
  type Reading,
  regime,
  smallModel,
  streamRegime,
} from "../smallModel.ts";
import { expectCounts, MOST_STANDARD_ERRORS, readings } from "./readings.ts";

const YEAR = 365.25;
const mortality: readonly MortalityBand[] = [
  { fromAgeDays: 0, perDay: 0.01 / YEAR },
  { fromAgeDays: 30 * YEAR, perDay: 0.04 / YEAR },
  { fromAgeDays: 45 * YEAR, perDay: 0.2 / YEAR },
  { fromAgeDays: 60 * YEAR, perDay: 0 },
];

/** Cumulative hazard between two ages (years). */
function hazard(from: number, to: number): number {
  return mortality.reduce((sum, band, i) => {
    const end = (mortality[i + 1]?.fromAgeDays ?? Infinity) / YEAR;
    const begin = band.fromAgeDays / YEAR;
    return sum + band.perDay * YEAR * Math.max(0, Math.min(end, to) - Math.max(begin, from));
  }, 0);
}

/** Ages at entry: 20 to 60 years. */
const ages: Partial<StreamRegime> = {
  mortality,
  ageAtEntry: { kind: "uniform", fromDays: 20 * YEAR, toDays: 60 * YEAR },
};
const overAges = (f: (age: number) => number): number => integral(f, 20, 60, 4000) / 40;

/** Two facilities and a pool, from which people come into stream 0 on day 0. */
function cohort(stream: Partial<StreamRegime>, changes: Partial<ModelParameters> = {}): ModelParameters {
  return smallModel({
    horizonDays: 25 * YEAR,
    gridDays: [1, 5, 10, 15, 20, 25].map((years) => years * YEAR),
    facilities: [facility(0), facility(1)],
    groups: [group([0]), group([1])],
    streams: ["cohort", "pool"].map((id) => ({ id, system: 0, offence: "any", citizenship: "any" })),
    initialStock: [{ stream: 1, persons: 1000, facility: 1, group: 1, residual: forever }],
    expulsions: [{ day: 0, persons: 1000, fromGroup: 1, toStream: 0 }],
    regimes: [
      regime({ capacity: [100, 100], streams: [streamRegime({ ...ages, ...stream }), streamRegime()] }),
    ],
    ...changes,
  });
}

describe("runReplication, theory of mortality by age", () => {
  it("runReplication keeps the share of a cohort alive that its hazards say", () => {
    const parameters = cohort({});
    const runs = readings(parameters, 30);
    [1, 5, 10, 15, 20, 25].forEach((years, row) => {
      const alive = overAges((age) => Math.exp(-hazard(age, age + years)));
      expectCounts(
        runs.map((run) => run.stock(row, 0)),
        { mean: 1000 * alive, variance: 1000 * alive * (1 - alive) },
      );
    });
  });

  it("runReplication lets deaths compete with release: who would die later is released", () => {
    const parameters = cohort({ timeToServe: inFull({ kind: "fixed", days: 8 * YEAR }) });
    const died = readings(parameters, 30).map((run) => run.flow(2, 0, "deaths"));
    const share = overAges((age) => 1 - Math.exp(-hazard(age, age + 8)));
    expectCounts(died, { mean: 1000 * share, variance: 1000 * share * (1 - share) });
  });

  it("runReplication makes the people of day 0 older by the time that they have served", () => {
    // Stays of 30 years, so 0 to 30 have gone by; in the first year nobody else enters.
    const inside = 1000;
    const parameters = cohort(
      { timeToServe: inFull({ kind: "fixed", days: 30 * YEAR }) },
      {
        horizonDays: YEAR + 1,
        gridDays: [YEAR],
        expulsions: [],
        initialStock: [{ stream: 0, persons: inside, facility: 0, group: 0, residual: null }],
      },
    );
    const dies = (age: number, elapsed: number): number =>
      1 - Math.exp(-hazard(age + elapsed, age + elapsed + Math.min(1, 30 - elapsed)));
    const share = integral((elapsed) => overAges((age) => dies(age, elapsed)), 0, 30, 300) / 30;
    const counts = readings(parameters, 60).map((run) => run.flow(0, 0, "deaths"));
    expectCounts(counts, { mean: inside * share, variance: inside * share * (1 - share) });
    // Were they of the age at entry, more of them would die: the last band is one without deaths.
    const young = overAges((age) => dies(age, 0));
    expect(Math.abs(standardErrorsOff(counts, inside * young))).toBeGreaterThan(2 * MOST_STANDARD_ERRORS);
  });

  it("runReplication has rate x mean stay people inside who may die: Little's law", () => {
    const rate = 0.4;
    const parameters = cohort(
      { admissionsPerDay: rate, timeToServe: inFull({ kind: "fixed", days: 6 * YEAR }) },
      { expulsions: [], initialStock: [], gridDays: [8 * YEAR, 16 * YEAR, 25 * YEAR] },
    );
    const runs = readings(parameters, 30);
    const meanYears = overAges((age) => integral((years) => Math.exp(-hazard(age, age + years)), 0, 6, 200));
    const dying = overAges((age) => 1 - Math.exp(-hazard(age, age + 6)));
    for (const row of [0, 1, 2]) {
      expectCounts(
        runs.map((run) => run.stock(row, 0)),
        { mean: rate * meanYears * YEAR, variance: rate * meanYears * YEAR },
      );
    }
    const deathsThen = runs.map((run) => run.flow(2, 0, "deaths") - run.flow(1, 0, "deaths"));
    const expected = rate * 9 * YEAR * dying;
    expectCounts(deathsThen, { mean: expected, variance: expected });
  });

  it("runReplication keeps a stock of life terms as old as it is in the long run: rate x mean life left", () => {
    // The last band kills as well, so that a life term has a mean length.
    const toTheEnd = [...mortality.slice(0, 3), { fromAgeDays: 60 * YEAR, perDay: 0.3 / YEAR }];
    const survival = (age: number, years: number): number => {
      const until60 = Math.max(0, Math.min(years, 60 - age));
      return Math.exp(-hazard(age, age + until60) - 0.3 * (years - until60));
    };
    const meanYears = overAges((age) => integral((years) => survival(age, years), 0, 100, 1000));
    const rate = 600 / meanYears / YEAR;
    const parameters = cohort(
      {
        admissionsPerDay: rate,
        mortality: toTheEnd,
        timeToServe: { ...inFull(forever), lifeAdmissionShare: 1, lifeStockShare: 1 },
      },
      {
        expulsions: [],
        initialStock: [{ stream: 0, persons: 600, facility: 0, group: 0, residual: null }],
        gridDays: [YEAR, 3 * YEAR, 10 * YEAR, 25 * YEAR],
      },
    );
    const runs = readings(parameters, 60);
    [1, 3, 10, 25].forEach((years, row) => {
      const died = runs.map((run) => run.flow(row, 0, "deaths"));
      expect(Math.abs(standardErrorsOff(died, rate * YEAR * years))).toBeLessThan(MOST_STANDARD_ERRORS);
    });
    // The time elapsed by day 0 is that of a stationary stream: its density is in proportion to survival.
    const elapsed: number[] = [];
    traceReplication(parameters, "elapsed", 0, (event) => {
      if (event.kind === "entered" && event.by === "start") {
        elapsed.push(-event.enteredDay / YEAR);
      }
    });
    const moment = overAges((age) => integral((years) => years * survival(age, years), 0, 100, 1000));
    expect(elapsed).toHaveLength(600);
    expect(Math.abs(standardErrorsOff(elapsed, moment / meanYears))).toBeLessThan(MOST_STANDARD_ERRORS);
    // As young as on entry, fewer would die in the first year.
    const young = 600 * overAges((age) => 1 - survival(age, 1));
    const first = runs.map((run) => run.flow(0, 0, "deaths"));
    expect(Math.abs(standardErrorsOff(first, young))).toBeGreaterThan(2 * MOST_STANDARD_ERRORS);
  });

  it("runReplication lets age go on through a corridor and through an expulsion", () => {
    // One year inside, then 10 years elsewhere, where people of 20 to 60 would die at hazards of their age then.
    const beyond = (changes: Partial<ModelParameters>): ModelParameters => ({
      ...cohort({ timeToServe: inFull({ kind: "fixed", days: 100 * YEAR }) }),
      systems: [{ id: "here" }, { id: "there" }],
      facilities: [facility(0), facility(1), facility(2, 1)],
      institutions: [0, 0, 1].map((system, i) => ({ id: `F${i}`, system })),
      groups: [group([0]), group([1]), group([2], { system: 1 })],
      gridDays: [YEAR, 11 * YEAR],
      ...changes,
    });
    const streams = (last: Partial<StreamRegime>): StreamRegime[] => [
      streamRegime({ ...ages, timeToServe: inFull({ kind: "fixed", days: 100 * YEAR }) }),
      streamRegime(),
      streamRegime(last),
    ];
    const regimeOf = (last: Partial<StreamRegime>, corridors: Parameters<typeof regime>[0] = {}) =>
      regime({
        capacity: [100, 100, 100],
        placement: [{ kind: "leastCrowded" }, { kind: "leastCrowded" }],
        admissionsLevelSd: [0, 0],
        streams: streams(last),
        ...corridors,
      });
    const streamIds = ["cohort", "pool", "after"].map((id, i) => ({
      id,
      system: i === 2 ? 1 : 0,
      offence: "any",
      citizenship: "any",
    }));
    const handedOver = beyond({
      streams: streamIds,
      corridors: [{ id: "over", from: 0, to: 1 }],
      regimes: [
        regimeOf(
          { designation: [{ index: 2, share: 1 }] },
          {
            corridors: [
              corridorRegime({
                handover: { datedDays: [YEAR] },
                arrival: { facilities: [{ index: 2, share: 1 }] },
              }),
            ],
          },
        ),
      ],
    });
    // In the new stream everybody would enter at the age of 20, were the age not known.
    const expelled = beyond({
      streams: streamIds,
      expulsions: [
        { day: 0, persons: 1000, fromGroup: 1, toStream: 0 },
        { day: YEAR, persons: 1000, fromGroup: 0, toStream: 2 },
      ],
      regimes: [
        regimeOf({
          ...ages,
          ageAtEntry: { kind: "fixed", days: 20 * YEAR },
          designation: [{ index: 2, share: 1 }],
        }),
      ],
    });
    const died = overAges((age) => Math.exp(-hazard(age, age + 1)) - Math.exp(-hazard(age, age + 11)));
    for (const parameters of [handedOver, expelled]) {
      const counts = readings(parameters, 25).map((run: Reading) => run.flow(1, 1, "deaths"));
      expectCounts(counts, { mean: 1000 * died, variance: 1000 * died * (1 - died) });
    }
  });
});
