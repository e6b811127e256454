import { describe, expect, it } from "vitest";
import { keyedUniform } from "../../engine/statistics/keyedUniform.ts";
import { owenScramble } from "../../engine/statistics/owenScramble.ts";

describe("owenScramble", () => {
  it("owenScramble turns each digit by the coin of the digits before it", () => {
    // Rows in binary: 1, then 1 and the first digit, and so on. Turned over: the first digit (row 1), and the
    // third one after 0 1 (row 101 = 5).
    const coins = (row: number) => (row === 1 || row === 5 ? 0.2 : 0.8);
    const scrambled = (digits: string) =>
      owenScramble(Number.parseInt(digits.padEnd(32, "0"), 2) | 0, 0, coins) >>> 0;
    expect(scrambled("010").toString(2).padStart(32, "0")).toBe("111".padEnd(32, "0"));
    expect(scrambled("000").toString(2).padStart(32, "0")).toBe("100".padEnd(32, "0"));
  });

  it("owenScramble reaches the last digit, with rows of 32 bits", () => {
    const rows: number[] = [];
    owenScramble(-1, 0, (row) => {
      rows.push(row >>> 0);
      return 0.9;
    });
    expect(rows[0]).toBe(1);
    expect(rows[31]).toBe(2 ** 32 - 1);
  });

  it("owenScramble is a bijection that keeps common first digits common", () => {
    const uniform = keyedUniform("1", "owen");
    const scrambled = Array.from({ length: 4096 }, (_, i) => owenScramble(i << 20, 5, uniform) >>> 20);
    expect(new Set(scrambled).size).toBe(4096);
    for (let i = 0; i < 4096; i += 16) {
      expect(new Set(scrambled.slice(i, i + 16).map((value) => value >> 4)).size).toBe(1);
    }
  });
});
