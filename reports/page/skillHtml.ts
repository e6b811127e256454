import type { Analysis } from "../analyse.ts";
import type { Chart } from "../charts/chart.ts";
import { skillByHorizon } from "../charts/skillByHorizon.ts";
import { type SkillRecord, scoresOfMethod } from "../skill/skillRecord.ts";
import { pastErrorTable } from "../skill/skillTable.ts";
import { en, type ReportText } from "../text/en.ts";
import { figureHtml } from "./figureHtml.ts";
import { list, paragraph } from "./html.ts";
import { tableHtml } from "./tableHtml.ts";

/** The skill record and its chart, which is drawn before the page is made. */
export interface SkillSection {
  readonly record: SkillRecord;
  readonly chart: Chart;
}

/**
 * The part of a page on how good the model's forecasts were.
 *
 * @example
 * skillSection(record, words).chart.id; // => "skill-by-horizon"
 */
export function skillSection(record: SkillRecord, text: ReportText = en): SkillSection {
  return { record, chart: skillByHorizon(record, text) };
}

/** The bars in words, what was missed first. */
export function barSentences(record: Pick<SkillRecord, "bars" | "scores">, text: ReportText = en): string[] {
  const { bars, scores } = record;
  const ours = scoresOfMethod({ scores }, "model", false)[0]?.mape ?? Number.NaN;
  return [...bars]
    .sort((left, right) => Number(left.holds) - Number(right.holds))
    .map((bar) => text.skill.bar(bar, ours));
}

/** The record as markup: bars, what was scored, errors by horizon, and the run's own total with the past error. */
export function skillHtml(
  { record, chart }: SkillSection,
  analysis: Analysis,
  drawings: ReadonlyMap<string, string>,
  text: ReportText,
): string {
  const words = text.skill;
  const total = pastErrorTable(analysis, record, text);
  return [
    list(barSentences(record, text)),
    paragraph(words.scored(record.firstOrigin, record.lastOrigin)),
    figureHtml(chart, drawings, text),
    ...(total.rows.length === 0
      ? [paragraph(words.notScored)]
      : [
          tableHtml(total, words.totalTitle(analysis.runs[0].scenario.title)),
          paragraph(words.totalNote(0.9), "note"),
        ]),
    paragraph(words.full, "note"),
  ].join("\n");
}
