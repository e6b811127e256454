import fc, { type GeneratorValue } from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ModelParameters, Regime, ReplicationResult } from "../../engine/index.ts";
import { BranchRunner, forkDayOf, runReplication } from "../../engine/index.ts";
import { KeyedRandom } from "../../engine/keyedRandom.ts";
import { anyModel } from "./anyModel.ts";
import { everything, HERE } from "./everything.ts";
import { twoSystems } from "./twoSystems.ts";

function bytes({ buffer }: ReplicationResult): string {
  return Buffer.from(buffer).toString("base64");
}

/** Runs the sets together and alone, and expects the same bytes, event counts included. */
function expectSeparateBits(sets: readonly ModelParameters[], index = 0): void {
  const together = new BranchRunner(sets).run("seed", index).map(bytes);
  const alone = sets.map((set) => bytes(runReplication(set, "seed", index)));
  expect(together.map((text, i) => text === alone[i])).toEqual(sets.map(() => true));
}

/** The model with another regime from a day on; the regimes after it fall away. */
function from(
  model: ModelParameters,
  day: number,
  change: (last: Regime) => Partial<Regime>,
): ModelParameters {
  const before = model.regimes.filter(({ fromDay }) => fromDay < day);
  const last = model.regimes.findLast(({ fromDay }) => fromDay <= day)!;
  return { ...model, regimes: [...before, { ...last, ...change(last), fromDay: day }] };
}

const closer =
  (factor: number) =>
  (last: Regime): Partial<Regime> => ({
    corridors: last.corridors.map((c) => ({
      ...c,
      review: { ...c.review, approvalProbability: c.review.approvalProbability * factor },
    })),
  });
const busier =
  (factor: number) =>
  (last: Regime): Partial<Regime> => ({
    streams: last.streams.map((s) => ({ ...s, admissionsPerDay: s.admissionsPerDay * factor })),
  });

const model = everything();
const HORIZON = model.horizonDays;

