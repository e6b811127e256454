import type { Reduction, TimeToServe } from "./parameters.ts";
import { reductionKeys } from "./reductions.ts";

/** What the days served of a sentence follow from. */
export type ServingRule = Pick<TimeToServe, "servedShare" | "creditDays" | "minimumDays" | "reductions">;

/** Rules as columns, a row each. The reductions of row `i` stand from `starts[i]` to before `starts[i + 1]`. */
export interface ServingTable {
  readonly servedShare: Float64Array;
  readonly creditDays: Float64Array;
  readonly minimumDays: Float64Array;
  readonly reductions: ReductionColumns;
}

/** Reductions as columns: a credit takes no fixed days off, and a fixed reduction gives no credit. */
export interface ReductionColumns {
  readonly starts: Int32Array;
  /** Numbers that stand for the ids in the keys of random numbers. */
  readonly keys: Int32Array;
  readonly share: Float64Array;
  readonly days: Float64Array;
  readonly minimumSentenceDays: Float64Array;
  readonly perDay: Float64Array;
  readonly maximumDays: Float64Array;
  /** 1 where credits beyond the maximum lengthen the final placement. */
  readonly lengthensPlacement: Uint8Array;
}

/**
 * Lays rules out as columns.
 *
 * @throws {RangeError} if a rule has reductions that the keys of random numbers cannot tell apart
 */
export function servingTable(rules: readonly ServingRule[]): ServingTable {
  const numbers = (pick: (rule: ServingRule) => number): Float64Array => Float64Array.from(rules, pick);
  return {
    servedShare: numbers((rule) => rule.servedShare),
    creditDays: numbers((rule) => rule.creditDays),
    minimumDays: numbers((rule) => rule.minimumDays),
    reductions: reductionColumns(rules.map(({ reductions }) => reductions)),
  };
}

function reductionColumns(rows: readonly (readonly Reduction[])[]): ReductionColumns {
  const all = rows.flat();
  const numbers = (pick: (reduction: Reduction) => number): Float64Array => Float64Array.from(all, pick);
  return {
    starts: Int32Array.from({ length: rows.length + 1 }, (_, row) => rows.slice(0, row).flat().length),
    keys: Int32Array.from(rows.flatMap((row) => [...reductionKeys(row)])),
    share: numbers(({ share }) => share),
    days: numbers((r) => (r.kind === "fixed" ? r.days : 0)),
    minimumSentenceDays: numbers((r) => (r.kind === "fixed" ? r.minimumSentenceDays : Infinity)),
    perDay: numbers((r) => (r.kind === "earned" ? r.perDay : 0)),
    maximumDays: numbers((r) => (r.kind === "earned" ? r.maximumDays : 0)),
    lengthensPlacement: Uint8Array.from(all, (r) =>
      r.kind === "earned" && r.beyond === "finalPlacement" ? 1 : 0,
    ),
  };
}

/**
 * Days to serve of a sentence, and the days by which credits beyond their maximum lengthen the final placement.
 *
 * @param table with the rule
 * @param row of the rule
 * @param earned set of reductions that the person earns: bit i for the i-th
 * @param cell holds the sentence imposed (days); receives the days to serve, and the days of final placement more
 * @param reductions that hold in place of those of the table, in the same row
 */
export function serveInPlace(
  table: ServingTable,
  row: number,
  earned: number,
  cell: Float64Array,
  reductions: ReductionColumns = table.reductions,
): void {
  const { starts, perDay, maximumDays } = reductions;
  const imposed = cell[0]!;
  let days = table.servedShare[row]! * imposed - table.creditDays[row]!;
  cell[1] = 0;
  const start = starts[row]!;
  const end = starts[row + 1]!;
  for (let i = start; i < end; i++) {
    if ((earned & (1 << (i - start))) === 0) {
      continue;
    }
    if (imposed >= reductions.minimumSentenceDays[i]!) {
      days -= reductions.days[i]!;
    }
    if (perDay[i]! > 0 && days > 0) {
      const credits = (days * perDay[i]!) / (1 + perDay[i]!);
      days -= Math.min(credits, maximumDays[i]!);
      if (credits > maximumDays[i]! && reductions.lengthensPlacement[i] === 1) {
        cell[1]! += credits - maximumDays[i]!;
      }
    }
  }
  cell[0] = Math.max(table.minimumDays[row]!, days);
}

/**
 * Days from admission to release for a sentence: the served share less the time already spent before
 * admission, less the reductions earned, but never less than the minimum.
 *
 * @param table with the rule in its first row
 * @param sentenceDays sentence imposed (days)
 * @param earned set of reductions that the person earns: bit i for the i-th
 * @returns days
 * @example
 * const table = servingTable([{ servedShare: 0.85, creditDays: 200, minimumDays: 30, reductions: [] }]);
 * servedDays(table, 1000); // => 650
 */
export function servedDays(table: ServingTable, sentenceDays: number, earned = 0): number {
  const cell = Float64Array.of(sentenceDays, 0);
  serveInPlace(table, 0, earned, cell);
  return cell[0]!;
}
