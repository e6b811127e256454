import { describe, expect, it } from "vitest";
import { integral, lognormalSurvival, standardErrorsOff, variance } from "../moments.ts";
import { deaths, inFull, regime, smallModel, streamRegime } from "../smallModel.ts";
import { expectCounts, MOST_STANDARD_ERRORS, readings } from "./readings.ts";

describe("runReplication, theory of the infinite server", () => {
  const parameters = smallModel({
    horizonDays: 400,
    gridDays: [1, 30, 100, 250, 400],
    initialStock: [
      { stream: 0, persons: 150, facility: 0, group: 0, residual: { kind: "exponential", meanDays: 80 } },
    ],
    regimes: [
      regime({
        streams: [
          streamRegime({
            admissionsPerDay: 2,
            timeToServe: inFull({ kind: "lognormal", meanDays: 100, cv: 1 }),
          }),
        ],
      }),
    ],
  });
  const runs = readings(parameters, 800);

  it.each(parameters.gridDays.map((day, row) => [day, row] as const))(
    "runReplication gives on day %d a stock of survivors of day 0 plus a Poisson number, of mean rate x integral of survival",
    (day, row) => {
      const survive = Math.exp(-day / 80);
      const poisson = 2 * integral((x) => lognormalSurvival(x, 100, 1), 0, day);
      expectCounts(
        runs.map((run) => run.stock(row, 0)),
        { mean: 150 * survive + poisson, variance: 150 * survive * (1 - survive) + poisson },
      );
    },
  );

  it("runReplication admits a Poisson number of people, at the rate in force", () => {
    const at = (fromDay: number, admissionsPerDay: number) =>
      regime({ fromDay, streams: [streamRegime({ admissionsPerDay })] });
    const changing = smallModel({
      gridDays: [20, 50, 60, 100],
      regimes: [at(0, 1.5), at(20, 6), at(50, 0), at(60.25, 0.5)],
    });
    const counted = readings(changing, 800);
    [30, 180, 0].forEach((expected, i) => {
      const counts = counted.map(
        (run) => run.flow(i, 0, "admissions") - (i > 0 ? run.flow(i - 1, 0, "admissions") : 0),
      );
      if (expected === 0) {
        expect(Math.max(...counts)).toBe(0);
      } else {
        expectCounts(counts, { mean: expected, variance: expected });
      }
    });
    const last = counted.map((run) => run.flow(3, 0, "admissions") - run.flow(2, 0, "admissions"));
    expectCounts(last, { mean: 39.75 / 2, variance: 39.75 / 2 });
  });

  it("runReplication keeps the mean of uncertain admissions, and gives their yearly log the stated spread", () => {
    const sd = 0.25;
    const years = [365, 730, 1095];
    const uncertain = smallModel({
      horizonDays: 1095,
      gridDays: years,
      yearStartDays: [0, 365, 730],
      regimes: [
        regime({
          admissionsLevelSd: [sd],
          streams: [streamRegime({ admissionsPerDay: 1, timeToServe: inFull({ kind: "fixed", days: 1 }) })],
        }),
      ],
    });
    const runsOfYears = readings(uncertain, 600);
    years.forEach((_, year) => {
      const counts = runsOfYears.map(
        (run) => run.flow(year, 0, "admissions") - (year > 0 ? run.flow(year - 1, 0, "admissions") : 0),
      );
      expect(Math.abs(standardErrorsOff(counts, 365))).toBeLessThan(MOST_STANDARD_ERRORS);
      // Poisson noise plus a lognormal level: 365 + 365^2 (exp(k sd^2) - 1) after k steps, to 25 % (heavy tail).
      const expected = 365 + 365 ** 2 * (Math.exp((year + 1) * sd ** 2) - 1);
      expect(Math.abs(variance(counts) / expected - 1)).toBeLessThan(0.25);
    });
  });

  it("runReplication lets people die at the stated rate before a fixed release: 1 - exp(-rate x days)", () => {
    const mortal = smallModel({
      horizonDays: 400,
      gridDays: [100, 400],
      initialStock: [
        { stream: 0, persons: 500, facility: 0, group: 0, residual: { kind: "fixed", days: 300 } },
      ],
      regimes: [regime({ streams: [streamRegime({ mortality: deaths(0.002) })] })],
    });
    const counted = readings(mortal, 150);
    [100, 300].forEach((days, row) => {
      const share = 1 - Math.exp(-0.002 * days);
      expectCounts(
        counted.map((run) => run.flow(row, 0, "deaths")),
        { mean: 500 * share, variance: 500 * share * (1 - share) },
      );
    });
    expect(counted.every((run) => run.flow(1, 0, "deaths") + run.flow(1, 0, "releases") === 500)).toBe(true);
  });
});
