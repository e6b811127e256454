import { type BasicType, parquetWriteBuffer } from "hyparquet-writer";

/** A column of a result table; null = not defined. */
export interface ParquetColumn {
  readonly name: string;
  readonly data: readonly (string | number | boolean | null)[];
}

/**
 * Columns as a Parquet file. A type follows from the column, never from its first rows: numbers are doubles,
 * also where all of them happen to be whole, but for replications (`n`, `replication`).
 *
 * @param columns of equal length, each of one type
 * @param metadata kept in the foot of the file, by key
 */
export function toParquet(
  columns: readonly ParquetColumn[],
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array {
  const columnData = columns.map(({ name, data }) => ({ name, data: [...data], type: typeOf(name, data) }));
  const kvMetadata = Object.entries(metadata).map(([key, value]) => ({ key, value }));
  return new Uint8Array(parquetWriteBuffer({ columnData, ...(kvMetadata.length > 0 && { kvMetadata }) }));
}

const WHOLE = ["n", "replication"];

function typeOf(name: string, data: ParquetColumn["data"]): BasicType {
  const sample = data.find((cell) => cell !== null);
  if (typeof sample === "string") return "STRING";
  if (typeof sample === "boolean") return "BOOLEAN";
  return WHOLE.includes(name) ? "INT32" : "DOUBLE";
}
