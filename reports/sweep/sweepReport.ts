import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import type { Chart, ReportTable } from "../charts/chart.ts";
import type { Cell } from "../formats/columns.ts";
import type { PageSection } from "../page/experimentPage.ts";
import { figureHtml } from "../page/figureHtml.ts";
import { tableHtml } from "../page/tableHtml.ts";
import { en, type ReportText } from "../text/en.ts";
import { type Response, type ResponseRow, rowsByMeasure } from "./response.ts";
import { responseCurve } from "./responseCurve.ts";
import { responseMap } from "./responseMap.ts";
import { whenWords } from "./responseWords.ts";

/** One chart for each measure: a curve over one parameter, a heat map over two. */
export function sweepCharts(response: Response, text: ReportText = en): Chart[] {
  const draw = response.parameters.length === 1 ? responseCurve : responseMap;
  return rowsByMeasure(response).map((rows, i) => draw(response, rows, i, text));
}

/** Sections of the page: the charts, and every point in a table. */
export function sweepSections(
  response: Response,
  charts: readonly Chart[],
  drawings: ReadonlyMap<string, string>,
  text: ReportText = en,
): PageSection[] {
  const { heading, table } = text.experiments.sweep;
  const figures = charts.map((chart) => figureHtml(chart, drawings, text)).join("\n");
  return [
    { id: "response", title: heading, html: figures },
    { id: "points", title: table, html: tableHtml(sweepTable(response, text), table) },
  ];
}

/** Every point and measure as text. */
export function sweepTable(response: Response, text: ReportText = en): ReportTable {
  const { columns, against } = text.experiments.sweep;
  const level = response.rows[0]?.level ?? 0.95;
  const paths = response.parameters.map(({ path }) => path);
  return {
    columns: columns(paths, level, against(response.against === "base")),
    rows: response.rows.map((row) => tableRow(response, row, text)),
  };
}

function tableRow(response: Response, row: ResponseRow, text: ReportText): string[] {
  const { format } = text;
  const { mean, halfWidth, unit, quantiles, difference } = row;
  return [
    ...response.points[row.point]!.map((value) => value.text),
    whenWords(row, text),
    format.unitWord(unit),
    format.meanAndHalfWidth(mean, halfWidth, unit),
    `${format.bareValue(quantiles["0.05"], unit)} – ${format.bareValue(quantiles["0.95"], unit)}`,
    difference === null
      ? ""
      : difference.identical
        ? "0"
        : format.meanAndHalfWidth(difference.mean, difference.halfWidth, unit, true),
  ];
}

/** Flat records with equal keys: what a CSV file holds. */
export function sweepRecords(response: Response): Record<string, Cell>[] {
  return response.rows.map((row) => {
    const { point, measure, unit, mean, halfWidth, level, quantiles, n, difference } = row;
    const swept = response.parameters.flatMap(({ path }, i) => {
      const { text, number } = response.points[point]![i]!;
      return [[path, text] as const, [`${path} (number)`, number] as const];
    });
    const [from, to] = row.window ?? [row.at, row.at];
    const named = Object.entries(quantiles).map(([name, value]) => [`q${name.replace(".", "_")}`, value]);
    return {
      point,
      ...Object.fromEntries(swept),
      measure,
      unit,
      from,
      to,
      mean,
      halfWidth,
      level,
      ...Object.fromEntries(named),
      n,
      differenceMean: difference?.mean ?? null,
      differenceHalfWidth: difference?.halfWidth ?? null,
      shareSameSign: difference?.shareSameSign ?? null,
      varianceReduction: difference?.varianceReduction ?? null,
      identical: difference?.identical ?? null,
    };
  });
}

/** What `sweep --json` prints and `sweep.json` holds. */
export function sweepDocument(response: Response, { id, title }: CompiledScenario, seed: string): string {
  const { parameters, points, against, replications, rows } = response;
  const document = {
    schemaVersion: 1,
    experiment: "sweep",
    scenario: { id, title },
    seed,
    replications,
    parameters,
    against,
    points: points.map((values, point) => ({ point, values: values.map((value) => value.text) })),
    measures: rows,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
