import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CalendarQueue } from "../../engine/calendarQueue.ts";
import { buildModel } from "../../engine/model.ts";
import { createState, type ReplicationState } from "../../engine/state.ts";
import { stateShape } from "../../engine/stateShape.ts";
import { atOnce, smallModel } from "./smallModel.ts";
import { type Pending, takePending } from "./takePending.ts";

const DAYS = 40;

function makeState(slots: number): ReplicationState {
  const initialStock = [{ stream: 0, persons: slots, facility: 0, group: 0, residual: atOnce }];
  return createState(stateShape(buildModel(smallModel({ horizonDays: DAYS, initialStock })), 4));
}

/** A queue for at least `slots` events over 40 days. */
function makeQueue(slots: number, state = makeState(slots)): CalendarQueue {
  const queue = new CalendarQueue(state);
  queue.clear();
  return queue;
}

/** The model: a list in order of scheduling; the next event is the first of those with the least time. */
class NaiveQueue {
  private readonly pending: Pending[] = [];

  insert(slot: number, time: number): boolean {
    if (time >= DAYS) {
      return false;
    }
    this.pending.push({ slot, time });
    return true;
  }

  remove(wanted: (slot: number) => boolean): Pending[] {
    const removed = this.pending.filter(({ slot }) => wanted(slot));
    this.pending.splice(0, Infinity, ...this.pending.filter(({ slot }) => !wanted(slot)));
    return removed;
  }

  pop(limit: number, inclusive: boolean): Pending | null {
    const least = Math.min(...this.pending.map(({ time }) => time));
    if (inclusive ? !(least <= limit) : !(least < limit)) {
      return null;
    }
    const at = this.pending.findIndex(({ time }) => time === least);
    return this.pending.splice(at, 1)[0]!;
  }
}

function pop(queue: CalendarQueue, limit: number, inclusive: boolean): Pending | null {
  const slot = queue.pop(Float64Array.of(limit), inclusive);
  return slot < 0 ? null : { slot, time: queue.time[0]! };
}

function insert(queue: CalendarQueue, slot: number, time: number): boolean {
  queue.time[0] = time;
  return queue.insert(slot);
}

/** Gaps that make equal times, whole days, neighbours within a sub-bucket, and times beyond the last day. */
const gaps = fc.oneof(
  fc.constantFrom(0, 0, 0.25, 0.5, 1, 2, 1e-9, 50, Infinity),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 45, noNaN: true }),
);
const operations = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant("insert" as const), gap: gaps }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant("pop" as const), gap: gaps, inclusive: fc.boolean() }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant("remove" as const), one: fc.integer({ min: 1, max: 40 }) }),
    },
  ),
  { maxLength: 250 },
);

