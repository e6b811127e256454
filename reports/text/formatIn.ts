import { decimalsFor, formatNumber, isProportion, type NumberStyle, shown } from "./format.ts";
import { isolate } from "./isolate.ts";

/** What a language says around numbers. */
export interface FormatWords {
  readonly style: NumberStyle;
  /** Words of units; a unit without one is shown as it is named. */
  readonly units: Readonly<Record<string, string>>;
  readonly percentagePoints: string;
  /** A probability between 0 and half a per cent, and one as near to 1. */
  readonly below1: string;
  readonly above99: string;
}

/**
 * Numbers with their units as one language writes them; the rules of rounding are the same in all.
 *
 * @example
 * formatIn(words).value(0.9812, "ratio"); // => "98.1 %"
 */
export function formatIn({ style, units, percentagePoints, below1, above99 }: FormatWords) {
  /** Number as it stands, without unit. */
  function number(value: number, decimals = 0): string {
    return formatNumber(value, decimals, style);
  }

  /** Word or sign after a number of a unit. */
  function unitWord(unit: string): string {
    return isProportion(unit) ? "%" : (units[unit] ?? unit);
  }

  /** Unit of a difference: proportions differ by percentage points. */
  function differenceUnit(unit: string): string {
    return isProportion(unit) ? percentagePoints : unitWord(unit);
  }

  /** Value with its unit: proportions and people per post to a tenth, everything else whole: "98.1 %". */
  function value(amount: number, unit: string): string {
    return `${bareValue(amount, unit)} ${unitWord(unit)}`;
  }

  /** The same without the unit. */
  function bareValue(amount: number, unit: string): string {
    return number(shown(amount, unit), isProportion(unit) || isPerPost(unit) ? 1 : 0);
  }

  /** Mean and half-width for a table cell: "98.14 ± 0.23". Without a half-width, the mean alone. */
  function meanAndHalfWidth(mean: number, halfWidth: number | null, unit: string, signed = false): string {
    const spread = spreadOf(mean, halfWidth);
    const decimals = decimalsOf(mean, unit, spread);
    const plus = signed && mean > 0 ? "+" : "";
    const centre = `${plus}${number(shown(mean, unit), decimals)}`;
    return spread === null
      ? centre
      : `${centre} ± ${number(shown(spread, unit), spread === 0 ? 0 : decimals)}`;
  }

  /** Bounds of an interval, without unit: low, high and middle rounded alike; a bound off zero stays off zero. */
  function bounds(mean: number, halfWidth: number, unit: string): [low: string, high: string, mean: string] {
    const spread = spreadOf(mean, halfWidth) ?? 0;
    const ends = [mean - spread, mean + spread];
    let decimals = decimalsOf(mean, unit, spread);
    while (
      decimals < 6 &&
      ends.some((end) => end !== 0 && !/[1-9]/.test(number(shown(end, unit), decimals)))
    ) {
      decimals += 1;
    }
    const [low = "", high = ""] = ends.map((end) => number(shown(end, unit), decimals));
    return [low, high, number(shown(mean, unit), decimals)];
  }

  /** Probability in whole per cent, kept off 0 and 100 while it is neither. */
  function probability(share: number): string {
    if (share > 0 && share < 0.005) {
      return below1;
    }
    return share < 1 && share >= 0.995 ? above99 : `${number(share * 100)} %`;
  }

  /** Confidence level: "95 %". */
  function percent(level: number): string {
    return `${number(level * 100, Number.isInteger(Math.round(level * 1e6) / 1e4) ? 0 : 1)} %`;
  }

  return {
    number,
    unitWord,
    differenceUnit,
    value,
    bareValue,
    meanAndHalfWidth,
    bounds,
    spreadOf,
    probability,
    percent,
    quoted,
  };
}

/** Ratios that are no proportions: people per staff member. */
function isPerPost(unit: string): boolean {
  return unit.startsWith("people per ");
}

/** Half-width, or 0 where it is no more than the rounding of sums of equal numbers. */
function spreadOf(mean: number, halfWidth: number | null): number | null {
  return halfWidth !== null && halfWidth <= Math.abs(mean) * 1e-9 ? 0 : halfWidth;
}

/** Two significant digits of the half-width, but no more than a reader can use: 0.001 %, 0.1 of hundreds. */
function decimalsOf(amount: number, unit: string, halfWidth: number | null): number {
  const decimals = decimalsFor(halfWidth === null ? null : shown(halfWidth, unit), shown(amount, unit));
  /** At most `most`, unless not one digit of the half-width would be left. */
  const capped = (most: number) => Math.min(decimals, Math.max(most, decimals - 1));
  if (isProportion(unit)) {
    return Math.abs(shown(amount, unit)) >= 0.1 ? capped(3) : decimals;
  }
  if (!halfWidth) {
    return Number.isInteger(amount) ? 0 : Math.min(decimals, 1);
  }
  return Math.abs(amount) >= 100 ? capped(1) : decimals;
}

/** A title of a scenario or corridor in quotation marks, isolated from the direction of the sentence. */
function quoted(title: string): string {
  return `“${isolate(title)}”`;
}
