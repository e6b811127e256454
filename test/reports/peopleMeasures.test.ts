import { describe, expect, it } from "vitest";
import { measuresOf, measureValues } from "../../reports/measures.ts";
import { syntheticResults } from "./syntheticResults.ts";
import { syntheticScenario } from "./syntheticScenario.ts";

const scenario = syntheticScenario();
const results = syntheticResults(scenario, 3);
const value = (name: string, at: number | "start" = 5, replication = 0) =>
  measureValues(scenario, results, name, at)[replication];

describe("measures of people by what they are", () => {
  it("custody counts people by own level, of their own system only", () => {
    expect(value("us.custody.high.stock")).toBe(400);
    expect(value("mx.custody.any.stock")).toBe(500);
    const names = measuresOf(scenario).map(({ name }) => name);
    expect(names).not.toContain("mx.custody.high.stock");
    expect(names).not.toContain("us.custody.any.stock");
  });

  it("custody shares are parts of everybody in the system and add up to 1", () => {
    expect(value("us.custody.low.share")).toBeCloseTo(0.2, 12);
    const shares = ["minimum", "low", "medium", "high"].map((level) => value(`us.custody.${level}.share`)!);
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });

  it("streams are read at their own place in the grid", () => {
    expect(value("us.stream.drug-US.stock", 5, 2)).toBe(102);
    expect(value("mx.stream.local.stock", 0, 1)).toBe(401);
  });

  it("offences and citizenships are the sums of their streams", () => {
    expect(value("us.offence.drug.stock")).toBe(100 + 200);
    expect(value("us.citizenship.US.stock")).toBe(100 + 300);
    expect(value("us.citizenship.MX.stock")).toBe(200);
    expect(value("mx.citizenship.MX.stock")).toBe(400);
  });

  it("day 0 is read from the counts of day 0", () => {
    expect(value("us.custody.high.stock", "start")).toBe(1);
    expect(value("us.offence.drug.stock", "start")).toBe(2);
  });

  it("people held inside are those of their own kind and system; day 0 has none recorded", () => {
    expect(value("us.system.waitingForPlacement", 4)).toBe(14);
    expect(value("us.system.heldByDetainer", 4)).toBe(24);
    expect(value("mx.system.heldByDetainer", 4)).toBe(0);
    expect(value("us.system.heldByDetainer", "start")).toBeNaN();
  });

  it("a head-count of people is refused over the horizon", () => {
    expect(() => measureValues(scenario, results, "us.custody.high.share", "horizon")).toThrow("at a date");
  });
});

describe("flows and leavers", () => {
  it("flows are read by their own name", () => {
    expect(value("us.system.closureMoves", 2)).toBe(21);
    expect(value("us.system.balancingMoves", 2)).toBe(0);
  });

  it("meanDaysServed is the mean over the people released, and not defined for nobody", () => {
    expect(value("us.system.meanDaysServed", 3)).toBeCloseTo(900, 9);
    expect(value("mx.system.meanDaysServed", 3)).toBeNaN();
    expect(value("us.system.meanDaysServed", "start")).toBeNaN();
  });
});
