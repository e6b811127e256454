import { type Analysis, sidesOf } from "../analyse.ts";
import { institutionLabel } from "../charts/short.ts";
import { crowdingRisks, meanOccupancy } from "../institutionOccupancy.ts";
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
  const { startDate, endDate, parameters } = run.scenario;
  const last = parameters.gridDays.length - 1;
  const { chooser } = text.charts;
  const options = crowdingRisks(run, sidesOf(run.scenario).sending, level)
    .toSorted((a, b) => a.institution.name.localeCompare(b.institution.name, text.language))
    .map(({ institution, ...risk }) => {
      const start = meanOccupancy(run, institution, "start");
      const end = meanOccupancy(run, institution, last);
      const says = chooser.says({ name: institution.name, startDate, start, endDate, end, level, ...risk });
      return `<option value="${escapeHtml(institution.id)}" data-says="${escapeHtml(plain(says))}">${escapeHtml(institutionLabel(institution, 60))}</option>`;
    });
  return options.length === 0
    ? ""
    : `<div class="chooser" id="chooser" hidden><label for="chosen">${escapeHtml(chooser.label)}</label> ` +
        `<select id="chosen"><option value="" data-says="${escapeHtml(chooser.help)}">${escapeHtml(chooser.none)}</option>` +
        `${options.join("\n")}</select><p role="status" id="chosen-says">${escapeHtml(chooser.help)}</p></div>`;
}
