import type { Chart, ReportTable } from "../charts/chart.ts";
import { tornado } from "../charts/tornado.ts";
import type { Cell } from "../formats/columns.ts";
import type { PageSection } from "../page/experimentPage.ts";
import { figureHtml } from "../page/figureHtml.ts";
import { paragraph } from "../page/html.ts";
import { tableHtml } from "../page/tableHtml.ts";
import { en, type ReportText } from "../text/en.ts";
import { plain } from "../text/isolate.ts";
import type { MeasureSensitivity, SensitivityMethod } from "./sensitivityRow.ts";
import type { ParameterRow } from "./varianceRow.ts";
import { parameterTable } from "./varianceTable.ts";

/** A finished sensitivity analysis. */
export interface Sensitivity {
  readonly method: SensitivityMethod;
  /** Trajectories of Morris' design, or rows of Saltelli's. */
  readonly size: number;
  /** Points of the whole design. */
  readonly points: number;
  readonly replications: number;
  readonly parameters: readonly ParameterRow[];
  readonly measures: readonly MeasureSensitivity[];
}

/** One tornado for each measure. */
export function sensitivityCharts({ measures, method }: Sensitivity, text: ReportText = en): Chart[] {
  return measures.map((measure, index) => tornado(measure, method, index, text));
}

/**
 * The parts of a sensitivity page.
 *
 * @param drawings SVG by panel id
 */
export function sensitivitySections(
  sensitivity: Sensitivity,
  charts: readonly Chart[],
  drawings: ReadonlyMap<string, string>,
  text: ReportText = en,
): PageSection[] {
  const words = text.uncertainty;
  const { method, size, points, replications, measures, level } = {
    ...sensitivity,
    level: sensitivity.measures[0]?.level ?? 0.95,
  };
  const note = method === "morris" ? words.morrisNote : words.sobolNote;
  const figures = charts.map((chart, i) => {
    const { columns, rows } = chart.table;
    const table = tableHtml({ columns, rows }, words.tableTitle(measures[i]!.measure, level));
    const figure = figureHtml({ ...chart, table: { columns, rows: [] } }, drawings, text);
    return figure + table + paragraph(modelErrorWords(measures[i]!, text), "note");
  });
  return [
    {
      id: "answer",
      title: words.METHODS[method],
      html: [
        paragraph(words.sensitivityIntro(method, size, points, replications)),
        ...figures,
        paragraph(note, "note"),
      ].join("\n"),
    },
    {
      id: "parameters",
      title: words.parametersTitle,
      html: tableHtml(parameterTable(sensitivity, text), words.parametersTitle),
    },
  ];
}

function modelErrorWords({ modelError, unit }: MeasureSensitivity, text: ReportText): string {
  const { modelErrorBeside, modelErrorNotKnown } = text.uncertainty;
  return modelError === undefined
    ? modelErrorNotKnown
    : modelErrorBeside(text.format.value(modelError, unit));
}

/** For the terminal: the measure first, then the columns of its table. */
export function sensitivityTables(
  { measures, method }: Sensitivity,
  text: ReportText = en,
): { readonly title: string; readonly table: ReportTable }[] {
  return measures.map((measure, index) => {
    const { question, table } = tornado(measure, method, index, text);
    return { title: plain(question), table };
  });
}

/**
 * Flat records for a CSV file, one for each measure and parameter.
 *
 * @example
 * sensitivityRecords({ measures, ... })[0].muStar; // => 118.2
 */
export function sensitivityRecords({ measures }: Sensitivity): Record<string, Cell>[] {
  return measures.flatMap(({ parameters, ...measure }) =>
    parameters.map(({ parameter, unit, swing: [low, high], morris, sobol }) => ({
      measure: measure.measure,
      unit: measure.unit,
      from: measure.at ?? measure.window[0],
      to: measure.at ?? measure.window[1],
      n: measure.n,
      level: measure.level,
      written: measure.written.mean,
      modelError: measure.modelError ?? null,
      parameter,
      parameterUnit: unit,
      lowValue: low.value,
      lowChange: low.change.mean,
      lowHalfWidth: low.change.halfWidth,
      highValue: high.value,
      highChange: high.change.mean,
      highHalfWidth: high.change.halfWidth,
      ...(morris !== undefined && {
        muStar: morris.muStar.mean,
        muStarHalfWidth: morris.muStar.halfWidth,
        mu: morris.mu.mean,
        muHalfWidth: morris.mu.halfWidth,
        sigma: morris.sigma.standardDeviation,
        sigmaLow: morris.sigma.low,
        sigmaHigh: morris.sigma.high,
      }),
      ...(sobol !== undefined && {
        first: sobol?.first.value ?? null,
        firstLow: sobol?.first.low ?? null,
        firstHigh: sobol?.first.high ?? null,
        total: sobol?.total.value ?? null,
        totalLow: sobol?.total.low ?? null,
        totalHigh: sobol?.total.high ?? null,
      }),
    })),
  );
}
