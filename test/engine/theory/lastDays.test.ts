import { describe, expect, it } from "vitest";
import type { ModelParameters, Reduction, TimeToServe } from "../../../engine/index.ts";
import { shareEarning } from "../../../engine/reductions.ts";
import { serveInPlace, servingTable } from "../../../engine/servingTable.ts";
import { standardErrorsOff } from "../moments.ts";
import {
  daysTo,
  facility,
  group,
  inFull,
  type Reading,
  regime,
  smallModel,
  streamRegime,
} from "../smallModel.ts";
import { MOST_STANDARD_ERRORS, readings } from "./readings.ts";

/**
 * One stream under all that decides on the last days: sentences of which reductions are taken off, some of whose
 * credits lengthen the final placement, and random days before release from which people are placed.
 */
const reductions: readonly Reduction[] = [
  { id: "earned", share: 0.5, kind: "earned", perDay: 0.5, maximumDays: 80, beyond: "finalPlacement" },
  { id: "programme", share: 0.3, kind: "fixed", days: 90, minimumSentenceDays: 400 },
];
const rule: TimeToServe = {
  ...inFull({
    kind: "bands",
    bands: [
      { fromDays: 30, toDays: 300, share: 0.6 },
      { fromDays: 300, toDays: 900, share: 0.4 },
    ],
  }),
  servedShare: 0.9,
  creditDays: 20,
  minimumDays: 15,
  reductions,
};
const DAYS = { from: 20, to: 150 };
const PLACED = 0.6;
const DETAINED = 0.25;

/** Mean over admissions of g(days served, days from which the person may be placed). */
function overAdmissions(g: (served: number, before: number) => number): number {
  const cell = new Float64Array(2);
  const table = servingTable([rule]);
  const SENTENCES = 2000;
  const BEFORE = 60;
  const sentences = rule.sentence.kind === "bands" ? rule.sentence.bands : [];
  let sum = 0;
  for (let set = 0; set < 4; set++) {
    for (const band of sentences) {
      for (let i = 0; i < SENTENCES; i++) {
        cell[0] = band.fromDays + ((i + 0.5) * (band.toDays - band.fromDays)) / SENTENCES;
        serveInPlace(table, 0, set, cell);
        const [served, extra] = [cell[0]!, cell[1]!];
        for (let j = 0; j < BEFORE; j++) {
          const before = extra + DAYS.from + ((j + 0.5) * (DAYS.to - DAYS.from)) / BEFORE;
          sum += ((shareEarning(reductions, set) * band.share) / SENTENCES / BEFORE) * g(served, before);
        }
      }
    }
  }
  return sum;
}

const meanServed = overAdmissions((served) => served);
const shareWithLastDays = overAdmissions((served, before) => (before < served ? 1 : 0));
const meanLastDays = overAdmissions((served, before) => (before < served ? before : 0));

describe("runReplication, theory of the last days before release", () => {
  const INSIDE = 6000;
  const rate = INSIDE / meanServed;
  const placed = rate * PLACED * meanLastDays;
  const detained = rate * DETAINED * meanLastDays;
  const parameters: ModelParameters = smallModel({
    horizonDays: 500,
    gridDays: [1, 30, 60, 100, 150, 220, 300, 400, 500],
    facilities: [facility(0), facility(1)],
    groups: [group([0])],
    initialStock: [
      { stream: 0, persons: Math.round(INSIDE - placed), facility: 0, group: 0, residual: null },
      { stream: 0, persons: Math.round(placed), facility: 1, group: 0, residual: null },
    ],
    regimes: [
      regime({
        capacity: [INSIDE, INSIDE],
        streams: [
          streamRegime({
            admissionsPerDay: rate,
            timeToServe: rule,
            moves: { kind: "exponential", meanDays: 60 },
            finalPlacement: {
              facility: 1,
              share: PLACED,
              detainerShare: DETAINED,
              days: { kind: "uniform", fromDays: DAYS.from, toDays: DAYS.to },
              waitAtStartDays: 0,
              regroup: [],
            },
          }),
        ],
      }),
    ],
  });
  const runs = readings(parameters, 60);
  const rows = [...parameters.gridDays.keys()];
  const expectMean = (read: (run: Reading) => number, expected: number): void => {
    expect(Math.abs(standardErrorsOff(runs.map(read), expected))).toBeLessThan(MOST_STANDARD_ERRORS);
  };

  it("runReplication keeps the stock of the final placement from day 0: rate x share x mean last days", () => {
    for (const row of rows) {
      expectMean((run) => run.stock(row, 1), placed);
    }
  });

  it("runReplication keeps the people whom a detainer holds: rate x share x mean last days, of day 0 included", () => {
    for (const row of rows) {
      expectMean((run) => run.held(row, 0, "detainer"), detained);
    }
  });

  it("runReplication keeps the stock of all, and releases as many a day as it admits", () => {
    parameters.gridDays.forEach((day, row) => {
      expectMean((run) => run.stockOf(row), INSIDE);
      expectMean((run) => run.flow(row, 0, "releases"), rate * day);
    });
  });

  it("runReplication places the share of those whose stay is longer than the last days", () => {
    parameters.gridDays.forEach((day, row) => {
      expectMean((run) => run.flow(row, 0, "finalPlacements"), rate * PLACED * shareWithLastDays * day);
    });
  });

  it("runReplication releases people who have served rate x mean days, the credit included", () => {
    const last = parameters.gridDays.length - 1;
    const expected = rate * 500 * (meanServed + rule.creditDays);
    expectMean((run) => run.daysServed(last, 0), expected);
    // The comparison can tell: a credit left out would be far off.
    const off = standardErrorsOff(
      runs.map((run) => run.daysServed(last, 0)),
      rate * 500 * meanServed,
    );
    expect(off).toBeGreaterThan(2 * MOST_STANDARD_ERRORS);
  });
});

