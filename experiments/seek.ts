import type { Judgement, Verdict } from "../reports/gates/judgeGate.ts";
import { type Monotonicity, monotonicity } from "./monotonicity.ts";
import { SeekBracket } from "./seekBracket.ts";

/** What is looked for, and how hard. */
export interface SeekQuestion {
  /** Ends of the range; the search prefers values near the first. */
  readonly from: number;
  readonly to: number;
  /** Distance of the answer from a value that does not meet the gate, at most; above 0. */
  readonly within: number;
  /** Whole numbers only: people, places, reviewers. */
  readonly whole: boolean;
  /** Probability that every decision of the search is right, in (0, 1). */
  readonly confidence: number;
  /** Replications at the first look, and at the last. */
  readonly least: number;
  readonly most: number;
}

/** How a search asks: the values of a parameter in its first n replications, and what they say about the gate. */
export interface SeekModel {
  /** @returns values 0, …, n - 1 of the gate, on random numbers common to all x; NaN where it is not defined */
  values(x: number, n: number): Promise<Float64Array>;
  judge(values: Float64Array, level: number): Judgement;
}

/** One value of the parameter and what was decided about it. */
export interface SoughtValue extends Judgement {
  readonly x: number;
  /** Replications run. */
  readonly replications: number;
}

/**
 * - `met`: the gate is met from `value` on, towards the end that meets it
 * - `metThroughout`: at every value looked at
 * - `cannotBeMet`: at no value looked at
 * - `undecided`: the most replications decide neither end, or only one of them
 */
export type SeekStatus = "met" | "metThroughout" | "cannotBeMet" | "undecided";

/** The answer. */
export interface SeekAnswer {
  readonly status: SeekStatus;
  /** The last value on the way to the boundary that meets the gate; null unless `met`. */
  readonly value: number | null;
  /** The nearest value known not to meet it. */
  readonly notMet: number | null;
  /** Values between the two that the most replications did not decide, ascending. */
  readonly undecided: readonly number[];
  /** Everything that was looked at, in order of x. */
  readonly evaluated: readonly SoughtValue[];
  readonly monotonicity: Monotonicity;
  /** False if the verdicts change more than once along the range, or a reversal was found. */
  readonly isMonotone: boolean;
  /** Level of each single decision: all of them hold together at the confidence asked for. */
  readonly level: number;
}

/** Looks into the range where both ends fail, before it is said that nothing meets the gate. */
const INNER_LOOKS = [0.5, 0.25, 0.75] as const;

/**
 * The boundary of a range at which a gate comes to be met: bisection on common random numbers. At each value
 * replications double until the gate is decided or the most are used; each look has its share of the error
 * (Bonferroni over looks and values), so that all decisions are right together with the confidence asked for.
 *
 * Assumes that along the range the gate changes its verdict once. That is checked at the values looked at and
 * reported, not known between them.
 *
 * @throws {RangeError} if the range is empty, or `within`, `confidence`, `least` or `most` is out of its range
 */
export async function seek(question: SeekQuestion, model: SeekModel): Promise<SeekAnswer> {
  requireSound(question);
  const search = new Search(question, model);
  const ends = [await search.look(question.from), await search.look(question.to)] as const;
  const inner: Verdict[] = [];
  if (ends[0] !== "pass" && ends[1] !== "pass") {
    for (const share of INNER_LOOKS) {
      if (!inner.includes("pass"))
        inner.push(await search.look(search.between(question.from, question.to, share)));
    }
  }
  const bracket = SeekBracket.of(search.verdicts(), question.from);
  if (bracket === null) return search.answer(withoutBoundary(search.verdicts()), null);
  for (let x = search.next(bracket); x !== null; x = search.next(bracket)) {
    bracket.add(x, await search.look(x));
  }
  return search.answer("met", bracket);
}

function withoutBoundary(verdicts: ReadonlyMap<number, Verdict>): SeekStatus {
  const found = new Set(verdicts.values());
  if (found.has("undecided")) return "undecided";
  return found.has("pass") ? "metThroughout" : "cannotBeMet";
}

