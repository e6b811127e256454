import { describe, expect, it } from "vitest";
import { loadScenario, scenarioJsonSchema } from "../../scenarios/index.ts";
import { ESTATE, overEstate } from "./estateScenario.ts";
import { issuesOf, memoryFiles, placeOf } from "./smallScenario.ts";

const YEAR = 365.25;

/** The estate with the entries of one `set` mapping, in force from 2026 on. */
function setting(...entries: readonly string[]): string {
  const lines = entries.map((entry) => `      ${entry}\n`).join("");
  return `${ESTATE}interventions:\n  - from: 2026-01-01\n    set:\n${lines}`;
}

function load(text: string, overrides: readonly string[] = []) {
  return loadScenario("estate", memoryFiles({ "estate.yaml": text }), overrides);
}

/** Admissions a year of each stream from each day on. */
function admissions(text: string, overrides: readonly string[] = []) {
  return load(text, overrides).parameters.regimes.map(({ fromDay, streams }) => [
    fromDay,
    streams.map(({ admissionsPerDay }) => Math.round(admissionsPerDay * YEAR * 1e6) / 1e6),
  ]);
}

function onlyIssue(text: string, overrides: readonly string[] = []) {
  const issues = issuesOf({ "estate.yaml": text }, "estate", overrides);
  expect(issues).toHaveLength(1);
  return issues[0];
}

describe("a path that selects several items", () => {
  it("`*` changes one key of every stream from a date on", () => {
    expect(admissions(setting("systems.us.streams.*.admissions: { scale: 1.2 }"))).toEqual([
      [0, [100, 50, 10]],
      [365, [120, 60, 12]],
    ]);
  });

  it("conditions change the streams that meet all of them, by equal and by other values", () => {
    const entry = (conditions: string) => `systems.us.streams[${conditions}].admissions: { scale: 2 }`;
    const later = (conditions: string) => admissions(setting(entry(conditions)))[1]?.[1];
    expect(later("citizenship=MX")).toEqual([100, 100, 20]);
    expect(later("citizenship!=US, sex=male")).toEqual([100, 100, 10]);
    expect(later("id!=men")).toEqual([100, 100, 20]);
    expect(later("offence=any")).toEqual([200, 100, 20]);
  });

  it("entries act in the order in which they are written, and interventions in order of date", () => {
    const all = "systems.us.streams.*.admissions: { scale: 2 }";
    const one = "systems.us.streams.men.admissions: 7 persons/y";
    expect(admissions(setting(all, one))[1]?.[1]).toEqual([7, 100, 20]);
    expect(admissions(setting(one, all))[1]?.[1]).toEqual([14, 100, 20]);
    const earlier = `${setting(all)}  - from: 2025-07-01\n    set:\n      ${one}\n`;
    expect(admissions(earlier)).toEqual([
      [0, [100, 50, 10]],
      [181, [7, 50, 10]],
      [365, [14, 100, 20]],
    ]);
  });

  it("a scaling acts on what the base says on that day, of an item changed there too", () => {
    const base = setting("systems.us.streams.men.admissions: 200 persons/y");
    const over = `interventions:\n  - from: 2026-07-01\n    set: { systems.us.streams.*.admissions: { scale: 0.5 } }\n`;
    const files = { ...overEstate(over), "estate.yaml": base };
    const { parameters } = loadScenario("over", memoryFiles(files));
    const men = parameters.regimes.map(({ fromDay, streams }) => [
      fromDay,
      streams[0]!.admissionsPerDay * YEAR,
    ]);
    expect(men).toEqual([
      [0, expect.closeTo(100, 9)],
      [365, expect.closeTo(200, 9)],
      [546, expect.closeTo(100, 9)],
    ]);
  });

  it("items that do not have what the path names are passed over", () => {
    const credits = setting("systems.us.streams.*.timeServed.reductions.credits.share: 0.5");
    const shares = load(credits).parameters.regimes[1]?.streams.map(({ timeToServe }) =>
      timeToServe.reductions.map(({ id, share }) => [id, share]),
    );
    expect(shares).toEqual([
      [
        ["treatment", 0.3],
        ["credits", 0.5],
      ],
      [["credits", 0.5]],
      [],
    ]);
    const beds = setting("systems.us.facilities.*.ratedCapacity: { scale: 1.1 }");
    expect(load(beds).parameters.regimes[1]?.capacity).toEqual([110, 220, 55, 88, 22, null]);
    const placed = setting("systems.us.streams.*.finalPlacement.share: { scale: 0.5 }");
    expect(load(placed).parameters.regimes[1]?.streams.map((one) => one.finalPlacement?.share)).toEqual([
      0.3,
      undefined,
      undefined,
    ]);
  });

  it("facilities are selected by level, sex, region and institution", () => {
    const weights = setting("systems.us.facilities[level=low,region=west].weight: 0");
    expect(load(weights).parameters.regimes[1]?.designationWeight).toEqual([30, 0, 50, 80, 5, 0]);
    const mixed = setting("systems.us.facilities[sex=mixed,level=hospital].weight: 9");
    expect(load(mixed).parameters.regimes[1]?.designationWeight[4]).toBe(9);
  });

  it("a mapping sets several keys of every item selected", () => {
    const text = setting("systems.us.streams[citizenship=MX]: { admissions: { scale: 2 }, deaths: 0.5 /y }");
    const streams = load(text).parameters.regimes[1]?.streams;
    expect(streams?.map(({ mortality }) => mortality.length)).toEqual([2, 1, 1]);
    expect(admissions(text)[1]?.[1]).toEqual([100, 100, 20]);
  });

  it("--set takes selectors, and its first = outside brackets", () => {
    const override = "systems.us.streams[citizenship!=US,sex=female].admissions={ scale: 3 }";
    expect(admissions(ESTATE, [override])).toEqual([[0, [100, 50, 30]]]);
    expect(admissions(ESTATE, ["systems.*.streams.*.admissions=1 persons/y"])).toEqual([[0, [1, 1, 1]]]);
  });

  it("a selection is told as one change, with the path as written", () => {
    const text = setting(
      "systems.us.streams.*.admissions: { scale: 1.2 }",
      "systems.us.streams[citizenship=MX].deaths: 0.01 /y",
      "systems.us.facilities[level=low].bedsOffLine: { add: 5 }",
    );
    const us = "systems.us";
    expect(load(text).changes.map(({ path, before, after }) => [path, before, after])).toEqual([
      [`${us}.streams.*.admissions`, "3 values", "each scaled by 1.2"],
      [`${us}.streams[citizenship=MX].deaths`, "2 values", "0.01 /y"],
      [`${us}.facilities[level=low].bedsOffLine`, "3 values", "each plus 5"],
    ]);
  });

  it("the JSON Schema tells editors how paths select", () => {
    expect(JSON.stringify(scenarioJsonSchema())).toContain("systems.us.streams.*.admissions");
  });
});

