import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadDuckDb, type QueryResult, querySql, type TableFile } from "../duckDb.ts";
import { EXIT_CODES, type ExitCode } from "../exitCodes.ts";
import { mergeRuns } from "../mergeRuns.ts";
import { toParquet } from "../parquet.ts";
import type { QueryFlags } from "../storedFlags.ts";
import { readStoredRuns } from "../storedRun.ts";
import { replicationTable, type StoredTable, summaryTables } from "../storedTables.ts";
import { processTerminal } from "../terminal.ts";
import { textTable } from "../textTable.ts";

/** `bedspace query`: SQL over the tables of a stored run. */
export async function query(path: string, sql: string, flags: QueryFlags): Promise<ExitCode> {
  const terminal = processTerminal(flags);
  await loadDuckDb();
  const merged = mergeRuns(readStoredRuns([path], flags, terminal));
  const tables = [
    ...summaryTables(merged),
    ...(flags.on.length > 0 ? [replicationTable(merged, flags.on)] : []),
  ];
  const result = await withFiles(tables, (files) => querySql(sql, files));
  terminal.data(flags.json ? asJson(result) : asText(result, terminal.width));
  return EXIT_CODES.done;
}

/** Tables as Parquet files that are gone afterwards. */
async function withFiles(
  tables: readonly StoredTable[],
  use: (files: readonly TableFile[]) => Promise<QueryResult>,
): Promise<QueryResult> {
  const folder = mkdtempSync(join(tmpdir(), "bedspace-query-"));
  try {
    const files = tables.map(({ name, columns }) => {
      const path = join(folder, `${name}.parquet`);
      writeFileSync(path, toParquet(columns));
      return { name, path };
    });
    return await use(files);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function asJson({ columns, rows }: QueryResult): string {
  return JSON.stringify({ schemaVersion: 1, columns, rows }, null, 2);
}

function asText({ columns, rows }: QueryResult, width: number | undefined): string {
  return textTable(
    columns,
    rows.map((row) => row.map(cellText)),
    width,
  );
}

function cellText(cell: unknown): string {
  if (cell === null) return "";
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell);
}
