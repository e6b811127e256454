import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSource } from "../../../data/pipeline/readSource.ts";
import { announcedMillions, announcedValue } from "../../../reports/ledger/announcedValue.ts";
import { ledgerLines } from "../../../reports/ledger/ledgerMeasures.ts";
import { loadScenario, type ScenarioFiles } from "../../../scenarios/index.ts";

const root = new URL("../../../", import.meta.url);

function fileText(path: string): { path: string; text: string } {
  return { path, text: readFileSync(new URL(path, root), "utf8") };
}

const files: ScenarioFiles = {
  readScenario: (reference) => fileText(`scenarios/library/${reference}.yaml`),
  readTable: (reference) => fileText(`data/tables/${reference}.json`),
};

const { ledger, citations, parameters, ...baseline } = loadScenario("baseline", files);
const lines = ledgerLines({ ...baseline, ledger, citations, parameters });
const us = ledger.systems[parameters.systems.findIndex(({ id }) => id === "us")];
const mx = ledger.systems[parameters.systems.findIndex(({ id }) => id === "mx")];

/** Published prices by measure and year, in either country. */
const published = new Map(
  [...readSource("us-costs.csv"), ...readSource("mx-costs.csv")].map((row) => [
    `${row.measure} ${row.fiscal_year ?? row.period}`,
    Number(row.usd_per_person_year ?? row.mxn_per_person_year),
  ]),
);

describe("the ledger of the baseline", () => {
  it("has the published prices", () => {
    expect(ledger.announcedFee).toBe(published.get("COIF_federal_facility FY2023"));
    expect(us?.averagePerPersonYear).toBe(published.get("COIF_federal_facility FY2024"));
    for (const level of ["minimum", "low", "medium", "high"]) {
      expect(us?.byLevel[level]).toBe(published.get(`average_cost_${level}_security 2024`));
    }
    expect(us?.byLevel.community).toBe(published.get("residential_reentry_centre FY2024"));
    expect(mx?.averagePerPersonYear).toBe(published.get("allPrisons 2023"));
    expect(mx?.byLevel).toEqual({
      state: published.get("stateCentres 2023"),
      federal: published.get("federalCentres 2023"),
    });
  });

  it("gives the amounts of both announcements of 2025", () => {
    const millions = [75, 96].map((years) =>
      announcedMillions(announcedValue(years, ledger.announcedFee ?? 0)),
    );
    expect(millions).toEqual([3, 4]);
  });

  it("has a price for every level, and leaves open what no source was found for", () => {
    const missing = new Set(lines.flatMap((line) => line.missing));
    expect([...missing].sort()).toEqual([
      "corridors.us-mx.costs.perTransfer",
      "corridors.us-mx.costs.removalAvoided.detentionAndTransport",
      "ledger.discountRate",
      "systems.mx.costs.housingUnitPlaces",
      "systems.mx.costs.marginalPerPersonYear",
      "systems.us.costs.housingUnitPlaces",
      "systems.us.costs.marginalPerPersonYear",
    ]);
  });

  it("cites a source, or marks as an assumption, every amount that it gives", () => {
    const paths = citations.map(({ path }) => path);
    const amounts = [
      "ledger.announcedFee",
      "ledger.exchangeRate.MXN",
      "corridors.us-mx.costs.removalAvoided.full",
      ...["us", "mx"].map((id) => `systems.${id}.costs.averagePerPersonYear`),
      ...Object.keys(us?.byLevel ?? {}).map((level) => `systems.us.costs.byLevel.${level}`),
      ...Object.keys(mx?.byLevel ?? {}).map((level) => `systems.mx.costs.byLevel.${level}`),
    ];
    expect(amounts.filter((path) => !paths.includes(path))).toEqual([]);
  });
});
