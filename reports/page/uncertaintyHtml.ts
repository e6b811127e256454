import type { Analysis } from "../analyse.ts";
import type { Chart } from "../charts/chart.ts";
import { varianceShare } from "../charts/varianceShare.ts";
import { keyMeasures } from "../keyMeasures.ts";
import { en, type ReportText } from "../text/en.ts";
import type { Uncertainty } from "../uncertainty/varianceRow.ts";
import { lastRows, modelErrorTable, parameterTable, varianceTable } from "../uncertainty/varianceTable.ts";
import { figureHtml } from "./figureHtml.ts";
import { paragraph } from "./html.ts";
import { tableHtml } from "./tableHtml.ts";

/** What draws say, and its charts, which are drawn before the page is made. */
export interface UncertaintySection {
  readonly uncertainty: Uncertainty;
  readonly charts: readonly Chart[];
}

/**
 * The part of a page on draws of the uncertain parameters.
 *
 * @example
 * uncertaintySection(uncertainty, analysis).charts[0]?.id; // => "variance-share"
 */
export function uncertaintySection(
  uncertainty: Uncertainty,
  { runs, level }: Analysis,
  text: ReportText = en,
): UncertaintySection {
  const names = runs.flatMap(({ scenario }) => keyMeasures(scenario).map(({ name }) => name));
  const chart = varianceShare(lastRows(uncertainty.rows, [...new Set(names)]), level, text);
  return { uncertainty, charts: chart === null ? [] : [chart] };
}

/** The split of uncertainty as markup. */
export function uncertaintyHtml(
  { uncertainty, charts }: UncertaintySection,
  drawings: ReadonlyMap<string, string>,
  replications: number,
  text: ReportText,
): string {
  const words = text.uncertainty;
  const withError = modelErrorTable(uncertainty.rows, text);
  return [
    paragraph(words.intro(uncertainty.draws, replications, uncertainty.design)),
    ...charts.map((chart) => figureHtml(chart, drawings, text)),
    tableHtml(varianceTable(lastRows(uncertainty.rows), text), words.splitTitle),
    paragraph(words.bandNote, "note"),
    paragraph(words.modelErrorNote, "note"),
    ...(withError.rows.length === 0
      ? []
      : [tableHtml(withError, words.modelErrorTitle), paragraph(text.skill.totalNote(0.9), "note")]),
    tableHtml(parameterTable(uncertainty, text), words.parametersTitle),
  ].join("\n");
}
