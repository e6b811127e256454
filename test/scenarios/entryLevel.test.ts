import { describe, expect, it } from "vitest";
import { loadScenario } from "../../scenarios/index.ts";
import { edited, issuesOf, memoryFiles } from "./smallScenario.ts";

/** People who await trial and are sentenced without leaving their prison, and a corridor that brings more. */
const STRAIGHT = `id: straight
title: Straight to a prison
start: 2025-01-01
horizon: 4 y
systems:
  here:
    facilities:
      - { id: A, level: state, ratedCapacity: 100 }
      - { id: B, level: state, ratedCapacity: 200 }
      - { id: C, level: federal, ratedCapacity: 50 }
    streams:
      - id: men
        sex: male
        admissions: 10 persons/y
        facilities: { A: 0.6, B: 0.4, C: 0 }
        entryLevel: pretrial
        reclassification:
          - { from: pretrial, to: sentenced, rate: 0.5 /y }
        stay: 3 y
    initialStock:
      - { stream: men, facility: A, level: pretrial, persons: 5 }
      - { stream: men, facility: A, level: sentenced, persons: 7 }
      - { stream: men, facility: C, persons: 2 }
  there:
    facilities:
      - { id: X, level: low, ratedCapacity: 100 }
    streams:
      - { id: others, admissions: 1 person/d, levels: { low: 1 }, stay: 2 y }
corridors:
  home:
    from: there
    to: here
    interest: { share: 0.5, delay: 30 d }
    review: { approvalProbability: 1 }
    handover: { every: 90 d, first: 2025-02-01 }
    arrival: { facilities: { C: 1 }, level: sentenced }
`;

const load = (text: string) => loadScenario("straight", memoryFiles({ "straight.yaml": text }));
const { parameters } = load(STRAIGHT);

/** A group as own level and facilities. */
function group(index: number): string {
  const { level, facilities } = parameters.groups[index]!;
  return `${parameters.levels[level]} ${facilities.map((f) => parameters.facilities[f]?.id).join()}`;
}

describe("loadScenario on an entry level", () => {
  it("entryLevel makes a group of one facility for each own level, which everybody enters at the entry level", () => {
    const { designation } = parameters.regimes[0]!.streams[0]!;
    expect(designation.map(({ index, share }) => [group(index), share])).toEqual([
      ["pretrial A", 0.6],
      ["pretrial B", 0.4],
      ["pretrial C", 0],
    ]);
  });

  it("reclassification holds within each facility of the stream, also where nobody new goes", () => {
    const { reclassification } = parameters.regimes[0]!.streams[0]!;
    expect(reclassification.map(({ from, to }) => [group(from), group(to)])).toEqual([
      ["pretrial A", "sentenced A"],
      ["pretrial B", "sentenced B"],
      ["pretrial C", "sentenced C"],
    ]);
    expect(reclassification[0]?.perDay).toBeCloseTo(0.5 / 365.25, 12);
  });

  it("initialStock with a facility has the own level it says, or the entry level", () => {
    expect(parameters.initialStock.map(({ group: index, persons }) => [group(index), persons])).toEqual([
      ["pretrial A", 5],
      ["sentenced A", 7],
      ["pretrial C", 2],
    ]);
  });

  it("arrival.level is the own level of the largest group of the facility, to which the engine adds arrivals", () => {
    const c = parameters.facilities.findIndex(({ id }) => id === "C");
    const holding = parameters.groups.flatMap(({ facilities }, index) =>
      facilities.includes(c) ? [{ index, size: facilities.length }] : [],
    );
    const largest = Math.max(...holding.map(({ size }) => size));
    const wide = edited(
      STRAIGHT,
      "ratedCapacity: 50 }",
      "ratedCapacity: 50 }\n      - { id: D, level: federal, ratedCapacity: 9 }",
    );
    const scenario = load(wide).parameters;
    const homes = scenario.groups.filter(
      ({ facilities }) => facilities.length === 2 && facilities.includes(c),
    );
    expect(largest).toBe(1);
    expect(homes.map(({ level }) => scenario.levels[level])).toEqual(["sentenced"]);
  });
});

const MEN = "systems.here.streams.men";

describe("loadScenario on mistakes with an entry level", () => {
  it.each([
    {
      title: "refuses an entry level beside custody classes",
      passage: "facilities: { A: 0.6, B: 0.4, C: 0 }",
      mistake: "levels: { state: 1 }",
      path: `${MEN}.entryLevel`,
      expected: 'no "entryLevel" beside "levels", which say it',
    },
    {
      title: "asks for the entry level where own levels change",
      passage: "        entryLevel: pretrial\n",
      mistake: "",
      path: `${MEN}.reclassification`,
      expected: 'an "entryLevel" beside "reclassification" of people sent straight to facilities',
    },
    {
      title: "refuses a class in a change of own level",
      passage: "to: sentenced",
      mistake: "to: sentenced/federal",
      path: `${MEN}.reclassification[0].to`,
      expected: 'an own level alone, without "/"',
    },
    {
      title: "refuses people of day 0 in a facility that their stream does not name",
      passage: "facilities: { A: 0.6, B: 0.4, C: 0 }",
      mistake: "facilities: { A: 0.6, B: 0.4 }",
      path: "systems.here.initialStock[2].facility",
      expected: 'a facility of the stream "men", with the share 0 if nobody new goes there',
    },
    {
      title: "refuses a level of arrival on a corridor that leads out of the model",
      passage: "    to: here\n",
      mistake: "",
      path: "corridors.home.arrival.level",
      expected: 'no "level": the corridor leads out of the model',
    },
  ])("loadScenario $title", ({ passage, mistake, path, expected }) => {
    const issues = issuesOf({ "straight.yaml": edited(STRAIGHT, passage, mistake) }, "straight");
    expect(issues.map((issue) => [issue.path, issue.expected])).toContainEqual([path, expected]);
  });

  it("loadScenario refuses to change the level of arrival on a date", () => {
    const dated = `${STRAIGHT}interventions:\n  - { from: 2026-01-01, set: { corridors.home.arrival.level: pretrial } }\n`;
    const [issue, ...others] = issuesOf({ "straight.yaml": dated }, "straight");
    expect(others).toEqual([]);
    expect(issue?.expected).toBe("a value that may change on a date");
  });
});
