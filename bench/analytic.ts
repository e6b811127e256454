/**
 * Closed form of the reference workload (`bench/README.md`): the expected stock, against which simulators of the
 * workload are tested.
 *
 * The placement rule never changes how long anybody stays, so stays are independent and the stock is that of an
 * M/G/infinity queue, thinned by batch departures: who entered at time a is gone with probability
 * 0.1 x 0.25 x (1 - exp(-(b - a) / 400)), b being the last batch day before t, since an application before b
 * that is approved leaves at b or earlier.
 */
const INITIAL_STOCK = 150_000;
const INITIAL_MEAN_DAYS = 1000;
const ADMISSIONS_PER_DAY = 45_000 / 365;
const STAY_LOG_SD = Math.sqrt(Math.log(2));
const STAY_LOG_MEAN = Math.log(1200) - STAY_LOG_SD ** 2 / 2;
const APPROVED_SHARE = 0.1 * 0.25;
const APPLICATION_MEAN_DAYS = 400;
const BATCH_DAYS = 90;
export const WORKLOAD_DAYS = 3650;

/**
 * Expected total stock of the reference workload just before any event at time `day`.
 *
 * Integrates over admission times by Simpson's rule, batch by batch, because the integrand has a kink at each
 * batch day; the error is far below one person.
 *
 * @param day time since the start, 0 or above; on a batch day, the stock before the batch leaves
 * @param transfers whether a share of the people applies to leave
 * @returns persons, at scale 1
 * @example
 * expectedStock(0, true); // => 150000
 */
export function expectedStock(day: number, transfers: boolean): number {
  const lastBatch = transfers ? BATCH_DAYS * (Math.ceil(day / BATCH_DAYS) - 1) : 0;
  const initial = INITIAL_STOCK * Math.exp(-day / INITIAL_MEAN_DAYS) * staying(0, lastBatch);
  const inside = (admitted: number): number => staySurvival(day - admitted) * staying(admitted, lastBatch);
  let admitted = 0;
  for (let from = 0; from < day; from += BATCH_DAYS) {
    admitted += simpson(inside, from, Math.min(from + BATCH_DAYS, day), 32);
  }
  return initial + ADMISSIONS_PER_DAY * admitted;
}

/**
 * Expected mean of the total stock over records on the days every, 2 every, 3 every, ... of the workload.
 *
 * @param transfers whether a share of the people applies to leave
 * @param every days from one record to the next; 1 for the daily records of the workload
 * @returns persons, at scale 1
 */
export function expectedMeanStock(transfers: boolean, every = 1): number {
  const records = Math.floor(WORKLOAD_DAYS / every);
  let sum = 0;
  for (let i = 1; i <= records; i++) sum += expectedStock(i * every, transfers);
  return sum / records;
}

/** Probability that a person admitted at `admitted` has not left with a batch up to `lastBatch`. */
function staying(admitted: number, lastBatch: number): number {
  if (lastBatch <= admitted) return 1;
  return 1 - APPROVED_SHARE * (1 - Math.exp(-(lastBatch - admitted) / APPLICATION_MEAN_DAYS));
}

/** Probability that a lognormal stay is longer than `days`. */
function staySurvival(days: number): number {
  if (days <= 0) return 1;
  return upperTail((Math.log(days) - STAY_LOG_MEAN) / STAY_LOG_SD);
}

/**
 * Upper tail of the standard normal distribution.
 *
 * Up to 7 from the mean by Marsaglia's series of the lower half; beyond, zero to ten digits.
 *
 * @see Marsaglia, "Evaluating the normal distribution", Journal of Statistical Software 11(4), 2004
 */
function upperTail(x: number): number {
  if (x > 7) return 0;
  if (x < -7) return 1;
  let term = x;
  let sum = x;
  for (let i = 3; sum !== sum + term; i += 2) {
    term *= (x * x) / i;
    sum += term;
  }
  return 0.5 - (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}

function simpson(f: (x: number) => number, from: number, to: number, intervals: number): number {
  const step = (to - from) / intervals;
  let sum = f(from) + f(to);
  for (let i = 1; i < intervals; i++) sum += (i % 2 === 1 ? 4 : 2) * f(from + i * step);
  return (sum * step) / 3;
}
