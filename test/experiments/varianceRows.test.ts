import { describe, expect, it } from "vitest";
import { evaluateDesign } from "../../cli/evaluateDesign.ts";
import { parameterDraws, uncertainPaths, valuesAt } from "../../experiments/parameterDraws.ts";
import { type DrawnValues, differenceOf, varianceRow } from "../../experiments/varianceRows.ts";
import { parseMeasurePoint } from "../../reports/measurePoint.ts";
import { InlineBackend, type ReplicationBackend } from "../../workers/index.ts";
import { exactVariances, openUncertainStock } from "./uncertainStock.ts";

const open = openUncertainStock();
const { scenario } = open;
const paths = uncertainPaths([scenario]);
const stock = parseMeasurePoint(scenario, "here.system.stock");

/** Runs the last task first. */
class BackwardsBackend implements ReplicationBackend {
  readonly #inline = new InlineBackend();
  run: ReplicationBackend["run"] = (job, handlers, signal) =>
    this.#inline.run({ ...job, tasks: job.tasks.toReversed() }, handlers, signal);
  close = () => this.#inline.close();
}

async function drawn(draws: number, replications: number, backend: ReplicationBackend): Promise<DrawnValues> {
  const points = [null, ...parameterDraws(paths.length, draws, "lhs", "1")];
  const values = await evaluateDesign(
    points.length,
    (i) => open.drawn(valuesAt(scenario.uncertain, paths, points[i] ?? [null, null, null])),
    [{ measure: stock.measure.name, at: stock.at }],
    { seed: "1", from: 0, to: replications, workers: 1, backend },
  );
  const [written, ...others] = values.map(([list]) => list!);
  return { written: written!, drawn: others };
}

describe("varianceRow", () => {
  it("varianceRow splits the variance of an M/G/infinity stock into rate x stay and Poisson chance", async () => {
    const values = await drawn(100, 30, new InlineBackend());
    const row = varianceRow({ scenario: "stock" }, stock, values, 0.95)!;
    const exact = exactVariances();
    const split = row.split!;
    // Of 100 draws the variance has a relative standard error of about sqrt((k - 1) / 100), k = 4.3 their kurtosis.
    expect(Math.abs(split.parameters.value / exact.parameters - 1)).toBeLessThan(3 * Math.sqrt(3.3 / 100));
    expect(Math.abs(split.chance.value / exact.chance - 1)).toBeLessThan(3 * Math.sqrt(2 / 30));
    const share = exact.parameters / (exact.parameters + exact.chance);
    expect(split.share!.low).toBeLessThan(share);
    expect(split.share!.high).toBeGreaterThan(share);
    expect(row).toMatchObject({ draws: 100, n: 30, unit: "persons", at: scenario.endDate });
    // The bands are as wide as what they are bands of: 3.29 standard deviations of a nearly normal variable.
    const width = (band: keyof typeof row.bands) => row.bands[band]!["0.95"] - row.bands[band]!["0.05"];
    expect(width("chance")).toBeGreaterThan(0.6 * 3.29 * Math.sqrt(exact.chance));
    expect(width("chance")).toBeLessThan(1.4 * 3.29 * Math.sqrt(exact.chance));
    expect(width("parameters")).toBeGreaterThan(0.75 * 3.29 * Math.sqrt(exact.parameters));
    expect(width("together")).toBeGreaterThan(width("parameters"));
  });

  it("varianceRow gives the same bits in whatever order the replications finish", async () => {
    const [forwards, backwards] = [
      await drawn(7, 4, new InlineBackend()),
      await drawn(7, 4, new BackwardsBackend()),
    ];
    expect(backwards).toEqual(forwards);
    const row = (values: DrawnValues) => JSON.stringify(varianceRow({ scenario: "a" }, stock, values, 0.95));
    expect(row(backwards)).toBe(row(forwards));
  });

  it("varianceRow finds no share where nothing varies, and no chance where replications agree", () => {
    const lists = (values: readonly number[][]) => values.map((list) => Float64Array.from(list));
    const constant = {
      written: Float64Array.of(5, 5, 5),
      drawn: lists([
        [5, 5, 5],
        [5, 5, 5],
        [5, 5, 5],
      ]),
    };
    expect(varianceRow({ scenario: "a" }, stock, constant, 0.95)).toMatchObject({
      mean: 5,
      split: { share: null, parameters: { value: 0 }, chance: { value: 0 } },
    });
    const certain = {
      written: Float64Array.of(5, 5, 5),
      drawn: lists([
        [1, 1, 1],
        [2, 2, 2],
        [3, 3, 3],
      ]),
    };
    expect(varianceRow({ scenario: "a" }, stock, certain, 0.95)).toMatchObject({
      split: { share: { value: 1 }, parameters: { value: 1 }, chance: { value: 0 } },
      bands: { chance: { "0.05": 5, "0.95": 5 } },
    });
  });

  it("varianceRow leaves out replications that some draw does not define, and says how many are left", () => {
    const draw = (...values: number[]) => Float64Array.from(values);
    const values = {
      written: draw(1, 2, 3, 4),
      drawn: [draw(1, 2, 3, 4), draw(2, NaN, 4, 5), draw(3, 4, 5, 7)],
    };
    const row = varianceRow({ scenario: "a" }, stock, values, 0.95)!;
    expect(row.n).toBe(3);
    const without = (list: Float64Array) => list.filter((_, r) => r !== 1);
    const clean = { written: without(values.written), drawn: values.drawn.map(without) };
    expect(row.split).toEqual(varianceRow({ scenario: "a" }, stock, clean, 0.95)!.split);
    const undefinedOnes = { written: draw(NaN), drawn: [draw(NaN), draw(NaN), draw(NaN)] };
    expect(varianceRow({ scenario: "a" }, stock, undefinedOnes, 0.95)).toBeNull();
  });

  it("differenceOf pairs draws and replications: a shift that both share is gone exactly", () => {
    const base = { written: Float64Array.of(1, 2), drawn: [Float64Array.of(3, 4), Float64Array.of(9, 7)] };
    const other = {
      written: base.written.map((value) => value + 8),
      drawn: base.drawn.map((list) => list.map((value) => value + 8)),
    };
    expect(differenceOf(other, base)).toEqual({
      written: Float64Array.of(8, 8),
      drawn: [Float64Array.of(8, 8), Float64Array.of(8, 8)],
    });
  });
});
