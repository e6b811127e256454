import type { Analysis } from "../analyse.ts";
import { answer } from "../answer.ts";
import type { ReportTable } from "../charts/chart.ts";
import { limitsOf } from "../limits.ts";
import { measureTable } from "../measureTable.ts";
import type { Provenance } from "../page/reproduceHtml.ts";
import { en, type ReportText } from "../text/en.ts";
import { plain } from "../text/isolate.ts";

/**
 * The report in short as Markdown: question, answer, table of key measures, limits, how to reproduce. Fits a CI
 * job summary.
 *
 * @example
 * toMarkdown(analysis, provenance).split("\n")[0]; // => "# “Twice the approvals” against “No change”"
 */
export function toMarkdown(analysis: Analysis, provenance: Provenance, text: ReportText = en): string {
  const { headings, labels } = text.page;
  const { runs } = analysis;
  const [base, ...others] = runs.map(({ scenario }) => scenario.title);
  const asked = runs.length === 1 ? runs : runs.slice(1);
  const lines = [
    `# ${escapeMarkdown(plain(text.page.title(base ?? "", others)))}`,
    ...partialNote(provenance.gaps ?? [], text),
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

/** What is missing, as a quoted list. */
function partialNote(gaps: readonly string[], { page }: ReportText): string[] {
  if (gaps.length === 0) return [];
  const items = gaps.map((gap) => `> - ${escapeMarkdown(gap)}`);
  return [`> **${page.labels.partial}**\n>\n${items.join("\n")}`];
}

/**
 * A table in GitHub's Markdown; columns after the first three are aligned to the right.
 *
 * @example
 * markdownTable({ columns: ["a", "b"], rows: [["1", "2"]] }); // => "| a | b |\n| --- | --- |\n| 1 | 2 |"
 */
export function markdownTable({ columns, rows }: ReportTable): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
  const rule = columns.map((_, i) => (i < 3 ? "---" : "---:"));
  return [line(columns), `| ${rule.join(" | ")} |`, ...rows.map(line)].join("\n");
}

/** Text that Markdown shows as it is, on one line. */
function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>|#]/g, "\\$&");
}
