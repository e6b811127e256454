import { describe, expect, it } from "vitest";
import { type CompiledScenario, loadScenario } from "../../scenarios/index.ts";
import { derived, memoryFiles, SMALL } from "./smallScenario.ts";

/** Loads the last of a chain of scenarios over the small one. */
function load(bodies: Readonly<Record<string, string>>, overrides: readonly string[] = []): CompiledScenario {
  const names = Object.keys(bodies);
  const files: Record<string, string> = { "small.yaml": SMALL };
  for (const [index, name] of names.entries()) {
    const base = names[index - 1] ?? "small";
    files[`${name}.yaml`] = derived(bodies[name] ?? "", name).replace("extends: small", `extends: ${base}`);
  }
  return loadScenario(names.at(-1) ?? "small", memoryFiles(files), overrides);
}

/** Share of interest from each day on. */
function interest({ parameters }: CompiledScenario): [day: number, share: number | undefined][] {
  return parameters.regimes.map(({ fromDay, corridors }) => [fromDay, corridors[0]?.interest.share]);
}

function setFrom(date: string, value: string, path = "corridors.n-s.interest.share"): string {
  return `interventions:\n  - from: ${date}\n    set:\n      ${path}: ${value}\n`;
}

const DAY_2026 = 365;
const DAY_2027 = 730;

