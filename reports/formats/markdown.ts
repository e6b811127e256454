import type { Moved } from "../against/moved.ts";
import { movedMarkdown } from "../against/movedMarkdown.ts";
import type { Analysis } from "../analyse.ts";
import { answer } from "../answer.ts";
import type { GateRow } from "../gates/gateRows.ts";
import { gateTable } from "../gates/gateTable.ts";
import { limitsOf } from "../limits.ts";
import { measureTable } from "../measureTable.ts";
import type { Provenance } from "../page/reproduceHtml.ts";
import { en, type ReportText } from "../text/en.ts";
import { plain } from "../text/isolate.ts";
import { escapeMarkdown, markdownTable } from "./markdownTable.ts";

/** What stands in the report only where it was asked for. */
export interface AskedFor {
  readonly gates?: readonly GateRow[];
  /** What moved since an earlier run. */
  readonly moved?: Moved | undefined;
}

/**
 * The report in short as Markdown: gates, what moved, question, answer, table of key measures, limits, how to reproduce.
 *
 * @example
 * toMarkdown(analysis, provenance).split("\n")[0]; // => "# “Twice the approvals” against “No change”"
 */
export function toMarkdown(
  analysis: Analysis,
  provenance: Provenance,
  text: ReportText = en,
  { gates = [], moved }: AskedFor = {},
): string {
  const { headings, labels } = text.page;
  const { runs } = analysis;
  const [base, ...others] = runs.map(({ scenario }) => scenario.title);
  const asked = runs.length === 1 ? runs : runs.slice(1);
  const lines = [
    `# ${escapeMarkdown(plain(text.page.title(base ?? "", others)))}`,
    ...partialNote(provenance.gaps ?? [], text),
    ...gateBlocks(gates, text),
    ...(moved === undefined ? [] : movedMarkdown(moved, text)),
    ...new Set(asked.map(({ scenario }) => escapeMarkdown(scenario.question))),
    `## ${headings.answer}`,
    ...answer(analysis, text).map((sentence) => escapeMarkdown(plain(sentence))),
    text.sentences.intervalNote(analysis.level),
    `## ${headings.measures.replace(/^\d+\. /, "")}`,
    markdownTable(measureTable(analysis, text)),
    labels.undetectedNote,
    `## ${headings.limits}`,
    limitsOf(runs[0].scenario, text)
      .map((limit) => `- ${escapeMarkdown(plain(limit))}`)
      .join("\n"),
    `## ${headings.reproduce.replace(/^\d+\. /, "")}`,
    `\`\`\`sh\n${provenance.command}\n\`\`\``,
    `${labels.seed}: ${escapeMarkdown(provenance.seed)} · ${labels.version}: ${escapeMarkdown(provenance.version)}`,
  ];
  return `${lines.join("\n\n")}\n`;
}

/** The gates as a table, before everything else. */
function gateBlocks(rows: readonly GateRow[], text: ReportText): string[] {
  if (rows.length === 0) return [];
  const { labels, intro } = text.gates;
  return [`## ${labels.heading}`, escapeMarkdown(intro(rows)), markdownTable(gateTable(rows, text))];
}

/** What is missing, as a quoted list. */
export function partialNote(gaps: readonly string[], { page }: ReportText): string[] {
  if (gaps.length === 0) return [];
  const items = gaps.map((gap) => `> - ${escapeMarkdown(gap)}`);
  return [`> **${page.labels.partial}**\n>\n${items.join("\n")}`];
}
