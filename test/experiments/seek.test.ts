import { describe, expect, it } from "vitest";
import { type SeekAnswer, type SeekQuestion, seek } from "../../experiments/seek.ts";
import { meanWithAbove, type PoissonQuestion, poissonModel } from "./poissonModel.ts";

const ASKED: SeekQuestion = {
  from: 10,
  to: 200,
  within: 1,
  whole: false,
  confidence: 0.95,
  least: 64,
  most: 4096,
};
const MEAN: Omit<PoissonQuestion, "seed"> = { gate: "mean(a.system.stock) < 100", mean: (x) => x };

const ask = (model: Omit<PoissonQuestion, "seed">, question: Partial<SeekQuestion> = {}, seed = "1") =>
  seek({ ...ASKED, ...question }, poissonModel({ ...model, seed }));

/** Whether the boundary lies between the value that meets the gate and the one that does not. */
const holds = ({ value, notMet }: SeekAnswer, boundary: number): boolean =>
  Math.min(value!, notMet!) <= boundary && boundary <= Math.max(value!, notMet!);

describe("seek", () => {
  it("finds the mean of a Poisson stock that stays below 100", async () => {
    const answer = await ask(MEAN);
    expect(answer.status).toBe("met");
    expect(holds(answer, 100)).toBe(true);
    // Decided with 4096 replications of standard deviation 10 at a level of 99.97 %: 100 ± 0.6, and a bracket of 1.
    expect(answer.value).toBeGreaterThan(98);
    expect(answer.notMet).toBeLessThan(102);
    expect(answer.isMonotone).toBe(true);
    expect(answer.monotonicity.direction).toBe(1);
  });

  it("finds the same boundary from the other end, and of a falling response", async () => {
    const [up, down] = [await ask(MEAN), await ask(MEAN, { from: 200, to: 10 })];
    expect(holds(down, 100)).toBe(true);
    expect(Math.abs(up.value! - down.value!)).toBeLessThan(1.5);
    const falling = await ask({ ...MEAN, mean: (x) => 210 - x });
    expect(holds(falling, 110)).toBe(true);
    expect(falling.value).toBeGreaterThan(falling.notMet!);
    expect(falling.monotonicity.direction).toBe(-1);
  });

  it("finds where the probability of more than 120 people, from the Poisson distribution, comes to be 5 %", async () => {
    const boundary = meanWithAbove(120, 0.05);
    expect(boundary).toBeCloseTo(103.1, 0);
    const answer = await ask({
      gate: "probability(a.system.stock > 120, at: 2030-01-01) < 0.05",
      mean: (x) => x,
      above: 120,
    });
    expect(holds(answer, boundary)).toBe(true);
    expect(Math.abs(answer.value! - boundary)).toBeLessThan(3);
  });

  it("holds the boundary in its bracket with the confidence asked for: in all of 40 searches, or all but few", async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) => ask(MEAN, { most: 512, within: 2 }, `search ${i}`)),
    );
    // More than 5 of 40 misses would have a probability below 3 % at 5 % each; the bound makes them rarer still.
    expect(answers.filter((answer) => answer.status === "met" && holds(answer, 100)).length).toBeGreaterThan(
      34,
    );
  });

  it("says that a gate cannot be met, after it has looked inside the range", async () => {
    const answer = await ask(MEAN, { from: 120, to: 200 });
    expect(answer).toMatchObject({ status: "cannotBeMet", value: null, notMet: null, isMonotone: true });
    expect(answer.evaluated.map(({ x }) => x)).toEqual([120, 140, 160, 180, 200]);
  });

  it("says that a gate is met throughout", async () => {
    const answer = await ask(MEAN, { from: 10, to: 50 });
    expect(answer).toMatchObject({ status: "metThroughout", value: null });
    expect(answer.evaluated.map(({ x, verdict }) => [x, verdict])).toEqual([
      [10, "pass"],
      [50, "pass"],
    ]);
  });

  it("leaves open what the most replications do not decide", async () => {
    const open = await ask(MEAN, { from: 99.9, to: 100.1, within: 0.01, most: 128 });
    expect(open.status).toBe("undecided");
    const around = await ask(MEAN, { most: 64, within: 0.5 });
    expect(around.status).toBe("met");
    expect(around.undecided.length).toBeGreaterThan(0);
    const [first, last] = [around.undecided[0]!, around.undecided.at(-1)!];
    expect(around.value).toBeLessThan(first);
    expect(last).toBeLessThan(around.notMet!);
    expect(first - around.value!).toBeLessThanOrEqual(0.5);
    expect(around.notMet! - last).toBeLessThanOrEqual(0.5);
  });

  it("uses few replications far from the boundary, and more near it", async () => {
    const { evaluated } = await ask(MEAN);
    const used = new Map(evaluated.map(({ x, replications }) => [x, replications]));
    expect([used.get(10), used.get(200)]).toEqual([64, 64]);
    expect(Math.max(...used.values())).toBeGreaterThan(1000);
  });

  it("looks at whole numbers only, and ends at neighbours", async () => {
    const answer = await ask(MEAN, { from: 90, to: 120, whole: true, within: 1 });
    expect(answer.evaluated.every(({ x }) => Number.isInteger(x))).toBe(true);
    expect(holds(answer, 100)).toBe(true);
  });

  it("reports a response that is not monotone, and finds what lies inside", async () => {
    const valley = await ask({ ...MEAN, mean: (x) => 80 + Math.abs(x - 105) }, { from: 10, to: 200 });
    expect(valley.status).toBe("met");
    expect(valley.isMonotone).toBe(false);
    // Seen from 10 the mean falls below 100 at 85.
    expect(holds(valley, 85)).toBe(true);
    const bend = await ask({ ...MEAN, mean: (x) => (x > 150 ? 300 - x : x) }, { from: 10, to: 190 });
    expect(bend.isMonotone).toBe(false);
    expect(bend.monotonicity.reversals.length).toBeGreaterThan(0);
  });

  it("asks for the first replications only, ever more of them", async () => {
    const model = poissonModel({ ...MEAN, seed: "1" });
    await seek(ASKED, model);
    const counts = new Map<string, number[]>();
    for (const [x, n] of model.asked.map((entry) => entry.split(":") as [string, string])) {
      counts.set(x, [...(counts.get(x) ?? []), Number(n)]);
    }
    for (const ns of counts.values()) expect(ns).toEqual(ns.map((_, i) => 64 * 2 ** i));
  });

  it.each([
    [{ to: 10 }, "seek requires two ends that differ, got 10"],
    [{ within: 0 }, "seek requires a distance above 0, got 0"],
    [{ confidence: 1 }, "seek requires a confidence in (0, 1), got 1"],
    [{ least: 1 }, "seek requires at least two replications, got 1"],
    [{ most: 63 }, "seek requires no fewer replications at most than at least, got 63"],
  ])("refuses %j", async (wrong, message) => {
    await expect(ask(MEAN, wrong)).rejects.toThrow(new RangeError(message));
  });
});
