// Runs replications of a scenario through the pool of threads of the built program, once unmeasured so that all is
// compiled, and prints wall and processor time of the second time as one line of JSON.
//
//   npm run build && node bench/runThreads.mjs --threads=2 --reps=16
import { parseArgs } from "node:util";
import { DiskScenarioFiles } from "../dist/cli/scenarioFiles.js";
import { loadScenario } from "../dist/scenarios/index.js";
import { dealReplications, PoolBackend } from "../dist/workers/index.js";

const { values } = parseArgs({
  options: {
    scenario: { type: "string", default: "bench/prison-network.yaml" },
    threads: { type: "string", default: "2" },
    reps: { type: "string", default: "16" },
    set: { type: "string", multiple: true, default: [] },
  },
});
const threads = Number(values.threads);
const reps = Number(values.reps);
const parameterSets = [loadScenario(values.scenario, new DiskScenarioFiles(), values.set).parameters];
const backend = new PoolBackend({ threads });

await run("unmeasured");
const start = performance.now();
const before = process.cpuUsage();
await run("measured");
const { user, system } = process.cpuUsage(before);
const times = { wallSeconds: (performance.now() - start) / 1000, cpuSeconds: (user + system) / 1e6 };
console.log(JSON.stringify({ threads, reps, ...times }));
await backend.close();

async function run(seed) {
  const job = { parameterSets, seed, tasks: dealReplications(1, 0, reps) };
  await backend.run(job, { onResult() {} });
}
