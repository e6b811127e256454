import { type Analysis, sidesOf, titleOf } from "./analyse.ts";
import { measureTitle } from "./keyMeasures.ts";
import { findMeasure } from "./measures.ts";
import type { ReportText } from "./text/en.ts";

/**
 * The answer of a report: at most two sentences, chosen by rule. A comparison: the largest change in the
 * number of people inside on the sending side, then on the receiving side. A single run: occupancy of the
 * sending system at the end, then the people handed over (or, without a corridor, crowded institutions).
 *
 * @example
 * answer(analysis, en)[0]; // => "On 2036-01-01, in United States, there are between 270 and 310 fewer people ..."
 */
export function answer(analysis: Analysis, text: ReportText): string[] {
  const { scenario } = analysis.runs[0];
  const { sending, receiving, corridor } = sidesOf(scenario);
  if (analysis.runs.length > 1) {
    const sides = [sending, receiving].filter((system) => system !== null);
    return sides.flatMap((system) => changeSentence(analysis, system, text));
  }
  const second =
    corridor === null ? `${sending}.system.facilitiesAbove100` : `corridor.${corridor}.transfers`;
  return [`${sending}.system.occupancy`, second].flatMap((name) => stateSentence(analysis, name, text));
}

function stateSentence({ runs, index }: Analysis, name: string, text: ReportText): string[] {
  const { scenario } = runs[0];
  const row = index.last(scenario.id, name);
  return row === undefined
    ? []
    : [text.sentences.stateAt(measureTitle(scenario, findMeasure(scenario, name), text), row)];
}

function changeSentence({ runs, index }: Analysis, system: string, text: ReportText): string[] {
  const [base, ...others] = runs;
  const changes = others.flatMap((run) => {
    const row = index.lastDifference(run.scenario.id, `${system}.system.stock`);
    const open = row !== undefined && (row.identical || text.sentences.holdsZero(row));
    return row === undefined ? [] : [{ run, row, open }];
  });
  const largest = changes.toSorted(
    (a, b) => Number(a.open) - Number(b.open) || Math.abs(b.row.mean) - Math.abs(a.row.mean),
  )[0];
  if (largest === undefined) {
    return [];
  }
  return [
    text.sentences.largestChange({
      place: titleOf(base.scenario.systems, system),
      base: base.scenario.title,
      scenario: largest.run.scenario.title,
      row: largest.row,
      compared: changes.length,
      undetected: changes.filter(({ open, row }) => open && !row.identical).length,
      identical: changes.filter(({ row }) => row.identical).length,
    }),
  ];
}
