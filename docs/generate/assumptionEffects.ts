import { DiskScenarioFiles } from "../../cli/scenarioFiles.ts";
import { formatTable } from "../../data/pipeline/table.ts";
import type { ReplicationResult } from "../../engine/index.ts";
import { measureReader } from "../../reports/index.ts";
import { type CompiledScenario, loadScenario } from "../../scenarios/index.ts";
import { dealReplications, PoolBackend } from "../../workers/index.ts";
import { SEED } from "./simulate.ts";

/** Two runs on common random numbers show the sign and the size, not an interval. */
const REPLICATIONS = 2;

export const EFFECTS_TABLE = "data/tables/assumption-effects.json";

/** Another value of one assumption of the baseline. */
export interface Variation {
  readonly path: string;
  readonly value: string;
}

/** The assumptions of the baseline that one value can be changed of, with the value that is set in its place. */
export const VARIATIONS: readonly Variation[] = [
  { path: "systems.us.balancing.every", value: "182 d" },
  { path: "systems.us.balancing.above", value: "1.3" },
  { path: "corridors.us-mx.eligibility.bars.domicile.share", value: "0.15" },
  { path: "corridors.us-mx.eligibility.bars.pendingCharges.share", value: "0.2" },
  { path: "corridors.us-mx.interest.share", value: "0.84" },
  { path: "corridors.us-mx.interest.delay", value: "{ exponential: { mean: 200 d } }" },
  { path: "corridors.us-mx.package.delay", value: "60 d" },
  { path: "corridors.us-mx.review.serviceTime", value: "150 d" },
  { path: "corridors.us-mx.review.approvalProbability", value: "0.5" },
  { path: "corridors.us-mx.receiving.delay", value: "180 d" },
  { path: "corridors.us-mx.consent.delay", value: "60 d" },
  { path: "corridors.us-mx.consent.withdrawalProbability", value: "0.1" },
];

/** Measures that tell what an assumption does to the main answer. */
export const EFFECT_MEASURES = {
  transfers: "corridor.us-mx.transfers",
  usOccupancy: "us.system.occupancy",
  mexicoFederalOccupancy: "mx.federal.occupancy",
} as const;

/** Change of the means at the end of the baseline when one assumption is changed. */
export type AssumptionEffect = Variation & Record<keyof typeof EFFECT_MEASURES, number>;

/** Runs the baseline with each variation on the same random numbers. */
export async function assumptionEffects(
  variations: readonly Variation[] = VARIATIONS,
): Promise<AssumptionEffect[]> {
  const files = new DiskScenarioFiles();
  const scenarios = [
    loadScenario("baseline", files, []),
    ...variations.map(({ path, value }) => loadScenario("baseline", files, [`${path}=${value}`])),
  ];
  const [base, ...others] = await endMeans(scenarios);
  return variations.map((variation, i) => {
    const change = (name: keyof typeof EFFECT_MEASURES) =>
      Number((others[i]!.get(name)! - base!.get(name)!).toFixed(6));
    return {
      ...variation,
      transfers: change("transfers"),
      usOccupancy: change("usOccupancy"),
      mexicoFederalOccupancy: change("mexicoFederalOccupancy"),
    };
  });
}

/** Mean of each measure at the end, for each scenario. */
async function endMeans(scenarios: readonly CompiledScenario[]): Promise<Map<string, number>[]> {
  const results: ReplicationResult[][] = scenarios.map(() => []);
  const backend = new PoolBackend();
  const job = {
    parameterSets: scenarios.map(({ parameters }) => parameters),
    seed: SEED,
    tasks: dealReplications(scenarios.length, 0, REPLICATIONS),
  };
  try {
    await backend.run(job, {
      onResult: ({ scenarioIndex, replicationIndex }, result) => {
        results[scenarioIndex]![replicationIndex] = result;
      },
    });
  } finally {
    await backend.close();
  }
  return scenarios.map((scenario, i) => {
    const last = scenario.parameters.gridDays.length - 1;
    const mean = (measure: string) => {
      const values = results[i]!.map(measureReader(scenario, measure, last));
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    };
    return new Map(Object.entries(EFFECT_MEASURES).map(([name, measure]) => [name, mean(measure)]));
  });
}

/** The table that the register of assumptions reads. */
export function effectsText(effects: readonly AssumptionEffect[]): string {
  return formatTable(
    {
      table: "assumption-effects",
      title: "What single assumptions of the baseline do to its end",
      asOf: "2034-10-31",
      mark: "derived",
      note:
        `Change of the mean over ${REPLICATIONS} replications on common random numbers when one assumption has another ` +
        "value. transfers: people handed over since the start; occupancies are ratios.",
      sources: [],
      rows: effects.map((effect) => ({ ...effect })),
    },
    { replications: REPLICATIONS, seed: SEED },
  );
}
