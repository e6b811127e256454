import { DistributionTable, sampleDistribution, sampleInPlace } from "./distributions.ts";
import type { Distribution, DurationBand, TimeToServe } from "./parameters.ts";
import { type ServedClass, sentenceInPlace, servedClasses } from "./servedPieces.ts";
import { type ServingTable, serveInPlace, servingTable } from "./servingTable.ts";

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
  private readonly table: ServingTable;
  private readonly cell = new Float64Array(2);

  constructor(rule: TimeToServe) {
    const { creditDays, minimumDays, reductions } = rule;
    const proportional = creditDays === 0 && minimumDays === 0 && reductions.length === 0;
    this.exponentialMean =
      proportional && rule.sentence.kind === "exponential" ? rule.sentence.meanDays : null;
    this.lengthBiased = proportional ? lengthBiasedLognormal(rule.sentence) : null;
    this.table = servingTable([rule]);
    this.classes = servedClasses(asBands(rule.sentence), rule);
    this.total = this.classes.reduce((sum, { weight }) => sum + weight, 0);
  }

  /**
   * Samples one person of the stock.
   *
   * @param out holds two uniforms in [0, 1), of which the first decides the sentence and the reductions earned, and
   *   the second the elapsed time; receives sentence, days to serve in all, days already served, and the set of
   *   reductions earned
   */
  sampleInPlace(out: Float64Array): void {
    const { cell } = this;
    const second = out[1]!;
    out[3] = 0;
    if (this.exponentialMean !== null) {
      const residual = -this.exponentialMean * Math.log(1 - out[0]!);
      const elapsed = -this.exponentialMean * Math.log(1 - second);
      out[0] = residual + elapsed;
      out[1] = this.table.servedShare[0]! * (residual + elapsed);
      out[2] = this.table.servedShare[0]! * elapsed;
      return;
    }
    if (this.lengthBiased) {
      sampleInPlace(this.lengthBiased, 0, out);
    } else {
      out[0]! *= this.total;
      this.findSentence(out);
    }
    cell[0] = out[0]!;
    serveInPlace(this.table, 0, out[3]!, cell);
    out[1] = cell[0]!;
    out[2] = second * cell[0]!;
  }

  /** Sentence at which the cumulative weight of classes and their pieces reaches that in `out`; the class as well. */
  private findSentence(out: Float64Array): void {
    const last = this.classes.length - 1;
    let left = out[0]!;
    let at = 0;
    while (at < last && left >= this.classes[at]!.weight) {
      left -= this.classes[at]!.weight;
      at++;
    }
    const one = this.classes[at];
    if (one === undefined) {
      out[0] = 0;
      return;
    }
    out[3] = one.earned;
    const { weights, pieces } = one;
    let piece = 0;
    while (piece < weights.length && left >= weights[piece]!) {
      left -= weights[piece]!;
      piece++;
    }
    if (piece < weights.length) {
      out[0] = left;
      sentenceInPlace(pieces[piece]!, out);
    } else {
      out[0] = pieces[piece - 1]!.to;
    }
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