/** Probabilities of the sum of independent counts. */
function convolve(a: readonly number[], b: readonly number[]): number[] {
  const sum = new Array<number>(a.length + b.length - 1).fill(0);
  a.forEach((p, i) => {
    b.forEach((q, j) => {
      sum[i + j]! += p * q;
    });
  });
  return sum;
}

function binomial(n: number, p: number): number[] {
  const odds = p / (1 - p);
  const probabilities = [(1 - p) ** n];
  for (let k = 1; k <= n; k++) {
    probabilities.push(probabilities[k - 1]! * ((n - k + 1) / k) * odds);
  }
  return probabilities;
}

function poisson(mean: number): number[] {
  const probabilities = [Math.exp(-mean)];
  for (let k = 1; k < mean + 12 * Math.sqrt(mean + 1); k++) {
    probabilities.push((probabilities[k - 1]! * mean) / k);
  }
  return probabilities;
}

describe("runReplication, theory of limited places", () => {
  // All stays are longer than 40 last days, so with N people in these days min(N, limit) are placed: who waits longest
  // is placed as soon as somebody leaves. Two people a day come into their last days.
  const rate = 2;
  const before = 40;
  const limit = 74;
  const stay = { kind: "uniform", fromDays: 80, toDays: 160 } as const;
  const waited = before - limit / rate;
  const longer = (days: number): number => Math.min(1, Math.max(0, (160 - days) / 80));
  const parameters = smallModel({
    horizonDays: 160,
    gridDays: daysTo(160, 10),
    facilities: [facility(0), facility(1)],
    groups: [group([0])],
    initialStock: [
      { stream: 0, persons: rate * 120 - limit, facility: 0, group: 0, residual: null },
      { stream: 0, persons: limit, facility: 1, group: 0, residual: null },
    ],
    regimes: [
      regime({
        capacity: [300, limit],
        placementLimit: [null, limit],
        streams: [
          streamRegime({
            admissionsPerDay: rate,
            timeToServe: inFull(stay),
            finalPlacement: {
              facility: 1,
              share: 1,
              detainerShare: 0,
              days: { kind: "fixed", days: before },
              waitAtStartDays: waited,
              regroup: [],
            },
          }),
        ],
      }),
    ],
  });
  const runs = readings(parameters, 400);

  /** Integral of P(S > l) between two residuals. */
  const mass = (from: number, to: number): number => {
    const STEPS = 4000;
    let sum = 0;
    for (let i = 0; i < STEPS; i++) {
      sum += longer(from + ((i + 0.5) * (to - from)) / STEPS) * ((to - from) / STEPS);
    }
    return sum;
  };

  /** Distribution of N on a day: of the people of day 0 in and out of placement, and of the people admitted since. */
  const inLastDays = (day: number): number[] => {
    const placedThen = Math.max(0, 1 - day / (before - waited));
    const others = rate * 120 - limit;
    const comeThen = (rate * mass(Math.max(before - waited, day), day + before)) / others;
    const admitted = rate * (mass(0, day) - mass(before, day + before));
    return convolve(convolve(binomial(limit, placedThen), binomial(others, comeThen)), poisson(admitted));
  };

  it("runReplication has min(N, limit) people placed and the others waiting, from day 0 on", () => {
    parameters.gridDays.forEach((day, row) => {
      const chances = inLastDays(day);
      const expected = chances.reduce((sum, p, n) => sum + p * Math.max(0, n - limit), 0);
      const placed = chances.reduce((sum, p, n) => sum + p * Math.min(n, limit), 0);
      const waiting = runs.map((run) => run.held(row, 0, "waitingForPlacement"));
      expect(Math.abs(standardErrorsOff(waiting, expected))).toBeLessThan(MOST_STANDARD_ERRORS);
      const stock = runs.map((run) => run.stock(row, 1));
      expect(Math.abs(standardErrorsOff(stock, placed))).toBeLessThan(MOST_STANDARD_ERRORS);
    });
  });

  it("runReplication never has more people placed than the limit, and nobody waits while there is a place", () => {
    for (const run of runs) {
      parameters.gridDays.forEach((_, row) => {
        expect(run.stock(row, 1)).toBeLessThanOrEqual(limit);
        expect(run.stock(row, 1) === limit || run.held(row, 0, "waitingForPlacement") === 0).toBe(true);
      });
    }
  });

  it("runReplication releases nobody unplaced where all have the same last days: first come, first served", () => {
    expect(runs.every((run) => run.flow(15, 0, "releasedWithoutPlacement") === 0)).toBe(true);
    expect(runs.some((run) => run.held(15, 0, "waitingForPlacement") > 20)).toBe(true);
  });
});
