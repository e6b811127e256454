import { openScenario } from "../../scenarios/index.ts";
import { memoryFiles } from "../scenarios/smallScenario.ts";

/** Admissions a day and stay as written. */
export const RATE = 0.8;
export const STAY = 100;
/** Coefficients of variation of both. */
export const RATE_CV = 0.3;
export const STAY_CV = 0.2;

/**
 * M/G/infinity with an uncertain rate and stay, and a capacity that moves nobody: given both, the stock in the end is
 * Poisson with mean rate x stay.
 */
export const UNCERTAIN_STOCK = `id: stock
title: Rate and stay not known
question: Which matters more?
start: 2026-01-01
horizon: 300 d
grid: 300 d
systems:
  here:
    facilities: [{ id: only, level: low, ratedCapacity: 100 }]
    streams:
      - { id: all, admissions: ${RATE} persons/d, levels: { low: 1 }, stay: ${STAY} d }
uncertain:
  systems.here.streams.all.admissions: { scale: { lognormal: { mean: 1, cv: ${RATE_CV} } } }
  systems.here.streams.all.stay: { lognormal: { mean: ${STAY} d, cv: ${STAY_CV} } }
  systems.here.facilities.only.ratedCapacity: { uniform: { low: 50, high: 150 } }
`;

export function openUncertainStock() {
  return openScenario("stock", memoryFiles({ "stock.yaml": UNCERTAIN_STOCK }));
}

/** Variances of the expected stock, a product of two independent factors. */
export function exactVariances() {
  const mean = RATE * STAY;
  const [a, b] = [RATE_CV ** 2, STAY_CV ** 2];
  const relative = (1 + a) * (1 + b) - 1;
  return {
    parameters: mean ** 2 * relative,
    chance: mean,
    first: { rate: a / relative, stay: b / relative },
    total: { rate: (a * (1 + b)) / relative, stay: (b * (1 + a)) / relative },
  };
}
