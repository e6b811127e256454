import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceReference } from "../reports/index.ts";
import { tablesFolder } from "./package.ts";

/** The sources that shipped figures refer to by id. */
export function readSourceReferences(): readonly SourceReference[] {
  const table = JSON.parse(readFileSync(join(tablesFolder, "sources.json"), "utf8")) as {
    rows: SourceReference[];
  };
  return table.rows.map(({ id, title, address }) => ({ id, title, address }));
}
