import type { DatedChange } from "../../scenarios/compiledScenario.ts";
import type { Analysis } from "../analyse.ts";
import type { ScenarioRun } from "../compare.ts";
import { headlineMeasures, measureTitle } from "../keyMeasures.ts";
import type { ReportText } from "../text/en.ts";
import { escapeHtml, foreign, heading, list, paragraph } from "./html.ts";
import { tableHtml } from "./tableHtml.ts";

/** What each scenario changes, from when, and what that does to the measures that matter. */
export function changesHtml(analysis: Analysis, text: ReportText): string {
  const [base, ...others] = analysis.runs;
  const shown = others.length === 0 ? [base] : others;
  return shown.map((run, i) => scenarioHtml(analysis, run, i, text)).join("\n");
}

function scenarioHtml(analysis: Analysis, run: ScenarioRun, i: number, text: ReportText): string {
  const { labels, marks } = text.page;
  const { scenario } = run;
  const base = analysis.runs[0].scenario;
  const own = scenario.changes.filter(
    (change) => scenario === base || !base.changes.some((other) => isSame(change, other)),
  );
  const table = {
    columns: [labels.date, labels.path, labels.before, labels.after],
    rows: own.map(({ date, path, before, after }) => [date, path, before, after]),
  };
  return [
    heading(3, `scenario-${i}`, scenario.title),
    paragraph(scenario.question),
    `<p class="note">${foreign(`${marks[scenario.mark]}: ${scenario.source}`)}</p>`,
    own.length === 0 ? paragraph(labels.noChanges) : tableHtml(table, text.page.headings.changes),
    run === analysis.runs[0] ? "" : results(analysis, run, text),
  ].join("\n");
}

/** What the change does; folded where several scenarios stand below each other. */
function results(analysis: Analysis, run: ScenarioRun, text: ReportText): string {
  const sentences = list(resultSentences(analysis, run, text));
  return analysis.runs.length > 2
    ? `<details><summary>${escapeHtml(text.page.labels.effects)}</summary>${sentences}</details>`
    : sentences;
}

function isSame(a: DatedChange, b: DatedChange): boolean {
  return a.scenario === b.scenario && a.date === b.date && a.path === b.path && a.after === b.after;
}

/** One line for each headline measure that differs, then those that do not. */
function resultSentences({ runs, index }: Analysis, run: ScenarioRun, text: ReportText): string[] {
  const base = runs[0].scenario;
  const found = headlineMeasures(base).flatMap((measure) => {
    const row = index.lastDifference(run.scenario.id, measure.name);
    return row === undefined ? [] : [{ row, title: measureTitle(base, measure, text) }];
  });
  const { amount, holdsZero, unchanged } = text.sentences;
  const identical = found.filter(({ row }) => row.identical);
  const undetected = found.filter(({ row }) => !row.identical && holdsZero(row));
  const changed = found.filter(({ row }) => !row.identical && !holdsZero(row));
  return [
    ...changed.map(({ row, title }) => `${title}: ${amount(row)}.`),
    ...unchanged(
      identical.map(({ title }) => title),
      undetected.map(({ title }) => title),
      found.length,
    ),
  ];
}
