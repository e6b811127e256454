import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KeyedOrder } from "../../engine/keyedOrder.ts";

interface Pair {
  readonly item: number;
  readonly key: number;
}

function sorted(order: KeyedOrder, pairs: readonly Pair[], precedes?: (a: number, b: number) => boolean) {
  order.clear();
  for (const { item, key } of pairs) {
    order.add(item, Float64Array.of(key));
  }
  return [...order.sorted(precedes)];
}

/** Few keys, so that most lists have ties; no number stands in a list twice. */
const lists = fc.uniqueArray(
  fc.record({
    item: fc.integer({ min: 0, max: 1000 }),
    key: fc.constantFrom(-Infinity, -0.5, 0.25, 0.5, 7, Infinity),
  }),
  { selector: ({ item }) => item, maxLength: 200 },
);

describe("KeyedOrder.sorted", () => {
  it("sorted is in order of the keys, of equals as they were added, whatever was sorted before", () => {
    const order = new KeyedOrder();
    fc.assert(
      fc.property(lists, (pairs) => {
        const expected = pairs.toSorted((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1));
        expect(sorted(order, pairs)).toEqual(expected.map(({ item }) => item));
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it("sorted puts equals in the order asked for", () => {
    const order = new KeyedOrder();
    fc.assert(
      fc.property(lists, (pairs) => {
        const expected = pairs.toSorted((a, b) =>
          a.key === b.key ? b.item - a.item : a.key < b.key ? -1 : 1,
        );
        expect(sorted(order, pairs, (a, b) => a > b)).toEqual(expected.map(({ item }) => item));
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it("sorted of a list that has grown keeps everything that was added", () => {
    const pairs = Array.from({ length: 5000 }, (_, i) => ({ item: i, key: (i * 7919) % 5000 }));
    const expected = pairs.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
    expect(sorted(new KeyedOrder(), pairs)).toEqual(expected);
  });
});

describe("KeyedOrder.add", () => {
  it("add takes the key from where it stands", () => {
    const order = new KeyedOrder();
    const cell = Float64Array.of(1, 3, 2);
    order.add(10, cell, 1);
    order.add(20, cell, 2);
    expect([...order.keys.subarray(0, order.length)]).toEqual([3, 2]);
    expect([...order.sorted()]).toEqual([20, 10]);
  });
});