describe("a selector that means nothing", () => {
  const mistakes = [
    ["streams[nation=MX]", "known for key: id, offence, citizenship, sex, jurisdiction"],
    ["streams[citizenshp=MX]", 'did you mean "citizenship"?'],
    ["streams[citizenship=MXX]", 'did you mean "MX"?'],
    ["streams[citizenship!=Canada]", "known for citizenship: US, MX"],
    ["streams[citizenship=US,sex=female]", "nothing meets all the conditions together"],
    ["streams[citizenship]", 'write conditions as "key=value" or "key!=value", with "," between'],
    ["streams[]", 'write conditions as "key=value" or "key!=value", with "," between'],
    ["steams[citizenship=MX]", 'did you mean "systems.us.streams[citizenship=MX].admissions"?'],
    ["placement[citizenship=MX]", "only the items of a list can be selected"],
  ] as const;
  for (const [selector, hint] of mistakes) {
    it(`${selector} is refused with a hint`, () => {
      const path = `systems.us.${selector}.admissions`;
      const text = setting(`${path}: { scale: 2 }`);
      expect(onlyIssue(text)).toEqual({
        file: "estate.yaml",
        ...placeOf(text, path),
        path: `interventions[0].set.${path}`,
        expected: "a path that exists",
        received: JSON.stringify(path),
        hint,
      });
    });
  }

  it("a path is refused where no item selected has what it names", () => {
    const text = setting("systems.us.streams[id=women].timeServed.share: 0.5");
    expect(onlyIssue(text)).toMatchObject({
      expected: "a path that exists",
      hint: 'none of the items selected has "timeServed"',
    });
    const unknown = setting("systems.us.streams.*.timeServed.reductions.credit.share: 0.5");
    expect(onlyIssue(unknown)).toMatchObject({
      expected: "a path that exists",
      hint: 'did you mean "systems.us.streams.men.timeServed.reductions.credits.share"?',
    });
  });

  it("a scaling is refused where no item selected has a value", () => {
    const path = "systems.us.facilities[level=low].limit";
    const text = setting(`${path}: { scale: 2 }`);
    expect(onlyIssue(text)).toEqual({
      file: "estate.yaml",
      ...placeOf(text, path),
      path: `interventions[0].set.${path}`,
      expected: "a value in at least one of the items selected",
      received: "none in 3",
      hint: null,
    });
  });

  it("what is fixed from the start stays so for many items too", () => {
    const text = setting("systems.us.facilities.*.level: low");
    expect(onlyIssue(text)).toMatchObject({
      expected: "a value that may change on a date",
      received: "systems.us.facilities.*.level, which is fixed from the start",
    });
  });
});

