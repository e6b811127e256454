import { describe, expect, it } from "vitest";
import { evaluateDesign } from "../../cli/evaluateDesign.ts";
import { valuesAt } from "../../experiments/parameterDraws.ts";
import { measureSensitivity } from "../../experiments/sensitivity.ts";
import { type SensitivityOptions, sensitivityDesign } from "../../experiments/sensitivityDesign.ts";
import { parseMeasurePoint } from "../../reports/measurePoint.ts";
import { InlineBackend } from "../../workers/index.ts";
import { exactVariances, openUncertainStock, RATE, STAY } from "./uncertainStock.ts";

const open = openUncertainStock();
const { scenario } = open;
const { uncertain } = scenario;
const paths = uncertain.map(({ path }) => path);
const [RATE_PATH, STAY_PATH, CAPACITY_PATH] = paths as [string, string, string];
const stock = parseMeasurePoint(scenario, "here.system.stock");

/** Expected stock at every point, twice: replications that do not differ. */
function expected(options: SensitivityOptions) {
  const design = sensitivityDesign(uncertain, options);
  const values = design.points.map((point) => {
    const [rate, stay] = valuesAt(uncertain, paths, point);
    return new Float64Array(2).fill(RATE * (rate ?? 1) * (stay ?? STAY));
  });
  return measureSensitivity(design, uncertain, stock, values, 0.95);
}

async function simulated(options: SensitivityOptions, replications: number) {
  const design = sensitivityDesign(uncertain, options);
  const values = await evaluateDesign(
    design.points.length,
    (i) => open.drawn(valuesAt(uncertain, paths, design.points[i]!)),
    [{ measure: stock.measure.name, at: stock.at }],
    { seed: options.seed, from: 0, to: replications, workers: 1, backend: new InlineBackend() },
  );
  return measureSensitivity(
    design,
    uncertain,
    stock,
    values.map(([list]) => list!),
    0.95,
  );
}

describe("sensitivityDesign", () => {
  it("sensitivityDesign begins as written, moves each parameter alone, and adds r (k + 1) or n (k + 2) points", () => {
    const morris = sensitivityDesign(uncertain, { method: "morris", size: 5, seed: "1" });
    expect(morris.points.slice(0, 4)).toEqual([
      [null, null, null],
      [0.05, null, null],
      [0.95, null, null],
      [null, 0.05, null],
    ]);
    expect(morris.points).toHaveLength(1 + 6 + 5 * 4);
    const sobol = sensitivityDesign(uncertain, { method: "sobol", size: 16, seed: "1" });
    expect(sobol.points).toHaveLength(1 + 6 + 16 * 5);
  });

  it("sensitivityDesign stays off the ends of unbounded distributions only", () => {
    const ends = (list: typeof uncertain) =>
      sensitivityDesign(list, { method: "morris", size: 20, seed: "1" })
        .points.slice(1 + 2 * list.length)
        .flat();
    expect(Math.min(...(ends(uncertain) as number[]))).toBe(0.005);
    expect(Math.min(...(ends(uncertain.slice(2)) as number[]))).toBe(0);
    expect(Math.max(...(ends(uncertain.slice(2)) as number[]))).toBe(1);
  });

  it("sensitivityDesign refuses no parameters, and more than Sobol's sequence has room for", () => {
    const options = { size: 4, seed: "1" };
    expect(() => sensitivityDesign([], { ...options, method: "morris" })).toThrow(
      "at least one parameter, got none",
    );
    const many = new Array(600).fill(uncertain[0]);
    expect(() => sensitivityDesign(many, { ...options, method: "sobol" })).toThrow(
      /at most \d+ dimensions, got 1200/,
    );
  });
});

