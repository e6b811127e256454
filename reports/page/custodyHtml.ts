import type { Analysis } from "../analyse.ts";
import { custodyPlaces, custodyTable, hasCustody } from "../custodyTable.ts";
import type { ReportText } from "../text/en.ts";
import { paragraph } from "./html.ts";
import { tableHtml } from "./tableHtml.ts";

/** Time served against time owed, exposure to compromised control, and where transferred people are held. */
export function custodyHtml(analysis: Analysis, text: ReportText): string {
  const { scenario } = analysis.runs[0];
  const { custody } = text;
  if (!hasCustody(scenario)) {
    return paragraph(custody.nobody);
  }
  const places = custodyPlaces(analysis, text);
  return [
    tableHtml(custodyTable(analysis, text), text.page.headings.custody),
    paragraph(custody.servedNote, "note"),
    paragraph(custody.exposureNote, "note"),
    paragraph(custody.highProfileNote, "note"),
    places.rows.length === 0
      ? paragraph(custody.nobodyHeld)
      : tableHtml(places, custody.placesCaption(scenario.endDate)),
  ].join("\n");
}
