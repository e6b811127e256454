import { describe, expect, it } from "vitest";
import type { DecisionRule, ModelParameters } from "../../engine/index.ts";
import { ineligibilityReasons, runReplication, traceReplication } from "../../engine/index.ts";
import {
  type CorridorChanges,
  corridorRegime,
  facility,
  forever,
  group,
  inFull,
  Reading,
  regime,
  smallModel,
  streamRegime,
} from "./smallModel.ts";

const OFFENCES = ["drug", "barred"];

/** 1000 people of each of two offences, with 100 or 300 days left, who ask on day 0. */
function asking(corridor: CorridorChanges, changes: Partial<ModelParameters> = {}): ModelParameters {
  return smallModel({
    horizonDays: 50,
    gridDays: [50],
    facilities: [facility(0), facility(1)],
    groups: [group([0]), group([1])],
    streams: OFFENCES.map((offence) => ({ id: offence, system: 0, offence, citizenship: "MX" })),
    corridors: [{ id: "out", from: 0, to: -1 }],
    initialStock: OFFENCES.flatMap((_, stream) =>
      [100, 300].map((days) => ({
        stream,
        persons: 500,
        facility: 0,
        group: 0,
        residual: { kind: "fixed" as const, days },
      })),
    ),
    regimes: [
      regime({
        capacity: [100, 100],
        streams: OFFENCES.map(() => streamRegime({ timeToServe: inFull(forever) })),
        corridors: [corridorRegime({ handover: { datedDays: [10] }, ...corridor })],
      }),
    ],
    ...changes,
  });
}

function run(parameters: ModelParameters): Reading {
  return new Reading(parameters, runReplication(parameters, "rules", 0));
}

/** Requests that failed each reason of the first corridor. */
function failing(parameters: ModelParameters): Record<string, number> {
  const { gridIneligible } = runReplication(parameters, "rules", 0);
  return Object.fromEntries(
    ineligibilityReasons(parameters, 0).map((reason, i) => [reason, gridIneligible[i]!]),
  );
}

const rule = (changes: Partial<DecisionRule>): DecisionRule => ({
  id: "rule",
  share: 1,
  offences: [],
  minimumLeftDays: 0,
  maximumLeftDays: null,
  probability: 1,
  serviceTime: null,
  ...changes,
});

