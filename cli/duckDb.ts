import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CliError } from "./cliError.ts";

/** The optional package that runs SQL, at the version that was tried. */
export const DUCKDB_PACKAGE = "@duckdb/node-api";
export const DUCKDB_INSTALL = `npm install ${DUCKDB_PACKAGE}@1.5.5-r.5`;

/** What is used of the package. */
interface DuckDb {
  readonly DuckDBInstance: { create(path: string): Promise<DuckDbInstance> };
}
interface DuckDbInstance {
  connect(): Promise<DuckDbConnection>;
  closeSync(): void;
}
interface DuckDbConnection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{
    columnNames(): string[];
    getRows(): readonly unknown[][];
    getRowsJson(): readonly unknown[][];
  }>;
  closeSync(): void;
}

/** A table on the disk, as a query names it. */
export interface TableFile {
  readonly name: string;
  /** Of a Parquet file. */
  readonly path: string;
}

/** Rows that a query gives; a cell is a number, a text, a truth value, null, or a list or object of these. */
export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/**
 * Runs SQL over tables.
 *
 * @param tables may be removed once the promise is settled
 * @throws {CliError} exit code 2, if DuckDB is not installed or refuses the SQL
 */
export async function querySql(sql: string, tables: readonly TableFile[]): Promise<QueryResult> {
  const { DuckDBInstance } = await loadDuckDb();
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    await connection.run("SET autoinstall_known_extensions = false");
    for (const { name, path } of tables) {
      await connection.run(`CREATE TABLE ${name} AS FROM read_parquet('${path.replaceAll("'", "''")}')`);
    }
    return await answered(connection, sql);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function answered(connection: DuckDbConnection, sql: string): Promise<QueryResult> {
  try {
    const reader = await connection.runAndReadAll(sql);
    const words = reader.getRowsJson();
    const rows = reader.getRows().map((row, i) => row.map((cell, j) => cellOf(cell, words[i]![j])));
    return { columns: reader.columnNames(), rows };
  } catch (cause) {
    throw new CliError((cause as Error).message.trim(), {
      hint: "bedspace query --help names the tables; docs/outputs.md their columns",
      cause,
    });
  }
}

/** Whole numbers come as such where a double holds them exactly. */
function cellOf(cell: unknown, inWords: unknown): unknown {
  return typeof cell === "bigint" && Number.isSafeInteger(Number(cell)) ? Number(cell) : inWords;
}

/**
 * Loads DuckDB from where the program or the user's project has it.
 *
 * @param places files beside which it is looked for
 * @throws {CliError} exit code 2, with the command that installs it
 */
export async function loadDuckDb(
  places: readonly string[] = [import.meta.url, join(process.cwd(), "index.js")],
): Promise<DuckDb> {
  const path = findDuckDb(places);
  if (path !== null) return (await import(pathToFileURL(path).href)) as DuckDb;
  throw new CliError(`SQL needs the optional package ${DUCKDB_PACKAGE}, which is not installed`, {
    hint: `${DUCKDB_INSTALL} (about 70 MB); bedspace export gives the same tables to other programs`,
  });
}

/** Path of its module, or null. */
export function findDuckDb(
  places: readonly string[] = [import.meta.url, join(process.cwd(), "index.js")],
): string | null {
  for (const place of places) {
    try {
      return createRequire(place).resolve(DUCKDB_PACKAGE);
    } catch {
      // Looked for in the next place.
    }
  }
  return null;
}
