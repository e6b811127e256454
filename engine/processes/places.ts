import { changeTransferees } from "../observers/transferees.ts";
import { Flag } from "../population.ts";
import { FACILITY_MASK, GROUP_SHIFT, PLACE, RECORD_WORDS, STREAM_FLAGS, STREAM_MASK } from "../record.ts";
import { Flow, type Simulation } from "../simulation.ts";
import { countDetainer, leaveWaiting } from "./waitingList.ts";

/** Puts a person into another facility of the system now; nothing happens where the person is there already. */
export function relocate(sim: Simulation, person: number, facility: number): void {
  const { words } = sim;
  const at = person * RECORD_WORDS + PLACE;
  const place = words[at]!;
  const before = place & FACILITY_MASK;
  if (facility !== before) {
    sim.changeStock(before, -1);
    sim.changeStock(facility, 1);
    words[at] = (place & ~FACILITY_MASK) | facility;
    sim.countFlow(sim.model.systemOf[facility]!, Flow.moves);
    if ((words[person * RECORD_WORDS + STREAM_FLAGS]! & Flag.transferred) !== 0) {
      changeTransferees(sim, person, before, -1);
      changeTransferees(sim, person, facility, 1);
    }
    if (sim.placesFinally) {
      fillPlaces(sim, before);
    }
  }
}

/** Makes a person one of another group, and of its level; the facility stays the same. */
export function regroup(sim: Simulation, person: number, group: number): void {
  const { words } = sim;
  const at = person * RECORD_WORDS + PLACE;
  const place = words[at]!;
  const facility = place & FACILITY_MASK;
  sim.changeLevel(facility, place >>> GROUP_SHIFT, -1);
  sim.changeLevel(facility, group, 1);
  words[at] = facility | (group << GROUP_SHIFT);
}

/** Takes a person who leaves out of the counts of facility, level and stream. */
export function leave(sim: Simulation, person: number): void {
  const { words } = sim;
  const at = person * RECORD_WORDS;
  const place = words[at + PLACE]!;
  const flags = words[at + STREAM_FLAGS]!;
  const facility = place & FACILITY_MASK;
  sim.changeStock(facility, -1);
  sim.changeLevel(facility, place >>> GROUP_SHIFT, -1);
  if ((flags & Flag.transferred) === 0) {
    sim.changeStream(flags & STREAM_MASK, -1);
  } else {
    changeTransferees(sim, person, facility, -1);
  }
  if (sim.placesFinally) {
    if ((flags & Flag.waiting) !== 0) {
      leaveWaiting(sim, person);
    }
    if ((flags & (Flag.detainer | Flag.finalPlaced)) === Flag.detainer) {
      countDetainer(sim, person, -1);
    }
    fillPlaces(sim, facility);
  }
}

/** Whether a facility takes one more person as a final placement. */
export function hasPlace(sim: Simulation, facility: number): boolean {
  return sim.placement.isOpen(facility) && sim.state.stock[facility]! < sim.tables.placementLimit[facility]!;
}

/** The people who wait for a facility go there while it has places, those who have waited longest first. */
export function fillPlaces(sim: Simulation, facility: number): void {
  let person = sim.waitingHeads[facility]!;
  while (person >= 0 && hasPlace(sim, facility)) {
    leaveWaiting(sim, person);
    beginFinalPlacement(sim, person, facility);
    person = sim.waitingHeads[facility]!;
  }
}

/**
 * A person goes to the facility of the last days before release, where nothing is left to come but the exit; with the
 * level that people have there.
 */
export function beginFinalPlacement(sim: Simulation, person: number, facility: number): void {
  const { people } = sim;
  people.mark(person, Flag.finalBegun);
  if (people.has(person, Flag.moves)) {
    people.mark(person, Flag.finalMove);
  }
  sim.countFlow(sim.model.systemOf[facility]!, Flow.finalPlacements);
  relocate(sim, person, facility);
  const at = person * RECORD_WORDS;
  const stream = sim.words[at + STREAM_FLAGS]! & STREAM_MASK;
  const level = sim.model.groupLevel[sim.words[at + PLACE]! >>> GROUP_SHIFT]!;
  const group = sim.tables.finalGroup[stream * sim.model.parameters.levels.length + level]!;
  if (group >= 0) {
    regroup(sim, person, group);
  }
}
