import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SystemRecord } from "../experiments/index.ts";
import { tablesFolder } from "./package.ts";

/** Admissions fell in the pandemic; those of the year before were expected to come back. */
const SHOCK = { year: 2020, levelOf: 2019 } as const;

/** The shipped record of the US Bureau of Prisons. */
export function usRecord(): SystemRecord {
  return { history: rowsOf("history-us"), cuts: rowsOf("us-sentence-cuts"), shock: SHOCK };
}

function rowsOf<Row>(table: string): readonly Row[] {
  return (JSON.parse(readFileSync(join(tablesFolder, `${table}.json`), "utf8")) as { rows: Row[] }).rows;
}
