import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { dayNumber, loadScenario, scenarioJsonSchema } from "../../scenarios/index.ts";
import { ESTATE } from "./estateScenario.ts";
import { libraryFiles as files, LIBRARY, loadLibrary, ROOT } from "./libraryFiles.ts";
import { derived, edited, SMALL } from "./smallScenario.ts";

const BENCH = ["bench/prison-network.yaml", "bench/prison-network-crowded.yaml"].map((path) =>
  join(ROOT, path),
);

const baseline = loadLibrary("baseline");
/** Compared as text, since a list of differences between thousands of rows helps nobody. */
const text = (value: unknown): string => JSON.stringify(value);
const POLICY_DAY = dayNumber("2026-01-01", "2024-10-31");

describe("the library", () => {
  for (const name of ["no-transfers", "double-approvals", "monthly-handovers", "all-eligible-notified"]) {
    it(`loadScenario reads ${name}, which differs from the baseline from 2026 on and from nothing else`, () => {
      const scenario = loadLibrary(name);
      expect(scenario.warnings).toEqual([]);
      expect(scenario.chain).toEqual([name, "baseline"]);
      expect(scenario.firstDifferenceDay).toBe(POLICY_DAY);
      const { regimes, ...rest } = scenario.parameters;
      const { regimes: baseRegimes, ...baseRest } = baseline.parameters;
      const early = (list: typeof regimes) => text(list.filter(({ fromDay }) => fromDay < POLICY_DAY));
      expect(text(rest)).toBe(text(baseRest));
      expect(early(regimes)).toBe(early(baseRegimes));
      expect(regimes.map(({ fromDay }) => fromDay)).toContain(POLICY_DAY);
      expect(scenario.question).not.toBe("");
      expect(scenario.source).not.toBe("");
    });
  }

  it("loadScenario reads the baseline without a warning, and every facility of a person takes that person", () => {
    const { parameters, warnings, citations, systems } = baseline;
    expect(warnings).toEqual([]);
    expect(systems.map(({ id }) => id)).toEqual(["us", "mx"]);
    const placements = new Set(parameters.regimes[0]?.streams.map((one) => one.finalPlacement?.facility));
    for (const { facility, group } of parameters.initialStock) {
      if (placements.has(facility)) expect(parameters.groups[group]?.facilities).not.toHaveLength(0);
      else expect(parameters.groups[group]?.facilities).toContain(facility);
    }
    expect(citations.length).toBeGreaterThan(20);
  });

  it("loadScenario hands over on the dates of 2025 and sends the people of the three expulsions", () => {
    const { parameters, startDate } = baseline;
    const handover = parameters.regimes[0]?.corridors[0]?.handover;
    expect(handover).toMatchObject({ firstDay: 162, everyDays: 119, datedDays: [43], maximumPersons: 59 });
    expect(parameters.expulsions.map(({ day, persons }) => [day, persons])).toEqual([
      [dayNumber("2025-02-27", startDate), 29],
      [dayNumber("2025-08-12", startDate), 26],
      [dayNumber("2026-01-20", startDate), 37],
    ]);
  });

  it("loadScenario cites only sources that are listed", () => {
    const listed = new Set(
      readFileSync(join(ROOT, "data/sources/citations.csv"), "utf8")
        .split("\n")
        .map((line) => line.split(",")[0]),
    );
    for (const name of readdirSync(LIBRARY)) {
      const { citations } = loadLibrary(name.replace(".yaml", ""));
      const cited = citations.flatMap(({ sources }) => sources);
      expect(cited.filter((id) => !listed.has(id))).toEqual([]);
      expect(cited.length).toBeGreaterThan(10);
    }
  });
});

