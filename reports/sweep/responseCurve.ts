import type { TopLevelSpec } from "vega-lite";
import type { Chart } from "../charts/chart.ts";
import { brief, CONFIG, scenarioLegend } from "../charts/theme.ts";
import type { ReportText } from "../text/en.ts";
import { shown } from "../text/format.ts";
import type { Response, ResponseRow } from "./response.ts";
import { whenWords } from "./responseWords.ts";

/**
 * One measure against one parameter: the mean with its confidence interval, and the band of outcomes.
 *
 * @param rows of one measure, in the order of the points
 * @param number of the chart, for its id
 */
export function responseCurve(
  response: Response,
  rows: readonly ResponseRow[],
  number: number,
  text: ReportText,
): Chart {
  const [parameter] = response.parameters;
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const measure = whenWords(first, text);
  const words = text.experiments.sweep;
  const question = words.question(measure, parameter!.path);
  const value = (row: ResponseRow) =>
    `${text.format.meanAndHalfWidth(row.mean, row.halfWidth, row.unit)} ${text.format.unitWord(row.unit)}`;
  const textOf = (row: ResponseRow) => response.points[row.point]![0]!.text;
  return {
    id: `response-${number}`,
    question,
    summary: words.curve(value(first), value(last), textOf(first), textOf(last), changeWords(last, text)),
    panels: [
      {
        id: `response-${number}-0`,
        spec: curveSpec(response, rows, question, text.format.unitWord(first.unit)),
      },
    ],
    legend: [],
    note: words.bands,
    table: { columns: [], rows: [] },
  };
}

/** A difference in words: zero, not detectable, or with its interval. */
function changeWords({ difference, unit }: ResponseRow, text: ReportText): string {
  const words = text.experiments.sweep;
  if (difference === null || difference.identical) return words.noEffect;
  const { mean, halfWidth } = difference;
  if (halfWidth === null || Math.abs(mean) <= halfWidth) return words.undetected;
  return `${text.format.meanAndHalfWidth(mean, halfWidth, unit, true)} ${text.format.differenceUnit(unit)}`;
}

function curveSpec(response: Response, rows: readonly ResponseRow[], description: string, yTitle: string) {
  const { path, unit } = response.parameters[0]!;
  const isNumeric = response.points.every(([value]) => value!.number !== null);
  const amount = (x: number) => brief(shown(x, rows[0]!.unit));
  const values = rows.map((row) => {
    const { text, number } = response.points[row.point]![0]!;
    const half = row.halfWidth ?? 0;
    return {
      x: isNumeric ? number : text,
      value: text,
      mean: amount(row.mean),
      low: amount(row.mean - half),
      high: amount(row.mean + half),
      q05: amount(row.quantiles["0.05"]),
      q95: amount(row.quantiles["0.95"]),
    };
  });
  const x = isNumeric
    ? ({
        field: "x",
        type: "quantitative",
        title: `${path}${unit === "" ? "" : ` (${unit})`}`,
        scale: { zero: false, nice: false },
      } as const)
    : ({ field: "x", type: "ordinal", title: path, sort: values.map(({ value }) => value) } as const);
  const scale = { zero: false } as const;
  const [line] = scenarioLegend(["mean", "line"]).slice(1);
  const colour = line!.colour;
  const y = { field: "mean", type: "quantitative", title: yTitle, scale } as const;
  return {
    description,
    width: 420,
    height: 240,
    config: CONFIG,
    data: { values },
    layer: [
      {
        mark: isNumeric
          ? { type: "area", opacity: 0.2, color: colour }
          : { type: "bar", opacity: 0.2, color: colour, width: 14 },
        encoding: { x, y: { ...y, field: "q05" }, y2: { field: "q95" } },
      },
      { mark: { type: "line", color: colour, strokeWidth: 1.8 }, encoding: { x, y } },
      {
        mark: { type: "rule", color: colour, strokeWidth: 1.8 },
        encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } },
      },
      {
        mark: { type: "point", color: colour, filled: true, size: 30 },
        encoding: {
          x,
          y,
          tooltip: [
            { field: "value", type: "nominal", title: path },
            { field: "mean", type: "quantitative" },
            { field: "q05", type: "quantitative", title: "5 %" },
            { field: "q95", type: "quantitative", title: "95 %" },
          ],
        },
      },
    ],
  } as TopLevelSpec;
}
