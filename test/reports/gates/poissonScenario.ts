import { createResult, type ReplicationResult, resultShape } from "../../../engine/result.ts";
import type { CompiledScenario } from "../../../scenarios/compiledScenario.ts";
import { loadScenario } from "../../../scenarios/index.ts";
import { memoryFiles } from "../../scenarios/smallScenario.ts";

/** One prison of 100 places, sampled on five dates; more lines go to the end of the file. */
export function gatedScenario(id = "gated", more = ""): CompiledScenario {
  return loadScenario(id, memoryFiles({ [`${id}.yaml`]: GATED.replace("ID", id) + more }));
}

const GATED = `id: ID
title: One prison
start: 2026-01-01
horizon: 2027-01-01
grid: 73 d
systems:
  here:
    facilities:
      - { id: east, level: low, ratedCapacity: 100 }
    streams:
      - id: all
        admissions: 1 person / d
        levels: { low: 1 }
        stay: 100 d
`;

/** Results with a given stock at the last date, one replication for each; and at the dates before it. */
export function resultsOf(
  { parameters }: CompiledScenario,
  stocks: readonly number[],
  before: readonly number[] = [0, 0, 0, 0],
): ReplicationResult[] {
  return stocks.map((stock, index) => {
    const result = createResult(resultShape(parameters), index);
    result.gridStock.set([...before, stock]);
    result.firstAboveDay.fill(Number.POSITIVE_INFINITY);
    return result;
  });
}
