import { describe, expect, it } from "vitest";
import { formatIssue } from "../../../scenarios/index.ts";
import { issuesOf, onlyIssue, placeOf, SMALL, small } from "../smallScenario.ts";

/** One mistake in the small scenario, and the message that it must give. */
interface Case {
  readonly title: string;
  readonly passage: string;
  readonly mistake: string;
  /** Where the message points: the start of this text. */
  readonly at: string;
  readonly path: string;
  readonly expected: string;
  readonly received: string;
  /** None unless given. */
  readonly hint?: string;
}

const STREAM = "systems.north.streams.drug-men";
const DURATION = 'a duration such as "30 d"';
const PROBABILITY = "a number from 0 to 1";
const CAPACITY = "a whole number of persons, 0 or more, or null";

const cases: readonly Case[] = [
  {
    title: "points to an unknown key and names the nearest known one",
    passage: "approvalProbability: 0.6",
    mistake: "aprovalProbability: 0.6, approvalProbability: 0.6",
    at: "aprovalProbability",
    path: "corridors.n-s.review.aprovalProbability",
    expected:
      "one of the keys reviewers, discipline, serviceTime, approvalProbability, approvalRules, reapplyAfter",
    received: 'an unknown key "aprovalProbability"',
    hint: 'did you mean "approvalProbability"?',
  },
  {
    title: "points to an unknown top-level key",
    passage: "grid: year",
    mistake: "gird: year",
    at: "gird",
    path: "gird",
    expected:
      "one of the keys $schema, id, title, question, mark, source, extends, undecidedGates, start, horizon, grid, systems, " +
      "corridors, ledger, expulsions, capacityChanges, interventions, gates, uncertain",
    received: 'an unknown key "gird"',
    hint: 'did you mean "grid"?',
  },
  {
    title: "refuses a unit that is not one of time",
    passage: "every: 119 d",
    mistake: "every: 30 persons",
    at: "30 persons",
    path: "corridors.n-s.handover.every",
    expected: DURATION,
    received: '"30 persons"',
    hint: "units of time are h, d, weeks, months and y",
  },
  {
    title: "refuses a bare number where a duration is needed",
    passage: "every: 119 d",
    mistake: "every: 30",
    at: "30, dated",
    path: "corridors.n-s.handover.every",
    expected: DURATION,
    received: "30",
    hint: 'add a unit: "30 d"',
  },
  {
    title: "refuses a bare number where a distribution is needed",
    passage: "serviceTime: 300 d",
    mistake: "serviceTime: 301",
    at: "301",
    path: "corridors.n-s.review.serviceTime",
    expected: 'a duration such as "30 d" or a distribution',
    received: "301",
    hint: 'add a unit: "301 d"',
  },
  {
    title: "refuses admissions without a unit",
    passage: "admissions: 365.25 persons / y",
    mistake: "admissions: 400",
    at: "400",
    path: `${STREAM}.admissions`,
    expected: 'a rate such as "3 persons/d"',
    received: "400",
    hint: 'add a unit: "400 persons/y"',
  },
  {
    title: "refuses a death rate in the unit of admissions",
    passage: "deaths: 0.0036525 /y",
    mistake: "deaths: 3 persons/y",
    at: "3 persons/y",
    path: `${STREAM}.deaths`,
    expected: 'a rate such as "0.002 /y"',
    received: '"3 persons/y"',
  },
  {
    title: "refuses a text in the place of a mapping",
    passage: "review: { reviewers: 4, serviceTime: 300 d, approvalProbability: 0.6, reapplyAfter: 730 d }",
    mistake: "review: quick",
    at: "quick",
    path: "corridors.n-s.review",
    expected: "a mapping",
    received: '"quick"',
  },
  {
    title: "refuses a negative capacity",
    passage: "ratedCapacity: 200",
    mistake: "ratedCapacity: -20",
    at: "-20",
    path: "systems.north.facilities.N2.ratedCapacity",
    expected: CAPACITY,
    received: "-20",
  },
  {
    title: "asks for a capacity, even if it is null",
    passage: "{ id: S1, level: federal, ratedCapacity: 500 }",
    mistake: "{ id: S1, level: federal }",
    at: "{ id: S1",
    path: "systems.south.facilities.S1.ratedCapacity",
    expected: CAPACITY,
    received: "nothing",
  },
  {
    title: "refuses a probability above 1",
    passage: "approvalProbability: 0.6",
    mistake: "approvalProbability: 1.6",
    at: "1.6",
    path: "corridors.n-s.review.approvalProbability",
    expected: PROBABILITY,
    received: "1.6",
  },
  {
    title: "refuses a percentage written as text",
    passage: "approvalProbability: 0.6",
    mistake: "approvalProbability: 60 %",
    at: "60 %",
    path: "corridors.n-s.review.approvalProbability",
    expected: PROBABILITY,
    received: '"60 %"',
  },
  {
    title: "refuses shares by level that do not sum to 1",
    passage: "levels: { low: 0.6, high: 0.4 }",
    mistake: "levels: { low: 0.6, high: 0.3 }",
    at: "{ low: 0.6",
    path: `${STREAM}.levels`,
    expected: "shares that sum to 1",
    received: "a sum of 0.9",
  },
  {
    title: "refuses shares of bands that do not sum to 1",
    passage: "{ from: 2 y, to: 4 y, share: 0.5 }",
    mistake: "{ from: 2 y, to: 4 y, share: 0.500002 }",
    at: "- { from: 1 y",
    path: `${STREAM}.sentence.bands`,
    expected: "shares that sum to 1",
    received: "a sum of 1.000002",
  },
  {
    title: "refuses a band that ends before it begins",
    passage: "{ from: 2 y, to: 4 y, share: 0.5 }",
    mistake: "{ from: 2 y, to: 1 y, share: 0.5 }",
    at: "1 y, share: 0.5 }\n          life",
    path: `${STREAM}.sentence.bands[1].to`,
    expected: 'a duration no shorter than "from"',
    received: '"1 y"',
  },
  {
    title: "refuses two distributions in one place",
    passage: "delay: 30 d",
    mistake: "delay: { fixed: 30 d, exponential: { mean: 1 d } }",
    at: "{ fixed: 30 d",
    path: "corridors.n-s.interest.delay",
    expected: "exactly one of fixed, exponential, uniform, lognormal or bands",
    received: "fixed and exponential",
  },
  {
    title: "refuses a mean of 0",
    passage: "mean: 700 d",
    mistake: "mean: 0 d",
    at: "0 d } } }",
    path: `${STREAM}.moves.every.exponential.mean`,
    expected: "a duration above 0",
    received: '"0 d"',
  },
  {
    title: "refuses a clock that never lets time go on",
    passage: "every: { exponential: { mean: 700 d } }",
    mistake: "every: 0 d",
    at: "0 d }\n        finalPlacement",
    path: `${STREAM}.moves.every`,
    expected: "a time with a mean above 0",
    received: '"0 d"',
  },
  {
    title: "refuses a request made again at once",
    passage: "reapplyAfter: 730 d",
    mistake: "reapplyAfter: 0 d",
    at: "0 d }\n    handover",
    path: "corridors.n-s.review.reapplyAfter",
    expected: "a duration above 0",
    received: '"0 d"',
  },
  {
    title: "names the nearest choice",
    passage: "sex: female",
    mistake: "sex: femal",
    at: "femal\n",
    path: "systems.north.streams.women.sex",
    expected: "one of male, female, mixed",
    received: '"femal"',
    hint: 'did you mean "female"?',
  },
  {
    title: "refuses an id that breaks the pattern",
    passage: "id: N3,",
    mistake: 'id: "-N 3",',
    at: '"-N 3"',
    path: "systems.north.facilities.-N 3.id",
    expected: 'an id: 1 to 64 letters, digits, "_", "-" or ".", the first a letter or digit',
    received: '"-N 3"',
  },
  {
    title: "refuses a corridor id that breaks the pattern, at the key",
    passage: "corridors:\n",
    mistake:
      "corridors:\n  n/s: { from: north, review: { approvalProbability: 1 }, handover: {}, interest: { share: 1 } }\n",
    at: "n/s",
    path: "corridors.n/s",
    expected: 'an id: 1 to 64 letters, digits, "_", "-" or ".", the first a letter or digit',
    received: '"n/s"',
  },
  {
    title: "refuses a title that is too long",
    passage: "title: A small world",
    mistake: `title: ${"x".repeat(201)}`,
    at: "xxx",
    path: "title",
    expected: "a text of at most 200 characters",
    received: "a text of 201 characters",
  },
  {
    title: "refuses a question that is too long",
    passage: "start:",
    mistake: `question: ${"x".repeat(1001)}\nstart:`,
    at: "xxx",
    path: "question",
    expected: "a text of at most 1000 characters",
    received: "a text of 1001 characters",
  },
  {
    title: "refuses a horizon without a unit",
    passage: "horizon: 4 y",
    mistake: "horizon: 4",
    at: "4\ngrid",
    path: "horizon",
    expected: 'a duration such as "10 y" or the date of the last day',
    received: "4",
    hint: 'add a unit: "4 y"',
  },
  {
    title: "refuses an unknown grid",
    passage: "grid: year",
    mistake: "grid: often",
    at: "often",
    path: "grid",
    expected: 'month, year, or a duration such as "1 d"',
    received: '"often"',
  },
];

