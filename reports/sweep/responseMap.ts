import type { TopLevelSpec } from "vega-lite";
import type { Chart } from "../charts/chart.ts";
import { brief, CONFIG } from "../charts/theme.ts";
import type { ReportText } from "../text/en.ts";
import { shown } from "../text/format.ts";
import type { Response, ResponseRow } from "./response.ts";
import { whenWords } from "./responseWords.ts";

/**
 * One measure against two parameters: a cell for each pair of values, coloured by the mean.
 *
 * @param rows of one measure, in the order of the points
 * @param number of the chart, for its id
 */
export function responseMap(
  response: Response,
  rows: readonly ResponseRow[],
  number: number,
  text: ReportText,
): Chart {
  const [down, across] = response.parameters;
  const words = text.experiments.sweep;
  const question = words.question(whenWords(rows[0]!, text), `${down!.path}, ${across!.path}`);
  const ordered = rows.toSorted((a, b) => a.mean - b.mean);
  const [least, most] = [ordered[0]!, ordered.at(-1)!];
  const value = (row: ResponseRow) =>
    `${text.format.meanAndHalfWidth(row.mean, row.halfWidth, row.unit)} ${text.format.unitWord(row.unit)}`;
  const place = (row: ResponseRow) => response.points[row.point]!.map((entry) => entry.text).join(", ");
  return {
    id: `response-${number}`,
    question,
    summary: words.extremes(value(least), place(least), value(most), place(most)),
    panels: [{ id: `response-${number}-0`, spec: mapSpec(response, rows, question) }],
    legend: [],
    note: words.mapNote,
    table: { columns: [], rows: [] },
  };
}

/** From least to greatest: light enough for dark figures on it. */
const LIGHT = ["#f1f6fb", "#8fc1e3"];

function mapSpec(response: Response, rows: readonly ResponseRow[], description: string) {
  const [down, across] = response.parameters;
  const values = rows.map((row) => {
    const [y, x] = response.points[row.point]!;
    return { y: y!.text, x: x!.text, mean: brief(shown(row.mean, row.unit)) };
  });
  const axis = { labelAngle: 0, labelLimit: 120 } as const;
  const x = {
    field: "x",
    type: "ordinal",
    title: across!.path,
    sort: across!.values.map((v) => v.text),
    axis,
  } as const;
  const y = {
    field: "y",
    type: "ordinal",
    title: down!.path,
    sort: down!.values.map((v) => v.text),
    axis,
  } as const;
  return {
    description,
    width: { step: 64 },
    height: { step: 32 },
    config: CONFIG,
    data: { values },
    layer: [
      {
        mark: { type: "rect" },
        encoding: {
          x,
          y,
          color: {
            field: "mean",
            type: "quantitative",
            title: null,
            scale: { range: LIGHT, zero: false },
            legend: null,
          },
          tooltip: [
            { field: "y", type: "nominal", title: down!.path },
            { field: "x", type: "nominal", title: across!.path },
            { field: "mean", type: "quantitative" },
          ],
        },
      },
      {
        mark: { type: "text", fontSize: 11, color: "#1b1e24" },
        encoding: { x, y, text: { field: "mean", type: "quantitative", format: ",.4~r" } },
      },
    ],
  } satisfies TopLevelSpec;
}
