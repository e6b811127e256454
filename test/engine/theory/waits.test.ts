import { describe, expect, it } from "vitest";
import type { CorridorRegime, Distribution, ModelParameters, Wait } from "../../../engine/index.ts";
import { runReplication, WAIT_BINS, WAITS } from "../../../engine/index.ts";
import { waitQuantile } from "../../../reports/measures/waitMeasures.ts";
import { standardErrorsOff } from "../moments.ts";
import { corridorRegime, forever, inFull, regime, smallModel, streamRegime } from "../smallModel.ts";
import { MOST_STANDARD_ERRORS } from "./readings.ts";

type Review = CorridorRegime["review"];

/** People who enter at a rate, ask at once and stay for ever, in a corridor with these stages. */
function applicants(
  perDay: number,
  days: number,
  corridor: Parameters<typeof corridorRegime>[0],
  stay: Distribution = forever,
): ModelParameters {
  return smallModel({
    horizonDays: days,
    gridDays: [days],
    corridors: [{ id: "out", from: 0, to: -1 }],
    initialStock: [],
    regimes: [
      regime({
        streams: [streamRegime({ admissionsPerDay: perDay, timeToServe: inFull(stay) })],
        corridors: [corridorRegime(corridor)],
      }),
    ],
  });
}

/** Mean wait of each replication, and the counts of its bins. */
function waits(parameters: ModelParameters, wait: Wait, replications: number) {
  const at = WAITS.indexOf(wait);
  return Array.from({ length: replications }, (_, i) => {
    const { waitDays, waitCounts } = runReplication(parameters, "waits", i);
    const counts = waitCounts.slice(at * WAIT_BINS, (at + 1) * WAIT_BINS);
    const n = counts.reduce((sum, count) => sum + count, 0);
    return { mean: waitDays[at]! / n, none: counts[0]! / n, counts, n };
  });
}

/** Erlang's C: probability that an arrival waits, of `c` servers with an offered load of `a`. */
function erlangC(c: number, a: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < c; k++) {
    term *= a / k;
    sum += term;
  }
  const last = ((term * a) / c) * (c / (c - a));
  return last / (sum + last);
}

describe("runReplication, theory of waits in the corridor", () => {
  it("runReplication lets people wait 59.5 days on average for handovers that are 119 days apart", () => {
    const everyDays = 119;
    const runs = waits(applicants(1, 40 * everyDays, { handover: { everyDays } }), "handover", 30);
    const means = runs.map(({ mean }) => mean);
    expect(Math.abs(standardErrorsOff(means, everyDays / 2))).toBeLessThan(MOST_STANDARD_ERRORS);
    // Uniform on (0, 119): median 59.5, nine in ten no more than 107.1; a bin is 9.1 % wide.
    const counts = Int32Array.from({ length: WAIT_BINS }, (_, bin) =>
      runs.reduce((sum, run) => sum + run.counts[bin]!, 0),
    );
    expect(waitQuantile(counts, 0.5)).toBeGreaterThan(59.5 * 0.97);
    expect(waitQuantile(counts, 0.5)).toBeLessThan(59.5 * 1.03);
    expect(waitQuantile(counts, 0.9)).toBeGreaterThan(107.1 * 0.97);
    expect(waitQuantile(counts, 0.9)).toBeLessThan(107.1 * 1.03);
  });

  it.each([
    { reviewers: 1, perDay: 0.8 },
    { reviewers: 3, perDay: 2.4 },
  ])(
    "runReplication lets people wait for $reviewers reviewers as Erlang's C says",
    ({ reviewers, perDay }) => {
      // Review takes 1 day on average, so each reviewer is busy for 0.8 of the time.
      const review: Partial<Review> = { reviewers, serviceTime: { kind: "exponential", meanDays: 1 } };
      const runs = waits(applicants(perDay, 4000, { review }), "reviewQueue", 60);
      const busy = erlangC(reviewers, perDay);
      const off = (pick: (run: (typeof runs)[number]) => number, expected: number): number =>
        Math.abs(standardErrorsOff(runs.map(pick), expected));
      expect(off(({ mean }) => mean, busy / (reviewers - perDay))).toBeLessThan(MOST_STANDARD_ERRORS);
      expect(off(({ none }) => none, 1 - busy)).toBeLessThan(MOST_STANDARD_ERRORS);
    },
  );

  it("runReplication serves the last or the first who came: the mean wait is the same, its spread is not", () => {
    const queue = (discipline: Review["discipline"]) => {
      const review: Partial<Review> = {
        reviewers: 1,
        discipline,
        serviceTime: { kind: "exponential", meanDays: 1 },
      };
      return waits(applicants(0.7, 3000, { review }), "reviewQueue", 40);
    };
    const [first, last] = [queue("firstComeFirstServed"), queue("lastComeFirstServed")];
    const differences = last.map(({ mean }, i) => mean - first[i]!.mean);
    expect(Math.abs(standardErrorsOff(differences, 0))).toBeLessThan(MOST_STANDARD_ERRORS);
    const longest = ({ counts }: (typeof first)[number]): number => waitQuantile(counts, 0.99);
    const wider = last.map((run, i) => longest(run) / longest(first[i]!));
    expect(Math.min(...wider)).toBeGreaterThan(1);
  });

  it("runReplication counts what each stage took, and the whole as their sum", () => {
    const fixed = (days: number): Distribution => ({ kind: "fixed", days });
    const parameters = applicants(1, 1000, {
      interest: { delay: fixed(11) },
      package: { delay: fixed(2) },
      review: { serviceTime: fixed(3) },
      receiving: { delay: fixed(5) },
      consent: { delay: fixed(7) },
      handover: { individual: fixed(13) },
    });
    const expected = {
      interest: 11,
      package: 2,
      review: 3,
      receiving: 5,
      consent: 7,
      handover: 13,
      total: 30,
    };
    for (const [wait, days] of Object.entries(expected)) {
      const [run] = waits(parameters, wait as Wait, 1);
      expect(run!.mean, wait).toBeCloseTo(days, 9);
      expect(run!.n, wait).toBeGreaterThan(900);
    }
    expect(waits(parameters, "reviewQueue", 1)[0]!.n).toBe(0);
  });

  it.each([
    [0, 0],
    [0.5, 1],
    [1.5, 2 + Math.floor(8 * Math.log2(1.5))],
    [10_000, WAIT_BINS - 1],
  ])("runReplication counts a wait of %d days in bin %d", (days, bin) => {
    const parameters = applicants(1, 20_000, { package: { delay: { kind: "fixed", days } } });
    const [run] = waits(parameters, "package", 1);
    expect(run!.counts[bin]).toBe(run!.n);
    expect(run!.n).toBeGreaterThan(9000);
  });
});
