import type { Analysis } from "./analyse.ts";
import type { ReportTable } from "./charts/chart.ts";
import type { ScenarioRun } from "./compare.ts";
import { measureTitle } from "./keyMeasures.ts";
import { keyRows } from "./keyRows.ts";
import type { DifferenceRow, SummaryRow } from "./rows.ts";
import type { ReportText } from "./text/en.ts";

/**
 * Key measures at the end of the run or over it: base mean ± half-width, 90 % of its outcomes, and the paired
 * difference of every other scenario; where only another scenario has a measure, its own mean.
 *
 * @example
 * measureTable(analysis, en).columns[2]; // => "Unit"
 */
export function measureTable(analysis: Analysis, text: ReportText): ReportTable {
  const [base, ...others] = analysis.runs;
  const { labels } = text.page;
  const rows = keyRows(analysis).map(({ measure, run, row, ofBase }) => [
    measureTitle(run.scenario, measure, text),
    row.at ?? `${row.window[0]} – ${row.window[1]}`,
    text.format.unitWord(row.unit),
    ofBase ? text.format.meanAndHalfWidth(row.mean, row.halfWidth, row.unit) : "",
    ofBase ? bandCell(row, text) : "",
    ...others.map((other) => otherCell(analysis, other, measure.name, ofBase, text)),
  ]);
  const columns = [
    labels.measure,
    labels.when,
    labels.unit,
    base.scenario.title,
    labels.band,
    ...others.map((run) => labels.against(run.scenario.title)),
  ];
  return { columns, rows };
}

function bandCell({ quantiles, unit }: SummaryRow, text: ReportText): string {
  return `${text.format.bareValue(quantiles["0.05"], unit)} – ${text.format.bareValue(quantiles["0.95"], unit)}`;
}

/** What stands under a scenario: its difference from the base, or its own mean where the base has no such measure. */
export function otherCell(
  { index }: Analysis,
  { scenario }: ScenarioRun,
  measure: string,
  ofBase: boolean,
  text: ReportText,
): string {
  if (ofBase) {
    return differenceCell(index.lastDifference(scenario.id, measure), text);
  }
  const row = index.last(scenario.id, measure);
  return row === undefined
    ? ""
    : text.page.labels.onlyHere(text.format.meanAndHalfWidth(row.mean, row.halfWidth, row.unit));
}

/** "−290 ± 20", "no difference at all", or with "n.d." when the interval holds zero. */
export function differenceCell(row: DifferenceRow | undefined, text: ReportText): string {
  const { labels } = text.page;
  if (row === undefined) {
    return "";
  }
  if (row.identical) {
    return labels.identical;
  }
  const { meanAndHalfWidth } = text.format;
  const size = meanAndHalfWidth(row.mean, row.halfWidth, row.unit, true);
  return text.sentences.holdsZero(row) ? `${size}, ${labels.undetected}` : size;
}
