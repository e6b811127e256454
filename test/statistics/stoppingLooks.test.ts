import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stoppingLooks } from "../../engine/statistics/stoppingLooks.ts";

describe("stoppingLooks", () => {
  it("stoppingLooks grow in proportion, in whole batches, to the maximum", () => {
    // 64 · 1.25 = 80, 100, 125 → 128, 160, 200, …
    expect(stoppingLooks({ minimum: 64, maximum: 210, growth: 1.25, batch: 4 })).toEqual([
      64, 80, 100, 128, 160, 200, 210,
    ]);
    expect(stoppingLooks({ minimum: 2, maximum: 5, growth: 1.01, batch: 1 })).toEqual([2, 3, 4, 5]);
    expect(stoppingLooks({ minimum: 10, maximum: 10, growth: 2, batch: 8 })).toEqual([10]);
  });

  it("stoppingLooks rise from the minimum to exactly the maximum, whatever the schedule", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 500 }),
        fc.integer({ min: 0, max: 5000 }),
        fc.double({ min: 1.01, max: 4, noNaN: true }),
        fc.integer({ min: 1, max: 64 }),
        (minimum, more, growth, batch) => {
          const looks = stoppingLooks({ minimum, maximum: minimum + more, growth, batch });
          expect(looks.at(-1)).toBe(minimum + more);
          expect(looks[0]).toBeGreaterThanOrEqual(minimum);
          looks.slice(1).forEach((look, i) => {
            expect(look).toBeGreaterThan(looks[i]!);
          });
          expect(looks.slice(0, -1).every((look) => look % batch === 0)).toBe(true);
        },
      ),
    );
  });

  it("stoppingLooks refuses a minimum of 1 or above the maximum, growth of 1 and no batch", () => {
    const schedule = { minimum: 10, maximum: 100, growth: 1.5, batch: 1 };
    expect(() => stoppingLooks({ ...schedule, minimum: 1 })).toThrow(
      "a minimum from two up to the maximum, got 1 and 100",
    );
    expect(() => stoppingLooks({ ...schedule, maximum: 9 })).toThrow("got 10 and 9");
    expect(() => stoppingLooks({ ...schedule, growth: 1 })).toThrow(
      "growth above 1 and a batch of at least one, got 1 and 1",
    );
    expect(() => stoppingLooks({ ...schedule, batch: 0 })).toThrow("got 1.5 and 0");
  });
});
