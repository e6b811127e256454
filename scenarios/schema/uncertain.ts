import * as z from "zod";
import { durationDays, personsPerDay, ratePerDay } from "../quantities.ts";
import { ratio, strict } from "./leaves.ts";

/** What an amount measures: a number alone, or a quantity with a unit of its kind. */
export type AmountKind = "number" | "duration" | "personRate" | "rate";

/** One number of a distribution, as written. */
export interface Amount {
  readonly kind: AmountKind;
  /** In the unit below. */
  readonly number: number;
  /** What stands behind the number, such as "d" or "persons / y"; empty for a number alone. */
  readonly unit: string;
  /** What one unit is in days, persons per day or events per day; 1 without a unit. */
  readonly perUnit: number;
}

const AMOUNT = 'a number, or a quantity with its unit such as "30 d"';
const LEADING_NUMBER = /^\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/;

const QUANTITIES = [
  { kind: "duration", read: durationDays },
  { kind: "personRate", read: personsPerDay },
  { kind: "rate", read: ratePerDay },
] as const;

/**
 * Reads one number of a distribution.
 *
 * @returns null for anything else
 * @example
 * amountOf("2 y")?.perUnit; // => 365.25
 */
export function amountOf(value: unknown): Amount | null {
  if (typeof value === "number") {
    return Number.isFinite(value) ? { kind: "number", number: value, unit: "", perUnit: 1 } : null;
  }
  if (typeof value !== "string") return null;
  const text = value.trim();
  const digits = LEADING_NUMBER.exec(text)?.[0];
  if (digits === undefined) return null;
  const unit = text.slice(digits.length).trim();
  for (const { kind, read } of QUANTITIES) {
    const perUnit = read(`1 ${unit}`);
    if (read(text) !== null && perUnit !== null) return { kind, number: Number(digits), unit, perUnit };
  }
  return null;
}

const amount = z
  .unknown()
  .transform((value, context): Amount => {
    const result = amountOf(value);
    if (result !== null) return result;
    context.addIssue({ code: "custom", message: AMOUNT, params: { hint: null } });
    return z.NEVER;
  })
  .meta({ type: ["number", "string"] });

/** Lists are drawn from by a search: a table of data, not a data set. */
const MOST_VALUES = 10_000;
const LIST = `a list of 1 to ${MOST_VALUES} values`;

function listOf<Item extends z.ZodType>(item: Item) {
  return z.array(item, { error: LIST }).min(1, { error: LIST }).max(MOST_VALUES, { error: LIST });
}

const ends = strict({ low: amount, high: amount });
const endsAndMode = strict({ low: amount, mode: amount, high: amount });
const meanAndSd = strict({ mean: amount, sd: amount });

const spread = strict({ mean: amount, sd: amount.optional(), cv: ratio.optional() }).superRefine(
  ({ sd, cv }, context) => {
    if ((sd === undefined) !== (cv === undefined)) return;
    const received = sd === undefined ? "neither" : "both";
    context.addIssue({ code: "custom", message: 'either "sd" or "cv"', params: { received } });
  },
);

const kinds = {
  uniform: ends.optional(),
  triangular: endsAndMode.optional(),
  pert: endsAndMode.optional(),
  beta: meanAndSd.optional(),
  normal: meanAndSd.optional(),
  lognormal: spread.optional(),
  discrete: listOf(strict({ value: amount, weight: ratio })).optional(),
  empirical: listOf(amount).optional(),
};

const KINDS = Object.keys(kinds);

/** Exactly one of the keys of a mapping is written; nothing more is said of a mapping with an unknown key. */
function onlyOne(keys: readonly string[]) {
  return (value: Readonly<Record<string, unknown>>, context: z.RefinementCtx): void => {
    const written = keys.filter((key) => value[key] !== undefined);
    if (written.length === 1 || context.issues.length > 0) return;
    const message = `one of ${keys.slice(0, -1).join(", ")} or ${keys.at(-1)}`;
    const received = written.length === 0 ? "none of them" : written.join(" and ");
    context.addIssue({ code: "custom", message, params: { received } });
  };
}

const writtenDistribution = strict(kinds).superRefine(onlyOne(KINDS));

const entry = strict(
  { ...kinds, scale: writtenDistribution.optional() },
  "a distribution, or null",
).superRefine(onlyOne([...KINDS, "scale"]));

const HELP =
  "Dotted paths, as in interventions, and what is known of their values: { beta: { mean: 0.4, sd: 0.08 } } for the " +
  "value itself, { scale: { lognormal: { mean: 1, cv: 0.1 } } } for a factor on it; null takes back what a base says. " +
  "A drawn value stands in the place of the one that this file or its bases write; interventions act on it.";

/** What is known of parameters, by path. */
export const uncertain = z
  .record(z.string(), entry.nullable(), { error: "a mapping of paths and distributions" })
  .meta({ description: HELP });

export type WrittenDistribution = z.output<typeof writtenDistribution>;
