import type { ReportTable } from "../charts/chart.ts";
import { escapeHtml, foreign, sentence } from "./html.ts";

/** Numbers, ranges, dates and what stands around them: cells that must not be broken into lines. */
const NUMBER_LIKE = /^[+−]?\d[\d,.-]*( ?%)?( [±–] ?[\d,.\-−]+( %)?)?(, \S+)?$/;

/**
 * A table that scrolls within the page when it is wider, with a caption and row headings.
 *
 * @param caption read out before the table
 */
export function tableHtml(table: ReportTable, caption: string): string {
  const head = table.columns.map((column) => `<th scope="col">${foreign(column)}</th>`).join("");
  const body = table.rows.map((row) => `<tr>${row.map(cellHtml).join("")}</tr>`).join("\n");
  return (
    `<div class="scroll" tabindex="0" role="group" aria-label="${escapeHtml(caption)}">` +
    `<table><caption>${sentence(caption)}</caption><thead><tr>${head}</tr></thead>\n<tbody>${body}</tbody></table></div>`
  );
}

function cellHtml(cell: string, column: number): string {
  if (column === 0) {
    return `<th scope="row">${foreign(cell)}</th>`;
  }
  return NUMBER_LIKE.test(cell) ? `<td class="n">${escapeHtml(cell)}</td>` : `<td>${foreign(cell)}</td>`;
}
