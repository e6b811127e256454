import { describe, expect, it } from "vitest";
import { loadScenario } from "../../scenarios/index.ts";
import { derived, edited, issuesOf, memoryFiles, onlyIssue, placeOf, SMALL, small } from "./smallScenario.ts";

const CITED = small(
  "approvalProbability: 0.6",
  "approvalProbability: { value: 0.6, source: [A1, A2], mark: derived, date: 2013-09-30, note: all nations }",
);
const PATH = "corridors.n-s.review.approvalProbability";
const CITATION = {
  path: PATH,
  value: "0.6",
  mark: "derived",
  sources: ["A1", "A2"],
  date: "2013-09-30",
  note: "all nations",
};

describe("loadScenario on citations", () => {
  it("loadScenario takes a cited value for the value, and keeps its citation", () => {
    const scenario = loadScenario("small", memoryFiles({ "small.yaml": CITED }));
    expect(scenario.parameters).toEqual(
      loadScenario("small", memoryFiles({ "small.yaml": SMALL })).parameters,
    );
    expect(scenario.citations).toEqual([CITATION]);
  });

  it("loadScenario takes distributions, lists and mappings of shares with a citation", () => {
    let text = edited(
      SMALL,
      "delay: 30 d",
      "delay: { value: { exponential: { mean: 9 d } }, mark: assumption }",
    );
    text = edited(text, "citizenships: [S]", "citizenships: { value: [S], source: A1 }");
    text = edited(text, "facilities: { S1: 1 }", "facilities: { value: { S1: 1 }, source: A1;A2 }");
    const { parameters, citations } = loadScenario("small", memoryFiles({ "small.yaml": text }));
    expect(parameters.regimes[0]?.corridors[0]?.interest.delay).toEqual({ kind: "exponential", meanDays: 9 });
    expect(citations.map(({ path, value, sources }) => [path, value, sources])).toEqual([
      ["corridors.n-s.eligibility.citizenships", "[S]", ["A1"]],
      ["corridors.n-s.interest.delay", "{ exponential: { mean: 9 d } }", []],
      ["corridors.n-s.arrival.facilities", "{ S1: 1 }", ["A1", "A2"]],
    ]);
  });

  it("loadScenario cites a value of an intervention under the path that it sets", () => {
    const text = small("interest.share: 0.4", "interest.share: { value: 0.4, source: A9 }");
    const { citations, parameters } = loadScenario("small", memoryFiles({ "small.yaml": text }));
    expect(citations).toMatchObject([{ path: "corridors.n-s.interest.share", sources: ["A9"] }]);
    expect(parameters.regimes[1]?.corridors[0]?.interest.share).toBe(0.4);
  });

  it("loadScenario drops the citation of a value that a derived scenario or --set writes anew", () => {
    const change = "corridors: { n-s: { review: { approvalProbability: 0.7 } } }\n";
    const files = { "small.yaml": CITED, "derived.yaml": derived(change), "same.yaml": derived("", "same") };
    expect(loadScenario("derived", memoryFiles(files)).citations).toEqual([]);
    expect(loadScenario("same", memoryFiles(files)).citations).toEqual([CITATION]);
    expect(loadScenario("same", memoryFiles(files), [`${PATH}=0.7`]).citations).toEqual([]);
  });

  it("loadScenario makes one citation of a table's header", () => {
    const rows = "- { id: S1, level: federal, ratedCapacity: 500 }";
    const text = small(`facilities:\n      ${rows}`, "facilities: { table: centres }");
    const table = JSON.stringify({
      asOf: "2024-12-31",
      mark: "observed",
      sources: ["B1"],
      note: "places",
      rows: [{ id: "S1", level: "federal", ratedCapacity: 500 }],
    });
    const scenario = loadScenario("small", memoryFiles({ "small.yaml": text, centres: table }));
    expect(scenario.citations).toEqual([
      {
        path: "systems.south.facilities",
        value: "table centres, 1 rows",
        mark: "observed",
        sources: ["B1"],
        date: "2024-12-31",
        note: "places",
      },
    ]);
    expect(scenario.parameters).toEqual(
      loadScenario("small", memoryFiles({ "small.yaml": SMALL })).parameters,
    );
  });

  it("loadScenario points to an unknown key beside a cited value", () => {
    const text = small("approvalProbability: 0.6", "approvalProbability: { value: 0.6, sorce: A1 }");
    expect(onlyIssue(text)).toEqual({
      file: "small.yaml",
      ...placeOf(text, "sorce"),
      path: `${PATH}.sorce`,
      expected: 'one of the keys value, source, mark, date, note beside "value"',
      received: 'an unknown key "sorce"',
      hint: 'did you mean "source"?',
    });
  });

  it("loadScenario points to the value inside a citation, and to a wrong mark or date", () => {
    const text = edited(CITED, "value: 0.6", "value: 60 %");
    expect(onlyIssue(text)).toMatchObject({ ...placeOf(text, "60 %"), path: PATH });
    const marked = edited(CITED, "mark: derived", "mark: guess");
    expect(onlyIssue(marked)).toMatchObject({ ...placeOf(marked, "guess"), path: `${PATH}.mark` });
    const dated = edited(CITED, "date: 2013-09-30", "date: FY2013");
    expect(issuesOf({ "small.yaml": dated }, "small")).toMatchObject([placeOf(dated, "FY2013")]);
  });
});
