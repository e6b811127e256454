import { DistributionTable, sampleInPlace } from "../distributions.ts";
import { Decision } from "../keyedRandom.ts";
import type { Distribution, InitialStock, TimeToServe } from "../parameters.ts";
import { Flag } from "../population.ts";
import type { Simulation } from "../simulation.ts";
import { Clock } from "../state.ts";
import { StationaryStay, servedDays } from "../timeToServe.ts";
import { drawFinalDays, drawFinalPlacement, startClocks } from "./clocks.ts";
import { openCases } from "./corridor/request.ts";
import { designate } from "./designation.ts";
import { drawHomeRegion, settle } from "./entry.ts";

/** People inside on day 0 count downwards from -1, admitted ones upwards from 0: their keys never meet. */
function initialIndex(i: number): number {
  return -1 - i;
}

/** How often a stay is drawn again until it fits the place where the person is held. */
const MOST_TRIES = 64;

/** Puts the people of day 0 into their facilities, with their sentences and the time already served. */
export function placeInitialStock(sim: Simulation): void {
  const seen = new Int32Array(sim.model.streamSystem.length);
  const stays = new Map<number, StationaryStay>();
  for (const row of sim.model.parameters.initialStock) {
    const residual = row.residual ? new Residual(row.residual) : null;
    for (let i = 0; i < row.persons; i++) {
      placeOne(sim, row, initialIndex(seen[row.stream]!++), residual, stays);
    }
  }
}

class Residual {
  private readonly table: Float64Array;

  constructor(distribution: Distribution) {
    const table = new DistributionTable();
    table.add(distribution);
    this.table = table.toArray();
  }

  /** Residual (days) from the uniform in the cell, into the cell. */
  sample(cell: Float64Array): void {
    sampleInPlace(this.table, 0, cell);
  }
}

function placeOne(
  sim: Simulation,
  row: InitialStock,
  index: number,
  residual: Residual | null,
  stays: Map<number, StationaryStay>,
): void {
  const { stream } = row;
  const region = drawHomeRegion(sim, stream, index);
  const facility = row.facility >= 0 ? row.facility : designate(sim, row.group, region);
  const person = settle(sim, stream, index, row.group, facility, region);
  const release = residual
    ? serveResidual(sim, person, stream, index, residual)
    : serveStationary(sim, person, stream, index, stays);
  sim.clock[Clock.release] = release;
  sim.clock[Clock.from] = 0;
  startClocks(sim, person);
  openCases(sim, person);
}

/** A residual given by the scenario: the sentence ends with it, and began on day 0 as far as is known. */
function serveResidual(
  sim: Simulation,
  person: number,
  stream: number,
  index: number,
  residual: Residual,
): number {
  sim.draw(stream, index, Decision.sentence, 0);
  residual.sample(sim.cell);
  const release = sim.cell[0]!;
  sim.people.setSentence(person, 0, release);
  return release;
}

/**
 * Length-biased sentence and uniform elapsed time. A life term has no end. Who is in the final placement, and
 * who is still to come to it, is told apart by the days left; see {@link serveInFinalPlacement}.
 */
function serveStationary(
  sim: Simulation,
  person: number,
  stream: number,
  index: number,
  stays: Map<number, StationaryStay>,
): number {
  const { people, tables, cell } = sim;
  const rule = tables.regime.streams[stream]!.timeToServe;
  if (rule.lifeStockShare > 0) {
    sim.draw(stream, index, Decision.life, 0);
    if (cell[0]! < rule.lifeStockShare) {
      people.mark(person, Flag.life);
      people.setSentence(person, 0, Infinity);
      return Infinity;
    }
  }
  if (people.facility(person) === tables.finalFacility[stream]) {
    return serveInFinalPlacement(sim, person, stream, index, rule);
  }
  const stay = stays.get(stream) ?? new StationaryStay(rule);
  stays.set(stream, stay);
  return serveBeforeFinalPlacement(sim, person, stream, index, stay, rule);
}

/**
 * Every admission whose stay is longer than the final placement spends the same days there: so the sentences
 * of the people met there are those of such admissions, and the days left are uniform over the placement.
 */
function serveInFinalPlacement(
  sim: Simulation,
  person: number,
  stream: number,
  index: number,
  rule: TimeToServe,
): number {
  const { people, tables, cell } = sim;
  drawFinalDays(sim, stream, index);
  const finalDays = cell[0]!;
  let imposed = 0;
  let served = 0;
  for (let i = 0; i < MOST_TRIES && served <= finalDays; i++) {
    sim.draw(stream, index, Decision.sentence, i);
    sampleInPlace(tables.table, tables.sentenceAt[stream]!, cell);
    imposed = cell[0]!;
    served = servedDays(rule, imposed);
  }
  sim.draw(stream, index, Decision.elapsed, 0);
  const left = cell[0]! * finalDays;
  const entered = left - served;
  people.setSentence(person, entered, Math.max(entered + imposed - rule.creditDays, left));
  return left;
}

/** Draws choice and stay again while they would have the person in the final placement already. */
function serveBeforeFinalPlacement(
  sim: Simulation,
  person: number,
  stream: number,
  index: number,
  stay: StationaryStay,
  rule: TimeToServe,
): number {
  const { people, cell } = sim;
  let finalDays = 0;
  let left = 0;
  for (let i = 0; i < MOST_TRIES && (i === 0 || (left <= finalDays && cell[1]! > finalDays)); i++) {
    finalDays = 0;
    if (drawFinalPlacement(sim, stream, index, i)) {
      drawFinalDays(sim, stream, index);
      finalDays = cell[0]!;
    }
    left = drawStay(sim, stream, index, stay, i);
  }
  if (finalDays > 0 && cell[1]! > finalDays) {
    people.mark(person, Flag.finalPlaced);
  }
  const entered = -cell[2]!;
  people.setSentence(person, entered, Math.max(entered + cell[0]! - rule.creditDays, left));
  return left;
}

/** Draws sentence, days to serve and days served into the cell; returns the days left. */
function drawStay(
  sim: Simulation,
  stream: number,
  index: number,
  stay: StationaryStay,
  occurrence: number,
): number {
  const { cell } = sim;
  sim.draw(stream, index, Decision.elapsed, occurrence);
  const second = cell[0]!;
  sim.draw(stream, index, Decision.sentence, occurrence);
  stay.sample(cell[0]!, second, cell);
  return cell[1]! - cell[2]!;
}
