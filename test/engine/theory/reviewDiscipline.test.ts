import { describe, expect, it } from "vitest";
import type { CorridorRegime, ModelParameters, ReplicationResult } from "../../../engine/index.ts";
import { WAIT_BINS, WAIT_BINS_PER_DOUBLING, WAITS } from "../../../engine/result.ts";
import { standardErrorsOff } from "../moments.ts";
import { type CorridorChanges, corridorRegime, regime, smallModel, streamRegime } from "../smallModel.ts";
import { MOST_STANDARD_ERRORS, readings } from "./readings.ts";

type Wait = (typeof WAITS)[number];
type Discipline = CorridorRegime["review"]["discipline"];

/** Waits of one stage of the first corridor: bins, number and sum of days. */
function waitsOf(result: ReplicationResult, wait: Wait) {
  const at = WAITS.indexOf(wait);
  const counts = [...result.waitCounts.subarray(at * WAIT_BINS, (at + 1) * WAIT_BINS)];
  return { counts, people: counts.reduce((sum, count) => sum + count, 0), days: result.waitDays[at]! };
}

/** Second moment of the waits, with everybody at the geometric middle of the bin; those below a day count as 0. */
function secondMoment(result: ReplicationResult): number {
  const { counts, people } = waitsOf(result, "reviewQueue");
  const sum = counts.reduce(
    (all, count, bin) => all + (bin < 2 ? 0 : count * 2 ** ((2 * (bin - 1.5)) / WAIT_BINS_PER_DOUBLING)),
    0,
  );
  return sum / people;
}

function corridorModel(
  admissionsPerDay: number,
  horizonDays: number,
  changes: CorridorChanges,
): ModelParameters {
  return smallModel({
    horizonDays,
    gridDays: [horizonDays],
    corridors: [{ id: "out", from: 0, to: -1 }],
    regimes: [
      regime({ streams: [streamRegime({ admissionsPerDay })], corridors: [corridorRegime(changes)] }),
    ],
  });
}

function reviewModel(
  reviewers: number,
  perDay: number,
  horizonDays: number,
  discipline: Discipline = "firstComeFirstServed",
  meanDays = 1,
): ModelParameters {
  return corridorModel(perDay, horizonDays, {
    review: { reviewers, discipline, serviceTime: { kind: "exponential", meanDays } },
    handover: { firstDay: 0, everyDays: 1 },
  });
}

describe("runReplication, theory of the order in which cases are reviewed", () => {
  it("runReplication serving the last comer first keeps the mean wait and multiplies its second moment by 1 / (1 - load)", () => {
    // M/G/1 without interruption (L. Takacs, Oper. Res. 11, 1963): 2.5 at a load of 0.6. Reviews of 50 days
    // make the waits long beside a day, below which the bins do not tell them apart.
    const load = 0.6;
    const results = (discipline: Discipline) =>
      readings(reviewModel(1, load / 50, 400_000, discipline, 50), 12).map(({ result }) => result);
    const [first, last] = [results("firstComeFirstServed"), results("lastComeFirstServed")];
    const meanWait = (result: ReplicationResult) => {
      const { days, people } = waitsOf(result, "reviewQueue");
      return days / people;
    };
    expect(Math.abs(standardErrorsOff(last.map(meanWait), (load / (1 - load)) * 50))).toBeLessThan(
      MOST_STANDARD_ERRORS,
    );
    const differences = last.map((result, i) => meanWait(result) - meanWait(first[i]!));
    expect(Math.abs(standardErrorsOff(differences, 0))).toBeLessThan(MOST_STANDARD_ERRORS);
    const surplus = last.map((result, i) => secondMoment(result) - secondMoment(first[i]!) / (1 - load));
    expect(Math.abs(standardErrorsOff(surplus, 0))).toBeLessThan(MOST_STANDARD_ERRORS);
  });

  it("runReplication reviewing those with the least time left first lets fewer people lapse and more go", () => {
    const ends = (discipline: Discipline) => {
      const parameters = corridorModel(0.9, 3000, {
        eligibility: { minimumLeftDays: 30 },
        review: { reviewers: 1, discipline, serviceTime: { kind: "exponential", meanDays: 1 } },
        handover: { firstDay: 0, everyDays: 1 },
      });
      const [first] = parameters.regimes;
      const streams = first!.streams.map((stream) => ({
        ...stream,
        timeToServe: {
          ...stream.timeToServe,
          sentence: { kind: "uniform", fromDays: 31, toDays: 100 } as const,
        },
      }));
      const runs = readings({ ...parameters, regimes: [{ ...first!, streams }] }, 8);
      return runs.map((run) => ({ lapsed: run.funnel(0, "lapsed"), went: run.funnel(0, "handedOver") }));
    };
    const [first, least] = [ends("firstComeFirstServed"), ends("leastTimeLeftFirst")];
    const fewer = first.map(({ lapsed }, i) => lapsed - least[i]!.lapsed);
    // Who is never reviewed does not lapse but is released: fewer may lapse only if more go.
    const more = least.map(({ went }, i) => went - first[i]!.went);
    expect(standardErrorsOff(fewer, 0)).toBeGreaterThan(MOST_STANDARD_ERRORS);
    expect(standardErrorsOff(more, 0)).toBeGreaterThan(MOST_STANDARD_ERRORS);
  });
});
