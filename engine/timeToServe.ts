import { DistributionTable, sampleDistribution, sampleInPlace } from "./distributions.ts";
import type { Distribution, DurationBand, TimeToServe } from "./parameters.ts";
import { type ServingRule, serveInPlace } from "./reductions.ts";
import { type ServedClass, sentenceWithin, servedClasses } from "./servedPieces.ts";

/**
 * Days from admission to release for a sentence: the served share less the time already spent before
 * admission, less the reductions earned, but never less than the minimum.
 *
 * @param rule of the stream
 * @param sentenceDays sentence imposed (days)
 * @param earned set of reductions that the person earns: bit i for the i-th
 * @returns days
 * @example
 * servedDays({ servedShare: 0.85, creditDays: 200, minimumDays: 30, reductions: [] }, 1000); // => 650
 */
export function servedDays(rule: ServingRule, sentenceDays: number, earned = 0): number {
  const cell = Float64Array.of(sentenceDays, 0);
  serveInPlace(rule, earned, cell);
  return cell[0]!;
}

/**
 * The sentence and the elapsed time of a person found inside at a random moment of a stationary stream.
 * Long stays are met more often than they begin: the density of a sentence among the people inside is
 * proportional to its density at admission times the days that it is served (length bias), and the elapsed
 * time is uniform over the stay. So people who earn a reduction are met less often than they are admitted.
 *
 * Exact for fixed, uniform and band sentences under any rule, and for lognormal and exponential ones of which a
 * share is served; the latter under a credit, a minimum or a reduction are cut into 2,048 bands of equal
 * probability, the last of which is halved forty times more.
 *
 * @see D. R. Cox, Renewal Theory (1962), chapter 5
 */
export class StationaryStay {
  private readonly classes: readonly ServedClass[];
  private readonly total: number;
  private readonly exponentialMean: number | null;
  private readonly lengthBiased: Float64Array | null;
  private readonly cell = new Float64Array(2);

  constructor(private readonly rule: TimeToServe) {
    const { creditDays, minimumDays, reductions } = rule;
    const proportional = creditDays === 0 && minimumDays === 0 && reductions.length === 0;
    this.exponentialMean =
      proportional && rule.sentence.kind === "exponential" ? rule.sentence.meanDays : null;
    this.lengthBiased = proportional ? lengthBiasedLognormal(rule.sentence) : null;
    this.classes = servedClasses(asBands(rule.sentence), rule);
    this.total = this.classes.reduce((sum, { weight }) => sum + weight, 0);
  }

  /**
   * Samples one person of the stock.
   *
   * @param first uniform in [0, 1) that decides the sentence and the reductions earned
   * @param second uniform in [0, 1) that decides the elapsed time
   * @param out receives sentence, days to serve in all, days already served, and the set of reductions earned
   */
  sample(first: number, second: number, out: Float64Array): void {
    out[3] = 0;
    if (this.exponentialMean !== null) {
      const residual = -this.exponentialMean * Math.log(1 - first);
      const elapsed = -this.exponentialMean * Math.log(1 - second);
      out[0] = residual + elapsed;
      out[1] = this.rule.servedShare * (residual + elapsed);
      out[2] = this.rule.servedShare * elapsed;
      return;
    }
    if (this.lengthBiased) {
      this.cell[0] = first;
      sampleInPlace(this.lengthBiased, 0, this.cell);
    } else {
      this.cell[0] = this.sentence(first * this.total, out);
    }
    out[0] = this.cell[0]!;
    serveInPlace(this.rule, out[3]!, this.cell);
    out[1] = this.cell[0]!;
    out[2] = second * out[1]!;
  }

  /** Sentence at which the cumulative weight of classes and their pieces reaches `target`; the class into `out`. */
  private sentence(target: number, out: Float64Array): number {
    const last = this.classes.length - 1;
    let left = target;
    let at = 0;
    while (at < last && left >= this.classes[at]!.weight) {
      left -= this.classes[at]!.weight;
      at++;
    }
    const one = this.classes[at];
    if (one === undefined) {
      return 0;
    }
    out[3] = one.earned;
    const { weights, pieces } = one;
    let piece = 0;
    while (piece < weights.length && left >= weights[piece]!) {
      left -= weights[piece]!;
      piece++;
    }
    return piece < weights.length ? sentenceWithin(pieces[piece]!, left) : pieces[piece - 1]!.to;
  }
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
