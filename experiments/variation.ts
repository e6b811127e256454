import { isWhole } from "../scenarios/operations.ts";

/** One value that a parameter takes in an experiment. */
export interface VariedValue {
  /** As `--set` takes it: "0.3", "60 d", "{ scale: 2 }". */
  readonly text: string;
  /** The number in it, for an axis; null for a value without one, such as a word. */
  readonly number: number | null;
}

/** A parameter and the values that an experiment gives it, in order. */
export interface Variation {
  readonly path: string;
  readonly values: readonly VariedValue[];
  /** What stands behind the numbers ("d", "x" for a multiple), or empty. */
  readonly unit: string;
  /** Whether the parameter is a number of people or places. */
  readonly whole: boolean;
}

/** A path, in whose brackets "=" belongs to a condition, before the first other "=". */
const ASSIGNMENT = /^\s*((?:[^=\s[\]]|\[[^[\]]*\])+)\s*=\s*(?=\S)/;
const OPERATION = /^\{\s*(scale|add)\s*:\s*([^{}]*?)\s*\}$/;
const RANGE = /^(.+?)\.\.(.+?):\s*(\d+)$/s;
const QUANTITY = /^([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*([a-zA-Z/][^,{}]*)?$/i;
const MOST_VALUES = 1000;

/**
 * Reads what `--vary` says: `path=a,b,c`, or `path=low..high:n` for n values from low to high, both included.
 * Values carry units as in a scenario; `{ scale: … }` and `{ add: … }` around the list vary a multiple or a
 * change of what the scenario says. Whole people and places are rounded to whole numbers.
 *
 * @param text e.g. "corridors.us-mx.handover.maxPersons=10..50:5"
 * @throws {RangeError} if it has another form, a range has no numbers, or a value stands there twice
 * @example
 * parseVariation("a.delay=30..60 d:3").values.map(({ text }) => text); // => ["30 d", "45 d", "60 d"]
 * @example
 * parseVariation("a.admissions={ scale: 0.5,2 }").values[0]; // => { text: "{ scale: 0.5 }", number: 0.5 }
 */
export function parseVariation(text: string): Variation {
  const match = ASSIGNMENT.exec(text);
  if (match === null) {
    throw new RangeError(`a variation is written path=a,b,c or path=low..high:n, got "${text}"`);
  }
  const path = match[1]!;
  return { path, ...parseValues(path, text.slice(match[0].length)) };
}

/**
 * Reads the values of a parameter, as {@link parseVariation} does behind the "=".
 *
 * @throws {RangeError} as there
 * @example
 * parseValues("a.b", "1,2").values.length; // => 2
 */
export function parseValues(path: string, text: string): Pick<Variation, "values" | "unit" | "whole"> {
  const [, operation, inner] = OPERATION.exec(text.trim()) ?? [];
  const list = (inner ?? text).trim();
  const range = RANGE.exec(list);
  const whole = operation === undefined && isWhole(path.split(".").at(-1) ?? "");
  const values = range === null ? listed(list) : between(range, whole);
  const wrapped = operation === undefined ? values : values.map((value) => operated(operation, value));
  const texts = wrapped.map((value) => value.text);
  const twice = texts.find((value, i) => texts.indexOf(value) !== i);
  if (twice !== undefined) throw new RangeError(`"${path}" is given the value ${twice} twice`);
  return { values: wrapped, unit: operation === "scale" ? "x" : unitOf(values), whole };
}

/**
 * The value of a number between two others, with their unit or operation.
 *
 * @param like a value whose text holds a number
 * @example
 * valueLike({ text: "30 d", number: 30 }, 45).text; // => "45 d"
 */
export function valueLike(like: VariedValue, number: number): VariedValue {
  const text = like.text.replace(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/i, plainNumber(number));
  return { text, number };
}

/** A number without the noise of binary fractions: twelve significant digits. */
function plainNumber(number: number): string {
  return String(Number(number.toPrecision(12)));
}

function listed(text: string): VariedValue[] {
  return splitAtCommas(text).map((part) => {
    if (part === "") throw new RangeError(`a value is missing in "${text}"`);
    const operand = OPERATION.exec(part)?.[2] ?? part;
    return { text: part, number: quantityIn(operand)?.number ?? null };
  });
}

function between([text, first, last, count]: RegExpExecArray, whole: boolean): VariedValue[] {
  const [low, high] = [quantityIn(first!.trim()), quantityIn(last!.trim())];
  const n = Number(count);
  if (low === null || high === null) {
    throw new RangeError(`a range goes from one number to another, got "${text}"`);
  }
  if (low.unit !== "" && low.unit !== high.unit) {
    throw new RangeError(`both ends of a range need one unit, got "${low.unit}" and "${high.unit}"`);
  }
  if (!(n >= 2 && n <= MOST_VALUES)) {
    throw new RangeError(`a range has from 2 to ${MOST_VALUES} values, got ${n}`);
  }
  if (low.number === high.number) throw new RangeError(`a range needs two ends, got "${text}"`);
  const numbers = Array.from({ length: n }, (_, i) => {
    const exact = i === n - 1 ? high.number : low.number + ((high.number - low.number) * i) / (n - 1);
    return Number((whole ? Math.round(exact) : exact).toPrecision(12));
  });
  const unit = high.unit === "" ? "" : ` ${high.unit}`;
  return [...new Set(numbers)].map((number) => ({ text: `${plainNumber(number)}${unit}`, number }));
}

function operated(operation: string, { text, number }: VariedValue): VariedValue {
  if (number === null) throw new RangeError(`{ ${operation}: … } needs numbers, got "${text}"`);
  return { text: `{ ${operation}: ${text} }`, number };
}

function unitOf(values: readonly VariedValue[]): string {
  const units = new Set(values.map(({ text }) => quantityIn(text)?.unit ?? ""));
  return units.size === 1 ? [...units][0]! : "";
}

function quantityIn(text: string): { number: number; unit: string } | null {
  const match = QUANTITY.exec(text);
  return match === null ? null : { number: Number(match[1]), unit: (match[2] ?? "").trim() };
}

/** Commas inside brackets and quotation marks do not part values. */
function splitAtCommas(text: string): string[] {
  const parts = text.match(
    /(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|\[[^[\]]*\]|"[^"]*"|'[^']*'|[^,])+|(?<=^|,)(?=,|$)/g,
  );
  return (parts ?? [""]).map((part) => part.trim());
}
