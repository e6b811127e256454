import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CorridorRegime, ModelParameters } from "../../engine/index.ts";
import { ReplicationRunner, receivingFacilities, TRANSFEREES } from "../../engine/index.ts";
import { Flag } from "../../engine/population.ts";
import type { Simulation } from "../../engine/simulation.ts";
import { Counter } from "../../engine/state.ts";
import { anyModel } from "./anyModel.ts";
import { everything } from "./everything.ts";
import {
  corridorRegime,
  daysTo,
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

/** Sampled four times, on the last day too. */
const MODELS = [everything(), everything(), ...fc.sample(anyModel, { seed: 7, numRuns: 40 })].map(
  (model): ModelParameters => ({
    ...model,
    gridDays: [0.25, 0.5, 0.75, 1].map((share) => share * model.horizonDays),
  }),
);

/** The same model with other values for what happens on arrival. */
function arriving(model: ModelParameters, changes: Partial<CorridorRegime["arrival"]>): ModelParameters {
  return {
    ...model,
    regimes: model.regimes.map((regime) => ({
      ...regime,
      corridors: regime.corridors.map((corridor) => ({
        ...corridor,
        arrival: { ...corridor.arrival, ...changes },
      })),
    })),
  };
}

/** A replication, and the transferred people who are inside on its last day. */
function inspect(model: ModelParameters, index: number) {
  const runner = new ReplicationRunner(model);
  // biome-ignore lint/complexity/useLiteralKeys: a private member, read for what no result tells.
  const sim: Simulation = runner["simulation"];
  const reading = new Reading(model, runner.run("after", index));
  const used = Array.from({ length: sim.counters[Counter.personsUsed]! }, (_, person) => person);
  const inside = used.filter((p) => !sim.people.has(p, Flag.gone) && sim.people.has(p, Flag.transferred));
  return { sim, reading, inside, last: model.gridDays.length - 1 };
}

const INSPECTIONS = MODELS.map((model, i) => ({ model, ...inspect(model, i) }));

describe("runReplication, people who have been handed over", () => {
  it("runReplication sets the time of all who were released against exactly what they owed under continued enforcement", () => {
    let released = 0;
    for (const [i, model] of MODELS.entries()) {
      const { reading, last } = inspect(
        arriving(model, {
          conditionalRelease: { atShare: 1, probability: 0, excludedOffences: [] },
          conversion: null,
          returned: null,
        }),
        i,
      );
      const served = reading.custodySum(last, "daysServed");
      expect(served).toBeCloseTo(reading.custodySum(last, "daysOwed"), 4);
      released += reading.custody(last, "releasedAbroad");
    }
    expect(released).toBeGreaterThan(150);
  });

  it("runReplication holds nobody past the end of the sentence that was in force before the handover", () => {
    let held = 0;
    let early = 0;
    for (const { sim, reading, inside, last } of INSPECTIONS) {
      for (const person of inside) {
        const owed = sim.state.owedEndDay[person]!;
        expect(sim.people.exitDay(person)).toBeLessThanOrEqual(owed + 1e-9);
        held++;
      }
      for (let row = 0; row <= last; row++) {
        const served = reading.custodySum(row, "daysServed");
        expect(served).toBeLessThanOrEqual(reading.custodySum(row, "daysOwed") + 1e-6);
        early += served < reading.custodySum(row, "daysOwed") ? 1 : 0;
      }
    }
    expect(held).toBeGreaterThan(10);
    expect(early).toBeGreaterThan(20);
  });

  it("runReplication counts transferred people by facility as the people themselves add up", () => {
    for (const { model, sim, inside } of INSPECTIONS) {
      const of = (f: number) => inside.filter((person) => sim.people.facility(person) === f);
      receivingFacilities(model).forEach((facility, at) => {
        expect(sim.state.transferees[at]).toBe(of(facility).length);
        const high = of(facility).filter((person) => sim.state.highProfile[person] === 1);
        expect(sim.state.highProfileTransferees[at]).toBe(high.length);
      });
    }
  });

  it("runReplication counts no more transferred people than are inside, and person-days that their numbers bound", () => {
    for (const { model, reading, last } of INSPECTIONS) {
      for (const facility of receivingFacilities(model)) {
        for (let row = 0; row <= last; row++) {
          expect(reading.transferees(row, facility)).toBeLessThanOrEqual(reading.stock(row, facility));
        }
        const [all, high] = TRANSFEREES.map((kind) => reading.transfereeDays(facility, kind));
        expect(high).toBeLessThanOrEqual(all!);
        expect(all).toBeLessThanOrEqual(reading.flow(last, 1, "transfersIn") * model.horizonDays);
      }
    }
  });

  it("runReplication lets no more people return than were released, and imprisons no others again", () => {
    for (const { reading, last } of INSPECTIONS) {
      const [released, returned, again] = (["releasedAbroad", "returned", "reimprisoned"] as const).map(
        (count) => reading.custody(last, count),
      );
      expect(returned).toBeLessThanOrEqual(released!);
      expect(again).toBeLessThanOrEqual(returned!);
      expect(reading.flow(last, 0, "returns")).toBe(again);
    }
  });

  it("runReplication moves nobody else when people are moved home, convert, or return without being imprisoned", () => {
    const model = everything();
    const none = inspect(arriving(model, { homeMove: null, returned: null }), 3);
    const { homeMove, returned } = model.regimes[0]!.corridors[0]!.arrival;
    const some = inspect(
      arriving(model, { homeMove, returned: { ...returned!, balanceEnforced: false } }),
      3,
    );
    expect(some.reading.custody(some.last, "returned")).toBeGreaterThan(5);
    expect(some.reading.flow(some.last, 1, "moves")).toBeGreaterThan(
      none.reading.flow(none.last, 1, "moves"),
    );
    for (let row = 0; row <= some.last; row++) {
      for (const count of ["admissions", "releases", "deaths", "transfersOut", "moves"] as const) {
        expect(some.reading.flow(row, 0, count)).toBe(none.reading.flow(row, 0, count));
      }
      expect(some.reading.custody(row, "releasedAbroad")).toBe(none.reading.custody(row, "releasedAbroad"));
    }
  });
});

describe("runReplication, what a day of release abroad follows from", () => {
  const PEOPLE = 4000;
  /** People with 1,000 days left, who are handed over on day 10 and released after half of the whole term. */
  const model = (
    arrival: Partial<CorridorRegime["arrival"]>,
    stream: Parameters<typeof streamRegime>[0] = {},
    receiving: Partial<CorridorRegime["receiving"]> = {},
  ): ModelParameters => {
    const both = [0, 1, 1].map((system, i) => facility(i, system));
    return smallModel({
      horizonDays: 1100,
      gridDays: [...daysTo(1100, 50)],
      systems: [{ id: "here" }, { id: "there" }],
      institutions: both.map(({ id, system }) => ({ id, system })),
      facilities: [both[0]!, both[1]!, { ...both[2]!, level: "full" }],
      groups: [group([0]), group([1], { system: 1 }), group([2], { system: 1 })],
      streams: [
        { id: "all", system: 0, offence: "any", citizenship: "any" },
        { id: "others", system: 1, offence: "any", citizenship: "any" },
      ],
      corridors: [{ id: "over", from: 0, to: 1 }],
      initialStock: [
        { stream: 0, persons: PEOPLE, facility: 0, group: 0, residual: { kind: "fixed", days: 1000 } },
        { stream: 1, persons: 500, facility: 2, group: 2, residual: { kind: "fixed", days: 5000 } },
      ],
      regimes: [
        regime({
          capacity: [100, 2 * PEOPLE, 100],
          placement: [{ kind: "leastCrowded" }, { kind: "leastCrowded" }],
          admissionsLevelSd: [0, 0],
          streams: [streamRegime(stream), streamRegime({ designation: [{ index: 2, share: 1 }] })],
          corridors: [
            corridorRegime({
              handover: { datedDays: [10] },
              arrival: {
                facilities: [{ index: 1, share: 1 }],
                conditionalRelease: { atShare: 0.5, probability: 1, excludedOffences: [] },
                ...arrival,
              },
              receiving,
            }),
          ],
        }),
      ],
    });
  };
  const read = (parameters: ModelParameters): Reading =>
    new Reading(parameters, new ReplicationRunner(parameters).run("term", 0));
  const at = (parameters: ModelParameters, day: number): number => parameters.gridDays.indexOf(day);

  it("runReplication counts the time in custody before admission towards the share of the whole term", () => {
    const released = (creditDays: number, day: number): number => {
      const parameters = model({}, { timeToServe: { ...inFull(forever), creditDays } });
      return read(parameters).custody(at(parameters, day), "releasedAbroad");
    };
    // Half of 1,000 days; with 200 days before admission, half of 1,200 less these.
    expect([released(0, 450), released(0, 550)]).toEqual([0, PEOPLE]);
    expect([released(200, 350), released(200, 450)]).toEqual([0, PEOPLE]);
  });

  it("runReplication draws the death of a person who was returned anew", () => {
    const parameters = model(
      { returned: { share: 1, after: { kind: "fixed", days: 0 }, balanceEnforced: true } },
      { mortality: deaths(1 / 1000) },
    );
    const reading = read(parameters);
    const last = parameters.gridDays.length - 1;
    const again = reading.custody(last, "reimprisoned");
    const died = reading.flow(last, 0, "deaths") - reading.flow(at(parameters, 50), 0, "deaths");
    // Imprisoned again from day 500 to day 1000; nobody else is in the system from day 10 on.
    const share = 1 - Math.exp(-500 / 1000);
    expect(again).toBeGreaterThan(0.5 * PEOPLE);
    expect(Math.abs(died - again * share)).toBeLessThan(4 * Math.sqrt(again * share * (1 - share)));
  });

  it("runReplication lets a receiving State look at the occupancy of the level of arrival only", () => {
    const parameters = model({}, {}, { maximumOccupancy: 0.01 });
    const reading = read(parameters);
    // The level of arrival is empty when they are accepted; both levels together stand at 6 %.
    expect(reading.funnel(at(parameters, 50), "refusedOccupancy")).toBe(0);
    expect(reading.funnel(at(parameters, 50), "handedOver")).toBe(PEOPLE);
  });
});
