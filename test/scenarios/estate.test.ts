import { describe, expect, it } from "vitest";
import { loadScenario } from "../../scenarios/index.ts";
import { ESTATE } from "./estateScenario.ts";
import { edited, memoryFiles } from "./smallScenario.ts";

function load(text: string, overrides: readonly string[] = []) {
  return loadScenario("estate", memoryFiles({ "estate.yaml": text }), overrides);
}

const { parameters, systems, warnings } = load(ESTATE);
const [regime] = parameters.regimes;
const YEAR = 365.25;
/** Indices of the facilities. */
const [LOW_1, LOW_2, HIGH_1, WOMEN, HOSPITAL, HOMES] = [0, 1, 2, 3, 4, 5];

/** Index of the group of an own level and a set of facilities. */
function group(level: string, facilities: readonly (number | undefined)[]): number {
  const own = parameters.levels.indexOf(level);
  return parameters.groups.findIndex(
    (one) => one.level === own && one.facilities.join() === facilities.join(),
  );
}

describe("loadScenario on custody classes", () => {
  it("loadScenario reads the estate without a warning", () => {
    expect(warnings).toEqual([]);
  });

  it("loadScenario makes one group for an own level, a level of facilities and a sex, in order of appearance", () => {
    expect(parameters.levels).toEqual(["low", "high", "new"]);
    expect(parameters.groups).toEqual([
      { system: 0, level: 0, byFunction: false, facilities: [LOW_1, LOW_2] },
      { system: 0, level: 1, byFunction: false, facilities: [HIGH_1] },
      { system: 0, level: 2, byFunction: true, facilities: [HOSPITAL] },
      { system: 0, level: 0, byFunction: true, facilities: [HOSPITAL] },
      { system: 0, level: 0, byFunction: false, facilities: [WOMEN] },
      { system: 0, level: 1, byFunction: true, facilities: [HOSPITAL] },
    ]);
  });

  it("loadScenario designates to classes and changes people from one class to another", () => {
    expect(regime?.streams[0]?.designation).toEqual([
      { index: group("low", [LOW_1, LOW_2]), share: 0.6 },
      { index: group("high", [HIGH_1]), share: 0.3 },
      { index: group("new", [HOSPITAL]), share: 0.1 },
    ]);
    expect(regime?.streams[0]?.reclassification).toEqual([
      { from: group("new", [HOSPITAL]), to: group("low", [LOW_1, LOW_2]), perDay: 2 / YEAR },
      { from: group("low", [LOW_1, LOW_2]), to: group("low", [HOSPITAL]), perDay: 0.1 / YEAR },
    ]);
  });

  it("loadScenario takes a level beside a facility for the people's own, and beside a final placement for their class", () => {
    expect(parameters.initialStock.map((row) => [row.facility, row.group, row.persons])).toEqual([
      [LOW_1, group("low", [LOW_1, LOW_2]), 60],
      [HOSPITAL, group("high", [HOSPITAL]), 5],
      [HOMES, group("low", [LOW_1, LOW_2]), 30],
      [HOMES, group("new", [HOSPITAL]), 2],
      [-1, group("high", [HIGH_1]), 20],
    ]);
  });

  it("loadScenario keeps the numbers of groups and levels when a later date brings a class of its own", () => {
    const text = `${ESTATE}interventions:
  - from: 2026-01-01
    set: { systems.us.streams.women.levels: { other/hospital: 1 } }
`;
    const later = load(text).parameters;
    expect(later.groups.slice(0, parameters.groups.length)).toEqual(parameters.groups);
    expect(later.levels).toEqual([...parameters.levels, "other"]);
    expect(later.initialStock).toEqual(parameters.initialStock);
  });

  it("loadScenario warns of an own level that looks like a mistyped level", () => {
    const text = edited(ESTATE, "from: low, to: low/hospital", "from: low, to: hihg/hospital");
    expect(load(text).warnings).toEqual([
      'systems.us.streams.men.reclassification[1].to: no facility has the level "hihg"; did you mean "high"?',
    ]);
    const row = edited(ESTATE, "facility: HOSPITAL, level: high", "facility: HOSPITAL, level: hig");
    expect(load(row).warnings).toEqual([
      'systems.us.initialStock[1].level: no facility has the level "hig"; did you mean "high"?',
    ]);
  });
});

