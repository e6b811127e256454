import { describe, expect, it } from "vitest";
import { confidenceInterval } from "../../engine/statistics/confidenceInterval.ts";
import { jackknifeInterval } from "../../engine/statistics/jackknifeInterval.ts";

describe("jackknifeInterval", () => {
  it("jackknifeInterval of a mean is Student's t interval", () => {
    const values = [4.1, 5.3, 4.7, 6.0, 5.2];
    const sum = values.reduce((total, value) => total + value, 0);
    const { mean, halfWidth } = confidenceInterval(values, 0.95);
    const interval = jackknifeInterval(
      sum / 5,
      values.map((value) => (sum - value) / 4),
      0.95,
    );
    expect(interval?.low).toBeCloseTo(mean - halfWidth!, 12);
    expect(interval?.high).toBeCloseTo(mean + halfWidth!, 12);
  });

  it("jackknifeInterval takes the bias of the variance with divisor n away", () => {
    // Pseudo-values of that variance average to the variance with divisor n - 1 (Miller 1974): of 1, 2, 6 it
    // is 7; with divisor n it is 14/3, and 4, 25/4, 1/4 without one.
    const interval = jackknifeInterval(14 / 3, [4, 25 / 4, 1 / 4], 0.95)!;
    expect((interval.low + interval.high) / 2).toBeCloseTo(7, 12);
  });

  it("jackknifeInterval does not exist where a value is not finite", () => {
    expect(jackknifeInterval(1, [1, Number.NEGATIVE_INFINITY, 2], 0.95)).toBeNull();
    expect(jackknifeInterval(Number.NEGATIVE_INFINITY, [1, 1, 2], 0.95)).toBeNull();
  });

  it("jackknifeInterval refuses one unit and a level of 95", () => {
    expect(() => jackknifeInterval(1, [1], 0.95)).toThrow(
      "jackknifeInterval requires at least two units, got 1",
    );
    expect(() => jackknifeInterval(1, [1, 2], 95)).toThrow("a level in (0, 1), got 95");
  });
});
