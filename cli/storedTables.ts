import {
  analyse,
  type ResultColumn,
  replicationColumns,
  resultColumns,
  type TableName,
} from "../reports/index.ts";
import { CliError } from "./cliError.ts";
import type { MergedRuns } from "./mergeRuns.ts";

/** A table made from stored results. */
export interface StoredTable {
  readonly name: TableName;
  readonly columns: readonly ResultColumn[];
}

/**
 * The summary of every measure at every date, and the paired differences of a comparison.
 *
 * @returns `results`, and `differences` where there are any
 */
export function summaryTables({ runs }: MergedRuns): StoredTable[] {
  const { summaries, differences } = analyse(runs);
  const results: StoredTable = { name: "results", columns: resultColumns(summaries) };
  return differences.length === 0
    ? [results]
    : [results, { name: "differences", columns: resultColumns(differences) }];
}

/**
 * Values of measures in each replication.
 *
 * @param on measures, each with a date if it is to be another than the last
 * @throws {CliError} exit code 2, if a measure or a date is unknown
 */
export function replicationTable({ runs }: MergedRuns, on: readonly string[]): StoredTable {
  try {
    return { name: "replications", columns: replicationColumns(runs, on) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CliError(`--on ${error.message}`, { hint: "bedspace measures lists the names", cause: error });
  }
}

/** Rows of a table. */
export function rowCount({ columns }: StoredTable): number {
  return columns[0]?.data.length ?? 0;
}
