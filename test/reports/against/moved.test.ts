import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { type EarlierResult, readEarlierResult } from "../../../reports/against/earlierResult.ts";
import { movedSince } from "../../../reports/against/moved.ts";
import { movedMarkdown } from "../../../reports/against/movedMarkdown.ts";
import { MOVED_SCHEMA } from "../../../reports/against/movedSchema.ts";
import { movedTable } from "../../../reports/against/movedTable.ts";
import { movedHtml } from "../../../reports/page/movedHtml.ts";
import { en } from "../../../reports/text/en.ts";
import { es } from "../../../reports/text/es.ts";

type Mean = EarlierResult["measures"][number];
type Difference = EarlierResult["differences"][number];

const AT = "2030-01-01";

function mean(value: number, halfWidth: number | null, other: Partial<Mean> = {}): Mean {
  const place = { scenario: "base", measure: "us.system.stock", at: AT, unit: "persons" };
  return { ...place, mean: value, halfWidth, ...other };
}

function difference(value: number, halfWidth: number, other: Partial<Difference> = {}): Difference {
  return { ...mean(value, halfWidth), scenario: "plan", base: "base", identical: false, ...other };
}

function result(other: Partial<EarlierResult>): EarlierResult {
  const scenarios = { scenario: { id: "base", hash: "1" }, comparedWith: [{ id: "plan", hash: "2" }] };
  return { ...scenarios, seed: "1", replications: 40, measures: [], differences: [], gates: [], ...other };
}

