import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performanceText } from "../docs/generate/performancePage.ts";
import { benchFolder, packageFolder } from "./programs.ts";
import { keepResults, type Results, readResults } from "./results.ts";

const KEPT = join(benchFolder, "results.json");

/**
 * Prints the page of what was measured, and writes it to `bench/results/latest.json`.
 *
 * @param keep also makes it the state that `bench/results.json` and `docs/performance.md` hold; sections that were not
 *   measured stay as they were
 */
export function publish(measured: Results, keep: boolean): void {
  mkdirSync(join(benchFolder, "results"), { recursive: true });
  const latest = join(benchFolder, "results", "latest.json");
  writeFileSync(latest, `${JSON.stringify(measured, null, 2)}\n`);
  process.stdout.write(performanceText(measured));
  if (!keep) return;
  keepResults(KEPT, measured);
  writeFileSync(join(packageFolder, "docs", "performance.md"), performanceText(readResults(KEPT)));
}
