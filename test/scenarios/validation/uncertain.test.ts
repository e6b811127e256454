import { describe, expect, it } from "vitest";
import { ScenarioError } from "../../../scenarios/index.ts";
import { openScenario } from "../../../scenarios/openScenario.ts";
import { derived, issuesOf, memoryFiles, onlyIssue, placeOf, SMALL } from "../smallScenario.ts";

const REVIEW = "corridors.n-s.review.approvalProbability";
const RATE = "systems.north.streams.drug-men.admissions";
const DELAY = "corridors.n-s.interest.delay";
const KINDS = "uniform, triangular, pert, beta, normal, lognormal, discrete, empirical";
const RANGE =
  "every value that may be drawn must be allowed: choose a distribution that ends within the range";

interface Case {
  readonly title: string;
  /** Lines of the block. */
  readonly lines: string;
  /** What the issue points to. */
  readonly at: string;
  readonly path: string;
  readonly expected: string;
  readonly received: string;
  readonly hint?: string;
}

const cases: readonly Case[] = [
  {
    title: "refuses a path that does not exist, with the nearest one",
    lines: "corridors.n-s.review.aprovalProbability: { uniform: { low: 0, high: 1 } }",
    at: "corridors.n-s.review.aprov",
    path: "uncertain.corridors.n-s.review.aprovalProbability",
    expected: "a path that exists",
    received: '"corridors.n-s.review.aprovalProbability"',
    hint: 'did you mean "corridors.n-s.review.approvalProbability"?',
  },
  {
    title: "refuses an unknown kind of distribution",
    lines: `${REVIEW}: { gauss: { mean: 0.5, sd: 0.1 } }`,
    at: "gauss",
    path: `uncertain.${REVIEW}.gauss`,
    expected: `one of the keys ${KINDS}, scale`,
    received: 'an unknown key "gauss"',
  },
  {
    title: "refuses two distributions of one parameter",
    lines: `${REVIEW}: { uniform: { low: 0.1, high: 0.2 }, beta: { mean: 0.5, sd: 0.1 } }`,
    at: "{ uniform",
    path: `uncertain.${REVIEW}`,
    expected: "one of uniform, triangular, pert, beta, normal, lognormal, discrete, empirical or scale",
    received: "uniform and beta",
  },
  {
    title: "refuses an empty scale",
    lines: `${RATE}: { scale: {} }`,
    at: "{}",
    path: `uncertain.${RATE}.scale`,
    expected: "one of uniform, triangular, pert, beta, normal, lognormal, discrete or empirical",
    received: "none of them",
  },
  {
    title: "refuses a value in the place of a distribution",
    lines: `${REVIEW}: 0.5`,
    at: "0.5\n",
    path: `uncertain.${REVIEW}`,
    expected: "a distribution, or null",
    received: "0.5",
  },
  {
    title: "refuses a number that is none",
    lines: `${REVIEW}: { uniform: { low: few, high: 1 } }`,
    at: "few",
    path: `uncertain.${REVIEW}.uniform.low`,
    expected: 'a number, or a quantity with its unit such as "30 d"',
    received: '"few"',
  },
  {
    title: "refuses a log-normal without spread",
    lines: `${RATE}: { scale: { lognormal: { mean: 1 } } }`,
    at: "{ mean: 1 }",
    path: `uncertain.${RATE}.scale.lognormal`,
    expected: 'either "sd" or "cv"',
    received: "neither",
  },
  {
    title: "refuses a log-normal with two spreads",
    lines: `${RATE}: { scale: { lognormal: { mean: 1, sd: 0.1, cv: 0.1 } } }`,
    at: "{ mean: 1, sd",
    path: `uncertain.${RATE}.scale.lognormal`,
    expected: 'either "sd" or "cv"',
    received: "both",
  },
  {
    title: "refuses an empty list of values",
    lines: `${REVIEW}: { empirical: [] }`,
    at: "[] }",
    path: `uncertain.${REVIEW}.empirical`,
    expected: "a list of 1 to 10000 values",
    received: "an empty list",
  },
  {
    title: "refuses a weight below 0",
    lines: `${REVIEW}: { discrete: [{ value: 0.1, weight: -1 }] }`,
    at: "-1 }",
    path: `uncertain.${REVIEW}.discrete[0].weight`,
    expected: "a number, 0 or more",
    received: "-1",
  },
  {
    title: "refuses weights that are all 0",
    lines: `${REVIEW}: { discrete: [{ value: 0.1, weight: 0 }] }`,
    at: "{ discrete",
    path: `uncertain.${REVIEW}`,
    expected: "a weight above 0",
    received: "a mapping",
  },
  {
    title: "refuses numbers of several kinds",
    lines: `${DELAY}: { triangular: { low: 10 d, mode: 20, high: 30 d } }`,
    at: "20,",
    path: `uncertain.${DELAY}.triangular.mode`,
    expected: 'a duration such as "30 d", as the first number is',
    received: "20",
  },
  {
    title: "refuses bounds in the wrong order, across units",
    lines: `${DELAY}: { uniform: { low: 5 weeks, high: 30 d } }`,
    at: "{ uniform",
    path: `uncertain.${DELAY}`,
    expected: "low below high",
    received: `5 and ${30 / 7}`,
  },
  {
    title: "refuses a beta distribution that does not exist",
    lines: `${REVIEW}: { beta: { mean: 0.5, sd: 0.6 } }`,
    at: "{ beta",
    path: `uncertain.${REVIEW}`,
    expected: "a mean in (0, 1) and an sd in (0, sqrt(mean (1 - mean)))",
    received: "0.5 and 0.6",
  },
  {
    title: "refuses factors with a unit",
    lines: `${DELAY}: { scale: { uniform: { low: 10 d, high: 20 d } } }`,
    at: "{ uniform",
    path: `uncertain.${DELAY}.scale`,
    expected: "a distribution of factors, which have no unit",
    received: "numbers in d",
  },
  {
    title: "refuses factors below 0",
    lines: `${RATE}: { scale: { uniform: { low: -1, high: 1 } } }`,
    at: "{ uniform",
    path: `uncertain.${RATE}.scale`,
    expected: "factors of 0 or more",
    received: "a factor of -1 at the probability 0 of the uniform distribution",
    hint: RANGE,
  },
  {
    title: "refuses numbers without the parameter's unit",
    lines: `${DELAY}: { uniform: { low: 10, high: 20 } }`,
    at: "{ uniform",
    path: `uncertain.${DELAY}`,
    expected: 'a duration such as "30 d" or a distribution',
    received: "10 at the probability 0 of the uniform distribution",
    hint: RANGE,
  },
  {
    title: "refuses a distribution that leaves the parameter's range above",
    lines: `${REVIEW}: { uniform: { low: 0.9, high: 1.5 } }`,
    at: "{ uniform",
    path: `uncertain.${REVIEW}`,
    expected: "a number from 0 to 1",
    received: "1.2 at the probability 0.5 of the uniform distribution",
    hint: RANGE,
  },
  {
    title: "refuses one share of several, which would not sum to 1 any more",
    lines: "systems.north.streams.drug-men.levels.low: { uniform: { low: 0.5, high: 0.7 } }",
    at: "{ uniform",
    path: "uncertain.systems.north.streams.drug-men.levels.low",
    expected: "shares that sum to 1",
    received: "0.5 at the probability 0 of the uniform distribution",
    hint: RANGE,
  },
  {
    title: "refuses a factor on a value that cannot be scaled",
    lines: "systems.north.placement: { scale: { uniform: { low: 0.5, high: 1 } } }",
    at: "{ uniform",
    path: "uncertain.systems.north.placement.scale",
    expected: "a value that can be scaled",
    received: "leastCrowded",
  },
  {
    title: "refuses to take back what no base states",
    lines: `${REVIEW}: null`,
    at: "null",
    path: `uncertain.${REVIEW}`,
    expected: "a distribution, or null for a path that a base calls uncertain",
    received: "null",
  },
  {
    title: "refuses two lines that draw one value",
    lines: `systems.north.streams.*.admissions: { uniform: { low: 1 persons/d, high: 2 persons/d } }
  ${RATE}: { uniform: { low: 1 persons/d, high: 2 persons/d } }`,
    at: `${RATE}:`,
    path: `uncertain.${RATE}`,
    expected: "each value drawn once",
    received: `${RATE} a second time, after "systems.north.streams.*.admissions"`,
    hint: "scale one of them, or take one back with null",
  },
];

