import type { Analysis } from "./analyse.ts";
import type { ReportTable } from "./charts/chart.ts";
import { keyMeasures, measureTitle } from "./keyMeasures.ts";
import type { DifferenceRow, SummaryRow } from "./rows.ts";
import type { ReportText } from "./text/en.ts";

/**
 * Key measures at the end of the run or over it: base mean ± half-width, 90 % of its outcomes, and the paired
 * difference of every other scenario.
 *
 * @example
 * measureTable(analysis, en).columns[2]; // => "Unit"
 */
export function measureTable({ runs, index }: Analysis, text: ReportText): ReportTable {
  const [base, ...others] = runs;
  const { labels } = text.page;
  const rows = keyMeasures(base.scenario).flatMap((measure) => {
    const row = index.last(base.scenario.id, measure.name);
    return row === undefined
      ? []
      : [
          [
            measureTitle(base.scenario, measure, text),
            row.at ?? `${row.window[0]} – ${row.window[1]}`,
            text.format.unitWord(row.unit),
            text.format.meanAndHalfWidth(row.mean, row.halfWidth, row.unit),
            bandCell(row, text),
            ...others.map((run) => differenceCell(index.lastDifference(run.scenario.id, measure.name), text)),
          ],
        ];
  });
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
