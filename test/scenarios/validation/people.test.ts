import { describe } from "vitest";
import { type Mistake, testMistakes } from "./estateMistakes.ts";

const MEN = "systems.us.streams.men";

const cases: readonly Mistake[] = [
  {
    title: "refuses a final placement and a detainer for more than everybody",
    passage: "detainerShare: 0.3",
    mistake: "detainerShare: 0.5",
    at: "0.5, days",
    path: `${MEN}.finalPlacement.detainerShare`,
    expected: 'a share that is at most 1 together with "share"',
    received: "0.5 beside 0.6",
  },
  {
    title: "refuses a wait at the start longer than the final placement",
    passage: "waitAtStart: 100 d",
    mistake: "waitAtStart: 400 d",
    at: "400 d",
    path: `${MEN}.finalPlacement.waitAtStart`,
    expected: 'a duration no longer than the mean of "days"',
    received: '"400 d"',
  },
  {
    title: "refuses deaths that do not begin at age 0",
    passage: "[{ fromAge: 0 y, rate: 0.001 /y }",
    mistake: "[{ fromAge: 18 y, rate: 0.001 /y }",
    at: "18 y",
    path: `${MEN}.deaths[0].fromAge`,
    expected: "0 y as the first age",
    received: '"18 y"',
  },
  {
    title: "refuses ages out of order",
    passage: "{ fromAge: 50 y, rate: 0.01 /y }",
    mistake: "{ fromAge: 50 y, rate: 0.01 /y }, { fromAge: 40 y, rate: 0.1 /y }",
    at: "40 y, rate",
    path: `${MEN}.deaths[2].fromAge`,
    expected: "an age above the one before it",
    received: '"40 y"',
  },
  {
    title: "refuses deaths by age without an age",
    passage: "        ageAtEntry: { uniform: { from: 20 y, to: 40 y } }\n",
    mistake: "",
    at: "deaths: [",
    path: `${MEN}.deaths`,
    expected: 'one rate of deaths, or "ageAtEntry" beside deaths by age',
    received: "2 rates",
  },
  {
    title: "refuses an empty list of deaths",
    passage: "deaths: [{ fromAge: 0 y, rate: 0.001 /y }, { fromAge: 50 y, rate: 0.01 /y }]",
    mistake: "deaths: []",
    at: "[]",
    path: `${MEN}.deaths`,
    expected: "at least one rate",
    received: "an empty list",
  },
  {
    title: "refuses two reductions with one id",
    passage: "{ id: treatment",
    mistake: "{ id: credits",
    at: "credits, share: 0.4",
    path: `${MEN}.timeServed.reductions.credits.id`,
    expected: "each id once",
    received: '"credits" a second time',
  },
  {
    title: "refuses a fifth reduction",
    passage: "            - { id: treatment",
    mistake: ["a", "b", "c"]
      .map((id) => `            - { id: ${id}, share: 0, fixed: { days: 1 d } }\n`)
      .concat("            - { id: treatment")
      .join(""),
    at: "- { id: a,",
    path: `${MEN}.timeServed.reductions`,
    expected: "at most four reductions",
    received: "5 reductions",
  },
  {
    title: "refuses a reduction that is neither earned nor fixed",
    passage: "{ id: treatment, share: 0.3, fixed: { days: 300 d, minimumSentence: 24 months } }",
    mistake: "{ id: treatment, share: 0.3 }",
    at: "{ id: treatment, share: 0.3 }",
    path: `${MEN}.timeServed.reductions.treatment`,
    expected: 'either "earned" or "fixed"',
    received: "neither",
  },
  {
    title: "refuses a reduction that is both earned and fixed",
    passage: "fixed: { days: 300 d,",
    mistake: "earned: { perDay: 1, maximum: 9 d }, fixed: { days: 300 d,",
    at: "{ id: treatment",
    path: `${MEN}.timeServed.reductions.treatment`,
    expected: 'either "earned" or "fixed"',
    received: "both",
  },
  {
    title: "refuses credits that go nowhere",
    passage: "beyond: finalPlacement",
    mistake: "beyond: finalPlacment",
    at: "finalPlacment",
    path: `${MEN}.timeServed.reductions.credits.earned.beyond`,
    expected: "one of finalPlacement, lost",
    received: '"finalPlacment"',
    hint: 'did you mean "finalPlacement"?',
  },
  {
    title: "refuses a growth by which admissions vanish",
    passage: "admissionsGrowth: 0.02",
    mistake: "admissionsGrowth: -1",
    at: "-1\n",
    path: `${MEN}.admissionsGrowth`,
    expected: "a number above -1",
    received: "-1",
  },
];

describe("loadScenario on wrong figures of a stream", () => testMistakes(cases));
