import { largestRemainder } from "./largestRemainder.ts";
import { at } from "./table.ts";

/**
 * Whole numbers near a fitted table of rows x columns whose row sums AND column sums are exact.
 *
 * Each row is rounded by largest remainder; columns that are then over give one person to columns that
 * are under, in the row where that costs least. Cells that are zero in the fit stay zero.
 *
 * @param fitted row by row; its sums must be near `rowTotals` and `columnTotals`
 */
export function wholeFit(
  fitted: readonly (readonly number[])[],
  rowTotals: readonly number[],
  columnTotals: readonly number[],
): number[][] {
  const whole = fitted.map((row, index) => roundedRow(row, rowTotals[index] ?? 0));
  for (;;) {
    const over = columnTotals.map((total, column) => columnSum(whole, column) - total);
    const given = over.findIndex((excess) => excess > 0);
    if (given < 0) return whole;
    const path = exchangePath(whole, fitted, over, given);
    if (path === null) throw new RangeError("wholeFit found no exchange that closes the column sums");
    for (const step of path) {
      const row = whole[step.row] ?? [];
      row[step.from] = (row[step.from] ?? 0) - 1;
      row[step.to] = (row[step.to] ?? 0) + 1;
    }
  }
}

function roundedRow(row: readonly number[], total: number): number[] {
  return total === 0 ? row.map(() => 0) : largestRemainder(row, total);
}

function columnSum(rows: readonly (readonly number[])[], column: number): number {
  return rows.reduce((total, row) => total + (row[column] ?? 0), 0);
}

interface Step {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** Shortest chain of one-person exchanges from an over-full column to one that lacks people. */
function exchangePath(
  whole: readonly (readonly number[])[],
  fitted: readonly (readonly number[])[],
  over: readonly number[],
  start: number,
): Step[] | null {
  const cameBy = new Map<number, Step | null>([[start, null]]);
  const queue = [start];
  for (const from of queue) {
    if ((over[from] ?? 0) < 0) return pathTo(cameBy, from);
    for (let to = 0; to < over.length; to += 1) {
      if (cameBy.has(to)) continue;
      const row = cheapestRow(whole, fitted, from, to);
      if (row === null) continue;
      cameBy.set(to, { row, from, to });
      queue.push(to);
    }
  }
  return null;
}

/** The row where moving one person between two columns strays least from the fit. */
function cheapestRow(
  whole: readonly (readonly number[])[],
  fitted: readonly (readonly number[])[],
  from: number,
  to: number,
): number | null {
  let best: number | null = null;
  let bestGain = Number.NEGATIVE_INFINITY;
  whole.forEach((row, index) => {
    const fit = fitted[index] ?? [];
    const giver = row[from] ?? 0;
    const taker = fit[to] ?? 0;
    if (giver < 1 || taker <= 0) return;
    const gain = giver - (fit[from] ?? 0) + (taker - (row[to] ?? 0));
    if (gain > bestGain + 1e-9) [best, bestGain] = [index, gain];
  });
  return best;
}

function pathTo(cameBy: ReadonlyMap<number, Step | null>, end: number): Step[] {
  const path: Step[] = [];
  let step = at(cameBy, end);
  while (step !== null) {
    path.push(step);
    step = at(cameBy, step.from);
  }
  return path;
}
