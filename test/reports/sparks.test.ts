import { describe, expect, it } from "vitest";
import { occupancySparks, sparkline } from "../../reports/sparks.ts";
import { syntheticAnalysis } from "./syntheticAnalysis.ts";

describe("sparkline", () => {
  it("sparkline has a bar for each value, from the lowest to the highest", () => {
    expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7], 0, 7, 20)).toBe("▁▂▃▄▅▆▇█");
    expect(sparkline([7, 0], 0, 7, 20)).toBe("█▁");
  });

  it("sparkline shows means of neighbours where there are too many values", () => {
    expect(sparkline([0, 0, 7, 7, 0, 7], 0, 7, 3)).toBe("▁█▅");
  });

  it("sparkline of values that are all equal is level", () => {
    expect(sparkline([3, 3, 3], 3, 3, 9)).toMatch(/^(.)\1\1$/u);
  });
});

describe("occupancySparks", () => {
  it.each([80, 200])("occupancySparks has a line for each scenario that fits into %d columns", (width) => {
    const analysis = syntheticAnalysis();
    const [heading, ...lines] = occupancySparks(analysis, width);
    expect(heading).toMatch(/^Mean occupancy of /);
    expect(lines.map((line) => line.split(" ")[0])).toEqual(["base", "double", "same"]);
    for (const line of lines) expect([...line].length).toBeLessThanOrEqual(width);
    const first = analysis.index.series("base", "us.system.occupancy")[0]!;
    expect(lines[0]).toContain(`${(first.mean * 100).toFixed(1)} %`);
  });
});
