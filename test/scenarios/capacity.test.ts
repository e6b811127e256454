import { describe, expect, it } from "vitest";
import { loadScenario } from "../../scenarios/index.ts";
import { ESTATE, overEstate } from "./estateScenario.ts";
import { derived, edited, memoryFiles, SMALL } from "./smallScenario.ts";

function load(text: string, overrides: readonly string[] = []) {
  return loadScenario("estate", memoryFiles({ "estate.yaml": text }), overrides);
}

function loadOver(body: string) {
  return loadScenario("over", memoryFiles(overEstate(body)));
}

const CHANGES = "capacityChanges:\n";
const INTERVENTIONS = "interventions:\n";

/** One row of an intervention. */
function setFrom(date: string, entry: string): string {
  return `  - from: ${date}\n    set:\n      ${entry}\n`;
}

describe("loadScenario on definitions of capacity", () => {
  it("loadScenario counts rated beds, beds not off line, or the scenario's own figures", () => {
    const capacity = (definition: string) =>
      load(ESTATE, [`systems.us.capacity=${definition}`]).parameters.regimes[0]?.capacity;
    expect(capacity("rated")).toEqual([100, 200, 50, 80, 20, null]);
    expect(capacity("available")).toEqual([90, 200, 50, 80, 20, null]);
    expect(capacity("own")).toEqual([100, 150, 50, 80, 20, null]);
  });

  it("loadScenario says which definition is in force", () => {
    expect(load(ESTATE).systems[0]?.capacityDefinition).toBe("rated");
    expect(load(ESTATE, ["systems.us.capacity=available"]).systems[0]?.capacityDefinition).toBe("available");
    expect(
      loadScenario("small", memoryFiles({ "small.yaml": SMALL })).systems.map(
        ({ capacityDefinition }) => capacityDefinition,
      ),
    ).toEqual(["rated", "rated"]);
  });

  it("loadScenario puts beds off line on a date, which changes capacity and weight of what is available alone", () => {
    const entry = "systems.us.facilities.LOW-2.bedsOffLine: 50";
    const text = `${ESTATE}${INTERVENTIONS}${setFrom("2026-01-01", entry)}`;
    expect(load(text).parameters.regimes).toHaveLength(1);
    const { regimes } = load(text, ["systems.us.capacity=available"]).parameters;
    expect(
      regimes.map(({ fromDay, capacity, designationWeight }) => [fromDay, capacity[1], designationWeight[1]]),
    ).toEqual([
      [0, 200, 200],
      [365, 150, 150],
    ]);
  });

  it("loadScenario closes a facility of rated capacity 0 by every definition, whatever is off line", () => {
    const entry = "systems.us.facilities.LOW-1.ratedCapacity: 0";
    const text = edited(ESTATE, "bedsOffLine: 10,", "bedsOffLine: 10, ownCapacity: 95,");
    for (const definition of ["rated", "available", "own"]) {
      const { regimes } = load(`${text}${INTERVENTIONS}${setFrom("2026-01-01", entry)}`, [
        `systems.us.capacity=${definition}`,
      ]).parameters;
      expect(regimes[1]?.capacity[0]).toBe(0);
    }
  });

  it("loadScenario finds no difference in a definition until capacities differ", () => {
    const off = setFrom("2025-07-01", "systems.us.facilities.HIGH-1.bedsOffLine: 5");
    const available = "systems: { us: { capacity: available, facilities: { LOW-1: { bedsOffLine: 0 } } } }\n";
    expect(loadOver(available).firstDifferenceDay).toBeNull();
    expect(loadOver(`${available}${INTERVENTIONS}${off}`).firstDifferenceDay).toBe(181);
    expect(loadOver("systems: { us: { capacity: available } }\n").firstDifferenceDay).toBe(0);
    expect(loadOver("systems: { us: { harm: { staff: 200 } } }\n").firstDifferenceDay).toBeNull();
  });
});

