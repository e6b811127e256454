import { describe, expect, it } from "vitest";
import { checkBacktestFlags } from "../../cli/backtestFlags.ts";

const COMMON = { json: false, quiet: false, color: true, debug: false };

describe("bedspace backtest", () => {
  it("reads its flags", () => {
    const typed = { ...COMMON, replications: "10", seed: "a", workers: "2" };
    expect(checkBacktestFlags(typed)).toEqual({
      ...COMMON,
      replications: 10,
      seed: "a",
      workers: 2,
      out: undefined,
    });
  });

  it.each([["1"], ["10001"], ["x"]])("refuses %s replications", (replications) => {
    expect(() => checkBacktestFlags({ ...COMMON, replications, seed: "1" })).toThrow(
      `--replications must be a whole number from 2 to 10000, got "${replications}"`,
    );
  });
});
