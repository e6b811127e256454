import {
  BIRTH_DAY,
  CASE,
  ENTERED,
  ENTRY_DAY,
  EXIT_DAY,
  FACILITY_MASK,
  GROUP_SHIFT,
  IMPOSED_DAYS,
  INDEX,
  MOVES_REGION,
  PLACE,
  RECORD_DOUBLES,
  RECORD_WORDS,
  REGION_SHIFT,
  SENTENCE_END,
  STREAM_FLAGS,
  STREAM_MASK,
} from "./record.ts";
import { Counter, type ReplicationState } from "./state.ts";

/** Flags in the upper half of the word {@link STREAM_FLAGS}. */
export enum Flag {
  /** The exit is a death. */
  dies = 1 << 16,
  /** The next event is a move, not the exit. */
  moves = 1 << 17,
  /** The next move is the final placement. */
  finalMove = 1 << 18,
  /** Is chosen for a final placement that has not begun. */
  finalPlaced = 1 << 19,
  /** A life term: no release date. */
  life = 1 << 20,
  /** Has come through a corridor. */
  transferred = 1 << 21,
  /** The person has left; the slot waits for its pending event or for its next use. */
  gone = 1 << 22,
  /** Has no pending event: the next one would come after the last day. */
  parked = 1 << 23,
  /** The next move is a change of group. */
  reclassified = 1 << 24,
  /** Is in the final placement. */
  finalBegun = 1 << 25,
  /** Waits for a place in the final placement. */
  waiting = 1 << 26,
  /** Is kept from the final placement by a detainer. */
  detainer = 1 << 27,
}

/** The upper four bits of {@link STREAM_FLAGS}: the reductions that a person of day 0 earned by then. */
export const EARNED_SHIFT = 28;

/** Most streams, facilities and placement groups: each has half a word in a record. */
export const MOST_NUMBERED = 0xffff;

/** The people, as columns of records; see `record.ts`. */
export class Population {
  /** Records as doubles and as words. */
  readonly days: Float64Array;
  readonly words: Int32Array;
  private readonly floats: Float32Array;
  private readonly counters: Int32Array;
  private readonly capacity: number;

  constructor(state: ReplicationState) {
    this.days = state.records;
    this.words = state.recordWords;
    this.floats = state.recordFloats;
    this.counters = state.counters;
    this.capacity = state.shape.persons;
  }

  /**
   * A free slot.
   *
   * @throws {RangeError} if more people are inside than the state was made for
   */
  allocate(): number {
    const counters = this.counters;
    const free = counters[Counter.personsFree]!;
    if (free >= 0) {
      counters[Counter.personsFree] = this.words[free * RECORD_WORDS + CASE]!;
      return free;
    }
    const slot = counters[Counter.personsUsed]!;
    if (slot >= this.capacity) {
      throw new RangeError(`population requires room for more than ${this.capacity} people at once`);
    }
    counters[Counter.personsUsed] = slot + 1;
    return slot;
  }

  /** Gives a slot back. */
  free(person: number): void {
    this.words[person * RECORD_WORDS + CASE] = this.counters[Counter.personsFree]!;
    this.words[person * RECORD_WORDS + STREAM_FLAGS] = Flag.gone;
    this.counters[Counter.personsFree] = person;
  }

  stream(person: number): number {
    return this.words[person * RECORD_WORDS + STREAM_FLAGS]! & STREAM_MASK;
  }

  facility(person: number): number {
    return this.words[person * RECORD_WORDS + PLACE]! & FACILITY_MASK;
  }

  group(person: number): number {
    return this.words[person * RECORD_WORDS + PLACE]! >>> GROUP_SHIFT;
  }

  setPlace(person: number, facility: number, group: number): void {
    this.words[person * RECORD_WORDS + PLACE] = facility | (group << GROUP_SHIFT);
  }

  /** Number within the stream: the key of the person's random numbers. */
  index(person: number): number {
    return this.words[person * RECORD_WORDS + INDEX]!;
  }

  /** Open corridor case, or -1. */
  caseOf(person: number): number {
    return this.words[person * RECORD_WORDS + CASE]!;
  }

  setCase(person: number, slot: number): void {
    this.words[person * RECORD_WORDS + CASE] = slot;
  }

  /** Day of release or death. */
  exitDay(person: number): number {
    return this.days[person * RECORD_DOUBLES + EXIT_DAY]!;
  }

  setExitDay(person: number, day: number): void {
    this.days[person * RECORD_DOUBLES + EXIT_DAY] = day;
  }

  /** Day of entry; negative for time served before day 0. */
  enteredDay(person: number): number {
    return this.days[person * RECORD_DOUBLES + ENTRY_DAY]!;
  }

  /** Day on which the whole sentence ends. */
  sentenceEndDay(person: number): number {
    return this.days[person * RECORD_DOUBLES + SENTENCE_END]!;
  }

  /** Sentence imposed (days): Infinity for a life term, NaN where only the residual is known. */
  imposedDays(person: number): number {
    return this.days[person * RECORD_DOUBLES + IMPOSED_DAYS]!;
  }

  /** Day of birth; NaN where age is not modelled. */
  birthDay(person: number): number {
    return this.days[person * RECORD_DOUBLES + BIRTH_DAY]!;
  }

  setBirthDay(person: number, day: number): void {
    this.days[person * RECORD_DOUBLES + BIRTH_DAY] = day;
  }

  /** @param cell holds the day of entry, the day on which the whole sentence ends, and the sentence imposed (days) */
  setSentence(person: number, cell: Float64Array): void {
    const at = person * RECORD_DOUBLES;
    this.days[at + ENTRY_DAY] = cell[0]!;
    this.days[at + SENTENCE_END] = cell[1]!;
    this.days[at + IMPOSED_DAYS] = cell[2]!;
    this.floats[person * RECORD_WORDS + ENTERED] = cell[0]!;
  }

  homeRegion(person: number): number {
    return this.words[person * RECORD_WORDS + MOVES_REGION]! >>> REGION_SHIFT;
  }

  has(person: number, flag: number): boolean {
    return (this.words[person * RECORD_WORDS + STREAM_FLAGS]! & flag) !== 0;
  }

  mark(person: number, flag: number): void {
    this.words[person * RECORD_WORDS + STREAM_FLAGS]! |= flag;
  }

  unmark(person: number, flag: number): void {
    this.words[person * RECORD_WORDS + STREAM_FLAGS]! &= ~flag;
  }
}
