import { RECORD_WORDS } from "./record.ts";

/**
 * A block has 16 units of 16 bytes. The first word of the first unit is the link: the last unit of the block before, or
 * -1 (of a free block: the next free one). Each other unit is an event of time, slot and sequence.
 */
const BLOCK_UNITS = 16;
/** Bits of a unit's number that say where it stands in its block. */
export const UNIT_IN_BLOCK = BLOCK_UNITS - 1;
export const UNIT_DOUBLES = 2;
export const UNIT_WORDS = 4;
export const UNIT_SLOT = 2;
export const UNIT_SEQUENCE = 3;

/** An entry of the current day: time, then slot, sequence and the next entry. */
export const ENTRY_DOUBLES = 3;
export const ENTRY_WORDS = 6;
export const ENTRY_SLOT = 2;
const ENTRY_SEQUENCE = 3;
export const ENTRY_NEXT = 4;

export const DAY = 0;
const SUB = 1;
const COUNT = 2;
export const FREE_BLOCK = 3;
export const UNITS_USED = 4;
export const FREE_ENTRY = 5;
export const ENTRIES_USED = 6;
const TOUCHED = 7;

/**
 * Pending events of people and cases, one at most for each slot, in the order (time, sequence): equal times
 * run in the order in which they were scheduled. (Processes, which come before or after people by priority,
 * stand in the {@link Agenda}.)
 *
 * Days are buckets to which events are appended, in blocks of 15; the current day is spread over sub-buckets
 * that are kept sorted. Insertion and removal take constant time on average while a sub-bucket holds about one
 * event. The queue keeps its own copy of the times, so that opening a day reads memory in order and waits for no
 * record.
 *
 *     day buckets   last[0] last[1] last[2] …       blocks of (time, slot, sequence), linked backwards
 *                              │
 *     current day   sub[0] sub[1] … sub[n-1]        lists of entries, ordered by (time, sequence)
 *
 * There is no removal of a single pending event: one that has lost its meaning is recognised when it comes up. Many
 * at once are taken off by `calendarRemoval.ts`.
 *
 * @see R. Brown, "Calendar queues: a fast O(1) priority queue implementation", CACM 31 (1988)
 */
export class CalendarQueue {
  /** Time of the event to be inserted next, and of the event taken last (days). */
  readonly time = new Float64Array(1);
  private readonly recordWords: Int32Array;
  private readonly blockTimes: Float64Array;
  private readonly blockWords: Int32Array;
  private readonly entryTimes: Float64Array;
  private readonly entryWords: Int32Array;
  private readonly lasts: Int32Array;
  private readonly subs: Int32Array;
  private readonly cursor: Int32Array;
  private readonly subCount: number;
  private readonly dayCount: number;

  /**
   * @param store columns of the queue, from the state of a replication
   */
  constructor(store: QueueColumns) {
    this.recordWords = store.recordWords;
    this.blockTimes = store.queueBlocks;
    this.blockWords = wordsOf(store.queueBlocks);
    this.entryTimes = store.queueEntries;
    this.entryWords = wordsOf(store.queueEntries);
    this.lasts = store.queueDayLasts;
    this.subs = store.queueSubHeads;
    this.cursor = store.queueCursor;
    this.subCount = this.subs.length;
    this.dayCount = this.lasts.length;
  }

  /** Empties the queue and sets its day to 0. */
  clear(): void {
    this.lasts.fill(-1);
    this.subs.fill(-1);
    this.cursor.fill(0);
    this.cursor[FREE_BLOCK] = -1;
    this.cursor[FREE_ENTRY] = -1;
  }

