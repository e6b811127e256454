import { join } from "node:path";
import {
  columnsToCsv,
  type DataDictionary,
  dataDictionary,
  TABLE_COLUMNS,
  TABLES_VERSION,
} from "../../reports/index.ts";
import { EXIT_CODES, type ExitCode } from "../exitCodes.ts";
import { type MergedRuns, mergeRuns } from "../mergeRuns.ts";
import { toParquet } from "../parquet.ts";
import { ReportFolder } from "../reportFolder.ts";
import { makeNamedFolder } from "../runName.ts";
import type { ExportFlags, ExportFormat } from "../storedFlags.ts";
import { readStoredRuns } from "../storedRun.ts";
import { replicationTable, rowCount, type StoredTable, summaryTables } from "../storedTables.ts";
import { processTerminal } from "../terminal.ts";
import { textTable } from "../textTable.ts";

/** `bedspace export`: tables of a stored run with their data dictionary, in a format of choice. */
export async function exportTables(path: string, flags: ExportFlags): Promise<ExitCode> {
  const terminal = processTerminal(flags);
  const merged = mergeRuns(readStoredRuns([path], flags, terminal));
  const tables = flags.raw ? [replicationTable(merged, flags.on)] : summaryTables(merged);
  const place = flags.out === undefined ? join(path, "export") : makeNamedFolder(flags.out);
  const folder = new ReportFolder(place, merged.scenarioHashes);
  const dictionary = dictionaryOf(merged, tables, flags.format);
  for (const [i, table] of tables.entries()) {
    folder.write(dictionary.tables[i]!.file, SERIALISERS[flags.format](table, dictionary));
  }
  folder.write(dictionaryName(flags), `${JSON.stringify(dictionary, null, 2)}\n`);
  const files = dictionary.tables.map(({ file, rows }) => ({ file: join(place, file), rows }));
  terminal.data(
    flags.json
      ? JSON.stringify({ schemaVersion: 1, dictionary: join(place, dictionaryName(flags)), files }, null, 2)
      : textTable(
          ["file", "rows"],
          files.map(({ file, rows }) => [file, `${rows}`]),
        ),
  );
  return EXIT_CODES.done;
}

/** The values of replications have a dictionary of their own: both exports may stand in one folder. */
function dictionaryName({ raw }: ExportFlags): string {
  return raw ? "replications-dictionary.json" : "data-dictionary.json";
}

function dictionaryOf(
  { runs, seed, gaps }: MergedRuns,
  tables: readonly StoredTable[],
  format: ExportFormat,
): DataDictionary {
  const files = tables.map((table) => {
    return { name: table.name, file: `${table.name}.${format}`, rows: rowCount(table) };
  });
  const scenarios = runs.map(({ scenario }) => scenario);
  return dataDictionary(scenarios, seed, files, gaps);
}

const SERIALISERS: Readonly<
  Record<ExportFormat, (table: StoredTable, dictionary: DataDictionary) => string | Uint8Array>
> = {
  csv: ({ columns }) => columnsToCsv(columns),
  parquet: ({ columns }, { partial }) =>
    toParquet(columns, {
      "bedspace.tables": TABLES_VERSION,
      ...(partial !== undefined && { "bedspace.partial": partial.join("\n") }),
    }),
  json: jsonText,
};

/** One object: the columns in words, and a record for each row. */
function jsonText({ name, columns }: StoredTable, { partial }: DataDictionary): string {
  const rows = (columns[0]?.data ?? []).map((_, row) =>
    Object.fromEntries(columns.map((column) => [column.name, column.data[row] ?? null])),
  );
  const head = { schemaVersion: TABLES_VERSION, table: name, columns: TABLE_COLUMNS[name] };
  return `${JSON.stringify({ ...head, ...(partial !== undefined && { partial }), rows })}\n`;
}
