import { type Moved, movedTable, type ReportText } from "../reports/index.ts";
import { textLines, textTable } from "./textTable.ts";

/** What moved since an earlier run, for a terminal of a width; changed conclusions first. */
export function movedText(moved: Moved, text: ReportText, width: number | undefined): string {
  const { against } = text;
  const table = movedTable(moved, text);
  const lines = (sentence: string) => textLines(sentence, width);
  return [
    lines(`${against.labels.heading}: ${against.summary(moved)}`),
    ...against.unmatchedLines(moved.unmatched, moved.changedScenarios).map(lines),
    ...(table === null ? [] : ["", textTable(table.columns, table.rows, width)]),
    ...(table === null || table.more === 0 ? [] : [against.moreRows(table.more)]),
    ...(table === null ? [] : ["", lines(against.chanceNote)]),
  ].join("\n");
}
