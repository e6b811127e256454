import { describe, expect, it } from "vitest";
import type { CorridorRegime, ModelParameters, Regime, ReplicationResult } from "../../engine/index.ts";
import {
  CORRIDOR_SUMS,
  CUSTODY_SUMS,
  FLOWS,
  FUNNEL,
  HELD_INSIDE,
  ReplicationRunner,
  receivingFacilities,
  runReplication,
} from "../../engine/index.ts";
import { everything } from "./everything.ts";
import {
  corridorRegime,
  deaths,
  facility,
  forever,
  group,
  inFull,
  Reading,
  regime,
  smallModel,
  streamRegime,
} from "./smallModel.ts";
import { twoSystems } from "./twoSystems.ts";

function bytes(result: ReplicationResult): string {
  return Buffer.from(result.buffer).toString("base64");
}

const MEASURES = [
  "bandDays",
  "bandBedDays",
  "bandCapacityDays",
  "firstAboveDay",
  "gridCorridorSums",
  "initialStock",
  "gridStock",
  "gridFlows",
  "gridFunnel",
  "gridLevelStock",
  "gridStreamStock",
  "gridHeldInside",
  "gridSystemSums",
  "censusSentence",
  "censusAge",
  "gridCustodyCounts",
  "gridCustodySums",
  "gridTransferees",
  "transfereeDays",
] as const;

/** All that a result says, but for the number of events executed, which counts changes of regime too. */
function measures(result: ReplicationResult): number[] {
  return MEASURES.flatMap((name) => [...result[name]]);
}

/** First position at which two lists differ, or -1: quick over long lists, and short to print. */
function firstDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) {
    if (!Object.is(a[i], b[i])) {
      return i;
    }
  }
  return -1;
}

/** The rows of the grid up to and including one, as one list. */
function rowsThrough(parameters: ModelParameters, result: ReplicationResult, row: number): number[] {
  const { facilities, systems, corridors, levels, streams } = parameters;
  return [
    ...result.gridStock.subarray(0, (row + 1) * facilities.length),
    ...result.gridFlows.subarray(0, (row + 1) * systems.length * FLOWS.length),
    ...result.gridFunnel.subarray(0, (row + 1) * corridors.length * FUNNEL.length),
    ...result.gridLevelStock.subarray(0, (row + 1) * systems.length * levels.length),
    ...result.gridStreamStock.subarray(0, (row + 1) * streams.length),
    ...result.gridHeldInside.subarray(0, (row + 1) * systems.length * HELD_INSIDE.length),
    ...result.gridCorridorSums.subarray(0, (row + 1) * corridors.length * CORRIDOR_SUMS.length),
    ...result.gridCustodySums.subarray(0, (row + 1) * corridors.length * CUSTODY_SUMS.length),
    ...result.gridTransferees.subarray(0, (row + 1) * receivingFacilities(parameters).length),
  ];
}

/** The same model with one more regime from a day on. */
function changedFrom(
  parameters: ModelParameters,
  fromDay: number,
  change: (regime: Regime) => Partial<Regime>,
): ModelParameters {
  const last = parameters.regimes[parameters.regimes.length - 1]!;
  return { ...parameters, regimes: [...parameters.regimes, { ...last, ...change(last), fromDay }] };
}

/** The same model with one regime cut in two. */
function withoutChange(parameters: ModelParameters, fromDay: number): ModelParameters {
  const before = parameters.regimes.filter((regime) => regime.fromDay <= fromDay);
  const after = parameters.regimes.slice(before.length);
  return { ...parameters, regimes: [...before, { ...before[before.length - 1]!, fromDay }, ...after] };
}

/** The same with a corridor's values changed. */
function corridorChangedFrom(
  parameters: ModelParameters,
  fromDay: number,
  change: (corridor: CorridorRegime) => Partial<CorridorRegime>,
): ModelParameters {
  return changedFrom(parameters, fromDay, ({ corridors }) => ({
    corridors: corridors.map((corridor, i) => (i === 0 ? { ...corridor, ...change(corridor) } : corridor)),
  }));
}

const parameters = twoSystems();

/** A facility that opens on a date and is overcrowded at the end, and one that never has a rated capacity. */
const opening = smallModel({
  horizonDays: 300,
  gridDays: [150, 300],
  facilities: [facility(0), facility(1), facility(2)],
  groups: [group([0, 1])],
  initialStock: [
    { stream: 0, persons: 200, facility: 0, group: 0, residual: { kind: "exponential", meanDays: 400 } },
    { stream: 0, persons: 20, facility: 2, group: 0, residual: { kind: "exponential", meanDays: 400 } },
  ],
  regimes: [0, 100].map((fromDay) =>
    regime({
      fromDay,
      capacity: [100, fromDay === 0 ? 0 : 40, null],
      streams: [
        streamRegime({
          admissionsPerDay: 1,
          timeToServe: inFull({ kind: "exponential", meanDays: 300 }),
          moves: { kind: "exponential", meanDays: 30 },
        }),
      ],
    }),
  ),
});

