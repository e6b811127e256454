import { GateError, type Limit, type Word } from "./gate.ts";

/** Letters, digits and what ids may hold; never a comparison or a bracket. */
const WORD = /[A-Za-z0-9_][A-Za-z0-9_.\-/+]*/y;
const NUMBER = /[-+−]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/iy;
const UNIT = /%|[A-Za-z][A-Za-z -]*[A-Za-z]|[A-Za-z]/y;
const BLANKS = /\s*/y;

/** Walks through the text of a gate and says where something else stands than expected. */
export class GateScanner {
  readonly text: string;
  #at = 0;

  constructor(text: string) {
    this.text = text.trim();
  }

  /** The sign, if it stands here; null otherwise. */
  take(sign: string): string | null {
    this.#match(BLANKS);
    if (!this.text.startsWith(sign, this.#at)) return null;
    this.#at += sign.length;
    return sign;
  }

  expect(sign: string): void {
    if (this.take(sign) === null) throw this.unexpected(`"${sign}"`);
  }

  expectEnd(): void {
    this.#match(BLANKS);
    if (this.#at < this.text.length) throw this.unexpected("the end");
  }

  word(expected: string, hint: string | null = null): Word {
    this.#match(BLANKS);
    const column = this.#at + 1;
    const text = this.#match(WORD);
    if (text === null) throw this.unexpected(expected, hint);
    return { text, column };
  }

  /** A number and the unit behind it. */
  limit(): Limit {
    this.#match(BLANKS);
    const column = this.#at + 1;
    const number = this.#match(NUMBER);
    if (number === null) throw this.unexpected("a number");
    this.#match(BLANKS);
    return { number: Number(number.replace("−", "-")), unit: this.#match(UNIT) ?? "", column };
  }

  error(column: number, message: string, hint: string | null = null): GateError {
    return new GateError(this.text, column, message, hint);
  }

  /** What to say when something else stands here. */
  unexpected(expected: string, hint: string | null = null): GateError {
    this.#match(BLANKS);
    const rest = this.text.slice(this.#at);
    const found = rest === "" ? "the end" : `"${rest.length > 20 ? `${rest.slice(0, 20)}…` : rest}"`;
    return this.error(this.#at + 1, `expected ${expected}, got ${found}`, hint);
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text);
    if (found === null) return null;
    this.#at = pattern.lastIndex;
    return found[0];
  }
}