  /**
   * Schedules the event of a slot at {@link time}, which must not lie before the last event taken. An event on or
   * after the last day is not kept.
   *
   * @param slot that has no pending event
   * @returns whether the event is pending now
   */
  insert(slot: number): boolean {
    const time = this.time[0]!;
    if (!(time < this.dayCount)) {
      return false;
    }
    const sequence = this.cursor[COUNT]!++;
    const day = time | 0;
    if (day === this.cursor[DAY]) {
      const entry = this.newEntry();
      this.entryTimes[ENTRY_DOUBLES * entry] = time;
      this.insertToday(entry, slot, sequence);
      return true;
    }
    let unit = this.lasts[day]! + 1;
    if ((unit & UNIT_IN_BLOCK) === 0) {
      unit = this.addBlock(unit - 1);
    }
    this.lasts[day] = unit;
    this.blockTimes[UNIT_DOUBLES * unit] = time;
    this.blockWords[UNIT_WORDS * unit + UNIT_SLOT] = slot;
    this.blockWords[UNIT_WORDS * unit + UNIT_SEQUENCE] = sequence;
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
    const { subs, cursor, entryTimes, entryWords } = this;
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
      const entry = subs[sub]!;
      if (entry >= 0) {
        const time = entryTimes[ENTRY_DOUBLES * entry]!;
        if (inclusive ? time <= end : time < end) {
          const at = ENTRY_WORDS * entry;
          subs[sub] = entryWords[at + ENTRY_NEXT]!;
          entryWords[at + ENTRY_NEXT] = cursor[FREE_ENTRY]!;
          cursor[FREE_ENTRY] = entry;
          cursor[SUB] = sub;
          this.time[0] = time;
          return entryWords[at + ENTRY_SLOT]!;
        }
        break;
      }
      sub++;
    }
    cursor[SUB] = sub;
    return -1;
  }

  /** Spreads the events of a day over the sub-buckets and gives its blocks back. */
  private openDay(day: number): void {
    const { cursor, blockTimes, blockWords, entryTimes, lasts } = this;
    cursor[DAY] = day;
    cursor[SUB] = 0;
    let last = lasts[day]!;
    while (last >= 0) {
      const link = last & ~UNIT_IN_BLOCK;
      this.touchRecords(link + 1, last);
      for (let unit = link + 1; unit <= last; unit++) {
        const entry = this.newEntry();
        entryTimes[ENTRY_DOUBLES * entry] = blockTimes[UNIT_DOUBLES * unit]!;
        const words = UNIT_WORDS * unit;
        this.insertToday(entry, blockWords[words + UNIT_SLOT]!, blockWords[words + UNIT_SEQUENCE]!);
      }
      last = blockWords[UNIT_WORDS * link]!;
      blockWords[UNIT_WORDS * link] = cursor[FREE_BLOCK]!;
      cursor[FREE_BLOCK] = link;
    }
    lasts[day] = -1;
  }

  /**
   * Reads a word of each record that the events of a block will need. The reads do not wait for each other, so
   * the records come from memory together, before the events ask for them one by one.
   */
  private touchRecords(first: number, last: number): void {
    const { blockWords, recordWords } = this;
    const end = recordWords.length - RECORD_WORDS;
    const stop = UNIT_WORDS * last + UNIT_SLOT;
    let touched = 0;
    for (let at = UNIT_WORDS * first + UNIT_SLOT; at <= stop; at += UNIT_WORDS) {
      let record = RECORD_WORDS * blockWords[at]!;
      if (record > end) {
        record = end;
      }
      touched ^= recordWords[record]!;
    }
    this.cursor[TOUCHED] = touched;
  }

  /**
   * A block that follows the last unit of a day (or -1).
   *
   * @returns its first unit for an event
   */
  private addBlock(last: number): number {
    const { cursor, blockWords } = this;
    let link = cursor[FREE_BLOCK]!;
    if (link >= 0) {
      cursor[FREE_BLOCK] = blockWords[UNIT_WORDS * link]!;
    } else {
      link = cursor[UNITS_USED]!;
      cursor[UNITS_USED] = link + BLOCK_UNITS;
    }
    blockWords[UNIT_WORDS * link] = last;
    return link + 1;
  }

  private newEntry(): number {
    const { cursor } = this;
    const entry = cursor[FREE_ENTRY]!;
    if (entry >= 0) {
      cursor[FREE_ENTRY] = this.entryWords[ENTRY_WORDS * entry + ENTRY_NEXT]!;
      return entry;
    }
    return cursor[ENTRIES_USED]!++;
  }

  /** Puts an entry of the current day, whose time is set, into its place. */
  private insertToday(entry: number, slot: number, sequence: number): void {
    const { entryTimes, entryWords, subs, cursor } = this;
    const words = ENTRY_WORDS * entry;
    entryWords[words + ENTRY_SLOT] = slot;
    entryWords[words + ENTRY_SEQUENCE] = sequence;
    let sub = ((entryTimes[ENTRY_DOUBLES * entry]! - cursor[DAY]!) * this.subCount) | 0;
    if (sub >= this.subCount) {
      sub = this.subCount - 1;
    }
    if (sub < cursor[SUB]!) {
      cursor[SUB] = sub;
    }
    let at = subs[sub]!;
    if (at < 0 || this.goesBefore(entry, at)) {
      entryWords[words + ENTRY_NEXT] = at;
      subs[sub] = entry;
      return;
    }
    for (;;) {
      const next = entryWords[ENTRY_WORDS * at + ENTRY_NEXT]!;
      if (next < 0 || this.goesBefore(entry, next)) {
        entryWords[words + ENTRY_NEXT] = next;
        entryWords[ENTRY_WORDS * at + ENTRY_NEXT] = entry;
        return;
      }
      at = next;
    }
  }

  private goesBefore(entry: number, other: number): boolean {
    const time = this.entryTimes[ENTRY_DOUBLES * entry]!;
    const otherTime = this.entryTimes[ENTRY_DOUBLES * other]!;
    if (time < otherTime || time > otherTime) {
      return time < otherTime;
    }
    const words = this.entryWords;
    return words[ENTRY_WORDS * entry + ENTRY_SEQUENCE]! < words[ENTRY_WORDS * other + ENTRY_SEQUENCE]!;
  }
}

/** The same memory as words. */
export function wordsOf(doubles: Float64Array): Int32Array {
  return new Int32Array(doubles.buffer, doubles.byteOffset, doubles.length * 2);
}

/** Lengths of the queue's columns for a number of slots and days. */
export function queueLengths(
  slots: number,
  days: number,
): { blocks: number; entries: number; cursor: number } {
  return {
    blocks: UNIT_DOUBLES * BLOCK_UNITS * (Math.ceil(slots / (BLOCK_UNITS - 1)) + days + 1),
    entries: ENTRY_DOUBLES * slots,
    cursor: 8,
  };
}

/** The columns that a queue works on; see `state.ts`. */
export interface QueueColumns {
  /** Records of the people, who have the lowest slots. */
  readonly recordWords: Int32Array;
  readonly queueBlocks: Float64Array;
  readonly queueEntries: Float64Array;
  /** Last unit of each day, or -1. */
  readonly queueDayLasts: Int32Array;
  /** First entry of each sub-bucket of the current day, or -1. */
  readonly queueSubHeads: Int32Array;
  /** Day, sub-bucket, next sequence number, and the heads of the free lists. */
  readonly queueCursor: Int32Array;
}
