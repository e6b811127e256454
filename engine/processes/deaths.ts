import { sampleInPlace } from "../distributions.ts";
import { Decision } from "../keyedRandom.ts";
import type { RegimeTables } from "../model.ts";
import { lifeLeftInPlace } from "../mortality.ts";
import {
  BIRTH_DAY,
  ENTRY_DAY,
  INDEX,
  RECORD_DOUBLES,
  RECORD_WORDS,
  STREAM_FLAGS,
  STREAM_MASK,
} from "../record.ts";
import type { Simulation } from "../simulation.ts";
import { Clock } from "../state.ts";

/**
 * Day on which a person who is alive on the day `Clock.from` would die, into the cell; Infinity where nobody does.
 *
 * @param tables whose hazards hold
 * @param occurrence 0 for the day drawn on entry, 1 for one beyond an exit that is put off
 */
export function drawDeath(sim: Simulation, person: number, tables: RegimeTables, occurrence: number): void {
  const { cell, clock, words } = sim;
  const at = person * RECORD_WORDS;
  const stream = words[at + STREAM_FLAGS]! & STREAM_MASK;
  const deaths = tables.deathsPerDay[stream]!;
  const byAge = tables.mortalityAt[stream]!;
  cell[0] = Infinity;
  if (deaths > 0) {
    sim.draw(stream, words[at + INDEX]!, Decision.death, occurrence);
    cell[0] = clock[Clock.from]! - Math.log(1 - cell[0]!) / deaths;
  } else if (byAge >= 0) {
    sim.draw(stream, words[at + INDEX]!, Decision.death, occurrence);
    cell[0] = -Math.log(1 - cell[0]!);
    cell[1] = clock[Clock.from]! - sim.people.birthDay(person);
    lifeLeftInPlace(tables.table, byAge, cell);
    cell[0] = clock[Clock.from]! + cell[0]!;
  }
}

/**
 * Day of birth of a person whose entry is known: the one that is known already (`Clock.born`), or else from the age at
 * entry under the regime in force.
 */
export function setBirth(sim: Simulation, person: number): void {
  const { cell, clock, words, days, tables } = sim;
  const at = person * RECORD_WORDS;
  const record = person * RECORD_DOUBLES;
  const stream = words[at + STREAM_FLAGS]! & STREAM_MASK;
  const ageAt = tables.ageAt[stream]!;
  days[record + BIRTH_DAY] = Number.NaN;
  if (ageAt >= 0) {
    if (clock[Clock.born]! < Infinity) {
      days[record + BIRTH_DAY] = clock[Clock.born]!;
    } else {
      sim.draw(stream, words[at + INDEX]!, Decision.ageAtEntry, 0);
      sampleInPlace(tables.table, ageAt, cell);
      days[record + BIRTH_DAY] = days[record + ENTRY_DAY]! - cell[0]!;
    }
  }
}
