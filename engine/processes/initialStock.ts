import { DistributionTable, sampleInPlace } from "../distributions.ts";
import { Decision } from "../keyedRandom.ts";
import type { Distribution, InitialStock } from "../parameters.ts";
import { Flag } from "../population.ts";
import type { Simulation } from "../simulation.ts";
import { Clock } from "../state.ts";
import { startClocks } from "./clocks.ts";
import { openCases } from "./corridor/request.ts";
import { designate } from "./designation.ts";
import { drawHomeRegion } from "./entry.ts";
import { settle } from "./settle.ts";
import { StationaryStart } from "./stationaryStart.ts";
import { joinWaiting } from "./waitingList.ts";

/** People inside on day 0 count downwards from -1, admitted ones upwards from 0: their keys never meet. */
function initialIndex(i: number): number {
  return -1 - i;
}

/**
 * Puts the people of day 0 into their facilities, with their sentences and the time already served. Those who wait
 * for a place in the final placement stand in the order of the days from which they could have been placed.
 */
export function placeInitialStock(sim: Simulation): void {
  const seen = new Int32Array(sim.model.streamSystem.length);
  sim.stationaryStart ??= new StationaryStart(sim);
  const start = sim.stationaryStart;
  sim.state.order.clear();
  sim.model.parameters.initialStock.forEach((row) => {
    const residual = row.residual ? new Residual(row.residual) : null;
    for (let i = 0; i < row.persons; i++) {
      placeOne(sim, row, initialIndex(seen[row.stream]!++), residual, start);
    }
  });
  const waiting = sim.state.order.sorted();
  for (let i = 0; i < waiting.length; i++) {
    const person = waiting[i]!;
    joinWaiting(sim, person, sim.tables.finalFacility[sim.people.stream(person)]!);
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
  start: Pick<StationaryStart, "serve">,
): void {
  const { stream } = row;
  const region = drawHomeRegion(sim, stream, index);
  const facility = row.facility >= 0 ? row.facility : designate(sim, row.group, stream, index, region, 0);
  const person = settle(sim, stream, index, row.group, facility, region);
  if (residual) {
    serveResidual(sim, person, stream, index, residual);
  } else {
    start.serve(person);
  }
  sim.clock[Clock.from] = 0;
  startClocks(sim, person);
  sim.clock[Clock.born] = Number.NaN;
  openCases(sim, person);
}

/** A residual given by the scenario: the sentence ends with it, and began on day 0 as far as is known. */
function serveResidual(
  sim: Simulation,
  person: number,
  stream: number,
  index: number,
  residual: Residual,
): void {
  const { people, cell, clock, tables } = sim;
  sim.draw(stream, index, Decision.sentence, 0);
  residual.sample(cell);
  clock[Clock.release] = cell[0]!;
  cell[1] = cell[0]!;
  cell[0] = 0;
  cell[2] = Number.NaN;
  people.setSentence(person, cell);
  if (people.facility(person) === tables.finalFacility[stream]) {
    people.mark(person, Flag.finalBegun);
  }
}