describe("loadScenario on changes of capacity", () => {
  const close = `${CHANGES}  - { date: 2025-07-01, facility: LOW-1, capacity: 0, note: closed }\n`;

  it("loadScenario plans changes of the base and of the scenario, in order of date", () => {
    const body = `${CHANGES}  - { date: 2025-03-01, facility: us/HIGH-1, slip: { uniform: { from: 0 d, to: 90 d } }, capacity: 40 }\n`;
    const files = { ...overEstate(body), "estate.yaml": `${ESTATE}${close}` };
    const { parameters, changes, firstDifferenceDay } = loadScenario("over", memoryFiles(files));
    expect(parameters.capacityChanges).toEqual([
      { facility: 2, day: 59, slip: { kind: "uniform", fromDays: 0, toDays: 90 }, capacity: 40 },
      { facility: 0, day: 181, slip: null, capacity: 0 },
    ]);
    expect(firstDifferenceDay).toBe(59);
    expect(changes).toEqual([
      {
        scenario: "over",
        date: "2025-03-01",
        path: "systems.us.facilities.HIGH-1.capacity",
        before: "50",
        after: "40, late by { uniform: { from: 0 d, to: 90 d } }",
      },
      {
        scenario: "estate",
        date: "2025-07-01",
        path: "systems.us.facilities.LOW-1.capacity",
        before: "100",
        after: "0",
      },
    ]);
  });

  it("loadScenario finds the facility of a name that two systems share by its system", () => {
    const shared = SMALL.replaceAll("S1", "N1");
    const changes = `${CHANGES}  - { date: 2025-07-01, facility: south/N1, capacity: 400 }\n`;
    const { parameters } = loadScenario("small", memoryFiles({ "small.yaml": `${shared}${changes}` }));
    expect(parameters.capacityChanges).toMatchObject([{ facility: 4, capacity: 400 }]);
  });

  it("loadScenario leaves a change after an end that was brought forward out, with a warning", () => {
    const { parameters, warnings } = load(`${ESTATE}${close}`, ["horizon=100 d"]);
    expect(parameters.capacityChanges).toEqual([]);
    expect(warnings).toEqual(["capacityChanges[0].date 2025-07-01 is left out: the run ends on 2025-04-11"]);
  });

  it("loadScenario keeps a closed facility closed when all capacities are scaled later, and says so", () => {
    const scale = setFrom("2026-01-01", "systems.us.facilities.*.ratedCapacity: { scale: 2 }");
    const { parameters, warnings } = load(`${ESTATE}${close}${INTERVENTIONS}${scale}`);
    expect(parameters.regimes.map(({ fromDay, capacity }) => [fromDay, capacity])).toEqual([
      [0, [100, 200, 50, 80, 20, null]],
      [365, [100, 400, 100, 160, 40, null]],
    ]);
    expect(warnings).toEqual([
      "systems.us.facilities.LOW-1: its capacity as stated from 2026-01-01 on is left out, since the change of 2025-07-01 holds",
    ]);
  });

  it("loadScenario weighs a facility without a weight by its new capacity once it is due, but not by 0", () => {
    const opening = `${CHANGES}  - { date: 2026-01-01, facility: HIGH-2, slip: { exponential: { mean: 90 d } }, capacity: 70 }
  - { date: 2027-01-01, facility: HIGH-1, capacity: 0 }
`;
    const text = edited(
      ESTATE,
      "      - { id: WOMEN",
      "      - { id: HIGH-2, level: high, sex: male, ratedCapacity: 0 }\n      - { id: WOMEN",
    );
    const changes = opening.replace(/ {2}- \{ date: 2027.*\n/, "");
    const { regimes } = load(`${text}${changes}`).parameters;
    expect(
      regimes.map(({ fromDay, capacity, designationWeight }) => [fromDay, capacity[3], designationWeight[3]]),
    ).toEqual([
      [0, 0, 0],
      [365, 0, 70],
    ]);
    const fixed = opening.replace("slip: { exponential: { mean: 90 d } }, ", "");
    const closing = load(`${text}${fixed}`).parameters.regimes;
    expect(closing.map(({ fromDay, designationWeight }) => [fromDay, designationWeight[2]])).toEqual([
      [0, 50],
      [365, 50],
    ]);
  });

  it("loadScenario has no changes where none are written", () => {
    expect(load(ESTATE).parameters.capacityChanges).toEqual([]);
    const texts = { "small.yaml": SMALL, "derived.yaml": derived("") };
    expect(loadScenario("derived", memoryFiles(texts)).parameters.capacityChanges).toEqual([]);
  });
});