describe("runReplication, rules of a corridor", () => {
  it("runReplication counts every rule that a request fails, and the request once", () => {
    const parameters = asking({
      eligibility: {
        excludedOffences: ["barred"],
        minimumLeftDays: 200,
        bars: [
          { id: "domicile", share: 1, offences: ["drug"] },
          { id: "never", share: 0, offences: [] },
        ],
      },
    });
    expect(failing(parameters)).toEqual({
      offence: 1000,
      timeLeft: 1000,
      lifeTerm: 0,
      domicile: 1000,
      never: 0,
    });
    expect(run(parameters).funnel(0, "ineligible")).toBe(2000);
  });

  it("runReplication counts no reason for requests from before day 0", () => {
    const parameters = asking(
      {},
      {
        initialStock: [{ stream: 0, persons: 1000, facility: 0, group: 0, residual: null }],
        regimes: asking({}).regimes.map((only) => ({
          ...only,
          streams: OFFENCES.map(() => streamRegime({ timeToServe: inFull({ kind: "fixed", days: 400 }) })),
          corridors: [
            corridorRegime({
              interest: { delay: { kind: "fixed", days: 30 } },
              eligibility: { bars: [{ id: "all", share: 1, offences: [] }] },
            }),
          ],
        })),
      },
    );
    const requests = run(parameters).funnel(0, "requests");
    // Elapsed times are uniform on (0, 400): those below 30 days ask within the run.
    expect(Math.abs(requests - 75)).toBeLessThan(4 * Math.sqrt(1000 * 0.075 * 0.925));
    expect(failing(parameters).all).toBe(requests);
  });

  it("runReplication bars the same people wherever the bar stands in the list", () => {
    const bar = { id: "domicile", share: 0.3, offences: [] };
    const other = { id: "other", share: 0, offences: [] };
    const alone = failing(asking({ eligibility: { bars: [bar] } }));
    const second = failing(asking({ eligibility: { bars: [other, bar] } }));
    expect(second.domicile).toBe(alone.domicile);
    expect(alone.domicile).toBeGreaterThan(500);
  });

  it("runReplication asks by offence", () => {
    const reading = run(asking({ interest: { share: 0, byOffence: [{ offence: "drug", share: 1 }] } }));
    expect(reading.funnel(0, "requests")).toBe(1000);
  });

  it("runReplication decides by the first rule that fits: offence, time left, share of people", () => {
    const count = (approvalRules: readonly DecisionRule[], approvalProbability: number): number =>
      run(asking({ review: { approvalProbability, approvalRules } })).funnel(0, "approved");
    expect(count([rule({ offences: ["drug"] })], 0)).toBe(1000);
    expect(count([rule({ minimumLeftDays: 200 })], 0)).toBe(1000);
    expect(count([rule({ maximumLeftDays: 200, probability: 0 })], 1)).toBe(1000);
    expect(count([rule({ id: "a", offences: ["drug"], probability: 0 }), rule({ id: "b" })], 0)).toBe(1000);
    const some = count([rule({ share: 0.25 })], 0);
    expect(Math.abs(some - 500)).toBeLessThan(4 * Math.sqrt(2000 * 0.25 * 0.75));
    // The share is a trait: with another rule before it, the same people have it.
    expect(count([rule({ id: "x", probability: 0, share: 0 }), rule({ share: 0.25 })], 0)).toBe(some);
  });

  it("runReplication gives the people of a rule their own time of review, and lets the receiving State rule too", () => {
    const quick = rule({ offences: ["drug"], serviceTime: { kind: "fixed", days: 1 } });
    const reading = run(
      asking({
        review: { serviceTime: { kind: "fixed", days: 20 }, approvalRules: [quick] },
        receiving: { acceptanceRules: [rule({ minimumLeftDays: 200, probability: 0 })] },
      }),
    );
    // By the handover of day 10 only the quick ones have been decided on; half of them had 299 days left.
    expect([reading.funnel(0, "refused"), reading.funnel(0, "handedOver")]).toEqual([1000, 500]);
  });

  it.each([
    ["readyFirst", [250, 250]],
    ["leastTimeLeftFirst", [500, 0]],
    ["mostTimeLeftFirst", [0, 500]],
  ] as const)("runReplication hands over in the order %s", (order, [short, long]) => {
    const parameters = asking({ handover: { datedDays: [10], maximumPersons: 500, order } });
    const reading = run(parameters);
    expect(reading.funnel(0, "handedOver")).toBe(500);
    const days = short * 90 + long * 290;
    if (order === "readyFirst") {
      expect(reading.corridorSum(0, 0)).toBe(500 * 90);
    } else {
      expect(reading.corridorSum(0, 0)).toBe(days);
    }
  });

  it("runReplication lets cases lapse at a handover that is full already", () => {
    const reading = run(
      asking({ eligibility: { minimumLeftDays: 95 }, handover: { datedDays: [10], maximumPersons: 1 } }),
    );
    // Those with 100 days left have 90 by then; of the others one goes.
    expect([reading.funnel(0, "lapsed"), reading.funnel(0, "handedOver")]).toEqual([1000, 1]);
  });

  it("runReplication hands more people over when those with the least time left are reviewed first", () => {
    const handedOver = (discipline: "firstComeFirstServed" | "leastTimeLeftFirst"): number =>
      run(
        asking(
          {
            eligibility: { minimumLeftDays: 60 },
            review: { reviewers: 40, serviceTime: { kind: "fixed", days: 1 }, discipline },
            handover: { datedDays: [30, 49] },
          },
          {
            initialStock: [300, 100].map((days) => ({
              stream: 0,
              persons: 1000,
              facility: 0,
              group: 0,
              residual: { kind: "fixed", days },
            })),
          },
        ),
      ).funnel(0, "handedOver");
    expect(handedOver("leastTimeLeftFirst")).toBeGreaterThan(handedOver("firstComeFirstServed"));
  });

  it("runReplication moves people to the staging institution while they wait, and each departs from there", () => {
    const reading = run(asking({ handover: { datedDays: [60], staging: [1, -1] } }));
    expect([reading.stock(0, 0), reading.stock(0, 1)]).toEqual([1000, 1000]);
    expect(reading.flow(0, 0, "moves")).toBe(1000);
    const reasons = new Set<string>();
    traceReplication(asking({ handover: { datedDays: [60], staging: [1, -1] } }), "rules", 0, (event) => {
      reasons.add(event.kind === "placed" ? event.reason : "none");
    });
    expect(reasons).toEqual(new Set(["none", "staging"]));
  });

  it("runReplication escorts people one by one, so long after they became ready", () => {
    const reading = run(
      asking({
        handover: { individual: { kind: "fixed", days: 45 } },
        eligibility: { minimumLeftDays: 60 },
      }),
    );
    // Those with 100 days left have 55 by then.
    expect([reading.funnel(0, "handedOver"), reading.funnel(0, "lapsed")]).toEqual([1000, 1000]);
  });

  it("runReplication approves nobody without reviewers, and everybody eligible goes where all is 1 and at once", () => {
    const nobody = run(asking({ review: { reviewers: 0 } }));
    expect([nobody.funnel(0, "approved"), nobody.funnel(0, "handedOver")]).toEqual([0, 0]);
    const everybody = run(asking({}));
    expect(everybody.funnel(0, "handedOver")).toBe(2000);
  });

  it("runReplication escorts those who wait for a batch when a new regime makes no more batches", () => {
    const [first] = asking({}).regimes;
    const corridor = corridorRegime({ handover: { individual: { kind: "fixed", days: 5 } } });
    const batches = {
      ...first!,
      corridors: [corridorRegime({ handover: { everyDays: 400, firstDay: 400 } })],
    };
    const parameters = asking({}, { regimes: [batches, { ...batches, fromDay: 20, corridors: [corridor] }] });
    expect(run(parameters).funnel(0, "handedOver")).toBe(2000);
  });

  it("traceReplication tells that a person who is escorted alone is handed over and arrives", () => {
    const kinds: string[] = [];
    const parameters = asking(
      {
        handover: { individual: { kind: "fixed", days: 5 } },
        arrival: { facilities: [{ index: 2, share: 1 }] },
      },
      {
        systems: [{ id: "here" }, { id: "there" }],
        institutions: [0, 0, 1].map((system, i) => ({ id: `F${i}`, system })),
        facilities: [facility(0), facility(1), facility(2, 1)],
        groups: [group([0]), group([1]), group([2], { system: 1 })],
        corridors: [{ id: "over", from: 0, to: 1 }],
        initialStock: [{ stream: 0, persons: 3, facility: 0, group: 0, residual: forever }],
      },
    );
    const [only] = parameters.regimes;
    const both = {
      ...only!,
      capacity: [100, 100, 100],
      designationWeight: [1, 1, 1],
      placementLimit: [null, null, null],
      placement: [only!.placement[0]!, only!.placement[0]!],
      balancing: [null, null],
      admissionsLevelSd: [0, 0],
    };
    traceReplication({ ...parameters, regimes: [both] }, "rules", 0, (event) => {
      if (event.stream === "drug" && event.index === -1) {
        kinds.push(
          event.kind === "corridor" ? event.step : event.kind === "left" ? event.reason : event.kind,
        );
      }
    });
    expect(kinds).toEqual([
      "entered",
      "requests",
      "approved",
      "accepted",
      "handedOver",
      "handover",
      "entered",
    ]);
  });
});
