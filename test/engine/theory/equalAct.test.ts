import { describe, expect, it } from "vitest";
import { mean } from "../moments.ts";
import { inFull, regime, smallModel, streamRegime } from "../smallModel.ts";
import { readings } from "./readings.ts";

const DAYS_PER_YEAR = 365.25;
const DAYS_PER_MONTH = DAYS_PER_YEAR / 12;

/**
 * A prospective cut of sentences: 827 people a year, 74 months on average before and 43 after, 85 % of it served.
 *
 * Sentencing Commission's estimate for the EQUAL Act, read in a secondary source.
 */
describe("runReplication, theory of a prospective cut", () => {
  it("runReplication frees people a year x months less x share served in the long run: 1,816 beds", () => {
    const perYear = 827;
    const beds = (perYear * (74 - 43) * 0.85) / 12;
    expect(Math.round(beds)).toBe(1816);
    const last = 8 * DAYS_PER_YEAR;
    const stock = (months: number) =>
      readings(
        smallModel({
          horizonDays: last,
          gridDays: [last],
          regimes: [
            regime({
              capacity: [10_000],
              streams: [
                streamRegime({
                  admissionsPerDay: perYear / DAYS_PER_YEAR,
                  timeToServe: {
                    ...inFull({ kind: "fixed", days: months * DAYS_PER_MONTH }),
                    servedShare: 0.85,
                  },
                }),
              ],
            }),
          ],
        }),
        10,
      ).map((run) => run.stock(0, 0));
    const [before, after] = [stock(74), stock(43)];
    const freed = mean(before.map((count, i) => count - after[i]!));
    // The same people come in both: the difference is a Poisson number, of those who came in 31 x 0.85 months.
    expect(Math.abs(freed - beds)).toBeLessThan(3.5 * Math.sqrt(beds / 10));
  });
});
