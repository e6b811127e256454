import type { TopLevelSpec } from "vega-lite";
import { brief, CONFIG } from "./theme.ts";

/** Mean occupancy of a place on the first and on the last day; ratios. */
export interface PlaceOccupancy {
  readonly id: string;
  readonly name: string;
  /** Name that fits an axis; never the same for two places. */
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/** A line from start (hollow) to end (filled) for each place, the fullest first. */
export function startEndSpec(
  places: readonly PlaceOccupancy[],
  labels: { readonly start: string; readonly end: string; readonly axis: string },
) {
  const y = {
    field: "name",
    type: "nominal",
    title: null,
    sort: places.map(({ label }) => label),
    axis: { labelLimit: 0, ticks: false },
  } as const;
  const axis = { format: "%", tickCount: 6 } as const;
  const tooltip = [
    { field: "name", type: "nominal" as const },
    { field: "start", type: "quantitative" as const, format: ".1%", title: labels.start },
    { field: "end", type: "quantitative" as const, format: ".1%", title: labels.end },
  ];
  const point = (field: "start" | "end") => ({
    mark: { type: "point" as const, size: 70, filled: field === "end" },
    encoding: {
      y,
      x: { field, type: "quantitative" as const },
      color: {
        datum: labels[field],
        type: "nominal" as const,
        scale: { domain: [labels.start, labels.end], range: ["#1f83c4", "#d55e00"] },
        legend: { orient: "top" as const, title: null, symbolStrokeWidth: 2 },
      },
      tooltip,
    },
  });
  return {
    description: labels.axis,
    width: 210,
    height: { step: 18 },
    config: CONFIG,
    data: {
      values: places.map(({ label, start, end }) => ({ name: label, start: brief(start), end: brief(end) })),
    },
    layer: [
      {
        data: { values: [{ limit: 1 }, { limit: 1.3 }] },
        mark: { type: "rule", strokeDash: [3, 3], opacity: 0.75, color: "currentColor" },
        encoding: { x: { field: "limit", type: "quantitative" } },
      },
      {
        mark: { type: "rule", opacity: 0.6, color: "currentColor" },
        encoding: {
          y,
          x: { field: "start", type: "quantitative", title: labels.axis, axis, scale: { zero: false } },
          x2: { field: "end" },
        },
      },
      point("start"),
      point("end"),
    ],
  } satisfies TopLevelSpec;
}