describe("loadScenario on people within a system", () => {
  it("loadScenario reads growth, age, deaths by age and reductions", () => {
    expect(regime?.streams[0]).toMatchObject({
      admissionsGrowth: 0.02,
      ageAtEntry: { kind: "uniform", fromDays: 20 * YEAR, toDays: 40 * YEAR },
      mortality: [
        { fromAgeDays: 0, perDay: 0.001 / YEAR },
        { fromAgeDays: 50 * YEAR, perDay: 0.01 / YEAR },
      ],
      timeToServe: {
        servedShare: 0.85,
        reductions: [
          { id: "treatment", share: 0.3, kind: "fixed", days: 300, minimumSentenceDays: 2 * YEAR },
          {
            id: "credits",
            share: 0.4,
            kind: "earned",
            perDay: 0.4,
            maximumDays: 365,
            beyond: "finalPlacement",
          },
        ],
      },
    });
    expect(regime?.streams[1]?.timeToServe.reductions).toMatchObject([{ beyond: "lost" }]);
    expect(regime?.streams.map(({ mortality }) => mortality.length)).toEqual([2, 1, 0]);
  });

  it("loadScenario scales deaths by age, and leaves the ages alone", () => {
    const scaled = load(ESTATE, ["systems.us.streams.men.deaths={ scale: 2 }"]).parameters;
    expect(scaled.regimes[0]?.streams[0]?.mortality).toEqual([
      { fromAgeDays: 0, perDay: 0.002 / YEAR },
      { fromAgeDays: 50 * YEAR, perDay: 0.02 / YEAR },
    ]);
  });

  it("loadScenario reads a final placement with its limit, its detainers and the wait at the start", () => {
    expect(regime?.streams[0]?.finalPlacement).toEqual({
      facility: HOMES,
      share: 0.6,
      detainerShare: 0.3,
      days: { kind: "fixed", days: 365 },
      waitAtStartDays: 100,
      regroup: [],
    });
    expect(regime?.placementLimit).toEqual([null, null, null, null, null, 40]);
  });

  it("loadScenario lowers the own level of people who come into the final placement, where it says so", () => {
    const text = edited(
      ESTATE,
      "waitAtStart: 100 d }",
      "waitAtStart: 100 d, levels: { high: low, new: low } }",
    );
    const level = (own: string): number => parameters.levels.indexOf(own);
    expect(load(text).parameters.regimes[0]?.streams[0]?.finalPlacement?.regroup).toEqual([
      { level: level("high"), group: group("low", [LOW_1, LOW_2]) },
      { level: level("new"), group: group("low", [LOW_1, LOW_2]) },
    ]);
    expect(load(text).warnings).toEqual([]);
    expect(load(edited(text, "levels: { high: low,", "levels: { hihg: low,")).warnings).toEqual([
      'systems.us.streams.men.finalPlacement.levels.hihg: no facility has the level "hihg"; did you mean "high"?',
    ]);
  });
});

describe("loadScenario on rules of placement", () => {
  const rules = [
    ["leastCrowded", { kind: "leastCrowded" }],
    ["proportional", { kind: "proportional" }],
    ["{ regionFirst: { maximumOccupancy: 1.3 } }", { kind: "regionFirst", maximumOccupancy: 1.3 }],
    ["{ closedAbove: { occupancy: 1.1 } }", { kind: "closedAbove", occupancy: 1.1 }],
  ] as const;
  for (const [written, rule] of rules) {
    it(`loadScenario reads the rule ${written}, from the start and on a date`, () => {
      expect(load(ESTATE, [`systems.us.placement=${written}`]).parameters.regimes[0]?.placement).toEqual([
        rule,
      ]);
      const dated = `${ESTATE}interventions:
  - from: 2026-01-01
    set: { systems.us.placement: ${written}, systems.us.balancing: null }
`;
      const [, later] = load(dated).parameters.regimes;
      expect(later).toMatchObject({ fromDay: 365, placement: [rule], balancing: [null] });
    });
  }

  it("loadScenario weighs a facility by its weight, or else by its capacity; without either by nothing", () => {
    expect(regime?.designationWeight).toEqual([30, 200, 50, 80, 5, 0]);
  });

  it("loadScenario reads balancing, and none where none is written", () => {
    expect(regime?.balancing).toEqual([{ everyDays: 91, aboveOccupancy: 1.5 }]);
    const none = edited(ESTATE, "    balancing: { every: 91 d, above: 1.5 }\n", "");
    expect(load(none).parameters.regimes[0]?.balancing).toEqual([null]);
  });
});

describe("loadScenario on harm", () => {
  it("loadScenario describes the figures given, and null for all others", () => {
    expect(systems[0]?.harm).toEqual({
      staff: 300,
      officers: null,
      programmePlaces: null,
      specialHousingShare: 0.08,
      assaults: null,
    });
  });

  it("loadScenario never has coefficients of assaults that the scenario does not write", () => {
    const assaults = "{ perPersonPerOfficer: 4.5, perCrowdingPoint: 4.09, perPersons: 5000 }";
    const text = edited(ESTATE, "harm: { staff: 300,", `harm: { staff: 300, assaults: ${assaults},`);
    const { harm } = load(text).systems[0]!;
    expect(harm.assaults).toEqual({ perPersonPerOfficer: 4.5, perCrowdingPoint: 4.09, perPersons: 5000 });
    expect(load(text).parameters).toEqual(parameters);
  });

  it("loadScenario cites a figure of harm by its path", () => {
    const cited = "{ value: 300, source: BOP-S70, mark: observed }";
    const { citations } = load(edited(ESTATE, "staff: 300", `staff: ${cited}`));
    expect(citations).toMatchObject([
      { path: "systems.us.harm.staff", mark: "observed", sources: ["BOP-S70"] },
    ]);
  });
});
