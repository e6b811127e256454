import { describe, expect, it } from "vitest";
import { judgeGate } from "../../../reports/gates/judgeGate.ts";

const judge = (
  kind: "mean" | "quantile" | "probability" | "difference",
  comparison: "<" | "<=" | ">" | ">=",
  limit: number,
  values: readonly number[],
  unit = "persons",
) => judgeGate({ gate: { kind, comparison, probability: 0.9 }, unit, limit }, values, 0.95);

/** So many of n are 1. */
const ones = (count: number, n: number) => Array.from({ length: n }, (_, i) => Number(i < count));

describe("judgeGate", () => {
  it("judges a mean by Student's interval: 2 ± 2.484 of 1, 2, 3", () => {
    expect(judge("mean", "<", 4.5, [1, 2, 3]).verdict).toBe("pass");
    expect(judge("mean", "<", 4.4, [1, 2, 3]).verdict).toBe("undecided");
    expect(judge("mean", "<", -0.4, [1, 2, 3]).verdict).toBe("undecided");
    expect(judge("mean", "<", -0.5, [1, 2, 3]).verdict).toBe("fail");
    expect(judge("mean", ">", -0.5, [1, 2, 3]).verdict).toBe("pass");
    expect(judge("mean", ">", 4.5, [1, 2, 3]).verdict).toBe("fail");
    const { low, high, estimate, n } = judge("mean", ">", 0, [1, 2, 3]);
    expect([estimate, n]).toEqual([2, 3]);
    expect(high! - 2).toBeCloseTo(2.4841377, 6);
    expect(2 - low!).toBeCloseTo(2.4841377, 6);
  });

  it("judges a probability by Wilson's interval: none of 72 may be up to 5.06 %, none of 73 up to 4.999 %", () => {
    expect(judge("probability", "<", 0.05, ones(0, 72)).verdict).toBe("undecided");
    expect(judge("probability", "<", 0.05, ones(0, 73)).verdict).toBe("pass");
    expect(judge("probability", "<", 0.05, ones(40, 80)).verdict).toBe("fail");
    expect(judge("probability", ">", 0.95, ones(80, 80)).verdict).toBe("pass");
  });

  it("judges the mean of zeros and ones of the run as a probability: none of 10 is not never", () => {
    const judged = judge("mean", "<", 0.05, ones(0, 10), "probability");
    expect(judged.verdict).toBe("undecided");
    expect(judged.interval).toBe("Wilson interval of the probability");
    expect(judge("mean", "<", 0.05, ones(0, 10)).verdict).toBe("pass");
  });

  it("judges a quantile by order statistics, which 20 values do not bound from above at 90 %", () => {
    const many = Array.from({ length: 200 }, (_, i) => i + 1);
    expect(judge("quantile", "<", 195, many).verdict).toBe("pass");
    expect(judge("quantile", "<", 181, many).verdict).toBe("undecided");
    expect(judge("quantile", "<", 150, many).verdict).toBe("fail");
    const few = judge("quantile", "<", 1000, many.slice(0, 20));
    expect([few.verdict, few.high]).toEqual(["undecided", null]);
  });

  it("judges a difference of exactly zero without doubt", () => {
    expect(judge("difference", "<", 0, [0, 0, 0]).verdict).toBe("fail");
    expect(judge("difference", "<=", 0, [0, 0, 0]).verdict).toBe("pass");
    expect(judge("difference", "<", 0, [-3, -2, -4]).verdict).toBe("pass");
  });

  it("does not decide on one replication, or where nothing is defined", () => {
    expect(judge("mean", "<", 100, [1]).verdict).toBe("undecided");
    expect(judge("mean", "<", 100, [Number.NaN])).toMatchObject({
      verdict: "undecided",
      estimate: null,
      n: 0,
    });
  });

  it("leaves out replications in which the measure is not defined", () => {
    expect(judge("mean", "<", 4.5, [1, Number.NaN, 2, 3])).toMatchObject({ verdict: "pass", n: 3 });
  });
});
