import { describe, expect, it } from "vitest";
import type { Distribution, ModelParameters } from "../../engine/index.ts";
import { runReplication, WAIT_BINS, WAITS } from "../../engine/index.ts";
import {
  type CorridorChanges,
  corridorRegime,
  inFull,
  Reading,
  regime,
  smallModel,
  streamRegime,
} from "./smallModel.ts";

const PEOPLE = 4000;
const STAY = 400;
const fixed = (days: number): Distribution => ({ kind: "fixed", days });

/** People who stay 400 days, of which those inside on day 0 have spent a part that is uniform; all ask on entry. */
function inside(corridor: CorridorChanges, changes: Partial<ModelParameters> = {}): ModelParameters {
  return smallModel({
    horizonDays: STAY,
    gridDays: [1, STAY],
    corridors: [{ id: "out", from: 0, to: -1 }],
    initialStock: [{ stream: 0, persons: PEOPLE, facility: 0, group: 0, residual: null }],
    regimes: [
      regime({
        streams: [streamRegime({ timeToServe: inFull(fixed(STAY)) })],
        corridors: [corridorRegime(corridor)],
      }),
    ],
    ...changes,
  });
}

function run(parameters: ModelParameters): Reading {
  return new Reading(parameters, runReplication(parameters, "history", 0));
}

/** Whether a count of people is within four standard errors of a share of all. */
function expectShare(count: number, share: number): void {
  const off = (count - PEOPLE * share) / Math.sqrt(PEOPLE * share * (1 - share));
  expect(Math.abs(off)).toBeLessThan(4);
}

describe("runReplication, requests from before day 0", () => {
  it("runReplication has handed over nobody who is inside: where all agree, all go with the first handover", () => {
    const reading = run(inside({ handover: { firstDay: 1, everyDays: 100 } }));
    // But for those who are released within the first day.
    expect(reading.funnel(1, "handedOver") + reading.flow(0, 0, "releases")).toBe(PEOPLE);
    expectShare(reading.funnel(1, "handedOver"), 1 - 1 / STAY);
  });

  it("runReplication leaves inside, of those who asked before the last handover, the ones who were refused", () => {
    const reading = run(
      inside({ review: { approvalProbability: 0.5 }, handover: { firstDay: 0.5, everyDays: 100 } }),
    );
    expectShare(reading.funnel(0, "handedOver"), (0.5 * 99.5) / STAY);
  });

  it.each([0, -100, -200, 100])(
    "runReplication keeps for day 0 who asked since the handover before, first day %i",
    (firstDay) => {
      const reading = run(
        inside({ review: { approvalProbability: 0.5 }, handover: { firstDay, everyDays: 100 } }),
      );
      // With 100 as the first day the last handover was on day 0, and nobody is ready.
      const expected = firstDay > 0 ? 0 : (0.5 * 100) / STAY;
      if (expected === 0) {
        expect(reading.funnel(0, "handedOver")).toBe(0);
      } else {
        expectShare(reading.funnel(0, "handedOver"), expected);
      }
    },
  );

  it("runReplication decides anew on those who were refused before day 0 and ask again", () => {
    const review = { approvalProbability: 0.5, reapplyAfterDays: 300 };
    const reading = run(inside({ review }));
    // Without a handover half are ready on day 0; each of the others asks again once, 300 days after the first time.
    expectShare(reading.funnel(1, "approved"), 0.5 + 0.5 * 0.5);
  });

  it("runReplication hands over with an escort each person who was inside though all had agreed", () => {
    const reading = run(inside({ handover: { individual: fixed(20) } }));
    expect(reading.funnel(1, "handedOver") + reading.flow(1, 0, "releases")).toBe(PEOPLE);
    // Those with less than 20 days left are released first.
    expectShare(reading.funnel(1, "handedOver"), 1 - 20 / STAY);
  });
});

describe("runReplication, waits of requests", () => {
  const wait = (parameters: ModelParameters, name: (typeof WAITS)[number]) => {
    const { waitDays, waitCounts } = runReplication(parameters, "history", 0);
    const at = WAITS.indexOf(name);
    const n = waitCounts.slice(at * WAIT_BINS, (at + 1) * WAIT_BINS).reduce((sum, count) => sum + count, 0);
    return { n, mean: waitDays[at]! / n };
  };

  it("runReplication counts the time until the first request once, however often a person asks", () => {
    const parameters = inside(
      { review: { approvalProbability: 0, reapplyAfterDays: 10 }, interest: { delay: fixed(7) } },
      { initialStock: [{ stream: 0, persons: 50, facility: 0, group: 0, residual: fixed(1000) }] },
    );
    expect(run(parameters).funnel(1, "requests")).toBeGreaterThan(50 * 30);
    expect(wait(parameters, "interest")).toEqual({ n: 50, mean: 7 });
  });

  it("runReplication counts as review only the review when a regime takes the limit of reviewers away", () => {
    const model = inside(
      { review: { reviewers: 1, serviceTime: fixed(10) } },
      { initialStock: [{ stream: 0, persons: 20, facility: 0, group: 0, residual: fixed(1000) }] },
    );
    const [first] = model.regimes;
    const free = {
      ...first!,
      fromDay: 55,
      corridors: [corridorRegime({ review: { serviceTime: fixed(10) } })],
    };
    const parameters = { ...model, regimes: [first!, free] };
    expect(wait(parameters, "review")).toEqual({ n: 20, mean: 10 });
    // One after the other at 0, 10, ... 50, and the other 14 on day 55.
    const total = [0, 10, 20, 30, 40, 50].reduce((sum, days) => sum + days, 14 * 55);
    expect(wait(parameters, "reviewQueue")).toEqual({ n: 20, mean: total / 20 });
  });
});
