import * as z from "zod";
import { meanDays } from "../../engine/distributions.ts";
import { isSameClass } from "../custodyClass.ts";
import { deaths } from "./deaths.ts";
import { distribution, interval, sentence } from "./distribution.ts";
import {
  count,
  custodyClass,
  duration,
  id,
  level,
  personRate,
  probability,
  rate,
  SHARE_TOLERANCE,
  sex,
  shares,
  strict,
  text,
  word,
} from "./leaves.ts";
import { timeServed } from "./timeServed.ts";

const name = text(200).nullable().prefault(null);
const descriptive = z.unknown().optional();

const finalPlacement = strict({
  facility: id,
  share: probability,
  detainerShare: probability.prefault(0),
  days: distribution,
  waitAtStart: duration.prefault("0 d"),
  /** Own level that people of each own level have there; the others keep theirs. */
  levels: z.record(z.string(), level, { error: "a mapping of own levels" }).prefault({}),
}).superRefine(({ share, detainerShare, days, waitAtStart }, context) => {
  if (share <= 1 && detainerShare <= 1 && share + detainerShare > 1 + SHARE_TOLERANCE) {
    const message = 'a share that is at most 1 together with "share"';
    const received = `${detainerShare} beside ${share}`;
    context.addIssue({ code: "custom", path: ["detainerShare"], message, params: { received } });
  }
  if (waitAtStart > meanDays(days)) {
    const message = 'a duration no longer than the mean of "days"';
    context.addIssue({ code: "custom", path: ["waitAtStart"], message });
  }
});

const reclassification = strict({ from: custodyClass, to: custodyClass, rate }).superRefine(
  ({ from, to }, context) => {
    if (!isSameClass(from, to)) return;
    context.addIssue({ code: "custom", path: ["to"], message: 'another class than "from"' });
  },
);

const GROWTH = "a number above -1";
const growth = z.number({ error: GROWTH }).gt(-1, { error: GROWTH });

/** Admissions of one kind, and what becomes of them. */
export const stream = strict({
  id,
  title: name,
  offence: word.prefault("any"),
  citizenship: word.prefault("any"),
  sex,
  jurisdiction: word.nullable().prefault(null),
  admissions: personRate,
  admissionsGrowth: growth.prefault(0),
  levels: shares.nullable().prefault(null),
  facilities: shares.nullable().prefault(null),
  entryLevel: level.nullable().prefault(null),
  reclassification: z.array(reclassification, { error: "a list of changes of class" }).prefault([]),
  regions: shares.nullable().prefault(null),
  sentence: sentence.nullable().prefault(null),
  timeServed: timeServed.nullable().prefault(null),
  stay: distribution.nullable().prefault(null),
  ageAtEntry: distribution.nullable().prefault(null),
  deaths: deaths.prefault("0 /y"),
  moves: strict({ every: interval }).nullable().prefault(null),
  finalPlacement: finalPlacement.nullable().prefault(null),
  highProfileShare: probability.prefault(0),
  source: descriptive,
  sources: descriptive,
  mark: descriptive,
  note: descriptive,
});

/** People of one stream inside on day 0. */
export const initialStock = strict({
  stream: id,
  persons: count(0),
  facility: id.nullable().prefault(null),
  level: custodyClass.nullable().prefault(null),
  residual: distribution.nullable().prefault(null),
  source: descriptive,
  mark: descriptive,
  note: descriptive,
});
