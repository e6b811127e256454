import { DistributionTable, sampleInPlace } from "../distributions.ts";
import { Decision } from "../keyedRandom.ts";
import type { Distribution, InitialStock } from "../parameters.ts";
import { Flag } from "../population.ts";
import type { Simulation } from "../simulation.ts";
import { Clock } from "../state.ts";
import { StationaryStay } from "../timeToServe.ts";
import { drawFinalDays, drawFinalPlacement, startClocks } from "./clocks.ts";
import { openCases } from "./corridor/request.ts";
import { designate } from "./designation.ts";
import { drawHomeRegion, settle } from "./entry.ts";

/** People inside on day 0 count downwards from -1, admitted ones upwards from 0: their keys never meet. */
function initialIndex(i: number): number {
  return -1 - i;
}

/** How often a residual is drawn again until it fits the place where the person is held. */
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
 * Length-biased sentence and uniform elapsed time, drawn again until they fit the place: whoever is bound for
 * the final placement and is not there yet has more days left than it lasts, and whoever is there has fewer.
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
  const stay = stays.get(stream) ?? new StationaryStay(rule);
  stays.set(stream, stay);
  const inFinal = people.facility(person) === tables.finalFacility[stream];
  const final = inFinal || drawFinalPlacement(sim, stream, index);
  let finalDays = 0;
  if (final) {
    drawFinalDays(sim, stream, index);
    finalDays = cell[0]!;
  }
  let left = drawStay(sim, stream, index, stay, 0);
  for (let i = 1; final && i < MOST_TRIES && inFinal !== left < finalDays; i++) {
    left = drawStay(sim, stream, index, stay, i);
  }
  if (final && !inFinal && left >= finalDays) {
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