describe("measureSensitivity", () => {
  it("measureSensitivity finds the known indices of a product of log-normal factors within 0.02", () => {
    const { parameters } = expected({ method: "sobol", size: 4096, seed: "1" });
    const exact = exactVariances();
    expect(parameters.map(({ parameter }) => parameter)).toEqual([RATE_PATH, STAY_PATH, CAPACITY_PATH]);
    const [rate, stay, capacity] = parameters.map(({ sobol }) => sobol!);
    expect(Math.abs(rate!.first.value - exact.first.rate)).toBeLessThan(0.02);
    expect(Math.abs(rate!.total.value - exact.total.rate)).toBeLessThan(0.02);
    expect(Math.abs(stay!.first.value - exact.first.stay)).toBeLessThan(0.02);
    expect(Math.abs(stay!.total.value - exact.total.stay)).toBeLessThan(0.02);
    expect(capacity).toEqual({ first: { value: 0, low: 0, high: 0 }, total: { value: 0, low: 0, high: 0 } });
  });

  it("measureSensitivity gives the simulated stock indices whose intervals hold the known ones", async () => {
    const { parameters, n } = await simulated({ method: "sobol", size: 64, seed: "1" }, 8);
    expect(n).toBe(8);
    const exact = exactVariances();
    const rate = parameters.find(({ parameter }) => parameter === RATE_PATH)!.sobol!;
    const stay = parameters.find(({ parameter }) => parameter === STAY_PATH)!.sobol!;
    expect(rate.first.low).toBeLessThan(exact.first.rate);
    expect(rate.first.high).toBeGreaterThan(exact.first.rate);
    expect(stay.first.low).toBeLessThan(exact.first.stay);
    expect(stay.first.high).toBeGreaterThan(exact.first.stay);
    expect(rate.first.value).toBeGreaterThan(stay.first.value);
    const capacity = parameters.find(({ parameter }) => parameter === CAPACITY_PATH)!;
    expect(capacity.sobol).toEqual({
      first: { value: 0, low: 0, high: 0 },
      total: { value: 0, low: 0, high: 0 },
    });
  }, 240_000);

  it("measureSensitivity ranks the parameters by mu*, and gives one without effect exactly zero", async () => {
    const { parameters } = await simulated({ method: "morris", size: 10, seed: "1" }, 6);
    expect(parameters.map(({ parameter }) => parameter)).toEqual([RATE_PATH, STAY_PATH, CAPACITY_PATH]);
    const [rate, stay, capacity] = parameters;
    expect(rate!.morris!.mu.mean).toBeGreaterThan(stay!.morris!.mu.mean);
    expect(stay!.morris!.muStar.mean).toBeGreaterThan(0);
    expect(capacity!.morris).toMatchObject({
      mu: { mean: 0, halfWidth: 0 },
      muStar: { mean: 0, halfWidth: 0 },
      sigma: { standardDeviation: 0, low: 0, high: 0 },
    });
    expect(capacity!.swing.map(({ change }) => [change.mean, change.halfWidth])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  }, 240_000);

  it("measureSensitivity tells what one parameter alone changes, from the written values", () => {
    const { written, parameters } = expected({ method: "morris", size: 4, seed: "1" });
    expect(written.mean).toBe(RATE * STAY);
    const capacity = parameters.find(({ parameter }) => parameter === CAPACITY_PATH)!;
    expect(capacity.swing.map(({ value }) => value)).toEqual([55, 145]);
    const stay = parameters.find(({ parameter }) => parameter === STAY_PATH)!;
    // Quantile of a log-normal: median x exp(1.6449 x sd of the logarithm).
    const sd = Math.sqrt(Math.log(1.04));
    const high = (STAY / Math.sqrt(1.04)) * Math.exp(1.6448536269514722 * sd);
    expect(stay.swing[1].value).toBeCloseTo(high, 8);
    expect(stay.swing[1].change.mean).toBeCloseTo(RATE * (high - STAY), 8);
    expect(stay.swing[0].change.mean).toBeLessThan(0);
  });

  it("measureSensitivity gives no indices to a measure that does not vary", () => {
    const design = sensitivityDesign(uncertain, { method: "sobol", size: 4, seed: "1" });
    const values = design.points.map(() => Float64Array.of(3, 4));
    const { parameters } = measureSensitivity(design, uncertain, stock, values, 0.95);
    expect(parameters.map(({ sobol }) => sobol)).toEqual([null, null, null]);
  });

  it("measureSensitivity counts only replications that every point defines, and needs two", () => {
    const design = sensitivityDesign(uncertain, { method: "morris", size: 2, seed: "1" });
    const values = design.points.map((_, i) => Float64Array.of(i === 3 ? Number.NaN : 1, 2, 3));
    expect(measureSensitivity(design, uncertain, stock, values, 0.95)).toMatchObject({
      n: 2,
      written: { mean: 2.5 },
    });
    const one = design.points.map((_, i) => Float64Array.of(i === 3 ? Number.NaN : 1, 2));
    expect(() => measureSensitivity(design, uncertain, stock, one, 0.95)).toThrow(
      '"here.system.stock" is defined in 1 replications at every point; two or more are needed',
    );
  });
});
