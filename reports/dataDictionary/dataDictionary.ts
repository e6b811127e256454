import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import { measuresOf } from "../measures.ts";
import { type ColumnDefinition, TABLE_COLUMNS, type TableName } from "./columnDefinitions.ts";

/** Version of the tables: the first number changes when a column goes or changes its meaning. */
export const TABLES_VERSION = "1.0";

/** What is in a set of tables: every column and every measure, defined. */
export interface DataDictionary {
  readonly schemaVersion: typeof TABLES_VERSION;
  readonly seed: string;
  readonly scenarios: readonly { readonly id: string; readonly title: string; readonly question: string }[];
  readonly tables: readonly DescribedTable[];
  readonly measures: readonly DescribedMeasure[];
  /** What is missing of the results, one line each; left out when nothing is. */
  readonly partial?: readonly string[];
}

export interface DescribedTable {
  readonly name: TableName;
  readonly file: string;
  readonly rows: number;
  readonly columns: readonly ColumnDefinition[];
}

export interface DescribedMeasure {
  readonly name: string;
  readonly unit: string;
  /** At dates, or over the whole run. */
  readonly reading: "date" | "horizon";
  readonly definition: string;
  readonly source: string;
}

/**
 * The dictionary of some tables.
 *
 * @param scenarios whose results they hold
 * @param gaps what is missing of the results
 * @example
 * dataDictionary([scenario], "1", [{ name: "results", file: "results.csv", rows: 12 }]).tables[0].columns[0].name; // => "scenario"
 */
export function dataDictionary(
  scenarios: readonly CompiledScenario[],
  seed: string,
  tables: readonly Omit<DescribedTable, "columns">[],
  gaps: readonly string[] = [],
): DataDictionary {
  const measures = new Map(scenarios.flatMap(measuresOf).map((measure) => [measure.name, measure]));
  return {
    schemaVersion: TABLES_VERSION,
    seed,
    scenarios: scenarios.map(({ id, title, question }) => ({ id, title, question })),
    tables: tables.map((table) => ({ ...table, columns: TABLE_COLUMNS[table.name] })),
    measures: Array.from(measures.values(), ({ name, unit, reading, definition, source }) => {
      return { name, unit, reading, definition, source };
    }),
    ...(gaps.length > 0 && { partial: gaps }),
  };
}
