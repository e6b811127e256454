import { describe, expect, it } from "vitest";
import type { TraceEvent } from "../../engine/trace/traceEvent.ts";
import { eventWords } from "../../reports/explain/eventWords.ts";
import { parsePersonName, personName } from "../../reports/explain/personId.ts";
import { facilitiesOf, personPath } from "../../reports/explain/toldEvent.ts";
import { en } from "../../reports/text/en.ts";
import { plain } from "../../reports/text/isolate.ts";
import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import { syntheticScenario } from "./syntheticScenario.ts";

/** Own levels by index: minimum, low, medium, high. Facilities 0 and 1: a medium unit and the camp beside it. */
const who = { day: 100, stream: "drug-MX", index: 5, facility: 0, level: 2 } as const;
const entered = {
  kind: "entered",
  by: "admission",
  enteredDay: 100,
  sentenceDays: 3652,
  lifeTerm: false,
  releaseDay: 1461,
  ageDays: 12_000,
  reductions: [],
} as const;

/** Streams with ages, of which 85 % is served, with 100 days of credit. */
function strict(): CompiledScenario {
  const scenario = syntheticScenario();
  const [regime] = scenario.parameters.regimes;
  const streams = regime!.streams.map((stream) => ({
    ...stream,
    ageAtEntry: { kind: "fixed", days: 11_000 } as const,
    timeToServe: { ...stream.timeToServe, servedShare: 0.85, creditDays: 100 },
  }));
  return { ...scenario, parameters: { ...scenario.parameters, regimes: [{ ...regime!, streams }] } };
}

const scenario = strict();

const EVENTS: readonly (readonly [string, TraceEvent, readonly string[]])[] = [
  [
    "who is inside on day 0, since when, and how the release follows from the sentence",
    { ...who, ...entered, day: 0, by: "start", enteredDay: -731, reductions: ["drugTreatment", "other"] },
    [
      "Inside on day 0, at Unit U00 (medium security), own level medium security, aged 32; in custody since 2024-01-01.",
      "Sentence 10.0 years, less good conduct time (85.0 % is served), 3 months of credit before sentence, " +
        "the reduction for drug treatment, other: 6.0 years from entry to release, due on 2030-01-01.",
    ],
  ],
  [
    "a life term without a date, and no age where there is none",
    {
      ...who,
      ...entered,
      facility: 1,
      level: 0,
      sentenceDays: null,
      lifeTerm: true,
      releaseDay: null,
      ageDays: null,
    },
    [
      "Admitted and designated to Unit U00-CAMP (minimum security), own level minimum security.",
      "A life term: no release date.",
    ],
  ],
  [
    "a residual without a sentence",
    { ...who, ...entered, sentenceDays: null, ageDays: null },
    [
      "Admitted and designated to Unit U00 (medium security), own level medium security.",
      "The sentence is not known; release due on 2030-01-01.",
    ],
  ],
  [
    "why somebody moves",
    { ...who, kind: "placed", reason: "closure", fromFacility: 1, fromLevel: 2 },
    [
      "Moves from Unit U00-CAMP (minimum security) to Unit U00 (medium security) because the facility closes.",
    ],
  ],
  [
    "a new level with a move",
    { ...who, kind: "placed", reason: "reclassification", fromFacility: 1, fromLevel: 0 },
    [
      "Reclassified from own level minimum security to medium security; moves from Unit U00-CAMP (minimum security) to Unit U00 (medium security).",
    ],
  ],
  [
    "a new level at the same place",
    { ...who, kind: "placed", reason: "reclassification", fromFacility: 0, fromLevel: 1 },
    ["Reclassified from own level low security to medium security; stays at Unit U00 (medium security)."],
  ],
  [
    "a change of group at the same level",
    { ...who, kind: "placed", reason: "reclassification", fromFacility: 1, fromLevel: 2 },
    [
      "Moves from Unit U00-CAMP (minimum security) to Unit U00 (medium security) to be held in a unit of another kind.",
    ],
  ],
  [
    "a step of a case by its corridor",
    { ...who, kind: "corridor", corridor: 0, step: "refusedQuota", reasons: [] },
    ["The receiving State refuses: its quota of the year is used up (Treaty transfer to Mexico)."],
  ],
  [
    "that a step was taken before day 0",
    { ...who, day: 0, kind: "corridor", corridor: 0, step: "approved", reasons: [] },
    ["By day 0: the sending State approves (Treaty transfer to Mexico)."],
  ],
  [
    "an arrival with the new release date alone",
    { ...who, ...entered, by: "handover", facility: 6, releaseDay: 365 },
    ["Comes to Unit MX-MEX (state).", "Release there is due on 2027-01-01."],
  ],
  [
    "a release, and that the person still waited",
    { ...who, kind: "left", reason: "release", daysInside: 400, waitingForPlacement: true },
    [
      "Released from Unit U00 (medium security) after 13 months in custody, still waiting for a place in the community.",
    ],
  ],
];

