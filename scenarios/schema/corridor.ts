import { z } from "zod";
import { corridorCosts } from "./costs.ts";
import { distribution } from "./distribution.ts";
import {
  count,
  date,
  dateOrDuration,
  duration,
  id,
  level,
  positiveDuration,
  probability,
  ratio,
  shares,
  strict,
  text,
  word,
} from "./leaves.ts";

const words = z.array(word, { error: "a list of words" }).prefault([]);
const NO_DELAY = "0 d";

const eligibility = strict({
  citizenships: words,
  excludedOffences: words,
  minimumLeft: duration.prefault(NO_DELAY),
  bars: z.array(strict({ id, share: probability }), { error: "a list of bars" }).prefault([]),
});

const review = strict({
  reviewers: count(1).nullable().prefault(null),
  serviceTime: distribution.prefault(NO_DELAY),
  approvalProbability: probability,
  reapplyAfter: positiveDuration.nullable().prefault(null),
});

const receiving = strict({
  delay: distribution.prefault(NO_DELAY),
  acceptanceProbability: probability.prefault(1),
  quotaPerYear: count(0).nullable().prefault(null),
  maximumOccupancy: ratio.nullable().prefault(null),
});

const handover = strict({
  first: dateOrDuration.nullable().prefault(null),
  every: positiveDuration.nullable().prefault(null),
  dated: z.array(date, { error: "a list of dates" }).prefault([]),
  maxPersons: count(1).nullable().prefault(null),
});

const conditionalRelease = strict({ atShare: probability, probability });

const arrival = strict({
  facilities: shares.nullable().prefault(null),
  level: level.nullable().prefault(null),
  conditionalRelease: conditionalRelease.prefault({ atShare: 1, probability: 0 }),
});

/** A corridor: the stages that a person passes from one system to another, or out of the model. */
export const corridor = strict({
  title: text(200).nullable().prefault(null),
  from: id,
  to: id.nullable().prefault(null),
  eligibility: eligibility.prefault({}),
  interest: strict({ share: probability, delay: distribution.prefault(NO_DELAY) }),
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
