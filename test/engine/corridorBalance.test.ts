import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CorridorRegime, ModelParameters } from "../../engine/index.ts";
import { ReplicationRunner } from "../../engine/index.ts";
import { Stage } from "../../engine/processes/corridor/cases.ts";
import { WAIT_BINS, WAITS } from "../../engine/result.ts";
import { Counter } from "../../engine/state.ts";
import { anyModel } from "./anyModel.ts";
import { corridorRegime, daysTo, facility, forever, Reading, regime, smallModel } from "./smallModel.ts";

const DISCIPLINES = ["firstComeFirstServed", "lastComeFirstServed", "leastTimeLeftFirst"] as const;
const ORDERS = ["readyFirst", "requestFirst", "leastTimeLeftFirst", "mostTimeLeftFirst"] as const;
/** Stages of people whom the sending State has approved. */
const APPROVED = [Stage.receiving, Stage.consent, Stage.ready, Stage.escort];
const ALL_ENDS = [
  "handedOver",
  "lapsed",
  "releasedApproved",
  "diedApproved",
  "withdrawn",
  "refused",
  "refusedQuota",
  "refusedOccupancy",
] as const;

/** A corridor that many people ask for, with narrow limits, rules of decision, staging and an order, of the `i`-th kind. */
function richer(corridor: CorridorRegime, streams: number, i: number): CorridorRegime {
  const rule = { id: "promise", share: 0.5, offences: [], minimumLeftDays: 10, maximumLeftDays: 200 };
  const alone = i % 3 === 0;
  return {
    ...corridor,
    interest: { ...corridor.interest, share: 0.9 },
    review: {
      ...corridor.review,
      approvalProbability: 0.9,
      discipline: DISCIPLINES[i % DISCIPLINES.length]!,
      approvalRules: [{ ...rule, probability: 0.9, serviceTime: { kind: "fixed", days: i % 4 } }],
    },
    receiving: {
      ...corridor.receiving,
      acceptanceProbability: 0.8,
      quotaPerYear: i % 2 === 0 ? null : 3,
      acceptanceRules: [{ ...rule, id: "short", probability: 0.3, serviceTime: null }],
    },
    handover: {
      ...corridor.handover,
      everyDays: alone ? null : corridor.handover.everyDays,
      maximumPersons: alone ? null : 2,
      order: ORDERS[i % ORDERS.length]!,
      individual: alone ? { kind: "exponential", meanDays: 10 } : null,
      staging: i % 2 === 0 ? Array.from({ length: streams }, () => 2) : [],
    },
  };
}

function runs(models: readonly ModelParameters[]) {
  return models.map((model, i) => {
    const runner = new ReplicationRunner(model);
    // biome-ignore lint/complexity/useLiteralKeys: a private member, read for what no result tells.
    const { state } = runner["simulation"];
    const reading = new Reading(model, runner.run("balance", i));
    const stages = [...state.caseStage.subarray(0, state.counters[Counter.casesUsed])];
    return { model, reading, stages, funnel: [...state.funnel] };
  });
}

const MODELS = fc.sample(anyModel, { seed: 7, numRuns: 60 }).map((model, i) => ({
  ...model,
  // The grid ends with the run, so that its last row can be set against the state in which the run ends.
  gridDays: [...daysTo(Math.floor(model.horizonDays)), model.horizonDays].filter(
    (day, at, days) => day > (days[at - 1] ?? 0),
  ),
  yearStartDays: [-20, 180, 300],
  regimes: model.regimes.map((one) => ({
    ...one,
    corridors: one.corridors.map((corridor) => richer(corridor, model.streams.length, i)),
  })),
}));
const RUNS = runs(MODELS);

