import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { estimate, zValue } from "./agreement.ts";
import { CROWDED, type CrowdedFixture, fixtureOf, MEASURES } from "./crowdedFixture.ts";
import { execute } from "./measure.ts";
import { findPrograms, packageFolder } from "./programs.ts";
import { runReplications, workloadParameters } from "./replications.ts";

/**
 * Compares this program with SimPy on the crowded variant at a tenth, where time above 130 % of capacity tells
 * simulators apart; prints a Markdown table with a z-value for each measure.
 *
 * With `--keep`, SimPy's replications are stored for `test/bench/crowded.test.ts`.
 *
 *     node --import tsx bench/crowdedCheck.ts [--seeds 20] [--simpy-seeds 20] [--keep]
 */
function main(): void {
  const { values } = parseArgs({
    options: {
      seeds: { type: "string", default: "20" },
      "simpy-seeds": { type: "string", default: "20" },
      keep: { type: "boolean", default: false },
    },
  });
  const simpy = runSimpy(Number(values["simpy-seeds"]));
  if (values.keep) {
    const path = join(packageFolder, "test", "fixtures", "crowded-simpy.json");
    writeFileSync(path, `${JSON.stringify(simpy, null, 2)}\n`);
  }
  const ours = runReplications(
    workloadParameters("prison-network-crowded", CROWDED.scale),
    Number(values.seeds),
  );
  console.log("| measure | bedspace | SimPy | z |\n| --- | --- | --- | --- |");
  for (const measure of MEASURES) {
    const [left, right] = [ours, simpy.replications].map((list) => estimate(list.map((one) => one[measure])));
    if (left === undefined || right === undefined) continue;
    const shown = [left, right].map(
      (value) => `${value.mean.toFixed(1)} ± ${value.standardError.toFixed(1)}`,
    );
    console.log(`| ${[measure, ...shown, zValue(left, right).toFixed(2)].join(" | ")} |`);
  }
}

function runSimpy(reps: number): CrowdedFixture {
  const { libraries, measure } = findPrograms();
  const simpy = libraries.find(({ name }) => name === "SimPy");
  if (simpy === undefined) throw new Error("crowdedCheck requires SimPy");
  const { lines } = execute(measure, simpy, { seed: 1, ...CROWDED, reps });
  return fixtureOf(simpy.version, lines);
}

main();
