import { describe, expect, it } from "vitest";
import { onlyIssue, placeOf, small } from "../smallScenario.ts";

interface Case {
  readonly title: string;
  readonly passage: string;
  readonly mistake: string;
  readonly at: string;
  readonly path: string;
  readonly expected: string;
  readonly received: string;
  readonly hint?: string;
}

const MEN = "systems.north.streams.drug-men";

const cases: readonly Case[] = [
  {
    title: "names the nearest level of a designation",
    passage: "levels: { low: 0.6, high: 0.4 }",
    mistake: "levels: { low: 0.6, hihg: 0.4 }",
    at: "hihg",
    path: `${MEN}.levels.hihg`,
    expected: "the id of a level of a facility",
    received: '"hihg"',
    hint: 'did you mean "high"?',
  },
  {
    title: "refuses an empty placement group: a level without a facility for the stream's sex",
    passage: "facilities: { N2: 1 }",
    mistake: "levels: { high: 1 }",
    at: "high: 1 }",
    path: "systems.north.streams.women.levels.high",
    expected: "a level with a facility for female prisoners",
    received: '"high", where no facility takes them',
  },
  {
    title: "refuses a designation to a facility for the other sex",
    passage: "facilities: { N2: 1 }",
    mistake: "facilities: { N1: 1 }",
    at: "N1: 1 }",
    path: "systems.north.streams.women.facilities.N1",
    expected: "a facility for female prisoners",
    received: '"N1"',
  },
  {
    title: "refuses a designation to an unknown facility",
    passage: "facilities: { N2: 1 }",
    mistake: "facilities: { S1: 1 }",
    at: "S1: 1 }",
    path: "systems.north.streams.women.facilities.S1",
    expected: "the id of a facility",
    received: '"S1"',
    hint: 'did you mean "N1"?',
  },
  {
    title: "refuses a stream without a designation",
    passage: "        facilities: { N2: 1 }\n",
    mistake: "",
    at: "id: women",
    path: "systems.north.streams.women",
    expected: 'either "levels" or "facilities"',
    received: "neither",
  },
  {
    title: "refuses a stream with both a sentence and a stay",
    passage: "        deaths: 0.0036525 /y\n",
    mistake: "        stay: 3 y\n",
    at: "stay: 3 y",
    path: `${MEN}.stay`,
    expected: 'either "sentence" or "stay"',
    received: "both",
  },
  {
    title: "refuses time served beside a stay, which is the time served",
    passage: "stay: { lognormal: { mean: 300 d, cv: 0.5 } }",
    mistake: "stay: 300 d\n        timeServed: { share: 0.9 }",
    at: "timeServed: { share: 0.9 }",
    path: "systems.north.streams.women.timeServed",
    expected: 'no "timeServed" beside "stay", which is the time served',
    received: "both",
  },
  {
    title: "refuses an unknown region",
    passage: "regions: { east: 0.5, west: 0.5 }",
    mistake: "regions: { east: 0.5, wets: 0.5 }",
    at: "wets",
    path: `${MEN}.regions.wets`,
    expected: "the id of a region of a facility",
    received: '"wets"',
    hint: 'did you mean "west"?',
  },
  {
    title: "refuses a final placement in an unknown facility",
    passage: "finalPlacement: { facility: N4",
    mistake: "finalPlacement: { facility: HOME",
    at: "HOME",
    path: `${MEN}.finalPlacement.facility`,
    expected: "the id of a facility",
    received: '"HOME"',
    hint: "known: N1, N2, N3, N4",
  },
  {
    title: "refuses people of an unknown stream",
    passage: "{ stream: drug-men, facility: N1",
    mistake: "{ stream: drug-man, facility: N1",
    at: "drug-man",
    path: "systems.north.initialStock[0].stream",
    expected: "the id of a stream of the system",
    received: '"drug-man"',
    hint: 'did you mean "drug-men"?',
  },
  {
    title: "refuses people in a facility for the other sex",
    passage: "{ stream: women, level: low",
    mistake: "{ stream: women, facility: N3",
    at: "N3, persons",
    path: "systems.north.initialStock[1].facility",
    expected: "a facility for female prisoners",
    received: '"N3"',
  },
  {
    title: "refuses people who are nowhere",
    passage: "{ stream: women, level: low, persons: 10",
    mistake: "{ stream: women, persons: 10",
    at: "{ stream: women, persons",
    path: "systems.north.initialStock[1]",
    expected: '"facility", "level" or both',
    received: "neither",
  },
  {
    title: "refuses a corridor to an unknown system",
    passage: "to: south",
    mistake: "to: suoth",
    at: "suoth",
    path: "corridors.n-s.to",
    expected: "the id of a system",
    received: '"suoth"',
    hint: 'did you mean "south"?',
  },
  {
    title: "refuses arrival in an unknown facility",
    passage: "facilities: { S1: 1 }",
    mistake: "facilities: { N1: 1 }",
    at: "N1: 1 }",
    path: "corridors.n-s.arrival.facilities.N1",
    expected: "the id of a facility of the receiving system",
    received: '"N1"',
    hint: 'did you mean "S1"?',
  },
  {
    title: "refuses a corridor into a system without a place of arrival",
    passage: "    arrival:\n      facilities: { S1: 1 }\n",
    mistake: "",
    at: "n-s:\n",
    path: "corridors.n-s.arrival",
    expected: "facilities to arrive at",
    received: "nothing",
  },
  {
    title: "refuses a place of arrival outside the model",
    passage: "    to: south\n",
    mistake: "",
    at: "facilities: { S1: 1 }",
    path: "corridors.n-s.arrival.facilities",
    expected: "no facilities: the corridor leads out of the model",
    received: "a mapping",
    hint: 'name the receiving system in "to"',
  },
  {
    title: "refuses the same facility twice",
    passage: "id: N3",
    mistake: "id: N2",
    at: "N2, level: high",
    path: "systems.north.facilities.N2.id",
    expected: "each id once",
    received: '"N2" a second time',
  },
  {
    title: "refuses the same stream in two systems, since random numbers hang on its id",
    passage: "- id: expelled\n",
    mistake:
      "- id: expelled\n        admissions: 1 person/d\n        levels: { federal: 1 }\n        stay: 1 y\n      - id: women\n",
    at: "women\n        admissions: 0",
    path: "systems.south.streams.women.id",
    expected: "each id once",
    received: '"women" a second time',
  },
  {
    title: "refuses the same bar twice",
    passage: "- { id: domicile, share: 0.3 }",
    mistake: "- { id: domicile, share: 0.3 }\n        - { id: domicile, share: 0.1 }",
    at: "domicile, share: 0.1",
    path: "corridors.n-s.eligibility.bars.domicile.id",
    expected: "each id once",
    received: '"domicile" a second time',
  },
  {
    title: "refuses an expulsion into an unknown stream",
    passage: "to: { stream: expelled }",
    mistake: "to: { stream: expeled }",
    at: "expeled }",
    path: "expulsions[0].to.stream",
    expected: "the id of a stream",
    received: '"expeled"',
    hint: 'did you mean "expelled"?',
  },
  {
    title: "refuses an expulsion from an unknown level",
    passage: "from: { system: south, level: federal }",
    mistake: "from: { system: south, level: federl }",
    at: "federl",
    path: "expulsions[0].from.level",
    expected: "the id of a level of a facility",
    received: '"federl"',
    hint: 'did you mean "federal"?',
  },
];

describe("loadScenario on a name that leads nowhere", () => {
  for (const { title, passage, mistake, at, path, expected, received, hint = null } of cases) {
    it(`loadScenario ${title}`, () => {
      const text = small(passage, mistake);
      const place = placeOf(text, at);
      expect(onlyIssue(text)).toEqual({ file: "small.yaml", ...place, path, expected, received, hint });
    });
  }
});
