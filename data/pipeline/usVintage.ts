import type { UsTotals } from "./usTotals.ts";
import type { UnitCounts } from "./usUnitCounts.ts";
import type { Institution } from "./usUnits.ts";

/** Which published figures the US side is computed from. */
export interface UsVintage {
  /** Beginning of the names of its tables. */
  readonly tables: string;
  /** End of the titles of its tables. */
  readonly titleEnd: string;
  /** Source of the stock and its split. */
  readonly stockSource: string;
  /** Where the levels of the units and the counts of the units come from, in words. */
  readonly unitNote: string;
  readonly countNote: string;
  /** Date of the stock. */
  readonly asOf: string;
  readonly totals: UsTotals;
  /** People by offence group as published, the last group with violators of supervision; any scale. */
  readonly offencePersons: readonly number[];
  readonly citizenshipDate: string;
  readonly sexDate: string;
  readonly sentenceDate: string;
  readonly agesDate: string;
  readonly levelsDate: string;
  /** Fiscal year of the Sentencing Commission's figures; null = none is used. */
  readonly sentencingYear: string | null;
  /** Share of the sentence left after good conduct time. */
  readonly servedShare: number;
  /** Whether credits of the First Step Act are in force. */
  readonly firstStepAct: boolean;
  /** Institutions that are open, with the levels of the time. */
  readonly open: readonly Institution[];
  readonly counts: UnitCounts;
}