describe("runReplication, what becomes of requests in any model", () => {
  it("runReplication gives every approved person one end, or a place among those who wait", () => {
    let people = 0;
    for (const { model, reading, stages } of RUNS) {
      const row = model.gridDays.length - 1;
      const ended = ALL_ENDS.reduce((sum, end) => sum + reading.funnel(row, end), 0);
      const waiting = stages.filter((stage) => APPROVED.includes(stage)).length;
      expect(reading.funnel(row, "approved")).toBe(ended + waiting);
      people += reading.funnel(row, "approved");
    }
    for (const end of ALL_ENDS) {
      const all = RUNS.reduce((sum, run) => sum + run.reading.funnel(run.model.gridDays.length - 1, end), 0);
      expect(`${end} ${all > 0}`).toBe(`${end} true`);
    }
    expect(people).toBeGreaterThan(500);
  });

  it("runReplication makes each departure an arrival at the same instant", () => {
    for (const { model, reading } of RUNS) {
      for (let row = 0; row < model.gridDays.length; row++) {
        expect(reading.flow(row, 1, "transfersIn")).toBe(reading.flow(row, 0, "transfersOut"));
      }
    }
  });

  it("runReplication counts an accepted person in a calendar year only within the quota of that year", () => {
    let used = 0;
    for (const { model, reading } of RUNS) {
      const quotas = model.regimes.map(({ corridors }) => corridors[0]!.receiving.quotaPerYear);
      if (quotas.some((quota) => quota === null)) {
        continue;
      }
      const most = Math.max(...quotas.map((quota) => quota!));
      // Cases that were accepted before day 0 stand in the count at day 0 but not in that of the year.
      const accepted = (day: number) => reading.funnel(model.gridDays.indexOf(day), "accepted");
      const years = [1, 180, 300, model.horizonDays].filter((day) => day <= model.horizonDays);
      for (let i = 1; i < years.length; i++) {
        const inYear = accepted(years[i]!) - accepted(years[i - 1]!);
        expect(inYear).toBeLessThanOrEqual(most);
        used = Math.max(used, inYear / most);
      }
    }
    expect(used).toBe(1);
  });

  it("runReplication puts no more people into a batch than its maximum", () => {
    let full = 0;
    for (const { model, reading } of RUNS) {
      const handovers = model.regimes.map(({ corridors }) => corridors[0]!.handover);
      const most = Math.max(...handovers.map(({ maximumPersons }) => maximumPersons ?? Infinity));
      const isBatch = handovers.every(({ individual }) => individual === null);
      for (let row = 1; isBatch && most < Infinity && row < model.gridDays.length; row++) {
        const batch = reading.funnel(row, "handedOver") - reading.funnel(row - 1, "handedOver");
        expect(batch).toBeLessThanOrEqual(most);
        full += batch === most ? 1 : 0;
      }
    }
    expect(full).toBeGreaterThan(10);
  });

  it("runReplication without reviewers approves nobody", () => {
    const unreviewed = MODELS.slice(0, 20).map((model) => ({
      ...model,
      regimes: model.regimes.map((one) => ({
        ...one,
        corridors: one.corridors.map((c) => ({ ...c, review: { ...c.review, reviewers: 0 } })),
      })),
    }));
    const results = runs(unreviewed);
    for (const { funnel, model, reading } of results) {
      expect(reading.funnel(model.gridDays.length - 1, "approved")).toBe(0);
      expect(funnel.length).toBeGreaterThan(0);
    }
    const asked = results.reduce((sum, { model, reading }) => {
      const row = model.gridDays.length - 1;
      return sum + reading.funnel(row, "requests") - reading.funnel(row, "ineligible");
    }, 0);
    expect(asked).toBeGreaterThan(100);
  });

  it("runReplication counts a total wait for each handover, of the days that the corridor sums have", () => {
    for (const { model, reading } of RUNS) {
      const { waitCounts, waitDays } = reading.result;
      const at = WAITS.indexOf("total");
      const counted = waitCounts.subarray(at * WAIT_BINS, (at + 1) * WAIT_BINS).reduce((a, b) => a + b, 0);
      const row = model.gridDays.length - 1;
      expect(counted).toBe(reading.funnel(row, "handedOver"));
      expect(waitDays[at]).toBeCloseTo(reading.corridorSum(row, 2), 6);
    }
  });

  it("runReplication with everything at one and no delay hands over all eligible people at the next handover", () => {
    const parameters = smallModel({
      horizonDays: 20,
      gridDays: [9, 11, 20],
      facilities: [facility(0), facility(1, 1)],
      systems: [{ id: "here" }, { id: "there" }],
      groups: [
        { system: 0, level: 0, byFunction: false, facilities: [0] },
        { system: 1, level: 0, byFunction: false, facilities: [1] },
      ],
      corridors: [{ id: "over", from: 0, to: 1 }],
      initialStock: [{ stream: 0, persons: 500, facility: 0, group: 0, residual: forever }],
      regimes: [
        regime({
          capacity: [100, 100],
          placement: [{ kind: "leastCrowded" }, { kind: "leastCrowded" }],
          admissionsLevelSd: [0, 0],
          corridors: [
            corridorRegime({
              eligibility: { bars: [{ id: "domicile", share: 0.3, offences: [] }] },
              handover: { datedDays: [10] },
              arrival: { facilities: [{ index: 1, share: 1 }] },
            }),
          ],
        }),
      ],
    });
    for (const { reading } of runs([parameters])) {
      expect(reading.funnel(0, "requests")).toBe(500);
      const eligible = 500 - reading.funnel(0, "ineligible");
      expect(eligible).toBeLessThan(500);
      expect(reading.funnel(0, "handedOver")).toBe(0);
      expect(reading.funnel(1, "handedOver")).toBe(eligible);
      expect(reading.stock(1, 1)).toBe(eligible);
    }
  });
});
