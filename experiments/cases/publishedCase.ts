/** A published result, and how it is computed again. */
export interface PublishedCase {
  readonly id: string;
  readonly title: string;
  /** Who published it, where. */
  readonly source: string;
  /** True where it was read in another page's account and not in the publication. */
  readonly secondary: boolean;
  /** Why ours differs, or what the agreement says. */
  readonly reason: string;
  readonly comparisons: readonly CaseComparison[];
}

/** One figure of a case. */
export interface CaseComparison {
  readonly what: string;
  readonly unit: string;
  /** What was published: equal ends for a figure, others for what its words allow. */
  readonly published: { readonly low: number; readonly high: number; readonly words: string };
  readonly computation: Computation;
}

/** How ours is made. Each kind has its inputs. */
export type Computation =
  /** Years left times a fee: the method of the announcements (person-years, money per person-year). */
  | { readonly kind: "announcedValue"; readonly yearsLeft: number; readonly fee: number }
  | { readonly kind: "quotient"; readonly dividend: number; readonly divisor: number }
  /** Part of what is left of a whole after an exclusion. */
  | {
      readonly kind: "shareOfRest";
      readonly part: number;
      readonly whole: number;
      readonly excluded: number;
    }
  /** Bed-years that a cut of sentences frees in the long run; `servedShare` of a sentence is served. */
  | {
      readonly kind: "bedYearsOfCut";
      readonly persons: number;
      readonly months: number;
      readonly servedShare: number;
    }
  /** Occupancy after a year's admissions and releases. */
  | {
      readonly kind: "occupancyByFlows";
      readonly persons: number;
      readonly admissions: number;
      readonly releases: number;
      readonly places: number;
    }
  /** Occupancy of the places that are left when a part with a known occupancy is taken away. */
  | {
      readonly kind: "occupancyOfRest";
      readonly persons: number;
      readonly places: number;
      readonly partPlaces: number;
      readonly partOccupancy: number;
    }
  /**
   * Bed-years that one lever frees over some years, divided by those of another, when both start on day 0 for
   * people admitted from then on.
   */
  | {
      readonly kind: "leverRatio";
      readonly meanStayYears: number;
      readonly cv: number;
      readonly years: number;
      readonly lever: Lever;
      readonly per: Lever;
    }
  /** A column of a table of the package, in the row of a date: made before by what the table says. */
  | {
      readonly kind: "recorded";
      readonly table: string;
      readonly date: string;
      readonly column: string;
    }
  /** Mean of a measure of a scenario over replications, less its value at an earlier date if one is given. */
  | {
      readonly kind: "scenario";
      readonly scenario: string;
      /** As `parseMeasurePoint` reads it. */
      readonly measure: string;
      readonly at: string;
      readonly since?: string | undefined;
      readonly replications: number;
    };

/** Fewer admissions, or shorter stays, for a share of the people. Cuts are shares, 0.2 for a fifth less. */
export interface Lever {
  readonly admissionsCut: number;
  readonly stayCut: number;
  readonly affectedShare: number;
}

/** A figure, ours and theirs. */
export interface CaseRow {
  readonly case: string;
  readonly what: string;
  readonly unit: string;
  readonly ours: number;
  readonly published: CaseComparison["published"];
  /** Ours less the nearest value that the publication allows; 0 inside. */
  readonly difference: number;
  /** The same divided by that value. */
  readonly relative: number;
  readonly kind: Computation["kind"];
}
