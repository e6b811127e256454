import { describe, expect, it } from "vitest";
import type { CorridorRegime, ModelParameters } from "../../../engine/index.ts";
import { standardErrorsOff } from "../moments.ts";
import {
  corridorRegime,
  deaths,
  facility,
  group,
  inFull,
  regime,
  smallModel,
  streamRegime,
} from "../smallModel.ts";
import { expectCounts, MOST_STANDARD_ERRORS, readings } from "./readings.ts";

const PEOPLE = 400;
const HANDOVER = 100;
const SENTENCE = 500;
/** Facilities there: where people arrive, and two near home. */
const [FIRST, EAST, WEST] = [1, 2, 3];

interface Setting {
  readonly arrival: Partial<CorridorRegime["arrival"]>;
  readonly gridDays: readonly number[];
  readonly offence?: string;
  readonly highProfileShare?: number;
  readonly deathsPerDay?: number;
}

/** People who enter on day 0 with 500 days to serve, and are all handed over on day 100. */
function handedOver(setting: Setting): ModelParameters {
  const sentence = { kind: "fixed", days: SENTENCE } as const;
  return smallModel({
    horizonDays: 1000,
    gridDays: setting.gridDays,
    systems: [{ id: "here" }, { id: "there" }],
    facilities: [facility(0), facility(FIRST, 1), facility(EAST, 1), facility(WEST, 1)],
    groups: [group([0]), group([FIRST, EAST, WEST], { system: 1 })],
    streams: [{ id: "all", system: 0, offence: setting.offence ?? "any", citizenship: "any" }],
    corridors: [{ id: "over", from: 0, to: 1 }],
    initialStock: [{ stream: 0, persons: PEOPLE, facility: 0, group: 0, residual: sentence }],
    regimes: [
      regime({
        capacity: [500, 500, 500, 500],
        placement: [{ kind: "leastCrowded" }, { kind: "leastCrowded" }],
        admissionsLevelSd: [0, 0],
        streams: [
          streamRegime({
            timeToServe: inFull(sentence),
            mortality: deaths(setting.deathsPerDay ?? 0),
            highProfileShare: setting.highProfileShare ?? 0,
          }),
        ],
        corridors: [
          corridorRegime({
            handover: { datedDays: [HANDOVER] },
            arrival: { facilities: [{ index: FIRST, share: 1 }], ...setting.arrival },
          }),
        ],
      }),
    ],
  });
}

/** Mean and variance of a number of people who each take part with a probability. */
function binomial(probability: number) {
  return { mean: PEOPLE * probability, variance: PEOPLE * probability * (1 - probability) };
}

describe("runReplication, theory of moves towards home", () => {
  const toHome = (probability: number): Setting => ({
    gridDays: [200, 250, 401],
    arrival: {
      homeMove: {
        after: { kind: "uniform", fromDays: 0, toDays: 300 },
        probability,
        facilities: [
          { index: EAST, share: 0.25 },
          { index: WEST, share: 0.75 },
        ],
      },
    },
  });

  it("runReplication moves people towards home at uniform times, by the shares of the facilities", () => {
    const runs = readings(handedOver(toHome(0.8)), 30);
    for (const [row, moved] of [100 / 300, 150 / 300, 1].entries()) {
      expectCounts(
        runs.map((run) => run.transferees(row, EAST)),
        binomial(0.8 * 0.25 * moved),
      );
      expectCounts(
        runs.map((run) => run.transferees(row, WEST)),
        binomial(0.8 * 0.75 * moved),
      );
      expectCounts(
        runs.map((run) => run.flow(row, 1, "moves")),
        binomial(0.8 * moved),
      );
    }
  });

  it("runReplication counts the person-days of people who are still inside up to the last day", () => {
    const model = { ...handedOver({ arrival: {}, gridDays: [300] }), horizonDays: 300 };
    const [run] = readings(model, 1);
    expect(run!.transfereeDays(FIRST)).toBeCloseTo(PEOPLE * (300 - HANDOVER), 5);
  });

  it("runReplication gives people the own level of the largest group that holds the facility near home", () => {
    const model = handedOver({ ...toHome(1), gridDays: [200, 401] });
    const [here] = model.groups;
    const levels = ["any", "state"];
    const groups = [here!, group([FIRST], { system: 1 }), group([EAST, WEST], { system: 1, level: 1 })];
    for (const run of readings({ ...model, levels, groups }, 3)) {
      const moved = run.transferees(0, EAST) + run.transferees(0, WEST);
      expect([run.levelStock(0, 1, 0), run.levelStock(0, 1, 1)]).toEqual([PEOPLE - moved, moved]);
      expect(run.levelStock(1, 1, 1)).toBe(PEOPLE);
    }
  });

  it("runReplication does not move people who have been released before", () => {
    const { arrival, ...rest } = toHome(1);
    const released = { atShare: 0.5, probability: 1, excludedOffences: [] };
    const runs = readings(handedOver({ ...rest, arrival: { ...arrival, conditionalRelease: released } }), 30);
    // Released on day 250, when half of the moves are still to come.
    expectCounts(
      runs.map((run) => run.flow(2, 1, "moves")),
      binomial(0.5),
    );
    expect(runs.every((run) => run.stockOf(2) === 0)).toBe(true);
  });

  it("runReplication counts the person-days of transferred people where they are held, to the day", () => {
    const runs = readings(handedOver({ ...toHome(1), highProfileShare: 0.3 }), 30);
    // At home from a time that is uniform over 300 of the 400 days.
    const away = runs.map((run) => run.transfereeDays(FIRST) / PEOPLE);
    expect(Math.abs(standardErrorsOff(away, 150))).toBeLessThan(MOST_STANDARD_ERRORS);
    for (const run of runs) {
      const all = run.transfereeDays(FIRST) + run.transfereeDays(EAST) + run.transfereeDays(WEST);
      expect(all).toBeCloseTo(PEOPLE * (SENTENCE - HANDOVER), 5);
    }
    const high = runs.map((run) =>
      [FIRST, EAST, WEST].reduce((sum, f) => sum + run.transfereeDays(f, "highProfile"), 0),
    );
    expectCounts(
      high.map((days) => days / (SENTENCE - HANDOVER)),
      binomial(0.3),
    );
  });
});

