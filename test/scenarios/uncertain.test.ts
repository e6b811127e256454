import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { quantileFunction } from "../../engine/statistics/quantileFunction.ts";
import {
  type CompiledScenario,
  loadScenario,
  openScenario,
  scenarioJsonSchema,
} from "../../scenarios/index.ts";
import { derived, memoryFiles, SMALL, small } from "./smallScenario.ts";

const REVIEW = "corridors.n-s.review.approvalProbability";
const INTEREST = "corridors.n-s.interest.share";

function uncertain(lines: string, text = SMALL): string {
  return `${text}uncertain:\n${lines}`;
}

function opened(text: string, overrides: readonly string[] = []) {
  return openScenario("small", memoryFiles({ "small.yaml": text }), overrides);
}

/** Interest in the first corridor by regime, as the engine gets it. */
function interest({ parameters }: CompiledScenario): number[] {
  return parameters.regimes.map((regime) => regime.corridors[0]!.interest.share);
}

function admissions({ parameters }: CompiledScenario): number[] {
  return parameters.regimes.map((regime) => regime.streams[0]!.admissionsPerDay);
}

describe("loadScenario, uncertain parameters", () => {
  it("loadScenario lists them with distribution, unit, written value and citation", () => {
    const { scenario } = opened(
      uncertain(`  ${REVIEW}: { value: { beta: { mean: 0.6, sd: 0.05 } }, source: T S27, mark: observed, date: 2024-01-01 }
  systems.north.streams.drug-men.admissions: { scale: { lognormal: { mean: 1, cv: 0.1 } } }
  corridors.n-s.interest.delay: { uniform: { low: 2 weeks, high: 35 d } }
`),
    );
    expect(scenario.uncertain).toEqual([
      {
        path: REVIEW,
        scenario: "small",
        kind: "value",
        distribution: { kind: "beta", mean: 0.6, sd: 0.05 },
        unit: "",
        written: "0.6",
        citation: {
          path: `uncertain.${REVIEW}`,
          value: "{ beta: { mean: 0.6, sd: 0.05 } }",
          mark: "observed",
          sources: ["T S27"],
          date: "2024-01-01",
          note: null,
        },
      },
      expect.objectContaining({
        path: "systems.north.streams.drug-men.admissions",
        kind: "scale",
        distribution: { kind: "lognormal", mean: 1, sd: 0.1 },
        unit: "",
        citation: expect.objectContaining({ mark: "assumption", sources: [] }),
      }),
      expect.objectContaining({
        distribution: { kind: "uniform", low: 2, high: 5 },
        unit: "weeks",
        written: "30 d",
      }),
    ]);
    expect(scenario.warnings).toEqual([]);
  });

  it("loadScenario gives a scenario the same parameters with and without the block, and as written with null draws", () => {
    const plain = loadScenario("small", memoryFiles({ "small.yaml": SMALL }));
    const open = opened(uncertain(`  ${REVIEW}: { uniform: { low: 0.3, high: 0.9 } }\n`));
    expect(open.scenario.parameters).toEqual(plain.parameters);
    expect(open.drawn([null]).parameters).toEqual(plain.parameters);
    expect(open.drawn([0.6]).parameters).toEqual(plain.parameters);
    expect(open.drawn([0.7]).parameters).not.toEqual(plain.parameters);
  });

  it.each([
    // From the distribution functions: x² for beta(2, 1), x⁵ for the PERT beta(5, 1), 1.959964 for the normal.
    ["beta: { mean: 0.6666666666666666, sd: 0.23570226039551584 }", 0.9874208829],
    ["pert: { low: 0, mode: 1, high: 1 }", 0.9949492366],
    ["normal: { mean: 0.5, sd: 0.05 }", 0.597998],
    ["lognormal: { mean: 0.1, cv: 0.1 }", 0.120989536],
    ["lognormal: { mean: 0.1, sd: 0.01 }", 0.120989536],
    ["triangular: { low: 0.2, mode: 0.4, high: 0.9 }", 0.8064585653],
    ["uniform: { low: 0.2, high: 0.6 }", 0.59],
    ["discrete: [{ value: 0.2, weight: 1 }, { value: 0.7, weight: 3 }]", 0.7],
    ["empirical: [0.3, 0.1, 0.5, 0.4]", 0.5],
  ])("loadScenario reads %s, of which 0.975 lies below %d", (text, expected) => {
    const { scenario } = opened(uncertain(`  ${REVIEW}: { ${text} }\n`));
    const found = quantileFunction(scenario.uncertain[0]!.distribution)(0.975);
    expect(found).toBeCloseTo(expected, 6);
  });

  it("drawn takes a draw in the distribution's own unit", () => {
    const open = opened(
      uncertain("  corridors.n-s.interest.delay: { uniform: { low: 1 weeks, high: 35 d } }\n"),
    );
    const { parameters } = open.drawn([2]);
    expect(parameters.regimes[0]!.corridors[0]!.interest.delay).toEqual({ kind: "fixed", days: 14 });
  });

  it("drawn rounds whole people and places, half up", () => {
    const open = opened(
      uncertain("  corridors.n-s.handover.maxPersons: { uniform: { low: 5, high: 20 } }\n"),
    );
    const most = (draw: number) =>
      open.drawn([draw]).parameters.regimes[0]!.corridors[0]!.handover.maximumPersons;
    expect([11.4, 11.5, 12.49].map(most)).toEqual([11, 12, 12]);
  });

  it("drawn gives every item of a selection the same factor", () => {
    const open = opened(
      uncertain("  systems.north.streams.*.admissions: { scale: { uniform: { low: 0.5, high: 2 } } }\n"),
    );
    const written = open.scenario.parameters.regimes[0]!.streams.map((stream) => stream.admissionsPerDay);
    const doubled = open.drawn([2]).parameters.regimes[0]!.streams.map((stream) => stream.admissionsPerDay);
    expect(doubled.slice(0, 2)).toEqual(written.slice(0, 2).map((rate) => rate * 2));
    expect(doubled[2]).toBe(written[2]);
  });
});

