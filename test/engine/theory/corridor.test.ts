import { describe, expect, it } from "vitest";
import { standardErrorsOff } from "../moments.ts";
import { corridorRegime, forever, type Reading, regime, smallModel, streamRegime } from "../smallModel.ts";
import { expectCounts, MOST_STANDARD_ERRORS, readings } from "./readings.ts";

/** Mean wait in the queue of an M/M/c system by Erlang's C formula (days). */
function erlangCWait(servers: number, perDay: number, serviceDays: number): number {
  const load = perDay * serviceDays;
  const terms = [1];
  for (let k = 1; k <= servers; k++) {
    terms.push((terms[k - 1]! * load) / k);
  }
  const full = (terms[servers]! * servers) / (servers - load);
  const waiting = full / (terms.slice(0, servers).reduce((sum, term) => sum + term, 0) + full);
  return (waiting * serviceDays) / (servers - load);
}

/** Mean days from request to handover of the people handed over between two rows of the grid. */
function meanWait(run: Reading, from: number, to: number): number {
  const people = run.funnel(to, "handedOver") - run.funnel(from, "handedOver");
  return (run.corridorSum(to, 2) - run.corridorSum(from, 2)) / people;
}

describe("runReplication, theory of the corridor", () => {
  it.each([
    [1, 0.7, 1],
    [3, 2.4, 1],
    [4, 0.3, 10],
  ])(
    "runReplication with %d reviewers, %d requests a day and reviews of %d days makes people wait as Erlang C says",
    (reviewers, perDay, serviceDays) => {
      const everyDays = 0.1;
      const parameters = smallModel({
        horizonDays: 5000,
        gridDays: [500, 5000],
        corridors: [{ id: "out", from: 0, to: -1 }],
        regimes: [
          regime({
            streams: [streamRegime({ admissionsPerDay: perDay })],
            corridors: [
              corridorRegime({
                review: { reviewers, serviceTime: { kind: "exponential", meanDays: serviceDays } },
                handover: { firstDay: 0, everyDays },
              }),
            ],
          }),
        ],
      });
      const waits = readings(parameters, 12).map((run) => meanWait(run, 0, 1));
      const expected = erlangCWait(reviewers, perDay, serviceDays) + serviceDays + everyDays / 2;
      expect(Math.abs(standardErrorsOff(waits, expected))).toBeLessThan(MOST_STANDARD_ERRORS);
      // The comparison can tell: without the queue, or with one reviewer more, it would fail.
      const withOneMore = erlangCWait(reviewers + 1, perDay, serviceDays) + serviceDays + everyDays / 2;
      expect(Math.abs(standardErrorsOff(waits, withOneMore))).toBeGreaterThan(2 * MOST_STANDARD_ERRORS);
    },
  );

  it.each([90, 119])(
    "runReplication with handovers every %d days makes people wait half of that on average",
    (everyDays) => {
      const parameters = smallModel({
        horizonDays: 20 * everyDays + 1,
        gridDays: [20 * everyDays + 1],
        corridors: [{ id: "out", from: 0, to: -1 }],
        regimes: [
          regime({
            streams: [streamRegime({ admissionsPerDay: 2 })],
            corridors: [corridorRegime({ handover: { firstDay: everyDays, everyDays } })],
          }),
        ],
      });
      const runs = readings(parameters, 10);
      const people = runs.reduce((sum, run) => sum + run.funnel(0, "handedOver"), 0);
      const waited = runs.reduce((sum, run) => sum + run.corridorSum(0, 2), 0) / people;
      const standardError = everyDays / Math.sqrt(12) / Math.sqrt(people);
      expect(Math.abs(waited - everyDays / 2) / standardError).toBeLessThan(MOST_STANDARD_ERRORS);
    },
  );

  it("runReplication passes the stated shares at each stage of the corridor", () => {
    const parameters = smallModel({
      horizonDays: 10,
      gridDays: [10],
      corridors: [{ id: "out", from: 0, to: -1 }],
      initialStock: [{ stream: 0, persons: 2000, facility: 0, group: 0, residual: forever }],
      regimes: [
        regime({
          corridors: [
            corridorRegime({
              eligibility: {
                bars: [
                  { id: "pending charge", share: 0.2, offences: [] },
                  { id: "domicile", share: 0.1, offences: [] },
                ],
              },
              interest: { share: 0.8 },
              review: { approvalProbability: 0.7 },
              receiving: { acceptanceProbability: 0.6 },
              consent: { withdrawalProbability: 0.25 },
              handover: { datedDays: [5] },
            }),
          ],
        }),
      ],
    });
    const runs = readings(parameters, 40);
    const shares = [
      ["requests", 0.8],
      ["ineligible", 0.8 * (1 - 0.8 * 0.9)],
      ["approved", 0.8 * 0.72 * 0.7],
      ["denied", 0.8 * 0.72 * 0.3],
      ["accepted", 0.8 * 0.72 * 0.7 * 0.6],
      ["refused", 0.8 * 0.72 * 0.7 * 0.4],
      ["withdrawn", 0.8 * 0.72 * 0.7 * 0.6 * 0.25],
      ["handedOver", 0.8 * 0.72 * 0.7 * 0.6 * 0.75],
    ] as const;
    for (const [count, share] of shares) {
      expectCounts(
        runs.map((run) => run.funnel(0, count)),
        { mean: 2000 * share, variance: 2000 * share * (1 - share) },
      );
    }
  });
});