describe("BranchRunner.run", () => {
  afterEach(() => vi.restoreAllMocks());

  it("lays results over spent buffers of their size, whatever is in them", () => {
    const sets = [model, from(model, 100, busier(2)), from(model, 100, closer(0.5))];
    const runner = new BranchRunner(sets);
    const before = runner.run("other seed", 0).map(({ buffer }) => buffer);
    for (const buffer of before) new Uint8Array(buffer).fill(255);
    const small = new ArrayBuffer(8);
    const spent = [small, ...before];
    const results = runner.run("seed", 1, [0, 1, 2], spent);
    expect(spent).toEqual([small]);
    expect(results.some(({ buffer }) => before.includes(buffer))).toBe(true);
    expect(new Set(results.map(({ buffer }) => buffer)).size).toBe(3);
    expect(results.map(bytes)).toEqual(sets.map((set) => bytes(runReplication(set, "seed", 1))));
  });

  it.each([
    ["inside a year", 333.3],
    ["on a sampling day", 450],
    ["on the day of a regime", 650],
    ["at the beginning of a year", 265],
    ["on the day of an expulsion", 301.5],
    ["on the day of a change of capacity", 400],
    ["just after the beginning", 1e-9],
    ["on day 0", 0],
    ["at the end", HORIZON],
    ["after the end", HORIZON + 10],
  ])("run gives the bits of separate runs where sets fork %s", (_, day) => {
    const sets = [model, from(model, day, busier(1.5)), from(model, day, closer(0.5))];
    expect(forkDayOf(sets)).toBe(Math.min(day, HORIZON));
    expectSeparateBits(sets);
    expectSeparateBits([...sets].reverse(), 1);
  });

  it("run gives the bits of separate runs in a tree of forks, and for sets that are the same", () => {
    const early = from(model, 200, closer(0.2));
    const sets = [
      model,
      from(early, 500, busier(2)),
      from(model, 600, busier(0.5)),
      early,
      from(early, 500, busier(3)),
      { ...model, regimes: [...model.regimes] },
      twoSystems(),
      from(twoSystems(), 700, busier(0)),
    ];
    expectSeparateBits(sets);
  });

  it("run gives the bits of separate runs where changes of capacity are added, left out and moved", () => {
    const { capacityChanges } = model;
    const [first, ...others] = capacityChanges;
    const added = {
      facility: 0,
      day: 500,
      slip: { kind: "exponential", meanDays: 30 },
      capacity: 40,
    } as const;
    const again = { facility: 8, day: 640, slip: null, capacity: 15 };
    const sets = [
      model,
      { ...model, capacityChanges: [...capacityChanges, added] },
      { ...model, capacityChanges: [added, again, ...capacityChanges] },
      { ...model, capacityChanges: capacityChanges.filter(({ day }) => day < 600) },
      { ...model, capacityChanges: others },
      { ...model, capacityChanges: [{ ...first!, day: 310 }, ...others] },
    ];
    expect(forkDayOf([sets[0]!, sets[1]!])).toBe(500);
    expect(forkDayOf([sets[0]!, sets[3]!])).toBe(600);
    expect(forkDayOf([sets[0]!, sets[4]!])).toBe(300);
    expectSeparateBits(sets);
    expectSeparateBits([...sets].reverse(), 1);
  });

  it("run gives the bits of separate runs where expulsions are added and left out", () => {
    const batch = { day: 400, persons: 9, fromGroup: 1, toStream: 0 };
    const sets = [
      model,
      { ...model, expulsions: [...model.expulsions, batch] },
      { ...model, expulsions: model.expulsions.slice(0, 1) },
      { ...model, expulsions: [batch, ...model.expulsions] },
    ];
    expect(forkDayOf(sets.slice(0, 2))).toBe(400);
    expect(forkDayOf(sets.slice(0, 3))).toBe(301.5);
    expect(forkDayOf(sets)).toBe(100);
    expectSeparateBits(sets);
  });

  it("run gives the bits of separate runs for random pairs, most of which have something in common", () => {
    const random = fc.gen().map((gen) => {
      const first = gen(() => anyModel);
      const day = gen(fc.integer, { min: 1, max: 300 });
      return [first, variant(gen, first, day), variant(gen, first, day + 40)] as const;
    });
    let shared = 0;
    let pairs = 0;
    fc.assert(
      fc.property(random, fc.nat(5), (sets, index) => {
        pairs++;
        shared += forkDayOf(sets) > 0 ? 1 : 0;
        expectSeparateBits(sets, index);
      }),
      { seed: 7, numRuns: 80 },
    );
    expect(shared / pairs).toBeGreaterThan(0.5);
  });

  it("run gives the same bits whatever ran before", () => {
    const sets = [model, from(model, 500, busier(2)), from(model, 300, closer(0.1))];
    const runner = new BranchRunner(sets);
    const alone = [0, 1, 2].map((index) => new BranchRunner(sets).run("seed", index).map(bytes));
    runner.run("another", 9);
    for (const index of [2, 0, 1, 1]) {
      expect(runner.run("seed", index).map(bytes)).toEqual(alone[index]);
    }
  });

  it("run draws what the sets have in common once", () => {
    const draws = vi.spyOn(KeyedRandom.prototype, "uniform");
    const counted = (run: () => unknown): number => {
      draws.mockClear();
      run();
      return draws.mock.calls.length;
    };
    const sets = [model, from(model, 450, closer(0.5)), from(model, 450, closer(0.25))];
    const separate = sets.map((set) => counted(() => runReplication(set, "seed", 0)));
    const start = counted(() => runReplication({ ...model, horizonDays: 450 }, "seed", 0));
    const sum = separate.reduce((all, one) => all + one, 0);
    // Slips of changes of capacity and the like are looked up again in each branch.
    expect(counted(() => new BranchRunner(sets).run("seed", 0))).toBeLessThan(sum - 2 * start + 30);
  });

  it("run of no set gives no result", () => {
    expect(new BranchRunner([]).run("seed", 0)).toEqual([]);
  });
});

type Gen = GeneratorValue;

