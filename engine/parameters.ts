/**
 * What one replication is computed from: plain data only, so that it survives a structured clone and JSON.
 * Time is in days since the scenario's start; people, streams, facilities and corridors are named by their
 * index in the lists below. Everything that an intervention may change on a date stands in a {@link Regime}.
 */
export interface ModelParameters {
  /** Last day of the run; an event exactly on it does not happen. */
  readonly horizonDays: number;
  /** Days on which stocks and counters are sampled, ascending, in (0, horizonDays] or from 0. */
  readonly gridDays: readonly number[];
  /** First day of each calendar year that the run touches, ascending, first at or before 0. */
  readonly yearStartDays: readonly number[];
  readonly systems: readonly SystemParameters[];
  readonly institutions: readonly InstitutionParameters[];
  readonly facilities: readonly FacilityParameters[];
  /** Security levels of people: what a person is classified as, wherever the person is held. */
  readonly levels: readonly string[];
  /** Sets of facilities among which a placement rule chooses. */
  readonly groups: readonly PlacementGroup[];
  readonly regions: readonly string[];
  readonly streams: readonly StreamParameters[];
  readonly corridors: readonly CorridorParameters[];
  readonly initialStock: readonly InitialStock[];
  readonly expulsions: readonly Expulsion[];
  readonly capacityChanges: readonly CapacityChange[];
  /** Ascending in `fromDay`; the first begins on day 0. */
  readonly regimes: readonly Regime[];
}

/** A country's prisons. */
export interface SystemParameters {
  readonly id: string;
}

/** What capacity, time above a threshold and first crossings are observed for: one or more facilities. */
export interface InstitutionParameters {
  readonly id: string;
  readonly system: number;
}

/** A place that holds people of one level: a unit of a complex, a stand-alone prison, a state's prisons. */
export interface FacilityParameters {
  readonly id: string;
  readonly system: number;
  readonly institution: number;
  readonly level: string;
  /** Index into `regions`, or -1. */
  readonly region: number;
}

/**
 * Candidates for the people of one level and sex, in the order in which ties are broken. Two groups may hold the
 * same facilities for people of different levels.
 */
export interface PlacementGroup {
  readonly system: number;
  /** Level of the people of the group: index into `levels`. */
  readonly level: number;
  /** Whether the facilities take people by function: always in proportion to weight, and not balanced. */
  readonly byFunction: boolean;
  readonly facilities: readonly number[];
}

/** Admissions of one kind. `id` roots the random numbers of the stream, so it must not change its meaning. */
export interface StreamParameters {
  readonly id: string;
  readonly system: number;
  readonly offence: string;
  readonly citizenship: string;
}

