import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SkillRecord, SkillScore } from "../reports/index.ts";
import { tablesFolder } from "./package.ts";

/** The skill record that ships: what the last back-test of the documentation found. */
export function readSkillRecord(): SkillRecord {
  const table = JSON.parse(readFileSync(join(tablesFolder, "skill-record.json"), "utf8")) as Omit<
    SkillRecord,
    "scores"
  > & { rows: readonly SkillScore[] };
  const { firstOrigin, lastOrigin, bars, rows } = table;
  return { firstOrigin, lastOrigin, bars, scores: rows };
}
