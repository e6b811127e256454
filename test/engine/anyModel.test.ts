import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ModelParameters } from "../../engine/index.ts";
import { ReplicationRunner, runReplication } from "../../engine/index.ts";
import { Flag } from "../../engine/population.ts";
import type { Simulation } from "../../engine/simulation.ts";
import { Counter } from "../../engine/state.ts";
import { anyModel, FINAL } from "./anyModel.ts";
import { Reading } from "./smallModel.ts";
import { type Pending, takePending } from "./takePending.ts";

/** A replication and what stands in its memory at the end: everybody who is inside on the last day. */
interface Inspection {
  readonly model: ModelParameters;
  readonly sim: Simulation;
  readonly reading: Reading;
  readonly inside: readonly number[];
  readonly pending: readonly Pending[];
}

function inspect(model: ModelParameters, index: number): Inspection {
  const runner = new ReplicationRunner(model);
  // biome-ignore lint/complexity/useLiteralKeys: a private member, read for what no result tells.
  const sim = runner["simulation"];
  const reading = new Reading(model, runner.run("any", index));
  const used = Array.from({ length: sim.counters[Counter.personsUsed]! }, (_, person) => person);
  const inside = used.filter((person) => !sim.people.has(person, Flag.gone));
  return { model, sim, reading, inside, pending: takePending(sim.state, () => true) };
}

const MODELS = fc.sample(anyModel, { seed: 42, numRuns: 60 });
const inspections = MODELS.map(inspect);

function forAnyModel(check: (inspection: Inspection) => void): void {
  inspections.forEach((inspection, i) => {
    try {
      check(inspection);
    } catch (error) {
      throw new Error(`model ${i}: ${(error as Error).message}`, { cause: error });
    }
  });
}

/** How many people have each number below `length`; those with -1 are left out. */
function tally(list: readonly number[], length: number, number: (person: number) => number): number[] {
  const counts = new Array<number>(length).fill(0);
  for (const person of list) {
    if (number(person) >= 0) {
      counts[number(person)]!++;
    }
  }
  return counts;
}

