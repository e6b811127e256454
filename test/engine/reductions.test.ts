import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Distribution, Reduction, TimeToServe } from "../../engine/index.ts";
import { reductionKeys, shareEarning } from "../../engine/reductions.ts";
import { servedDays, serveInPlace, servingTable } from "../../engine/servingTable.ts";
import { StationaryStay } from "../../engine/timeToServe.ts";
import { integral } from "./moments.ts";
import { inFull } from "./smallModel.ts";

/** Half of the days inside, of which up to 365 count; the rest lengthens the final placement. */
const earned: Reduction = {
  id: "earned",
  share: 0.6,
  kind: "earned",
  perDay: 0.5,
  maximumDays: 365,
  beyond: "finalPlacement",
};
const fixed: Reduction = { id: "fixed", share: 0.25, kind: "fixed", days: 300, minimumSentenceDays: 720 };
const EARNED = 1;
const FIXED = 2;

const rule: TimeToServe = {
  ...inFull({
    kind: "bands",
    bands: [
      { fromDays: 50, toDays: 700, share: 0.4 },
      { fromDays: 700, toDays: 2500, share: 0.45 },
      { fromDays: 1000, toDays: 1000, share: 0.15 },
    ],
  }),
  servedShare: 0.85,
  creditDays: 100,
  minimumDays: 20,
  reductions: [earned, fixed],
};

function serve(sentence: number, set: number, changes: Partial<TimeToServe> = {}): number[] {
  const cell = Float64Array.of(sentence, 0);
  serveInPlace(servingTable([{ ...rule, ...changes }]), 0, set, cell);
  return [...cell];
}

describe("serveInPlace", () => {
  it("serveInPlace takes credits off so that days inside times the rate are the credits", () => {
    // 0.85 x 1000 - 100 = 750 days, of which 250 are credits for the other 500 at 0.5 a day.
    expect(serve(1000, EARNED)).toEqual([500, 0]);
  });

  it("serveInPlace lengthens the final placement by the credits beyond the maximum, or drops them", () => {
    // 0.85 x 2000 - 100 = 1600 days; credits 533.33, of which 365 bring the release forward.
    const [days, beyond] = serve(2000, EARNED);
    expect([days, beyond]).toEqual([1235, 1600 / 3 - 365]);
    expect(serve(2000, EARNED, { reductions: [{ ...earned, beyond: "lost" }] })).toEqual([1235, 0]);
  });

  it("serveInPlace takes a fixed number of days off sentences of at least the minimum", () => {
    expect(serve(720, FIXED)[0]).toBeCloseTo(0.85 * 720 - 400, 10);
    expect(serve(719.9, FIXED)[0]).toBeCloseTo(0.85 * 719.9 - 100, 10);
  });

  it("serveInPlace applies the reductions in their order", () => {
    expect(serve(1000, EARNED + FIXED)[0]).toBeCloseTo(750 / 1.5 - 300, 10);
    expect(serve(1000, EARNED + FIXED, { reductions: [fixed, earned] })[0]).toBeCloseTo(
      (750 - 300) / 1.5,
      10,
    );
  });

  it("serveInPlace gives the minimum where less is left, and no credits for days before admission", () => {
    expect(serve(60, EARNED)).toEqual([20, 0]);
    expect(serve(720, FIXED, { creditDays: 300 })[0]).toBe(20);
  });
});

describe("reductionKeys", () => {
  it("reductionKeys go with the id and not with the position", () => {
    const [first, second] = reductionKeys([earned, fixed]);
    expect([...reductionKeys([fixed, earned])]).toEqual([second, first]);
    expect(first).not.toBe(second);
    expect(Math.max(first!, second!)).toBeLessThan(2 ** 24);
  });

  it("reductionKeys refuses a fifth reduction and two of the same id", () => {
    const five = ["a", "b", "c", "d", "e"].map((id) => ({ ...fixed, id }));
    expect(() => reductionKeys(five)).toThrow("reductions must be at most 4, got 5");
    expect(() => reductionKeys([fixed, earned, fixed])).toThrow('got "fixed" and "fixed"');
  });
});

/** Sentences of the rule above as (sentence, weight) at the midpoints of many short steps. */
function sentences(of: TimeToServe): { readonly sentence: number; readonly share: number }[] {
  const { sentence } = of;
  const bands = sentence.kind === "bands" ? sentence.bands : [];
  const STEPS = 20_000;
  return bands.flatMap(({ fromDays, toDays, share }) =>
    fromDays === toDays
      ? [{ sentence: fromDays, share }]
      : Array.from({ length: STEPS }, (_, i) => ({
          sentence: fromDays + ((i + 0.5) * (toDays - fromDays)) / STEPS,
          share: share / STEPS,
        })),
  );
}

