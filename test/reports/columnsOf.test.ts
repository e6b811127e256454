import { describe, expect, it } from "vitest";
import { columnsOf } from "../../reports/columnsOf.ts";

/** Numbers 0, 1, … that count how often they are gone through. */
function counted(length: number) {
  const items = {
    length,
    passes: 0,
    *[Symbol.iterator]() {
      items.passes += 1;
      for (let i = 0; i < length; i += 1) yield i;
    },
  };
  return items;
}

const times = (factor: number) => (item: number) => factor * item;

describe("columnsOf", () => {
  it("columnsOf gives each point with what is read of every item, in their order", () => {
    const items = counted(3);
    expect([...columnsOf(items, [2, 5], times)]).toEqual([
      [2, Float64Array.of(0, 2, 4)],
      [5, Float64Array.of(0, 5, 10)],
    ]);
    expect(items.passes).toBe(1);
  });

  it("columnsOf goes through many items again for columns that do not fit into memory with the others", () => {
    // 2^21 numbers are held: three columns of 600,000.
    const items = counted(600_000);
    const sums = Array.from(columnsOf(items, [1, 2, 3, 4, 5, 6, 7], times), ([factor, column]) => {
      return column.reduce((sum, value) => sum + value, 0) / factor;
    });
    expect(sums).toEqual(Array.from({ length: 7 }, () => (599_999 * 600_000) / 2));
    expect(items.passes).toBe(3);
  });

  it("columnsOf reads a column by itself where it is longer than the memory for all", () => {
    const items = counted(2 ** 21 + 1);
    const last = Array.from(columnsOf(items, [1, 2], times), ([, column]) => column.at(-1));
    expect(last).toEqual([2 ** 21, 2 ** 22]);
    expect(items.passes).toBe(2);
  });

  it("columnsOf of no items gives empty columns", () => {
    expect([...columnsOf([], [1], times)]).toEqual([[1, new Float64Array()]]);
  });
});
