import type { Simulation } from "../../simulation.ts";
import { Counter } from "../../state.ts";

/** Where a case stands. Stages with an event of their own are `pending`; the others wait in a list. */
export enum Stage {
  /** Will be asked for at a date that is set. */
  request = 0,
  /** The person was not interested at that date; a later regime may change that. Listed. */
  dormant = 1,
  package = 2,
  /** Waits for a reviewer. Listed. */
  reviewQueue = 3,
  review = 4,
  /** Refused; asks again at a date that is set. */
  reapply = 5,
  receiving = 6,
  consent = 7,
  /** Waits for a handover. Listed. */
  ready = 8,
  /** Has ended; the slot waits for its pending event. */
  ended = 9,
  /** Has been released after a transfer and will come back at a date that is set. */
  abroad = 10,
  /** Waits for an escort of his or her own. */
  escort = 11,
}

/** Lists of a corridor. */
export enum List {
  dormant = 0,
  reviewQueue = 1,
  ready = 2,
}
const LISTS = 3;

/** A new case for a person in a corridor. */
export function openCase(sim: Simulation, person: number, corridor: number): number {
  const { state } = sim;
  const counters = state.counters;
  let slot = counters[Counter.casesFree]!;
  if (slot >= 0) {
    counters[Counter.casesFree] = state.caseNext[slot]!;
  } else {
    slot = counters[Counter.casesUsed]!++;
    if (slot >= state.shape.cases) {
      throw new RangeError(`corridor requires room for more than ${state.shape.cases} cases at once`);
    }
  }
  state.casePerson[slot] = person;
  state.caseCorridor[slot] = corridor;
  state.caseAttempt[slot] = 0;
  state.caseStage[slot] = Stage.request;
  sim.people.setCase(person, slot);
  return slot;
}

/** Sets a case's next event, on the day in the cell. */
export function scheduleCase(sim: Simulation, slot: number, stage: number): void {
  const day = sim.cell[0]!;
  const entry = sim.state.shape.persons + slot;
  sim.state.caseStage[slot] = stage;
  sim.state.caseDay[slot] = day;
  sim.queue.time[0] = day;
  sim.queue.insert(entry);
}

/** Ends a case whose event has just come up or that stands in no list. */
export function endCase(sim: Simulation, slot: number): void {
  sim.people.setCase(sim.state.casePerson[slot]!, -1);
  freeCase(sim, slot);
}

/** Gives the slot of a case back. */
export function freeCase(sim: Simulation, slot: number): void {
  const { caseNext, caseStage, counters } = sim.state;
  caseStage[slot] = Stage.ended;
  caseNext[slot] = counters[Counter.casesFree]!;
  counters[Counter.casesFree] = slot;
}

/** Takes a case out of its list or off the calendar, and drops it. */
export function dropCase(sim: Simulation, slot: number): void {
  const { state } = sim;
  const list = listOf(state.caseStage[slot]!);
  sim.people.setCase(state.casePerson[slot]!, -1);
  if (list >= 0) {
    unlist(sim, slot, list);
    freeCase(sim, slot);
  } else if (state.caseDay[slot]! < state.shape.days) {
    state.caseStage[slot] = Stage.ended;
  } else {
    freeCase(sim, slot);
  }
}

function listOf(stage: number): number {
  if (stage === Stage.dormant) {
    return List.dormant;
  }
  if (stage === Stage.reviewQueue) {
    return List.reviewQueue;
  }
  return stage === Stage.ready ? List.ready : -1;
}

/** Puts a case at the end of a list of its corridor. */
export function enlist(sim: Simulation, slot: number, stage: number, list: number): void {
  const { state } = sim;
  const at = state.caseCorridor[slot]! * LISTS + list;
  const last = state.listTails[at]!;
  state.caseStage[slot] = stage;
  state.caseNext[slot] = -1;
  state.casePrevious[slot] = last;
  state.listTails[at] = slot;
  if (last < 0) {
    state.listHeads[at] = slot;
  } else {
    state.caseNext[last] = slot;
  }
}

/** Takes a case out of a list of its corridor. */
export function unlist(sim: Simulation, slot: number, list: number): void {
  const { state } = sim;
  const at = state.caseCorridor[slot]! * LISTS + list;
  const next = state.caseNext[slot]!;
  const previous = state.casePrevious[slot]!;
  if (previous < 0) {
    state.listHeads[at] = next;
  } else {
    state.caseNext[previous] = next;
  }
  if (next < 0) {
    state.listTails[at] = previous;
  } else {
    state.casePrevious[next] = previous;
  }
}

/** First case of a list, or -1. */
export function firstListed(sim: Simulation, corridor: number, list: number): number {
  return sim.state.listHeads[corridor * LISTS + list]!;
}

/** Last case of a list, or -1. */
export function lastListed(sim: Simulation, corridor: number, list: number): number {
  return sim.state.listTails[corridor * LISTS + list]!;
}
