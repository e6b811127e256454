import { BAND_COUNT, type ReplicationResult, THRESHOLDS } from "../result.ts";
import type { ReplicationState } from "../state.ts";

/**
 * Exact time-weighted occupancy of each institution, without sampling. While an institution stays in one band
 * of occupancy, its bed-days are the integral of a step function: stock at the end x end day - sum of
 * (step x day), the sum running over the changes, the stock at the beginning being the first of them. So a
 * change adds one product to that moment, and only a change of band books days, bed-days and capacity-days.
 */
export class OccupancyObserver {
  private readonly stock: Int32Array;
  private readonly band: Int32Array;
  private readonly capacity: Float64Array;
  private readonly since: Float64Array;
  private readonly moment: Float64Array;
  private readonly upper: Float64Array;
  private readonly lower: Float64Array;
  private readonly clock: Float64Array;
  private result: ReplicationResult;

  constructor(state: ReplicationState, result: ReplicationResult) {
    this.stock = state.institutionStock;
    this.band = state.institutionBand;
    this.capacity = state.institutionCapacity;
    this.since = state.institutionSince;
    this.moment = state.institutionMoment;
    this.upper = state.bandUpper;
    this.lower = state.bandLower;
    this.clock = state.clock;
    this.result = result;
  }

  /** Starts a replication with everything empty on day 0. */
  start(result: ReplicationResult): void {
    this.result = result;
    this.stock.fill(0);
    this.since.fill(0);
    this.moment.fill(0);
    this.band.fill(0);
    this.upper.fill(Infinity);
    this.lower.fill(-1);
    result.firstAboveDay.fill(Infinity);
  }

  /** Goes on, in the columns as they are, with the result so far. */
  resume(result: ReplicationResult): void {
    this.result = result;
  }

  /** Changes the stock by `step` (+1 or -1). */
  change(institution: number, step: number): void {
    const stock = this.stock[institution]! + step;
    this.stock[institution] = stock;
    this.moment[institution]! += step * this.clock[0]!;
    if (stock > this.upper[institution]! || stock <= this.lower[institution]!) {
      this.book(institution);
      this.rate(institution);
    }
  }

  /** Changes the capacity (persons; 0 = none). */
  setCapacity(institution: number, capacity: number): void {
    this.book(institution);
    this.capacity[institution] = capacity;
    this.rate(institution);
  }

  /** Books the time up to now for every institution. */
  finish(): void {
    for (let i = 0; i < this.stock.length; i++) {
      this.book(i);
    }
  }

  /** Books the time in the present band up to now. */
  private book(institution: number): void {
    const now = this.clock[0]!;
    const elapsed = now - this.since[institution]!;
    const at = institution * BAND_COUNT + this.band[institution]!;
    const area = this.stock[institution]! * now - this.moment[institution]!;
    this.result.bandDays[at]! += elapsed;
    this.result.bandBedDays[at]! += area;
    this.result.bandCapacityDays[at]! += elapsed * this.capacity[institution]!;
    this.since[institution] = now;
    this.moment[institution] = this.stock[institution]! * now;
  }

  /** Finds the band of the present stock and the stocks at which it ends. */
  private rate(institution: number): void {
    const capacity = this.capacity[institution]!;
    const stock = this.stock[institution]!;
    let band = 0;
    while (capacity > 0 && band < THRESHOLDS.length && stock > limit(band, capacity)) {
      this.noteCrossing(institution, band);
      band++;
    }
    this.band[institution] = band;
    const open = capacity > 0 && band < THRESHOLDS.length;
    this.upper[institution] = open ? limit(band, capacity) : Infinity;
    this.lower[institution] = band > 0 ? limit(band - 1, capacity) : -1;
  }

  private noteCrossing(institution: number, threshold: number): void {
    const at = institution * THRESHOLDS.length + threshold;
    const { firstAboveDay } = this.result;
    if (firstAboveDay[at] === Infinity) {
      firstAboveDay[at] = this.clock[0]!;
    }
  }
}

/** Stock above which a threshold is passed; in whole percent, so that 130 of 100 beds is not "above 130 %". */
function limit(threshold: number, capacity: number): number {
  return (Math.round(THRESHOLDS[threshold]! * 100) * capacity) / 100;
}
