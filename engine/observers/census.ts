import { Flag } from "../population.ts";
import { BIRTH_DAY, IMPOSED_DAYS, RECORD_DOUBLES } from "../record.ts";
import { AGE_BAND_YEARS, AGE_BANDS, SENTENCE_BAND_YEARS, SENTENCE_BANDS } from "../result.ts";
import type { Simulation } from "../simulation.ts";
import { Counter } from "../state.ts";

const DAYS_PER_YEAR = 365.25;
const LIFE = SENTENCE_BANDS - 1;

/**
 * Counts everybody inside by stream and sentence imposed, and by system and age. People of whom only the days left
 * are known have no sentence, and people of streams without an age at entry no age: they are left out.
 *
 * @param census 0 on day 0, 1 on the last day
 */
export function takeCensus(sim: Simulation, census: number): void {
  const { people, model, result } = sim;
  const { days } = sim;
  const streams = model.streamSystem.length;
  const systems = model.parameters.systems.length;
  const used = sim.counters[Counter.personsUsed]!;
  const now = sim.clock[0]!;
  for (let person = 0; person < used; person++) {
    if (people.has(person, Flag.gone)) {
      continue;
    }
    const at = person * RECORD_DOUBLES;
    const imposed = days[at + IMPOSED_DAYS]!;
    if (imposed >= 0) {
      const band = imposed < Infinity ? bandOf(SENTENCE_BAND_YEARS, imposed) : LIFE;
      result.censusSentence[(census * streams + people.stream(person)) * SENTENCE_BANDS + band]!++;
    }
    if (model.hasAges && days[at + BIRTH_DAY]! < Infinity) {
      const system = model.systemOf[people.facility(person)]!;
      const band = bandOf(AGE_BAND_YEARS, now - days[at + BIRTH_DAY]!);
      result.censusAge[(census * systems + system) * AGE_BANDS + band]!++;
    }
  }
}

/** Number of the first band whose upper end lies above a number of days; one more than the last when none does. */
function bandOf(years: readonly number[], days: number): number {
  let band = 0;
  while (band < years.length && days >= years[band]! * DAYS_PER_YEAR) {
    band++;
  }
  return band;
}
