import type { ModelParameters } from "../engine/parameters.ts";
import type { ParameterDistribution } from "../engine/statistics/parameterDistribution.ts";

/** How a figure is known. */
export type Mark = "observed" | "derived" | "assumption";

/** A scenario ready to run: parameters for the engine, and the words and attributes that reports need. */
export interface CompiledScenario {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly mark: Mark;
  /** Where the scenario's own difference comes from, in words. */
  readonly source: string;
  /** Ids from the scenario itself down to its first base. */
  readonly chain: readonly string[];
  /** ISO date of day 0 and of the last day. */
  readonly startDate: string;
  readonly endDate: string;
  readonly parameters: ModelParameters;
  /** First day on which this scenario may differ from its direct base; null when nothing is changed. */
  readonly firstDifferenceDay: number | null;
  readonly systems: readonly SystemDescription[];
  /** In the order of `parameters.institutions`. */
  readonly institutions: readonly InstitutionDescription[];
  /** In the order of `parameters.facilities`. */
  readonly facilities: readonly FacilityDescription[];
  /** In the order of `parameters.streams`. */
  readonly streams: readonly StreamDescription[];
  /** In the order of `parameters.corridors`. */
  readonly corridors: readonly CorridorDescription[];
  readonly ledger: LedgerDescription;
  /** Every change this scenario and its bases make, in force order. */
  readonly changes: readonly DatedChange[];
  /** Figures with an origin, as written in the scenario or its tables. */
  readonly citations: readonly Citation[];
  readonly gates: readonly string[];
  /** What is not known exactly; without draws each of these has the value that is written. */
  readonly uncertain: readonly UncertainParameter[];
  /** What becomes of a gate that the replications do not decide; "fail" where it is left out. */
  readonly undecidedGates?: "fail" | "warn";
  /** Things a user should know that do not stop a run. */
  readonly warnings: readonly string[];
}

export interface SystemDescription {
  readonly id: string;
  readonly title: string;
  /** What the capacities of the engine's regimes mean. */
  readonly capacityDefinition: CapacityDefinition;
  readonly harm: HarmDescription;
}

/**
 * `rated`: rated capacity; `available`: rated less the beds off line; `own`: figures of the scenario, and the
 * rated capacity where it has none.
 */
export type CapacityDefinition = "rated" | "available" | "own";

/** Figures that harm measures are computed from, constant over the run; null = not known. */
export interface HarmDescription {
  /** Employees. */
  readonly staff: number | null;
  /** Correctional officers. */
  readonly officers: number | null;
  readonly programmePlaces: number | null;
  /** Share of the people inside who are in special housing. */
  readonly specialHousingShare: number | null;
  /** Coefficients of a study; null unless a scenario writes them. */
  readonly assaults: AssaultCoefficients | null;
}

/** Serious assaults a year among `perPersons` people, linear in both causes. */
export interface AssaultCoefficients {
  /** For each person more per officer. */
  readonly perPersonPerOfficer: number;
  /** For each percentage point of occupancy more. */
  readonly perCrowdingPoint: number;
  readonly perPersons: number;
}

export interface InstitutionDescription {
  readonly id: string;
  readonly name: string;
  readonly system: string;
  /** The level of all its facilities, or "mixed". */
  readonly level: string;
  readonly region: string | null;
  /** State or other jurisdiction. */
  readonly state: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export interface FacilityDescription {
  readonly id: string;
  readonly name: string;
  readonly institution: string;
  readonly system: string;
  readonly level: string;
  readonly sex: "male" | "female" | "mixed";
  readonly region: string | null;
  /** Probability that the facility stands under the control of prisoners; null = not known. */
  readonly compromisedControl: number | null;
}

export interface StreamDescription {
  readonly id: string;
  readonly title: string;
  readonly system: string;
  readonly offence: string;
  readonly citizenship: string;
  readonly sex: string;
}

export interface CorridorDescription {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  /** Receiving system, or null when the corridor leads out of the model. */
  readonly to: string | null;
}

/** Amounts of money, each null where none is known: what needs a missing one is not computed. */
export interface LedgerDescription {
  /** In the order of `parameters.systems`; null where the scenario says nothing on costs. */
  readonly systems: readonly (SystemCosts | null)[];
  /** In the order of `parameters.corridors`. */
  readonly corridors: readonly (CorridorCosts | null)[];
  /** Share of its value that an amount loses if it comes a year later: value / (1 + rate). */
  readonly discountRate: number | null;
  /** Units of a currency for one US dollar, by currency. */
  readonly exchangeRate: Readonly<Record<string, number>>;
  /** What the sending State's announcements multiply years left by (US dollars a person-year). */
  readonly announcedFee: number | null;
}

/** Costs of custody in one system, in its own currency. */
export interface SystemCosts {
  readonly currency: string;
  readonly priceYear: number | null;
  readonly averagePerPersonYear: number | null;
  /** Average by level of the facility. */
  readonly byLevel: Readonly<Record<string, number | null>>;
  /** What one person more or less changes while buildings and posts stay. */
  readonly marginalPerPersonYear: number | null;
  /** Places of a housing unit: the least that can close (persons). */
  readonly housingUnitPlaces: number | null;
  /** What a housing unit costs a year; null = its places at the average cost of their level. */
  readonly perHousingUnitYear: number | null;
}

/** Costs of a corridor. */
export interface CorridorCosts {
  readonly currency: string;
  readonly priceYear: number | null;
  readonly perTransfer: number | null;
  readonly removalAvoided: {
    readonly setting: "full" | "detentionAndTransport" | "none";
    readonly full: number | null;
    readonly detentionAndTransport: number | null;
  };
  /** Paid to the receiving State for each person-year to serve. */
  readonly paymentPerPersonYear: number | null;
}

export interface DatedChange {
  /** Scenario that makes the change. */
  readonly scenario: string;
  /** ISO date; the start date for a change from the beginning. */
  readonly date: string;
  /** Dotted path of the parameter. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

export interface Citation {
  readonly path: string;
  readonly value: string;
  readonly mark: Mark;
  /** Source ids, as in `data/sources/citations.csv`; may be empty for an assumption. */
  readonly sources: readonly string[];
  /** ISO date of the figure, or null. */
  readonly date: string | null;
  readonly note: string | null;
}

/** A parameter of which only a distribution is known. */
export interface UncertainParameter {
  /** Dotted path, as written; it may select several items, which then share one draw. */
  readonly path: string;
  /** Scenario of the chain that states it. */
  readonly scenario: string;
  /** `value`: a draw stands in the place of the written value; `scale`: it is a factor on that value. */
  readonly kind: "value" | "scale";
  /** In the unit below. */
  readonly distribution: ParameterDistribution;
  /** Unit of the distribution's numbers, such as "d" or "persons / y"; empty for a number or a factor. */
  readonly unit: string;
  /** What stands without draws, in words; null where the items of a selection differ. */
  readonly written: string | null;
  readonly citation: Citation;
}
