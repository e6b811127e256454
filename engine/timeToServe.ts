import { DistributionTable, sampleDistribution, sampleInPlace } from "./distributions.ts";
import type { Distribution, DurationBand, TimeToServe } from "./parameters.ts";

/**
 * Days from admission to release for a sentence: the served share less the time already spent before
 * admission, but never less than the minimum.
 *
 * @param rule of the stream
 * @param sentenceDays sentence imposed (days)
 * @returns days
 * @example
 * servedDays({ servedShare: 0.85, creditDays: 200, minimumDays: 30 }, 1000); // => 650
 */
export function servedDays(
  rule: Pick<TimeToServe, "servedShare" | "creditDays" | "minimumDays">,
  sentenceDays: number,
): number {
  return Math.max(rule.minimumDays, rule.servedShare * sentenceDays - rule.creditDays);
}

/**
 * The sentence and the elapsed time of a person found inside at a random moment of a stationary stream.
 * Long stays are met more often than they begin: the density of a sentence among the people inside is
 * proportional to its density at admission times the days that it is served (length bias), and the elapsed
 * time is uniform over the stay.
 *
 * Exact for fixed, uniform and band sentences under any rule, and for lognormal and exponential ones of which a
 * share is served; the latter under a credit or a minimum are cut into 2,048 bands of equal probability, the last
 * of which is halved forty times more.
 *
 * @see D. R. Cox, Renewal Theory (1962), chapter 5
 */
export class StationaryStay {
  private readonly pieces: readonly Piece[];
  private readonly total: number;
  private readonly exponentialMean: number | null;
  private readonly lengthBiased: Float64Array | null;
  private readonly cell = new Float64Array(1);

  constructor(private readonly rule: TimeToServe) {
    const proportional = rule.creditDays === 0 && rule.minimumDays === 0;
    this.exponentialMean =
      proportional && rule.sentence.kind === "exponential" ? rule.sentence.meanDays : null;
    this.lengthBiased = proportional ? lengthBiasedLognormal(rule.sentence) : null;
    this.pieces = asBands(rule.sentence).flatMap((band) => piecesOf(band, rule));
    this.total = this.pieces.reduce((sum, piece) => sum + piece.weight, 0);
  }

  /**
   * Samples one person of the stock.
   *
   * @param first uniform in [0, 1) that decides the sentence
   * @param second uniform in [0, 1) that decides the elapsed time
   * @param out receives sentence, days to serve in all, and days already served
   */
  sample(first: number, second: number, out: Float64Array): void {
    if (this.exponentialMean !== null) {
      const residual = -this.exponentialMean * Math.log(1 - first);
      const elapsed = -this.exponentialMean * Math.log(1 - second);
      out[0] = residual + elapsed;
      out[1] = this.rule.servedShare * (residual + elapsed);
      out[2] = this.rule.servedShare * elapsed;
      return;
    }
    const sentence = this.lengthBiased
      ? this.fromTable(this.lengthBiased, first)
      : this.sentence(first * this.total);
    const served = servedDays(this.rule, sentence);
    out[0] = sentence;
    out[1] = served;
    out[2] = second * served;
  }

  private fromTable(table: Float64Array, uniform: number): number {
    this.cell[0] = uniform;
    sampleInPlace(table, 0, this.cell);
    return this.cell[0]!;
  }

  /** Sentence at which the cumulative weight of the pieces reaches `target`. */
  private sentence(target: number): number {
    let left = target;
    for (const piece of this.pieces) {
      if (left < piece.weight) {
        return within(piece, left, this.rule);
      }
      left -= piece.weight;
    }
    return this.pieces[this.pieces.length - 1]?.to ?? 0;
  }
}

/** Sentences between two bounds over which the days served are constant or linear. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly density: number;
  readonly constant: boolean;
  /** Share of admissions times mean days served. */
  readonly weight: number;
}

function piecesOf(band: DurationBand, rule: TimeToServe): Piece[] {
  const { fromDays: from, toDays: to, share } = band;
  if (to <= from) {
    return [{ from, to: from, density: 0, constant: true, weight: share * servedDays(rule, from) }];
  }
  const density = share / (to - from);
  const floor = (rule.minimumDays + rule.creditDays) / rule.servedShare;
  const cut = Math.min(Math.max(floor, from), to);
  const linearMean = servedDays(rule, (cut + to) / 2);
  return [
    { from, to: cut, density, constant: true, weight: density * (cut - from) * rule.minimumDays },
    { from: cut, to, density, constant: false, weight: density * (to - cut) * linearMean },
  ].filter((piece) => piece.weight > 0);
}

function within(piece: Piece, weight: number, rule: TimeToServe): number {
  if (piece.to === piece.from) {
    return piece.from;
  }
  if (piece.constant) {
    return piece.from + (weight / piece.weight) * (piece.to - piece.from);
  }
  const slope = rule.servedShare;
  const served = slope * piece.from - rule.creditDays;
  const target = weight / piece.density;
  if (target <= 0) {
    return piece.from;
  }
  const step = (2 * target) / (served + Math.sqrt(served * served + 2 * slope * target));
  return Math.min(piece.from + step, piece.to);
}

const QUANTILES = 2048;
const TAIL_HALVES = 40;

function asBands(sentence: Distribution): readonly DurationBand[] {
  switch (sentence.kind) {
    case "bands":
      return sentence.bands;
    case "fixed":
      return [{ fromDays: sentence.days, toDays: sentence.days, share: 1 }];
    case "uniform":
      return [{ fromDays: sentence.fromDays, toDays: sentence.toDays, share: 1 }];
    default: {
      const inside = Array.from({ length: QUANTILES }, (_, i) => i / QUANTILES);
      const tail = Array.from({ length: TAIL_HALVES }, (_, i) => 1 - 2 ** -(i + 1) / QUANTILES);
      const edges = [...inside, ...tail];
      const days = edges.map((edge) => sampleDistribution(sentence, edge));
      return edges.slice(1).map((edge, i) => ({
        fromDays: days[i]!,
        toDays: days[i + 1]!,
        share: edge - edges[i]!,
      }));
    }
  }
}

/** Length bias turns a lognormal into a lognormal whose mean is (1 + cv^2) times as large. */
function lengthBiasedLognormal(sentence: Distribution): Float64Array | null {
  if (sentence.kind !== "lognormal") {
    return null;
  }
  const { cv, meanDays } = sentence;
  const table = new DistributionTable();
  table.add({ kind: "lognormal", meanDays: meanDays * (1 + cv * cv), cv });
  return table.toArray();
}
