import { describe, expect, it } from "vitest";
import type { ModelParameters } from "../../engine/index.ts";
import { BAND_COUNT, runReplication, THRESHOLDS } from "../../engine/index.ts";
import { daysTo, facility, Reading, regime, smallModel, streamRegime } from "./smallModel.ts";
import { twoSystems } from "./twoSystems.ts";

function run(parameters: ModelParameters, index = 0): Reading {
  return new Reading(parameters, runReplication(parameters, "observer", index));
}

/** One institution's five bands of a measure. */
function bandsOf(values: Float64Array, institution = 0): number[] {
  return [...values.subarray(institution * BAND_COUNT, (institution + 1) * BAND_COUNT)];
}

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, value) => total + value, 0);
}

/** People who are inside on day 0 in one facility and leave on stated days. */
function leaving(days: readonly number[], changes: Partial<ModelParameters> = {}): ModelParameters {
  return smallModel({
    initialStock: days.map((day) => ({
      stream: 0,
      persons: 1,
      facility: 0,
      group: 0,
      residual: { kind: "fixed", days: day },
    })),
    ...changes,
  });
}

describe("runReplication, time-weighted occupancy", () => {
  it("runReplication reproduces a case worked by hand: 8 people leaving, 5 beds, 4 from day 40", () => {
    // Days 0-10: 8 of 5 (160 %). 10-20: 7 (140 %). 20-30: 6 (120 %). 30-40: 5 (100 %). 40-50: 5 of 4 (125 %).
    // 50-60: 4 (100 %). 60-100: 3 of 4.
    const parameters = leaving([10, 20, 30, 50, 60, 200, 200, 200], {
      regimes: [regime({ capacity: [5] }), regime({ fromDay: 40, capacity: [4] })],
    });
    const { result } = run(parameters);
    expect(bandsOf(result.bandDays)).toEqual([60, 0, 20, 10, 10]);
    expect(bandsOf(result.bandBedDays)).toEqual([50 + 40 + 120, 0, 60 + 50, 70, 80]);
    expect(bandsOf(result.bandCapacityDays)).toEqual([50 + 40 + 160, 0, 50 + 40, 50, 50]);
    expect([...result.firstAboveDay]).toEqual([0, 0, 0, 0]);
  });

  it("runReplication leaves a band at its lower limit: 16 of 10 beds, one leaving every 5 days", () => {
    // 16: above 150 %. 15 and 14: above 130 %. 13 and 12: above 110 %. 11: above 100 %. From day 30 on 10 or fewer.
    const parameters = leaving(daysTo(80, 5), { regimes: [regime({ capacity: [10] })] });
    const { result } = run(parameters);
    expect(bandsOf(result.bandDays)).toEqual([70, 5, 10, 10, 5]);
    expect(bandsOf(result.bandBedDays)).toEqual([5 * 55, 55, 5 * 25, 5 * 29, 80]);
  });

  it("runReplication notes the first day above each threshold, and no day for those that were not passed", () => {
    // 12 of 12, of 11.5 (104 %) from day 20, of 10.5 (114 %) from day 30, of 20 from day 40, of 9 (133 %) from day 60.
    const parameters = leaving(new Array<number>(12).fill(500), {
      regimes: [
        [0, 12],
        [20, 11.5],
        [30, 10.5],
        [40, 20],
        [60, 9],
      ].map(([fromDay, beds]) => regime({ fromDay: fromDay!, capacity: [beds!] })),
    });
    const { result } = run(parameters);
    expect([...result.firstAboveDay]).toEqual([20, 30, 60, Infinity]);
    expect(bandsOf(result.bandDays)).toEqual([40, 10, 10, 40, 0]);
  });

  it.each(
    THRESHOLDS.flatMap((threshold) =>
      [100, 10, 1000, 700].map((beds) => [Math.round(threshold * 100), beds] as const),
    ),
  )("runReplication takes %d % of %d beds as not above it, and one person more as above", (percent, beds) => {
    const persons = (percent * beds) / 100;
    const of = (count: number) =>
      run(
        smallModel({
          initialStock: [
            { stream: 0, persons: count, facility: 0, group: 0, residual: { kind: "fixed", days: 500 } },
          ],
          regimes: [regime({ capacity: [beds] })],
        }),
      ).result;
    const threshold = THRESHOLDS.findIndex((ratio) => Math.round(ratio * 100) === percent);
    expect(of(persons).firstAboveDay[threshold]).toBe(Infinity);
    expect(bandsOf(of(persons).bandDays)[threshold]).toBe(100);
    expect(of(persons + 1).firstAboveDay[threshold]).toBe(0);
    expect(sum(bandsOf(of(persons + 1).bandDays).slice(threshold + 1))).toBe(100);
  });

  it("runReplication counts a first crossing on the day of the admission that brings it", () => {
    const parameters = smallModel({
      gridDays: daysTo(100, 0.01),
      regimes: [regime({ capacity: [10], streams: [streamRegime({ admissionsPerDay: 0.3 })] })],
    });
    const reading = run(parameters);
    THRESHOLDS.forEach((threshold, i) => {
      const row = parameters.gridDays.findIndex((_, r) => reading.stock(r, 0) > Math.round(threshold * 10));
      const sampled = row < 0 ? Infinity : parameters.gridDays[row]!;
      const exact = reading.result.firstAboveDay[i]!;
      expect(exact).toBeLessThan(sampled);
      expect(exact).toBeGreaterThanOrEqual(sampled - 0.0101);
    });
  });

  const parameters = twoSystems({ gridDays: daysTo(900, 0.1) });
  const crowded = run(parameters);

  it("runReplication splits the horizon into bands whose days add up to it, for every institution", () => {
    for (let institution = 0; institution < parameters.institutions.length; institution++) {
      expect(sum(bandsOf(crowded.result.bandDays, institution))).toBeCloseTo(900, 8);
    }
  });

  it("runReplication integrates the stock: bed-days agree with a fine grid within the grid's own error", () => {
    parameters.institutions.forEach((_, institution) => {
      const stocks = parameters.gridDays.map((_day, row) => crowded.stock(row, institution));
      // Each change is off by at most one step of the grid, with either sign.
      const changes = stocks.filter((stock, row) => row > 0 && stock !== stocks[row - 1]).length;
      expect(changes).toBeGreaterThan(100);
      const error = Math.abs(sum(bandsOf(crowded.result.bandBedDays, institution)) - 0.1 * sum(stocks));
      expect(error).toBeLessThan(4 * 0.1 * Math.sqrt(changes));
    });
  });

  it("runReplication books capacity-days as the integral of rated capacity", () => {
    parameters.regimes[0]!.capacity.forEach((beds, institution) => {
      expect(sum(bandsOf(crowded.result.bandCapacityDays, institution))).toBeCloseTo(900 * beds!, 6);
    });
  });

  it("runReplication counts bed-days that equal the sum of stock over the grid when it catches every change", () => {
    const days = [3, 3, 7, 12, 12, 12, 30, 55, 56, 99];
    const whole = leaving(days, { gridDays: daysTo(100), regimes: [regime({ capacity: [6] })] });
    const reading = run(whole);
    // A sample is taken before the events of its day, so it holds for the day that ends there.
    const sampled = sum(whole.gridDays.map((_, row) => reading.stock(row, 0)));
    expect(sampled).toBe(sum(days));
    expect(sum(reading.result.bandBedDays)).toBeCloseTo(sampled, 9);
    const above = whole.gridDays.filter((_, row) => reading.stock(row, 0) > 6).length;
    expect(sum(bandsOf(reading.result.bandDays).slice(1))).toBe(above);
  });

  it("runReplication observes an institution as the sum of its facilities", () => {
    const complex = leaving([30, 60], {
      facilities: [facility(0), { ...facility(0), id: "camp" }],
      institutions: [{ id: "complex", system: 0 }],
      regimes: [regime({ capacity: [1, 1] }), regime({ fromDay: 50, capacity: [0, 0.5] })],
    });
    const reading = run({
      ...complex,
      initialStock: complex.initialStock.map((row, i) => ({ ...row, facility: i })),
    });
    expect(bandsOf(reading.result.bandDays)).toEqual([50 + 40, 0, 0, 0, 10]);
    expect(bandsOf(reading.result.bandBedDays)).toEqual([30 * 2 + 20, 0, 0, 0, 10]);
    expect(bandsOf(reading.result.bandCapacityDays)).toEqual([100 + 20, 0, 0, 0, 5]);
  });

  it("runReplication puts an institution without rated capacity into the lowest band", () => {
    const { result } = run(leaving([40, 200], { regimes: [regime({ capacity: [null] })] }));
    expect(bandsOf(result.bandDays)).toEqual([100, 0, 0, 0, 0]);
    expect(sum(result.bandBedDays)).toBe(140);
    expect([...result.firstAboveDay]).toEqual([Infinity, Infinity, Infinity, Infinity]);
  });

  it("runReplication samples the last day, which is the horizon, after all that happened before it", () => {
    const reading = run(leaving([99.5, 100, 101], { gridDays: [0, 99, 100] }));
    expect([0, 1, 2].map((row) => reading.stock(row, 0))).toEqual([3, 3, 2]);
    expect(reading.flow(2, 0, "releases")).toBe(1);
  });
});
