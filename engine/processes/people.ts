import { Flag } from "../population.ts";
import { HOME_REGION, RECORD_WORDS, STREAM_FLAGS } from "../record.ts";
import { Flow, type Simulation } from "../simulation.ts";
import { Counter } from "../state.ts";
import { drawNextMove, schedule } from "./clocks.ts";
import { closeCaseOnExit } from "./corridor/cases.ts";
import { designate } from "./designation.ts";

const EVENT_MOVE = Counter.events + 1;
const EVENT_EXIT = Counter.events + 3;

/** The event of a person has come up: a move, an exit, or nothing more for somebody who has gone. */
export function personEvent(sim: Simulation, person: number): void {
  const flags = sim.people.words[person * RECORD_WORDS + STREAM_FLAGS]!;
  if ((flags & Flag.gone) !== 0) {
    sim.people.free(person);
  } else if ((flags & Flag.moves) === 0) {
    sim.state.counters[EVENT_EXIT]!++;
    exit(sim, person, (flags & Flag.dies) !== 0);
  } else {
    sim.state.counters[EVENT_MOVE]!++;
    if ((flags & Flag.finalMove) !== 0) {
      finalMove(sim, person);
    } else {
      move(sim, person);
    }
  }
}

/** The rule places the person anew; the present facility takes part, with the person counted. */
function move(sim: Simulation, person: number): void {
  const { people } = sim;
  const region = people.words[person * RECORD_WORDS + HOME_REGION]!;
  relocate(sim, person, designate(sim, people.group(person), region));
  drawNextMove(sim, person);
  schedule(sim, person, sim.clock[0]! + sim.cell[0]!);
}

/** The person goes to the facility of the last days before release and stays there. */
function finalMove(sim: Simulation, person: number): void {
  const { people } = sim;
  relocate(sim, person, sim.tables.finalFacility[people.stream(person)]!);
  people.unmark(person, Flag.finalMove | Flag.finalPlaced);
  schedule(sim, person, Infinity);
}

function relocate(sim: Simulation, person: number, facility: number): void {
  const { people } = sim;
  const before = people.facility(person);
  if (facility !== before) {
    sim.leaveFacility(before);
    sim.enterFacility(facility);
    people.setPlace(person, facility, people.group(person));
    sim.countFlow(sim.model.systemOf[facility]!, Flow.moves);
  }
}

function exit(sim: Simulation, person: number, died: boolean): void {
  const facility = sim.people.facility(person);
  sim.leaveFacility(facility);
  sim.countFlow(sim.model.systemOf[facility]!, died ? Flow.deaths : Flow.releases);
  closeCaseOnExit(sim, person, died);
  sim.people.free(person);
}
