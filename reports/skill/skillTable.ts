import type { Analysis } from "../analyse.ts";
import type { ReportTable } from "../charts/chart.ts";
import type { SummaryRow } from "../rows.ts";
import { gridDate, yearMarks } from "../selection.ts";
import type { ReportText } from "../text/en.ts";
import { pastErrorOf, SCORED_MEASURES, widened } from "./pastError.ts";
import type { SkillRecord } from "./skillRecord.ts";

/** One line for each horizon and way to forecast: errors and coverage, with and without the shock. */
export function skillTable({ scores }: SkillRecord, text: ReportText): ReportTable {
  const { METHODS, ratio, columns } = text.skill;
  return {
    columns,
    rows: scores
      .filter(({ withShock }) => withShock)
      .map((all) => {
        const usual = scores.find(
          (one) => !one.withShock && one.method === all.method && one.horizonYears === all.horizonYears,
        );
        return [
          String(all.horizonYears),
          METHODS[all.method],
          String(all.forecasts),
          ratio(all.mape, 2),
          usual === undefined ? "" : ratio(usual.mape, 2),
          ratio(all.bias, 2),
          ratio(all.covered50, 0),
          ratio(all.covered80, 0),
          ratio(all.covered90, 0),
          usual === undefined ? "" : ratio(usual.covered90, 0),
        ];
      }),
  };
}

/**
 * The US total under the base once a year, as far ahead as past errors are known: its band of outcomes, and the same
 * with the past error. Without rows where the base is not built on the system that was scored.
 */
export function pastErrorTable(
  { runs: [{ scenario }], index }: Analysis,
  record: SkillRecord,
  text: ReportText,
): ReportTable {
  const dates = new Set(yearMarks(scenario).map((grid) => gridDate(scenario, grid)));
  const rows = SCORED_MEASURES.flatMap((measure) => index.series(scenario.id, measure))
    .filter(({ at }) => at !== undefined && dates.has(at))
    .flatMap((row) => {
      const past = pastErrorOf(record, scenario, row);
      return past === null || past === 0 ? [] : [totalCells(row, past, text)];
    });
  return { columns: text.skill.totalColumns, rows };
}

function totalCells(
  { measure, at, mean, unit, quantiles }: SummaryRow,
  past: number,
  text: ReportText,
): string[] {
  const { bareValue, unitWord } = text.format;
  const [low, high] = [quantiles["0.05"], quantiles["0.95"]];
  const range = (from: number, to: number) => `${bareValue(from, unit)} – ${bareValue(to, unit)}`;
  return [
    `${measure}, ${unitWord(unit)}`,
    at ?? "",
    bareValue(mean, unit),
    range(low, high),
    text.skill.ratio(past),
    range(...widened(mean, low, high, past)),
  ];
}
