import { sampleDistribution } from "./distributions.ts";
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
 * Exact for fixed, uniform, band and lognormal sentences served in full, exponential stays, and fixed,
 * uniform and band sentences under any rule; other combinations are cut into 2,048 bands of equal probability.
 *
 * @see D. R. Cox, Renewal Theory (1962), chapter 5
 */
export class StationaryStay {
  private readonly pieces: readonly Piece[];
  private readonly total: number;
  private readonly exponentialMean: number | null;
  private readonly lengthBiased: Distribution | null;

  constructor(private readonly rule: TimeToServe) {
    const identity = rule.servedShare === 1 && rule.creditDays === 0 && rule.minimumDays === 0;
    this.exponentialMean = identity && rule.sentence.kind === "exponential" ? rule.sentence.meanDays : null;
    this.lengthBiased = identity ? lengthBiasedLognormal(rule.sentence) : null;
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
      out[1] = residual + elapsed;
      out[2] = elapsed;
      return;
    }
    const sentence = this.lengthBiased
      ? sampleDistribution(this.lengthBiased, first)
      : this.sentence(first * this.total);
    const served = servedDays(this.rule, sentence);
    out[0] = sentence;
    out[1] = served;
    out[2] = second * served;
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
  const step = (2 * target) / (served + Math.sqrt(served * served + 2 * slope * target));
  return Math.min(piece.from + step, piece.to);
}

const QUANTILES = 2048;

function asBands(sentence: Distribution): readonly DurationBand[] {
  switch (sentence.kind) {
    case "bands":
      return sentence.bands;
    case "fixed":
      return [{ fromDays: sentence.days, toDays: sentence.days, share: 1 }];
    case "uniform":
      return [{ fromDays: sentence.fromDays, toDays: sentence.toDays, share: 1 }];
    default: {
      const edge = (i: number): number =>
        sampleDistribution(sentence, i < QUANTILES ? i / QUANTILES : 1 - 1e-3 / QUANTILES);
      return Array.from({ length: QUANTILES }, (_, i) => ({
        fromDays: edge(i),
        toDays: edge(i + 1),
        share: 1 / QUANTILES,
      }));
    }
  }
}

/** Length bias turns a lognormal into a lognormal whose mean is (1 + cv^2) times as large. */
function lengthBiasedLognormal(sentence: Distribution): Distribution | null {
  return sentence.kind === "lognormal"
    ? { kind: "lognormal", meanDays: sentence.meanDays * (1 + sentence.cv * sentence.cv), cv: sentence.cv }
    : null;
}
