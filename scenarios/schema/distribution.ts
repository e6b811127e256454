import * as z from "zod";
import { meanDays } from "../../engine/distributions.ts";
import type { Distribution } from "../../engine/parameters.ts";
import { jsonWithText } from "./jsonForms.ts";
import {
  duration,
  durationWords,
  positiveDuration,
  probability,
  ratio,
  SHARE_TOLERANCE,
  strict,
} from "./leaves.ts";

const KINDS = "one of fixed, exponential, uniform, lognormal or bands";
const EXPECTED = 'a duration such as "30 d" or a distribution';

const fixed = z
  .unknown()
  .transform((value, context) => {
    const result = duration.safeParse(value);
    if (result.success) return result.data;
    const hint = durationWords.hint(value);
    context.addIssue({ code: "custom", message: EXPECTED, params: { hint } });
    return z.NEVER;
  })
  .meta({ type: "string" });

const uniform = strict({ from: duration, to: duration }).superRefine(checkBounds);
const band = strict({ from: duration, to: duration, share: probability }).superRefine(checkBounds);

const bands = z
  .array(band, { error: "a list of bands" })
  .min(1, { error: "at least one band" })
  .superRefine((list, context) => {
    const sum = list.reduce((total, { share }) => total + share, 0);
    if (Math.abs(sum - 1) <= SHARE_TOLERANCE) return;
    const received = `a sum of ${Number(sum.toPrecision(8))}`;
    context.addIssue({ code: "custom", message: "shares that sum to 1", params: { received } });
  });

function checkBounds({ from, to }: { from: number; to: number }, context: z.RefinementCtx): void {
  if (from <= to) return;
  const message = 'a duration no shorter than "from"';
  context.addIssue({ code: "custom", path: ["to"], message });
}

const kinds = {
  fixed: fixed.optional(),
  exponential: strict({ mean: positiveDuration }).optional(),
  uniform: uniform.optional(),
  lognormal: strict({ mean: positiveDuration, cv: ratio }).optional(),
  bands: bands.optional(),
};

interface Written {
  fixed?: number | undefined;
  exponential?: { mean: number } | undefined;
  uniform?: { from: number; to: number } | undefined;
  lognormal?: { mean: number; cv: number } | undefined;
  bands?: { from: number; to: number; share: number }[] | undefined;
}

/** All distributions that are written; a right one has exactly one. */
function written(value: Written): Distribution[] {
  const { fixed, exponential, uniform, lognormal, bands } = value;
  const found: Distribution[] = [];
  if (fixed !== undefined) found.push({ kind: "fixed", days: fixed });
  if (exponential !== undefined) found.push({ kind: "exponential", meanDays: exponential.mean });
  if (uniform !== undefined) found.push({ kind: "uniform", fromDays: uniform.from, toDays: uniform.to });
  if (lognormal !== undefined) {
    found.push({ kind: "lognormal", meanDays: lognormal.mean, cv: lognormal.cv });
  }
  if (bands !== undefined) {
    const list = bands.map(({ from, to, share }) => ({ fromDays: from, toDays: to, share }));
    found.push({ kind: "bands", bands: list });
  }
  return found;
}

function single(value: Written, context: z.RefinementCtx): Distribution {
  const [first, ...others] = written(value);
  if (first !== undefined && others.length === 0) return first;
  const names = Object.keys(value).filter((key) => value[key as keyof Written] !== undefined);
  const received =
    first === undefined ? "none of them" : names.filter((name) => name !== "life").join(" and ");
  context.addIssue({ code: "custom", message: `exactly ${KINDS}`, params: { received } });
  return z.NEVER;
}

/** A plain duration stands for a fixed one. */
function mappingForm(value: unknown): unknown {
  return typeof value === "object" && value !== null ? value : { fixed: value };
}

const object = strict(kinds, EXPECTED);

const life = strict({ admissionShare: probability, stockShare: probability }).optional();
const sentenceObject = strict({ ...kinds, life }, EXPECTED);

/** A duration or a distribution of durations. */
export const distribution = z.preprocess(mappingForm, object.transform(single)).meta(jsonWithText(object));

/** Time between two events of a clock: one of 0 would never let time go on. */
export const interval = z
  .preprocess(mappingForm, object.transform(single).superRefine(checkMean))
  .meta(jsonWithText(object));

function checkMean(value: Distribution, context: z.RefinementCtx): void {
  if (meanDays(value) > 0) return;
  context.addIssue({ code: "custom", message: "a time with a mean above 0" });
}

/** A sentence imposed: a distribution, and the shares of life terms. */
export const sentence = z
  .preprocess(
    mappingForm,
    sentenceObject.transform((value, context) => ({
      sentence: single(value, context),
      lifeAdmissionShare: value.life?.admissionShare ?? 0,
      lifeStockShare: value.life?.stockShare ?? 0,
    })),
  )
  .meta(jsonWithText(sentenceObject));