describe("loadScenario on a wrong value", () => {
  it("accepts the small scenario as it is", () => {
    expect(issuesOf({ "small.yaml": SMALL }, "small")).toEqual([]);
  });

  for (const { title, passage, mistake, at, path, expected, received, hint = null } of cases) {
    it(`loadScenario ${title}`, () => {
      const text = small(passage, mistake);
      const place = placeOf(text, at);
      expect(onlyIssue(text)).toEqual({ file: "small.yaml", ...place, path, expected, received, hint });
    });
  }

  it("loadScenario reports all mistakes at once, each in its place", () => {
    const text = small("approvalProbability: 0.6", "approvalProbability: 2").replace(
      "sex: female",
      "sex: both",
    );
    const issues = issuesOf({ "small.yaml": text.replace("every: 119 d", "every: 119") }, "small");
    expect(issues.map(({ path }) => path).sort()).toEqual([
      "corridors.n-s.handover.every",
      "corridors.n-s.review.approvalProbability",
      "systems.north.streams.women.sex",
    ]);
  });

  it("formatIssue writes place, path, expected and received on one line and the hint on the next", () => {
    const issue = onlyIssue(small("every: 119 d", "every: 30"));
    expect(formatIssue(issue)).toBe(
      "small.yaml:58:43 corridors.n-s.handover.every: " +
        'expected a duration such as "30 d", received 30\n  hint: add a unit: "30 d"',
    );
  });
});
