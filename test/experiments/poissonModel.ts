import { keyedUniform } from "../../engine/statistics/keyedUniform.ts";
import type { SeekModel } from "../../experiments/seek.ts";
import { judgeGate } from "../../reports/gates/judgeGate.ts";
import { parseGate } from "../../reports/gates/parseGate.ts";

/** Smallest k with P(Poisson(mean) <= k) >= u. */
export function poissonQuantile(u: number, mean: number): number {
  let [k, term] = [0, Math.exp(-mean)];
  for (let sum = term; sum < u && k < 10_000; sum += term) {
    k += 1;
    term *= mean / k;
  }
  return k;
}

/** P(Poisson(mean) > k). */
export function poissonAbove(k: number, mean: number): number {
  let [sum, term] = [0, Math.exp(-mean)];
  for (let i = 0; i <= k; i += 1) {
    sum += term;
    term *= mean / (i + 1);
  }
  return 1 - sum;
}

/** Mean at which P(Poisson > k) has a given value, by bisection. */
export function meanWithAbove(k: number, probability: number): number {
  let [low, high] = [0, 2 * k + 10];
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (poissonAbove(k, middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Judges values that are the measure itself, or, for a probability, whether it is above a number. */
export interface PoissonQuestion {
  readonly seed: string;
  readonly gate: string;
  /** Mean of the stock at a value of the parameter. */
  readonly mean: (x: number) => number;
  readonly above?: number;
}

/** A stock that is Poisson, on random numbers common to all values of the parameter; counts what it was asked. */
export function poissonModel({ seed, gate, mean, above }: PoissonQuestion): SeekModel & { asked: string[] } {
  const parsed = parseGate(gate);
  const bound = {
    gate: parsed,
    unit: above === undefined ? "persons" : "probability",
    limit: parsed.limit.number,
  };
  const asked: string[] = [];
  const uniform = keyedUniform(seed, "stock");
  return {
    asked,
    async values(x, n) {
      asked.push(`${x}:${n}`);
      return Float64Array.from({ length: n }, (_, i) => {
        const stock = poissonQuantile(uniform(i, 0), mean(x));
        return above === undefined ? stock : Number(stock > above);
      });
    },
    judge: (values, level) => judgeGate(bound, values, level),
  };
}
