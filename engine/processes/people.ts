import { Flag } from "../population.ts";
import {
  CASE,
  ENTERED,
  FACILITY_MASK,
  GROUP_SHIFT,
  INDEX,
  MOVES_MASK,
  MOVES_REGION,
  PLACE,
  RECORD_WORDS,
  REGION_SHIFT,
  STREAM_FLAGS,
  STREAM_MASK,
} from "../record.ts";
import { SYSTEM_SUMS } from "../result.ts";
import { Flow, type Simulation } from "../simulation.ts";
import { Clock, Counter } from "../state.ts";
import { planMove, schedule } from "./clocks.ts";
import { closeCaseOnExit } from "./corridor/closing.ts";
import { moveHome } from "./corridor/homeMove.ts";
import { releaseAbroad } from "./corridor/returns.ts";
import { designate } from "./designation.ts";
import { finalPlacementEvent } from "./finalPlacement.ts";
import { leave, relocate } from "./places.ts";
import { reclassify } from "./reclassification.ts";

const EVENT_MOVE = Counter.events + 1;
const EVENT_EXIT = Counter.events + 3;

/** The event of a person has come up: a move, an exit, or nothing more for somebody who has gone. */
export function personEvent(sim: Simulation, person: number): void {
  const flags = sim.words[person * RECORD_WORDS + STREAM_FLAGS]!;
  if ((flags & (Flag.moves | Flag.gone)) === 0) {
    sim.counters[EVENT_EXIT]!++;
    exit(sim, person, (flags & Flag.dies) !== 0);
  } else if ((flags & Flag.gone) !== 0) {
    sim.people.free(person);
  } else {
    sim.counters[EVENT_MOVE]!++;
    if ((flags & Flag.finalMove) !== 0) {
      finalPlacementEvent(sim, person);
    } else {
      move(sim, person);
    }
  }
}

/** The rule places the person anew: in the same group, or in the one to which the person goes now. */
function move(sim: Simulation, person: number): void {
  const { words } = sim;
  const at = person * RECORD_WORDS;
  const flags = words[at + STREAM_FLAGS]!;
  const moves = ++words[at + MOVES_REGION]!;
  if ((flags & Flag.transferred) !== 0) {
    moveHome(sim, person);
    return;
  }
  if ((flags & Flag.reclassified) !== 0) {
    reclassify(sim, person);
  } else {
    const group = words[at + PLACE]! >>> GROUP_SHIFT;
    const region = moves >>> REGION_SHIFT;
    const index = words[at + INDEX]!;
    relocate(sim, person, designate(sim, group, flags & STREAM_MASK, index, region, moves & MOVES_MASK));
  }
  planMove(sim, person);
  schedule(sim, person);
}

function exit(sim: Simulation, person: number, died: boolean): void {
  const { words } = sim;
  const at = person * RECORD_WORDS;
  const system = sim.model.systemOf[words[at + PLACE]! & FACILITY_MASK]!;
  if (died) {
    sim.countFlow(system, Flow.deaths);
  } else {
    sim.countFlow(system, Flow.releases);
    countRelease(sim, person, system);
  }
  leave(sim, person);
  if (words[at + CASE]! >= 0) {
    closeCaseOnExit(sim, person, died);
  }
  if (died || !sim.people.has(person, Flag.transferred) || !releaseAbroad(sim, person)) {
    sim.people.free(person);
  }
}

/** Time served, the credit for time before admission included, and whether the person waited for a place. */
function countRelease(sim: Simulation, person: number, system: number): void {
  const { words, tables } = sim;
  const at = person * RECORD_WORDS;
  const flags = words[at + STREAM_FLAGS]!;
  const served = sim.clock[Clock.now]! - sim.floats[at + ENTERED]!;
  sim.systemSums[system * SYSTEM_SUMS.length]! += served + tables.creditDays[flags & STREAM_MASK]!;
  if ((flags & Flag.waiting) !== 0) {
    sim.countFlow(system, Flow.releasedWithoutPlacement);
  }
}
