import * as z from "zod";
import { epochDay } from "../calendar.ts";
import { durationDays, PATTERNS, personsPerDay, ratePerDay } from "../quantities.ts";

/** Begins the message of an unknown key; the known keys follow. */
export const KEY_LIST = "one of the keys ";

/** A mapping with these keys and no others. */
export function strict<Shape extends z.core.$ZodShape>(shape: Shape, expected = "a mapping") {
  const keys = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? KEY_LIST + keys : expected),
  });
}

/** A leaf read by a function that gives null for what it cannot read. */
function leaf<Value>(
  expected: string,
  read: (value: unknown) => Value | null,
  hintFor: (value: unknown) => string | null,
  json: Record<string, unknown>,
) {
  return z
    .unknown()
    .transform((value, context) => {
      const result = read(value);
      if (result !== null) return result;
      context.addIssue({ code: "custom", message: expected, params: { hint: hintFor(value) } });
      return z.NEVER;
    })
    .meta(json);
}

function fromText<Value>(read: (text: string) => Value | null): (value: unknown) => Value | null {
  return (value) => (typeof value === "string" ? read(value) : null);
}

const DURATION_TEXT = 'a duration such as "30 d"';

function durationHint(value: unknown): string | null {
  if (typeof value === "number") return `add a unit: "${value} d"`;
  return typeof value === "string" ? "units of time are h, d, weeks, months and y" : null;
}

/** A duration with its unit; days. */
export const duration = leaf(DURATION_TEXT, fromText(durationDays), durationHint, {
  type: "string",
  pattern: PATTERNS.duration,
});

/** Expected text and hint of a duration, for leaves that accept one among other forms. */
export const durationWords = { expected: DURATION_TEXT, hint: durationHint };

/** Admissions; persons per day. */
export const personRate = leaf(
  'a rate such as "3 persons/d"',
  fromText(personsPerDay),
  (value) => (typeof value === "number" ? `add a unit: "${value} persons/y"` : null),
  { type: "string", pattern: PATTERNS.personRate },
);

/** A rate for each person; per day. */
export const rate = leaf(
  'a rate such as "0.002 /y"',
  fromText(ratePerDay),
  (value) => (typeof value === "number" ? `add a unit: "${value} /y"` : null),
  { type: "string", pattern: PATTERNS.rate },
);

/** A calendar date; the ISO text. */
export const date = leaf(
  "a date such as 2026-01-31",
  fromText((text) => (epochDay(text) === null ? null : text)),
  () => null,
  { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
);

const ONCE = 'a date such as 2026-01-31 or a duration after the start such as "90 d"';

/** A date or a duration after the start. */
export const dateOrDuration = leaf(
  ONCE,
  fromText((text): { date: string } | { days: number } | null => {
    if (epochDay(text) !== null) return { date: text };
    const days = durationDays(text);
    return days === null ? null : { days };
  }),
  (value) => (typeof value === "number" ? durationHint(value) : null),
  { type: "string" },
);

export const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;
export const ID_TEXT = 'an id: 1 to 64 letters, digits, "_", "-" or ".", the first a letter or digit';

/** Name of a system, facility, stream, corridor or scenario. */
export const id = z.string({ error: ID_TEXT }).regex(ID_PATTERN, { error: ID_TEXT });

/** A word that people are grouped by: offence, citizenship, level. */
export const word = z.string({ error: "a word" }).min(1, { error: "a word" }).max(64, { error: "a word" });

const LEVEL_TEXT = 'a level: a word without "/"';

/** A security level of a facility. */
export const level = z
  .string({ error: LEVEL_TEXT })
  .min(1, { error: LEVEL_TEXT })
  .max(64, { error: LEVEL_TEXT })
  .regex(/^[^/]*$/, { error: LEVEL_TEXT });

export const CLASS_TEXT = 'a custody class: "<level>" or "<level>/<level of the facility>"';

/** People of one own level in facilities of one level; how it is written is checked with the names in it. */
export const custodyClass = z
  .string({ error: CLASS_TEXT })
  .min(1, { error: CLASS_TEXT })
  .max(129, { error: CLASS_TEXT });

/** Free text up to a length; nothing in it steers a terminal. */
export function text(longest: number) {
  const error = `a text of at most ${longest} characters`;
  return z
    .string({ error })
    .max(longest, { error })
    .refine((words) => !/\p{Cc}/u.test(words.replace(/[\n\r\t]/g, "")), {
      error: "a text without control characters",
    });
}

function bounded(expected: string, least: number, most: number) {
  return z.number({ error: expected }).min(least, { error: expected }).max(most, { error: expected });
}

export const probability = bounded("a number from 0 to 1", 0, 1);
export const ratio = bounded("a number, 0 or more", 0, Number.MAX_VALUE);

const POSITIVE = "a number above 0";
export const positive = z.number({ error: POSITIVE }).positive({ error: POSITIVE });

/** People, places or reviewers: a whole number. */
export function count(least: number) {
  const expected = `a whole number, ${least} or more`;
  return z.number({ error: expected }).int({ error: expected }).min(least, { error: expected });
}

export function choice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, { error: `one of ${values.join(", ")}` });
}

/** Yes or no. */
export const flag = z.boolean({ error: "true or false" });

/** Sex of people, or of those whom a facility takes. */
export const sex = choice(["male", "female", "mixed"]).prefault("mixed");

/** Shares that sum to 1, by id. */
export const SHARE_TOLERANCE = 1e-6;

export const shares = z
  .record(z.string(), probability, { error: "a mapping of shares by id" })
  .superRefine((value, context) => {
    const sum = Object.values(value).reduce((total, share) => total + share, 0);
    if (Math.abs(sum - 1) <= SHARE_TOLERANCE) return;
    context.addIssue({
      code: "custom",
      message: "shares that sum to 1",
      params: { received: `a sum of ${Number(sum.toPrecision(8))}` },
    });
  });

/** A duration that is not 0. */
export const positiveDuration = duration.superRefine((days, context) => {
  if (days > 0) return;
  context.addIssue({ code: "custom", message: "a duration above 0" });
});
