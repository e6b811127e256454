import { numberOf, numberOrNull, readSource, type SourceRow, textOf } from "./readSource.ts";
import { type Cell, type Mark, sourceIds, type Table } from "./table.ts";

type Row = { readonly [key: string]: Cell };

/** Every source that a table may name. */
export function sourcesTable(): Table {
  const rows = readSource("citations.csv").map((row) => ({
    id: textOf(row, "id"),
    title: textOf(row, "title"),
    address: textOf(row, "address"),
    seen: textOf(row, "seen"),
  }));
  return {
    table: "sources",
    title: "Sources",
    asOf: "2026-11-24",
    mark: "observed",
    note:
      "BOP-S: US Bureau of Prisons; MX: Mexico; T-S: transfers. seen: repo = a public repository, read whole; " +
      "page or opening = a page of which only the beginning was read; full or most = read (nearly) whole.",
    sources: rows.map((row) => row.id),
    rows,
  };
}

/** Value of a parameter: a number where it is one, text otherwise, null where none was found. */
function parameterValue(row: SourceRow): string | number | null {
  const text = textOf(row, "value");
  if (text === "") return null;
  return Number.isFinite(Number(text)) ? Number(text) : text;
}

/** Parameters of the treaty transfer from the United States to Mexico. */
export function corridorTable(): Table {
  const source = readSource("corridor-parameters.csv");
  const rows = source.map((row) => ({
    parameter: textOf(row, "parameter"),
    value: parameterValue(row),
    unit: textOf(row, "unit"),
    mark: textOf(row, "mark"),
    asOf: textOf(row, "as_of"),
    source: textOf(row, "source_id"),
    note: textOf(row, "note"),
  }));
  return {
    table: "corridor-us-mx",
    title: "Treaty transfer from the United States to Mexico",
    asOf: "2025-12-05",
    mark: "observed",
    note: "value null: looked for and not found; a scenario must set it. Rows of one parameter may repeat (handover).",
    sources: sourceIds(source.map((row) => textOf(row, "source_id"))),
    rows,
  };
}

const costNames: Readonly<Record<string, string>> = {
  COIF_federal_facility: "averageCostOfIncarcerationFee",
  residential_reentry_centre: "residentialReentryCentre",
  average_cost_minimum_security: "averageCostMinimum",
  average_cost_low_security: "averageCostLow",
  average_cost_medium_security: "averageCostMedium",
  average_cost_high_security: "averageCostHigh",
  home_confinement_supervision: "homeConfinementSupervision",
};

/** Costs on both sides; US rows in USD, Mexican rows in MXN. */
export function costsTable(): Table {
  const us = readSource("us-costs.csv");
  const mexico = readSource("mx-costs.csv");
  const usRows: Row[] = us.map((row) => ({
    measure: costNames[textOf(row, "measure")] ?? textOf(row, "measure"),
    period: textOf(row, "fiscal_year"),
    usdPerPersonYear: numberOrNull(row, "usd_per_person_year"),
    usdPerPersonDay: numberOrNull(row, "usd_per_person_day"),
    mark: "observed",
    source: textOf(row, "source_id"),
    note: textOf(row, "note"),
  }));
  const mexicanRows: Row[] = mexico.map((row) => ({
    measure: textOf(row, "measure"),
    period: textOf(row, "period"),
    mxnPerPersonYear: numberOrNull(row, "mxn_per_person_year"),
    mxnPerPersonDay: numberOrNull(row, "mxn_per_person_day"),
    mark: textOf(row, "mark") as Mark,
    source: textOf(row, "source_id"),
    note: textOf(row, "note"),
  }));
  return {
    table: "costs",
    title: "Published costs of imprisonment per person",
    asOf: "2025-12-15",
    mark: "observed",
    note: "Nominal average costs, not marginal ones. No marginal cost was found. Fees of FY2019 and FY2020 contradict themselves.",
    sources: sourceIds([...us, ...mexico].map((row) => textOf(row, "source_id"))),
    rows: [...usRows, ...mexicanRows],
  };
}

/** People sent from Mexico to the United States under the National Security Law. */
export function expulsionsTable(): Table {
  const source = readSource("mx-extraditions.csv").filter((row) =>
    textOf(row, "kind").startsWith("expulsion under"),
  );
  return {
    table: "expulsions-mx-us",
    title: "Expulsions from Mexico to the United States",
    asOf: "2026-01-20",
    mark: "observed",
    note: "Outside the treaty: before trial, without consent. Some sources date the first to 28 February 2025.",
    sources: sourceIds(source.map((row) => `${textOf(row, "source_id")};T-S63`)),
    rows: source.map((row) => ({
      date: textOf(row, "year_or_date"),
      persons: numberOf(row, "persons_total"),
      source: `${textOf(row, "source_id")};T-S63`,
    })),
  };
}
