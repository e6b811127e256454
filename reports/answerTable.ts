import { type Analysis, sidesOf } from "./analyse.ts";
import type { ReportTable } from "./charts/chart.ts";
import { measureTitle } from "./keyMeasures.ts";
import { findMeasure } from "./measures.ts";
import { differenceCell } from "./measureTable.ts";
import type { ReportText } from "./text/en.ts";

/**
 * The answer for every scenario where several are compared: change of the people inside on both sides, and of the
 * people handed over, on the last day. Null where one sentence says it all.
 *
 * @example
 * answerTable(analysis, en)?.columns[0]; // => "Scenario"
 */
export function answerTable({ runs, index }: Analysis, text: ReportText): ReportTable | null {
  const [{ scenario: base }, ...others] = runs;
  if (others.length < 2) {
    return null;
  }
  const { sending, receiving, corridor } = sidesOf(base);
  const names = [
    `${sending}.system.stock`,
    ...(receiving === null ? [] : [`${receiving}.system.stock`]),
    ...(corridor === null ? [] : [`corridor.${corridor}.transfers`]),
  ];
  const titles = names.map((name) => measureTitle(base, findMeasure(base, name), text));
  const rows = others.map(({ scenario }) => [
    scenario.title,
    ...names.map((name) => differenceCell(index.lastDifference(scenario.id, name), text)),
  ]);
  return { columns: [text.page.labels.scenario, ...titles], rows };
}
