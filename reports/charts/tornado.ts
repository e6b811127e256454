import type { TopLevelSpec } from "vega-lite";
import type { ReportText } from "../text/en.ts";
import { isProportion } from "../text/format.ts";
import type {
  MeasureSensitivity,
  SensitivityMethod,
  SensitivityRow,
  Swing,
} from "../uncertainty/sensitivityRow.ts";
import type { Chart, ReportTable } from "./chart.ts";
import { brief, CONFIG } from "./theme.ts";

const MOST_BARS = 25;
const LOW_COLOUR = "#1f83c4";
const HIGH_COLOUR = "#d55e00";

/**
 * Tornado of one measure: the change of its mean when one parameter alone stands at 5 % or at 95 % of its
 * distribution, the parameter that matters most on top; the table holds the indices of the method too.
 *
 * @param index of the measure among those of the page, which makes the ids its own
 */
export function tornado(
  sensitivity: MeasureSensitivity,
  method: SensitivityMethod,
  index: number,
  text: ReportText,
): Chart {
  const words = text.uncertainty;
  const { measure, unit, level } = sensitivity;
  const when = sensitivity.at ?? sensitivity.window.join(" – ");
  const rows = sensitivity.parameters;
  const first = rows.find(({ swing }) => swing.some(({ change }) => change.mean !== 0));
  const id = `tornado-${index}`;
  return {
    id,
    question: words.tornadoQuestion(measure, when),
    summary: words.tornadoSummary(
      first?.parameter ?? null,
      first === undefined
        ? ""
        : `${changeText(first.swing[0], unit, text)} ${text.format.differenceUnit(unit)}`,
      first === undefined
        ? ""
        : `${changeText(first.swing[1], unit, text)} ${text.format.differenceUnit(unit)}`,
    ),
    panels: [{ id, spec: tornadoSpec(sensitivity, words.tornadoQuestion(measure, when), text) }],
    legend: [],
    note: words.tornadoNote(level),
    table: sensitivityTable(sensitivity, method, text),
  };
}

/** The numbers behind a tornado, with the indices of the method. */
export function sensitivityTable(
  { parameters, unit, level }: MeasureSensitivity,
  method: SensitivityMethod,
  text: ReportText,
): ReportTable {
  return {
    columns: text.uncertainty.sensitivityColumns(method, level),
    rows: parameters.map((row) => {
      const [low, high] = row.swing;
      return [
        row.parameter,
        valueText(low, row),
        changeText(low, unit, text),
        valueText(high, row),
        changeText(high, unit, text),
        ...indexCells(row, unit, text),
      ];
    }),
  };
}

function indexCells({ morris, sobol }: SensitivityRow, unit: string, text: ReportText): string[] {
  const { meanAndHalfWidth, number } = text.format;
  if (morris !== undefined) {
    const { mu, muStar, sigma } = morris;
    return [
      meanAndHalfWidth(muStar.mean, null, unit),
      muStar.halfWidth === null ? "" : `± ${meanAndHalfWidth(muStar.halfWidth, null, unit)}`,
      meanAndHalfWidth(mu.mean, null, unit, true),
      meanAndHalfWidth(sigma.standardDeviation, null, unit),
    ];
  }
  if (sobol === undefined || sobol === null) return ["", "", "", ""];
  return [sobol.first, sobol.total].flatMap(({ value, low, high }) => [
    number(value, 3),
    `${number(low, 3)} – ${number(high, 3)}`,
  ]);
}

function valueText({ value }: Swing, { unit, kind }: SensitivityRow): string {
  const number = Number(value.toPrecision(4));
  if (kind === "scale") return `× ${number}`;
  return unit === "" ? `${number}` : `${number} ${unit}`;
}

function changeText({ change }: Swing, unit: string, text: ReportText): string {
  return text.format.meanAndHalfWidth(change.mean, change.halfWidth, unit, true);
}

function tornadoSpec({ parameters, unit }: MeasureSensitivity, title: string, text: ReportText) {
  const { low, high } = text.uncertainty.tornadoEnds;
  const labels = parameters.slice(0, MOST_BARS).map(({ parameter }) => parameterLabel(parameter));
  const values = parameters.slice(0, MOST_BARS).flatMap(({ swing }, row) =>
    swing.map(({ change: { mean, halfWidth } }, end) => ({
      parameter: labels[row]!,
      end: end === 0 ? low : high,
      change: brief(mean),
      from: brief(mean - (halfWidth ?? 0)),
      to: brief(mean + (halfWidth ?? 0)),
    })),
  );
  const format = isProportion(unit) ? ".2%" : "~s";
  const y = {
    field: "parameter",
    type: "nominal",
    title: null,
    sort: labels,
    axis: { labelLimit: 0, ticks: false },
  } as const;
  const yOffset = { field: "end", type: "nominal", sort: [low, high] } as const;
  return {
    description: title,
    width: 260,
    height: { step: 12 },
    config: CONFIG,
    data: { values },
    layer: [
      {
        mark: { type: "bar", opacity: 0.65 },
        encoding: {
          y,
          yOffset,
          x: {
            field: "change",
            type: "quantitative",
            title: text.format.differenceUnit(unit),
            axis: { format, tickCount: 5 },
          },
          color: {
            field: "end",
            type: "nominal",
            scale: { domain: [low, high], range: [LOW_COLOUR, HIGH_COLOUR] },
            legend: { orient: "top", title: null },
          },
          tooltip: [
            { field: "parameter", type: "nominal" },
            { field: "end", type: "nominal" },
            { field: "change", type: "quantitative", format: isProportion(unit) ? ".3%" : ",.4~r" },
          ],
        },
      },
      {
        mark: { type: "rule", color: "currentColor" },
        encoding: { y, yOffset, x: { field: "from", type: "quantitative" }, x2: { field: "to" } },
      },
    ],
  } satisfies TopLevelSpec;
}

const LONGEST_LABEL = 40;

/** The end of a path tells more than its beginning. */
function parameterLabel(path: string): string {
  return path.length <= LONGEST_LABEL ? path : `…${path.slice(path.length - LONGEST_LABEL + 1)}`;
}
