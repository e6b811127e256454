import type { ModelParameters } from "../../engine/parameters.ts";
import { BAND_COUNT, type ReplicationResult } from "../../engine/result.ts";
import { DAYS_PER_YEAR, discountFactor, midPeriodFactors } from "./discountFactor.ts";
import { sampleDays, sampledStocks } from "./samples.ts";

const known = new WeakMap<ReplicationResult, Map<number, Float64Array>>();

/**
 * Person-years in each facility over the run, those of later days discounted.
 *
 * Their sum over an institution is exact (the engine integrates between events); the samples, joined by straight
 * lines, only divide it among the institution's facilities and over time.
 *
 * @param rate share a year, 0 = not discounted; the value is that of day 0
 * @returns one entry a facility; the same array for the same arguments
 */
export function personYearsOf(
  parameters: ModelParameters,
  result: ReplicationResult,
  rate: number,
): Float64Array {
  const rates = known.get(result) ?? new Map<number, Float64Array>();
  known.set(result, rates);
  const before = rates.get(rate);
  if (before !== undefined) {
    return before;
  }
  const found = computed(parameters, result, rate);
  rates.set(rate, found);
  return found;
}

/** Person-days of each facility as the samples show them, plain and discounted. */
interface Sampled {
  readonly plain: Float64Array;
  readonly discounted: Float64Array;
}

function computed(parameters: ModelParameters, result: ReplicationResult, rate: number): Float64Array {
  const days = sampleDays(parameters);
  const sampled = integrals(days, midPeriodFactors(days, rate), sampledStocks(parameters, result));
  const inInstitution = new Float64Array(parameters.institutions.length);
  const units = new Uint32Array(parameters.institutions.length);
  parameters.facilities.forEach(({ institution }, facility) => {
    inInstitution[institution]! += sampled.plain[facility]!;
    units[institution]! += 1;
  });
  const middle = discountFactor(parameters.horizonDays / 2, rate);
  return Float64Array.from(parameters.facilities, ({ institution }, facility) => {
    const all = inInstitution[institution]!;
    // An institution that is empty on every sampling day may hold people between them.
    const share = all > 0 ? sampled.discounted[facility]! / all : middle / units[institution]!;
    return (share * exactPersonDays(result, institution)) / DAYS_PER_YEAR;
  });
}

function integrals(
  days: readonly number[],
  factors: readonly number[],
  stocks: readonly Int32Array[],
): Sampled {
  const facilities = stocks[0]!.length;
  const plain = new Float64Array(facilities);
  const discounted = new Float64Array(facilities);
  for (let i = 0; i < factors.length; i += 1) {
    const [before, after] = [stocks[i]!, stocks[i + 1]!];
    const [period, factor] = [days[i + 1]! - days[i]!, factors[i]!];
    for (let facility = 0; facility < facilities; facility += 1) {
      const personDays = ((before[facility]! + after[facility]!) / 2) * period;
      plain[facility]! += personDays;
      discounted[facility]! += factor * personDays;
    }
  }
  return { plain, discounted };
}

function exactPersonDays({ bandBedDays }: ReplicationResult, institution: number): number {
  let sum = 0;
  for (let band = 0; band < BAND_COUNT; band += 1) {
    sum += bandBedDays[institution * BAND_COUNT + band]!;
  }
  return sum;
}