/** The model with something else from a day on. */
function variant(gen: Gen, model: ModelParameters, day: number): ModelParameters {
  const chance = (): boolean => gen(fc.boolean);
  const number = (max: number): number => gen(fc.integer, { min: 0, max });
  const changed = from(model, day, (last) => ({
    capacity: last.capacity.map((beds, f) => (f === 0 || f === 2 || f === 6 || chance() ? beds : number(40))),
    placementLimit: last.placementLimit.map((most) => (most === null || chance() ? most : number(8))),
    balancing: [chance() ? { everyDays: 5 + number(40), aboveOccupancy: 1 } : null, null],
    admissionsLevelSd: [number(4) / 10, 0],
    streams: last.streams.map((s) => ({
      ...s,
      admissionsPerDay: s.admissionsPerDay * number(3),
      moves: chance() ? s.moves : { kind: "exponential", meanDays: 20 },
      mortality: [{ fromAgeDays: 0, perDay: number(20) / 10_000 }],
      timeToServe: { ...s.timeToServe, reductions: chance() ? [] : s.timeToServe.reductions },
      designation: chance() ? s.designation : [{ index: s.designation[0]!.index, share: 1 }],
    })),
    corridors: last.corridors.map((c) => ({
      ...c,
      interest: { ...c.interest, share: c.interest.share * (chance() ? 1 : number(10) / 10) },
      review: { ...c.review, reviewers: chance() ? null : number(3) },
      receiving: { ...c.receiving, acceptanceProbability: number(10) / 10 },
      handover: { ...c.handover, everyDays: 5 + number(40) },
    })),
  }));
  const { capacityChanges, expulsions } = model;
  const change = { facility: 3, day: day + number(30), slip: null, capacity: 25 };
  const batch = { day: day + number(30), persons: number(8), fromGroup: 4, toStream: 0 };
  return {
    ...changed,
    capacityChanges: chance() ? capacityChanges : [...capacityChanges, change],
    expulsions: chance() ? expulsions : [...expulsions, batch],
  };
}

describe("forkDayOf", () => {
  const [at, share] = [
    400,
    (value: number) =>
      (last: Regime): Partial<Regime> => ({
        corridors: last.corridors.map((c) => ({ ...c, interest: { ...c.interest, share: value } })),
      }),
  ];

  it("forkDayOf is 0 where an early event looks ahead: more interest, other hazards, home regions, ages", () => {
    const hazards = from(model, at, ({ streams }) => ({
      streams: streams.map((s) => ({
        ...s,
        reclassification: s.reclassification.map((r) => ({ ...r, perDay: 2 * r.perDay })),
      })),
    }));
    const placed = from(twoSystems(), at, () => ({
      placement: [{ kind: "regionFirst", maximumOccupancy: 1 }, { kind: "leastCrowded" }],
    }));
    const aged = from(twoSystems(), at, ({ streams }) => ({
      streams: streams.map((s) => ({ ...s, ageAtEntry: { kind: "fixed", days: 9000 } })),
    }));
    const [more, less] = [from(model, at, share(0.95)), from(model, at, share(0.5))];
    expect([more, hazards].map((set) => forkDayOf([model, set]))).toEqual([0, 0]);
    expect([placed, aged].map((set) => forkDayOf([twoSystems(), set]))).toEqual([0, 0]);
    expect(forkDayOf([model, less])).toBe(at);
    expectSeparateBits([model, more, hazards, less]);
    expectSeparateBits([twoSystems(), placed, aged]);
  });

  it("forkDayOf is 0 where anything without a date differs, and the horizon where nothing does", () => {
    expect(forkDayOf([model, { ...model, gridDays: model.gridDays.slice(1) }])).toBe(0);
    expect(forkDayOf([model, { ...model, initialStock: model.initialStock.slice(1) }])).toBe(0);
    expect(forkDayOf([model, everything()])).toBe(HORIZON);
    expect(forkDayOf([model])).toBe(HORIZON);
  });

  it("forkDayOf does not count a regime after the end", () => {
    expect(forkDayOf([model, from(model, HORIZON + 1, share(0.1))])).toBe(HORIZON);
  });

  it("forkDayOf refuses no set at all", () => {
    expect(() => forkDayOf([])).toThrow(new RangeError("forkDayOf requires at least one parameter set"));
  });

  it("forkDayOf takes the facility's earlier changes of capacity into account", () => {
    const [early, late] = [200, 700].map((day) => ({
      facility: HERE.hospital,
      day,
      slip: null,
      capacity: 9,
    }));
    const sets = [[late!], [early!, late!]].map((capacityChanges) => ({ ...model, capacityChanges }));
    expect(forkDayOf(sets)).toBe(200);
    expectSeparateBits(sets);
  });
});
