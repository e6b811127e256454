/** Days in a unit of time: a month is a twelfth, and a year the mean, of the Julian calendar. */
const DAYS_IN: Readonly<Record<string, number>> = {
  h: 1 / 24,
  hour: 1 / 24,
  hours: 1 / 24,
  d: 1,
  day: 1,
  days: 1,
  week: 7,
  weeks: 7,
  month: 30.4375,
  months: 30.4375,
  y: 365.25,
  year: 365.25,
  years: 365.25,
};

const NUMBER = String.raw`\d+(?:\.\d+)?(?:[eE][+-]?\d+)?`;
const UNIT = "(h|hours?|d|days?|weeks?|months?|y|years?)";
const PER = String.raw`\s*/\s*(?:(${NUMBER})\s*)?${UNIT}`;

/** Patterns of the written forms; also used by the JSON Schema. */
export const PATTERNS = {
  duration: `^(${NUMBER})\\s*${UNIT}$`,
  personRate: `^(${NUMBER})\\s*persons?${PER}$`,
  rate: `^(${NUMBER})${PER}$`,
} as const;

const DURATION = new RegExp(PATTERNS.duration);
const PERSON_RATE = new RegExp(PATTERNS.personRate);
const RATE = new RegExp(PATTERNS.rate);

/**
 * Days of a duration.
 *
 * @param text number and unit: `30 d`, `12 h`, `5 weeks`, `6 months` (30.4375 d each), `2 y` (365.25 d each)
 * @returns days, 0 or more; null for any other text
 * @example
 * durationDays("6 months"); // => 182.625
 */
export function durationDays(text: string): number | null {
  const match = DURATION.exec(text.trim());
  return match === null ? null : finite(Number(match[1]) * (DAYS_IN[match[2] ?? ""] ?? Number.NaN));
}

function perDay(pattern: RegExp, text: string): number | null {
  const match = pattern.exec(text.trim());
  if (match === null) return null;
  const days = Number(match[2] ?? 1) * (DAYS_IN[match[3] ?? ""] ?? Number.NaN);
  return days > 0 ? finite(Number(match[1]) / days) : null;
}

/** Null for a number too large to count with. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/**
 * Persons per day of a rate of admissions.
 *
 * @param text `<number> persons / <duration>`, the duration's number may be left out: `3 persons/d`
 * @returns persons per day, 0 or more; null for any other text or an empty duration
 * @example
 * personsPerDay("45000 persons / 365 d"); // => 123.28767123287672
 */
export function personsPerDay(text: string): number | null {
  return perDay(PERSON_RATE, text);
}

/**
 * A rate for each person and day, such as a death rate.
 *
 * @param text `<number> / <duration>`: `0.00236 /y`
 * @returns per day, 0 or more; null for any other text or an empty duration
 * @example
 * ratePerDay("0.36525 /y"); // => 0.001
 */
export function ratePerDay(text: string): number | null {
  return perDay(RATE, text);
}

/** The same quantity with its number multiplied, or null if the text is no quantity. */
export function scaledQuantity(text: string, factor: number): string | null {
  const trimmed = text.trim();
  if (![DURATION, PERSON_RATE, RATE].some((pattern) => pattern.test(trimmed))) return null;
  const number = new RegExp(`^${NUMBER}`).exec(trimmed)?.[0] ?? "";
  return `${Number(number) * factor}${trimmed.slice(number.length)}`;
}

const SIGNED = /^([+-])?\s*(.*)$/;

/** The sum of two quantities of one kind, the second perhaps negative; null if the kinds differ. */
export function addedQuantity(text: string, addend: string): string | null {
  const [, sign, amount = ""] = SIGNED.exec(addend.trim()) ?? [];
  const kinds = [
    { read: durationDays, unit: " d" },
    { read: personsPerDay, unit: " persons/d" },
    { read: ratePerDay, unit: " /d" },
  ];
  for (const { read, unit } of kinds) {
    const [left, right] = [read(text), read(amount)];
    if (left !== null && right !== null) return `${sign === "-" ? left - right : left + right}${unit}`;
  }
  return null;
}
