import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { loadScenario } from "../../scenarios/index.ts";
import { edited, issuesOf, memoryFiles, placeOf, SMALL, small } from "./smallScenario.ts";

function load(text: string, overrides: readonly string[] = []) {
  return loadScenario("small", memoryFiles({ "small.yaml": text }), overrides);
}

const { parameters, ...described } = load(SMALL);
const [regime] = parameters.regimes;

describe("loadScenario on time", () => {
  it("loadScenario cuts a horizon in years to whole days and puts the last day on the grid", () => {
    expect(parameters.horizonDays).toBe(1461);
    expect(described).toMatchObject({ startDate: "2025-01-01", endDate: "2029-01-01" });
    expect(parameters.gridDays).toEqual([0, 365, 730, 1095, 1461]);
    expect(parameters.yearStartDays).toEqual([0, 365, 730, 1095, 1461]);
  });

  it("loadScenario reads a horizon as the date of the last day, which belongs to the grid", () => {
    const { parameters: short } = load(SMALL, ["horizon=2025-03-15", "grid=month"]);
    expect(short.horizonDays).toBe(73);
    expect(short.gridDays).toEqual([0, 31, 59, 73]);
  });

  it("loadScenario makes a grid of equal steps", () => {
    expect(load(SMALL, ["horizon=100 d", "grid=30 d"]).parameters.gridDays).toEqual([30, 60, 90, 100]);
    expect(load(SMALL, ["horizon=3 d", "grid=1 d"]).parameters.gridDays).toEqual([1, 2, 3]);
  });

  it("loadScenario begins the years of a run with that of its start, on or before day 0", () => {
    const text = small("start: 2025-01-01", "start: 2024-10-31");
    expect(load(text, ["horizon=200 d"]).parameters.yearStartDays).toEqual([-304, 62]);
  });
});

describe("loadScenario on places", () => {
  it("loadScenario forms groups by system, level and sex, in facility order, and one for each designated facility", () => {
    expect(parameters.groups).toEqual([
      { system: 0, level: 0, byFunction: false, facilities: [0, 1] },
      { system: 0, level: 1, byFunction: false, facilities: [2] },
      { system: 0, level: 0, byFunction: false, facilities: [1] },
      { system: 1, level: 2, byFunction: false, facilities: [4] },
      { system: 0, level: 0, byFunction: false, facilities: [1] },
    ]);
    expect(parameters.levels).toEqual(["low", "high", "federal"]);
    expect(regime?.streams.map(({ designation }) => designation)).toEqual([
      [
        { index: 0, share: 0.6 },
        { index: 1, share: 0.4 },
      ],
      [{ index: 2, share: 1 }],
      [{ index: 3, share: 1 }],
    ]);
  });

  it("loadScenario lists regions over all systems, and -1 for a facility without one", () => {
    expect(parameters.regions).toEqual(["east", "west"]);
    expect(parameters.facilities.map(({ region }) => region)).toEqual([0, 1, 0, -1, -1]);
    expect(regime?.streams[0]?.homeRegion).toEqual([
      { index: 0, share: 0.5 },
      { index: 1, share: 0.5 },
    ]);
  });

  it("loadScenario gives a facility without an institution one of its own, and describes it", () => {
    const text = edited(SMALL, "id: N1, level: low", "id: N1, institution: N, name: North one, level: low");
    const scenario = load(edited(text, "id: N3, level: high", "id: N3, institution: N, level: high"));
    expect(scenario.parameters.institutions.map(({ id }) => id)).toEqual(["N", "N2", "N4", "S1"]);
    expect(scenario.parameters.facilities.map(({ institution }) => institution)).toEqual([0, 1, 0, 2, 3]);
    expect(scenario.institutions[0]).toMatchObject({ id: "N", name: "N", level: "mixed", region: "east" });
    expect(scenario.facilities[0]).toMatchObject({
      id: "N1",
      name: "North one",
      institution: "N",
      sex: "male",
    });
  });

  it("loadScenario makes as many facilities as a count says, and changes them together or singly", () => {
    const counted = small(
      "{ id: S1, level: federal, ratedCapacity: 500 }",
      "{ id: S, level: federal, count: 3, ratedCapacity: 9 }",
    );
    const text = edited(counted, "{ S1: 1 }", "{ S-2: 1 }");
    const files = {
      "small.yaml": text,
      "top.yaml": `id: top\ntitle: Top\nextends: small\nsystems: { south: { facilities: { S: { ratedCapacity: 8 } } } }
interventions:\n  - from: 2026-01-01\n    set: { systems.south.facilities.S-3.ratedCapacity: 7 }\n`,
    };
    const { parameters: top } = loadScenario("top", memoryFiles(files));
    expect(top.facilities.slice(4).map(({ id }) => id)).toEqual(["S-1", "S-2", "S-3"]);
    expect(top.regimes.map(({ capacity }) => capacity.slice(4))).toEqual([
      [8, 8, 8],
      [8, 8, 7],
    ]);
    expect(
      load(text, ["systems.south.facilities.S.ratedCapacity=6"]).parameters.regimes[0]?.capacity.slice(4),
    ).toEqual([6, 6, 6]);
  });
});

