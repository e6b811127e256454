import { describe, expect, it } from "vitest";
import { jobSummary } from "../../../reports/ci/jobSummary.ts";
import { gateRow } from "../gates/gateRow.ts";
import { syntheticAnalysis } from "../syntheticAnalysis.ts";

const analysis = syntheticAnalysis();
const MIB = 1024 * 1024;
const gates = [gateRow({ verdict: "pass" }), gateRow({ gate: "mean(שלום) < <script>" })];
const input = { analysis, gates, place: "out/report.html" };

function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}

describe("jobSummary", () => {
  it("jobSummary begins with the gates, and holds answer, key measures and the place of the report", () => {
    const text = jobSummary(input, MIB);
    const blocks = text.split("\n\n");
    expect(blocks[1]).toMatch(/^- ✓ small: .*\n- ✗ small: mean\(שלום\) \\< \\<script\\>: does not hold/);
    expect(text.indexOf("## The answer")).toBeLessThan(text.indexOf("| Measure |"));
    expect(blocks.at(-1)).toBe("Report: out/report.html\n");
    expect(text).not.toContain("Left out");
  });

  it("jobSummary leaves out the table first, and says so", () => {
    const whole = bytesOf(jobSummary(input, MIB));
    const text = jobSummary(input, whole - 1);
    expect(bytesOf(text)).toBeLessThan(whole);
    expect(text).toContain(
      "> Left out, because a summary of this size is not shown: the table of key measures.",
    );
    expect(text).not.toContain("| Measure |");
    expect(text).toContain("## The answer");
  });

  it("jobSummary of more gates than fit keeps those that do not hold, within the limit", () => {
    const many = Array.from({ length: 20_000 }, (_, i) =>
      gateRow({ verdict: i === 19_999 ? "fail" : "pass", gate: `mean(measure.${"é".repeat(40)}.${i}) < 1` }),
    );
    const text = jobSummary({ ...input, gates: many }, MIB);
    expect(bytesOf(text)).toBeLessThanOrEqual(MIB);
    expect(bytesOf(text)).toBeGreaterThan(0.9 * MIB);
    expect(text).toContain(".19999) \\< 1: does not hold");
    expect(text).toContain("the answer; gates that hold. All of it");
    expect(jobSummary({ ...input, gates: many }, 10)).toBe("");
  });
});
