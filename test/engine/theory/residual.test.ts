import { describe, expect, it } from "vitest";
import type { Distribution } from "../../../engine/index.ts";
import { standardErrorsOff } from "../moments.ts";
import { inFull, regime, smallModel, streamRegime } from "../smallModel.ts";
import { expectCounts, MOST_STANDARD_ERRORS, readings } from "./readings.ts";

const PERSONS = 200;

/** Nobody comes in: the people of a stationary day 0 leave one by one, until after the longest stay. */
function leaving(stay: Distribution, gridDays: readonly number[]) {
  const parameters = smallModel({
    horizonDays: gridDays.at(-1)!,
    gridDays: [...gridDays],
    initialStock: [{ stream: 0, persons: PERSONS, facility: 0, group: 0, residual: null }],
    regimes: [regime({ streams: [streamRegime({ timeToServe: inFull(stay) })] })],
  });
  return readings(parameters, 150);
}

describe("runReplication, theory of the time left on day 0", () => {
  it("runReplication has times left that are uniform on (0, T) where all stay a fixed term T", () => {
    const days = 400;
    const runs = leaving({ kind: "fixed", days }, [80, 200, 320, 401]);
    [80, 200, 320].forEach((day, row) => {
      const inside = 1 - day / days;
      const counts = runs.map((run) => run.stock(row, 0));
      expectCounts(counts, { mean: PERSONS * inside, variance: PERSONS * inside * (1 - inside) });
    });
    expect(runs.every((run) => run.stock(3, 0) === 0)).toBe(true);
  });

  // E[S^2] = mean^2 (1 + cv^2); of a uniform on (a, b) (a^2 + ab + b^2) / 3.
  it.each<[string, Distribution, number, number]>([
    ["fixed", { kind: "fixed", days: 400 }, 400, 400 ** 2],
    ["uniform", { kind: "uniform", fromDays: 20, toDays: 420 }, 220, (20 ** 2 + 20 * 420 + 420 ** 2) / 3],
    ["lognormal", { kind: "lognormal", meanDays: 100, cv: 0.8 }, 100, 100 ** 2 * (1 + 0.8 ** 2)],
  ])("runReplication has a mean time left of E[S^2] / 2E[S]: %s", (_, stay, first, second) => {
    const runs = leaving(stay, [20_000]);
    const left = runs.map(({ result }) => result.bandBedDays.reduce((sum, days) => sum + days, 0) / PERSONS);
    expect(Math.abs(standardErrorsOff(left, second / (2 * first)))).toBeLessThan(MOST_STANDARD_ERRORS);
    // The comparison can tell: the fresh mean stay, or half of it where stays differ, would fail.
    expect(Math.abs(standardErrorsOff(left, first))).toBeGreaterThan(MOST_STANDARD_ERRORS);
  });
});
