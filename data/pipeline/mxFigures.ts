import type { MxFacility, Operator } from "./mxFacilities.ts";
import { numberOf, numberOrNull, onlyRow, readSource, type SourceRow, textOf } from "./readSource.ts";
import { at, roundTo, sum } from "./table.ts";

/** A figure for each operator and sex. */
export type BySex = { readonly male: number; readonly female: number };

/** National figures of the end of 2024 that the Mexican side is fitted to. */
export interface MxFigures {
  readonly persons: Readonly<Record<Operator, BySex>>;
  readonly pretrial: Readonly<Record<Operator, BySex>>;
  /** People of federal jurisdiction, and those of them before trial. */
  readonly federalJurisdiction: number;
  readonly federalPretrial: number;
  /** Share of local jurisdiction in federal centres; for men that of CEFERESO 12, the only one published. */
  readonly localShareInFederal: BySex;
  readonly admissionsPerYear: Readonly<Record<Operator, number>>;
  /** Women among the admissions to state centres: that of releases (assumption). */
  readonly womenShareOfAdmissions: number;
  /** Share of the people before trial who have waited two years or more. */
  readonly longWaitShare: BySex;
  readonly deathsPerYear: number;
}

/** Reads them; `facilities` says how many people each operator holds. */
export function mxFigures(facilities: readonly MxFacility[]): MxFigures {
  const flows = readSource("mx-flows.csv");
  const figure = (metric: string, asOf: string, scope?: string) => {
    const holds = (row: SourceRow) =>
      row.metric === metric && row.as_of === asOf && (scope === undefined || row.scope === scope);
    return numberOf(onlyRow(flows, holds, `${metric}, ${asOf}`), "value");
  };
  const yearEnd = "2024-12-31";
  const held = (operator: Operator) =>
    sum(facilities.filter((one) => one.operator === operator).map((one) => one.persons));
  const womenInFederal = sum(
    facilities.filter((one) => one.operator === "federal" && one.isForWomen).map((one) => one.persons),
  );
  const women = figure("women", yearEnd);
  const persons = {
    federal: bySex(held("federal"), womenInFederal),
    state: bySex(held("state"), women - womenInFederal),
  };
  const pretrial = figure("people without sentence", yearEnd);
  const pretrialInFederal = Math.round(
    (figure("without sentence, federal centres", yearEnd) / 100) * held("federal"),
  );
  const womenPretrial = Math.round((figure("women without sentence", yearEnd) / 100) * women);
  const womenPretrialInFederal = Math.round(
    (figure("women without sentence in federal centres", yearEnd) / 100) * womenInFederal,
  );
  const federalShare = figure("federal jurisdiction", "2023-08-31") / 100;
  const federalPretrialShare =
    figure("pre-trial, federal jurisdiction", "2025-09-30") /
    figure("pre-trial, all jurisdictions", "2025-09-30");
  return {
    persons,
    pretrial: {
      federal: bySex(pretrialInFederal, womenPretrialInFederal),
      state: bySex(pretrial - pretrialInFederal, womenPretrial - womenPretrialInFederal),
    },
    federalJurisdiction: federalShare * (held("federal") + held("state")),
    federalPretrial: federalPretrialShare * pretrial,
    localShareInFederal: {
      male: figure("local jurisdiction in CEFERESO 12", "2021-12-31") / 100,
      female: figure("local jurisdiction in CEFERESO 16", "2025-02") / 100,
    },
    admissionsPerYear: {
      federal: figure("admissions", "2024", "federal centres"),
      state: figure("admissions", "2024", "state and adolescent centres"),
    },
    womenShareOfAdmissions: figure("releases of women", "2023") / 100,
    longWaitShare: {
      male: figure("waiting 24 months or more: men", yearEnd) / 100,
      female: figure("waiting 24 months or more: women", yearEnd) / 100,
    },
    deathsPerYear: deathRate(),
  };
}

function bySex(all: number, female: number): BySex {
  return { male: all - female, female };
}

/** Deaths of 2019 (the last year before the pandemic) over the stock of February 2019. */
function deathRate(): number {
  const national = readSource("mx-national-by-year.csv");
  const isDeaths = (row: SourceRow) => row.year === "2019" && textOf(row, "series").includes("Intersecta");
  const isStock = (row: SourceRow) => row.as_of === "2019-02-28";
  const deaths = numberOf(onlyRow(national, isDeaths, "deaths of 2019"), "deaths_persons_per_year");
  return roundTo(deaths / numberOf(onlyRow(national, isStock, "stock of 2019"), "population_persons"), 5);
}

/** Shares of people before trial and of federal jurisdiction by facility id, where a source has them. */
export function stateStatus(facilities: readonly MxFacility[]) {
  const idOf = new Map(facilities.map(({ id, place }) => [textOf(place, "state"), id]));
  const rows = readSource("mx-status-by-state.csv");
  const shares = (column: string) => {
    const found = new Map<string, number>();
    for (const row of rows) {
      const persons = numberOrNull(row, column);
      const id = at(idOf, textOf(row, "state"));
      if (persons === null) continue;
      if (found.has(id)) throw new RangeError(`mx-status-by-state.csv has two rows of ${column} for ${id}`);
      found.set(id, persons / numberOf(row, "population_persons"));
    }
    return found;
  };
  return {
    pretrialShare: shares("pretrial_persons"),
    federalShare: shares("federal_jurisdiction_persons"),
  };
}
