import type { DurationBand } from "./parameters.ts";
import { shareEarning } from "./reductions.ts";
import { type ServingRule, servedDays, servingTable } from "./servingTable.ts";

/** Sentences between two bounds over which the days served are constant, or `slope * sentence + intercept`. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly density: number;
  readonly constant: boolean;
  readonly slope: number;
  readonly intercept: number;
  /** Share of admissions times mean days served. */
  readonly weight: number;
}

/** The pieces of the people who earn one set of reductions; `weight` is the sum of their weights. */
export interface ServedClass {
  readonly earned: number;
  readonly pieces: readonly Piece[];
  readonly weights: Float64Array;
  readonly weight: number;
}

/** Cuts banded sentences into pieces, for each set of reductions that somebody earns. */
export function servedClasses(bands: readonly DurationBand[], rule: ServingRule): ServedClass[] {
  const classes: ServedClass[] = [];
  for (let earned = 0; earned < 2 ** rule.reductions.length; earned++) {
    const share = shareEarning(rule.reductions, earned);
    const pieces = share > 0 ? piecesOf(bands, share, rule, earned) : [];
    if (pieces.length > 0) {
      const weights = Float64Array.from(pieces, (piece) => piece.weight);
      classes.push({ earned, pieces, weights, weight: weights.reduce((sum, weight) => sum + weight, 0) });
    }
  }
  return classes;
}

/** Sentence of a piece at which its cumulative weight from the left reaches that in the cell, into the cell. */
export function sentenceInPlace(piece: Piece, cell: Float64Array): void {
  const { slope, from, to } = piece;
  const weight = cell[0]!;
  cell[0] = from;
  if (to === from) {
    return;
  }
  if (piece.constant) {
    cell[0] = from + (weight / piece.weight) * (to - from);
    return;
  }
  const served = slope * from + piece.intercept;
  const target = weight / piece.density;
  if (target > 0) {
    const step = (2 * target) / (served + Math.sqrt(served * served + 2 * slope * target));
    cell[0] = Math.min(from + step, to);
  }
}

/** Days served, before the minimum, of the sentences from `from` up to the next line. */
interface Line {
  readonly from: number;
  readonly slope: number;
  readonly intercept: number;
}

/** The days served as a function of the sentence: lines that follow each other, with jumps where a fixed one begins. */
function servedLines(rule: ServingRule, earned: number): Line[] {
  let lines: Line[] = [{ from: -Infinity, slope: rule.servedShare, intercept: -rule.creditDays }];
  rule.reductions.forEach((reduction, i) => {
    if ((earned & (1 << i)) === 0) {
      return;
    }
    if (reduction.kind === "fixed") {
      const { days, minimumSentenceDays } = reduction;
      lines = cut(lines, () => minimumSentenceDays).map((line) =>
        line.from >= minimumSentenceDays ? { ...line, intercept: line.intercept - days } : line,
      );
    } else if (reduction.perDay > 0) {
      const { perDay, maximumDays } = reduction;
      const most = (maximumDays * (1 + perDay)) / perDay;
      const earning = cut(lines, (line) => -line.intercept / line.slope);
      const capped = cut(earning, (line) => (most - line.intercept) / line.slope);
      lines = capped.map((line, k) =>
        creditedLine(line, capped[k + 1]?.from ?? Infinity, perDay, maximumDays),
      );
    }
  });
  return lines;
}

/** Splits each line at a sentence of its own, where that lies within it. */
function cut(lines: readonly Line[], at: (line: Line) => number): Line[] {
  return lines.flatMap((line, i) => {
    const sentence = at(line);
    const end = lines[i + 1]?.from ?? Infinity;
    return sentence > line.from && sentence < end ? [line, { ...line, from: sentence }] : [line];
  });
}

/** A line that lies wholly below no days, among the days that are credited in full, or above these. */
function creditedLine(line: Line, end: number, perDay: number, maximumDays: number): Line {
  const days = line.slope * inner(line.from, end) + line.intercept;
  if (!(days > 0)) {
    return line;
  }
  if ((days * perDay) / (1 + perDay) > maximumDays) {
    return { ...line, intercept: line.intercept - maximumDays };
  }
  return { ...line, slope: line.slope / (1 + perDay), intercept: line.intercept / (1 + perDay) };
}

/** A sentence inside of an interval that may have no ends. */
function inner(from: number, to: number): number {
  if (from === -Infinity) {
    return to === Infinity ? 0 : to - 1;
  }
  return to === Infinity ? from + 1 : (from + to) / 2;
}

function piecesOf(bands: readonly DurationBand[], share: number, rule: ServingRule, earned: number): Piece[] {
  const lines = servedLines(rule, earned);
  const pieces: Piece[] = [];
  for (const band of bands) {
    const { fromDays: from, toDays: to } = band;
    if (to <= from) {
      addAtom(pieces, from, band.share * share, rule, earned);
      continue;
    }
    const density = (band.share * share) / (to - from);
    for (let i = 0; i < lines.length; i++) {
      const begin = Math.max(from, lines[i]!.from);
      const end = i + 1 < lines.length ? Math.min(to, lines[i + 1]!.from) : to;
      if (begin < end) {
        addLine(pieces, lines[i]!, begin, end, density, rule.minimumDays);
      }
    }
  }
  return pieces;
}

/** A sentence that many people have. */
function addAtom(pieces: Piece[], at: number, share: number, rule: ServingRule, earned: number): void {
  const weight = share * servedDays(servingTable([rule]), at, earned);
  if (weight > 0) {
    pieces.push({ from: at, to: at, density: 0, constant: true, slope: 0, intercept: 0, weight });
  }
}

/** The sentences of a line that are served for the minimum, and those above. */
function addLine(
  pieces: Piece[],
  { slope, intercept }: Line,
  from: number,
  to: number,
  density: number,
  minimumDays: number,
): void {
  const floor = (minimumDays - intercept) / slope;
  const at = Math.min(Math.max(floor, from), to);
  const least = density * (at - from) * minimumDays;
  if (least > 0) {
    pieces.push({ from, to: at, density, constant: true, slope, intercept, weight: least });
  }
  const mean = Math.max(minimumDays, slope * ((at + to) / 2) + intercept);
  const above = density * (to - at) * mean;
  if (above > 0) {
    pieces.push({ from: at, to, density, constant: false, slope, intercept, weight: above });
  }
}
