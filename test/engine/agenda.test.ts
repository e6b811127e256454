import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Agenda, agendaLeaves } from "../../engine/agenda.ts";

function makeAgenda(processes: number): Agenda {
  const leaves = agendaLeaves(processes);
  const agenda = new Agenda(new Float64Array(leaves), new Int32Array(2 * leaves));
  agenda.clear();
  return agenda;
}

function set(agenda: Agenda, process: number, time: number): void {
  agenda.times[process] = time;
  agenda.changed(process);
}

describe("Agenda.first", () => {
  it("first is the process with the least time, the lowest number on a tie, as a scan would find it", () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.constantFrom(0, 1, 2, 2.5, 3, 1e9, Infinity)), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.constantFrom(1, 2, 3, 4, 7, 8, 33), changes, (processes, list) => {
        const agenda = makeAgenda(processes);
        const times = new Array<number>(processes).fill(Infinity);
        for (const [number, time] of list) {
          const process = number % processes;
          times[process] = time;
          set(agenda, process, time);
          expect(agenda.first()).toBe(times.indexOf(Math.min(...times)));
        }
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it("first has no time when no process has one", () => {
    const agenda = makeAgenda(5);
    expect(agenda.times[agenda.first()]).toBe(Infinity);
    set(agenda, 4, 3);
    expect(agenda.first()).toBe(4);
    set(agenda, 4, Infinity);
    expect(agenda.times[agenda.first()]).toBe(Infinity);
  });

  it("first after clear is what was set since", () => {
    const agenda = makeAgenda(6);
    set(agenda, 5, 1);
    set(agenda, 2, 2);
    agenda.clear();
    set(agenda, 3, 9);
    expect(agenda.first()).toBe(3);
  });
});

describe("agendaLeaves", () => {
  it("agendaLeaves is the least power of two that holds the processes, at least two", () => {
    expect([1, 2, 3, 4, 5, 8, 9, 1000].map(agendaLeaves)).toEqual([2, 2, 4, 4, 8, 8, 16, 1024]);
  });
});
