// Runs each replication of several scenarios twice with the built program, with their common beginning shared and
// each by itself, checks that the bits are the same, and prints the processor time of both as one line of JSON.
//
//   npm run build && node bench/runForks.mjs --scenarios=baseline,double-approvals --reps=3
import { parseArgs } from "node:util";
import { DiskScenarioFiles } from "../dist/cli/scenarioFiles.js";
import { loadScenario } from "../dist/scenarios/index.js";
import { prepareReplications } from "../dist/workers/prepareReplications.js";

const { values } = parseArgs({
  options: {
    scenarios: { type: "string", default: "baseline,double-approvals" },
    seed: { type: "string", default: "1" },
    reps: { type: "string", default: "1" },
    set: { type: "string", multiple: true, default: [] },
  },
});
const files = new DiskScenarioFiles();
const sets = values.scenarios.split(",").map((id) => loadScenario(id, files, values.set).parameters);
const shared = prepareReplications(sets);
const single = sets.map((parameters) => prepareReplications([parameters]));
const all = sets.map((_, i) => i);

for (let rep = 0; rep < Number(values.reps); rep++) {
  const seed = String(Number(values.seed) + rep);
  const together = measured(() => shared(seed, 0, all));
  const apart = measured(() => single.flatMap((replicate) => replicate(seed, 0, [0])));
  requireEqual(together.results, apart.results);
  const times = { togetherCpuMs: together.cpuMs, apartCpuMs: apart.cpuMs };
  console.log(JSON.stringify({ scenarios: values.scenarios, seed: Number(seed), ...times }));
}

function measured(work) {
  const before = process.cpuUsage();
  const results = work();
  const { user, system } = process.cpuUsage(before);
  return { results, cpuMs: (user + system) / 1000 };
}

function requireEqual(together, apart) {
  together.forEach(({ buffer }, i) => {
    if (Buffer.compare(Buffer.from(buffer), Buffer.from(apart[i].buffer)) !== 0) {
      throw new Error(`scenario ${i} differs from its own run`);
    }
  });
}
