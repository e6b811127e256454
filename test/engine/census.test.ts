import { describe, expect, it } from "vitest";
import { runReplication } from "../../engine/index.ts";
import { everything } from "./everything.ts";
import { standardErrorsOff } from "./moments.ts";
import { facility, forever, group, inFull, Reading, regime, smallModel, streamRegime } from "./smallModel.ts";
import { readings } from "./theory/readings.ts";

const YEAR = 365.25;

describe("runReplication, the census of day 0 and of the last day", () => {
  it("runReplication counts sentences imposed and not served, at the edges of the bands: years of 365.25 days", () => {
    const sentences = [0.999, 1, 2.999, 3, 5, 10, 15, 20, 60].map((years) => years * YEAR);
    const parameters = smallModel({
      horizonDays: 10,
      gridDays: [10],
      facilities: [facility(0)],
      streams: sentences.map((_, i) => ({ id: `S${i}`, system: 0, offence: "any", citizenship: "any" })),
      initialStock: sentences.map((_, stream) => ({
        stream,
        persons: 3,
        facility: 0,
        group: 0,
        residual: null,
      })),
      regimes: [
        regime({
          streams: sentences.map((days) =>
            streamRegime({ timeToServe: { ...inFull({ kind: "fixed", days }), servedShare: 0.5 } }),
          ),
        }),
      ],
    });
    const reading = new Reading(parameters, runReplication(parameters, "census", 0));
    const bands = sentences.map((_, stream) => reading.sentences(0, stream).indexOf(3));
    expect(bands).toEqual([0, 1, 1, 2, 3, 4, 5, 6, 6]);
  });

  it("runReplication counts life terms in the last band, and people of whom only the days left are known nowhere", () => {
    const parameters = smallModel({
      horizonDays: 10,
      gridDays: [10],
      initialStock: [
        { stream: 0, persons: 50, facility: 0, group: 0, residual: null },
        { stream: 0, persons: 30, facility: 0, group: 0, residual: forever },
      ],
      regimes: [
        regime({
          streams: [
            streamRegime({
              timeToServe: { ...inFull({ kind: "fixed", days: 4 * YEAR }), lifeStockShare: 1 },
            }),
          ],
        }),
      ],
    });
    const reading = new Reading(parameters, runReplication(parameters, "census", 0));
    expect(reading.sentences(0, 0)).toEqual([0, 0, 0, 0, 0, 0, 0, 50]);
    expect(reading.sentences(1, 0)).toEqual([0, 0, 0, 0, 0, 0, 0, 50]);
  });

  it("runReplication has as many life terms in the whole stock as said, and none of them in the final placement", () => {
    const placed = 150;
    const parameters = smallModel({
      horizonDays: 1500,
      gridDays: [1500],
      facilities: [facility(0), facility(1)],
      groups: [group([0])],
      initialStock: [
        { stream: 0, persons: 450, facility: 0, group: 0, residual: null },
        { stream: 0, persons: placed, facility: 1, group: 0, residual: null },
      ],
      regimes: [
        regime({
          capacity: [500, 200],
          streams: [
            streamRegime({
              timeToServe: { ...inFull({ kind: "fixed", days: 400 }), lifeStockShare: 0.1 },
              finalPlacement: {
                facility: 1,
                share: 1,
                detainerShare: 0,
                days: { kind: "fixed", days: 100 },
                waitAtStartDays: 0,
                regroup: [],
              },
            }),
          ],
        }),
      ],
    });
    const runs = readings(parameters, 80);
    const life = runs.map((run) => run.sentences(0, 0)[7]!);
    expect(Math.abs(standardErrorsOff(life, 60))).toBeLessThan(3.5);
    for (const run of runs) {
      // Everybody else has gone after 400 days, all of them from the final placement.
      expect([run.stock(0, 0), run.stock(0, 1)]).toEqual([run.sentences(0, 0)[7], 0]);
    }
  });

  it("runReplication counts the ages of day 0 as age at entry and time served, and of the last day as much older", () => {
    // Ages of 30 to 34 at entry, 10 years to serve of which 0 to 10 have gone: triangular over 30 to 44.
    const parameters = smallModel({
      horizonDays: 1,
      gridDays: [1],
      initialStock: [{ stream: 0, persons: 2000, facility: 0, group: 0, residual: null }],
      regimes: [
        regime({
          streams: [
            streamRegime({
              timeToServe: inFull({ kind: "fixed", days: 10 * YEAR }),
              ageAtEntry: { kind: "uniform", fromDays: 30 * YEAR, toDays: 34 * YEAR },
            }),
          ],
        }),
      ],
    });
    const runs = readings(parameters, 40);
    // P(below 35): the mean over ages a at entry of (35 - a) / 10; P(above 40): of (a + 10 - 40) / 10.
    const shares = [0.3, 0.5, 0.2];
    shares.forEach((share, i) => {
      const counts = runs.map((run) => run.ages(0, 0)[3 + i]!);
      expect(Math.abs(standardErrorsOff(counts, 2000 * share))).toBeLessThan(3.5);
    });
    expect(runs.every((run) => run.ages(0, 0).reduce((sum, n) => sum + n, 0) === 2000)).toBe(true);
  });

  it("runReplication counts everybody of whom something is known once, wherever they are", () => {
    const parameters = everything();
    for (const index of [0, 1]) {
      const { censusSentence, censusAge, initialStreamStock, gridStock, ...result } = runReplication(
        parameters,
        "all",
        index,
      );
      const total = (list: ArrayLike<number>): number => Array.from(list).reduce((sum, n) => sum + n, 0);
      const half = censusSentence.length / 2;
      // All of day 0 but the 30 with a stated residual; on the last day these may be inside still.
      expect(total(censusSentence.subarray(0, half))).toBe(total(initialStreamStock) - 30);
      const end = total(gridStock.subarray(gridStock.length - parameters.facilities.length));
      const counted = total(censusSentence.subarray(half));
      expect(counted).toBeLessThanOrEqual(end);
      expect(counted).toBeGreaterThanOrEqual(end - 30);
      // The first two streams and the women have ages; the others are in the second country.
      expect(total(censusAge.subarray(0, censusAge.length / 4))).toBe(
        initialStreamStock[0]! + initialStreamStock[1]! + initialStreamStock[3]!,
      );
      expect(result.index).toBe(index);
    }
  });
});