describe("loadScenario on layers", () => {
  it("loadScenario keeps the changes of the base under a scenario that adds none", () => {
    const scenario = load({ top: "" });
    expect(interest(scenario)).toEqual(interest(load({})));
    expect(scenario.firstDifferenceDay).toBeNull();
    expect(scenario.chain).toEqual(["top", "small"]);
  });

  it("loadScenario scales a later change of the base too", () => {
    const scenario = load({ top: setFrom("2025-07-01", "{ scale: 2 }") });
    expect(interest(scenario)).toEqual([
      [0, 0.2],
      [181, 0.4],
      [DAY_2026, 0.8],
    ]);
    expect(scenario.warnings).toEqual([]);
    expect(scenario.firstDifferenceDay).toBe(181);
  });

  it("loadScenario lets a value hide a later change of the base, and warns", () => {
    const scenario = load({ top: setFrom("2025-07-01", "0.3") });
    expect(interest(scenario)).toEqual([
      [0, 0.2],
      [181, 0.3],
    ]);
    expect(scenario.warnings).toEqual([
      "top sets corridors.n-s.interest.share from 2025-07-01, which hides the change of small from 2026-01-01",
    ]);
  });

  it("loadScenario warns too where a value written from the start hides a change of the base", () => {
    const scenario = load({ top: "corridors: { n-s: { interest: { share: 0.7 } } }\n" });
    expect(interest(scenario)).toEqual([[0, 0.7]]);
    expect(scenario.warnings).toEqual([
      "top sets corridors.n-s.interest.share from 2025-01-01, which hides the change of small from 2026-01-01",
    ]);
    expect(scenario.firstDifferenceDay).toBe(0);
  });

  it("loadScenario applies the changes of one scenario in order of date, whatever their order in the file", () => {
    const body = `${setFrom("2027-01-01", "{ add: 0.1 }")}  - from: 2026-01-01\n    set:
      corridors.n-s.interest.share: { scale: 0.5 }\n`;
    expect(interest(load({ top: body }))).toEqual([
      [0, 0.2],
      [DAY_2027, 0.2 + 0.1],
    ]);
  });

  it("loadScenario lays three layers over one another, base first", () => {
    const scenario = load({
      middle: setFrom("2027-01-01", "0.1"),
      top: setFrom("2026-07-01", "{ scale: 2 }"),
    });
    expect(interest(scenario)).toEqual([
      [0, 0.2],
      [DAY_2026, 0.4],
      [546, 0.8],
      [DAY_2027, 0.2],
    ]);
    expect(scenario.firstDifferenceDay).toBe(546);
  });

  it("loadScenario finds no difference in a change that sets the same value", () => {
    const scenario = load({ top: setFrom("2026-01-01", "0.4") });
    expect(scenario.parameters).toEqual(load({}).parameters);
    expect(scenario.firstDifferenceDay).toBeNull();
  });

  it("loadScenario merges a mapping into a mapping and replaces lists, shares and distributions", () => {
    const scenario = load({
      top: `systems:
  north:
    streams:
      drug-men: { levels: { low: 1 }, moves: { every: 100 d } }
corridors:
  n-s: { review: { reviewers: null }, handover: { dated: [] } }
`,
    });
    const [stream] = scenario.parameters.regimes[0]!.streams;
    expect(stream?.designation).toEqual([{ index: 0, share: 1 }]);
    expect(stream?.moves).toEqual({ kind: "fixed", days: 100 });
    const [corridor] = scenario.parameters.regimes[0]!.corridors;
    expect(corridor?.review).toMatchObject({ reviewers: null, approvalProbability: 0.6 });
    expect(corridor?.handover).toMatchObject({ datedDays: [], everyDays: 119 });
    expect(scenario.firstDifferenceDay).toBe(0);
    expect(scenario.changes.map(({ path, before, after }) => [path, before, after])).toContainEqual([
      "systems.north.streams.drug-men.levels",
      "{ low: 0.6, high: 0.4 }",
      "{ low: 1 }",
    ]);
  });

  it("loadScenario adds interventions, expulsions and gates to those of the base", () => {
    const scenario = load({
      top: `${setFrom("2027-01-01", "0.1")}expulsions:
  - { date: 2026-06-01, persons: 7, from: { system: south, facility: S1 }, to: { stream: expelled } }
gates: [ "one" ]
`,
    });
    expect(scenario.parameters.expulsions.map(({ persons }) => persons)).toEqual([5, 7]);
    expect(interest(scenario)).toHaveLength(3);
    expect(scenario.gates).toEqual(["one"]);
    expect(scenario.firstDifferenceDay).toBe(516);
  });

  it("loadScenario scales capacities to whole people, half up", () => {
    const body = setFrom("2025-07-01", "{ scale: 0.505 }", "systems.north.facilities.N1.ratedCapacity");
    expect(load({ top: body }).parameters.regimes[1]?.capacity[0]).toBe(51);
  });

  it("loadScenario scales durations, rates and the durations of a distribution", () => {
    const scenario = load({
      top: `interventions:
  - from: 2025-07-01
    set:
      corridors.n-s.handover.every: { scale: 2 }
      corridors.n-s.consent.delay: { add: 10 d }
      systems.north.streams.women.admissions: { scale: 3 }
      systems.north.streams.women.stay: { scale: 2 }
      systems.north.streams.drug-men: { sentence: { scale: 0.5 }, deaths: 0 /y }
`,
    });
    const { corridors, streams } = scenario.parameters.regimes[1]!;
    expect(corridors[0]?.handover.everyDays).toBe(238);
    expect(corridors[0]?.consent.delay).toEqual({ kind: "fixed", days: 10 });
    expect(streams[1]?.admissionsPerDay).toBe(3);
    expect(streams[1]?.timeToServe.sentence).toEqual({ kind: "lognormal", meanDays: 600, cv: 0.5 });
    expect(streams[0]?.mortality).toEqual([]);
    expect(streams[0]?.timeToServe).toMatchObject({
      sentence: { kind: "bands", bands: [{ fromDays: 182.625, toDays: 365.25, share: 0.5 }, { share: 0.5 }] },
      lifeAdmissionShare: 0.01,
    });
  });

  it("loadScenario lays --set over everything from the start, and warns of what it hides", () => {
    const scenario = load({}, ["corridors.n-s.interest.share=0.9"]);
    expect(interest(scenario)).toEqual([[0, 0.9]]);
    expect(scenario.warnings).toEqual([
      "--set sets corridors.n-s.interest.share from 2025-01-01, which hides the change of small from 2026-01-01",
    ]);
    expect(interest(load({}, ["corridors.n-s.interest.share={ scale: 0.5 }"]))).toEqual([
      [0, 0.1],
      [DAY_2026, 0.2],
    ]);
  });

  it("loadScenario describes every change before and after, in order of date and bases first", () => {
    const { changes } = load({ top: setFrom("2025-07-01", "{ scale: 2 }") });
    const path = "corridors.n-s.interest.share";
    expect(changes).toEqual([
      { scenario: "top", date: "2025-07-01", path, before: "0.2", after: "0.4" },
      { scenario: "small", date: "2026-01-01", path, before: "0.2", after: "0.4" },
    ]);
  });
});
