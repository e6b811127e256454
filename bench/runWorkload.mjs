// Runs replications of a workload with the built program and prints one line of JSON for each: the counterpart
// of the programs in `peers/`. What is measured is what a user runs, so it imports `dist`.
//
//   npm run build && node bench/runWorkload.mjs --scenario=bench/prison-network.yaml --seed=1 --scale=1 --reps=3
import { parseArgs } from "node:util";
import { keepYoungGenerationSmall } from "../dist/cli/youngGeneration.js";
import { scaled, summarise } from "./workload.mjs";

keepYoungGenerationSmall();
const { DiskScenarioFiles } = await import("../dist/cli/scenarioFiles.js");
const { FLOWS, FUNNEL } = await import("../dist/engine/index.js");
const { loadScenario } = await import("../dist/scenarios/index.js");
const { prepareReplications } = await import("../dist/workers/prepareReplications.js");

const { values } = parseArgs({
  options: {
    scenario: { type: "string", default: "bench/prison-network.yaml" },
    seed: { type: "string", default: "1" },
    scale: { type: "string", default: "1" },
    transfers: { type: "string", default: "1" },
    reps: { type: "string", default: "1" },
  },
});
const transfers = Number(values.transfers);
const overrides = transfers === 1 ? [] : ["corridors.out.interest.share=0"];
const scenario = loadScenario(values.scenario, new DiskScenarioFiles(), overrides);
const parameters = scaled(scenario.parameters, Number(values.scale));
const capacity = scenario.parameters.regimes[0].capacity[0];
const given = { scale: Number(values.scale), transfers, capacity };
const replicate = prepareReplications([parameters]);
const spent = [];

for (let rep = 0; rep < Number(values.reps); rep++) {
  const seed = Number(values.seed) + rep;
  const start = performance.now();
  const before = process.cpuUsage();
  const [result] = replicate(String(seed), 0, [0], spent);
  const summary = summarise(parameters, result, { flows: FLOWS, funnel: FUNNEL });
  const used = process.cpuUsage(before);
  const times = { ms: performance.now() - start, cpuMs: (used.user + used.system) / 1000 };
  spent.push(result.buffer);
  console.log(JSON.stringify({ impl: "bedspace", seed, ...given, ...summary, ...times }));
}
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
console.error(JSON.stringify({ cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMiB: maxRSS / 1024 }));
