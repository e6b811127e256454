import type { TopLevelSpec } from "vega-lite";
import { endOf } from "../rows.ts";
import type { ReportText } from "../text/en.ts";
import type { VarianceRow } from "../uncertainty/varianceRow.ts";
import type { Chart } from "./chart.ts";
import { short } from "./short.ts";
import { brief, CONFIG } from "./theme.ts";

const BAR_COLOUR = "#1f83c4";

/**
 * Share of the variance that comes from not knowing the parameters, measure by measure.
 *
 * @param rows one for each measure; those that do not vary are left out
 * @returns null if nothing varies
 */
export function varianceShare(rows: readonly VarianceRow[], level: number, text: ReportText): Chart | null {
  const words = text.uncertainty;
  const bars = rows.flatMap((row) => {
    const share = row.split?.share ?? null;
    return share === null ? [] : [{ label: labelOf(row, text), row, share }];
  });
  const [most] = bars.toSorted((left, right) => right.share.value - left.share.value);
  if (most === undefined) return null;
  const { probability } = text.format;
  const interval = ({ low, high }: (typeof bars)[number]["share"]) =>
    low === null || high === null ? "" : `${probability(low)} – ${probability(high)}`;
  return {
    id: "variance-share",
    question: words.shareQuestion,
    summary: words.shareSummary({ measure: most.label, share: probability(most.share.value) }),
    panels: [{ id: "variance-share", spec: shareSpec(bars, words.shareQuestion) }],
    legend: [],
    note: words.shareNote(level),
    table: {
      columns: words.shareColumns(level),
      rows: bars.map(({ label, row, share }) => [
        label,
        endOf(row),
        probability(share.value),
        interval(share),
      ]),
    },
  };
}

function labelOf({ measure, scenario, base }: VarianceRow, text: ReportText): string {
  return `${measure}, ${text.uncertainty.rowScenario(scenario, base)}`;
}

interface Bar {
  readonly label: string;
  readonly share: { readonly value: number; readonly low: number | null; readonly high: number | null };
}

function shareSpec(bars: readonly Bar[], title: string) {
  const y = {
    field: "label",
    type: "nominal",
    title: null,
    sort: null,
    axis: { labelLimit: 0, ticks: false },
  } as const;
  const x = {
    field: "share",
    type: "quantitative",
    title: null,
    axis: { format: "%", tickCount: 5 },
  } as const;
  return {
    description: title,
    width: 240,
    height: { step: 18 },
    config: CONFIG,
    data: {
      values: bars.map(({ label, share: { value, low, high } }) => ({
        label: short(label, 44),
        share: brief(value),
        ...(low !== null && high !== null && { low: brief(low), high: brief(high) }),
      })),
    },
    layer: [
      {
        mark: { type: "bar", color: BAR_COLOUR, opacity: 0.6, height: { band: 0.7 } },
        encoding: {
          y,
          x: { ...x, scale: { domain: [0, 1] } },
          tooltip: [
            { field: "label", type: "nominal" },
            { field: "share", type: "quantitative", format: ".0%" },
          ],
        },
      },
      {
        transform: [{ filter: "isValid(datum.low)" }],
        mark: { type: "rule", color: "currentColor" },
        encoding: { y, x: { field: "low", type: "quantitative" }, x2: { field: "high" } },
      },
    ],
  } satisfies TopLevelSpec;
}
