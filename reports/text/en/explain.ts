import type { TraceEntry, TracePlacing } from "../../../engine/trace/traceEvent.ts";
import { isolate } from "../isolate.ts";
import { number, quoted } from "./format.ts";
import { level } from "./measures.ts";

const DAYS_PER_YEAR = 365.25;

/**
 * A duration in the unit in which people speak of it: days up to two months, months up to two years, then years.
 *
 * @example
 * duration(1461); // => "4.0 years"
 */
export function duration(days: number): string {
  if (days < 61) {
    const whole = Math.round(days);
    return whole === 1 ? "1 day" : `${whole} days`;
  }
  return days < 2 * DAYS_PER_YEAR
    ? `${Math.round((12 * days) / DAYS_PER_YEAR)} months`
    : `${number(days / DAYS_PER_YEAR, 1)} years`;
}

/** A facility as a reader knows it: its name and level. */
export interface PlaceWords {
  readonly name: string;
  readonly level: string;
}

function at({ name, level: own }: PlaceWords): string {
  return `${isolate(name)} (${level(own)})`;
}

export function personTitle(id: string, replication: number, scenario: string): string {
  return `${id} in replication ${replication} of ${quoted(scenario)}`;
}

/** How somebody enters a system. */
export interface EntryWords {
  readonly place: PlaceWords;
  readonly own: string;
  /** Days; null where age is not modelled. */
  readonly age: number | null;
  /** ISO date of the entry into the first system. */
  readonly entered: string;
}

function who({ own, age }: EntryWords): string {
  return age === null ? `own level ${own}` : `own level ${own}, aged ${Math.floor(age / DAYS_PER_YEAR)}`;
}

export const entered: Readonly<Record<TraceEntry["by"], (entry: EntryWords) => string>> = {
  start: (entry) =>
    `Inside on day 0, at ${at(entry.place)}, ${who(entry)}; in custody since ${entry.entered}.`,
  admission: (entry) => `Admitted and designated to ${at(entry.place)}, ${who(entry)}.`,
  expulsion: (entry) => `Received in a dated batch at ${at(entry.place)}, ${who(entry)}.`,
  handover: (entry) => `Comes to ${at(entry.place)}.`,
  return: (entry) => `Has come back, and serves what is left at ${at(entry.place)}, ${who(entry)}.`,
};

/** Sentence, what is taken off it, and the release that follows. */
export interface TermWords {
  readonly lifeTerm: boolean;
  /** Days; null where only the rest is known. */
  readonly imposedDays: number | null;
  /** Days from entry to release. */
  readonly servedDays: number;
  /** What is taken off, each in words. */
  readonly credits: readonly string[];
  readonly release: string | null;
}

export function term({ lifeTerm, imposedDays, servedDays, credits, release }: TermWords): string {
  if (lifeTerm || release === null) {
    return "A life term: no release date.";
  }
  if (imposedDays === null) {
    return `The sentence is not known; release due on ${release}.`;
  }
  if (credits.length === 0 && Math.abs(imposedDays - servedDays) < 1) {
    return `To serve ${duration(servedDays)}, until ${release}.`;
  }
  const off = credits.length === 0 ? "" : `, less ${credits.join(", ")}`;
  return `Sentence ${duration(imposedDays)}${off}: ${duration(servedDays)} from entry to release, due on ${release}.`;
}

export function goodConduct(share: string): string {
  return `good conduct time (${share} is served)`;
}

export function preTrialCredit(days: number): string {
  return `${duration(days)} of credit before sentence`;
}

const REDUCTIONS: Readonly<Record<string, string>> = {
  firstStepAct: "credits of the First Step Act",
  drugTreatment: "the reduction for drug treatment",
};

/** A reduction that a person earns; an unknown one as the scenario names it. */
export function reduction(id: string): string {
  return REDUCTIONS[id] ?? id;
}

const REASONS: Readonly<Record<TracePlacing["reason"], string>> = {
  move: "by the placement rule",
  balancing: "to relieve a crowded institution",
  closure: "because the facility closes",
  reclassification: "to be held in a unit of another kind",
  finalPlacement: "for the last days before release",
  homeMove: "to be nearer to home",
  staging: "to wait for the handover",
};

