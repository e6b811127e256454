import { type BasicType, parquetWriteBuffer } from "hyparquet-writer";

/** A column of a result table; null = not defined. */
export interface ParquetColumn {
  readonly name: string;
  readonly data: readonly (string | number | boolean | null)[];
}

/**
 * Columns as a Parquet file. A type follows from the column, never from its first rows: numbers are doubles,
 * also where all of them happen to be whole, but for counts of replications (`n`).
 *
 * @param columns of equal length, each of one type
 */
export function toParquet(columns: readonly ParquetColumn[]): Uint8Array {
  const columnData = columns.map(({ name, data }) => ({ name, data: [...data], type: typeOf(name, data) }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

function typeOf(name: string, data: ParquetColumn["data"]): BasicType {
  const sample = data.find((cell) => cell !== null);
  if (typeof sample === "string") return "STRING";
  if (typeof sample === "boolean") return "BOOLEAN";
  return name === "n" ? "INT32" : "DOUBLE";
}