/** Sum over the admissions of a set of reductions of share x g(days served, sentence). */
function overAdmissions(
  of: TimeToServe,
  set: number,
  g: (served: number, sentence: number) => number,
): number {
  const share = shareEarning(of.reductions, set);
  const table = servingTable([of]);
  return sentences(of).reduce(
    (sum, item) => sum + share * item.share * g(servedDays(table, item.sentence, set), item.sentence),
    0,
  );
}

const SETS = [0, 1, 2, 3];
const meanServed = SETS.reduce((sum, set) => sum + overAdmissions(rule, set, (served) => served), 0);

/** Samples on a grid of uniforms. */
function sampled(of: TimeToServe, along: number, across: number): number[][] {
  const stay = new StationaryStay(of);
  const out = new Float64Array(4);
  const rows: number[][] = [];
  for (let i = 0; i < along; i++) {
    for (let j = 0; j < across; j++) {
      out.set([(i + 0.5) / along, (j + 0.5) / across]);
      stay.sampleInPlace(out);
      rows.push([...out]);
    }
  }
  return rows;
}

describe("StationaryStay.sampleInPlace, reductions", () => {
  const rows = sampled(rule, 20_000, 1);

  it("sample meets each set of reductions in proportion to its share times its mean days served", () => {
    for (const set of SETS) {
      const expected = overAdmissions(rule, set, (served) => served) / meanServed;
      const share = rows.filter((row) => row[3] === set).length / rows.length;
      expect(Math.abs(share - expected)).toBeLessThan(2e-4);
    }
    // Without length bias people with both would be 15 % of all.
    expect(overAdmissions(rule, 3, (served) => served) / meanServed).toBeLessThan(0.13);
  });

  it.each(SETS)(
    "sample weighs the sentences of set %d by the days served, jump and maximum included",
    (set) => {
      const own = rows.filter((row) => row[3] === set);
      const weight = overAdmissions(rule, set, (served) => served);
      for (const bound of [120, 400, 719.9, 720.1, 999, 1001, 1400, 2000]) {
        const expected =
          overAdmissions(rule, set, (served, sentence) => (sentence <= bound ? served : 0)) / weight;
        const share = own.filter((row) => row[0]! <= bound).length / own.length;
        expect(Math.abs(share - expected)).toBeLessThan(1e-3);
      }
    },
  );

  it("sample leaves residuals distributed as the integral of P(S > x) over E[S]", () => {
    const grid = sampled(rule, 600, 600);
    for (const days of [15, 60, 200, 500, 1000]) {
      const expected =
        SETS.reduce((sum, set) => sum + overAdmissions(rule, set, (served) => Math.min(served, days)), 0) /
        meanServed;
      const share = grid.filter((row) => row[1]! - row[2]! <= days).length / grid.length;
      expect(Math.abs(share - expected)).toBeLessThan(2e-3);
    }
  });

  it("sample of an exponential sentence that all earn a reduction of is that of the shorter exponential", () => {
    const all: Reduction = { ...earned, share: 1, maximumDays: 1e9 };
    const shorter = sampled(
      { ...inFull({ kind: "exponential", meanDays: 600 }), reductions: [all] },
      400,
      400,
    );
    const mean = shorter.reduce((sum, row) => sum + row[1]! - row[2]!, 0) / shorter.length;
    expect(Math.abs(mean / 400 - 1)).toBeLessThan(0.01);
  });

  it("sample gives the days served of its sentence and set, for any rule", () => {
    const amounts = fc.integer({ min: 0, max: 900 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const reduction = fc.oneof(
      fc.record({ kind: fc.constant("fixed" as const), days: amounts, minimumSentenceDays: amounts, share }),
      fc.record({
        kind: fc.constant("earned" as const),
        perDay: fc.double({ min: 0, max: 2, noNaN: true }),
        maximumDays: amounts,
        beyond: fc.constant("lost" as const),
        share,
      }),
    );
    const band: Distribution = { kind: "uniform", fromDays: 30, toDays: 2000 };
    fc.assert(
      fc.property(
        fc.array(reduction, { maxLength: 4 }),
        amounts,
        amounts,
        (list, creditDays, minimumDays) => {
          const reductions = list.map((item, i) => ({ ...item, id: String(i) }));
          const any = { ...inFull(band), servedShare: 0.9, creditDays, minimumDays, reductions };
          const table = servingTable([any]);
          const classMean = (set: number): number =>
            shareEarning(reductions, set) * integral((s) => servedDays(table, s, set), 30, 2000, 4000);
          const means = Array.from({ length: 2 ** reductions.length }, (_, set) => classMean(set));
          const whole = means.reduce((sum, one) => sum + one, 0);
          fc.pre(whole > 1);
          const seen = sampled(any, 2000, 1);
          for (const [sentence, served, , set] of seen) {
            expect(served).toBe(servedDays(table, sentence!, set!));
          }
          means.forEach((one, set) => {
            const fraction = seen.filter((row) => row[3] === set).length / seen.length;
            expect(Math.abs(fraction - one / whole)).toBeLessThan(3e-3);
          });
        },
      ),
      { seed: 7, numRuns: 40 },
    );
  });
});
