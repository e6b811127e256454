/** Blanks between columns. */
const GAP = 2;

/** Fewest characters that prose is wrapped to. */
const PROSE_WIDTH = 24;
/** Fewest characters of a column where a table is cut into several. */
const CELL_WIDTH = 12;

type Row = readonly string[];

/**
 * Rows under their headings in aligned columns, without lines or colours.
 *
 * A table that is wider than the terminal is fitted into it: columns of words are wrapped; else the table is cut
 * into several, each with the first column.
 *
 * @param width characters in a line; left out for a pipe, which gets lines of any length
 */
export function textTable(headings: Row, rows: readonly Row[], width?: number): string {
  const widths = naturalWidths(headings, rows);
  if (width === undefined || total(widths) <= width) return drawn(headings, rows, widths);
  const wrapping = headings.map((_, column) => leastWidth(rows, column, widths[column]!));
  if (total(wrapping) <= width) return drawn(headings, rows, fitted(widths, width, wrapping));
  return blocksOf(widths, width)
    .map((columns) => {
      const pick = (row: Row) => columns.map((column) => row[column]!);
      const own = widthsOf(widths, columns);
      const least = own.map((size) => Math.min(size, CELL_WIDTH));
      return drawn(pick(headings), rows.map(pick), fitted(own, width, least));
    })
    .join("\n\n");
}

function widthsOf(widths: readonly number[], columns: readonly number[]): number[] {
  return columns.map((column) => widths[column]!);
}

function naturalWidths(headings: Row, rows: readonly Row[]): number[] {
  return headings.map((heading, column) =>
    Math.max(1, lengthOf(heading), ...rows.map((row) => lengthOf(row[column] ?? ""))),
  );
}

/** Characters of the longest line. */
function lengthOf(text: string): number {
  return Math.max(...text.split("\n").map((line) => [...line].length));
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + GAP * (widths.length - 1);
}

/** Columns of each part: the first one, and as many others in their order as go beside it. */
function blocksOf(widths: readonly number[], width: number): number[][] {
  const blocks: number[][] = [];
  let block = [0];
  for (let column = 1; column < widths.length; column++) {
    const wider = [...block, column];
    const first = Math.min(widths[0]!, Math.max(CELL_WIDTH, width - GAP - widths[column]!));
    const size = total([first, ...widthsOf(widths, wider.slice(1))]);
    if (size > width && block.length > 1) {
      blocks.push(block);
      block = [0, column];
    } else block = wider;
  }
  return [...blocks, block];
}

/** What a column may be wrapped to: between words, but never a number from its half-width. */
function leastWidth(rows: readonly Row[], column: number, own: number): number {
  if (isProse(rows, column)) return PROSE_WIDTH;
  const cells = rows.map((row) => row[column]!);
  if (cells.some((cell) => cell.includes("±"))) return own;
  return Math.min(own, Math.max(CELL_WIDTH, ...cells.flatMap((cell) => cell.split(" ").map(lengthOf))));
}

/** Sentences, which may be wrapped without harm. */
function isProse(rows: readonly Row[], column: number): boolean {
  return rows.some((row) => row[column]!.length > 2 * PROSE_WIDTH && row[column]!.split(" ").length > 4);
}

/** The widths, of which the widest give way until all fit or none may become less. */
function fitted(widths: readonly number[], width: number, least: readonly number[]): number[] {
  const result = [...widths];
  while (total(result) > width) {
    const spare = result.map((own, i) => (own > least[i]! ? own : 0));
    if (Math.max(...spare) === 0) break;
    result[spare.indexOf(Math.max(...spare))]! -= 1;
  }
  return result;
}

function drawn(headings: Row, rows: readonly Row[], widths: readonly number[]): string {
  return [headings, ...rows].flatMap((row) => linesOfRow(row, widths)).join("\n");
}

/** Cells side by side, each in as many lines as its text needs. */
function linesOfRow(row: Row, widths: readonly number[]): string[] {
  const cells = widths.map((width, column) => wrapped(row[column] ?? "", width));
  return Array.from({ length: Math.max(...cells.map((lines) => lines.length)) }, (_, line) =>
    cells
      .map((lines, column) => padded(lines[line] ?? "", widths[column]!))
      .join(" ".repeat(GAP))
      .trimEnd(),
  );
}

function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - lengthOf(text)));
}

/**
 * Sentences in lines that fit a terminal.
 *
 * @param width characters in a line; left out for a pipe, which gets lines of any length
 * @param indent blanks before every line but the first
 */
export function textLines(text: string, width?: number, indent = 0): string {
  if (width === undefined) return text;
  return wrapped(text, Math.max(PROSE_WIDTH, width - indent)).join(`\n${" ".repeat(indent)}`);
}

/** Lines of a width: broken at blanks, in long names after a dot, else anywhere. */
function wrapped(text: string, width: number): string[] {
  return text.split("\n").flatMap((line) => linesOf(line, width));
}

function linesOf(text: string, width: number): string[] {
  const lines: string[] = [];
  let rest = [...text];
  while (rest.length > width) {
    const start = rest.slice(0, width + 1);
    const blank = start.lastIndexOf(" ");
    const dot = start.slice(0, width).lastIndexOf(".") + 1;
    const at = blank > 0 ? blank : dot > width / 2 ? dot : width;
    lines.push(rest.slice(0, at).join(""));
    rest = rest.slice(rest[at] === " " ? at + 1 : at);
  }
  return [...lines, rest.join("")];
}
