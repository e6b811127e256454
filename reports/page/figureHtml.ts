import type { Chart, LegendEntry, Panel } from "../charts/chart.ts";
import type { ReportText } from "../text/en.ts";
import { plain } from "../text/isolate.ts";
import { embeddedSvg } from "./embeddedSvg.ts";
import { escapeHtml, foreign, heading, paragraph } from "./html.ts";
import { tableHtml } from "./tableHtml.ts";

/**
 * A chart as a figure: the question as heading, the drawings, their summary in words and the table behind them.
 * The drawings are there without JavaScript; their specifications stand beside them for it.
 *
 * @param drawings SVG by panel id
 */
export function figureHtml(
  chart: Chart | null,
  drawings: ReadonlyMap<string, string>,
  text: ReportText,
): string {
  if (chart === null) {
    return "";
  }
  const panels = chart.panels.map((panel) => panelHtml(panel, drawings)).join("\n");
  const { columns, rows } = chart.table;
  const caption = plain(chart.question);
  const details =
    rows.length === 0
      ? ""
      : `<details><summary>${escapeHtml(text.page.labels.table)}</summary>${tableHtml({ columns, rows }, caption)}</details>`;
  return (
    `<figure aria-labelledby="${chart.id}">${heading(3, chart.id, chart.question)}` +
    `${legendHtml(chart.legend)}${paragraph(chart.note, "note")}` +
    `${panels === "" ? "" : `<div class="panels scroll" tabindex="0" role="group" aria-label="${escapeHtml(caption)}">${panels}</div>`}` +
    `<figcaption>${paragraph(chart.summary)}</figcaption>${details}</figure>`
  );
}

/** Drawings wider than this are not shrunk to a phone but scroll (px). */
const WIDE = 420;

function panelHtml(panel: Panel, drawings: ReadonlyMap<string, string>): string {
  const svg = drawings.get(panel.id);
  if (svg === undefined) {
    throw new RangeError(`figureHtml requires a drawing of panel "${panel.id}"`);
  }
  const wide = Number(/^<svg[^>]* width="(\d+)/.exec(svg)?.[1]) > WIDE ? " wide" : "";
  const label = escapeHtml(panel.spec.description ?? panel.id);
  const spec = JSON.stringify(panel.spec).replaceAll("<", "\\u003c");
  return (
    `<div class="panel${wide}" role="img" aria-label="${label}" data-spec="spec-${panel.id}"><div aria-hidden="true">${embeddedSvg(svg)}</div></div>` +
    `<script type="application/json" id="spec-${panel.id}">${spec}</script>`
  );
}

function legendHtml(entries: readonly LegendEntry[]): string {
  if (entries.length < 2) {
    return "";
  }
  const items = entries.map(
    ({ label, colour, dash }) =>
      `<li><svg width="30" height="8" aria-hidden="true"><line x1="0" y1="4" x2="30" y2="4" stroke="${colour}" stroke-width="3" stroke-dasharray="${dash.join(" ")}"/></svg> ${foreign(label)}</li>`,
  );
  return `<ul class="legend">${items.join("")}</ul>`;
}
