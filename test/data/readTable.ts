import { readFileSync } from "node:fs";

export interface TableFile<Row> {
  readonly table: string;
  readonly title: string;
  readonly asOf: string;
  readonly mark: string;
  readonly note: string;
  readonly sources: readonly string[];
  readonly rows: readonly Row[];
}

/** Reads a committed table. */
export function readTable<Row>(id: string): TableFile<Row> {
  const file = new URL(`../../data/tables/${id}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as TableFile<Row>;
}

/** Sum of a figure over rows. */
export function total<Row>(rows: readonly Row[], figure: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + figure(row), 0);
}

export interface FacilityRow {
  readonly id: string;
  readonly institution: string;
  readonly level: string;
  readonly sex: string;
  readonly region: string | null;
  readonly state: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly ratedCapacity: number | null;
  readonly weight?: number | null;
  readonly limit?: number | null;
  readonly governanceScore?: number | null;
  readonly source: string;
}

export interface StockRow {
  readonly facility: string;
  readonly stream: string;
  readonly level?: string;
  readonly persons: number;
}

export interface ReductionRow {
  readonly id: string;
  readonly share: number;
  readonly earned?: { readonly perDay: number; readonly maximum: string; readonly beyond: string };
  readonly fixed?: { readonly days: string; readonly minimumSentence: string };
}

export interface BandRow {
  readonly from: string;
  readonly to: string;
  readonly share: number;
}

export interface UsStreamRow {
  readonly id: string;
  readonly offence: string;
  readonly citizenship: string;
  readonly sex: string;
  readonly admissions: string;
  readonly levels: Readonly<Record<string, number>>;
  readonly reclassification: readonly { readonly from: string; readonly to: string; readonly rate: string }[];
  readonly regions: Readonly<Record<string, number>>;
  readonly sentence: {
    readonly bands: readonly BandRow[];
    readonly life: { readonly admissionShare: number; readonly stockShare: number };
  };
  readonly timeServed: {
    readonly share: number;
    readonly preTrialCredit: string;
    readonly minimum: string;
    readonly reductions: readonly ReductionRow[];
  };
  readonly ageAtEntry: { readonly bands: readonly BandRow[] };
  readonly deaths: readonly { readonly fromAge: string; readonly rate: string }[];
  readonly finalPlacement?: {
    readonly facility: string;
    readonly share: number;
    readonly detainerShare: number;
    readonly days: string;
    readonly waitAtStart: string;
  };
}

/** The number at the start of a quantity such as "12.5 persons/y". */
export function quantity(text: string): number {
  return Number.parseFloat(text);
}
