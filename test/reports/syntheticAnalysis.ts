import { type Analysis, analyse } from "../../reports/analyse.ts";
import { MEXICO_TILES } from "../../reports/charts/mexicoTiles.ts";
import { syntheticResults } from "./syntheticResults.ts";
import { type SyntheticOptions, syntheticScenario } from "./syntheticScenario.ts";

/**
 * A base and a scenario for each title, with both countries, all 32 states and crowded institutions. The first
 * scenario moves twice as many people as the base, the others as many.
 */
export function syntheticAnalysis(
  options: SyntheticOptions = {},
  titles: readonly string[] = ["Scenario double", "Scenario same"],
): Analysis {
  const size = { institutions: 12, months: 24, states: [...MEXICO_TILES.keys()], centres: 3, ...options };
  const base = syntheticScenario(size);
  const others = titles.map((title, i) => {
    const id = ["double", "same"][i] ?? `same${i}`;
    const scenario = syntheticScenario({ ...size, id, title });
    return { scenario, results: syntheticResults(scenario, 6, i === 0 ? 4 : 2) };
  });
  return analyse([{ scenario: base, results: syntheticResults(base, 6) }, ...others]);
}
