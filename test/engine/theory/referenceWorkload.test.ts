import { describe, expect, it } from "vitest";
import { prisonNetwork } from "../../fixtures/prisonNetwork.ts";
import { integral, lognormalSurvival, mean, standardErrorsOff } from "../moments.ts";
import { daysTo } from "../smallModel.ts";
import { readings } from "./readings.ts";

/**
 * Expected stock of the reference workload at scale 0.1 (`bench/README.md`): survivors of day 0 plus Poisson
 * admissions, each still inside with the chance of not having gone at a batch day (a multiple of 90) before.
 */
function referenceStock(day: number, transfers: boolean): number {
  const lastBatch = 90 * (Math.ceil(day / 90) - 1);
  const staying = (entered: number): number =>
    transfers && entered < lastBatch ? 1 - 0.1 * 0.25 * (1 - Math.exp(-(lastBatch - entered) / 400)) : 1;
  const admitted = integral((t) => lognormalSurvival(day - t, 1200, 1) * staying(t), 0, day, 400);
  return 15_000 * Math.exp(-day / 1000) * staying(0) + (4500 / 365) * admitted;
}

describe("runReplication, theory of the reference workload", () => {
  it.each([
    [true, 14086.5, 14221.2],
    [false, 14332.1, 14446.7],
  ])(
    "runReplication gives the reference workload's final and mean stock at scale 0.1, transfers: %s",
    (transfers, final, average) => {
      const days = daysTo(3650, 5);
      expect(Math.abs(referenceStock(3650, transfers) - final)).toBeLessThan(0.2);
      expect(Math.abs(mean(days.map((day) => referenceStock(day, transfers))) - average)).toBeLessThan(0.2);

      const parameters = { ...prisonNetwork({ scale: 0.1, transfers }), gridDays: days };
      const totals = readings(parameters, 20).map((run) => days.map((_, row) => run.stockOf(row)));
      const finals = totals.map((stocks) => stocks[stocks.length - 1]!);
      expect(Math.abs(standardErrorsOff(finals, final))).toBeLessThan(3);
      expect(Math.abs(standardErrorsOff(totals.map(mean), average))).toBeLessThan(3);
    },
  );
});
