import { describe, expect, it } from "vitest";
import type { ModelParameters, Reduction, Regime, StreamRegime } from "../../engine/index.ts";
import { CORRIDOR_SUMS, ReplicationRunner, runReplication } from "../../engine/index.ts";
import { everything } from "./everything.ts";
import { mean, standardErrorsOff } from "./moments.ts";
import {
  corridorRegime,
  daysTo,
  deaths,
  facility,
  finalPlacement,
  group,
  inFull,
  Reading,
  regime,
  smallModel,
  streamRegime,
} from "./smallModel.ts";

/** A third of the days off, for a share of the people. */
function third(share: number, maximumDays = 1e6): Reduction {
  return { id: "third", share, kind: "earned", perDay: 0.5, maximumDays, beyond: "finalPlacement" };
}

/** People sentenced to 900 days, with the reductions of each regime. */
function sentenced(
  list: readonly (readonly [number, readonly Reduction[]])[],
  stream: Partial<StreamRegime> = {},
  changes: Partial<ModelParameters> = {},
): ModelParameters {
  return smallModel({
    horizonDays: 2000,
    gridDays: daysTo(2000, 25),
    regimes: list.map(([fromDay, reductions]) =>
      regime({
        fromDay,
        streams: [
          streamRegime({
            admissionsPerDay: 0.5,
            timeToServe: { ...inFull({ kind: "fixed", days: 900 }), reductions },
            ...stream,
          }),
        ],
      }),
    ),
    ...changes,
  });
}

function run(parameters: ModelParameters, index = 0): Reading {
  return new Reading(parameters, runReplication(parameters, "reductions", index));
}

