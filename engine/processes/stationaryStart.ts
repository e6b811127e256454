import { Decision } from "../keyedRandom.ts";
import { EARNED_SHIFT, Flag } from "../population.ts";
import { RECORD_WORDS, STREAM_FLAGS } from "../record.ts";
import { serveInPlace } from "../reductions.ts";
import type { Simulation } from "../simulation.ts";
import { Clock } from "../state.ts";
import { StationaryStay } from "../timeToServe.ts";
import { drawFinalDays, drawLastDays, LastDays, setLastDays } from "./finalDays.ts";
import { startLifeTerm } from "./lifeTerms.ts";
import { countDetainer } from "./waitingList.ts";

/** How often a person is drawn again until the draw fits the place where the person is held. */
const MOST_TRIES = 1000;

/** Somebody who waits for a place on day 0, and since when. */
export interface Waiting {
  readonly person: number;
  readonly since: number;
}

/**
 * The people of day 0 whose stay is that of a stationary stream: a sentence of which a part is served already. It is
 * drawn, with the last days before release, until it fits the place where the person is held: the final placement,
 * or any other. So the two are filled as they are in the long run, whatever the last days hang on.
 *
 * A person of the final placement has less left than the days from which people are placed, less those that they
 * wait for it. Elsewhere, people with less left than the former are waiting, or kept inside by a detainer.
 */
export class StationaryStart {
  readonly waiting: Waiting[] = [];
  private readonly lifeShares: Float64Array;
  private imposed = 0;
  private served = 0;
  private elapsed = 0;
  private left = 0;
  private earned = 0;
  private finalDays = 0;
  private extraDays = 0;
  private lastDays = LastDays.inside;

  constructor(private readonly sim: Simulation) {
    this.lifeShares = lifeShares(sim);
  }

  /** Draws the stay of a person who has been put into a facility; the release day into `Clock.release`. */
  serve(person: number): void {
    const { sim } = this;
    const { people, tables, clock, words } = sim;
    const stream = people.stream(person);
    const placed = people.facility(person) === tables.finalFacility[stream];
    if (!placed && this.isForLife(stream, people.index(person))) {
      startLifeTerm(sim, person);
      return;
    }
    this.drawFitting(stream, people.index(person), placed);
    const entered = -this.elapsed;
    const end = Math.max(entered + this.imposed - tables.creditDays[stream]!, this.left);
    people.setSentence(person, entered, end, this.imposed);
    words[person * RECORD_WORDS + STREAM_FLAGS]! |= this.earned << EARNED_SHIFT;
    clock[Clock.release] = this.left;
    if (placed) {
      people.mark(person, Flag.finalBegun);
    } else if (this.lastDays !== LastDays.inside && this.placedAt() < this.served) {
      this.startLastDays(person);
    }
  }

  /** Whether somebody outside of the final placement serves a life term. */
  private isForLife(stream: number, index: number): boolean {
    const share = this.lifeShares[stream]!;
    if (share > 0) {
      this.sim.draw(stream, index, Decision.life, 0);
      return this.sim.cell[0]! < share;
    }
    return false;
  }

  private startLastDays(person: number): void {
    const { sim } = this;
    sim.cell[0] = this.finalDays;
    sim.clock[Clock.extraDays] = this.extraDays;
    setLastDays(sim, person, this.lastDays);
    if (this.left < this.placedAt()) {
      sim.people.unmark(person, Flag.finalPlaced);
      if (this.lastDays === LastDays.detained) {
        countDetainer(sim, person, 1);
      } else {
        this.waiting.push({ person, since: this.left - this.placedAt() });
      }
    }
  }

  /** Days before release from which the person may be placed. */
  private placedAt(): number {
    return this.finalDays + this.extraDays;
  }

  private drawFitting(stream: number, index: number, placed: boolean): void {
    const { finalPlacement } = this.sim.tables.regime.streams[stream]!;
    const wait = finalPlacement?.waitAtStartDays ?? 0;
    for (let i = 0; i < MOST_TRIES; i++) {
      this.draw(stream, index, i, placed);
      const inPlacement =
        this.lastDays === LastDays.placed &&
        this.placedAt() < this.served &&
        this.left < this.placedAt() - wait;
      if (inPlacement === placed) {
        return;
      }
    }
    const most = Math.max(0, this.placedAt() - wait);
    if (placed && most < this.served) {
      this.left *= most / this.served;
      this.elapsed = this.served - this.left;
    }
  }

  /** Draws the stay once; whoever is in the final placement has been chosen for it. */
  private draw(stream: number, index: number, occurrence: number, placed: boolean): void {
    const { sim } = this;
    const { cell } = sim;
    this.lastDays = placed ? LastDays.placed : drawLastDays(sim, stream, index, occurrence);
    this.finalDays = 0;
    if (this.lastDays !== LastDays.inside) {
      drawFinalDays(sim, stream, index, occurrence);
      this.finalDays = cell[0]!;
    }
    sim.draw(stream, index, Decision.elapsed, occurrence);
    const second = cell[0]!;
    sim.draw(stream, index, Decision.sentence, occurrence);
    this.stayOf(stream).sample(cell[0]!, second, cell);
    this.imposed = cell[0]!;
    this.served = cell[1]!;
    this.elapsed = cell[2]!;
    this.left = cell[1]! - cell[2]!;
    this.earned = cell[3]!;
    this.extraDays = 0;
    if (this.earned > 0) {
      serveInPlace(sim.tables.regime.streams[stream]!.timeToServe, this.earned, cell);
      this.extraDays = cell[1]!;
    }
  }

  private stayOf(stream: number): StationaryStay {
    const { stays, tables } = this.sim;
    let stay = stays.get(stream);
    if (stay === undefined) {
      stay = new StationaryStay(tables.regime.streams[stream]!.timeToServe);
      stays.set(stream, stay);
    }
    return stay;
  }
}

/** Share of life terms among the people of each stream outside of the final placement, where there are none. */
function lifeShares(sim: Simulation): Float64Array {
  const all = new Float64Array(sim.model.streamSystem.length);
  const placed = new Float64Array(all.length);
  for (const { stream, persons, facility, residual } of sim.model.parameters.initialStock) {
    if (residual === null) {
      all[stream]! += persons;
      placed[stream]! += facility === sim.tables.finalFacility[stream] ? persons : 0;
    }
  }
  return all.map((persons, stream) => {
    const share = sim.tables.regime.streams[stream]!.timeToServe.lifeStockShare;
    const others = persons - placed[stream]!;
    if (others <= 0) {
      return 0;
    }
    return others < persons ? (share * persons) / others : share;
  });
}
