import type { Sized } from "./results.ts";

/** Numbers that are held at a time, at most: 16 MiB. */
const MOST_VALUES = 2 ** 21;
/**
 * Columns that are read together, at most: a replication is fetched into the processor's cache once for all of them,
 * and few readers are held.
 */
const MOST_COLUMNS = 2048;

/**
 * What is read of some items, a column at a time: one number for each item, in their order.
 *
 * The items are gone through once for as many columns as fit into a fixed memory, so that it grows with the number of
 * items only where a single column is longer.
 *
 * @param points what the columns are of
 * @param readerOf how a point is read of an item
 * @returns each point with its column, in their order; columns that are read together share their memory
 * @example
 * [...columnsOf([3, 5], ["half", "double"], (name) => (x) => (name === "half" ? x / 2 : 2 * x))]; // => [["half", [1.5, 2.5]], ["double", [6, 10]]]
 */
export function* columnsOf<Item, Point>(
  items: Sized<Item>,
  points: readonly Point[],
  readerOf: (point: Point) => (item: Item) => number,
): Generator<[Point, Float64Array]> {
  const { length } = items;
  const size = Math.min(MOST_COLUMNS, Math.max(1, Math.floor(MOST_VALUES / length)));
  for (let first = 0; first < points.length; first += size) {
    const block = points.slice(first, first + size);
    const readers = block.map((point) => readerOf(point));
    const values = new Float64Array(block.length * length);
    let row = 0;
    for (const item of items) {
      for (let column = 0; column < readers.length; column += 1)
        values[column * length + row] = readers[column]!(item);
      row += 1;
    }
    for (const [column, point] of block.entries())
      yield [point, values.subarray(column * length, (column + 1) * length)];
  }
}
