import { describe, expect, it } from "vitest";
import { exponentialSmoothing, fitSmoothing } from "../../experiments/forecast/exponentialSmoothing.ts";
import { combined, outcomesOf } from "../../experiments/forecast/forecast.ts";
import { normalDistribution } from "../../experiments/forecast/normalDistribution.ts";
import { drift, naive } from "../../experiments/forecast/simple.ts";

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

/**
 * Air passengers of Australia, 1990 to 2016 (millions), and what R's `holt` forecasts from them: Hyndman &
 * Athanasopoulos, Forecasting: Principles and Practice, 2nd edition (2018), section 7.2. R stops its search a little
 * off the optimum, hence the tolerance.
 */
const AIR = [
  17.5534, 21.8601, 23.8866, 26.9293, 26.8885, 28.8314, 30.0751, 30.9535, 30.1857, 31.5797, 32.5776, 33.4774,
  39.0216, 41.3864, 41.5966, 44.6573, 46.9517, 48.7289, 51.4884, 50.027, 60.6409, 63.3603, 66.3554, 68.1979,
  68.1232, 69.7793, 72.5977,
];

describe("exponentialSmoothing(series)", () => {
  it("forecasts a straight trend as R does", () => {
    const { mean, alpha } = fitSmoothing(AIR, "straight");
    [74.6, 76.7, 78.8, 80.91, 83.01].forEach((published, i) => {
      expect(Math.abs(mean(i + 1) - published)).toBeLessThan(0.05);
    });
    expect(Math.abs(alpha - 0.8321)).toBeLessThan(0.02);
  });

  it("finds no larger sum of squares than R's parameters have", () => {
    const [alpha, beta] = [0.8321, 0.8321e-4];
    let [level, trend, sum] = [15.57, 2.102, 0];
    for (const value of AIR) {
      const error = value - level - trend;
      level += trend + alpha * error;
      trend += beta * error;
      sum += error * error;
    }
    expect(fitSmoothing(AIR, "straight").sumOfSquares).toBeLessThanOrEqual(sum);
  });

  it("has the interval of a random walk where the level follows every value", () => {
    const { sd, alpha } = fitSmoothing(AIR, "none");
    expect(sd(4) / sd(1)).toBeCloseTo(Math.sqrt(1 + 3 * alpha * alpha), 9);
  });

  it("chooses the trend with the least AICc", () => {
    const flat = [5, 4, 6, 5, 5.5, 4.5, 5, 5.2, 4.8, 5.1, 4.9, 5];
    expect(exponentialSmoothing(AIR).trend).toBe("straight");
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
