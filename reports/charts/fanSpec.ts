import type { TopLevelSpec } from "vega-lite";
import { columnar } from "./columnar.ts";
import { short } from "./short.ts";
import { CONFIG, dashScale, scenarioScale } from "./theme.ts";

/** One scenario at one date; the quantiles beside the median are there for the base alone. */
export interface FanPoint {
  readonly scenario: string;
  readonly date: string;
  readonly year: number;
  readonly q50: number;
  readonly q05?: number;
  readonly q25?: number;
  readonly q75?: number;
  readonly q95?: number;
}

/** Drawing of one system or level: bands of the base, medians of all scenarios, lines at 100 and 130 %. */
export function fanSpec(
  title: string,
  points: readonly FanPoint[],
  ids: readonly string[],
  domain: [number, number],
  words: { readonly description: string; readonly yTitle: string },
) {
  const x = {
    field: "year",
    type: "quantitative",
    title: null,
    axis: { format: "d", tickCount: 5, grid: false },
    scale: { zero: false, nice: false },
  } as const;
  const data = columnar(
    "scenario",
    points.map((point) => ({ ...point })),
  );
  const scale = { zero: false, nice: false, domain } as const;
  const band = (low: string, high: string, opacity: number) => ({
    transform: [{ filter: "isValid(datum.q05)" }],
    mark: { type: "area" as const, opacity, color: scenarioScale(ids).range[0] as string },
    encoding: {
      x,
      y: { field: low, type: "quantitative" as const, scale, title: words.yTitle },
      y2: { field: high },
    },
  });
  return {
    title: short(title, 44),
    description: `${words.description} ${title}`,
    width: 250,
    height: 170,
    config: CONFIG,
    data: { values: data.values },
    transform: data.unpack,
    layer: [
      band("q05", "q95", 0.2),
      band("q25", "q75", 0.35),
      ruleLayer(domain),
      {
        mark: { type: "line", strokeWidth: 1.8 },
        encoding: {
          x,
          y: { field: "q50", type: "quantitative", scale, axis: { format: "%", values: ticks(domain) } },
          color: { field: "scenario", type: "nominal", scale: scenarioScale(ids), legend: null },
          strokeDash: { field: "scenario", type: "nominal", scale: dashScale(ids), legend: null },
        },
      },
      {
        transform: [{ filter: "isValid(datum.q05)" }],
        mark: { type: "point", opacity: 0, size: 120 },
        encoding: {
          x,
          y: { field: "q50", type: "quantitative", scale },
          tooltip: [
            { field: "date", type: "nominal" },
            { field: "q50", type: "quantitative", format: ".1%", title: "50 %" },
            { field: "q05", type: "quantitative", format: ".1%", title: "5 %" },
            { field: "q95", type: "quantitative", format: ".1%", title: "95 %" },
          ],
        },
      },
    ],
  } satisfies TopLevelSpec;
}

const LIMITS = [1, 1.3];

/** Lines at full and at 130 % of capacity. */
function ruleLayer(domain: [number, number]) {
  return {
    data: { values: LIMITS.map((limit) => ({ limit })) },
    mark: { type: "rule" as const, strokeDash: [3, 3], opacity: 0.75, color: "currentColor" },
    encoding: { y: { field: "limit", type: "quantitative" as const, scale: { domain } } },
  };
}

/** Labelled values of the axis, with both limits among them: every 10 %, or every 30 % on a long axis. */
function ticks([low, high]: [number, number]): number[] {
  const step = high - low > 0.9 ? 30 : 10;
  const first = Math.ceil((low * 100 - 100) / step);
  const count = Math.floor((high * 100 - 100) / step) - first + 1;
  return Array.from({ length: count }, (_, i) => (100 + (first + i) * step) / 100);
}
