import type { Moved } from "../against/moved.ts";
import { movedTable } from "../against/movedTable.ts";
import type { ReportText } from "../text/en.ts";
import { list, paragraph, section } from "./html.ts";
import { tableHtml } from "./tableHtml.ts";

/** The section of what moved since an earlier run, changed conclusions first; empty where none was named. */
export function movedHtml(moved: Moved | undefined, text: ReportText): string {
  if (moved === undefined) return "";
  const { labels, summary, unmatchedLines, moreRows, chanceNote } = text.against;
  const table = movedTable(moved, text);
  return section(
    "moved",
    labels.heading,
    paragraph(summary(moved)),
    list(unmatchedLines(moved.unmatched, moved.changedScenarios)),
    ...(table === null
      ? []
      : [
          tableHtml(table, labels.heading),
          table.more === 0 ? "" : paragraph(moreRows(table.more), "note"),
          paragraph(chanceNote, "note"),
        ]),
  );
}
