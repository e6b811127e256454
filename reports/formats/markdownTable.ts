import type { ReportTable } from "../charts/chart.ts";

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
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>|#]/g, "\\$&");
}
