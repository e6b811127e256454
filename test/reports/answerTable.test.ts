import { describe, expect, it } from "vitest";
import { answerTable } from "../../reports/answerTable.ts";
import { en } from "../../reports/text/en.ts";
import { syntheticAnalysis } from "./syntheticAnalysis.ts";

describe("answerTable", () => {
  it("answerTable has a row for each scenario, and says where nothing differs", () => {
    const table = answerTable(syntheticAnalysis(), en);
    expect(table?.columns).toHaveLength(4);
    expect(table?.rows.map(([title]) => title)).toEqual(["Scenario double", "Scenario same"]);
    expect(table?.rows[0]?.[3]).toMatch(/^\+\d/);
    expect(table?.rows[1]?.slice(1)).toEqual(Array(3).fill(en.page.labels.identical));
  });

  it("answerTable is left out where one sentence says it all", () => {
    expect(answerTable(syntheticAnalysis({}, ["Scenario double"]), en)).toBeNull();
  });
});
