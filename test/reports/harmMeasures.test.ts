import { describe, expect, it } from "vitest";
import { limitsOf } from "../../reports/limits.ts";
import { measuresOf, measureValues } from "../../reports/measures.ts";
import { en } from "../../reports/text/en.ts";
import type { HarmDescription } from "../../scenarios/compiledScenario.ts";
import { syntheticResults } from "./syntheticResults.ts";
import { syntheticScenario } from "./syntheticScenario.ts";

const assaults = { perPersonPerOfficer: 4.5, perCrowdingPoint: 4.09, perPersons: 5000 };
const harm = { staff: 3750, officers: 1875, programmePlaces: 9000, specialHousingShare: 0.08, assaults };

/** Six US facilities with 7,500 places; 9,375 people in them, which is a quarter more. */
function crowded(inputs: Partial<HarmDescription>) {
  const scenario = syntheticScenario({ harm: inputs });
  const results = syntheticResults(scenario, 1);
  results[0]!.gridStock.fill(0);
  results[0]!.gridStock[0] = 9375;
  return {
    scenario,
    value: (quantity: string) => measureValues(scenario, results, `us.system.${quantity}`, 0)[0],
  };
}

describe("harm measures", () => {
  it("are ratios to the people in institutions, by hand", () => {
    const { value } = crowded(harm);
    expect(value("occupancy")).toBe(1.25);
    expect(value("personsPerStaff")).toBe(2.5);
    expect(value("personsPerOfficer")).toBe(5);
    expect(value("personsWithoutProgrammePlace")).toBe(375);
    expect(value("specialHousing")).toBeCloseTo(750, 9);
  });

  it("seriousAssaultsPerYear adds both coefficients for each 5,000 people, by hand", () => {
    // 9,375 / 5,000 x (4.5 x 5 people per officer + 4.09 x 25 points of crowding)
    expect(crowded(harm).value("seriousAssaultsPerYear")).toBeCloseTo(233.90625, 6);
  });

  it("personsWithoutProgrammePlace does not fall below nobody", () => {
    expect(crowded({ programmePlaces: 10_000 }).value("personsWithoutProgrammePlace")).toBe(0);
  });

  it("exist only where their inputs are given", () => {
    const namesOf = (inputs: Parameters<typeof crowded>[0]) =>
      measuresOf(crowded(inputs).scenario).flatMap(({ name, quantity }) =>
        /^us\.system\.(persons|specialH|serious)/.test(name) ? [quantity] : [],
      );
    expect(namesOf({})).toEqual([]);
    expect(namesOf({ staff: 10 })).toEqual(["personsPerStaff"]);
    expect(namesOf({ assaults })).toEqual([]);
    expect(namesOf({ assaults, officers: 10 })).toEqual(["personsPerOfficer", "seriousAssaultsPerYear"]);
  });

  it("are not confounded with people outside institutions: a facility without capacity does not count", () => {
    const scenario = syntheticScenario({ harm, laterCapacity: null });
    const results = syntheticResults(scenario, 1);
    results[0]!.gridStock.fill(0);
    const row = 23 * scenario.parameters.facilities.length;
    results[0]!.gridStock[row] = 5000;
    results[0]!.gridStock[row + 1] = 1875;
    expect(measureValues(scenario, results, "us.system.personsPerOfficer", 23)[0]).toBe(1);
  });
});

describe("limitsOf", () => {
  it("limitsOf says that the coefficients of assaults are not verified wherever a scenario uses them", () => {
    expect(limitsOf(crowded(harm).scenario, en)).toContain(en.page.limits.assaultsNotVerified);
    const without = limitsOf(crowded({ ...harm, assaults: null }).scenario, en);
    expect(without).not.toContain(en.page.limits.assaultsNotVerified);
    expect(without).toContain(en.page.limits.harmInputs);
    expect(limitsOf(crowded({}).scenario, en)).not.toContain(en.page.limits.harmInputs);
  });
});