describe("scenarioJsonSchema, uncertain parameters", () => {
  const validate = new Ajv({ strict: false }).compile(scenarioJsonSchema());
  const withBlock = (lines: string) => parse(uncertain(lines));

  it("scenarioJsonSchema takes every kind, factors, citations and null", () => {
    const block = `  a.b: { value: { beta: { mean: 0.6, sd: 0.05 } }, source: T S27, mark: observed }
  a.c: { scale: { lognormal: { mean: 1, cv: 0.1 } } }
  a.d: { discrete: [{ value: 10 d, weight: 1 }] }
  a.e: { empirical: [1, 2] }
  a.f: null
`;
    expect(validate(withBlock(block)), JSON.stringify(validate.errors)).toBe(true);
  });

  it("scenarioJsonSchema refuses an unknown kind", () => {
    expect(validate(withBlock("  a.b: { gauss: { mean: 1 } }\n"))).toBe(false);
  });
});

describe("openScenario, draws beneath interventions", () => {
  const block = `  ${INTEREST}: { uniform: { low: 0.05, high: 0.3 } }\n`;

  it("drawn lets a scaling intervention of the same file scale the draw", () => {
    const text = uncertain(block, small(`${INTEREST}: 0.4`, `${INTEREST}: { scale: 3 }`));
    const [first, second] = interest(opened(text).drawn([0.1]));
    expect(first).toBe(0.1);
    expect(second).toBeCloseTo(0.3, 12);
  });

  it("drawn lets an intervention that sets a value hide the draw from its date on", () => {
    expect(interest(opened(uncertain(block)).drawn([0.1]))).toEqual([0.1, 0.4]);
  });

  it("drawn lets a scenario that extends the stating one scale the draw from the start and later", () => {
    const files = memoryFiles({
      "small.yaml": uncertain(
        "  systems.north.streams.drug-men.admissions: { uniform: { low: 300 persons / y, high: 500 persons / y } }\n",
      ),
      "derived.yaml": derived(`interventions:
  - from: 2027-01-01
    set: { systems.north.streams.drug-men.admissions: { scale: 2 } }
`),
    });
    const rates = admissions(openScenario("derived", files).drawn([400]));
    expect(rates[0]).toBeCloseTo(400 / 365.25, 12);
    expect(rates.at(-1)).toBeCloseTo(800 / 365.25, 12);
  });

  it("openScenario takes the line of the scenario that extends in the place of its base's, and null takes it back", () => {
    const base = uncertain(`${block}  ${REVIEW}: { uniform: { low: 0.1, high: 0.9 } }\n`);
    const files = memoryFiles({
      "small.yaml": base,
      "derived.yaml": derived(
        `uncertain:\n  ${INTEREST}: { normal: { mean: 0.2, sd: 0.01 } }\n  ${REVIEW}: null\n`,
      ),
    });
    const { scenario } = openScenario("derived", files);
    expect(
      scenario.uncertain.map(({ path, scenario: by, distribution }) => [path, by, distribution.kind]),
    ).toEqual([[INTEREST, "derived", "normal"]]);
    expect(scenario.citations.filter(({ path }) => path.startsWith("uncertain"))).toEqual([]);
  });

  it("openScenario drops what a file over the stating one or --set fixes from the start, and says so", () => {
    const files = memoryFiles({
      "small.yaml": uncertain(block),
      "derived.yaml": derived("corridors: { n-s: { interest: { share: 0.5 } } }\n"),
    });
    const { scenario } = openScenario("derived", files);
    expect(scenario.uncertain).toEqual([]);
    expect(scenario.warnings).toContain(
      `derived fixes ${INTEREST} from the start: the distribution of small is not used`,
    );
    const fixed = opened(uncertain(block), [`${INTEREST}=0.25`]);
    expect(fixed.scenario.uncertain).toEqual([]);
    expect(fixed.scenario.warnings).toContain(
      `--set fixes ${INTEREST} from the start: the distribution of small is not used`,
    );
    const scaled = opened(uncertain(block), [`${INTEREST}={ scale: 0.5 }`]);
    expect(interest(scaled.drawn([0.1]))[0]).toBeCloseTo(0.05, 12);
  });

  it("openScenario warns of a written value far out in its distribution", () => {
    const { scenario } = opened(uncertain(`  ${REVIEW}: { uniform: { low: 0.1, high: 0.3 } }\n`));
    expect(scenario.warnings).toEqual([
      `${REVIEW}: the written value 0.6 lies outside the middle 98 % of its distribution`,
    ]);
  });

  it("changed lays more overrides over the scenario, as --set would", () => {
    const open = opened(SMALL, ["horizon=3 y"]);
    const files = memoryFiles({ "small.yaml": SMALL });
    const changed = open.changed([`${REVIEW}=0.1`]);
    expect(changed).toEqual(loadScenario("small", files, ["horizon=3 y", `${REVIEW}=0.1`]));
  });

  it("drawn refuses another number of values", () => {
    expect(() => opened(uncertain(block)).drawn([])).toThrow(
      'drawn requires 1 values for scenario "small", got 0',
    );
  });
});