describe("eventWords", () => {
  it.each(EVENTS)("eventWords tells %s", (_, event, sentences) => {
    expect(eventWords(scenario, event, en).map(plain)).toEqual(sentences);
  });

  it("eventWords gives nobody an age whose stream has none", () => {
    expect(eventWords(syntheticScenario(), { ...who, ...entered }, en)[0]).not.toContain("aged");
  });

  it("eventWords calls a stay without rules no sentence", () => {
    const event: TraceEvent = { ...who, ...entered, sentenceDays: 1361, ageDays: null };
    expect(eventWords(syntheticScenario(), event, en)[1]).toBe("To serve 3.7 years, until 2030-01-01.");
  });

  it("eventWords takes the credits of the rule in force at the entry", () => {
    const [first] = scenario.parameters.regimes;
    const later = { ...first!, fromDay: 101, streams: syntheticScenario().parameters.regimes[0]!.streams };
    const changed = { ...scenario, parameters: { ...scenario.parameters, regimes: [first!, later] } };
    const on = (enteredDay: number) => eventWords(changed, { ...who, ...entered, enteredDay }, en)[1];
    expect(on(100)).toContain("good conduct time");
    expect(on(101)).not.toContain("good conduct time");
  });
});

describe("personPath", () => {
  const entry: TraceEvent = { ...who, ...entered };
  const move: TraceEvent = {
    ...who,
    day: 120.7,
    kind: "placed",
    reason: "move",
    fromFacility: 0,
    fromLevel: 2,
    facility: 1,
  };
  const release: TraceEvent = {
    ...who,
    day: 700,
    kind: "left",
    reason: "release",
    daysInside: 600,
    waitingForPlacement: false,
  };

  it("personPath dates every event and ends with it where the person leaves", () => {
    const path = personPath(scenario, [entry, move, release], en);
    expect(path.map(({ date, kind }) => [date, kind])).toEqual([
      ["2026-04-11", "entered"],
      ["2026-05-01", "placed"],
      ["2027-12-02", "left"],
    ]);
    expect(path.every(({ person }) => person === "drug-MX#5")).toBe(true);
  });

  it("personPath says where the person is who has not left by the last day", () => {
    const last = personPath(scenario, [entry, move], en).at(-1);
    expect(last).toMatchObject({ date: "2028-01-01", kind: "stillInside" });
    expect(last?.sentences).toEqual(["Still inside when the run ends, at Unit U00-CAMP (minimum security)."]);
  });

  it("facilitiesOf names both ends of a move", () => {
    expect(facilitiesOf(move)).toEqual([0, 1]);
    expect(facilitiesOf(release)).toEqual([0]);
  });
});

describe("duration", () => {
  it.each([
    [0.2, "0 days"],
    [1, "1 day"],
    [60, "60 days"],
    [61, "2 months"],
    [730, "24 months"],
    [731, "2.0 years"],
  ])("duration(%d) is in the unit of daily speech", (days, words) => {
    expect(en.explain.duration(days)).toBe(words);
  });
});

describe("parsePersonName", () => {
  it("parsePersonName reads what personName writes", () => {
    for (const number of [0, 17, -17]) {
      const person = { stream: "drug-US-male", number };
      expect(parsePersonName(personName(person))).toEqual(person);
    }
  });

  it.each(["drug-US-male", "#3", "drug-US-male#", "drug-US-male#1.5", "a#12345678901"])(
    "parsePersonName refuses %s",
    (text) => expect(parsePersonName(text)).toBeNull(),
  );
});
