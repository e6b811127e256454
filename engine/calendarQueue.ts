import { NEXT, RECORD_DOUBLES, RECORD_WORDS, SEQUENCE } from "./record.ts";

/**
 * Pending events of people and cases, one at most for each slot, in the order (time, sequence): equal times
 * run in the order in which they were scheduled. (Processes, which come before or after people by priority,
 * stand in the {@link Agenda}.)
 *
 * Days are buckets of unordered linked lists; the current day is spread over sub-buckets that are kept
 * sorted. Insertion and removal take constant time on average while a sub-bucket holds about one event.
 *
 *     day buckets   head[0] head[1] head[2] …       unordered, linked through `next`
 *                              │
 *     current day   sub[0] sub[1] … sub[n-1]        each ordered by (time, sequence)
 *
 * There is no removal of a pending event: an event that has lost its meaning is recognised when it comes up.
 *
 * @see R. Brown, "Calendar queues: a fast O(1) priority queue implementation", CACM 31 (1988)
 */
export class CalendarQueue {
  private readonly times: Float64Array;
  private readonly links: Int32Array;
  private readonly heads: Int32Array;
  private readonly subs: Int32Array;
  private readonly cursor: Int32Array;
  private readonly subCount: number;
  private readonly dayCount: number;

  /**
   * @param store columns of the queue, from the state of a replication
   */
  constructor(store: QueueColumns) {
    this.times = store.records;
    this.links = store.recordWords;
    this.heads = store.queueDayHeads;
    this.subs = store.queueSubHeads;
    this.cursor = store.queueCursor;
    this.subCount = this.subs.length;
    this.dayCount = this.heads.length;
  }

  /** Empties the queue and sets the clock to day 0. */
  clear(): void {
    this.heads.fill(-1);
    this.subs.fill(-1);
    this.cursor.fill(0);
  }

  /** Time of a slot's event (days). */
  timeOf(slot: number): number {
    return this.times[RECORD_DOUBLES * slot]!;
  }

  /** Sets the time of a slot that has no pending event; to be followed by {@link insert}. */
  setTime(slot: number, day: number): void {
    this.times[RECORD_DOUBLES * slot] = day;
  }

  /**
   * Schedules the event of a slot at its time, which must not lie before the last event taken. An event on or
   * after the last day is not kept.
   *
   * @param slot that has no pending event
   * @returns whether the event is pending now
   */
  insert(slot: number): boolean {
    const time = this.times[RECORD_DOUBLES * slot]!;
    if (!(time < this.dayCount)) {
      return false;
    }
    const cursor = this.cursor;
    const links = this.links;
    links[RECORD_WORDS * slot + SEQUENCE] = cursor[COUNT]!++;
    const day = time | 0;
    if (day === cursor[DAY]) {
      this.insertToday(slot);
    } else {
      links[RECORD_WORDS * slot + NEXT] = this.heads[day]!;
      this.heads[day] = slot;
    }
    return true;
  }

  /**
   * Takes the next event if it comes before a limit.
   *
   * @param limit first element: latest time (days)
   * @param inclusive whether an event exactly at the limit is taken
   * @returns its slot, or -1
   */
  pop(limit: Float64Array, inclusive: boolean): number {
    const subs = this.subs;
    const cursor = this.cursor;
    const end = limit[0]!;
    let sub = cursor[SUB]!;
    for (;;) {
      if (sub === this.subCount) {
        const tomorrow = cursor[DAY]! + 1;
        if (tomorrow > end || tomorrow >= this.dayCount) {
          break;
        }
        this.openDay(tomorrow);
        sub = cursor[SUB]!;
        continue;
      }
      const slot = subs[sub]!;
      if (slot >= 0) {
        const time = this.times[RECORD_DOUBLES * slot]!;
        if (time < end || (inclusive && time === end)) {
          subs[sub] = this.links[RECORD_WORDS * slot + NEXT]!;
          cursor[SUB] = sub;
          return slot;
        }
        break;
      }
      sub++;
    }
    cursor[SUB] = sub;
    return -1;
  }

  private openDay(day: number): void {
    const links = this.links;
    this.cursor[DAY] = day;
    this.cursor[SUB] = 0;
    let slot = this.heads[day]!;
    this.heads[day] = -1;
    while (slot >= 0) {
      const next = links[RECORD_WORDS * slot + NEXT]!;
      this.insertToday(slot);
      slot = next;
    }
  }

  private insertToday(slot: number): void {
    const { times, links, subs, cursor } = this;
    const time = times[RECORD_DOUBLES * slot]!;
    let sub = ((time - cursor[DAY]!) * this.subCount) | 0;
    if (sub >= this.subCount) {
      sub = this.subCount - 1;
    }
    if (sub < cursor[SUB]!) {
      cursor[SUB] = sub;
    }
    let at = subs[sub]!;
    if (at < 0 || this.goesBefore(slot, time, at)) {
      links[RECORD_WORDS * slot + NEXT] = at;
      subs[sub] = slot;
      return;
    }
    for (;;) {
      const next = links[RECORD_WORDS * at + NEXT]!;
      if (next < 0 || this.goesBefore(slot, time, next)) {
        links[RECORD_WORDS * slot + NEXT] = next;
        links[RECORD_WORDS * at + NEXT] = slot;
        return;
      }
      at = next;
    }
  }

  private goesBefore(slot: number, time: number, other: number): boolean {
    const otherTime = this.times[RECORD_DOUBLES * other]!;
    return (
      time < otherTime ||
      (time === otherTime && this.links[RECORD_WORDS * slot + SEQUENCE]! < this.links[RECORD_WORDS * other + SEQUENCE]!)
    );
  }
}

const DAY = 0;
const SUB = 1;
const COUNT = 2;
/** Numbers that {@link QueueColumns.queueCursor} holds: day, sub-bucket, next sequence number. */
export const QUEUE_CURSOR_LENGTH = 3;

/** The columns that a queue works on; of a record it uses the time, the link and the sequence number. */
export interface QueueColumns {
  readonly records: Float64Array;
  /** The same memory as `records`, seen as words. */
  readonly recordWords: Int32Array;
  /** First slot of each day's list, or -1. */
  readonly queueDayHeads: Int32Array;
  /** First slot of each sub-bucket of the current day, or -1. */
  readonly queueSubHeads: Int32Array;
  readonly queueCursor: Int32Array;
}
