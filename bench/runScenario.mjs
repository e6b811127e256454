// Runs replications of a scenario with the built program and prints one line of JSON for each: events executed,
// processor time, and by how much the heap grew. The growth is all that was allocated while nothing is collected, so
// it wants a young generation with room for all replications. Collecting in between would throw code away.
//
//   npm run build && node bench/runScenario.mjs --scenario=baseline --reps=3 --set=horizon=1y
//   node --min-semi-space-size=1024 --max-semi-space-size=1024 bench/runScenario.mjs --scenario=baseline
import { parseArgs } from "node:util";
import { DiskScenarioFiles } from "../dist/cli/scenarioFiles.js";
import { loadScenario } from "../dist/scenarios/index.js";
import { prepareReplications } from "../dist/workers/prepareReplications.js";

const { values } = parseArgs({
  options: {
    scenario: { type: "string", default: "baseline" },
    seed: { type: "string", default: "1" },
    reps: { type: "string", default: "1" },
    set: { type: "string", multiple: true, default: [] },
  },
});
const { parameters } = loadScenario(values.scenario, new DiskScenarioFiles(), values.set);
const replicate = prepareReplications([parameters]);
const spent = [];
const heapUsed = () => process.memoryUsage().heapUsed;

for (let rep = 0; rep < Number(values.reps); rep++) {
  const seed = Number(values.seed) + rep;
  const heapBefore = heapUsed();
  const before = process.cpuUsage();
  const [result] = replicate(String(seed), 0, [0], spent);
  const used = process.cpuUsage(before);
  const heapBytes = heapUsed() - heapBefore;
  const events = result.eventCounts.reduce((sum, count) => sum + count, 0);
  const cpuMs = (used.user + used.system) / 1000;
  spent.push(result.buffer);
  console.log(JSON.stringify({ scenario: values.scenario, seed, events, cpuMs, heapBytes }));
}
