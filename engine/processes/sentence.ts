import { sampleInPlace } from "../distributions.ts";
import { Decision } from "../keyedRandom.ts";
import { Flag } from "../population.ts";
import { ENTERED, ENTRY_DAY, IMPOSED_DAYS, RECORD_DOUBLES, RECORD_WORDS, SENTENCE_END } from "../record.ts";
import { serveInPlace } from "../servingTable.ts";
import type { Simulation } from "../simulation.ts";
import { Clock } from "../state.ts";

/**
 * Draws the sentence of a person who is admitted now, and with it the release day (`Clock.release`) and the days
 * by which credits lengthen the final placement (`Clock.extraDays`).
 */
export function sentence(sim: Simulation, person: number, stream: number, index: number): void {
  const { tables, people, cell, clock, days } = sim;
  const at = person * RECORD_DOUBLES;
  const now = clock[Clock.now]!;
  days[at + ENTRY_DAY] = now;
  sim.floats[person * RECORD_WORDS + ENTERED] = now;
  clock[Clock.extraDays] = 0;
  if (tables.lifeShare[stream]! > 0) {
    sim.draw(stream, index, Decision.life, 0);
    if (cell[0]! < tables.lifeShare[stream]!) {
      people.mark(person, Flag.life);
      days[at + SENTENCE_END] = Infinity;
      days[at + IMPOSED_DAYS] = Infinity;
      clock[Clock.release] = Infinity;
      return;
    }
  }
  sim.draw(stream, index, Decision.sentence, 0);
  sampleInPlace(tables.table, tables.sentenceAt[stream]!, cell);
  days[at + IMPOSED_DAYS] = cell[0]!;
  const { starts } = tables.reductions;
  if (starts[stream] === starts[stream + 1]) {
    const imposed = cell[0]!;
    const credit = tables.creditDays[stream]!;
    const served = Math.max(tables.minimumDays[stream]!, tables.servedShare[stream]! * imposed - credit);
    days[at + SENTENCE_END] = now + Math.max(imposed - credit, served);
    clock[Clock.release] = now + served;
  } else {
    serveReduced(sim, person, stream, index);
  }
}

function serveReduced(sim: Simulation, person: number, stream: number, index: number): void {
  const { tables, cell, clock, days } = sim;
  const at = person * RECORD_DOUBLES;
  const earned = drawEarned(sim, stream, index);
  const imposed = days[at + IMPOSED_DAYS]!;
  cell[0] = imposed;
  serveInPlace(tables, stream, earned, cell);
  const served = cell[0]!;
  clock[Clock.extraDays] = cell[1]!;
  days[at + SENTENCE_END] = clock[Clock.now]! + Math.max(imposed - tables.creditDays[stream]!, served);
  clock[Clock.release] = clock[Clock.now]! + served;
}

/** Set of reductions that a person earns: where a share rises, more people earn it and the same ones go on to. */
export function drawEarned(sim: Simulation, stream: number, index: number): number {
  const { starts, keys, share } = sim.tables.reductions;
  const start = starts[stream]!;
  const end = starts[stream + 1]!;
  let earned = 0;
  for (let i = start; i < end; i++) {
    sim.draw(stream, index, Decision.reduction, keys[i]!);
    if (sim.cell[0]! < share[i]!) {
      earned |= 1 << (i - start);
    }
  }
  return earned;
}
