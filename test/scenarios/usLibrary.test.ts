import { describe, expect, it } from "vitest";
import type { CompiledScenario } from "../../scenarios/index.ts";
import { dayNumber } from "../../scenarios/index.ts";
import { loadLibrary as load } from "./libraryFiles.ts";

const START = "2024-10-31";
const POLICY_DAY = dayNumber("2026-01-01", START);
const baseline = load("baseline");
const lastRegime = ({ parameters }: CompiledScenario) => parameters.regimes.at(-1)!;
/** Compared as text, since a list of differences between thousands of rows helps nobody. */
const text = (value: unknown): string => JSON.stringify(value);
const facility = (id: string): number => baseline.facilities.findIndex((one) => one.id === id);
const US = baseline.streams.map(({ system }) => system === "us");

/** Days and capacities of the changes of a scenario, by facility. */
function changesOf({ parameters, facilities }: CompiledScenario) {
  return parameters.capacityChanges.map((change) => [
    facilities[change.facility]?.id,
    change.day,
    change.capacity,
  ]);
}

describe("the baseline of the federal estate", () => {
  it("closes Pensacola and Terminal Island, which hold people at the start, and nothing else", () => {
    expect(changesOf(baseline)).toEqual([
      ["PEN", dayNumber("2025-09-01", START), 0],
      ["TRM", dayNumber("2025-11-25", START), 0],
    ]);
    for (const id of ["PEN", "TRM"]) {
      const rows = baseline.parameters.initialStock.filter((row) => row.facility === facility(id));
      expect(rows.reduce((sum, { persons }) => sum + persons, 0)).toBeGreaterThan(100);
    }
  });

  it("sends nobody new to Duluth and Morgantown from the day of the announcement on", () => {
    const { regimes } = baseline.parameters;
    const [first, second] = regimes;
    expect(second?.fromDay).toBe(dayNumber("2024-12-05", START));
    for (const id of ["DTH", "MRG"]) {
      expect(first?.designationWeight[facility(id)]).toBeGreaterThan(0);
      expect(second?.designationWeight[facility(id)]).toBe(0);
    }
  });

  it("limits the places of the final placement, and takes administrative units by function", () => {
    const { placementLimit } = lastRegime(baseline);
    expect(placementLimit.filter((limit) => limit !== null)).toEqual([14_065]);
    expect(placementLimit[facility("COMMUNITY")]).toBe(14_065);
    const levels = baseline.facilities.map(({ level }) => level);
    for (const { byFunction, facilities } of baseline.parameters.groups) {
      const isAdministrative = facilities.every((index) => levels[index] === "administrative");
      expect(byFunction).toBe(isAdministrative);
    }
  });

  it("tells what harm is known, with its mark, and has no coefficients of assaults", () => {
    const { harm, capacityDefinition } = baseline.systems[0]!;
    expect(capacityDefinition).toBe("rated");
    expect(harm).toEqual({
      staff: 34_000,
      officers: null,
      programmePlaces: null,
      specialHousingShare: 0.077,
      assaults: null,
    });
    const marks = baseline.citations.filter(({ path }) => path.startsWith("systems.us.harm."));
    expect(marks.map(({ path, mark }) => [path, mark])).toEqual([
      ["systems.us.harm.staff", "observed"],
      ["systems.us.harm.specialHousingShare", "derived"],
    ]);
  });
});

describe("the policies on the federal estate", () => {
  for (const name of [
    "admissions-plus-20",
    "admissions-minus-20",
    "fsa-credits-for-non-citizens",
    "community-places-plus-50",
    "region-first",
  ]) {
    it(`${name} differs from the baseline from 2026 on, without a warning`, () => {
      const scenario = load(name);
      expect(scenario.warnings).toEqual([]);
      expect(scenario.firstDifferenceDay).toBe(POLICY_DAY);
      const { regimes, capacityChanges: _, ...rest } = scenario.parameters;
      const { regimes: baseRegimes, capacityChanges: __, ...baseRest } = baseline.parameters;
      const early = (list: typeof regimes) => text(list.filter(({ fromDay }) => fromDay < POLICY_DAY));
      expect(early(regimes)).toBe(early(baseRegimes));
      expect(text(rest)).toBe(text(baseRest));
      expect(scenario.question).not.toBe("");
      expect(scenario.source).not.toBe("");
    });
  }

  for (const [name, factor] of [
    ["admissions-plus-20", 1.2],
    ["admissions-minus-20", 0.8],
  ] as const) {
    it(`${name} scales every US stream and no Mexican one`, () => {
      const before = lastRegime(baseline).streams;
      for (const [index, { admissionsPerDay }] of lastRegime(load(name)).streams.entries()) {
        const expected = before[index]!.admissionsPerDay * (US[index] ? factor : 1);
        expect(admissionsPerDay).toBeCloseTo(expected, 9);
      }
    });
  }

  it("fsa-credits-for-non-citizens gives them the share of US citizens with the same offence", () => {
    const scenario = load("fsa-credits-for-non-citizens");
    const { streams } = lastRegime(scenario);
    const shares = streams.map(
      ({ timeToServe }) => timeToServe.reductions.find(({ id }) => id === "firstStepAct")?.share,
    );
    const citizens = new Map<string, number | undefined>();
    for (const [index, { offence, citizenship }] of scenario.streams.entries()) {
      if (US[index] && citizenship === "US") citizens.set(offence, shares[index]);
    }
    let compared = 0;
    for (const [index, { offence, citizenship, system }] of scenario.streams.entries()) {
      if (system !== "us" || citizenship === "US" || shares[index] === undefined) continue;
      compared += 1;
      expect(shares[index]).toBeCloseTo(citizens.get(offence) ?? Number.NaN, 3);
    }
    expect(compared).toBeGreaterThan(20);
    const placements = streams.map(({ finalPlacement }) => finalPlacement);
    expect(placements).toEqual(lastRegime(baseline).streams.map(({ finalPlacement }) => finalPlacement));
  });

  it("community-places-plus-50 gives half as many places again", () => {
    expect(lastRegime(load("community-places-plus-50")).placementLimit[facility("COMMUNITY")]).toBe(21_098);
  });

  it("region-first changes the rule, and closes the two camps that the rule would fill", () => {
    const scenario = load("region-first");
    expect(lastRegime(scenario).placement).toEqual([
      { kind: "regionFirst", maximumOccupancy: 1.1 },
      { kind: "leastCrowded" },
    ]);
    expect(changesOf(scenario)).toEqual([
      ...changesOf(baseline),
      ["DTH", POLICY_DAY, 0],
      ["MRG", POLICY_DAY, 0],
    ]);
  });

  it("closures-2025 carries out every announcement, and takes about 4,000 beds off line", () => {
    const scenario = load("closures-2025");
    expect(scenario.warnings).toEqual([]);
    const closed = scenario.parameters.capacityChanges.map(
      (change) => scenario.facilities[change.facility]?.id,
    );
    expect(closed.sort()).toEqual(["DTH", "ENG-CAMP", "LOR-CAMP", "MRG", "OXF-CAMP", "PEN", "TRM"]);
    expect(scenario.systems[0]?.capacityDefinition).toBe("available");
    expect(scenario.firstDifferenceDay).toBe(dayNumber("2025-02-01", START));
    const beds = ({ capacity }: { readonly capacity: readonly (number | null)[] }) =>
      capacity.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    const { regimes } = scenario.parameters;
    const february = regimes.find(({ fromDay }) => fromDay === scenario.firstDifferenceDay);
    expect(beds(regimes[0]!) - beds(february!)).toBe(4000);
  });
});
