import type { FunnelCount } from "../result.ts";

/**
 * One thing that happens to a person in a replication. Plain data: indices point into the lists of the model's
 * parameters, days count from the scenario's start.
 */
export type TraceEvent = TracedPerson & Happening;

/** What happens to a person. */
export type Happening =
  | TraceEntry
  | TracePlacing
  | TraceHeld
  | TraceCorridorStep
  | TraceNewRelease
  | TraceExit;

/** Who it happens to, when, and where the person is then: after it, or before it when the person leaves. */
export interface TracedPerson {
  readonly day: number;
  /** Id of the stream of admissions. */
  readonly stream: string;
  /** Number within the stream: from 0 up in the order of admission, from -1 down for the people of day 0. */
  readonly index: number;
  readonly facility: number;
  /** The person's own level. */
  readonly level: number;
}

/** The person is inside on day 0 (`start`), or enters the system of the facility. */
export interface TraceEntry {
  readonly kind: "entered";
  readonly by: "start" | "admission" | "expulsion" | "handover" | "return";
  /** Day of entry into the first system; before 0 for time served by day 0. */
  readonly enteredDay: number;
  /** Sentence imposed; null for a life term, and where only the days left are known. */
  readonly sentenceDays: number | null;
  readonly lifeTerm: boolean;
  /** Day of release by the rules in force; null for a life term. */
  readonly releaseDay: number | null;
  /** Age now; null where it is not modelled. */
  readonly ageDays: number | null;
  /** Ids of the reductions that the person earns. */
  readonly reductions: readonly string[];
}

/** The person is placed anew: in another facility, or at another level where the facility stays the same. */
export interface TracePlacing {
  readonly kind: "placed";
  readonly reason:
    | "move"
    | "reclassification"
    | "balancing"
    | "closure"
    | "finalPlacement"
    | "homeMove"
    | "staging";
  readonly fromFacility: number;
  readonly fromLevel: number;
}

/** The last days begin without a place: the person waits for one, or is kept inside by a detainer. */
export interface TraceHeld {
  readonly kind: "heldInside";
  readonly reason: "waitingForPlacement" | "detainer";
}

/** The person's case in a corridor goes on or ends; for the people of day 0 also the steps taken before it. */
export interface TraceCorridorStep {
  readonly kind: "corridor";
  readonly corridor: number;
  readonly step: FunnelCount;
  /** Rules that an ineligible request fails; see `ineligibilityReasons`. Empty at every other step. */
  readonly reasons: readonly string[];
}

/** A change of reductions has moved the day of release. */
export interface TraceNewRelease {
  readonly kind: "newRelease";
  readonly releaseDay: number | null;
  readonly reductions: readonly string[];
}

/**
 * The person leaves the system; after a handover or an expulsion the person may enter another, and after a release in a
 * receiving system come back.
 */
export interface TraceExit {
  readonly kind: "left";
  readonly reason: "release" | "death" | "handover" | "expulsion";
  /** Days since the entry into the first system. */
  readonly daysInside: number;
  /** Whether the person was still waiting for a place in the final placement. */
  readonly waitingForPlacement: boolean;
}
