import { describe, expect, it } from "vitest";
import type { Flow, FunnelCount, ReplicationResult, TraceEvent } from "../../engine/index.ts";
import { FLOWS, FUNNEL, runReplication, tracePerson, traceReplication } from "../../engine/index.ts";
import { everything, HERE } from "./everything.ts";
import { Reading } from "./smallModel.ts";

const parameters = everything();
const SEED = "trace";
const LAST = parameters.gridDays.length - 1;

function logOf(replication: number): { events: TraceEvent[]; result: ReplicationResult } {
  const events: TraceEvent[] = [];
  const result = traceReplication(parameters, SEED, replication, (event) => events.push(event));
  return { events, result };
}

const logs = [0, 1, 2].map(logOf);

/** Head-counts that a log tells of: by facility, by level and system, and by stream in its own system. */
class Counts {
  readonly facilities = parameters.facilities.map(() => 0);
  readonly levels = parameters.systems.map(() => parameters.levels.map(() => 0));
  readonly streams = parameters.streams.map(() => 0);

  take(event: TraceEvent): void {
    if (event.kind === "placed") {
      this.add(event.fromFacility, event.fromLevel, event.stream, -1);
    }
    if (event.kind === "placed" || event.kind === "entered") {
      this.add(event.facility, event.level, event.stream, 1);
    }
    if (event.kind === "left") {
      this.add(event.facility, event.level, event.stream, -1);
    }
  }

  private add(facility: number, level: number, stream: string, step: number): void {
    const { system } = parameters.facilities[facility]!;
    const at = parameters.streams.findIndex(({ id }) => id === stream);
    this.facilities[facility]! += step;
    this.levels[system]![level]! += step;
    this.streams[at]! += parameters.streams[at]!.system === system ? step : 0;
  }
}

function nameOf({ stream, index }: TraceEvent): string {
  return `${stream} #${index}`;
}

