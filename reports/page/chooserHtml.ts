import { type Analysis, sidesOf } from "../analyse.ts";
import { institutionLabel } from "../charts/short.ts";
import { crowdingRisks, startsAndEnds } from "../institutionOccupancy.ts";
import type { ReportText } from "../text/en.ts";
import { plain } from "../text/isolate.ts";
import { escapeHtml } from "./html.ts";

/**
 * A list from which to choose an institution of the sending system, by keyboard too; what is chosen is marked in the heat
 * map, in the ranked list and on the map, and told in words. Hidden until the script of the page runs.
 *
 * @returns empty where no institution has a capacity
 */
export function chooserHtml({ runs, level }: Analysis, text: ReportText): string {
  const [run] = runs;
  const { startDate, endDate } = run.scenario;
  const { chooser } = text.charts;
  const risks = crowdingRisks(run, sidesOf(run.scenario).sending, level);
  const ends = startsAndEnds(
    run,
    risks.map(({ institution }) => institution),
  );
  const options = risks
    .map((risk, i) => ({ ...risk, ...ends[i]! }))
    .toSorted((a, b) => a.institution.name.localeCompare(b.institution.name, text.language))
    .map(({ institution, start, end, ...risk }) => {
      const says = chooser.says({ name: institution.name, startDate, start, endDate, end, level, ...risk });
      return `<option value="${escapeHtml(institution.id)}" data-says="${escapeHtml(plain(says))}">${escapeHtml(institutionLabel(institution, 60))}</option>`;
    });
  return options.length === 0
    ? ""
    : `<div class="chooser" id="chooser" hidden><label for="chosen">${escapeHtml(chooser.label)}</label> ` +
        `<select id="chosen"><option value="" data-says="${escapeHtml(chooser.help)}">${escapeHtml(chooser.none)}</option>` +
        `${options.join("\n")}</select><p role="status" id="chosen-says">${escapeHtml(chooser.help)}</p></div>`;
}
