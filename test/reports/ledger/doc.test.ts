import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSource } from "../../../data/pipeline/readSource.ts";
import { announcedMillions, announcedValue } from "../../../reports/ledger/announcedValue.ts";
import { closableUnits } from "../../../reports/ledger/closableUnits.ts";
import { custodyCost, custodyCostByLevel } from "../../../reports/ledger/custodyCost.ts";
import { inDollars } from "../../../reports/ledger/inDollars.ts";
import { LEDGER_LINES } from "../../../reports/ledger/ledgerCatalogue.ts";
import { number } from "../../../reports/text/en/format.ts";

const page = readFileSync(new URL("../../../docs/ledger.md", import.meta.url), "utf8");

/** The two handovers of 2025 for which people and years were announced. */
const handovers = readSource("transfers-press-releases.csv")
  .filter(({ agency, combined_years_remaining: years }) => agency?.startsWith("DOJ OIA") && years !== "")
  .map((row) => ({ persons: Number(row.count), years: Number(row.combined_years_remaining) }));

/** A published price of the United States. */
function usPrice(measure: string, year: string): number {
  const row = readSource("us-costs.csv").find(
    (entry) => entry.measure === measure && entry.fiscal_year === year,
  );
  return Number(row?.usd_per_person_year);
}

function mxPrice(measure: string, period: string, column = "mxn_per_person_year"): number {
  const row = readSource("mx-costs.csv").find(
    (entry) => entry.measure === measure && entry.period === period,
  );
  return Number(row?.[column]);
}

const FEE = "COIF_federal_facility";
const PESOS_PER_DOLLAR = 17.7334;

function row(title: string, cell: (handover: (typeof handovers)[number]) => string): string {
  return `| ${[title, ...handovers.map(cell)].join(" | ")} |`;
}

function announced(year: string): (handover: (typeof handovers)[number]) => string {
  return ({ years }) => {
    const value = announcedValue(years, usPrice(FEE, year));
    return `${number(value)}, "over $${announcedMillions(value)} million"`;
  };
}

function atLevel(level: string) {
  const prices = { [level]: usPrice(`average_cost_${level}_security`, "2024") };
  return ({ years }: (typeof handovers)[number]) => number(custodyCostByLevel({ [level]: years }, prices));
}

function inMexico(price: number) {
  return ({ years }: (typeof handovers)[number]) => {
    const pesos = custodyCost(years, price);
    return `${number(pesos)} MXN = ${number(inDollars(pesos, PESOS_PER_DOLLAR))} USD`;
  };
}

const table = [
  row("announced, fee of FY2023 (44,090)", announced("FY2023")),
  row("announced, fee of FY2020 (39,158)", announced("FY2020")),
  row("average of FY2024 (47,162)", ({ years }) => number(custodyCost(years, usPrice(FEE, "FY2024")))),
  row("by level, all in low security (47,477.52)", atLevel("low")),
  row("by level, all in medium security (44,835)", atLevel("medium")),
  row("by level, all in high security (60,342.42)", atLevel("high")),
  row("marginal, for each 1,000 of marginal cost", ({ years }) => number(custodyCost(years, 1000))),
  row("step, if all left one facility", ({ persons }) => {
    const nothing = closableUnits([persons, persons], persons + 1).every((units) => units === 0);
    expect(closableUnits([persons, persons], persons)).toEqual([1, 1]);
    return nothing ? `0 for a unit of more than ${persons} places` : "";
  }),
  row("Mexico, average of federal centres (783,255)", inMexico(mxPrice("federalCentres", "2023"))),
  row("Mexico, average of state centres (128,145)", inMexico(mxPrice("stateCentres", "2023"))),
  row(
    "Mexico, federal centres without contract (500 a day, 2021)",
    inMexico(365.25 * mxPrice("governmentRunFederalCentres", "2021-01", "mxn_per_person_day")),
  ),
];

describe("docs/ledger.md", () => {
  it("shows two handovers, of 13 people with 75 years and 14 with 96", () => {
    expect(handovers).toEqual([
      { persons: 13, years: 75 },
      { persons: 14, years: 96 },
    ]);
  });

  it.each(table)("has the row %s", (line) => {
    expect(page).toContain(line);
  });

  it("names every quantity of the catalogue", () => {
    const quantities = LEDGER_LINES.map(([pattern]) => pattern.split(">.")[1]?.split(".")[0] ?? "");
    const stems = quantities.filter((name) => !name.endsWith("InUSD") && !name.startsWith("present"));
    expect(stems.filter((name) => !page.includes(`\`${name}`))).toEqual([]);
  });
});
