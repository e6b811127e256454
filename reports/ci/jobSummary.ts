import type { Moved } from "../against/moved.ts";
import { movedMarkdown } from "../against/movedMarkdown.ts";
import type { Analysis } from "../analyse.ts";
import { answer } from "../answer.ts";
import { partialNote } from "../formats/markdown.ts";
import { escapeMarkdown, markdownTable } from "../formats/markdownTable.ts";
import type { GateRow } from "../gates/gateRows.ts";
import { measureTable } from "../measureTable.ts";
import { en, type ReportText } from "../text/en.ts";
import { plain } from "../text/isolate.ts";

/** What a job summary is made from. */
export interface JobSummaryInput {
  readonly analysis: Analysis;
  readonly gates: readonly GateRow[];
  readonly moved?: Moved | undefined;
  /** Where the report is. */
  readonly place: string;
  readonly gaps?: readonly string[];
  readonly text?: ReportText;
}

/** A part of the summary that may be left out; `name` says of what. */
interface Part {
  readonly name: string;
  readonly blocks: readonly string[];
}

/** Room for the sentence that says what was left out, in bytes of UTF-8. */
const NOTE_BYTES = 1000;

/**
 * Markdown for the summary of a CI job: gates, what moved, the answer, key measures, where the report is. What does not
 * fit is left out and named: the table first, then what moved, the answer, gates that hold, and at last any others.
 *
 * @param bytes most bytes of UTF-8
 * @returns empty where not even the title fits
 */
export function jobSummary(input: JobSummaryInput, bytes: number): string {
  const { analysis, gates, moved, text = en } = input;
  const { parts } = text.ci;
  const head = headOf(input, text);
  const lines = gates.map((row) => ({ row, line: `- ${escapeMarkdown(plain(text.gates.gateLine(row)))}` }));
  const held = lines.filter(({ row }) => row.verdict === "pass");
  const open = lines.filter(({ row }) => row.verdict !== "pass");
  const optional: Part[] = [
    { name: parts.answer, blocks: answerBlocks(analysis, text) },
    ...(moved === undefined ? [] : [{ name: parts.moved, blocks: movedMarkdown(moved, text) }]),
    { name: parts.measures, blocks: measureBlocks(analysis, text) },
  ];
  const order = [parts.measures, parts.moved, parts.answer];
  for (let cut = 0; cut <= order.length; cut++) {
    const left = order.slice(0, cut).filter((name) => optional.some((part) => part.name === name));
    const kept = optional.filter(({ name }) => !left.includes(name));
    const whole = joined(
      head,
      lines.map(({ line }) => line),
      kept,
      left,
      input.place,
      text,
    );
    if (sizeOf(whole) <= bytes) return whole;
  }
  const left = order.filter((name) => optional.some((part) => part.name === name));
  const room = bytes - NOTE_BYTES - sizeOf(joined(head, [], [], left, input.place, text));
  const fitting = [...open, ...held].reduce<{ lines: string[]; size: number }>(
    (taken, { line }) => {
      const size = taken.size + sizeOf(line) + 1;
      return size > room ? taken : { lines: [...taken.lines, line], size };
    },
    { lines: [], size: 0 },
  );
  const named = fitting.lines.length < open.length ? parts.more : parts.gates;
  const rest = joined(head, fitting.lines, [], [...left, named], input.place, text);
  return sizeOf(rest) <= bytes ? rest : "";
}

function headOf({ analysis, gaps = [] }: JobSummaryInput, text: ReportText): string[] {
  const [base, ...others] = analysis.runs.map(({ scenario }) => scenario.title);
  return [`# ${escapeMarkdown(plain(text.page.title(base ?? "", others)))}`, ...partialNote(gaps, text)];
}

function joined(
  head: readonly string[],
  gates: readonly string[],
  parts: readonly Part[],
  left: readonly string[],
  place: string,
  { ci }: ReportText,
): string {
  const blocks = [
    ...head,
    gates.length === 0 ? ci.labels.noGates : gates.join("\n"),
    ...parts.flatMap((part) => part.blocks),
    ...(left.length === 0 ? [] : [`> ${ci.cut(left)}`]),
    `${ci.labels.report}: ${escapeMarkdown(place)}`,
  ];
  return `${blocks.join("\n\n")}\n`;
}

function answerBlocks(analysis: Analysis, text: ReportText): string[] {
  return [
    `## ${text.page.headings.answer}`,
    ...answer(analysis, text).map((sentence) => escapeMarkdown(plain(sentence))),
    text.sentences.intervalNote(analysis.level),
  ];
}

function measureBlocks(analysis: Analysis, text: ReportText): string[] {
  const { headings, labels } = text.page;
  return [
    `## ${headings.measures.replace(/^\d+\. /, "")}`,
    markdownTable(measureTable(analysis, text)),
    labels.undetectedNote,
  ];
}

/** Bytes in UTF-8. */
function sizeOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
