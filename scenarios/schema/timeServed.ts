import * as z from "zod";
import { choice, duration, id, probability, ratio, strict } from "./leaves.ts";

/** Most reductions of one stream. */
const MOST_REDUCTIONS = 4;

const earned = strict({
  perDay: ratio,
  maximum: duration,
  beyond: choice(["finalPlacement", "lost"]).prefault("lost"),
});

const fixed = strict({ days: duration, minimumSentence: duration.prefault("0 d") });

const reduction = strict({
  id,
  share: probability,
  earned: earned.nullable().prefault(null),
  fixed: fixed.nullable().prefault(null),
}).superRefine((value, context) => {
  if ((value.earned === null) !== (value.fixed === null)) return;
  const received = value.earned === null ? "neither" : "both";
  context.addIssue({ code: "custom", message: 'either "earned" or "fixed"', params: { received } });
});

const reductions = z.array(reduction, { error: "a list of reductions" }).superRefine((list, context) => {
  if (list.length <= MOST_REDUCTIONS) return;
  const message = "at most four reductions";
  context.addIssue({ code: "custom", message, params: { received: `${list.length} reductions` } });
});

/** From the sentence imposed to the days served. */
export const timeServed = strict({
  share: probability.prefault(1),
  preTrialCredit: duration.prefault("0 d"),
  minimum: duration.prefault("0 d"),
  reductions: reductions.prefault([]),
});