describe("ReplicationRunner.run", () => {
  it.each([
    ["two systems", parameters],
    ["a facility that opens", opening],
    ["everything", everything()],
  ])(
    "run gives the same bytes for the same seed and index, whatever ran before and in any order: %s",
    (_, model) => {
      const alone = [0, 1, 2, 3, 4, 5].map((index) => bytes(runReplication(model, "seed", index)));
      const inOrder = new ReplicationRunner(model);
      expect([0, 1, 2, 3, 4, 5].map((index) => bytes(inOrder.run("seed", index)))).toEqual(alone);
      const anyOrder = new ReplicationRunner(model);
      anyOrder.run("another seed", 9);
      for (const index of [5, 0, 3, 3, 1, 4, 2, 0]) {
        expect(bytes(anyOrder.run("seed", index))).toBe(alone[index]);
      }
    },
  );

  it("run gives another result for another index and for another seed", () => {
    const runner = new ReplicationRunner(parameters);
    const seen = ["a", "b", "1", "01"].flatMap((seed) =>
      [0, 1, 2, 3, 4].map((index) => bytes(runner.run(seed, index))),
    );
    expect(new Set(seen).size).toBe(20);
  });

  it("run leaves the results of earlier replications alone", () => {
    const runner = new ReplicationRunner(parameters);
    const first = runner.run("seed", 0);
    const before = bytes(first);
    runner.run("seed", 1);
    expect(bytes(first)).toBe(before);
    expect(first.index).toBe(0);
  });
});