describe("CalendarQueue", () => {
  it("CalendarQueue gives the events of any sequence of insertions and removals as a sorted list would", () => {
    const state = makeState(250);
    const queue = makeQueue(250, state);
    fc.assert(
      fc.property(operations, (list) => {
        queue.clear();
        const naive = new NaiveQueue();
        const free = Array.from({ length: 250 }, (_, i) => i);
        let now = 0;
        for (const operation of list) {
          if (operation.kind === "insert") {
            const slot = free.pop()!;
            const time = now + operation.gap;
            const kept = naive.insert(slot, time);
            expect(insert(queue, slot, time)).toBe(kept);
            if (!kept) {
              free.push(slot);
            }
            continue;
          }
          if (operation.kind === "remove") {
            const wanted = (slot: number): boolean => slot % operation.one === 0;
            const bySlot = (a: Pending, b: Pending): number => a.slot - b.slot;
            const removed = naive.remove(wanted).sort(bySlot);
            expect(takePending(state, wanted).sort(bySlot)).toEqual(removed);
            free.push(...removed.map(({ slot }) => slot));
            continue;
          }
          const limit = Math.min(now + operation.gap, DAYS);
          const expected = naive.pop(limit, operation.inclusive);
          expect(pop(queue, limit, operation.inclusive)).toEqual(expected);
          now = expected?.time ?? limit;
          if (expected) {
            free.push(expected.slot);
          }
        }
        for (let expected = naive.pop(DAYS, false); expected; expected = naive.pop(DAYS, false)) {
          expect(pop(queue, DAYS, false)).toEqual(expected);
        }
        expect(pop(queue, DAYS, false)).toBeNull();
      }),
      { numRuns: 400, seed: 1 },
    );
  });

  it("CalendarQueue gives 20,000 crowded events in the order (time, scheduling), slots used again and again", () => {
    const queue = makeQueue(5000);
    const scheduled: Pending[] = [];
    const taken: Pending[] = [];
    // A linear congruential sequence over a few hundred distinct times, so that most events share theirs.
    let state = 12345;
    const next = (below: number): number => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return (state >>> 8) % below;
    };
    const schedule = (slot: number, time: number): void => {
      scheduled.push({ slot, time });
      insert(queue, slot, time);
    };
    for (let slot = 0; slot < 5000; slot++) {
      schedule(slot, next(80) / 8);
    }
    for (let event = pop(queue, DAYS, false); event; event = pop(queue, DAYS, false)) {
      taken.push(event);
      if (scheduled.length < 20_000) {
        schedule(event.slot, event.time + next(80) / 8);
      }
    }
    const inOrder = scheduled
      .map((event, sequence) => ({ event, sequence }))
      .filter(({ event }) => event.time < DAYS)
      .sort((a, b) => a.event.time - b.event.time || a.sequence - b.sequence)
      .map(({ event }) => event);
    expect(taken.length).toBeGreaterThan(15_000);
    expect(taken).toEqual(inOrder);
  });

  it("CalendarQueue takes an event exactly at the limit only if asked to", () => {
    const queue = makeQueue(10);
    insert(queue, 3, 7);
    expect(pop(queue, 7, false)).toBeNull();
    expect(pop(queue, 7, true)).toEqual({ slot: 3, time: 7 });
  });

  it("CalendarQueue keeps no event on or after the last day, nor one without a time", () => {
    const queue = makeQueue(10);
    expect([39.999, 40, 41, Infinity, Number.NaN].map((time, slot) => insert(queue, slot, time))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(pop(queue, DAYS, true)).toEqual({ slot: 0, time: 39.999 });
    expect(pop(queue, DAYS, true)).toBeNull();
  });

  it("CalendarQueue.clear forgets the pending events and begins again on day 0", () => {
    const queue = makeQueue(100);
    for (let slot = 0; slot < 100; slot++) {
      insert(queue, slot, slot / 4);
    }
    pop(queue, 5, false);
    queue.clear();
    expect(pop(queue, DAYS, false)).toBeNull();
    queue.clear();
    insert(queue, 0, 0.5);
    expect(pop(queue, 1, false)).toEqual({ slot: 0, time: 0.5 });
  });
});

describe("removePending", () => {
  it("removePending takes every second of 5,000 events and gives the blocks back for the next ones", () => {
    const state = makeState(5000);
    const queue = makeQueue(5000, state);
    const time = (slot: number): number => ((slot * 7919) % 397) / 10;
    for (let round = 0; round < 20; round++) {
      for (let slot = 0; slot < 5000; slot += round === 0 ? 1 : 2) {
        insert(queue, slot, time(slot));
      }
      const removed = takePending(state, (slot) => slot % 2 === 0);
      expect(removed.length).toBe(2500);
      expect(removed.every((event) => event.time === time(event.slot))).toBe(true);
    }
    const left: Pending[] = [];
    for (let event = pop(queue, DAYS, false); event; event = pop(queue, DAYS, false)) {
      left.push(event);
    }
    const odd = Array.from({ length: 2500 }, (_, i) => ({ slot: 2 * i + 1, time: time(2 * i + 1) }));
    expect(left).toEqual(odd.sort((a, b) => a.time - b.time || a.slot - b.slot));
  });
});