describe("an overlay table", () => {
  const rows = [
    { id: "LOW-1", bedsOffLine: 20, source: "A1" },
    { id: "HIGH-1", bedsOffLine: 5, note: "a wing" },
  ];
  const table = { asOf: "2025-02-28", mark: "assumption", sources: ["A1"], note: "spread", rows };
  const text = setting("systems.us.facilities: { overlay: off-line }");
  /** The last of the files, with the table at hand. */
  const loadWith = (files: Readonly<Record<string, string>>) =>
    loadScenario(
      (Object.keys(files).at(-1) ?? "").replace(".yaml", ""),
      memoryFiles({ ...files, "off-line": JSON.stringify(table) }),
      ["systems.us.capacity=available"],
    );

  it("lays its rows over the items with their ids, on a date", () => {
    const { regimes } = loadWith({ "estate.yaml": text }).parameters;
    expect(regimes.map(({ fromDay, capacity }) => [fromDay, capacity.slice(0, 3)])).toEqual([
      [0, [90, 200, 50]],
      [365, [80, 200, 45]],
    ]);
  });

  it("lays its rows over the base from the start of a derived scenario", () => {
    const over =
      "id: over\ntitle: Over\nextends: estate\nsystems: { us: { facilities: { overlay: off-line } } }\n";
    expect(
      loadWith({ "estate.yaml": ESTATE, "over.yaml": over }).parameters.regimes[0]?.capacity.slice(0, 3),
    ).toEqual([80, 200, 45]);
  });

  it("is cited under the path that it changes", () => {
    expect(loadWith({ "estate.yaml": text }).citations).toEqual([
      {
        path: "systems.us.facilities",
        value: "overlay off-line, 2 rows",
        mark: "assumption",
        sources: ["A1"],
        date: "2025-02-28",
        note: "spread",
      },
    ]);
  });

  it("is told as one change where it has many rows", () => {
    const many = Array.from({ length: 12 }, (_, index) => ({ id: `LOW-${index + 3}`, bedsOffLine: 1 }));
    const facilities = many.map(({ id }) => `      - { id: ${id}, level: low, ratedCapacity: 9 }\n`).join("");
    const estate = text.replace("      - { id: WOMEN", () => `${facilities}      - { id: WOMEN`);
    const files = { "estate.yaml": estate, "off-line": JSON.stringify({ rows: many }) };
    const { changes } = loadScenario("estate", memoryFiles(files));
    expect(changes.map(({ path, before, after }) => [path, before, after])).toEqual([
      ["systems.us.facilities.*.bedsOffLine", "none", "1"],
    ]);
  });

  const wrong = [
    ["a facility that does not exist", [{ id: "LOW-9", bedsOffLine: 1 }], "an id that exists"],
    ["the same facility twice", [rows[0], rows[0]], "each id once"],
    ["no id", [{ bedsOffLine: 1 }], "the id of an item"],
    [
      "more beds than there are",
      [{ id: "LOW-1", bedsOffLine: 101 }],
      "no more beds off line than the rated capacity",
    ],
    ["a key that is fixed", [{ id: "LOW-1", level: "high" }], "a value that may change on a date"],
  ] as const;
  for (const [title, list, expected] of wrong) {
    it(`is refused with ${title}`, () => {
      const files = { "estate.yaml": text, "off-line": JSON.stringify({ rows: list }) };
      const issues = issuesOf(files, "estate");
      expect(issues).toMatchObject([{ expected }]);
    });
  }

  it("is refused where it cannot be read, with the nearest name", () => {
    const files = { "estate.yaml": text, "off-lines": JSON.stringify(table) };
    expect(issuesOf(files, "estate")).toMatchObject([
      {
        ...placeOf(text, "off-line }"),
        expected: "a table that can be read",
        hint: 'did you mean "off-lines"?',
      },
    ]);
  });
});
