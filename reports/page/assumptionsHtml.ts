import type { Citation, CompiledScenario } from "../../scenarios/compiledScenario.ts";
import type { Analysis } from "../analyse.ts";
import { limitsOf } from "../limits.ts";
import type { ReportText } from "../text/en.ts";
import { escapeHtml, foreign, heading, list } from "./html.ts";
import { tableHtml } from "./tableHtml.ts";

/** A source of figures, as in the list of citations that ships with the data. */
export interface SourceReference {
  readonly id: string;
  readonly title: string;
  readonly address: string;
}

/** Figures with their origin, the sources that they name, and what the run leaves out. */
export function assumptionsHtml(
  analysis: Analysis,
  sources: readonly SourceReference[],
  text: ReportText,
): string {
  const { headings, labels } = text.page;
  const citations = distinctCitations(analysis.runs.map(({ scenario }) => scenario));
  const titles = new Map(sources.map((source) => [source.id, source]));
  const cited = [...new Set(citations.flatMap((citation) => citation.sources))];
  return [
    heading(3, "assumption-table", headings.assumptionTable),
    tableHtml(citationTable(citations, titles, text), headings.assumptionTable),
    heading(3, "sources", headings.sources),
    sourceList(cited, titles, text),
    heading(3, "limits", headings.limits),
    list(limitsOf(analysis.runs[0].scenario, text)),
    warnings(analysis, labels.warnings),
  ].join("\n");
}

function distinctCitations(scenarios: readonly CompiledScenario[]): Citation[] {
  const seen = new Map<string, Citation>();
  for (const citation of scenarios.flatMap(({ citations }) => citations)) {
    seen.set(JSON.stringify(citation), citation);
  }
  return [...seen.values()];
}

function citationTable(
  citations: readonly Citation[],
  titles: ReadonlyMap<string, SourceReference>,
  text: ReportText,
) {
  const { labels, marks } = text.page;
  const named = (id: string) => `${id}: ${shortened(titles.get(id)?.title ?? id)}`;
  return {
    columns: [labels.path, labels.value, labels.mark, labels.asOf, labels.source, labels.note],
    rows: citations.map(({ path, value, mark, sources, date, note }) => [
      path,
      value,
      marks[mark],
      date ?? "",
      sources.length === 0 ? labels.noSource : sources.map(named).join("; "),
      note ?? "",
    ]),
  };
}

function shortened(title: string): string {
  return title.length > 90 ? `${title.slice(0, 88).trimEnd()}…` : title;
}

/** More sources than this stand folded. */
const MOST_OPEN = 30;

function sourceList(
  ids: readonly string[],
  titles: ReadonlyMap<string, SourceReference>,
  text: ReportText,
): string {
  const items = ids.map((id) => {
    const source = titles.get(id);
    const rest = source === undefined ? "" : `: ${source.title}. ${source.address}`;
    return `<li>${foreign(`${id}${rest}`)}</li>`;
  });
  const all = items.length === 0 ? "" : `<ul class="sources">${items.join("\n")}</ul>`;
  return items.length > MOST_OPEN
    ? `<details><summary>${escapeHtml(text.page.labels.sourceCount(items.length))}</summary>${all}</details>`
    : all;
}

function warnings({ runs }: Analysis, title: string): string {
  const all = [...new Set(runs.flatMap(({ scenario }) => scenario.warnings))];
  return all.length === 0 ? "" : `${heading(3, "warnings", title)}${list(all)}`;
}
