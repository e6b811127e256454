import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Distribution, TimeToServe } from "../../engine/index.ts";
import { servedDays, servingTable } from "../../engine/servingTable.ts";
import { StationaryStay } from "../../engine/timeToServe.ts";
import { integral, lognormalSurvival } from "./moments.ts";
import { inFull } from "./smallModel.ts";

const CELLS = 20_000;

/** Mean residual by the midpoint rule over the uniform of the sentence; the elapsed time is linear in its own. */
function meanResidual(rule: TimeToServe): number {
  const stay = new StationaryStay(rule);
  const out = new Float64Array(4);
  let sum = 0;
  for (let i = 0; i < CELLS; i++) {
    for (const second of [0.25, 0.75]) {
      out.set([(i + 0.5) / CELLS, second]);
      stay.sampleInPlace(out);
      sum += out[1]! - out[2]!;
    }
  }
  return sum / (2 * CELLS);
}

/** Share of the people inside whose residual is at most `days`, on a grid of uniforms. */
function shareLeftAtMost(rule: TimeToServe, days: number): number {
  const stay = new StationaryStay(rule);
  const out = new Float64Array(4);
  let count = 0;
  for (let i = 0; i < 500; i++) {
    for (let j = 0; j < 500; j++) {
      out.set([(i + 0.5) / 500, (j + 0.5) / 500]);
      stay.sampleInPlace(out);
      count += out[1]! - out[2]! <= days ? 1 : 0;
    }
  }
  return count / 250_000;
}

/** E[S^2] / (2 E[S]) for the days served under a rule, the sentence having this density between two bounds. */
function residualByIntegral(
  rule: Pick<TimeToServe, "servedShare" | "creditDays" | "minimumDays">,
  bands: readonly { fromDays: number; toDays: number; share: number }[],
): number {
  const moment = (power: number): number =>
    bands.reduce((sum, { fromDays, toDays, share }) => {
      const served = (s: number): number =>
        Math.max(rule.minimumDays, rule.servedShare * s - rule.creditDays) ** power;
      return (
        sum +
        (toDays > fromDays
          ? (share / (toDays - fromDays)) * integral(served, fromDays, toDays, 20_000)
          : share * served(fromDays))
      );
    }, 0);
  return moment(2) / (2 * moment(1));
}

const bands = [
  { fromDays: 60, toDays: 365, share: 0.3 },
  { fromDays: 365, toDays: 1825, share: 0.5 },
  { fromDays: 1825, toDays: 1825, share: 0.1 },
  { fromDays: 3650, toDays: 9000, share: 0.1 },
];

describe("servedDays", () => {
  it("servedDays are the served share less the credit, but never less than the minimum", () => {
    const table = servingTable([{ servedShare: 0.85, creditDays: 200, minimumDays: 30, reductions: [] }]);
    expect(servedDays(table, 1000)).toBeCloseTo(650, 10);
    expect(servedDays(table, 100)).toBe(30);
  });
});

