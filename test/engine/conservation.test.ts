import { describe, expect, it } from "vitest";
import type { ModelParameters, StreamRegime } from "../../engine/index.ts";
import { FLOWS, FUNNEL, runReplication } from "../../engine/index.ts";
import { everything } from "./everything.ts";
import {
  atOnce,
  type CorridorChanges,
  corridorRegime,
  daysTo,
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

const SEEDS = ["a", "b", "c", "d", "e"];

function run(parameters: ModelParameters, seed = "a", index = 0): Reading {
  return new Reading(parameters, runReplication(parameters, seed, index));
}

describe("runReplication, conservation of people", () => {
  const parameters = everything();
  const runs = SEEDS.map((seed) => run(parameters, seed));
  const everyRow = runs.flatMap((reading) => parameters.gridDays.map((_, row) => ({ reading, row })));

  it("runReplication exercises every flow and every end of the corridor in these runs", () => {
    const last = parameters.gridDays.length - 1;
    const flows = FLOWS.filter((flow) => runs.some((r) => r.flow(last, 0, flow) + r.flow(last, 1, flow) > 0));
    const ends = FUNNEL.filter((count) => runs.some((r) => r.funnel(last, count) > 0));
    expect(flows).toEqual(FLOWS);
    expect(ends).toEqual(FUNNEL);
  });

  it("runReplication keeps initial + admissions + arrivals = stock + releases + deaths + departures in each system", () => {
    for (const { reading, row } of everyRow) {
      for (const system of [0, 1]) {
        const flow = (name: (typeof FLOWS)[number]): number => reading.flow(row, system, name);
        const came = flow("admissions") + flow("transfersIn") + flow("expulsionsIn") + flow("returns");
        const went = flow("releases") + flow("deaths") + flow("transfersOut") + flow("expulsionsOut");
        expect(reading.stockOf(row, system)).toBe(reading.initialOf(system) + came - went);
      }
    }
  });

  it("runReplication makes every departure an arrival, and the people of both systems add up", () => {
    for (const { reading, row } of everyRow) {
      expect(reading.flow(row, 1, "transfersIn")).toBe(reading.flow(row, 0, "transfersOut"));
      expect(reading.funnel(row, "handedOver")).toBe(reading.flow(row, 0, "transfersOut"));
      expect(reading.flow(row, 0, "expulsionsIn")).toBe(reading.flow(row, 1, "expulsionsOut"));
      const sum = (name: (typeof FLOWS)[number]): number =>
        reading.flow(row, 0, name) + reading.flow(row, 1, name);
      const initial = reading.initialOf(0) + reading.initialOf(1);
      const came = sum("admissions") + sum("returns");
      expect(reading.stockOf(row)).toBe(initial + came - sum("releases") - sum("deaths"));
    }
  });

  it("runReplication never counts fewer than nobody, and no cumulative count ever falls", () => {
    for (const { result } of runs) {
      expect(result.gridStock.every((stock) => stock >= 0)).toBe(true);
      for (const [counts, width] of [
        [result.gridFlows, 2 * FLOWS.length],
        [result.gridFunnel, FUNNEL.length],
      ] as const) {
        expect(counts.every((count, i) => count >= (i < width ? 0 : counts[i - width]!))).toBe(true);
      }
    }
  });

  it("runReplication expels the stated number of people on the stated day", () => {
    for (const reading of runs) {
      const expelled = parameters.gridDays.map((_, row) => reading.flow(row, 0, "expulsionsIn"));
      for (const [row, day] of parameters.gridDays.entries()) {
        const dated = parameters.expulsions.filter((batch) => batch.day < day);
        expect(expelled[row]).toBe(dated.reduce((sum, batch) => sum + batch.persons, 0));
      }
    }
  });

  it("runReplication closes the funnel: who asked has an end of one kind or is waiting still", () => {
    for (const { reading, row } of everyRow) {
      const count = (name: (typeof FUNNEL)[number]): number => reading.funnel(row, name);
      expect(waiting(reading, row)).toBeGreaterThanOrEqual(0);
      expect(waiting(reading, row)).toBeLessThanOrEqual(reading.stockOf(row, 0));
      const ended = count("ineligible") + count("denied") + count("handedOver");
      expect(ended).toBeLessThanOrEqual(count("requests"));
      expect(waitingApproved(reading, row)).toBeGreaterThanOrEqual(0);
      expect(waitingApproved(reading, row)).toBeLessThanOrEqual(waiting(reading, row));
    }
  });

  it("runReplication leaves nobody waiting once everybody has left", () => {
    const [first] = twoSystems().regimes;
    const noMore = {
      ...first!,
      fromDay: 300,
      streams: first!.streams.map((s) => ({ ...s, admissionsPerDay: 0 })),
    };
    const emptied = twoSystems({ horizonDays: 3000, gridDays: [3000], regimes: [first!, noMore] });
    for (const seed of SEEDS) {
      const reading = run(emptied, seed);
      expect(reading.funnel(0, "requests")).toBeGreaterThan(100);
      expect([reading.stockOf(0), waiting(reading, 0), waitingApproved(reading, 0)]).toEqual([0, 0, 0]);
    }
  });
});

/** Requests that have not ended. */
function waiting(reading: Reading, row: number): number {
  const passed = ["requests", "approved", "accepted", "releasedApproved", "diedApproved"];
  const ends = FUNNEL.filter((name) => !passed.includes(name));
  return ends.reduce((left, name) => left - reading.funnel(row, name), reading.funnel(row, "requests"));
}

/** People whom the sending State has approved and whose case has not ended. */
function waitingApproved(reading: Reading, row: number): number {
  const ends = [
    "refused",
    "refusedQuota",
    "refusedOccupancy",
    "withdrawn",
    "lapsed",
    "releasedApproved",
    "diedApproved",
    "handedOver",
  ] as const;
  return ends.reduce((left, name) => left - reading.funnel(row, name), reading.funnel(row, "approved"));
}

describe("runReplication, limits of the corridor", () => {
  /** People who all ask on day 0 or on admission; replace what a test is about. */
  const crowd = (
    corridor: CorridorChanges,
    changes: Partial<ModelParameters> = {},
    stream: Partial<StreamRegime> = { admissionsPerDay: 1 },
  ): ModelParameters =>
    smallModel({
      horizonDays: 400,
      gridDays: daysTo(400),
      corridors: [{ id: "out", from: 0, to: -1 }],
      initialStock: [{ stream: 0, persons: 200, facility: 0, group: 0, residual: forever }],
      regimes: [regime({ streams: [streamRegime(stream)], corridors: [corridorRegime(corridor)] })],
      ...changes,
    });

  it("runReplication accepts the yearly quota and no more in each calendar year", () => {
    const quotaPerYear = 25;
    const parameters = crowd(
      { receiving: { quotaPerYear }, handover: { everyDays: 10 } },
      { yearStartDays: [-30, 100, 200, 300], gridDays: [100, 200, 300, 400] },
    );
    for (const seed of SEEDS) {
      const reading = run(parameters, seed);
      const accepted = [0, 1, 2, 3].map((row) => reading.funnel(row, "accepted"));
      // One request a day and 200 on day 0: far more than the quota in each of the four years.
      expect(accepted).toEqual([25, 50, 75, 100]);
      expect(reading.funnel(3, "refusedQuota")).toBe(reading.funnel(3, "requests") - 100);
    }
  });

  it("runReplication hands over at most the largest batch, on the days of handover only", () => {
    const parameters = crowd({
      handover: { firstDay: 20, everyDays: 50, datedDays: [33], maximumPersons: 15 },
    });
    const reading = run(parameters);
    const days = parameters.gridDays.flatMap((day, row) => {
      const before = row > 0 ? reading.funnel(row - 1, "handedOver") : 0;
      const batch = reading.funnel(row, "handedOver") - before;
      // A handover at day d shows in the sample of the day after: samples are taken before the day's events.
      return batch > 0 ? [[day - 1, batch]] : [];
    });
    expect(days).toEqual([20, 33, 70, 120, 170, 220, 270, 320, 370].map((day) => [day, 15]));
  });

  it("runReplication hands over in the order in which people became ready", () => {
    const parameters = crowd(
      {
        interest: { delay: { kind: "uniform", fromDays: 0, toDays: 5 } },
        handover: { datedDays: [10], maximumPersons: 50 },
      },
      { gridDays: [11] },
    );
    // The fiftieth of 200 uniform times on (0, 5) is near 1.25: whoever goes has waited 8.75 to 10 days.
    const reading = run(parameters);
    const waited = reading.corridorSum(0, 2) / reading.funnel(0, "handedOver");
    expect(reading.funnel(0, "handedOver")).toBe(50);
    expect(waited).toBeGreaterThan(9);
    expect(waited).toBeLessThan(10);
  });

  it.each([
    ["begun on day 0", forever],
    ["stationary", null],
  ] as const)("runReplication approves nobody without a reviewer, stock %s", (_, residual) => {
    const reading = run(
      crowd(
        {
          interest: { delay: { kind: "uniform", fromDays: 0, toDays: 500 } },
          package: { delay: { kind: "fixed", days: 20 } },
          review: { reviewers: 0, serviceTime: { kind: "fixed", days: 60 } },
          handover: { firstDay: 100, everyDays: 100 },
        },
        { initialStock: [{ stream: 0, persons: 200, facility: 0, group: 0, residual }] },
        { admissionsPerDay: 1, timeToServe: inFull({ kind: "uniform", fromDays: 500, toDays: 5000 }) },
      ),
    );
    expect(reading.funnel(399, "requests")).toBeGreaterThan(50);
    expect([reading.funnel(399, "approved"), reading.funnel(399, "handedOver")]).toEqual([0, 0]);
  });

  it("runReplication without delay and refusal hands over exactly the eligible people at the next handover", () => {
    const residuals = [
      { days: 20, persons: 7 }, // too little left at the request
      { days: 60, persons: 11 }, // asks, has too little left at the handover on day 40
      { days: 200, persons: 13 }, // goes
    ];
    const parameters = smallModel({
      gridDays: [40, 41],
      horizonDays: 41,
      corridors: [{ id: "out", from: 0, to: -1 }],
      initialStock: residuals.map(({ days, persons }) => ({
        stream: 0,
        persons,
        facility: 0,
        group: 0,
        residual: { kind: "fixed", days },
      })),
      regimes: [
        regime({
          corridors: [
            corridorRegime({ eligibility: { minimumLeftDays: 30 }, handover: { datedDays: [40] } }),
          ],
        }),
      ],
    });
    const reading = run(parameters);
    expect(reading.flow(0, 0, "transfersOut")).toBe(0);
    expect(
      (["requests", "ineligible", "approved", "accepted", "lapsed", "handedOver"] as const).map((name) =>
        reading.funnel(1, name),
      ),
    ).toEqual([31, 7, 24, 24, 11, 13]);
    // 160 days left each, 40 days waited each.
    expect([reading.corridorSum(1, 0), reading.corridorSum(1, 2)]).toEqual([13 * 160, 13 * 40]);
  });

  it("runReplication refuses everybody while the receiving level is full, and nobody below that", () => {
    const toFull = (bedsThere: number) =>
      smallModel({
        horizonDays: 50,
        gridDays: [50],
        systems: [{ id: "here" }, { id: "there" }],
        facilities: [facility(0), facility(1, 1)],
        groups: [group([0])],
        streams: ["here", "there"].map((id, system) => ({ id, system, offence: "any", citizenship: "any" })),
        corridors: [{ id: "over", from: 0, to: 1 }],
        initialStock: [0, 1].map((i) => ({
          stream: i,
          persons: 30,
          facility: i,
          group: 0,
          residual: forever,
        })),
        regimes: [
          regime({
            capacity: [100, bedsThere],
            placement: [{ kind: "leastCrowded" }, { kind: "leastCrowded" }],
            admissionsLevelSd: [0, 0],
            streams: [streamRegime(), streamRegime()],
            corridors: [
              corridorRegime({
                receiving: { delay: { kind: "fixed", days: 5 }, maximumOccupancy: 1 },
                handover: { everyDays: 10 },
                arrival: { facilities: [{ index: 1, share: 1 }] },
              }),
            ],
          }),
        ],
      });
    const full = run(toFull(30));
    expect([full.funnel(0, "refusedOccupancy"), full.funnel(0, "handedOver")]).toEqual([30, 0]);
    const free = run(toFull(31));
    expect([free.funnel(0, "refusedOccupancy"), free.funnel(0, "handedOver")]).toEqual([0, 30]);
  });

  it("runReplication lets a refused person ask again after the stated days, if enough time is left then", () => {
    const parameters = crowd(
      {
        eligibility: { minimumLeftDays: 100 },
        review: { approvalProbability: 0, reapplyAfterDays: 150 },
      },
      {
        gridDays: [1, 150, 151, 300, 301, 400],
        initialStock: [
          { stream: 0, persons: 10, facility: 0, group: 0, residual: { kind: "fixed", days: 420 } },
          { stream: 0, persons: 5, facility: 0, group: 0, residual: { kind: "fixed", days: 240 } },
        ],
      },
      {},
    );
    const reading = run(parameters);
    // On day 150 those with 270 days left ask again, those with 90 left do not; on day 300 120 days are left.
    expect([0, 1, 2, 3, 4, 5].map((row) => reading.funnel(row, "requests"))).toEqual([
      15, 15, 25, 25, 35, 35,
    ]);
    expect(reading.funnel(5, "denied")).toBe(35);
  });
});

describe("runReplication, continued enforcement", () => {
  const both = (servedShare: number, transfers: boolean): ModelParameters =>
    twoSystems({
      initialStock: [],
      expulsions: [],
      regimes: twoSystems().regimes.map((r) => ({
        ...r,
        streams: r.streams.map((s) => ({
          ...s,
          mortality: [],
          timeToServe: { ...inFull({ kind: "uniform", fromDays: 100, toDays: 600 }), servedShare },
        })),
        corridors: [
          corridorRegime({
            interest: { share: transfers ? 1 : 0, delay: atOnce },
            handover: { everyDays: 7 },
            arrival: { facilities: [{ index: 2, share: 1 }] },
          }),
        ],
      })),
    });

  it("runReplication holds a transferred person to the end of the whole sentence and not a day longer", () => {
    for (const seed of SEEDS) {
      const transferred = run(both(0.6, true), seed);
      const wholeTerms = run(both(1, false), seed);
      const released = run(both(0.6, false), seed);
      let longer = 0;
      both(1, false).gridDays.forEach((_, row) => {
        // The same people with the same sentences: who is inside here would be inside there.
        expect(transferred.stockOf(row)).toBeLessThanOrEqual(wholeTerms.stockOf(row));
        expect(transferred.stockOf(row)).toBeGreaterThanOrEqual(released.stockOf(row));
        longer += transferred.stockOf(row) - released.stockOf(row);
      });
      expect(transferred.flow(0, 0, "transfersOut")).toBe(0);
      expect(longer).toBeGreaterThan(0);
    }
  });

  /** Ten people sentenced to 400 days, of which 300 are served here, handed over on day 100. */
  const ten = (conditional: { atShare: number; probability: number }): Reading => {
    const model = smallModel({
      horizonDays: 500,
      gridDays: [101, 250, 251, 300, 301, 400, 401],
      systems: [{ id: "here" }, { id: "there" }],
      facilities: [facility(0), facility(1, 1)],
      groups: [group([0])],
      streams: [
        { id: "expelled", system: 0, offence: "any", citizenship: "any" },
        { id: "there", system: 1, offence: "any", citizenship: "any" },
      ],
      corridors: [{ id: "over", from: 0, to: 1 }],
      initialStock: [{ stream: 1, persons: 10, facility: 1, group: 0, residual: forever }],
      expulsions: [{ day: 0, persons: 10, fromGroup: 1, toStream: 0 }],
      regimes: [
        regime({
          capacity: [100, 100],
          placement: [{ kind: "leastCrowded" }, { kind: "leastCrowded" }],
          admissionsLevelSd: [0, 0],
          streams: [
            streamRegime({ timeToServe: { ...inFull({ kind: "fixed", days: 400 }), servedShare: 0.75 } }),
            streamRegime(),
          ],
          corridors: [
            corridorRegime({
              handover: { datedDays: [100] },
              arrival: {
                facilities: [{ index: 1, share: 1 }],
                conditionalRelease: { ...conditional, excludedOffences: [] },
              },
            }),
          ],
        }),
      ],
    });
    return run({ ...model, groups: [...model.groups, group([1], { system: 1 })] });
  };

  it("runReplication counts the days left at the handover on both sides: 200 here, 300 there", () => {
    const reading = ten({ atShare: 0.5, probability: 0 });
    expect([reading.corridorSum(0, 0), reading.corridorSum(0, 1), reading.corridorSum(0, 2)]).toEqual([
      2000, 3000, 1000,
    ]);
    expect([0, 3, 4, 5, 6].map((row) => reading.stockOf(row, 1))).toEqual([10, 10, 10, 10, 0]);
  });

  it("runReplication releases conditionally after the share of the whole sentence", () => {
    const reading = ten({ atShare: 0.625, probability: 1 });
    expect([0, 1, 2].map((row) => reading.stockOf(row, 1))).toEqual([10, 10, 0]);
    expect(reading.corridorSum(0, 1)).toBe(1500);
  });

  it("runReplication releases at once who has served the share before the handover", () => {
    const reading = ten({ atShare: 0.1, probability: 1 });
    expect([reading.stockOf(0), reading.flow(0, 1, "releases"), reading.corridorSum(0, 1)]).toEqual([
      0, 10, 0,
    ]);
  });
});