describe("loadScenario on a wrong uncertain parameter", () => {
  for (const { title, lines, at, path, expected, received, hint = null } of cases) {
    it(`loadScenario ${title}`, () => {
      const block = `uncertain:\n  ${lines}\n`;
      const text = SMALL + block;
      const inBlock = placeOf(block, at);
      const place = { line: SMALL.split("\n").length - 1 + inBlock.line, column: inBlock.column };
      expect(onlyIssue(text)).toEqual({ file: "small.yaml", ...place, path, expected, received, hint });
    });
  }

  it("loadScenario wants a mapping", () => {
    const text = `${SMALL}uncertain: [1]\n`;
    expect(onlyIssue(text)).toMatchObject({
      expected: "a mapping of paths and distributions",
      received: "a list",
    });
  });

  it("loadScenario hints at a path that a base calls uncertain where null names another", () => {
    const texts = {
      "small.yaml": `${SMALL}uncertain:\n  ${REVIEW}: { uniform: { low: 0.1, high: 0.9 } }\n`,
      "derived.yaml": derived("uncertain:\n  corridors.n-s.review.approvalProbabilty: null\n"),
    };
    expect(issuesOf(texts, "derived")).toMatchObject([
      { hint: `did you mean "${REVIEW}"?`, file: "derived.yaml" },
    ]);
  });

  it("loadScenario reports all mistakes of a block at once", () => {
    const text = `${SMALL}uncertain:\n  nowhere.to: { uniform: { low: 0, high: 1 } }\n  ${REVIEW}: { uniform: { low: 0, high: 2 } }\n`;
    expect(issuesOf({ "small.yaml": text }, "small").map(({ expected }) => expected)).toEqual([
      "a path that exists",
      "a number from 0 to 1",
    ]);
  });

  it("drawn reports values that do not go together where the distribution stands", () => {
    const text = `${SMALL}uncertain:\n  systems.north.streams.drug-men.sentence.bands: null\n`;
    expect(issuesOf({ "small.yaml": text }, "small")).toHaveLength(1);
    const open = openScenario(
      "small",
      memoryFiles({
        "small.yaml": `${SMALL}uncertain:\n  ${REVIEW}: { uniform: { low: 0.2, high: 0.8 } }\n`,
      }),
    );
    expect(() => open.drawn([1.5])).toThrow(ScenarioError);
    expect(() => open.drawn([1.5])).toThrow(/received 1\.5 \(drawn\)/);
  });
});
