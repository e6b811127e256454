import type { Analysis } from "../analyse.ts";
import type { ReportText } from "../text/en.ts";
import { escapeHtml } from "./html.ts";

/** What it takes to get the same numbers again. */
export interface Provenance {
  /** Command lines. */
  readonly command: string;
  readonly seed: string;
  /** Version of the program, and of the runtime where it matters. */
  readonly version: string;
  /** Hashes of scenarios and data, each with what it is of. */
  readonly hashes: readonly { readonly label: string; readonly value: string }[];
  /** Results that are missing, one line each; left out when none is. */
  readonly gaps?: readonly string[];
}

/** The command, the seed, the versions and the hashes. */
export function reproduceHtml({ runs }: Analysis, provenance: Provenance, text: ReportText): string {
  const { labels } = text.page;
  const { startDate, endDate } = runs[0].scenario;
  const facts: (readonly [string, string])[] = [
    [labels.seed, provenance.seed],
    [labels.replications, text.format.number(runs[0].results.length)],
    [labels.horizon, `${startDate} – ${endDate}`],
    [labels.version, provenance.version],
    ...provenance.hashes.map(({ label, value }) => [label, value] as const),
  ];
  const entries = facts.map(([term, fact]) => `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(fact)}</dd>`);
  return `<pre><code>${escapeHtml(provenance.command)}</code></pre><dl>${entries.join("\n")}</dl>`;
}
