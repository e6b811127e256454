import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  exponentialSmoothing,
  fitSmoothing,
  type Trend,
} from "../../experiments/forecast/exponentialSmoothing.ts";
import { combined, outcomesOf } from "../../experiments/forecast/forecast.ts";
import { normalDistribution } from "../../experiments/forecast/normalDistribution.ts";
import { drift, naive } from "../../experiments/forecast/simple.ts";
import { smoothed } from "../../experiments/forecast/smoothing.ts";

describe("normalDistribution(x)", () => {
  it.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [-1.959963984540054, 0.025],
    [-3, 0.0013498980316300946],
    [6, 0.9999999990134123],
  ])("of %f is the tabled %f", (x, expected) => {
    expect(normalDistribution(x)).toBeCloseTo(expected, 13);
  });

  it("is 0 and 1 far out", () => {
    expect([normalDistribution(-40), normalDistribution(40)]).toEqual([0, 1]);
  });
});

describe("naive(series)", () => {
  it("keeps the last value, with an error that grows as the root of time", () => {
    const forecast = naive([1, 4, 8]);
    expect(forecast.mean(5)).toBe(8);
    expect(forecast.sd(4)).toBeCloseTo(2 * Math.sqrt((9 + 16) / 2), 12);
  });

  it("requires two values", () => {
    expect(() => naive([1])).toThrow("naive requires at least 2 values, got 1");
  });
});

describe("drift(series)", () => {
  it("continues the last change, with the error of a sum of walks", () => {
    const forecast = drift([1, 4, 8]);
    expect(forecast.mean(2)).toBe(16);
    expect(forecast.sd(3)).toBeCloseTo(Math.sqrt(1 + 4 + 9), 12);
  });

  it("requires three values", () => {
    expect(() => drift([1, 2])).toThrow("drift requires at least 3 values, got 2");
  });
});

interface FittedByR {
  readonly alpha: number;
  readonly betaStar: number;
  readonly phi: number;
  readonly start: readonly [level: number, trend: number];
  readonly forecast: readonly number[];
  readonly residuals: readonly number[];
}

/** Series and what R fits to them; where each comes from stands in the file. */
const { oil, fits, air } = JSON.parse(
  readFileSync(new URL("../fixtures/ets-r.json", import.meta.url), "utf8"),
) as {
  oil: number[];
  fits: Record<Trend, FittedByR>;
  air: Pick<FittedByR, "alpha" | "start" | "forecast"> & { series: number[] };
};

const KINDS = ["none", "straight", "damped"] as const;

describe("exponentialSmoothing(series)", () => {
  it.each(KINDS)(
    "smooths with R's parameters to R's residuals but for better start values, trend %s",
    (trend) => {
      const { alpha, betaStar, phi, residuals } = fits[trend];
      const theirs = residuals.reduce((sum, error) => sum + error * error, 0);
      const ours = smoothed(oil, alpha, betaStar, phi, trend !== "none");
      expect(ours.sumOfSquares).toBeLessThanOrEqual(theirs * (1 + 1e-9));
      expect(ours.sumOfSquares).toBeGreaterThan(theirs * 0.93);
      // With this alpha the start is soon forgotten: the last level is R's.
      expect(ours.level).toBeCloseTo(oil.at(-1)! - (1 - alpha) * residuals.at(-1)!, 1);
    },
  );

  it.each(KINDS)("finds no larger sum of squares than R, whose search stops early, trend %s", (trend) => {
    const theirs = fits[trend].residuals.reduce((sum, error) => sum + error * error, 0);
    const ours = fitSmoothing(oil, trend).sumOfSquares;
    expect(ours).toBeLessThanOrEqual(theirs * (1 + 1e-6));
    expect(ours).toBeGreaterThan(theirs * 0.94);
  });

  it("has the level of R where there is no trend", () => {
    const { alpha, mean } = fitSmoothing(oil, "none");
    expect(alpha).toBeCloseTo(fits.none.alpha, 4);
    expect(mean(4)).toBeCloseTo(fits.none.forecast[3]!, 2);
  });

  it("forecasts a straight trend as R does", () => {
    const { mean, alpha, start } = fitSmoothing(air.series, "straight");
    air.forecast.forEach((value, i) => {
      expect(Math.abs(mean(i + 1) - value)).toBeLessThan(0.05);
    });
    expect(Math.abs(alpha - air.alpha)).toBeLessThan(0.02);
    expect(Math.abs(start[1] - air.start[1])).toBeLessThan(0.02);
  });

  it("has the interval of a random walk where the level follows every value", () => {
    const { sd, alpha } = fitSmoothing(oil, "none");
    expect(sd(4) / sd(1)).toBeCloseTo(Math.sqrt(1 + 3 * alpha * alpha), 9);
  });

  it("chooses the trend with the least AICc", () => {
    const flat = [5, 4, 6, 5, 5.5, 4.5, 5, 5.2, 4.8, 5.1, 4.9, 5];
    const rising = Array.from({ length: 12 }, (_, i) => 10 * i + flat[i]!);
    expect(exponentialSmoothing(rising).trend).toBe("straight");
    expect(exponentialSmoothing(flat).trend).toBe("none");
  });

  it("leaves out a kind for which the series is too short", () => {
    expect(fitSmoothing([1, 3, 4, 8, 9, 12, 11], "damped").aicc).toBe(Infinity);
  });

  it("requires five values", () => {
    expect(() => exponentialSmoothing([1, 2, 3, 4])).toThrow("at least five values, got 4");
  });
});

describe("outcomes of a forecast", () => {
  it("are its quantiles", () => {
    const [lower, upper] = outcomesOf({ mean: () => 10, sd: () => 2 }, 1, 2);
    expect(lower).toBeCloseTo(10 - 2 * 0.6744897501960817, 12);
    expect(upper).toBeCloseTo(10 + 2 * 0.6744897501960817, 12);
  });

  it("are at least one", () => {
    expect(() => outcomesOf({ mean: () => 0, sd: () => 0 }, 1, 0)).toThrow("at least one outcome, got 0");
  });

  it("are combined quantile by quantile", () => {
    expect(combined([Float64Array.of(3, 1), Float64Array.of(10, 20)])).toEqual(Float64Array.of(5.5, 11.5));
  });

  it("are combined from as many each", () => {
    expect(() => combined([Float64Array.of(3, 1), Float64Array.of(10)])).toThrow("as many outcomes each");
  });
});
