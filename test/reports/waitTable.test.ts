import { describe, expect, it } from "vitest";
import { WAIT_BINS, WAITS } from "../../engine/result.ts";
import { analyse } from "../../reports/analyse.ts";
import { en } from "../../reports/text/en.ts";
import { waitTable } from "../../reports/waitTable.ts";
import { syntheticResults } from "./syntheticResults.ts";
import { syntheticScenario } from "./syntheticScenario.ts";

const scenario = syntheticScenario();

describe("waitTable", () => {
  it("waitTable has the stages in which somebody waited: mean, median and 90 % quantile", () => {
    const results = syntheticResults(scenario, 2);
    const at = WAITS.indexOf("receiving");
    for (const { waitCounts, waitDays } of results) {
      // Ten waits of 64 to 69.8 days: the bin of 2^6 is 2 + 6 x 8.
      waitCounts[at * WAIT_BINS + 50] = 10;
      waitDays[at] = 670;
    }
    const { rows } = waitTable(analyse([{ scenario, results }]), en);
    expect(rows).toHaveLength(1);
    const [stage, , mean, median, most] = rows[0]!;
    expect([stage, mean]).toEqual([en.charts.funnel.waits.receiving, "67"]);
    const [low, high] = [64, 2 ** (6 + 1 / 8)];
    expect(Number(median)).toBeCloseTo((low + high) / 2, 0);
    expect(Number(most)).toBeCloseTo(low + 0.9 * (high - low), 0);
  });

  it("waitTable has no rows where nobody waited", () => {
    expect(waitTable(analyse([{ scenario, results: syntheticResults(scenario, 2) }]), en).rows).toEqual([]);
  });
});