describe("StationaryStay.sampleInPlace", () => {
  it("sample of a fixed term leaves a residual that is uniform on (0, T)", () => {
    const stay = new StationaryStay(inFull({ kind: "fixed", days: 400 }));
    const out = new Float64Array(4);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1 - 2 ** -53, noNaN: true }),
        fc.double({ min: 0, max: 1 - 2 ** -53, noNaN: true }),
        (first, second) => {
          out.set([first, second]);
          stay.sampleInPlace(out);
          expect([out[0], out[1]]).toEqual([400, 400]);
          expect(out[1]! - out[2]!).toBeCloseTo(400 * (1 - second), 9);
        },
      ),
    );
  });

  /** In full: T / 2; (b^2 + a b + a^2) / (3 (a + b)); the mean itself; m (1 + cv^2) / 2. */
  it.each<[string, Distribution, number]>([
    ["fixed", { kind: "fixed", days: 400 }, 200],
    [
      "uniform",
      { kind: "uniform", fromDays: 100, toDays: 500 },
      (500 ** 2 + 500 * 100 + 100 ** 2) / (3 * 600),
    ],
    ["uniform from 0", { kind: "uniform", fromDays: 0, toDays: 300 }, 100],
    ["exponential", { kind: "exponential", meanDays: 700 }, 700],
    ["lognormal", { kind: "lognormal", meanDays: 1200, cv: 1 }, 1200],
    ["lognormal of little variation", { kind: "lognormal", meanDays: 1000, cv: 0.5 }, 625],
  ])(
    "sample of a sentence served in full leaves E[S^2] / (2 E[S]) on average: %s",
    (_, sentence, expected) => {
      // The midpoint rule cuts less than 0.3 % off the heaviest of these tails.
      expect(Math.abs(meanResidual(inFull(sentence)) / expected - 1)).toBeLessThan(3e-3);
    },
  );

  it.each([
    ["in full", { servedShare: 1, creditDays: 0, minimumDays: 0 }],
    ["a share", { servedShare: 0.85, creditDays: 0, minimumDays: 0 }],
    ["a share less credit", { servedShare: 0.85, creditDays: 200, minimumDays: 0 }],
    ["a share less credit, at least a minimum", { servedShare: 0.6, creditDays: 150, minimumDays: 90 }],
  ])("sample of banded sentences leaves E[S^2] / (2 E[S]) on average: %s", (_, rule) => {
    const mine = meanResidual({ ...inFull({ kind: "bands", bands }), ...rule });
    expect(Math.abs(mine / residualByIntegral(rule, bands) - 1)).toBeLessThan(1e-3);
  });

  /** A share of an exponential or lognormal sentence is exponential or lognormal with the same variation. */
  it.each<[string, Distribution, number]>([
    ["exponential", { kind: "exponential", meanDays: 1000 }, 850],
    ["lognormal of cv 0.5", { kind: "lognormal", meanDays: 1000, cv: 0.5 }, (850 * 1.25) / 2],
    ["lognormal of cv 1", { kind: "lognormal", meanDays: 1000, cv: 1 }, (850 * 2) / 2],
  ])(
    "sample of 0.85 of a sentence leaves 0.85 of the residual, within a hundredth: %s",
    (_, sentence, expected) => {
      const mine = meanResidual({ ...inFull(sentence), servedShare: 0.85 });
      expect(Math.abs(mine / expected - 1)).toBeLessThan(0.01);
    },
  );

  it("sample of a lognormal sentence less credit leaves E[S^2] / (2 E[S]) on average, within a hundredth", () => {
    // E[S] = integral of P(S > x); E[S^2] = 2 times the integral of x P(S > x), with S = max(0, L - 300).
    const survival = (x: number): number => lognormalSurvival(x + 300, 1000, 0.8);
    const first = integral(survival, 0, 200_000, 200_000);
    const second = integral((x) => 2 * x * survival(x), 0, 200_000, 200_000);
    const rule = { ...inFull({ kind: "lognormal", meanDays: 1000, cv: 0.8 }), creditDays: 300 };
    expect(Math.abs(meanResidual(rule) / (second / (2 * first)) - 1)).toBeLessThan(0.01);
  });

  it("sample of a lognormal sentence leaves residuals distributed as the integral of P(S > x) over E[S]", () => {
    const rule = inFull({ kind: "lognormal", meanDays: 1000, cv: 1 });
    for (const days of [100, 500, 1000, 3000]) {
      const expected = integral((x) => lognormalSurvival(x, 1000, 1), 0, days) / 1000;
      expect(Math.abs(shareLeftAtMost(rule, days) - expected)).toBeLessThan(2e-3);
    }
  });

  it("sample of a uniform sentence leaves residuals distributed as the integral of P(S > x) over E[S]", () => {
    const rule = inFull({ kind: "uniform", fromDays: 200, toDays: 600 });
    const survival = (x: number): number => Math.min(1, (600 - x) / 400);
    for (const days of [100, 300, 500]) {
      const expected = integral(survival, 0, days, 20_000) / 400;
      expect(Math.abs(shareLeftAtMost(rule, days) - expected)).toBeLessThan(2e-3);
    }
  });

  it("sample gives the served days of the sentence that it gives, and no more elapsed than these", () => {
    const rule = { ...inFull({ kind: "bands", bands }), servedShare: 0.6, creditDays: 150, minimumDays: 90 };
    const stay = new StationaryStay(rule);
    const out = new Float64Array(4);
    for (let i = 0; i < 1000; i++) {
      out.set([i / 1000, (i * 0.618) % 1]);
      stay.sampleInPlace(out);
      expect(out[1]).toBeCloseTo(Math.max(90, 0.6 * out[0]! - 150), 6);
      expect(out[2]!).toBeGreaterThanOrEqual(0);
      expect(out[2]!).toBeLessThanOrEqual(out[1]!);
    }
  });

  it.each<[string, TimeToServe]>([
    ["uniform from 0", inFull({ kind: "uniform", fromDays: 0, toDays: 300 })],
    ["bands less credit", { ...inFull({ kind: "bands", bands }), creditDays: 200 }],
    ["exponential in part", { ...inFull({ kind: "exponential", meanDays: 100 }), servedShare: 0.5 }],
  ])("sampleInPlace of the smallest and the largest uniform is finite: %s", (_, rule) => {
    const out = new Float64Array(4);
    for (const u of [0, 1 - 2 ** -53]) {
      out.set([u, u]);
      new StationaryStay(rule).sampleInPlace(out);
      expect([...out].every((days) => days >= 0 && days < Infinity)).toBe(true);
    }
  });
});
