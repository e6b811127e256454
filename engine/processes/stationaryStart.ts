import { Decision } from "../keyedRandom.ts";
import { EARNED_SHIFT, Flag } from "../population.ts";
import { RECORD_WORDS, STREAM_FLAGS } from "../record.ts";
import { serveInPlace } from "../servingTable.ts";
import type { Simulation } from "../simulation.ts";
import { Clock } from "../state.ts";
import { StationaryStay } from "../timeToServe.ts";
import { drawFinalDays, drawLastDays, LastDays, setLastDays } from "./finalDays.ts";
import { startLifeTerm } from "./lifeTerms.ts";
import { countDetainer } from "./waitingList.ts";

/** How often a person is drawn again until the draw fits the place where the person is held. */
const MOST_TRIES = 1000;

/** Positions in the stay at hand (days; `earned` is a set of reductions). */
enum Stay {
  imposed = 0,
  served = 1,
  elapsed = 2,
  left = 3,
  earned = 4,
  /** Days before release from which the person may be placed: without those for credits, those, and in all. */
  finalDays = 5,
  extraDays = 6,
  placed = 7,
}

/**
 * The people of day 0 whose stay is that of a stationary stream: a sentence of which a part is served already. It is
 * drawn, with the last days before release, until it fits the place where the person is held: the final placement,
 * or any other. So the two are filled as they are in the long run, whatever the last days hang on.
 *
 * A person of the final placement has less left than the days from which people are placed, less those that they
 * wait for it. Elsewhere, people with less left than the former are waiting, or kept inside by a detainer. Those who
 * wait are added to `order` of the state, by the day since when they do.
 *
 * One object serves all replications of a simulation: with a new one each time the compiler would start anew.
 */
export class StationaryStart {
  private readonly lifeShares: Float64Array;
  /** By stream, made when they are first needed. */
  private readonly stays = new Map<number, StationaryStay>();
  private readonly stay = new Float64Array(8);
  private lastDays = LastDays.inside;

  constructor(private readonly sim: Simulation) {
    this.lifeShares = lifeShares(sim);
  }

  /** Draws the stay of a person who has been put into a facility; the release day into `Clock.release`. */
  serve(person: number): void {
    const { sim, stay } = this;
    const { people, tables, clock, words, cell } = sim;
    const stream = people.stream(person);
    const placed = people.facility(person) === tables.finalFacility[stream];
    if (!placed && this.isForLife(stream, people.index(person))) {
      startLifeTerm(sim, person);
      return;
    }
    this.drawFitting(stream, people.index(person), placed);
    const sentenceEnd = stay[Stay.imposed]! - stay[Stay.elapsed]! - tables.creditDays[stream]!;
    cell[0] = -stay[Stay.elapsed]!;
    cell[1] = Math.max(sentenceEnd, stay[Stay.left]!);
    cell[2] = stay[Stay.imposed]!;
    people.setSentence(person, cell);
    words[person * RECORD_WORDS + STREAM_FLAGS]! |= stay[Stay.earned]! << EARNED_SHIFT;
    clock[Clock.release] = stay[Stay.left]!;
    if (placed) {
      people.mark(person, Flag.finalBegun);
    } else if (this.lastDays !== LastDays.inside && stay[Stay.placed]! < stay[Stay.served]!) {
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
    const { sim, stay } = this;
    sim.cell[0] = stay[Stay.finalDays]!;
    sim.clock[Clock.extraDays] = stay[Stay.extraDays]!;
    setLastDays(sim, person, this.lastDays);
    if (stay[Stay.left]! < stay[Stay.placed]!) {
      sim.people.unmark(person, Flag.finalPlaced);
      if (this.lastDays === LastDays.detained) {
        countDetainer(sim, person, 1);
      } else {
        sim.cell[0] = stay[Stay.left]! - stay[Stay.placed]!;
        sim.state.order.add(person, sim.cell);
      }
    }
  }

  private drawFitting(stream: number, index: number, placed: boolean): void {
    const { stay } = this;
    const wait = this.sim.tables.waitAtStartDays[stream]!;
    for (let i = 0; i < MOST_TRIES; i++) {
      this.draw(stream, index, i, placed);
      const inPlacement =
        this.lastDays === LastDays.placed &&
        stay[Stay.placed]! < stay[Stay.served]! &&
        stay[Stay.left]! < stay[Stay.placed]! - wait;
      if (inPlacement === placed) {
        return;
      }
    }
    const most = Math.max(0, stay[Stay.placed]! - wait);
    if (placed && most < stay[Stay.served]!) {
      stay[Stay.left]! *= most / stay[Stay.served]!;
      stay[Stay.elapsed] = stay[Stay.served]! - stay[Stay.left]!;
    }
  }

  /** Draws the stay once; whoever is in the final placement has been chosen for it. */
  private draw(stream: number, index: number, occurrence: number, placed: boolean): void {
    const { sim, stay } = this;
    const { cell } = sim;
    this.lastDays = placed ? LastDays.placed : drawLastDays(sim, stream, index, occurrence);
    stay[Stay.finalDays] = 0;
    if (this.lastDays !== LastDays.inside) {
      drawFinalDays(sim, stream, index, occurrence);
      stay[Stay.finalDays] = cell[0]!;
    }
    sim.draw(stream, index, Decision.elapsed, occurrence);
    cell[1] = cell[0]!;
    sim.draw(stream, index, Decision.sentence, occurrence);
    this.stayOf(stream).sampleInPlace(cell);
    stay[Stay.imposed] = cell[0]!;
    stay[Stay.served] = cell[1]!;
    stay[Stay.elapsed] = cell[2]!;
    stay[Stay.left] = cell[1]! - cell[2]!;
    stay[Stay.earned] = cell[3]!;
    stay[Stay.extraDays] = 0;
    if (cell[3]! > 0) {
      serveInPlace(sim.tables, stream, cell[3]!, cell);
      stay[Stay.extraDays] = cell[1]!;
    }
    stay[Stay.placed] = stay[Stay.finalDays]! + stay[Stay.extraDays]!;
  }

  private stayOf(stream: number): StationaryStay {
    let stay = this.stays.get(stream);
    if (stay === undefined) {
      stay = new StationaryStay(this.sim.tables.regime.streams[stream]!.timeToServe);
      this.stays.set(stream, stay);
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
