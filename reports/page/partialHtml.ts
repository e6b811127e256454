import type { ReportText } from "../text/en.ts";
import { escapeHtml } from "./html.ts";

/** A note at the head of the page that says what is missing; empty when nothing is. */
export function partialHtml(gaps: readonly string[] | undefined, text: ReportText): string {
  if (gaps === undefined || gaps.length === 0) return "";
  const items = gaps.map((gap) => `<li>${escapeHtml(gap)}</li>`);
  return `<aside class="partial"><p><strong>${escapeHtml(text.page.labels.partial)}</strong></p><ul>${items.join("")}</ul></aside>`;
}
