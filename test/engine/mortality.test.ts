import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MortalityBand } from "../../engine/index.ts";
import { lifeLeftInPlace, mortalityRow } from "../../engine/mortality.ts";

function lifeLeft(bands: readonly MortalityBand[], hazard: number, age: number): number {
  const cell = Float64Array.of(hazard, age);
  lifeLeftInPlace(Float64Array.from([99, ...mortalityRow(bands)]), 1, cell);
  return cell[0]!;
}

/** Integral of the hazard between two ages, band by band. */
function cumulative(bands: readonly MortalityBand[], from: number, to: number): number {
  return bands.reduce((sum, band, i) => {
    const end = bands[i + 1]?.fromAgeDays ?? Infinity;
    return sum + band.perDay * Math.max(0, Math.min(end, to) - Math.max(band.fromAgeDays, from));
  }, 0);
}

const bands = fc
  .array(
    fc.record({
      width: fc.integer({ min: 1, max: 9000 }),
      perDay: fc.double({ min: 0, max: 0.01, noNaN: true }),
    }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((list) => {
    let fromAgeDays = 0;
    return list.map(({ width, perDay }) => {
      const band = { fromAgeDays, perDay };
      fromAgeDays += width;
      return band;
    });
  });

describe("lifeLeftInPlace", () => {
  it("lifeLeftInPlace is the time over which the cumulative hazard is what was given", () => {
    fc.assert(
      fc.property(
        bands,
        fc.double({ min: 1e-6, max: 30, noNaN: true }),
        fc.double({ min: 0, max: 30_000, noNaN: true }),
        (rows, hazard, age) => {
          const days = lifeLeft(rows, hazard, age);
          const whole = cumulative(rows, age, 1e12);
          if (days === Infinity) {
            expect(whole).toBeLessThanOrEqual(hazard * (1 + 1e-9));
          } else {
            expect(cumulative(rows, age, age + days) / hazard).toBeCloseTo(1, 6);
          }
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  it("lifeLeftInPlace of one hazard is the exponential's quantile at any age", () => {
    expect(lifeLeft([{ fromAgeDays: 0, perDay: 0.004 }], 2, 0)).toBe(500);
    expect(lifeLeft([{ fromAgeDays: 0, perDay: 0.004 }], 2, 20_000)).toBeCloseTo(500, 8);
  });

  it("lifeLeftInPlace walks through the bands: 100 days at 0.001, then 0.01 a day", () => {
    const rows = [
      { fromAgeDays: 0, perDay: 0.001 },
      { fromAgeDays: 400, perDay: 0.01 },
    ];
    // Age 300: a cumulative hazard of 0.1 up to age 400, the other 0.2 in 20 days.
    expect(lifeLeft(rows, 0.3, 300)).toBeCloseTo(120, 10);
  });

  it("lifeLeftInPlace never ends where the last hazard is none", () => {
    const rows = [
      { fromAgeDays: 0, perDay: 0.001 },
      { fromAgeDays: 400, perDay: 0 },
    ];
    expect(lifeLeft(rows, 0.5, 300)).toBe(Infinity);
    expect(lifeLeft(rows, 0.05, 300)).toBeCloseTo(50, 10);
  });
});