describe("the reference workload", () => {
  const [plain, crowded] = BENCH.map((path) => loadScenario(path, files));

  it("loadScenario reads the network as it is specified", () => {
    const { parameters } = plain!;
    expect(parameters.facilities.map(({ level }) => Number(level))).toEqual(
      Array.from({ length: 120 }, (_, index) => Math.floor(index / 30)),
    );
    expect(parameters.gridDays).toEqual(Array.from({ length: 3650 }, (_, index) => index + 1));
    expect(parameters.initialStock.map(({ persons, facility, group }) => [persons, facility, group])).toEqual(
      [0, 1, 2, 3].map((group) => [37_500, -1, group]),
    );
    const [{ streams, corridors, capacity, placement } = {} as never] = parameters.regimes;
    expect(capacity).toEqual(Array(120).fill(1000));
    expect(placement).toEqual([{ kind: "leastCrowded" }]);
    expect(streams).toMatchObject([
      {
        admissionsPerDay: 45_000 / 365,
        timeToServe: {
          sentence: { kind: "lognormal", meanDays: 1200, cv: 1 },
          servedShare: 1,
          lifeStockShare: 0,
        },
        mortality: [],
        moves: { kind: "exponential", meanDays: 700 },
        finalPlacement: null,
      },
    ]);
    expect(corridors).toMatchObject([
      {
        eligibility: { citizenships: [], excludedOffences: [], minimumLeftDays: 0, bars: [] },
        interest: { share: 0.1, delay: { kind: "exponential", meanDays: 400 } },
        review: { reviewers: null, approvalProbability: 0.25, reapplyAfterDays: null },
        handover: { firstDay: 90, everyDays: 90, datedDays: [], maximumPersons: null },
      },
    ]);
  });

  it("loadScenario changes nothing but the capacity for the crowded network", () => {
    const withCapacity = (capacity: number) => ({
      ...plain!.parameters,
      regimes: plain!.parameters.regimes.map((regime) => ({
        ...regime,
        capacity: Array(120).fill(capacity),
        designationWeight: Array(120).fill(capacity),
      })),
    });
    expect(crowded!.parameters).toEqual(withCapacity(900));
  });
});

describe("scenarioJsonSchema", () => {
  const validate = new Ajv({ strict: false, allErrors: true }).compile(scenarioJsonSchema());
  const shipped = [...readdirSync(LIBRARY).map((name) => join(LIBRARY, name)), ...BENCH];

  for (const path of shipped) {
    it(`scenarioJsonSchema accepts ${path.slice(ROOT.length + 1)}`, () => {
      validate(parse(readFileSync(path, "utf8")));
      expect(validate.errors ?? []).toEqual([]);
    });
  }

  it("scenarioJsonSchema accepts all that a scenario may have, and a derived one", () => {
    const patch = "systems: { north: { streams: { women: { deaths: 0 /y } } } }\n";
    const overlay = "systems: { north: { facilities: { overlay: us-beds-off-line } } }\n";
    const change = "date: 2026-01-01, facility: us/LOW-1, slip: { exponential: { mean: 9 d } }";
    const changes = `${ESTATE}capacityChanges:\n  - { ${change}, capacity: { value: 0, source: A1 } }\n`;
    for (const text of [SMALL, ESTATE, changes, derived(patch), derived(overlay)]) {
      validate(parse(text));
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  it("scenarioJsonSchema refuses an unknown key, a bare number and a probability above 1", () => {
    const mistakes = [
      ["grid:", "gird:"],
      ["every: 119 d", "every: 119"],
      ["approvalProbability: 0.6", "approvalProbability: 1.6"],
      ["id: small", "ide: small"],
    ] as const;
    for (const [passage, mistake] of mistakes) {
      expect(validate(parse(edited(SMALL, passage, mistake)))).toBe(false);
    }
    const estateMistakes = [
      ["placement: proportional", "placement: proportionel"],
      ["capacity: rated", "capacity: rate"],
      ["detainerShare: 0.3", "detainerShare: 1.3"],
      ["fromAge: 50 y", "fromAge: 50"],
      ["perDay: 0.4, maximum: 365 d }", "perDay: 0.4, maximum: 365 }"],
    ] as const;
    for (const [passage, mistake] of estateMistakes) {
      expect(validate(parse(edited(ESTATE, passage, mistake)))).toBe(false);
    }
  });
});
