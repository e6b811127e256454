import type { GateRow } from "../gates/gateRows.ts";
import { gateTable } from "../gates/gateTable.ts";
import type { ReportText } from "../text/en.ts";
import { paragraph, section } from "./html.ts";
import { tableHtml } from "./tableHtml.ts";

/** The section of the gates; empty where there is none. */
export function gatesHtml(rows: readonly GateRow[], text: ReportText): string {
  if (rows.length === 0) return "";
  const { labels, intro } = text.gates;
  const { heading } = labels;
  return section("gates", heading, paragraph(intro(rows)), tableHtml(gateTable(rows, text), heading));
}