describe("runReplication of any model", () => {
  it("runReplication counts people by facility, level and stream as the people themselves add up", () => {
    forAnyModel(({ sim, model, inside }) => {
      const { people, state } = sim;
      const { systemOf, groupLevel } = sim.model;
      const levels = model.levels.length;
      const level = (p: number): number =>
        systemOf[people.facility(p)]! * levels + groupLevel[people.group(p)]!;
      const stream = (p: number): number => (people.has(p, Flag.transferred) ? -1 : people.stream(p));
      expect([...state.stock]).toEqual(tally(inside, state.stock.length, (p) => people.facility(p)));
      expect([...state.levelStock]).toEqual(tally(inside, state.levelStock.length, level));
      expect([...state.streamStock]).toEqual(tally(inside, state.streamStock.length, stream));
      expect([...state.institutionStock]).toEqual([...state.stock]);
    });
  });

  it("runReplication makes stock what came in less what went out, in each system and row of the grid", () => {
    forAnyModel(({ model, reading }) => {
      model.gridDays.forEach((_, row) => {
        for (const system of [0, 1]) {
          const flow = (name: Parameters<Reading["flow"]>[2]): number => reading.flow(row, system, name);
          const came = flow("admissions") + flow("transfersIn") + flow("expulsionsIn") + flow("returns");
          const went = flow("releases") + flow("deaths") + flow("transfersOut") + flow("expulsionsOut");
          expect(reading.stockOf(row, system)).toBe(reading.initialOf(system) + came - went);
          const levels = model.levels.reduce((sum, _level, i) => sum + reading.levelStock(row, system, i), 0);
          expect(levels).toBe(reading.stockOf(row, system));
          expect(flow("releasedWithoutPlacement")).toBeLessThanOrEqual(flow("releases"));
        }
        expect(reading.flow(row, 1, "transfersIn")).toBe(reading.flow(row, 0, "transfersOut"));
        expect(reading.flow(row, 0, "expulsionsIn")).toBe(reading.flow(row, 1, "expulsionsOut"));
      });
    });
  });

  it("runReplication holds people in an open facility of their group, or in the final placement", () => {
    forAnyModel(({ sim, model, inside }) => {
      for (const person of inside) {
        const facility = sim.people.facility(person);
        expect(sim.placement.isOpen(facility)).toBe(true);
        if (sim.people.has(person, Flag.finalBegun)) {
          expect(facility).toBe(FINAL);
        } else if (facility === FINAL) {
          // Held there on day 0 although the stream has no final placement, and not moved since.
          expect(sim.people.index(person)).toBeLessThan(0);
        } else {
          expect(model.groups[sim.people.group(person)]!.facilities).toContain(facility);
        }
      }
    });
  });

  it("runReplication keeps its lists: who waits stands in one, in order, and nobody waits while there is a place", () => {
    forAnyModel(({ sim, model, inside }) => {
      const { waitingNext, waitingPrevious, waitingFor, waitingHeads, waitingTails, heldInside } = sim.state;
      const listed: number[] = [];
      waitingHeads.forEach((head, facility) => {
        let before = -1;
        for (let person = head; person >= 0; person = waitingNext[person]!) {
          expect([waitingPrevious[person], waitingFor[person]]).toEqual([before, facility]);
          listed.push(person);
          before = person;
        }
        expect(waitingTails[facility]).toBe(before);
        const limit = sim.tables.placementLimit[facility]!;
        const taken = !sim.placement.isOpen(facility) || sim.state.stock[facility]! >= limit;
        expect(head < 0 || taken).toBe(true);
      });
      const waiting = inside.filter((person) => sim.people.has(person, Flag.waiting));
      expect([...listed].sort((a, b) => a - b)).toEqual(waiting);
      const detained = inside.filter(
        (person) => sim.people.has(person, Flag.detainer) && !sim.people.has(person, Flag.finalPlaced),
      );
      expect([...heldInside]).toEqual([waiting.length, detained.length, 0, 0]);
      const flags = [Flag.waiting, Flag.finalBegun, Flag.finalPlaced];
      for (const person of inside) {
        expect(flags.filter((flag) => sim.people.has(person, flag)).length).toBeLessThan(2);
      }
      const [first] = model.regimes;
      const limit = first!.placementLimit[FINAL] ?? Infinity;
      const start = model.initialStock.reduce(
        (sum, row) => sum + (row.facility === FINAL ? row.persons : 0),
        0,
      );
      if (model.regimes.length === 1) {
        expect(sim.state.stock[FINAL]).toBeLessThanOrEqual(Math.max(limit, start));
      }
    });
  });

  it("runReplication has one pending event for everybody whose next one comes before the end, none in the past", () => {
    forAnyModel(({ sim, model, inside, pending }) => {
      const persons = sim.state.shape.persons;
      expect(pending.every(({ time }) => time >= model.horizonDays)).toBe(true);
      const slots = pending.map(({ slot }) => slot);
      expect(new Set(slots).size).toBe(slots.length);
      const ofPeople = slots.filter((slot) => slot < persons && !sim.people.has(slot, Flag.gone));
      const expected = inside.filter((person) => !sim.people.has(person, Flag.parked));
      expect(ofPeople.sort((a, b) => a - b)).toEqual(expected);
      for (const person of inside) {
        expect(sim.people.exitDay(person)).toBeGreaterThanOrEqual(model.horizonDays);
      }
    });
  });

  it("runReplication gives the same bytes for a replication alone and after others", () => {
    for (const model of MODELS.slice(0, 20)) {
      const runner = new ReplicationRunner(model);
      for (const index of [7, 0, 3]) {
        const last = runner.run("any", index);
        const alone = runReplication(model, "any", index);
        expect(Buffer.compare(Buffer.from(last.buffer), Buffer.from(alone.buffer))).toBe(0);
        expect(last.gridSystemSums.every((sum) => sum > -1 && sum < Infinity)).toBe(true);
      }
    }
  });
});
