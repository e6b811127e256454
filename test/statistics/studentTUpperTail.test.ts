import { describe, expect, it } from "vitest";
import { studentTUpperTail } from "../../engine/statistics/studentTUpperTail.ts";

describe("studentTUpperTail", () => {
  it("studentTUpperTail follows the arc tangent for one degree of freedom (the Cauchy distribution)", () => {
    for (const t of [0, 0.3, 1, 5, 1000]) {
      expect(studentTUpperTail(t, 1)).toBeCloseTo(0.5 - Math.atan(t) / Math.PI, 12);
    }
  });

  it("studentTUpperTail follows its closed form for two degrees of freedom", () => {
    for (const t of [0.1, 1, 4.303]) {
      expect(studentTUpperTail(t, 2)).toBeCloseTo(0.5 * (1 - t / Math.sqrt(2 + t * t)), 12);
    }
  });
});
