import type { Config } from "vega-lite";
import type { LegendEntry } from "./chart.ts";

/**
 * Lines of the base and of the scenarios in order. At least 3:1 against white and against #16181d; told apart
 * by dash as well as by colour (after Okabe & Ito's palette for colour-blind readers).
 */
const LINES: readonly { readonly colour: string; readonly dash: readonly number[] }[] = [
  { colour: "#7a7d85", dash: [] },
  { colour: "#d55e00", dash: [] },
  { colour: "#1f83c4", dash: [7, 3] },
  { colour: "#009e73", dash: [2, 2] },
  { colour: "#c46a9d", dash: [9, 3, 2, 3] },
  { colour: "#9a7d00", dash: [4, 4] },
  { colour: "#8a63d2", dash: [1, 3] },
];

/** Bounds and colours of the bands of occupancy; the bounds are those that time is counted above, and 70 %. */
export const OCCUPANCY_BOUNDS = [0.7, 1, 1.1, 1.3, 1.5] as const;
export const OCCUPANCY_COLOURS = ["#c6dbef", "#6baed6", "#fee391", "#fdae61", "#e6550d", "#7f0000"] as const;

/** Settings of every chart: text and axes in the colour of the page, so that light and dark both work. */
export const CONFIG = {
  font: "system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif",
  aria: false,
  background: "transparent",
  view: { stroke: null },
  axis: {
    labelColor: "currentColor",
    titleColor: "currentColor",
    tickColor: "currentColor",
    domainColor: "currentColor",
    gridColor: "currentColor",
    gridOpacity: 0.13,
    domainOpacity: 0.5,
    tickOpacity: 0.5,
    labelFontSize: 11,
    titleFontSize: 11,
    titleFontWeight: "normal",
  },
  axisQuantitative: { labelFlush: false, labelOverlap: "greedy", labelSeparation: 4 },
  legend: { labelColor: "currentColor", titleColor: "currentColor", labelFontSize: 11, titleFontSize: 11 },
  title: { color: "currentColor", anchor: "start", fontSize: 13, fontWeight: 600, offset: 8 },
} as const satisfies Config;

/** Colour and dash of every scenario, the base first. */
export function scenarioLegend(titles: readonly string[]): LegendEntry[] {
  return titles.map((label, i) => ({ label, ...LINES[i % LINES.length]! }));
}

/** Colour scale of scenarios by the ids that stand in the data. */
export function scenarioScale(ids: readonly string[]) {
  const legend = scenarioLegend(ids);
  return { domain: [...ids], range: legend.map(({ colour }) => colour) };
}

/** Dash scale that goes with {@link scenarioScale}. */
export function dashScale(ids: readonly string[]) {
  return {
    domain: [...ids],
    range: scenarioLegend(ids).map(({ dash }) => (dash.length === 0 ? [1, 0] : [...dash])),
  };
}

/** Band of occupancy (index into the colours) that a ratio falls in. */
export function occupancyBand(ratio: number): number {
  return OCCUPANCY_BOUNDS.filter((bound) => ratio > bound).length;
}

/** Colour of the field `band` by its words, with a legend of the bands below the drawing. */
export function bandColour(bands: readonly string[], symbolType: "circle" | "square") {
  return {
    field: "band",
    type: "nominal",
    scale: { domain: [...bands], range: [...OCCUPANCY_COLOURS] },
    legend: { orient: "bottom", direction: "horizontal", columns: 3, title: null, symbolType },
  } as const;
}

/**
 * Date as a number of years, for an axis that no time zone can shift.
 *
 * @example
 * yearOf("2026-07-02"); // => 2026.4986...
 */
export function yearOf(date: string): number {
  const year = Number(date.slice(0, 4));
  const start = Date.UTC(year, 0, 1);
  return year + (Date.parse(`${date}T00:00:00Z`) - start) / (Date.UTC(year + 1, 0, 1) - start);
}

/** {@link yearOf} to a third of a day, for embedded data. */
export function briefYear(date: string): number {
  return Number(yearOf(date).toFixed(3));
}

/** Rounds for the page: embedded data need no more than five significant digits. */
export function brief(value: number): number {
  return Number(value.toPrecision(5));
}
