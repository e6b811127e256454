import { describe, expect, it } from "vitest";
import { CUSTODY_COUNTS, receivingFacilities, TRANSFEREES } from "../../engine/result.ts";
import { type At, measuresOf, measureValues } from "../../reports/measures.ts";
import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import { syntheticResults } from "./syntheticResults.ts";
import { syntheticScenario } from "./syntheticScenario.ts";

/** Probability of compromised control of the first receiving facilities; the others' is 0.25. */
const CONTROL = [0.5, null, 0];

function scenarioWith(control: readonly (number | null)[]): CompiledScenario {
  const scenario = syntheticScenario();
  const receiving = receivingFacilities(scenario.parameters);
  return {
    ...scenario,
    facilities: scenario.facilities.map((facility, f) => {
      const own = control[receiving.indexOf(f)];
      return own === undefined ? facility : { ...facility, compromisedControl: own };
    }),
  };
}

const scenario = scenarioWith(CONTROL);
const receiving = receivingFacilities(scenario.parameters);
const [result] = syntheticResults(scenario, 1, 0);
// Person-days in the first four receiving facilities: all, and of high profile.
const DAYS = [
  [100, 10],
  [1000, 400],
  [50, 50],
  [200, 0],
];
result!.transfereeDays.set(DAYS.flat());

const read = (measure: string, at: At) => measureValues(scenario, [result!], measure, at)[0];

describe("controlMeasures", () => {
  it("measureValues weights person-days with the probability of compromised control, and tells unknown ones apart", () => {
    expect(DAYS.every((row) => row.length === TRANSFEREES.length)).toBe(true);
    expect(read("mx.system.transfereeDays", "horizon")).toBe(1350);
    expect(read("mx.system.transfereeDaysCompromised", "horizon")).toBe(100 * 0.5 + 200 * 0.25);
    expect(read("mx.system.transfereeDaysUnknownControl", "horizon")).toBe(1000);
    expect(read("mx.system.shareTransfereeDaysCompromised", "horizon")).toBeCloseTo(100 / 350, 12);
  });

  it("measureValues gives the exposure of people of high profile by itself", () => {
    expect(read("mx.system.highProfileTransfereeDays", "horizon")).toBe(460);
    expect(read("mx.system.highProfileTransfereeDaysCompromised", "horizon")).toBe(5);
    expect(read("mx.system.highProfileTransfereeDaysUnknownControl", "horizon")).toBe(400);
  });

  it("measureValues defines no share under compromised control where nothing is known or nobody was held", () => {
    const unknown = scenarioWith(receiving.map(() => null));
    const measure = "mx.system.shareTransfereeDaysCompromised";
    expect(measureValues(unknown, [result!], measure, "horizon")[0]).toBeNaN();
    expect(measureValues(scenario, syntheticResults(scenario, 1, 0), measure, "horizon")[0]).toBeNaN();
  });

  it("measureValues counts transferred people by institution and system, and none on day 0", () => {
    const [one] = syntheticResults(scenario, 1, 0);
    one!.gridTransferees.set([3, 4], 2 * receiving.length);
    const count = (measure: string, at: At) => measureValues(scenario, [one!], measure, at)[0];
    const names = receiving.slice(0, 3).map((f) => scenario.facilities[f]!.institution);
    expect(names.map((name) => count(`mx.facility.${name}.transferees`, 2))).toEqual([3, 4, 0]);
    expect([count("mx.system.transferees", 2), count("mx.system.transferees", "start")]).toEqual([7, 0]);
  });

  it("measureValues gives the share of transferred people among those in crowded institutions", () => {
    const [one] = syntheticResults(scenario, 1, 0);
    const { facilities } = scenario.parameters;
    const [full, fuller, empty] = receiving as [number, number, number];
    const capacity = scenario.parameters.regimes[0]!.capacity;
    const row = 2 * facilities.length;
    for (const f of receiving) {
      one!.gridStock[row + f] = 10;
    }
    one!.gridStock[row + full] = capacity[full]! + 1;
    one!.gridStock[row + fuller] = 2 * capacity[fuller]! + 1;
    one!.gridTransferees.set([3, 40, 5], 2 * receiving.length);
    // A result is another one after each change.
    const value = (measure: string) => measureValues(scenario, [{ ...one! }], measure, 2)[0];
    const crowded = capacity[full]! + 1 + 2 * capacity[fuller]! + 1;
    expect(value("mx.system.transfereeShareInCrowded")).toBeCloseTo(43 / crowded, 12);
    one!.gridStock[row + full] = one!.gridStock[row + fuller] = one!.gridStock[row + empty] = 10;
    expect(value("mx.system.transfereeShareInCrowded")).toBeNaN();
  });

  it("measuresOf has measures of transferred people only for systems that a corridor leads to", () => {
    const names = measuresOf(scenario).map(({ name }) => name);
    expect(names.filter((name) => /^us\..*[tT]ransferee/.test(name))).toEqual([]);
    expect(names.filter((name) => /^mx\..*[tT]ransferee/.test(name)).length).toBe(9 + receiving.length);
  });
});

describe("crowdedLevelMeasures", () => {
  const { facilities, regimes } = scenario.parameters;
  const states = receiving.filter((f) => facilities[f]!.level === "state");

  it.each([
    [
      [1, 1],
      [0, 0, 0],
    ],
    [
      [1.01, 1.31],
      [2, 1, 0],
    ],
    [
      [2.01, 1.3],
      [2, 1, 1],
    ],
    [
      [2.01, 0.4],
      [1, 1, 1],
    ],
  ])(
    "measureValues counts states at %j of capacity above 100, 130 and 200 %% and the people in crowded ones",
    (loads, above) => {
      const [one] = syntheticResults(scenario, 1, 0);
      const stocks = loads.map((load, i) => load * regimes[0]!.capacity[states[i]!]!);
      stocks.forEach((stock, i) => {
        one!.gridStock[facilities.length + states[i]!] = Math.round(stock);
      });
      const value = (quantity: string) => measureValues(scenario, [one!], `mx.level.state.${quantity}`, 1)[0];
      expect(states.length).toBe(loads.length);
      expect([100, 130, 200].map((percent) => value(`facilitiesAbove${percent}`))).toEqual(above);
      const crowded = stocks.reduce((sum, stock, i) => sum + (loads[i]! > 1 ? stock : 0), 0);
      expect(value("shareInCrowded")).toBeCloseTo(crowded / stocks.reduce((sum, stock) => sum + stock, 0), 3);
    },
  );
});

describe("custodyMeasures", () => {
  it("measureValues sets time served against time owed, and counts returns", () => {
    const [one] = syntheticResults(scenario, 1, 0);
    expect(CUSTODY_COUNTS).toEqual(["releasedAbroad", "returned", "reimprisoned"]);
    one!.gridCustodyCounts.set([4, 2, 1], 3 * CUSTODY_COUNTS.length);
    one!.gridCustodySums.set([600, 1000], 3 * 2);
    const value = (quantity: string, at: At = 3) =>
      measureValues(scenario, [one!], `corridor.us-mx.${quantity}`, at)[0];
    expect(["releasedAbroad", "returned", "reimprisoned"].map((name) => value(name))).toEqual([4, 2, 1]);
    expect(value("shareServed")).toBe(0.6);
    expect(value("daysShort")).toBe(100);
    expect([value("shareServed", 0), value("daysShort", 0), value("shareServed", "start")]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });
});
