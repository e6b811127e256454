import {
  BAND_COUNT,
  CORRIDOR_SUMS,
  CUSTODY_COUNTS,
  CUSTODY_SUMS,
  createResult,
  FLOWS,
  FUNNEL,
  HELD_INSIDE,
  type ReplicationResult,
  resultShape,
  THRESHOLDS,
  TRANSFEREES,
} from "../../engine/result.ts";
import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";

/** A repeatable number in 0..1 for three whole numbers (a multiplicative hash; no statistical claim). */
function noise(a: number, b: number, c: number): number {
  let x = Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 7, 0x85ebca6b) ^ Math.imul(c + 13, 0xc2b2ae35);
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  x = Math.imul(x ^ (x >>> 12), 0x297a2d39);
  return ((x ^ (x >>> 15)) >>> 0) / 2 ** 32;
}

/**
 * Made-up results with the shape of real ones: equal random numbers for every scenario, and `perMonth` people
 * handed over from the medium units of the first system to the last facility of the second.
 */
export function syntheticResults(
  scenario: CompiledScenario,
  replications: number,
  perMonth = 2,
): ReplicationResult[] {
  return Array.from({ length: replications }, (_, index) => oneResult(scenario, index, perMonth));
}

function oneResult(scenario: CompiledScenario, index: number, perMonth: number): ReplicationResult {
  const result = createResult(resultShape(scenario.parameters), index);
  fillStocks(scenario, result, perMonth);
  fillPeople(scenario, result);
  fillFlows(scenario, result, perMonth);
  fillCustody(result, scenario.parameters.gridDays.length, perMonth);
  fillBands(scenario, result);
  return result;
}

function fillStocks(scenario: CompiledScenario, result: ReplicationResult, perMonth: number): void {
  const { facilities, gridDays } = scenario.parameters;
  const donors = facilities.flatMap((facility, f) => (facility.level === "medium" ? [f] : []));
  facilities.forEach((_, f) => {
    const capacity = 1000 + 100 * (f % 7);
    let stock = capacity * (0.7 + 0.8 * noise(f, 1, 1));
    result.initialStock[f] = Math.round(stock);
    gridDays.forEach((_, g) => {
      stock += capacity * 0.02 * (noise(result.index, f, g) - 0.49);
      const moved = perMonth * (g + 1);
      const effect = donors.includes(f) ? -moved / donors.length : f === facilities.length - 1 ? moved : 0;
      result.gridStock[g * facilities.length + f] = Math.round(stock + effect);
    });
  });
}

/** Own levels in the shares 1 : 2 : 3 : 4 of the US stock, streams 1 : 2 : 3; on day 0 one for each level and stream. */
function fillPeople(scenario: CompiledScenario, result: ReplicationResult): void {
  const { gridDays, levels, streams, systems } = scenario.parameters;
  result.initialLevelStock.fill(1);
  result.initialStreamStock.fill(1);
  gridDays.forEach((_, g) => {
    levels.forEach((_, level) => {
      const cell = g * systems.length * levels.length + level;
      result.gridLevelStock[cell] = level < 4 ? (level + 1) * 100 : 0;
      result.gridLevelStock[cell + levels.length] = level < 4 ? 0 : 500;
    });
    streams.forEach((_, stream) => {
      result.gridStreamStock[g * streams.length + stream] = (stream + 1) * 100 + result.index;
    });
    result.gridHeldInside[g * systems.length * HELD_INSIDE.length] = 10 + g;
    result.gridHeldInside[g * systems.length * HELD_INSIDE.length + 1] = 20 + g;
  });
}

function fillFlows(scenario: CompiledScenario, result: ReplicationResult, perMonth: number): void {
  const { systems, gridDays } = scenario.parameters;
  gridDays.forEach((_, g) => {
    const months = g + 1;
    const moved = Math.round(perMonth * months);
    const flow = (system: number, name: (typeof FLOWS)[number], value: number) => {
      result.gridFlows[(g * systems.length + system) * FLOWS.length + FLOWS.indexOf(name)] = value;
    };
    flow(0, "admissions", 3000 * months + Math.round(100 * noise(result.index, g, 3)));
    flow(0, "releases", 2000 * months);
    result.gridSystemSums[g * systems.length] = 2000 * months * 900;
    flow(0, "closureMoves", 7 * months);
    flow(0, "transfersOut", moved);
    flow(1, "transfersIn", moved);
    const counts = [20, 1, 2, 3, 3, 6, 1.2, 1, 0.2, 0.1, 0.05, 0.05, 0.5, 0.02];
    FUNNEL.forEach((_, column) => {
      const count = counts[column] ?? 1;
      result.gridFunnel[g * FUNNEL.length + column] = Math.round(count * perMonth * months);
    });
    result.gridFunnel[g * FUNNEL.length + FUNNEL.indexOf("handedOver")] = moved;
    CORRIDOR_SUMS.forEach((_, column) => {
      result.gridCorridorSums[g * CORRIDOR_SUMS.length + column] = moved * (2000 - 500 * column);
    });
  });
}

/** Half of the people handed over are released after 1,000 of 1,600 days; the others are in the last facility. */
function fillCustody(result: ReplicationResult, gridDays: number, perMonth: number): void {
  const width = result.gridTransferees.length / gridDays;
  for (let g = 0; g < gridDays; g++) {
    const moved = Math.round(perMonth * (g + 1));
    const released = Math.floor(moved / 2);
    result.gridCustodyCounts.set(
      [released, Math.floor(released / 4), Math.floor(released / 8)],
      g * CUSTODY_COUNTS.length,
    );
    result.gridCustodySums.set([released * 1000, released * 1600], g * CUSTODY_SUMS.length);
    if (width > 0) {
      result.gridTransferees[(g + 1) * width - 1] = moved - released;
    }
  }
  if (width > 0) {
    result.transfereeDays.set([3000 * perMonth, 300 * perMonth], (width - 1) * TRANSFEREES.length);
  }
}

/** Bands by counting whole grid steps; the integral of stock is taken from the step's end. */
function fillBands(scenario: CompiledScenario, result: ReplicationResult): void {
  const { institutions, facilities, gridDays, regimes } = scenario.parameters;
  result.firstAboveDay.fill(Number.POSITIVE_INFINITY);
  institutions.forEach((_, i) => {
    const units = facilities.flatMap((facility, f) => (facility.institution === i ? [f] : []));
    gridDays.forEach((day, g) => {
      const days = day - (gridDays[g - 1] ?? 0);
      const regime = regimes.findLast((candidate) => candidate.fromDay <= day)!;
      const capacity = units.reduce((sum, f) => sum + (regime.capacity[f] ?? 0), 0);
      const stock = units.reduce((sum, f) => sum + result.gridStock[g * facilities.length + f]!, 0);
      const band = THRESHOLDS.filter((threshold) => stock > threshold * capacity).length;
      result.bandDays[i * BAND_COUNT + band]! += days;
      result.bandBedDays[i * BAND_COUNT + band]! += days * stock;
      result.bandCapacityDays[i * BAND_COUNT + band]! += days * capacity;
      for (let k = 0; k < band; k += 1) {
        const cell = i * THRESHOLDS.length + k;
        result.firstAboveDay[cell] = Math.min(result.firstAboveDay[cell]!, day);
      }
    });
  });
}