describe("movedSince", () => {
  it.each([
    { what: "apart", old: mean(100, 2), now: mean(105, 2), moved: 1 },
    { what: "touching", old: mean(100, 2), now: mean(104, 2), moved: 0 },
    {
      what: "without width and equal but for rounding",
      old: mean(0.1 + 0.2, 0),
      now: mean(0.3, 0),
      moved: 0,
    },
    { what: "without width and different", old: mean(100, 0), now: mean(101, 0), moved: 1 },
    { what: "unknown", old: mean(100, null), now: mean(500, 2), moved: 0 },
    { what: "of other dates", old: mean(100, 2, { at: "2029-01-01" }), now: mean(500, 2), moved: 0 },
    { what: "of other units", old: mean(100, 2, { unit: "ratio" }), now: mean(500, 2), moved: 0 },
  ])("movedSince finds $moved moved of intervals that are $what", ({ old, now, moved }) => {
    expect(movedSince(result({ measures: [old] }), result({ measures: [now] })).rows).toHaveLength(moved);
  });

  it.each([
    { from: -1, to: 1, old: difference(-30, 10), now: difference(30, 10) },
    { from: 1, to: 0, old: difference(30, 10), now: difference(25, 30) },
    { from: 0, to: -1, old: difference(0, 0, { identical: true }), now: difference(-1, 0.5) },
    { from: 0, to: 1, old: difference(10, 10), now: difference(10.1, 10) },
  ])("movedSince tells a difference that went from $from to $to once", ({ from, to, old, now }) => {
    const moved = movedSince(result({ differences: [old] }), result({ differences: [now] }));
    expect(moved.conclusions).toMatchObject([{ scenario: "plan", base: "base", from, to }]);
    expect(moved.rows).toEqual([]);
  });

  it("movedSince tells gates with another verdict, and scenarios, measures and gates without a partner", () => {
    const gate = (text: string, verdict: "pass" | "fail") => ({ scenario: "base", gate: text, verdict });
    const then = result({
      measures: [mean(1, 1), mean(1, 1, { measure: "gone" })],
      gates: [gate("a < 1", "pass"), gate("b < 1", "pass"), gate("old < 1", "pass")],
    });
    const now = result({
      scenario: { id: "base", hash: "other" },
      comparedWith: [{ id: "new", hash: "3" }],
      measures: [mean(1, 1), mean(1, 1, { measure: "fresh" }), mean(9, 1, { scenario: "new" })],
      gates: [gate("a < 1", "fail"), gate("b < 1", "pass")],
    });
    const moved = movedSince(then, now);
    expect(moved.verdicts).toEqual([{ scenario: "base", gate: "a < 1", from: "pass", to: "fail" }]);
    expect(moved.changedScenarios).toEqual(["base"]);
    expect(moved.unmatched).toEqual({
      scenariosNow: ["new"],
      scenariosThen: ["plan"],
      measuresNow: ["base: fresh"],
      measuresThen: ["base: gone"],
      gatesNow: [],
      gatesThen: ["base: old < 1"],
    });
    expect(moved.compared).toBe(1);
  });

  it("movedSince fits its schema, and its table begins with verdicts and changes of sign", () => {
    const other = { measure: "us.system.occupancy", unit: "ratio" };
    const moved = movedSince(
      result({
        measures: [mean(100, 2)],
        differences: [difference(0, 1, other), difference(-30, 10)],
        gates: [{ scenario: "plan", gate: "x < 1", verdict: "fail" }],
      }),
      result({
        measures: [mean(200, 2)],
        differences: [difference(0.05, 0.01, other), difference(30, 10)],
        gates: [{ scenario: "plan", gate: "x < 1", verdict: "pass" }],
      }),
    );
    const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
    addFormats.default(ajv);
    expect(ajv.validate(MOVED_SCHEMA, JSON.parse(JSON.stringify(moved))), ajv.errorsText()).toBe(true);
    const table = movedTable(moved, en);
    expect(table?.rows.map(([change]) => change)).toEqual([
      "verdict of a gate",
      "sign of a difference",
      "conclusion on a difference",
      "mean",
    ]);
    expect(table?.rows[1]?.slice(1)).toEqual([
      "plan − base",
      "us.system.stock",
      AT,
      "people",
      "less: −30 ± 10",
      "more: +30 ± 10",
    ]);
    expect(movedMarkdown(moved, en)[1]).toMatch(
      /^1 gate has another verdict, 2 differences have another conclusion, 1 further interval lies apart; 3 /,
    );
  });

  it("movedHtml tells conclusions that changed sign before means that moved, and escapes names", () => {
    const hostile = { measure: "<script>" };
    const moved = movedSince(
      result({ measures: [mean(100, 2, hostile)], differences: [difference(-30, 10)] }),
      result({
        measures: [mean(200, 2, hostile)],
        differences: [difference(30, 10)],
        comparedWith: [
          { id: "plan", hash: "2" },
          { id: "<b>new", hash: "3" },
        ],
      }),
    );
    const html = movedHtml(moved, en);
    expect(html).toContain('<section aria-labelledby="moved">');
    expect(html.indexOf("sign of a difference")).toBeLessThan(html.indexOf(">mean<"));
    expect(html).toContain("<td>less: −30 ± 10</td><td>more: +30 ± 10</td>");
    expect(html).toContain("only in this run: scenario &quot;&lt;b&gt;new&quot;");
    expect(html).toContain("&lt;script&gt;");
    expect(html).not.toMatch(/<script>|<b>/);
    expect(movedHtml(moved, es)).toContain("Qué se movió desde la simulación anterior");
    expect(movedHtml(undefined, en)).toBe("");
  });

  it("movedHtml is a sentence without a table where nothing moved", () => {
    const same = result({ measures: [mean(100, 2)] });
    const html = movedHtml(movedSince(same, same), en);
    expect(html).toContain("<p>Nothing moved; 1 interval was set against");
    expect(html).not.toContain("<table");
  });

  it("movedSince of a run and itself says that nothing moved", () => {
    const same = result({ measures: [mean(100, 2)], differences: [difference(30, 10)] });
    const moved = movedSince(same, same);
    expect(movedTable(moved, en)).toBeNull();
    expect(en.against.summary(moved)).toMatch(
      /^Nothing moved; 2 intervals were set against the earlier run \(seed 1/,
    );
  });
});

describe("readEarlierResult", () => {
  it.each([
    [{}, "it is no result of bedspace: it has no schemaVersion"],
    [null, "it is no result of bedspace: it has no schemaVersion"],
    [{ schemaVersion: "2.0" }, "it has schemaVersion 2.0, and this program reads 1.0"],
    [{ schemaVersion: "1.0", scenario: { id: 1, hash: "" } }, /^scenario\.id: /],
  ])("readEarlierResult refuses %j", (document, message) => {
    expect(() => readEarlierResult(document)).toThrow(message);
  });
});
