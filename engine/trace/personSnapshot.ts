import { Flag } from "../population.ts";
import { findRelease } from "../processes/clocks.ts";
import {
  CASE,
  FACILITY_MASK,
  GROUP_SHIFT,
  INDEX,
  PLACE,
  RECORD_WORDS,
  STREAM_FLAGS,
  STREAM_MASK,
} from "../record.ts";
import type { Simulation } from "../simulation.ts";
import { Clock } from "../state.ts";

/** Records of people as they were when last looked at, with what stands apart from the record. */
export class PersonSnapshot {
  private readonly sim: Simulation;
  private readonly words: Int32Array;
  private readonly stages: Int32Array;
  private readonly corridors: Int32Array;
  private readonly entered: Float64Array;
  private readonly releases: Float64Array;

  constructor(sim: Simulation) {
    const { persons } = sim;
    this.sim = sim;
    this.words = new Int32Array(persons * RECORD_WORDS);
    this.stages = new Int32Array(persons);
    this.corridors = new Int32Array(persons);
    this.entered = new Float64Array(persons);
    this.releases = new Float64Array(persons);
    for (let person = 0; person < persons; person++) {
      this.forget(person);
    }
  }

  /** Keeps how a person is now. */
  take(person: number): void {
    const { words, sim } = this;
    const at = person * RECORD_WORDS;
    for (let i = at; i < at + RECORD_WORDS; i++) {
      words[i] = sim.words[i]!;
    }
    const slot = words[at + CASE]!;
    this.stages[person] = slot >= 0 ? sim.state.caseStage[slot]! : -1;
    this.corridors[person] = slot >= 0 ? sim.state.caseCorridor[slot]! : -1;
    this.entered[person] = sim.people.enteredDay(person);
    this.releases[person] = releaseDay(sim, person);
  }

  /** Nobody of interest stands in the slot any more. */
  forget(person: number): void {
    this.words[person * RECORD_WORDS + STREAM_FLAGS] = Flag.gone;
  }

  isInside(person: number): boolean {
    return !this.has(person, Flag.gone);
  }

  /** Whether it is the same person in the same system who is inside now. */
  isStillThere(person: number): boolean {
    const { people } = this.sim;
    return (
      !people.has(person, Flag.gone) &&
      this.stream(person) === people.stream(person) &&
      this.index(person) === people.index(person) &&
      this.has(person, Flag.transferred) === people.has(person, Flag.transferred)
    );
  }

  /** Whether the record is as it was, word for word, and the day of release too. */
  isSame(person: number): boolean {
    const at = person * RECORD_WORDS;
    for (let i = at; i < at + RECORD_WORDS; i++) {
      if (this.words[i] !== this.sim.words[i]) {
        return false;
      }
    }
    return this.releaseDay(person) === this.releaseNow(person);
  }

  has(person: number, flag: number): boolean {
    return (this.words[person * RECORD_WORDS + STREAM_FLAGS]! & flag) !== 0;
  }

  stream(person: number): number {
    return this.words[person * RECORD_WORDS + STREAM_FLAGS]! & STREAM_MASK;
  }

  index(person: number): number {
    return this.words[person * RECORD_WORDS + INDEX]!;
  }

  facility(person: number): number {
    return this.words[person * RECORD_WORDS + PLACE]! & FACILITY_MASK;
  }

  group(person: number): number {
    return this.words[person * RECORD_WORDS + PLACE]! >>> GROUP_SHIFT;
  }

  /** Stage of the person's case, or -1. */
  stage(person: number): number {
    return this.stages[person]!;
  }

  /** Corridor of the person's case, or -1. */
  corridor(person: number): number {
    return this.corridors[person]!;
  }

  enteredDay(person: number): number {
    return this.entered[person]!;
  }

  /** Day of release as it was; null for a life term. */
  releaseDay(person: number): number | null {
    return orNull(this.releases[person]!);
  }

  /** Day of release as it is now; null for a life term. */
  releaseNow(person: number): number | null {
    return orNull(releaseDay(this.sim, person));
  }
}

function orNull(day: number): number | null {
  return day < Infinity ? day : null;
}

function releaseDay(sim: Simulation, person: number): number {
  findRelease(sim, person);
  return sim.clock[Clock.release]!;
}