/** A path on which people move from one system to another, or out of the model (`to` = -1). */
export interface CorridorParameters {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** People who are inside on day 0. */
export interface InitialStock {
  readonly stream: number;
  readonly persons: number;
  /** Where they are: a facility, or -1 to let the placement rule choose within `group`. */
  readonly facility: number;
  /** Placement group of these people, for later moves and for placement when `facility` is -1. */
  readonly group: number;
  /**
   * Days still to serve on day 0. Null: the stationary (length-biased) residual of the stream's time to
   * serve, with the matching time already served.
   */
  readonly residual: Distribution | null;
}

/** A dated batch of people sent from one system into a stream of another, outside any treaty. */
export interface Expulsion {
  readonly day: number;
  readonly persons: number;
  /** Facilities from which the people are taken. */
  readonly fromGroup: number;
  /** Stream that they join; its sentence, designation and clocks apply from that day. */
  readonly toStream: number;
}

/** A change of capacity whose day may slip. Capacity 0 closes the facility: its people are placed anew. */
export interface CapacityChange {
  readonly facility: number;
  readonly day: number;
  /** Days that the change comes late, drawn once a replication; null = it comes on its day. */
  readonly slip: Distribution | null;
  /** Capacity from then on (persons). */
  readonly capacity: number;
}

/** A probability distribution of a duration in days, sampled by inverse transform from one uniform. */
export type Distribution =
  | { readonly kind: "fixed"; readonly days: number }
  | { readonly kind: "exponential"; readonly meanDays: number }
  | { readonly kind: "uniform"; readonly fromDays: number; readonly toDays: number }
  | { readonly kind: "lognormal"; readonly meanDays: number; readonly cv: number }
  | { readonly kind: "bands"; readonly bands: readonly DurationBand[] };

/** Durations uniform between two bounds; `share` of all, and the shares of a distribution sum to 1. */
export interface DurationBand {
  readonly fromDays: number;
  readonly toDays: number;
  readonly share: number;
}

/** Values in force from `fromDay` until the next regime. */
export interface Regime {
  readonly fromDay: number;
  /**
   * Capacity of each facility (persons) by the definition that the scenario chose; 0 = closed and emptied, null =
   * none is defined. Only a change from the regime before has an effect, so that a {@link CapacityChange} stands.
   */
  readonly capacity: readonly (number | null)[];
  /** Weight of each facility where people are placed in proportion; 0 = nobody new. */
  readonly designationWeight: readonly number[];
  /** Most people that each facility takes as a final placement; the others wait where they are. Null = no limit. */
  readonly placementLimit: readonly (number | null)[];
  /** One rule per system. */
  readonly placement: readonly PlacementRule[];
  /** One per system; null = nobody is moved for balance. */
  readonly balancing: readonly (Balancing | null)[];
  /** One per system: standard deviation of the yearly change of the log of admissions (a random walk); 0 = none. */
  readonly admissionsLevelSd: readonly number[];
  readonly streams: readonly StreamRegime[];
  readonly corridors: readonly CorridorRegime[];
}

/**
 * How a facility is chosen within a group. `leastCrowded`: least stock / capacity, first in order on a tie.
 * `regionFirst`: the least crowded of the person's region while it stands below `maximumOccupancy` (ratio), else
 * the least crowded of the group. `proportional`: by chance in proportion to the designation weights.
 * `closedAbove`: the same among the facilities below `occupancy` (ratio); the least crowded when there is none.
 */
export type PlacementRule =
  | { readonly kind: "leastCrowded" }
  | { readonly kind: "regionFirst"; readonly maximumOccupancy: number }
  | { readonly kind: "proportional" }
  | { readonly kind: "closedAbove"; readonly occupancy: number };

/**
 * Lateral moves: every `everyDays`, people are moved from facilities above `aboveOccupancy` (ratio) to the least
 * crowded of their group until no more stand above it, or no facility of the group is less crowded.
 */
export interface Balancing {
  readonly everyDays: number;
  readonly aboveOccupancy: number;
}

export interface StreamRegime {
  /** Admissions at the level of day 0. */
  readonly admissionsPerDay: number;
  /** Growth of admissions a year (ratio, -1 < growth), in steps at calendar years counted from day 0. */
  readonly admissionsGrowth: number;
  /** Share of admissions that is designated to each group; sums to 1. */
  readonly designation: readonly Weighted[];
  /** Hazards of a change of group: a new level, or a stay in a place of another function. */
  readonly reclassification: readonly Reclassification[];
  /** Home region: index into `regions` and share; empty where no rule needs it. */
  readonly homeRegion: readonly Weighted[];
  readonly timeToServe: TimeToServe;
  /** Age at entry (days); null = age is not modelled and the first hazard of `mortality` holds at any age. */
  readonly ageAtEntry: Distribution | null;
  /** Hazard of death by age, ascending, the first from age 0; empty = nobody dies. */
  readonly mortality: readonly MortalityBand[];
  /** Time between moves decided by the placement rule; null = nobody is moved. */
  readonly moves: Distribution | null;
  /** The last days before release spent in another facility (community placement). */
  readonly finalPlacement: FinalPlacement | null;
  /** Share of people who are of high profile; told apart where transferred people are held. */
  readonly highProfileShare: number;
}

/** People of group `from` move to group `to` at this hazard, and are placed there at once. */
export interface Reclassification {
  readonly from: number;
  readonly to: number;
  readonly perDay: number;
}

export interface MortalityBand {
  readonly fromAgeDays: number;
  /** Deaths per person and day. */
  readonly perDay: number;
}

export interface Weighted {
  readonly index: number;
  readonly share: number;
}

/**
 * Days from admission to release. Before reductions: `servedShare * sentence - creditDays`; then the reductions
 * that the person earns, in their order; never less than `minimumDays`. A life term never ends by itself.
 * Without sentence rules: share 1, credit 0, minimum 0.
 */
export interface TimeToServe {
  readonly sentence: Distribution;
  readonly servedShare: number;
  readonly creditDays: number;
  readonly minimumDays: number;
  /** Share of life terms among admissions, and among the people inside on day 0. */
  readonly lifeAdmissionShare: number;
  readonly lifeStockShare: number;
  /** At most four. A change of them holds for the people inside as well; other changes hold for new people. */
  readonly reductions: readonly Reduction[];
}

/** Time off that a share of people earns, independently of other reductions; life terms earn none. */
export type Reduction = {
  readonly id: string;
  /** Probability that a person earns it. */
  readonly share: number;
} & (
  | {
      /**
       * Credits for days inside: of `b` days, `b * perDay / (1 + perDay)` are credits. Up to `maximumDays` of them
       * bring release forward; the rest lengthens the final placement, or is lost.
       */
      readonly kind: "earned";
      readonly perDay: number;
      readonly maximumDays: number;
      readonly beyond: "finalPlacement" | "lost";
    }
  | {
      /** So many days off every sentence of at least `minimumSentenceDays`. */
      readonly kind: "fixed";
      readonly days: number;
      readonly minimumSentenceDays: number;
    }
);

/** The last days before release in another facility: community placement. */
export interface FinalPlacement {
  readonly facility: number;
  /** Probability that a person is placed so. */
  readonly share: number;
  /** Probability that a person has a detainer or removal order: stays inside for those days and is counted. */
  readonly detainerShare: number;
  /** Days before release from which a person may be placed. */
  readonly days: Distribution;
  /** Days that people have waited for a place up to day 0. */
  readonly waitAtStartDays: number;
  /** Group that people of a level (index into `levels`) come into with the placement; the others keep theirs. */
  readonly regroup: readonly { readonly level: number; readonly group: number }[];
}

/** A bar to a transfer: excludes a share of the people held for some offences (empty = for any), each time the same ones. */
export interface EligibilityBar {
  readonly id: string;
  readonly share: number;
  readonly offences: readonly string[];
}

/** Who is reviewed next: by day of arrival in the queue, first or last, or by the least time left to release. */
export type ReviewDiscipline = "firstComeFirstServed" | "lastComeFirstServed" | "leastTimeLeftFirst";

/** Who goes first at a handover: by the day of becoming ready, by the day of the request, or by time left to release. */
export type HandoverOrder = "readyFirst" | "requestFirst" | "leastTimeLeftFirst" | "mostTimeLeftFirst";

/**
 * How a State decides on some of the people: held for one of `offences` (empty = any), with at least `minimumLeftDays`
 * and less than `maximumLeftDays` (null = no limit) to release, and of a share of people, each time the same ones, such
 * as those who were promised support with their plea.
 */
export interface DecisionRule {
  readonly id: string;
  readonly share: number;
  readonly offences: readonly string[];
  readonly minimumLeftDays: number;
  readonly maximumLeftDays: number | null;
  readonly probability: number;
  /** Service time of the review of these people; null = that of everybody else. */
  readonly serviceTime: Distribution | null;
}

/** The stages of a corridor, in order; see `docs/model.md`. Probabilities and shares in 0..1. */
export interface CorridorRegime {
  readonly eligibility: {
    /** Citizenships that may use the corridor; empty = all. */
    readonly citizenships: readonly string[];
    readonly excludedOffences: readonly string[];
    /** Least time left to the release date at the request and at the handover. */
    readonly minimumLeftDays: number;
    /** Further bars, independent of each other. */
    readonly bars: readonly EligibilityBar[];
  };
  readonly interest: {
    readonly share: number;
    /** Shares of people held for an offence, where another one holds than for everybody else. */
    readonly byOffence: readonly { readonly offence: string; readonly share: number }[];
    readonly delay: Distribution;
  };
  readonly package: { readonly delay: Distribution };
  readonly review: {
    /** Reviewers who work in parallel; null = no queue. */
    readonly reviewers: number | null;
    readonly serviceTime: Distribution;
    readonly discipline: ReviewDiscipline;
    readonly approvalProbability: number;
    /** The first rule that fits a person decides in place of `approvalProbability`. */
    readonly approvalRules: readonly DecisionRule[];
    /** Days after a refusal when a person asks again; null = never. */
    readonly reapplyAfterDays: number | null;
  };
  readonly receiving: {
    readonly delay: Distribution;
    readonly acceptanceProbability: number;
    /** The first rule that fits a person decides in place of `acceptanceProbability`. */
    readonly acceptanceRules: readonly DecisionRule[];
    /** Most acceptances in a calendar year; null = no limit. */
    readonly quotaPerYear: number | null;
    /** The receiving system refuses while its occupancy (ratio) is at or above this; null = never. */
    readonly maximumOccupancy: number | null;
  };
  readonly consent: { readonly delay: Distribution; readonly withdrawalProbability: number };
  readonly handover: {
    /** Regular handovers at `firstDay + k * everyDays`; null = none but the dated ones. */
    readonly firstDay: number;
    readonly everyDays: number | null;
    readonly datedDays: readonly number[];
    /** Largest number of people in one handover; null = no limit. */
    readonly maximumPersons: number | null;
    readonly order: HandoverOrder;
    /** People are escorted one by one, so long after they became ready, and no batches are made; null = batches. */
    readonly individual: Distribution | null;
    /** Where people of each stream wait for the handover: facility, or -1 to wait where they are; empty = all so. */
    readonly staging: readonly number[];
  };
  readonly arrival: {
    /** First facility after the handover; empty when the corridor leads out of the model. */
    readonly facilities: readonly Weighted[];
    /**
     * Release after `atShare` of the whole sentence, for a share `probability` of the people whose offence is not
     * excluded.
     */
    readonly conditionalRelease: {
      readonly atShare: number;
      readonly probability: number;
      readonly excludedOffences: readonly string[];
    };
    /** The time left becomes `share` (at most 1) of what it was; null = the sentence goes on as it is. */
    readonly conversion: { readonly share: number } | null;
    /** A later move towards the home state, for a share `probability` of the people; null = none. */
    readonly homeMove: {
      readonly after: Distribution;
      readonly probability: number;
      readonly facilities: readonly Weighted[];
    } | null;
    /** Who is released before the original end of the sentence and comes back; null = nobody. */
    readonly returned: {
      readonly share: number;
      /** From the release to the return. */
      readonly after: Distribution;
      /** Whether they serve what is left of the original sentence in the sending system. */
      readonly balanceEnforced: boolean;
    } | null;
  };
}