describe("runReplication, a regime that changes reductions", () => {
  it("runReplication releases the people inside when the new reductions say, and not before the change", () => {
    const reading = run(
      sentenced([
        [0, []],
        [800, [third(1)]],
      ]),
    );
    const row = (day: number): number => day / 25 - 1;
    const admitted = (day: number): number => (day <= 0 ? 0 : reading.flow(row(day), 0, "admissions"));
    for (let day = 25; day <= 2000; day += 25) {
      // 900 days up to day 800, from then on 600; a sample is taken before the day's events.
      const expected = day <= 800 ? 0 : admitted(day - 600);
      expect(reading.flow(row(day), 0, "releases")).toBe(expected);
    }
  });

  it("runReplication holds people longer when reductions end: 600 days up to day 800, then 900 for all inside", () => {
    const reading = run(
      sentenced([
        [0, [third(1)]],
        [800, []],
      ]),
    );
    const row = (day: number): number => day / 25 - 1;
    const admitted = (day: number): number => (day <= 0 ? 0 : reading.flow(row(day), 0, "admissions"));
    for (let day = 25; day <= 2000; day += 25) {
      const expected = day <= 800 ? admitted(day - 600) : Math.max(admitted(200), admitted(day - 900));
      expect(reading.flow(row(day), 0, "releases")).toBe(expected);
    }
  });

  it("runReplication lets the people who earned a reduction go on earning it when the share rises", () => {
    // From day 800 on, whoever is inside under the larger share from the start is inside here as well, and nobody else.
    const always = run(sentenced([[0, [third(0.7)]]]));
    const raised = run(
      sentenced([
        [0, [third(0.3)]],
        [800, [third(0.7)]],
      ]),
    );
    let before = 0;
    for (let row = 0; row < 80; row++) {
      if ((row + 1) * 25 > 800) {
        expect(raised.stockOf(row)).toBe(always.stockOf(row));
      } else {
        before += raised.stockOf(row) - always.stockOf(row);
      }
    }
    expect(before).toBeGreaterThan(100);
  });

  it("runReplication gives the release days back when reductions come and go", () => {
    const plain = run(sentenced([[0, [third(0.4)]]], { mortality: deaths(2e-4) }));
    const there = run(
      sentenced(
        [
          [0, [third(0.4)]],
          [700, [third(0.2)]],
          [701, [third(0.4)]],
        ],
        { mortality: deaths(2e-4) },
      ),
    );
    for (let row = 0; row < 80; row++) {
      expect(there.stockOf(row)).toBe(plain.stockOf(row));
      expect(there.flow(row, 0, "deaths")).toBe(plain.flow(row, 0, "deaths"));
    }
    expect(plain.flow(79, 0, "deaths")).toBeGreaterThan(20);
  });

  it("runReplication changes nothing when a regime adds a reduction of no days: not a bit, with all features", () => {
    const base = everything();
    const nothing: Reduction = { id: "none", share: 0.5, kind: "fixed", days: 0, minimumSentenceDays: 0 };
    const from330 = (added: readonly Reduction[]): ModelParameters => {
      const before = base.regimes.filter(({ fromDay }) => fromDay < 330);
      const after = base.regimes.filter(({ fromDay }) => fromDay > 330);
      const change = (of: Regime, fromDay: number): Regime => ({
        ...of,
        fromDay,
        streams: of.streams.map((s) => {
          const { timeToServe } = s;
          return { ...s, timeToServe: { ...timeToServe, reductions: [...timeToServe.reductions, ...added] } };
        }),
      });
      const changed = [change(before[before.length - 1]!, 330), ...after.map((r) => change(r, r.fromDay))];
      return { ...base, regimes: [...before, ...changed] };
    };
    const runner = new ReplicationRunner(from330([]));
    const changed = new ReplicationRunner(from330([nothing]));
    for (const index of [0, 1, 2]) {
      const [plain, anew] = [runner.run("same", index), changed.run("same", index)];
      for (const name of ["gridStock", "gridFlows", "gridFunnel", "gridHeldInside", "bandBedDays"] as const) {
        expect([...anew[name]]).toEqual([...plain[name]]);
      }
    }
  });

  it("runReplication leaves the other streams untouched, and life terms", () => {
    const two = (changed: boolean): ModelParameters => {
      const rule = { ...inFull({ kind: "lognormal", meanDays: 400, cv: 1 } as const), lifeStockShare: 0.2 };
      const streams = (reductions: readonly Reduction[]): StreamRegime[] => [
        streamRegime({ admissionsPerDay: 0.3, timeToServe: { ...rule, reductions } }),
        streamRegime({ admissionsPerDay: 0.3, timeToServe: rule, designation: [{ index: 1, share: 1 }] }),
      ];
      return smallModel({
        horizonDays: 1500,
        gridDays: daysTo(1500, 10),
        facilities: [facility(0), facility(1)],
        groups: [group([0]), group([1])],
        streams: ["a", "b"].map((id) => ({ id, system: 0, offence: "any", citizenship: "any" })),
        initialStock: [0, 1].map((i) => ({ stream: i, persons: 100, facility: i, group: i, residual: null })),
        regimes: [
          regime({ capacity: [100, 100], streams: streams([]) }),
          regime({ capacity: [100, 100], fromDay: 200, streams: streams(changed ? [third(1)] : []) }),
        ],
      });
    };
    const [plain, changed] = [run(two(false)), run(two(true))];
    const series = (reading: Reading, place: number): number[] =>
      Array.from({ length: 150 }, (_, row) => reading.stock(row, place));
    expect(series(changed, 1)).toEqual(series(plain, 1));
    expect(series(changed, 0)).not.toEqual(series(plain, 0));
    // Nobody with a life term leaves: 20 of 100 on average, and the same in both.
    expect(changed.sentences(1, 0)[7]).toBe(plain.sentences(1, 0)[7]);
    expect(changed.sentences(1, 0)[7]).toBe(changed.sentences(0, 0)[7]);
    expect(changed.sentences(1, 0)[7]).toBeGreaterThan(8);
  });

  it("runReplication lets the right number of the people of day 0 earn a reduction whose share rises", () => {
    // Stays of 900 or 600 days; in the stock, shares 0.7 x 900 and 0.3 x 600. With share 0.65, half of the others earn.
    const earning = (0.3 * 600) / (0.7 * 900 + 0.3 * 600);
    const PEOPLE = 400;
    const parameters = sentenced(
      [
        [0, [third(0.3)]],
        [0.5, [third(0.65)]],
      ],
      { admissionsPerDay: 0 },
      {
        gridDays: [1, 300, 600],
        horizonDays: 700,
        initialStock: [{ stream: 0, persons: PEOPLE, facility: 0, group: 0, residual: null }],
      },
    );
    const runner = new ReplicationRunner(parameters);
    const readings = Array.from({ length: 60 }, (_, i) => new Reading(parameters, runner.run("raise", i)));
    // Elapsed times are uniform over the old stays: those who earn it newly have left at once when above 600.
    const left = (day: number): number =>
      earning * Math.max(0, 1 - day / 600) +
      (1 - earning) * (0.5 * Math.max(0, 1 - day / 900) + 0.5 * (Math.max(0, 600 - day) / 900));
    [1, 300, 600].forEach((day, row) => {
      const counts = readings.map((reading) => reading.stockOf(row));
      if (day < 600) {
        expect(Math.abs(standardErrorsOff(counts, PEOPLE * left(day)))).toBeLessThan(3.5);
      }
    });
    // Shares that are wrong by a tenth would be seen.
    const off = PEOPLE * (1 - earning) * 0.1 * (1 / 3);
    expect(
      Math.abs(
        standardErrorsOff(
          readings.map((reading) => reading.stockOf(0)),
          PEOPLE * left(1) + off,
        ),
      ),
    ).toBeGreaterThan(6);
  });

  it.each([
    ["", null],
    [", before the next of many moves", { kind: "fixed", days: 40 }],
  ] as const)(
    "runReplication brings the final placement forward with the release, lengthened by credits beyond the maximum%s",
    (_, moves) => {
      // 900 days, of which 300 are credits: 200 at most bring release forward, 100 lengthen the 50 days of placement.
      const parameters = sentenced(
        [
          [0, []],
          [100, [third(1, 200)]],
        ],
        {
          admissionsPerDay: 0,
          moves,
          finalPlacement: finalPlacement(1, { kind: "fixed", days: 50 }),
        },
      );
      const reading = run({
        ...parameters,
        gridDays: daysTo(1000),
        facilities: [facility(0), facility(1)],
        groups: [group([0]), group([1])],
        streams: ["a", "pool"].map((id) => ({ id, system: 0, offence: "any", citizenship: "any" })),
        initialStock: [
          { stream: 1, persons: 20, facility: 1, group: 1, residual: { kind: "fixed", days: 5000 } },
        ],
        expulsions: [{ day: 0, persons: 20, fromGroup: 1, toStream: 0 }],
        regimes: parameters.regimes.map((r) => ({
          ...r,
          capacity: [100, 100],
          designationWeight: [1, 1],
          placementLimit: [null, null],
          streams: [...r.streams, streamRegime()],
        })),
      });
      // Placed on day 900 - 200 - 150, released on day 700.
      expect([550, 551, 700, 701].map((day) => reading.stock(day - 1, 1))).toEqual([0, 20, 20, 0]);
    },
  );

  it("runReplication lets cases in a corridor follow the new release days: too little time left by the handover", () => {
    const corridor = corridorRegime({
      eligibility: { minimumLeftDays: 200 },
      handover: { datedDays: [550] },
    });
    const parameters = (list: Parameters<typeof sentenced>[0]): ModelParameters => {
      const model = sentenced(
        list,
        {},
        { corridors: [{ id: "out", from: 0, to: -1 }], gridDays: [300, 600] },
      );
      return { ...model, regimes: model.regimes.map((r) => ({ ...r, corridors: [corridor] })) };
    };
    const [plain, reduced] = [
      run(parameters([[0, []]])),
      run(
        parameters([
          [0, []],
          [500, [third(1)]],
        ]),
      ),
    ];
    const people = plain.funnel(1, "handedOver") + plain.funnel(1, "lapsed");
    // Day 550: 900 days leave everybody more than 200; 600 days leave it to those who entered after day 150.
    expect(plain.funnel(1, "lapsed")).toBe(0);
    expect(reduced.funnel(1, "handedOver") + reduced.funnel(1, "lapsed")).toBe(people);
    expect(reduced.funnel(1, "lapsed")).toBeGreaterThan(50);
    const left = (reading: Reading): number => reading.corridorSum(1, 0) / reading.funnel(1, "handedOver");
    expect(CORRIDOR_SUMS[0]).toBe("daysLeftSending");
    expect(mean([left(reduced)])).toBeLessThan(400);
    expect(left(reduced)).toBeGreaterThan(200);
    expect(left(plain)).toBeGreaterThan(500);
  });
});
