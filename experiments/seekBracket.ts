import type { Verdict } from "../reports/gates/judgeGate.ts";

/**
 * Where the boundary of a gate lies: between the nearest value that fails and the nearest one that meets it, with the
 * undecided ones between.
 */
export class SeekBracket {
  #fails: number;
  #meets: number;
  #undecided: number[] = [];

  constructor(fails: number, meets: number) {
    this.#fails = fails;
    this.#meets = meets;
  }

  /**
   * The first change from failing to meeting or back along the range, seen from one end; null where there is none.
   *
   * @param verdicts by value
   * @param from the end that is preferred
   */
  static of(verdicts: ReadonlyMap<number, Verdict>, from: number): SeekBracket | null {
    const path = [...verdicts].sort(([a], [b]) => Math.abs(a - from) - Math.abs(b - from));
    let last: readonly [number, Verdict] | null = null;
    let open: number[] = [];
    for (const entry of path) {
      const [x, verdict] = entry;
      if (verdict === "undecided") {
        open.push(x);
        continue;
      }
      if (last !== null && last[1] !== verdict) {
        const bracket = verdict === "pass" ? new SeekBracket(last[0], x) : new SeekBracket(x, last[0]);
        for (const value of open) bracket.add(value, "undecided");
        return bracket;
      }
      last = entry;
      open = [];
    }
    return null;
  }

  get fails(): number {
    return this.#fails;
  }

  get meets(): number {
    return this.#meets;
  }

  /** Ascending. */
  get undecided(): readonly number[] {
    return this.#undecided;
  }

  /** Intervals that may be halved, the one beside the value that meets the gate first. */
  gaps(): readonly (readonly [number, number])[] {
    const open = this.#undecided.toSorted((a, b) => Math.abs(a - this.#meets) - Math.abs(b - this.#meets));
    if (open.length === 0) return [[this.#fails, this.#meets]];
    return [
      [open[0]!, this.#meets],
      [this.#fails, open.at(-1)!],
    ];
  }

  /** Takes the verdict at a value inside. What lies behind a decided value, seen from the boundary, is decided too. */
  add(x: number, verdict: Verdict): void {
    if (verdict === "undecided") {
      this.#undecided = [...this.#undecided, x].sort((a, b) => a - b);
      return;
    }
    if (verdict === "pass") this.#meets = x;
    else this.#fails = x;
    const [low, high] = [Math.min(this.#fails, this.#meets), Math.max(this.#fails, this.#meets)];
    this.#undecided = this.#undecided.filter((value) => value > low && value < high);
  }
}