describe("traceReplication", () => {
  it("traceReplication gives the bits of a run without a trace", () => {
    logs.forEach(({ result }, replication) => {
      const plain = runReplication(parameters, SEED, replication);
      expect(Buffer.from(result.buffer).equals(Buffer.from(plain.buffer))).toBe(true);
    });
  });

  it("traceReplication tells of every change of every head-count, in order of time", () => {
    for (const { events, result } of logs) {
      const reading = new Reading(parameters, result);
      const counts = new Counts();
      let row = 0;
      let day = 0;
      const compareUpTo = (now: number): void => {
        for (; row <= LAST && parameters.gridDays[row]! <= now; row++) {
          expect(counts.facilities).toEqual(parameters.facilities.map((_, f) => reading.stock(row, f)));
          expect(counts.streams).toEqual(parameters.streams.map((_, s) => reading.streamStock(row, s)));
          expect(counts.levels).toEqual(
            counts.levels.map((levels, s) => levels.map((_, l) => reading.levelStock(row, s, l))),
          );
        }
      };
      for (const event of events) {
        expect(event.day).toBeGreaterThanOrEqual(day);
        day = event.day;
        compareUpTo(day);
        counts.take(event);
      }
      compareUpTo(parameters.horizonDays);
      expect(row).toBe(LAST + 1);
    }
  });

  it("traceReplication tells as many things of each kind as the flows and the funnel count", () => {
    for (const { events, result } of logs) {
      const reading = new Reading(parameters, result);
      const count = (passes: (event: TraceEvent) => boolean): number => events.filter(passes).length;
      const entered = (by: string): number => count((e) => e.kind === "entered" && e.by === by);
      const left = (reason: string): number => count((e) => e.kind === "left" && e.reason === reason);
      const placed = (reason: string): number => count((e) => e.kind === "placed" && e.reason === reason);
      const told: Record<Flow, number> = {
        admissions: entered("admission"),
        releases: left("release"),
        deaths: left("death"),
        transfersIn: entered("handover"),
        transfersOut: left("handover"),
        expulsionsIn: entered("expulsion"),
        expulsionsOut: left("expulsion"),
        moves: count((e) => e.kind === "placed" && e.facility !== e.fromFacility),
        reclassifications: placed("reclassification"),
        balancingMoves: placed("balancing"),
        closureMoves: placed("closure"),
        finalPlacements: placed("finalPlacement"),
        releasedWithoutPlacement: count(
          (e) => e.kind === "left" && e.reason === "release" && e.waitingForPlacement,
        ),
        returns: entered("return"),
      };
      for (const flow of FLOWS) {
        const counted = reading.flow(LAST, 0, flow) + reading.flow(LAST, 1, flow);
        expect([flow, told[flow]]).toEqual([flow, counted]);
        expect(counted).toBeGreaterThan(0);
      }
      const steps = (step: FunnelCount): number => count((e) => e.kind === "corridor" && e.step === step);
      for (const step of FUNNEL) {
        expect([step, steps(step)]).toEqual([step, reading.funnel(LAST, step)]);
      }
    }
  });

  it("traceReplication holds nobody in a facility that does not take people of the level and sex", () => {
    const placings = logs.flatMap(({ events }) => events).filter((e) => e.kind !== "corridor");
    expect(placings.length).toBeGreaterThan(10_000);
    for (const { facility, level, stream } of placings) {
      if (parameters.facilities[facility]!.system === 0 && facility !== HERE.halfway) {
        const forWomen = (HERE.women as readonly number[]).includes(facility);
        const forMedium = (HERE.medium as readonly number[]).includes(facility);
        expect([forWomen, forMedium]).toEqual([stream === "here/women", level === 1]);
      }
    }
  });

  it("traceReplication makes a path of everybody: each thing happens where the last one left the person", () => {
    for (const { events } of logs) {
      const last = new Map<string, TraceEvent>();
      for (const event of events) {
        const before = last.get(nameOf(event));
        if (event.kind === "entered") {
          const by = event.by === "return" ? "release" : event.by;
          expect(before === undefined || (before.kind === "left" && before.reason === by)).toBe(true);
        } else if (event.kind === "placed") {
          expect([before?.facility, before?.level]).toEqual([event.fromFacility, event.fromLevel]);
        } else {
          expect([before?.facility, before?.level]).toEqual([event.facility, event.level]);
        }
        last.set(nameOf(event), event);
      }
    }
  });

  it("traceReplication tells of the term as it is served: released on the day that was told last", () => {
    let released = 0;
    for (const { events } of logs) {
      const due = new Map<string, number | null>();
      for (const event of events) {
        if (event.kind === "entered" || event.kind === "newRelease") {
          due.set(nameOf(event), event.releaseDay);
        } else if (event.kind === "left" && event.reason === "release") {
          expect(event.day).toBe(due.get(nameOf(event)));
          released++;
        }
      }
    }
    expect(released).toBeGreaterThan(2000);
    const entries = logs.flatMap(({ events }) => events.flatMap((e) => (e.kind === "entered" ? [e] : [])));
    const drug = entries.filter((e) => e.stream === "here/drug" && e.by === "admission");
    expect(drug.every((e) => e.ageDays !== null && e.ageDays > 3000 && e.enteredDay === e.day)).toBe(true);
    expect(drug.some((e) => e.lifeTerm && e.releaseDay === null && e.sentenceDays === null)).toBe(true);
    for (const id of ["earned", "programme"]) {
      const earners = drug.filter((e) => e.day < 650 && e.reductions.includes(id)).length;
      expect(earners).toBeGreaterThan(100);
    }
    expect(entries.filter((e) => e.stream === "there/all").every((e) => e.ageDays === null)).toBe(true);
  });

  it("traceReplication tells only of those whom the filter names", () => {
    const told: TraceEvent[] = [];
    const women = (stream: string): boolean => stream === "here/women";
    const result = traceReplication(parameters, SEED, 0, (event) => told.push(event), women);
    expect(told).toEqual(logs[0]!.events.filter(({ stream }) => women(stream)));
    expect(Buffer.from(result.buffer).equals(Buffer.from(logs[0]!.result.buffer))).toBe(true);
  });
});

describe("tracePerson", () => {
  it("tracePerson gives what the log of everybody tells of a person", () => {
    const { events } = logs[0]!;
    const names = [...new Set(events.map(nameOf))];
    const transferred = events.filter((e) => e.kind === "entered" && e.by === "handover").map(nameOf);
    const expelled = events.filter((e) => e.kind === "left" && e.reason === "expulsion").map(nameOf);
    const some = names.filter((_, i) => i % Math.ceil(names.length / 12) === 0);
    for (const name of [...some, ...transferred.slice(0, 3), ...expelled.slice(0, 2)]) {
      const path = events.filter((event) => nameOf(event) === name);
      const { stream, index } = path[0]!;
      expect(tracePerson(parameters, SEED, 0, { stream, index })).toEqual(path);
      expect(JSON.parse(JSON.stringify(path))).toEqual(path);
    }
  });

  it("tracePerson gives nothing of a person who never enters", () => {
    expect(tracePerson(parameters, SEED, 0, { stream: "here/drug", index: 1_000_000 })).toEqual([]);
  });

  it("tracePerson requires a stream of the model", () => {
    expect(() => tracePerson(parameters, SEED, 0, { stream: "here/none", index: 0 })).toThrow(
      new RangeError('tracePerson requires the id of a stream, got "here/none"'),
    );
  });
});