export function moved(from: PlaceWords, to: PlaceWords, reason: TracePlacing["reason"]): string {
  return `Moves from ${at(from)} to ${at(to)} ${REASONS[reason]}.`;
}

/** A new own level; `to` is null where the person stays at the same place. */
export function reclassified(before: string, after: string, from: PlaceWords, to: PlaceWords | null): string {
  const place = to === null ? `stays at ${at(from)}` : `moves from ${at(from)} to ${at(to)}`;
  return `Reclassified from own level ${before} to ${after}; ${place}.`;
}

export function waitingForPlacement(place: PlaceWords): string {
  return `May be placed in the community from now on, but no place is free: waits at ${at(place)}.`;
}

export function detainer(place: PlaceWords): string {
  return `Would be placed in the community from now on, but a detainer keeps the person at ${at(place)}.`;
}

export function newRelease(date: string | null): string {
  return date === null
    ? "A change of the credits leaves no release date."
    : `A change of the credits moves the release to ${date}.`;
}

export function releaseThere(date: string | null): string {
  return date === null ? "No release date there." : `Release there is due on ${date}.`;
}

/** Steps of a case in a corridor, as the funnel names them. */
const STEPS: Readonly<Record<string, string>> = {
  requests: "Asks for a transfer",
  ineligible: "Is not eligible",
  approved: "The sending State approves",
  denied: "The sending State denies",
  accepted: "The receiving State accepts",
  refused: "The receiving State refuses",
  refusedQuota: "The receiving State refuses: its quota of the year is used up",
  refusedOccupancy: "The receiving State refuses: its prisons are full",
  withdrawn: "Does not consent at the hearing",
  lapsed: "The case lapses: too little time left by the handover",
  releasedWaiting: "The case ends with the release",
  diedWaiting: "The case ends with the death",
  handedOver: "Is handed over",
};

/** Rules of eligibility that every corridor has; bars of a scenario are named by their id. */
const RULES: Readonly<Record<string, string>> = {
  offence: "the offence",
  timeLeft: "too little time left to serve",
  lifeTerm: "a term without an end",
};

/**
 * @param before whether the step was taken at some time before day 0
 * @param reasons rules that an ineligible request fails
 */
export function corridorStep(
  step: string,
  corridor: string,
  before: boolean,
  reasons: readonly string[],
): string {
  const why = reasons.map((reason) => RULES[reason] ?? isolate(reason)).join("; ");
  const words = `${STEPS[step] ?? step}${why === "" ? "" : `: ${why}`}`;
  const start = before ? `By day 0: ${words.charAt(0).toLowerCase()}${words.slice(1)}` : words;
  return `${start} (${isolate(corridor)}).`;
}

export function release(place: PlaceWords, days: number, waiting: boolean): string {
  const still = waiting ? ", still waiting for a place in the community" : "";
  return `Released from ${at(place)} after ${duration(days)} in custody${still}.`;
}

export function death(place: PlaceWords, days: number): string {
  return `Dies at ${at(place)} after ${duration(days)} in custody.`;
}

export function handover(place: PlaceWords, days: number): string {
  return `Leaves ${at(place)} after ${duration(days)} in custody.`;
}

export function expulsion(place: PlaceWords): string {
  return `Sent to another system in a dated batch from ${at(place)}.`;
}

export function stillInside(place: PlaceWords): string {
  return `Still inside when the run ends, at ${at(place)}.`;
}

/** Under a log: whether it goes on, and how to follow one of its people. */
export function logNote(shown: number, goesOn: boolean, example: string | null): string {
  const events = `${number(shown)} ${shown === 1 ? "event" : "events"}`;
  const part = goesOn
    ? `The first ${events} after the start; --limit shows more, --stream and --facility choose.`
    : `${events} after the start.`;
  return example === null ? part : `${part} The path of one person: --person ${example}`;
}

/** Which people of a stream a replication has. */
export function peopleOf(stream: string, initial: number, admitted: number): string {
  const parts = [
    ...(initial > 0 ? [`${stream}#-1 to ${stream}#-${initial} on day 0`] : []),
    ...(admitted > 0 ? [`${stream}#0 to ${stream}#${admitted - 1} admitted`] : []),
  ];
  return parts.length === 0 ? `"${stream}" has nobody` : `"${stream}" has ${parts.join(", ")}`;
}