function requireSound({ from, to, within, confidence, least, most }: SeekQuestion): void {
  const wrong = (what: string, got: number): never => {
    throw new RangeError(`seek requires ${what}, got ${got}`);
  };
  if (!Number.isFinite(from) || !Number.isFinite(to) || from === to) wrong("two ends that differ", to);
  if (!(within > 0)) wrong("a distance above 0", within);
  if (!(confidence > 0 && confidence < 1)) wrong("a confidence in (0, 1)", confidence);
  if (!(Number.isInteger(least) && least >= 2)) wrong("at least two replications", least);
  if (!(Number.isInteger(most) && most >= least)) wrong("no fewer replications at most than at least", most);
}

/** What has been looked at so far. */
class Search {
  readonly #question: SeekQuestion;
  readonly #model: SeekModel;
  readonly #looks: readonly number[];
  readonly #level: number;
  readonly #found = new Map<number, { judged: SoughtValue; values: Float64Array }>();

  constructor(question: SeekQuestion, model: SeekModel) {
    this.#question = question;
    this.#model = model;
    this.#looks = looksOf(question.least, question.most);
    const error = (1 - question.confidence) / (this.#looks.length * plannedValues(question));
    this.#level = 1 - error;
  }

  /** Replicates at a value until the gate is decided, or the most replications are used. */
  async look(x: number): Promise<Verdict> {
    const known = this.#found.get(x);
    if (known !== undefined) return known.judged.verdict;
    for (const n of this.#looks) {
      const values = await this.#model.values(x, n);
      const judged = { ...this.#model.judge(values, this.#level), x, replications: n };
      this.#found.set(x, { judged, values });
      if (judged.verdict !== "undecided") return judged.verdict;
    }
    return "undecided";
  }

  verdicts(): ReadonlyMap<number, Verdict> {
    return new Map([...this.#found].map(([x, { judged }]) => [x, judged.verdict]));
  }

  /** A value between two others, whole if it must be. */
  between(a: number, b: number, share = 0.5): number {
    const x = a + (b - a) * share;
    return this.#question.whole ? Math.round(x) : x;
  }

  /** The next value to look at; null when the bracket is narrow enough. */
  next(bracket: SeekBracket): number | null {
    for (const [a, b] of bracket.gaps()) {
      if (Math.abs(b - a) <= this.#question.within * (1 + 1e-9)) continue;
      const x = this.between(a, b);
      if (x !== a && x !== b) return x;
    }
    return null;
  }

  answer(status: SeekStatus, bracket: SeekBracket | null): SeekAnswer {
    const evaluated = [...this.#found.values()].map(({ judged }) => judged).sort((a, b) => a.x - b.x);
    const responses = [...this.#found].map(([x, { values }]) => ({ x, values }));
    const response = monotonicity(responses, this.#question.confidence);
    return {
      status,
      value: bracket?.meets ?? null,
      notMet: bracket?.fails ?? null,
      undecided: bracket?.undecided ?? [],
      evaluated,
      monotonicity: response,
      isMonotone: response.reversals.length === 0 && changes(evaluated) <= 1,
      level: this.#level,
    };
  }
}

/** How often the verdict changes along the range, undecided values left out. */
function changes(evaluated: readonly SoughtValue[]): number {
  const decided = evaluated.map(({ verdict }) => verdict).filter((verdict) => verdict !== "undecided");
  return decided.filter((verdict, i) => i > 0 && verdict !== decided[i - 1]).length;
}

/** Numbers of replications at which a gate is looked at: doubling, the last one included. */
function looksOf(least: number, most: number): number[] {
  const looks: number[] = [];
  for (let n = least; n < most; n *= 2) looks.push(n);
  return [...looks, most];
}

/** Values that a search may look at: both ends, the inner ones, and a bisection from each side of what is open. */
function plannedValues({ from, to, within }: SeekQuestion): number {
  const steps = Math.max(0, Math.ceil(Math.log2(Math.abs(to - from) / within)));
  return 2 + INNER_LOOKS.length + 2 * steps;
}
