import { describe, expect, it } from "vitest";
import type { Distribution, TimeToServe } from "../../../engine/index.ts";
import { integral, standardErrorsOff } from "../moments.ts";
import { facility, finalPlacement, group, inFull, regime, smallModel, streamRegime } from "../smallModel.ts";
import { MOST_STANDARD_ERRORS, readings } from "./readings.ts";

describe("runReplication, theory of the stationary start", () => {
  const bands: Distribution = {
    kind: "bands",
    bands: [
      { fromDays: 30, toDays: 200, share: 0.5 },
      { fromDays: 200, toDays: 1000, share: 0.5 },
    ],
  };
  // Days served of the bands under the rule: max(20, 0.8 s - 60), below the minimum up to s = 100.
  const bandsMean =
    (0.5 / 170) * (20 * 70 + integral((s) => 0.8 * s - 60, 100, 200)) + 0.5 * (0.8 * 600 - 60);

  const INSIDE = 400;
  it.each<[string, TimeToServe, number]>([
    ["lognormal", inFull({ kind: "lognormal", meanDays: 300, cv: 1 }), 300],
    ["exponential", inFull({ kind: "exponential", meanDays: 300 }), 300],
    ["fixed, in part", { ...inFull({ kind: "fixed", days: 400 }), servedShare: 0.75 }, 300],
    ["bands, in part", { ...inFull(bands), servedShare: 0.8, creditDays: 60, minimumDays: 20 }, bandsMean],
  ])(
    "runReplication that starts stationary stays so, and has rate x mean stay people inside: %s",
    (_, rule, meanStay) => {
      const parameters = smallModel({
        horizonDays: 600,
        gridDays: [10, 50, 100, 200, 300, 450, 600],
        initialStock: [{ stream: 0, persons: INSIDE, facility: 0, group: 0, residual: null }],
        regimes: [
          regime({ streams: [streamRegime({ admissionsPerDay: INSIDE / meanStay, timeToServe: rule })] }),
        ],
      });
      const runs = readings(parameters, 200);
      parameters.gridDays.forEach((_day, row) => {
        const counts = runs.map((run) => run.stock(row, 0));
        expect(Math.abs(standardErrorsOff(counts, INSIDE))).toBeLessThan(MOST_STANDARD_ERRORS);
      });
      // Little's law: average daily population = admissions per day x mean stay.
      const population = runs.map(({ result }) => result.bandBedDays.reduce((sum, v) => sum + v, 0) / 600);
      expect(Math.abs(standardErrorsOff(population, INSIDE))).toBeLessThan(MOST_STANDARD_ERRORS);
    },
  );

  it("runReplication that starts stationary keeps the stock of the final placement: rate x share x days x P(stay longer)", () => {
    const rate = 2;
    const stay: Distribution = { kind: "uniform", fromDays: 20, toDays: 420 };
    const inFinal = rate * 0.6 * 60 * ((420 - 60) / 400);
    const elsewhere = rate * 220 - inFinal;
    const parameters = smallModel({
      horizonDays: 400,
      gridDays: [20, 60, 120, 200, 400],
      facilities: [facility(0), facility(1)],
      groups: [group([0])],
      initialStock: [
        { stream: 0, persons: Math.round(elsewhere), facility: 0, group: 0, residual: null },
        { stream: 0, persons: Math.round(inFinal), facility: 1, group: 0, residual: null },
      ],
      regimes: [
        regime({
          capacity: [500, 500],
          streams: [
            streamRegime({
              admissionsPerDay: rate,
              timeToServe: inFull(stay),
              finalPlacement: finalPlacement(1, { kind: "fixed", days: 60 }, 0.6),
            }),
          ],
        }),
      ],
    });
    const runs = readings(parameters, 200);
    parameters.gridDays.forEach((_, row) => {
      const off = [elsewhere, inFinal].map((expected, place) =>
        standardErrorsOff(
          runs.map((run) => run.stock(row, place)),
          expected,
        ),
      );
      expect(Math.max(...off.map(Math.abs))).toBeLessThan(MOST_STANDARD_ERRORS);
    });
  });

  it("runReplication obeys Little's law on leavers: bed-days over admissions is the mean stay", () => {
    const stay: Distribution = { kind: "uniform", fromDays: 0, toDays: 100 };
    const at = (fromDay: number, admissionsPerDay: number) =>
      regime({ fromDay, streams: [streamRegime({ admissionsPerDay, timeToServe: inFull(stay) })] });
    const parameters = smallModel({ horizonDays: 300, gridDays: [300], regimes: [at(0, 5), at(200, 0)] });
    const runs = readings(parameters, 100);
    expect(runs.every((run) => run.stock(0, 0) === 0)).toBe(true);
    const bedDays = runs.map(({ result }) => result.bandBedDays.reduce((sum, v) => sum + v, 0));
    const admitted = runs.map((run) => run.flow(0, 0, "admissions"));
    const people = admitted.reduce((sum, n) => sum + n, 0);
    const meanStay = bedDays.reduce((sum, n) => sum + n, 0) / people;
    const standardError = 100 / Math.sqrt(12) / Math.sqrt(people);
    expect(Math.abs(meanStay - 50) / standardError).toBeLessThan(MOST_STANDARD_ERRORS);
  });
});