describe("loadScenario on people", () => {
  it("loadScenario places the initial stock in its facility, or by the rule, with the group of its level", () => {
    expect(parameters.initialStock).toEqual([
      { stream: 0, persons: 90, facility: 0, group: 0, residual: null },
      { stream: 1, persons: 10, facility: -1, group: 4, residual: { kind: "exponential", meanDays: 150 } },
    ]);
  });

  it("loadScenario turns rates into days and sentences into time to serve", () => {
    expect(regime?.streams[0]).toMatchObject({
      admissionsPerDay: 1,
      admissionsGrowth: 0,
      reclassification: [],
      ageAtEntry: null,
      mortality: [{ fromAgeDays: 0, perDay: 0.0036525 / 365.25 }],
      moves: { kind: "exponential", meanDays: 700 },
      finalPlacement: {
        facility: 3,
        share: 0.9,
        detainerShare: 0,
        days: { kind: "fixed", days: 100 },
        waitAtStartDays: 0,
        regroup: [],
      },
      timeToServe: {
        sentence: {
          kind: "bands",
          bands: [
            { fromDays: 365.25, toDays: 730.5, share: 0.5 },
            { fromDays: 730.5, toDays: 1461, share: 0.5 },
          ],
        },
        servedShare: 0.85,
        creditDays: 30,
        minimumDays: 10,
        lifeAdmissionShare: 0.01,
        lifeStockShare: 0.05,
        reductions: [],
      },
    });
  });

  it("loadScenario takes a stay as the time to serve, whole", () => {
    expect(regime?.streams[1]?.timeToServe).toEqual({
      sentence: { kind: "lognormal", meanDays: 300, cv: 0.5 },
      servedShare: 1,
      creditDays: 0,
      minimumDays: 0,
      lifeAdmissionShare: 0,
      lifeStockShare: 0,
      reductions: [],
    });
    expect(regime?.streams[1]?.mortality).toEqual([]);
  });

  it("loadScenario takes people to be expelled from the group of a level, of both sexes", () => {
    expect(parameters.expulsions).toEqual([{ day: 151, persons: 5, fromGroup: 3, toStream: 2 }]);
  });
});

describe("loadScenario on corridors", () => {
  it("loadScenario fills in the stages that are not written: no delay, and everybody passes", () => {
    expect(regime?.corridors[0]).toEqual({
      eligibility: {
        citizenships: ["S"],
        excludedOffences: [],
        minimumLeftDays: 182.625,
        bars: [{ id: "domicile", share: 0.3, offences: [] }],
      },
      interest: { share: 0.2, byOffence: [], delay: { kind: "fixed", days: 30 } },
      package: { delay: { kind: "fixed", days: 0 } },
      review: {
        reviewers: 4,
        serviceTime: { kind: "fixed", days: 300 },
        discipline: "firstComeFirstServed",
        approvalProbability: 0.6,
        approvalRules: [],
        reapplyAfterDays: 730,
      },
      receiving: {
        delay: { kind: "fixed", days: 0 },
        acceptanceProbability: 1,
        acceptanceRules: [],
        quotaPerYear: null,
        maximumOccupancy: null,
      },
      consent: { delay: { kind: "fixed", days: 0 }, withdrawalProbability: 0 },
      handover: {
        firstDay: 100,
        everyDays: 119,
        datedDays: [31],
        maximumPersons: 14,
        order: "readyFirst",
        individual: null,
        staging: [],
      },
      arrival: {
        facilities: [{ index: 4, share: 1 }],
        conditionalRelease: { atShare: 1, probability: 0, excludedOffences: [] },
        conversion: null,
        homeMove: null,
        returned: null,
      },
    });
  });

  it("loadScenario begins regular handovers one interval after the start unless told otherwise", () => {
    const handover = (text: string) =>
      load(small("first: 2025-04-11, every: 119 d", text)).parameters.regimes[0]?.corridors[0]?.handover;
    expect(handover("every: 50 d")).toMatchObject({ firstDay: 50, everyDays: 50 });
    expect(handover("first: 90 d, every: 50 d")).toMatchObject({ firstDay: 90, everyDays: 50 });
    expect(handover("every: null")).toMatchObject({ everyDays: null, datedDays: [31] });
  });

  it("loadScenario lets a corridor lead out of the model", () => {
    const out = edited(SMALL, "    to: south\n", "").replace(
      "    arrival:\n      facilities: { S1: 1 }\n",
      "",
    );
    const scenario = load(out);
    expect(scenario.parameters.corridors).toEqual([{ id: "n-s", from: 0, to: -1 }]);
    expect(scenario.corridors).toEqual([{ id: "n-s", title: "n-s", from: "north", to: null }]);
    expect(scenario.parameters.regimes[0]?.corridors[0]?.arrival.facilities).toEqual([]);
  });

  it("loadScenario warns of a citizenship that no stream has", () => {
    expect(load(small("citizenships: [S]", "citizenships: [S, T]")).warnings).toEqual([
      'corridors.n-s.eligibility.citizenships: no stream has the citizenship "T"',
    ]);
  });

  it("loadScenario reads the same scenario from JSON, with the address of its schema", () => {
    const json = JSON.stringify({ $schema: "scenario.schema.json", ...parse(SMALL) }, null, 2);
    const files = memoryFiles({ "small.json": json });
    expect(loadScenario("small.json", files).parameters).toEqual(parameters);
    const wrong = json.replace('"119 d"', "119");
    const place = placeOf(wrong, "119,");
    expect(issuesOf({ "small.json": wrong }, "small.json")).toMatchObject([{ file: "small.json", ...place }]);
  });

  it("loadScenario gives parameters that survive JSON", () => {
    expect(JSON.parse(JSON.stringify(parameters))).toEqual(parameters);
  });
});
