import { describe, expect, it } from "vitest";
import { junitXml } from "../../../reports/ci/junitXml.ts";
import { escapeXml } from "../../../reports/ci/xml.ts";
import { gateOutcomes } from "../../../reports/gates/gateOutcome.ts";
import { gateRow } from "../gates/gateRow.ts";
import { elementsOf } from "./strictXml.ts";

const HOSTILE = `a<script>alert("1")</script> & 'b' ]]> \u0000\u001b\ud800 שלום\u202e`;

describe("junitXml", () => {
  it("junitXml has a case for each gate: passed, failed, undecided, and undecided that only warns", () => {
    const rows = [
      gateRow({ verdict: "pass", scenario: "one" }),
      gateRow({ scenario: "two" }),
      gateRow({ verdict: "undecided", scenario: "strict" }),
      gateRow({ verdict: "undecided", scenario: "lenient" }),
    ];
    const scenarios = [{ id: "lenient", undecidedGates: "warn" as const }];
    const strict = { id: "strict", undecidedGates: "fail" as const };
    const elements = elementsOf(junitXml(gateOutcomes(rows, [...scenarios, strict])));
    const suite = elements.find(({ name }) => name === "testsuite");
    expect(suite?.attributes).toMatchObject({ tests: "4", failures: "2", errors: "0", skipped: "1" });
    expect(
      elements.filter(({ name }) => name === "testcase").map(({ attributes }) => attributes.classname),
    ).toEqual(["one", "two", "strict", "lenient"]);
    const verdicts = elements.filter(({ name }) => ["failure", "skipped", "system-out"].includes(name));
    expect(verdicts.map(({ name }) => name)).toEqual(["system-out", "failure", "failure", "skipped"]);
    expect(verdicts[1]?.attributes.message).toMatch(
      /^does not hold: 98\.1 % \(95 % interval 97\.0 to 99\.2, 40/,
    );
  });

  it("junitXml holds any text, and nothing that XML forbids", () => {
    const row = gateRow({ scenario: HOSTILE, gate: HOSTILE });
    const elements = elementsOf(junitXml(gateOutcomes([row], [])));
    const testCase = elements.find(({ name }) => name === "testcase");
    const shown = ["\0", "\u001b", "\ud800"].reduce((text, sign) => text.replace(sign, "\ufffd"), HOSTILE);
    expect(testCase?.attributes).toEqual({ classname: shown, name: shown });
    expect(elements.map(({ name }) => name)).not.toContain("script");
  });

  it("junitXml without gates is an empty suite", () => {
    expect(elementsOf(junitXml([])).map(({ name }) => name)).toEqual(["testsuites", "testsuite"]);
  });
});

describe("escapeXml", () => {
  it("escapeXml keeps pairs of surrogates whole, and breaks of lines in attributes", () => {
    expect(escapeXml("😀\n\t")).toBe("😀&#10;&#9;");
  });
});
