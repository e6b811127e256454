import { en, type Moved, movedTable } from "../reports/index.ts";
import { textTable } from "./textTable.ts";

/** What moved since an earlier run, for a terminal of a width; changed conclusions first. */
export function movedText(moved: Moved, width: number | undefined): string {
  const table = movedTable(moved, en);
  return [
    `${en.against.labels.heading}: ${en.against.summary(moved)}`,
    ...en.against.unmatchedLines(moved.unmatched, moved.changedScenarios),
    ...(table === null ? [] : ["", textTable(table.columns, table.rows, width)]),
    ...(table === null || table.more === 0 ? [] : [en.against.moreRows(table.more)]),
    ...(table === null ? [] : ["", en.against.chanceNote]),
  ].join("\n");
}
