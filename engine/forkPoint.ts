import { ENTRIES_USED, ENTRY_DOUBLES, UNIT_DOUBLES, UNITS_USED } from "./calendarQueue.ts";
import { Counter, type ReplicationState } from "./state.ts";

type Column = keyof ReplicationState;

/** Columns with a part for each person, or case, that was ever in use; the others are kept whole. */
const BY_PERSON: readonly Column[] = [
  "records",
  "plans",
  "owedEndDay",
  "waitingNext",
  "waitingPrevious",
  "waitingFor",
  "homeFacility",
  "cameBy",
  "highProfile",
];
const BY_CASE: readonly Column[] = [
  "caseRequestedDay",
  "caseDay",
  "caseSinceDay",
  "casePerson",
  "caseStage",
  "caseCorridor",
  "caseAttempt",
  "caseNext",
  "casePrevious",
];

/**
 * A copy of the state of a replication, to go on from more than once. Only what is in use is copied: untouched
 * memory stays untouched.
 */
export class ForkPoint {
  private bytes = new Uint8Array(0);
  private ranges: readonly (readonly [number, number])[] = [];

  /** Keeps the state as it is now, in place of what was kept before. */
  save(state: ReplicationState): void {
    this.ranges = usedRanges(state);
    const length = this.ranges.reduce((sum, [start, end]) => sum + end - start, 0);
    if (this.bytes.length < length) {
      this.bytes = new Uint8Array(length);
    }
    const all = new Uint8Array(state.buffer);
    let at = 0;
    for (const [start, end] of this.ranges) {
      this.bytes.set(all.subarray(start, end), at);
      at += end - start;
    }
  }

  /** Brings the state that was saved back. */
  restore(state: ReplicationState): void {
    const all = new Uint8Array(state.buffer);
    let at = 0;
    for (const [start, end] of this.ranges) {
      all.set(this.bytes.subarray(at, at + end - start), start);
      at += end - start;
    }
  }
}

/** Parts of the buffer, from byte to byte, ascending: all but the ends of columns that nothing has used yet. */
function usedRanges(state: ReplicationState): [number, number][] {
  const { shape, counters, queueCursor, buffer } = state;
  const unused = [
    ...BY_PERSON.map((name) => unusedOf(state, name, counters[Counter.personsUsed]! / shape.persons)),
    ...BY_CASE.map((name) => unusedOf(state, name, counters[Counter.casesUsed]! / shape.cases)),
    unusedAfter(state.queueBlocks, queueCursor[UNITS_USED]! * UNIT_DOUBLES),
    unusedAfter(state.queueEntries, queueCursor[ENTRIES_USED]! * ENTRY_DOUBLES),
  ].sort(([a], [b]) => a - b);
  const starts = [0, ...unused.map(([, end]) => end)];
  const ends = [...unused.map(([start]) => start), buffer.byteLength];
  return starts.map((start, i) => [start, ends[i]!] as [number, number]).filter(([a, b]) => a < b);
}

function unusedOf(state: ReplicationState, name: Column, share: number): [number, number] {
  const column = state[name] as Float64Array | Int32Array;
  return unusedAfter(column, column.length === 0 ? 0 : Math.round(column.length * share));
}

function unusedAfter(column: Float64Array | Int32Array, length: number): [number, number] {
  const { byteOffset, byteLength, BYTES_PER_ELEMENT } = column;
  return [byteOffset + Math.min(byteLength, length * BYTES_PER_ELEMENT), byteOffset + byteLength];
}
