import { describe, expect, it } from "vitest";
import type { ModelParameters } from "../../../engine/index.ts";
import { buildModel } from "../../../engine/model.ts";
import { stateShape } from "../../../engine/stateShape.ts";
import { inFull, regime, smallModel, streamRegime } from "../smallModel.ts";
import { expectCounts, readings } from "./readings.ts";

/** People who stay for a day, from a day 100 days into a calendar year; the growth of each regime is given. */
function growing(
  growth: readonly (readonly [fromDay: number, ratio: number])[],
  admissionsPerDay = 0.8,
): ModelParameters {
  return smallModel({
    horizonDays: 1500,
    gridDays: [265, 630, 995, 1360, 1500],
    yearStartDays: [-100, 265, 630, 995, 1360],
    regimes: growth.map(([fromDay, admissionsGrowth]) =>
      regime({
        fromDay,
        streams: [
          streamRegime({
            admissionsPerDay,
            admissionsGrowth,
            timeToServe: inFull({ kind: "fixed", days: 1 }),
          }),
        ],
      }),
    ),
  });
}

/** Expects Poisson counts of admissions at the stated multiples of 0.8 a day in each calendar year. */
function expectYears(model: ModelParameters, factors: readonly number[]): void {
  const runs = readings(model, 200);
  let before = 0;
  model.gridDays.forEach((day, row) => {
    const counts = runs.map(
      (run) => run.flow(row, 0, "admissions") - (row > 0 ? run.flow(row - 1, 0, "admissions") : 0),
    );
    const expected = 0.8 * factors[row]! * (day - before);
    expectCounts(counts, { mean: expected, variance: expected });
    before = day;
  });
}

describe("runReplication, theory of growing admissions", () => {
  it.each([0.25, -0.4])("runReplication admits (1 + %d)^k as many in the k-th calendar year", (ratio) => {
    expectYears(
      growing([[0, ratio]]),
      [0, 1, 2, 3, 4].map((k) => (1 + ratio) ** k),
    );
  });

  it("runReplication keeps the growth so far when a regime changes the ratio", () => {
    // Two steps of 1.5, the second at a boundary at which a regime begins: its own ratio counts there.
    expectYears(
      growing([
        [0, 0.5],
        [630, 1],
        [1000, 0],
      ]),
      [1, 1.5, 3, 6, 6],
    );
  });

  it("runReplication has room for the people whom growth brings", () => {
    const persons = (ratio: number): number => stateShape(buildModel(growing([[0, ratio]], 20)), 5).persons;
    const expected = 20 * (265 + 365 * (3 + 9 + 27) + 140 * 81);
    expect(persons(2)).toBeGreaterThan(expected);
    expect(persons(2)).toBeLessThan(1.1 * expected);
    const [run] = readings(growing([[0, 2]], 20), 1);
    expect(run!.flow(4, 0, "admissions")).toBeGreaterThan(0.98 * expected);
  });
});
