import { type Analysis, sidesOf } from "../analyse.ts";
import { peopleTable } from "../peopleTable.ts";
import type { ReportText } from "../text/en.ts";
import { list, paragraph } from "./html.ts";
import { tableHtml } from "./tableHtml.ts";

/** Levels, community placement, moves and harm of the sending system, with the inputs of harm and their sources. */
export function peopleHtml(analysis: Analysis, text: ReportText): string {
  const { scenario } = analysis.runs[0];
  const { sending } = sidesOf(scenario);
  const table = peopleTable(analysis, text);
  const { headings, labels, limits, harmInput } = text.page;
  const prefix = `systems.${sending}.harm.`;
  const inputs = scenario.citations.filter(({ path }) => path.startsWith(prefix));
  const assaults = scenario.systems.some(({ id, harm }) => id === sending && harm.assaults !== null);
  return [
    table.rows.length === 0 ? "" : tableHtml(table, headings.people),
    paragraph(labels.ownLevelNote, "note"),
    list(inputs.map((input) => harmInput({ ...input, path: input.path.slice(prefix.length) }))),
    assaults ? paragraph(limits.assaultsNotVerified) : "",
  ].join("\n");
}
