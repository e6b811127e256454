import type { ModelParameters } from "../engine/parameters.ts";

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
  /** Every change this scenario and its bases make, in force order. */
  readonly changes: readonly DatedChange[];
  /** Figures with an origin, as written in the scenario or its tables. */
  readonly citations: readonly Citation[];
  readonly gates: readonly string[];
  /** Things a user should know that do not stop a run. */
  readonly warnings: readonly string[];
}

export interface SystemDescription {
  readonly id: string;
  readonly title: string;
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
