import { escapeMarkdown, markdownTable } from "../formats/markdownTable.ts";
import type { ReportText } from "../text/en.ts";
import type { Moved } from "./moved.ts";
import { movedTable } from "./movedTable.ts";

/** What moved since an earlier run as blocks of Markdown, changed conclusions first. */
export function movedMarkdown(moved: Moved, text: ReportText): string[] {
  const { against } = text;
  const table = movedTable(moved, text);
  const remarks = against.unmatchedLines(moved.unmatched, moved.changedScenarios);
  return [
    `## ${against.labels.heading}`,
    escapeMarkdown(against.summary(moved)),
    ...(remarks.length === 0 ? [] : [remarks.map((line) => `- ${escapeMarkdown(line)}`).join("\n")]),
    ...(table === null ? [] : [markdownTable(table)]),
    ...(table === null || table.more === 0 ? [] : [against.moreRows(table.more)]),
    ...(table === null ? [] : [against.chanceNote]),
  ];
}
