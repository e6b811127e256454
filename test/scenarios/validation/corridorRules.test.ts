import { describe, expect, it } from "vitest";
import { loadScenario } from "../../../scenarios/index.ts";
import { memoryFiles, onlyIssue, placeOf, small } from "../smallScenario.ts";

const REVIEW = "review: { reviewers: 4, serviceTime: 300 d, approvalProbability: 0.6, reapplyAfter: 730 d }";
const HANDOVER = "handover: { first: 2025-04-11, every: 119 d, dated: [2025-02-01], maxPersons: 14 }";
const INTEREST = "interest: { share: 0.2, delay: 30 d }";
const at = "corridors.n-s";

interface Case {
  readonly title: string;
  readonly passage: string;
  readonly mistake: string;
  readonly word: string;
  readonly path: string;
  readonly expected: string;
}

const cases: readonly Case[] = [
  {
    title: "a discipline that is not known",
    passage: REVIEW,
    mistake: "review: { approvalProbability: 0.6, discipline: random }",
    word: "random }",
    path: `${at}.review.discipline`,
    expected: "one of firstComeFirstServed, lastComeFirstServed, leastTimeLeftFirst",
  },
  {
    title: "an order of handover that is not known",
    passage: HANDOVER,
    mistake: "handover: { every: 119 d, order: lottery }",
    word: "lottery }",
    path: `${at}.handover.order`,
    expected: "one of readyFirst, requestFirst, leastTimeLeftFirst, mostTimeLeftFirst",
  },
  {
    title: "escorted individuals beside regular handovers",
    passage: HANDOVER,
    mistake: "handover: { every: 119 d, individual: 30 d }",
    word: "119 d, individual",
    path: `${at}.handover.every`,
    expected: 'no "every" beside "individual": people are escorted one by one',
  },
  {
    title: "a staging institution of another system",
    passage: HANDOVER,
    mistake: "handover: { every: 119 d, staging: [{ facility: S1 }] }",
    word: "S1 }] }",
    path: `${at}.handover.staging[0].facility`,
    expected: "the id of a facility of the sending system",
  },
  {
    title: "a share of interest above 1 for an offence",
    passage: INTEREST,
    mistake: "interest: { share: 0.2, byOffence: { drug: 1.2 } }",
    word: "1.2 } }",
    path: `${at}.interest.byOffence.drug`,
    expected: "a number from 0 to 1",
  },
  {
    title: "a rule without a probability",
    passage: REVIEW,
    mistake: "review: { approvalProbability: 0.6, approvalRules: [{ id: plea }] }",
    word: "{ id: plea }",
    path: `${at}.review.approvalRules.plea.probability`,
    expected: "a number from 0 to 1",
  },
  {
    title: "two rules of one id",
    passage: REVIEW,
    mistake:
      "review: { approvalProbability: 0.6, approvalRules: [{ id: a, probability: 1 }, { id: a, probability: 0 }] }",
    word: "a, probability: 0",
    path: `${at}.review.approvalRules.a.id`,
    expected: "each id once",
  },
];

describe("loadScenario on rules of a corridor", () => {
  it.each(cases)("loadScenario points to $title", ({ passage, mistake, word, path, expected }) => {
    const text = small(passage, mistake);
    expect(onlyIssue(text)).toMatchObject({ ...placeOf(text, word), path, expected });
  });

  it("loadScenario warns of an offence in a rule that no stream has", () => {
    const text = small(
      REVIEW,
      "review: { approvalProbability: 0.6, approvalRules: [{ id: plea, probability: 1, offences: [piracy] }] }",
    );
    expect(loadScenario("small", memoryFiles({ "small.yaml": text })).warnings).toContain(
      'corridors.n-s.review.approvalRules[0].offences: no stream has the offence "piracy"',
    );
  });

  it("loadScenario compiles rules, staging by sex and an escort", () => {
    const rules = small(
      REVIEW,
      "review: { approvalProbability: 0.6, approvalRules: [{ id: plea, share: 0.3, probability: 1, serviceTime: 10 d, maximumLeft: 1 y }] }",
    );
    const text = rules.replace(
      HANDOVER,
      "handover: { individual: 30 d, staging: [{ facility: N1, sexes: [male] }] }",
    );
    const { parameters } = loadScenario("small", memoryFiles({ "small.yaml": text }));
    const { review, handover } = parameters.regimes[0]!.corridors[0]!;
    expect(review.approvalRules).toEqual([
      {
        id: "plea",
        share: 0.3,
        offences: [],
        minimumLeftDays: 0,
        maximumLeftDays: 365.25,
        probability: 1,
        serviceTime: { kind: "fixed", days: 10 },
      },
    ]);
    expect(handover.individual).toEqual({ kind: "fixed", days: 30 });
    const places = parameters.streams.map(({ id }, i) => [id, handover.staging[i]]);
    const first = parameters.facilities.findIndex(({ id }) => id === "N1");
    expect(places).toEqual([
      ["drug-men", first],
      ["women", -1],
      ["expelled", -1],
    ]);
  });
});