describe("runReplication, theory of sentences after the handover", () => {
  const one = (arrival: Setting["arrival"], offence?: string) =>
    readings(handedOver({ arrival, gridDays: [999], ...(offence === undefined ? {} : { offence }) }), 1)[0]!;
  const release = (atShare: number, excludedOffences: readonly string[] = []) => ({
    conditionalRelease: { atShare, probability: 1, excludedOffences },
  });

  it.each([
    ["goes on as it is", {}, 400],
    ["is converted to 60 % of the time left", { conversion: { share: 0.6 } }, 240],
    ["is converted to nothing", { conversion: { share: 0 } }, 0],
    ["ends at half of the whole term", release(0.5), 150],
    [
      "is converted and ends at half of the term after that",
      { conversion: { share: 0.6 }, ...release(0.5) },
      70,
    ],
    ["has a share that is served already", release(0.1), 0],
    ["is of another offence than the excluded one", release(0.5, ["other"]), 150],
    ["is of an offence that excludes conditional release", release(0.5, ["any"]), 400],
  ])("runReplication holds people there for the right days when the sentence %s", (_, arrival, days) => {
    const run = one(arrival);
    expect(run.custody(0, "releasedAbroad")).toBe(PEOPLE);
    expect(run.custodySum(0, "daysServed")).toBeCloseTo(PEOPLE * (HANDOVER + days), 5);
    expect(run.custodySum(0, "daysOwed")).toBeCloseTo(PEOPLE * SENTENCE, 5);
    expect(run.transfereeDays(FIRST)).toBeCloseTo(PEOPLE * days, 5);
    expect(run.corridorSum(0, 1)).toBeCloseTo(PEOPLE * days, 5);
  });

  it("runReplication sets served against owed for those who are released, not for those who die", () => {
    const perDay = 0.002;
    const runs = readings(handedOver({ arrival: {}, gridDays: [999], deathsPerDay: perDay }), 30);
    expectCounts(
      runs.map((run) => run.custody(0, "releasedAbroad")),
      binomial(Math.exp(-perDay * SENTENCE)),
    );
    for (const run of runs) {
      const owed = run.custody(0, "releasedAbroad") * SENTENCE;
      expect([run.custodySum(0, "daysServed"), run.custodySum(0, "daysOwed")]).toEqual([owed, owed]);
    }
  });
});

describe("runReplication, theory of returns", () => {
  const returning = (balanceEnforced: boolean): Setting => ({
    gridDays: [300, 400, 499, 501, 999],
    arrival: {
      // Released on day 250, half of the way.
      conditionalRelease: { atShare: 0.5, probability: 1, excludedOffences: [] },
      returned: { share: 0.6, after: { kind: "uniform", fromDays: 0, toDays: 500 }, balanceEnforced },
    },
  });

  it("runReplication brings back the share of people at the stated delays, to serve until the original end", () => {
    const runs = readings(handedOver(returning(true)), 30);
    for (const [row, day] of [300, 400, 499].entries()) {
      const back = binomial((0.6 * (day - 250)) / 500);
      expectCounts(
        runs.map((run) => run.custody(row, "returned")),
        back,
      );
      for (const run of runs) {
        const again = run.custody(row, "reimprisoned");
        expect(again).toBe(run.custody(row, "returned"));
        expect([run.flow(row, 0, "returns"), run.stockOf(row, 0)]).toEqual([again, again]);
      }
    }
    for (const run of runs) {
      // The original sentence ends on day 500: nobody is imprisoned again after that, or held.
      const again = run.custody(3, "reimprisoned");
      expect([run.stockOf(3, 0), run.flow(3, 0, "releases")]).toEqual([0, again]);
      expect(run.custody(4, "reimprisoned")).toBe(again);
    }
    expectCounts(
      runs.map((run) => run.custody(4, "returned")),
      binomial(0.6),
    );
    // Time served in the second stay: from the return, uniform over 500 days, to day 500.
    const served = runs.map((run) => run.daysServed(4, 0) / PEOPLE);
    expect(Math.abs(standardErrorsOff(served, (0.6 * 0.5 * 250) / 2))).toBeLessThan(MOST_STANDARD_ERRORS);
  });

  it("runReplication counts returns without imprisoning anybody where the balance is not enforced", () => {
    const enforced = readings(handedOver(returning(true)), 5);
    const counted = readings(handedOver(returning(false)), 5);
    for (const [i, run] of counted.entries()) {
      expect(run.custody(4, "returned")).toBe(enforced[i]!.custody(4, "returned"));
      expect([run.custody(4, "reimprisoned"), run.flow(4, 0, "returns")]).toEqual([0, 0]);
    }
  });
});
