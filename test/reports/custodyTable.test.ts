import { describe, expect, it } from "vitest";
import { analyse } from "../../reports/analyse.ts";
import { custodyPlaces, custodyTable } from "../../reports/custodyTable.ts";
import { custodyHtml } from "../../reports/page/custodyHtml.ts";
import { en } from "../../reports/text/en.ts";
import { syntheticAnalysis } from "./syntheticAnalysis.ts";
import { syntheticResults } from "./syntheticResults.ts";
import { syntheticScenario } from "./syntheticScenario.ts";

const analysis = syntheticAnalysis();

describe("custodyTable", () => {
  it("custodyTable sets served against owed, tells people of high profile apart, and shows the change", () => {
    const { columns, rows } = custodyTable(analysis, en);
    expect(columns.slice(0, 3)).toEqual(["Measure", "Unit", "At the end, or over the run"]);
    expect(rows.map(([title]) => title?.replace(/: .*/, ""))).toEqual([
      "Released after a transfer",
      "Time served after all, as a share of the time owed",
      "Time owed less time served, mean of those released",
      "Transferred people inside",
      "Person-days of transferred people",
      "Expected person-days of transferred people under compromised control",
      "Share of transferred people's time under compromised control",
      "Person-days of transferred people of high profile",
      "Expected person-days of transferred people of high profile under compromised control",
    ]);
    // 24 months of two people each, half of them released after 1,000 of 1,600 days.
    const values = rows.map(([, , value]) => value?.replace(/ ±.*/, ""));
    expect(values.slice(0, 4)).toEqual(["24", "62.50", "600", "24"]);
    const [released] = rows;
    expect(released?.[3]).toMatch(/^\+24/);
    expect(released?.[4]).toBe("no difference at all");
  });

  it("custodyTable shows returns where a rule brings people back, and days of unknown control where there are some", () => {
    const base = syntheticScenario();
    const [regime] = base.parameters.regimes;
    const [corridor] = regime!.corridors;
    const returned = { share: 0.2, after: { kind: "fixed", days: 100 }, balanceEnforced: true } as const;
    const arrival = { ...corridor!.arrival, returned };
    const regimes = [{ ...regime!, corridors: [{ ...corridor!, arrival }] }];
    const scenario = {
      ...base,
      parameters: { ...base.parameters, regimes },
      facilities: base.facilities.map((facility) => ({ ...facility, compromisedControl: null })),
    };
    const run = analyse([{ scenario, results: syntheticResults(scenario, 3) }]);
    const titles = custodyTable(run, en).rows.map(([title]) => title?.replace(/: .*/, ""));
    expect(titles).toContain("Come back after an early release");
    expect(titles).toContain("Imprisoned again for the rest of the sentence");
    expect(titles).toContain("Person-days of transferred people where control is not known");
    expect(custodyPlaces(run, en).rows.map(([, control]) => control)).toEqual(["not known"]);
  });
});

describe("custodyPlaces", () => {
  it("custodyPlaces names the institutions in which transferred people are, with the probability of control", () => {
    const { columns, rows } = custodyPlaces(analysis, en);
    expect(columns.slice(0, 2)).toEqual(["Institution", "Probability of compromised control"]);
    expect(rows.length).toBe(1);
    expect(rows[0]?.slice(1)).toEqual(["25.0 %", "24.0", "48.0", "24.0"]);
  });
});

describe("custodyHtml", () => {
  it("custodyHtml says that exposure is no count of incidents", () => {
    expect(custodyHtml(analysis, en)).toContain("no incident is counted");
  });

  it("custodyHtml says so where no corridor leads into a system", () => {
    const scenario = { ...syntheticScenario(), corridors: [] };
    const run = analyse([{ scenario, results: syntheticResults(scenario, 2) }]);
    expect(custodyHtml(run, en)).toBe(`<p>${en.custody.nobody}</p>`);
  });
});
