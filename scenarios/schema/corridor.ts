import * as z from "zod";
import { corridorCosts } from "./costs.ts";
import { distribution } from "./distribution.ts";
import {
  choice,
  count,
  date,
  dateOrDuration,
  duration,
  flag,
  id,
  level,
  positiveDuration,
  probability,
  ratio,
  sex,
  shares,
  strict,
  text,
  word,
} from "./leaves.ts";

const DISCIPLINES = ["firstComeFirstServed", "lastComeFirstServed", "leastTimeLeftFirst"] as const;
const ORDERS = ["readyFirst", "requestFirst", "leastTimeLeftFirst", "mostTimeLeftFirst"] as const;

const words = z.array(word, { error: "a list of words" }).prefault([]);
const NO_DELAY = "0 d";

const eligibility = strict({
  citizenships: words,
  excludedOffences: words,
  minimumLeft: duration.prefault(NO_DELAY),
  bars: z
    .array(strict({ id, share: probability, offences: words }), { error: "a list of bars" })
    .prefault([]),
});

/** How a State decides on some of the people; the first rule that fits decides. */
const decisionRule = {
  id,
  share: probability.prefault(1),
  offences: words,
  minimumLeft: duration.prefault(NO_DELAY),
  maximumLeft: positiveDuration.nullable().prefault(null),
  probability,
};
const approvalRules = z
  .array(strict({ ...decisionRule, serviceTime: distribution.nullable().prefault(null) }), {
    error: "a list of rules",
  })
  .prefault([]);
const acceptanceRules = z.array(strict(decisionRule), { error: "a list of rules" }).prefault([]);

const interest = strict({
  share: probability,
  byOffence: z.record(z.string(), probability, { error: "a mapping of shares by offence" }).prefault({}),
  delay: distribution.prefault(NO_DELAY),
});

const review = strict({
  reviewers: count(0).nullable().prefault(null),
  discipline: choice(DISCIPLINES).prefault("firstComeFirstServed"),
  serviceTime: distribution.prefault(NO_DELAY),
  approvalProbability: probability,
  approvalRules,
  reapplyAfter: positiveDuration.nullable().prefault(null),
});

const receiving = strict({
  delay: distribution.prefault(NO_DELAY),
  acceptanceProbability: probability.prefault(1),
  acceptanceRules,
  quotaPerYear: count(0).nullable().prefault(null),
  maximumOccupancy: ratio.nullable().prefault(null),
});

const handover = strict({
  first: dateOrDuration.nullable().prefault(null),
  every: positiveDuration.nullable().prefault(null),
  dated: z.array(date, { error: "a list of dates" }).prefault([]),
  maxPersons: count(1).nullable().prefault(null),
  order: choice(ORDERS).prefault("readyFirst"),
  individual: distribution.nullable().prefault(null),
  staging: z
    .array(strict({ facility: id, sexes: z.array(sex, { error: "a list of sexes" }).prefault([]) }), {
      error: "a list of staging institutions",
    })
    .prefault([]),
}).superRefine(({ individual, every, dated, maxPersons }, context) => {
  if (individual === null) return;
  for (const [key, isSet] of Object.entries({
    every: every !== null,
    dated: dated.length > 0,
    maxPersons: maxPersons !== null,
  })) {
    if (!isSet) continue;
    const message = `no "${key}" beside "individual": people are escorted one by one`;
    context.addIssue({ code: "custom", path: [key], message });
  }
});

const conditionalRelease = strict({ atShare: probability, probability, excludedOffences: words });

/** A later move of transferred people towards their home state. */
const homeMove = strict({ after: distribution, probability: probability.prefault(1), facilities: shares });

/** Transferred people who come back after a release before the original end of the sentence. */
const returned = strict({ share: probability, after: distribution, balanceEnforced: flag });

const arrival = strict({
  facilities: shares.nullable().prefault(null),
  level: level.nullable().prefault(null),
  conditionalRelease: conditionalRelease.prefault({ atShare: 1, probability: 0 }),
  conversion: strict({ share: probability }).nullable().prefault(null),
  homeMove: homeMove.nullable().prefault(null),
  returned: returned.nullable().prefault(null),
});

/** A corridor: the stages that a person passes from one system to another, or out of the model. */
export const corridor = strict({
  title: text(200).nullable().prefault(null),
  from: id,
  to: id.nullable().prefault(null),
  eligibility: eligibility.prefault({}),
  interest,
  package: strict({ delay: distribution.prefault(NO_DELAY) }).prefault({}),
  review,
  receiving: receiving.prefault({}),
  consent: strict({
    delay: distribution.prefault(NO_DELAY),
    withdrawalProbability: probability.prefault(0),
  }).prefault({}),
  handover,
  arrival: arrival.prefault({}),
  costs: corridorCosts.nullable().prefault(null),
});
