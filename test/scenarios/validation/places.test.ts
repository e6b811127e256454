import { describe, expect, it } from "vitest";
import { ESTATE } from "../estateScenario.ts";
import { edited, placeOf } from "../smallScenario.ts";
import { estateIssues, type Mistake, testMistakes } from "./estateMistakes.ts";

const LOW_1 = "systems.us.facilities.LOW-1";
const RULE =
  "leastCrowded, proportional, { regionFirst: { maximumOccupancy: … } } or { closedAbove: { occupancy: … } }";

const cases: readonly Mistake[] = [
  {
    title: "refuses more beds off line than there are",
    passage: "ratedCapacity: 100, bedsOffLine: 10",
    mistake: "ratedCapacity: 100, bedsOffLine: 101",
    at: "101",
    path: `${LOW_1}.bedsOffLine`,
    expected: "no more beds off line than the rated capacity",
    received: "101 of 100",
  },
  {
    title: "refuses beds off line where none are rated",
    passage: "ratedCapacity: null, limit: 40",
    mistake: "ratedCapacity: null, bedsOffLine: 1, limit: 40",
    at: "1, limit",
    path: "systems.us.facilities.HOMES.bedsOffLine",
    expected: "no more beds off line than the rated capacity",
    received: "1 of no rated capacity",
  },
  {
    title: "names the nearest definition of capacity",
    passage: "capacity: rated",
    mistake: "capacity: availble",
    at: "availble",
    path: "systems.us.capacity",
    expected: "one of rated, available, own",
    received: '"availble"',
    hint: 'did you mean "available"?',
  },
  {
    title: "refuses a limit on a facility that is nobody's final placement",
    passage: "bedsOffLine: 10,",
    mistake: "bedsOffLine: 10, limit: 90,",
    at: "90,",
    path: `${LOW_1}.limit`,
    expected: "a limit only for a final placement",
    received: '90 for "LOW-1", which is nobody\'s',
    hint: 'a prison refuses nobody; "placement: { closedAbove: … }" sends people elsewhere while it can',
  },
  {
    title: "refuses a negative weight",
    passage: "weight: 30",
    mistake: "weight: -3",
    at: "-3",
    path: `${LOW_1}.weight`,
    expected: "a number, 0 or more",
    received: "-3",
  },
  {
    title: "refuses balancing above nothing",
    passage: "above: 1.5",
    mistake: "above: 0",
    at: "0 }\n    harm",
    path: "systems.us.balancing.above",
    expected: "a number above 0",
    received: "0",
  },
  {
    title: "refuses balancing that never lets time go on",
    passage: "every: 91 d",
    mistake: "every: 0 d",
    at: "0 d",
    path: "systems.us.balancing.every",
    expected: "a duration above 0",
    received: '"0 d"',
  },
  {
    title: "names the nearest rule of placement",
    passage: "placement: proportional",
    mistake: "placement: proportionel",
    at: "proportionel",
    path: "systems.us.placement",
    expected: RULE,
    received: '"proportionel"',
    hint: 'did you mean "proportional"?',
  },
  {
    title: "refuses two rules of placement in one place",
    passage: "placement: proportional",
    mistake: "placement: { regionFirst: { maximumOccupancy: 1 }, closedAbove: { occupancy: 1 } }",
    at: "{ regionFirst",
    path: "systems.us.placement",
    expected: `exactly one of ${RULE}`,
    received: "regionFirst and closedAbove",
  },
  {
    title: "refuses a rule of placement without its parameter",
    passage: "placement: proportional",
    mistake: "placement: { closedAbove: {} }",
    at: "closedAbove: {}",
    path: "systems.us.placement.closedAbove.occupancy",
    expected: "a number above 0",
    received: "nothing",
  },
  {
    title: "refuses a number of staff of 0",
    passage: "staff: 300",
    mistake: "staff: 0",
    at: "0, special",
    path: "systems.us.harm.staff",
    expected: "a number above 0",
    received: "0",
  },
  {
    title: "asks for all coefficients of assaults",
    passage: "staff: 300,",
    mistake: "staff: 300, assaults: { perPersonPerOfficer: 4.5, perPersons: 5000 },",
    at: "assaults",
    path: "systems.us.harm.assaults.perCrowdingPoint",
    expected: "a number, 0 or more",
    received: "nothing",
  },
];

describe("loadScenario on wrong figures of places and their rules", () => {
  it("accepts the estate as it is", () => {
    expect(estateIssues(ESTATE)).toEqual([]);
  });

  testMistakes(cases);

  it("loadScenario refuses capacities of one's own where none is written", () => {
    const text = edited(edited(ESTATE, "capacity: rated", "capacity: own"), ", ownCapacity: 150", "");
    expect(estateIssues(text)).toEqual([
      {
        file: "estate.yaml",
        ...placeOf(text, "own\n"),
        path: "systems.us.capacity",
        expected: 'an "ownCapacity" of at least one facility beside the capacity "own"',
        received: "none",
        hint: null,
      },
    ]);
  });

  it("loadScenario accepts a limit for a placement that begins on a date", () => {
    const text = `${edited(ESTATE, "bedsOffLine: 10,", "bedsOffLine: 10, limit: 90,")}interventions:
  - from: 2026-01-01
    set: { systems.us.streams.foreign-men.finalPlacement: { facility: LOW-1, share: 1, days: 30 d } }
`;
    expect(estateIssues(text)).toEqual([]);
  });

  it("loadScenario reports mistakes of all kinds at once", () => {
    const mistakes = [
      ["new/hospital: 0.1 }", "new/hospitl: 0.1 }"],
      ["[{ fromAge: 0 y, rate: 0.001 /y }", "[{ fromAge: 18 y, rate: 0.001 /y }"],
      ["weight: 30", "weight: -3"],
      ["above: 1.5", "above: 0"],
    ] as const;
    const text = mistakes.reduce((result, [passage, mistake]) => edited(result, passage, mistake), ESTATE);
    expect(
      estateIssues(text)
        .map(({ path }) => path)
        .sort(),
    ).toEqual([
      "systems.us.balancing.above",
      "systems.us.facilities.LOW-1.weight",
      "systems.us.streams.men.deaths[0].fromAge",
      "systems.us.streams.men.levels.new/hospitl",
    ]);
  });
});
