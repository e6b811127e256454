import {
  BAND_COUNT,
  CORRIDOR_SUMS,
  createResult,
  FUNNEL,
  type ReplicationResult,
  resultShape,
} from "../../../engine/result.ts";
import type {
  CompiledScenario,
  CorridorCosts,
  LedgerDescription,
  SystemCosts,
} from "../../../scenarios/compiledScenario.ts";
import { syntheticScenario } from "../syntheticScenario.ts";

export const US_COSTS: SystemCosts = {
  currency: "USD",
  priceYear: 2024,
  averagePerPersonYear: 47000,
  byLevel: { minimum: 55000, low: 47500, medium: 45000, high: 60000 },
  marginalPerPersonYear: 9000,
  housingUnitPlaces: 100,
  perHousingUnitYear: null,
};

export const MX_COSTS: SystemCosts = {
  currency: "MXN",
  priceYear: 2023,
  averagePerPersonYear: 186705,
  byLevel: { federal: 783255, state: 128145 },
  marginalPerPersonYear: null,
  housingUnitPlaces: null,
  perHousingUnitYear: null,
};

export const CORRIDOR_COSTS: CorridorCosts = {
  currency: "USD",
  priceYear: 2025,
  perTransfer: 2500,
  removalAvoided: { setting: "full", full: 17121, detentionAndTransport: null },
  paymentPerPersonYear: 0,
};

export const LEDGER: LedgerDescription = {
  systems: [US_COSTS, MX_COSTS],
  corridors: [CORRIDOR_COSTS],
  discountRate: 0.03,
  exchangeRate: { MXN: 20 },
  announcedFee: 44090,
};

/** Two countries with costs: in the first, facility 0 is a medium unit and facility 1 its camp. */
export function pricedScenario(id = "base", ledger: Partial<LedgerDescription> = {}): CompiledScenario {
  return { ...syntheticScenario({ id, title: `Scenario ${id}` }), ledger: { ...LEDGER, ...ledger } };
}

/** People handed over at one instant, as one replication counts them at the end. */
export interface Batch {
  readonly persons: number;
  readonly years: number;
  readonly yearsToServe?: number;
}

/**
 * A replication with given head-counts. Between samples they run along straight lines, so that person-days by
 * institution are what the samples say, times `exact`.
 *
 * @param stock people in a facility on a day
 * @param exact what the engine's integral is of the one by samples
 */
export function pathResult(
  { parameters }: CompiledScenario,
  stock: (facility: number, day: number) => number,
  options: { index?: number; exact?: number; batch?: Batch } = {},
): ReplicationResult {
  const { index = 0, exact = 1, batch } = options;
  const result = createResult(resultShape(parameters), index);
  parameters.facilities.forEach(({ institution }, facility) => {
    let [before, since] = [stock(facility, 0), 0];
    result.initialStock[facility] = before;
    parameters.gridDays.forEach((day, grid) => {
      const now = stock(facility, day);
      result.gridStock[grid * parameters.facilities.length + facility] = now;
      result.bandBedDays[institution * BAND_COUNT]! += (exact * ((before + now) * (day - since))) / 2;
      [before, since] = [now, day];
    });
  });
  if (batch !== undefined) {
    handOver(result, parameters.gridDays.length - 1, batch);
  }
  return result;
}

function handOver(result: ReplicationResult, grid: number, { persons, years, yearsToServe }: Batch): void {
  result.gridFunnel[grid * FUNNEL.length + FUNNEL.indexOf("handedOver")] = persons;
  const row = grid * CORRIDOR_SUMS.length;
  result.gridCorridorSums[row + CORRIDOR_SUMS.indexOf("daysLeftSending")] = years * 365.25;
  result.gridCorridorSums[row + CORRIDOR_SUMS.indexOf("daysLeftReceiving")] =
    (yearsToServe ?? years) * 365.25;
}
