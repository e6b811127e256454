import { describe, expect, it } from "vitest";
import { analyse } from "../../reports/analyse.ts";
import { keyRows } from "../../reports/keyRows.ts";
import { terminalTable } from "../../reports/terminal.ts";
import { syntheticResults } from "./syntheticResults.ts";
import { syntheticScenario } from "./syntheticScenario.ts";

/** A base that has no corridor, and a scenario that has one. */
const scenario = syntheticScenario({ id: "with" });
const base = { ...syntheticScenario({ id: "without" }), corridors: [] };
const analysis = analyse([
  { scenario: base, results: syntheticResults(base, 4) },
  { scenario, results: syntheticResults(scenario, 4, 3) },
]);

describe("keyRows", () => {
  it("keyRows has each measure once, and after those of the base what only another scenario has", () => {
    const rows = keyRows(analysis);
    const names = rows.map(({ measure }) => measure.name);
    expect(new Set(names).size).toBe(names.length);
    const transfers = rows.find(({ measure }) => measure.name === "corridor.us-mx.transfers");
    expect(transfers).toMatchObject({ ofBase: false, run: { scenario: { id: "with" } } });
    const firstOther = rows.findIndex(({ ofBase }) => !ofBase);
    expect(rows.slice(firstOther).every(({ ofBase }) => !ofBase)).toBe(true);
    expect(names[0]).toBe("us.system.stock");
  });

  it("terminalTable shows the mean of such a measure under its scenario, and nothing under the base", () => {
    const { rows } = terminalTable(analysis);
    const [, , , ofBase, ofOther] = rows.find(([name]) => name === "corridor.us-mx.transfers")!;
    expect(ofBase).toBe("");
    expect(ofOther).toMatch(/^\d.* \(only here\)$/);
  });
});
