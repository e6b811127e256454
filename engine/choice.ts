import type { Weighted } from "./parameters.ts";

/** Weighted alternatives of many rows: row `i` ends before `ends[i]`; `cumulative` rises to 1 within a row. */
export interface Choice {
  readonly ends: Int32Array;
  readonly cumulative: Float64Array;
  readonly index: Int32Array;
  /** The alternative of a row that has only one, -1 where it has none, or {@link SEVERAL}. */
  readonly only: Int32Array;
}

export const SEVERAL = -2;

/** Lays rows of weighted alternatives out as columns. */
export function choices(rows: readonly (readonly Weighted[])[]): Choice {
  const cumulative: number[] = [];
  const index: number[] = [];
  const ends = rows.map((row) => {
    let sum = 0;
    for (const item of row) {
      sum += item.share;
      cumulative.push(sum);
      index.push(item.index);
    }
    return index.length;
  });
  return {
    ends: Int32Array.from(ends),
    cumulative: Float64Array.from(cumulative),
    index: Int32Array.from(index),
    only: Int32Array.from(rows, (row) => (row.length > 1 ? SEVERAL : (row[0]?.index ?? -1))),
  };
}

/** Alternative of a row that the uniform in the cell picks; -1 when the row is empty. */
export function choose(choice: Choice, row: number, cell: Float64Array): number {
  const { ends, cumulative, index } = choice;
  const last = ends[row]! - 1;
  let at = row > 0 ? ends[row - 1]! : 0;
  if (at > last) {
    return -1;
  }
  const uniform = cell[0]!;
  while (at < last && uniform >= cumulative[at]!) {
    at++;
  }
  return index[at]!;
}
