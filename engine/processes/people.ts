import { Flag } from "../population.ts";
import {
  CASE,
  FACILITY_MASK,
  GROUP_SHIFT,
  MOVES_REGION,
  PLACE,
  RECORD_WORDS,
  REGION_SHIFT,
  STREAM_FLAGS,
  STREAM_MASK,
} from "../record.ts";
import { Flow, type Simulation } from "../simulation.ts";
import { Clock, Counter } from "../state.ts";
import { drawNextMove, schedule } from "./clocks.ts";
import { closeCaseOnExit } from "./corridor/closing.ts";
import { designate } from "./designation.ts";

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
      finalMove(sim, person);
    } else {
      move(sim, person);
    }
  }
}

/** The rule places the person anew; the present facility takes part, with the person counted. */
function move(sim: Simulation, person: number): void {
  const { words, clock, cell } = sim;
  const at = person * RECORD_WORDS;
  const region = words[at + MOVES_REGION]! >>> REGION_SHIFT;
  relocate(sim, person, designate(sim, words[at + PLACE]! >>> GROUP_SHIFT, region));
  drawNextMove(sim, person);
  clock[Clock.move] = clock[Clock.now]! + cell[0]!;
  schedule(sim, person);
}

/** The person goes to the facility of the last days before release and stays there. */
function finalMove(sim: Simulation, person: number): void {
  const { words, clock, tables } = sim;
  const at = person * RECORD_WORDS + STREAM_FLAGS;
  relocate(sim, person, tables.finalFacility[words[at]! & STREAM_MASK]!);
  words[at]! &= ~(Flag.finalMove | Flag.finalPlaced);
  clock[Clock.move] = Infinity;
  schedule(sim, person);
}

function relocate(sim: Simulation, person: number, facility: number): void {
  const { words } = sim;
  const at = person * RECORD_WORDS + PLACE;
  const place = words[at]!;
  const before = place & FACILITY_MASK;
  if (facility !== before) {
    sim.changeStock(before, -1);
    sim.changeStock(facility, 1);
    words[at] = (place & ~FACILITY_MASK) | facility;
    sim.countFlow(sim.model.systemOf[facility]!, Flow.moves);
  }
}

function exit(sim: Simulation, person: number, died: boolean): void {
  const { words } = sim;
  const at = person * RECORD_WORDS;
  const facility = words[at + PLACE]! & FACILITY_MASK;
  sim.changeStock(facility, -1);
  sim.countFlow(sim.model.systemOf[facility]!, died ? Flow.deaths : Flow.releases);
  if (words[at + CASE]! >= 0) {
    closeCaseOnExit(sim, person, died);
  }
  sim.people.free(person);
}
