import { describe, expect, it } from "vitest";
import type { ModelParameters } from "../../engine/index.ts";
import { runReplication } from "../../engine/index.ts";
import { everything, HERE } from "./everything.ts";
import { Reading } from "./smallModel.ts";

const [LOW, MEDIUM] = [0, 1];
const WOMEN = 3;

function run(parameters: ModelParameters, seed: string): Reading {
  return new Reading(parameters, runReplication(parameters, seed, 0));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

describe("runReplication, levels and streams", () => {
  const parameters = everything();
  const runs = ["a", "b", "c"].map((seed) => run(parameters, seed));

  it("runReplication counts everybody in a system at one level, on day 0 and ever after", () => {
    for (const reading of runs) {
      [0, 1].forEach((system) => {
        const initial = reading.result.initialLevelStock.subarray(system * 3, system * 3 + 3);
        expect(sum([...initial])).toBe(reading.initialOf(system));
        parameters.gridDays.forEach((_, row) => {
          const levels = [0, 1, 2].map((level) => reading.levelStock(row, system, level));
          expect(sum(levels)).toBe(reading.stockOf(row, system));
          expect(Math.min(...levels)).toBeGreaterThanOrEqual(0);
        });
      });
    }
  });

  it("runReplication counts people by stream in the stream's own system: not those who were handed over", () => {
    for (const reading of runs) {
      const { initialStreamStock } = reading.result;
      expect([...initialStreamStock]).toEqual([202, 30, 150, 20]);
      parameters.gridDays.forEach((_, row) => {
        const ofStreams = [0, 1, 2, 3].map((stream) => reading.streamStock(row, stream));
        expect(Math.min(...ofStreams)).toBeGreaterThanOrEqual(0);
        expect(ofStreams[0]! + ofStreams[1]! + ofStreams[3]!).toBe(reading.stockOf(row, 0));
        const transferred = reading.stockOf(row, 1) - ofStreams[2]!;
        expect(transferred).toBeGreaterThanOrEqual(0);
        expect(transferred).toBeLessThanOrEqual(reading.flow(row, 1, "transfersIn"));
      });
    }
  });

  it("runReplication holds nobody in a unit that does not take the person's level or sex", () => {
    // Without the halfway house, which takes all, every unit is of one level and of one sex.
    const separate: ModelParameters = {
      ...parameters,
      initialStock: parameters.initialStock.filter(({ facility }) => facility !== HERE.halfway),
      regimes: parameters.regimes.map((regime) => ({
        ...regime,
        streams: regime.streams.map((stream) => ({ ...stream, finalPlacement: null })),
      })),
    };
    for (const seed of ["a", "b", "c"]) {
      const reading = run(separate, seed);
      const last = separate.gridDays.length - 1;
      expect(reading.flow(last, 0, "reclassifications")).toBeGreaterThan(200);
      expect(reading.flow(last, 0, "balancingMoves")).toBeGreaterThan(0);
      expect(reading.flow(last, 0, "closureMoves")).toBeGreaterThan(20);
      separate.gridDays.forEach((_, row) => {
        const held = (facilities: readonly number[]): number =>
          sum(facilities.map((facility) => reading.stock(row, facility)));
        expect(held(HERE.women)).toBe(reading.streamStock(row, WOMEN));
        expect(held(HERE.medium)).toBe(reading.levelStock(row, 0, MEDIUM));
        const low = held(HERE.low) + held(HERE.women) + held([HERE.hospital]);
        expect(low).toBe(reading.levelStock(row, 0, LOW));
      });
    }
  });
});