describe("runReplication, common random numbers", () => {
  it.each(
    [0.5, 90, 265, 450.25, 651].flatMap((day) => [
      [day, "two systems", parameters] as const,
      [day, "everything", everything()] as const,
    ]),
  )(
    "runReplication gives identical measures under a regime from day %d that changes nothing: %s",
    (day, _, model) => {
      for (const index of [0, 1]) {
        const plain = runReplication(model, "seed", index);
        const changed = runReplication(withoutChange(model, day), "seed", index);
        expect(firstDifference(measures(changed), measures(plain))).toBe(-1);
      }
    },
  );

  it("runReplication holds no handover twice when a regime begins just after it", () => {
    // 0.1 + 783 * 0.3 is 234.99999999999997 in binary: the handover of day 235 comes before the regime of day 235.
    const model = smallModel({
      horizonDays: 300,
      gridDays: [234, 236, 300],
      corridors: [{ id: "out", from: 0, to: -1 }],
      initialStock: [{ stream: 0, persons: 1100, facility: 0, group: 0, residual: forever }],
      regimes: [
        regime({
          corridors: [corridorRegime({ handover: { firstDay: 0.1, everyDays: 0.3, maximumPersons: 1 } })],
        }),
      ],
    });
    const [plain, changed] = [model, changedFrom(model, 235, () => ({}))].map((p) =>
      runReplication(p, "seed", 0),
    );
    expect(firstDifference(measures(changed!), measures(plain!))).toBe(-1);
  });

  it("runReplication stretches the gaps between admissions by the rate: equal exposure, equal people", () => {
    const at = (fromDay: number, admissionsPerDay: number): Regime =>
      regime({ fromDay, streams: [streamRegime({ admissionsPerDay })] });
    const admitted = (regimes: readonly Regime[], gridDays: readonly number[]): number[] => {
      const model = smallModel({ horizonDays: 400, gridDays, regimes });
      const reading = new Reading(model, runReplication(model, "seed", 0));
      return gridDays.map((_, row) => reading.flow(row, 0, "admissions"));
    };
    const days = Array.from({ length: 130 }, (_, i) => (i + 1) * 3);
    // Integral of the rate: 2 a day up to day 50.3, none up to day 80, 0.5 a day up to day 200, then 1 a day.
    const exposure = (day: number): number =>
      2 * Math.min(day, 50.3) + 0.5 * Math.max(0, Math.min(day, 200) - 80) + Math.max(0, day - 200);
    const changing = admitted([at(0, 2), at(50.3, 0), at(80, 0.5), at(200, 1)], days);
    expect(changing).toEqual(admitted([at(0, 1)], days.map(exposure)));
    expect(changing[changing.length - 1]).toBeGreaterThan(200);
  });

  it("runReplication gives identical measures whether the grid is coarse or fine", () => {
    const fine = runReplication(parameters, "seed", 0);
    const coarse = runReplication({ ...parameters, gridDays: [450, 900] }, "seed", 0);
    for (const name of ["bandDays", "bandBedDays", "firstAboveDay"] as const) {
      expect(firstDifference(coarse[name], fine[name])).toBe(-1);
    }
    const row = parameters.gridDays.indexOf(450);
    const width = parameters.facilities.length;
    expect([...coarse.gridStock.subarray(0, width)]).toEqual([
      ...fine.gridStock.subarray(row * width, (row + 1) * width),
    ]);
  });

  const DAY = 450;
  const policies: readonly (readonly [string, ModelParameters])[] = [
    [
      "transfers off",
      corridorChangedFrom(parameters, DAY, (c) => ({ interest: { ...c.interest, share: 0 } })),
    ],
    [
      "interest of all",
      corridorChangedFrom(parameters, DAY, (c) => ({ interest: { ...c.interest, share: 1 } })),
    ],
    [
      "no approvals",
      corridorChangedFrom(parameters, DAY, (c) => ({ review: { ...c.review, approvalProbability: 0.1 } })),
    ],
    [
      "one reviewer",
      corridorChangedFrom(parameters, DAY, (c) => ({ review: { ...c.review, reviewers: 1 } })),
    ],
    [
      "weekly handovers",
      corridorChangedFrom(parameters, DAY, (c) => ({ handover: { ...c.handover, everyDays: 7 } })),
    ],
    ["capacity", changedFrom(parameters, DAY, () => ({ capacity: [40, 90, 70, 60, 30] }))],
    [
      "admissions",
      changedFrom(parameters, DAY, ({ streams }) => ({
        streams: streams.map((s) => ({ ...s, admissionsPerDay: s.admissionsPerDay * 2 })),
      })),
    ],
    [
      "sentences",
      changedFrom(parameters, DAY, ({ streams }) => ({
        streams: streams.map((s) => ({ ...s, timeToServe: { ...s.timeToServe, servedShare: 0.5 } })),
      })),
    ],
  ];

  it.each(policies)(
    "runReplication gives the same bits on every day up to that of a change, and others after: %s",
    (_, policy) => {
      const row = parameters.gridDays.indexOf(DAY);
      const last = parameters.gridDays.length - 1;
      const runner = new ReplicationRunner(policy);
      let differ = 0;
      for (const index of [0, 1, 2]) {
        const base = runReplication(parameters, "seed", index);
        const changed = runner.run("seed", index);
        expect(firstDifference(rowsThrough(policy, changed, row), rowsThrough(parameters, base, row))).toBe(
          -1,
        );
        const early = (result: ReplicationResult): number[] =>
          [...result.firstAboveDay].filter((d) => d < DAY);
        expect(early(changed)).toEqual(early(base));
        const whole = [rowsThrough(policy, changed, last), rowsThrough(parameters, base, last)] as const;
        differ += firstDifference(...whole) >= 0 ? 1 : 0;
      }
      expect(differ).toBe(3);
    },
  );

  it("runReplication gives the same bits up to the day on which another corridor becomes more inviting", () => {
    const two = (later: number): ModelParameters =>
      smallModel({
        horizonDays: 400,
        gridDays: [50, 100, 200, 300, 400],
        corridors: ["first", "second"].map((id) => ({ id, from: 0, to: -1 })),
        regimes: [0, 200].map((fromDay) =>
          regime({
            fromDay,
            streams: [streamRegime({ admissionsPerDay: 2 })],
            corridors: [
              corridorRegime({
                interest: { share: fromDay === 0 ? 0.1 : later },
                handover: { everyDays: 10 },
              }),
              corridorRegime({ interest: { share: 0.8 }, handover: { everyDays: 10 } }),
            ],
          }),
        ),
      });
    const [base, policy] = [0.1, 0.9].map((share) => runReplication(two(share), "seed", 0));
    const difference = (row: number): number =>
      firstDifference(rowsThrough(two(0.9), policy!, row), rowsThrough(two(0.1), base!, row));
    expect(difference(2)).toBe(-1);
    expect(difference(4)).toBeGreaterThan(-1);
  });

  it("runReplication lets nobody ask before the day on which the corridor opens to the person's citizenship", () => {
    const opened = (citizenships: readonly string[]): ModelParameters =>
      smallModel({
        horizonDays: 400,
        gridDays: [200, 400],
        corridors: [{ id: "out", from: 0, to: -1 }],
        regimes: [0, 200].map((fromDay) =>
          regime({
            fromDay,
            streams: [streamRegime({ admissionsPerDay: 2 })],
            corridors: [
              corridorRegime({
                eligibility: { citizenships: fromDay === 0 ? ["mx"] : citizenships },
                handover: { everyDays: 10 },
              }),
            ],
          }),
        ),
      });
    const reading = new Reading(opened(["mx", "any"]), runReplication(opened(["mx", "any"]), "seed", 0));
    expect([reading.funnel(0, "requests"), reading.funnel(0, "handedOver")]).toEqual([0, 0]);
    expect(reading.funnel(1, "handedOver")).toBeGreaterThan(100);
  });

  it("runReplication of a corridor that transfers nobody gives the stocks of a model without it, bit for bit", () => {
    const closed = {
      ...parameters,
      regimes: parameters.regimes.map((r) => ({
        ...r,
        corridors: r.corridors.map((c) => ({
          ...c,
          receiving: { ...c.receiving, acceptanceProbability: 0 },
        })),
      })),
    };
    const without = {
      ...parameters,
      corridors: [],
      regimes: parameters.regimes.map((r) => ({ ...r, corridors: [] })),
    };
    for (const index of [0, 1, 2]) {
      const [a, b] = [closed, without].map((p) => runReplication(p, "seed", index));
      for (const name of ["gridStock", "gridFlows", "bandDays", "bandBedDays", "firstAboveDay"] as const) {
        expect(firstDifference(a![name], b![name])).toBe(-1);
      }
    }
  });

  /** Stocks, flows and funnel of the reading's rows, by the names of their system, facility and corridor. */
  const named = (model: ModelParameters, result: ReplicationResult, system: string, corridor?: string) => {
    const reading = new Reading(model, result);
    const s = model.systems.findIndex(({ id }) => id === system);
    const c = model.corridors.findIndex(({ id }) => id === corridor);
    return model.gridDays.flatMap((_, row) => [
      ...model.facilities.flatMap((f, i) => (f.system === s ? [reading.stock(row, i)] : [])),
      ...FLOWS.map((flow) => reading.flow(row, s, flow)),
      ...(c >= 0 ? FUNNEL.map((count) => reading.funnel(row, count, c)) : []),
    ]);
  };

  it("runReplication leaves a system that nothing couples as it is, whatever happens in the other", () => {
    const uncoupled = twoSystems({
      expulsions: [],
      corridors: [{ id: "here-there", from: 0, to: -1 }],
    });
    const other = changedFrom(uncoupled, 0.001, ({ streams, corridors }) => ({
      capacity: [20, 200, 70, 60, 5],
      streams: streams.map((s, i) => (i < 2 ? { ...s, admissionsPerDay: 3, mortality: deaths(0.01) } : s)),
      corridors: corridors.map((c) => ({ ...c, interest: { ...c.interest, share: 0 } })),
    }));
    const [a, b] = [uncoupled, other].map((p) => runReplication(p, "seed", 0));
    expect(firstDifference(named(other, b!, "there"), named(uncoupled, a!, "there"))).toBe(-1);
    expect(firstDifference(named(other, b!, "here"), named(uncoupled, a!, "here"))).toBeGreaterThan(-1);
  });

  it("runReplication shifts nobody's random numbers when a stream and a corridor are put before the others", () => {
    const added: ModelParameters = {
      ...parameters,
      systems: [...parameters.systems, { id: "elsewhere" }],
      institutions: [...parameters.institutions, { id: "E", system: 2 }],
      facilities: [...parameters.facilities, facility(5, 2)],
      groups: [...parameters.groups, group([5], { system: 2 })],
      streams: [
        { id: "elsewhere/all", system: 2, offence: "drug", citizenship: "there" },
        ...parameters.streams,
      ],
      corridors: [{ id: "elsewhere-here", from: 2, to: -1 }, ...parameters.corridors],
      initialStock: [
        { stream: 0, persons: 40, facility: 5, group: 2, residual: null },
        ...parameters.initialStock.map((row) => ({ ...row, stream: row.stream + 1 })),
      ],
      expulsions: parameters.expulsions.map((batch) => ({ ...batch, toStream: batch.toStream + 1 })),
      regimes: parameters.regimes.map((r) => ({
        ...r,
        capacity: [...r.capacity, 50],
        designationWeight: [...r.designationWeight, 1],
        placementLimit: [...r.placementLimit, null],
        placement: [...r.placement, { kind: "leastCrowded" }],
        balancing: [...r.balancing, null],
        admissionsLevelSd: [...r.admissionsLevelSd, 0.3],
        streams: [
          streamRegime({
            admissionsPerDay: 2,
            designation: [{ index: 2, share: 1 }],
            timeToServe: inFull({ kind: "exponential", meanDays: 90 }),
          }),
          ...r.streams,
        ],
        corridors: [corridorRegime({ handover: { everyDays: 30 } }), ...r.corridors],
      })),
    };
    for (const index of [0, 1, 2]) {
      const [a, b] = [parameters, added].map((p) => runReplication(p, "seed", index));
      for (const system of ["here", "there"]) {
        const pair = [
          named(added, b!, system, "here-there"),
          named(parameters, a!, system, "here-there"),
        ] as const;
        expect(firstDifference(...pair)).toBe(-1);
      }
      expect(new Reading(added, b!).flow(100, 2, "transfersOut")).toBeGreaterThan(0);
    }
  });
});
