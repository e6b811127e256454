import { Flag } from "../population.ts";
import { MOVES_REGION, RECORD_WORDS, STREAM_FLAGS, STREAM_MASK } from "../record.ts";
import type { Simulation } from "../simulation.ts";
import { Clock } from "../state.ts";
import { planMove, schedule } from "./clocks.ts";
import { beginFinalPlacement, fillPlaces, hasPlace } from "./places.ts";
import { countDetainer, joinWaiting } from "./waitingList.ts";

/**
 * The day has come from which a person may be placed for the last days before release: the person goes there, or
 * waits for a place where the person is, or is kept inside by a detainer. A person who was given a place meanwhile
 * has nothing left to come but the exit.
 */
export function finalPlacementEvent(sim: Simulation, person: number): void {
  const { words, clock, tables } = sim;
  const at = person * RECORD_WORDS + STREAM_FLAGS;
  const flags = words[at]!;
  if ((flags & Flag.finalPlaced) !== 0) {
    const facility = tables.finalFacility[flags & STREAM_MASK]!;
    words[at] = flags & ~Flag.finalPlaced;
    if ((flags & Flag.detainer) !== 0) {
      countDetainer(sim, person, 1);
    } else if (facility >= 0) {
      if (sim.people.facility(person) === facility || hasPlace(sim, facility)) {
        beginFinalPlacement(sim, person, facility);
      } else {
        joinWaiting(sim, person, facility);
      }
    }
  }
  words[at]! &= ~Flag.finalMove;
  clock[Clock.move] = Infinity;
  words[person * RECORD_WORDS + MOVES_REGION]!++;
  if ((words[at]! & Flag.finalBegun) === 0) {
    planMove(sim, person);
  }
  schedule(sim, person);
}

/** Lets people who wait into every facility that has places: on day 0, and when limits or capacities change. */
export function fillAllPlaces(sim: Simulation): void {
  for (let facility = 0; facility < sim.waitingHeads.length; facility++) {
    fillPlaces(sim, facility);
  }
}
