import { join } from "node:path";
import { executeCommand, optionWords } from "../measure.ts";
import { benchFolder } from "../programs.ts";
import { ratios, type Spread } from "../spread.ts";
import { temporaryFolder } from "../temporaryFolder.ts";
import { writeVariant } from "../variant.ts";
import { roundsOf, type Setting } from "./section.ts";

/** Processor time of scenarios with a shared beginning over that of separate runs. */
export interface ComparisonRow {
  readonly what: string;
  readonly replications: number;
  readonly ratio: Spread;
}

export interface Comparison {
  readonly rows: readonly ComparisonRow[];
}

/** One line of `runForks.mjs`. */
interface ForkedReplication {
  readonly togetherCpuMs: number;
  readonly apartCpuMs: number;
}

/** What sharing spares: in the shipped comparison, and for three scenarios that part in the middle of the run. */
export function measureComparison(setting: Setting): Comparison {
  const national = measureRow(
    setting,
    "baseline and double-approvals, which part after 14 of 120 months",
    "baseline,double-approvals",
    setting.quick ? ["horizon=470 d"] : [],
  );
  const folder = temporaryFolder();
  const persons = setting.quick ? 1500 : 30_000;
  const branches = [0.25, 0.5, 0.75].map((laterApproval, i) =>
    writeVariant(folder, `branch-${i}`, { persons, laterApproval }),
  );
  const thirds = "three variants of the reference workload, which part in the middle";
  return { rows: [national, measureRow(setting, thirds, branches.join(","), [])] };
}

/** The first replication of each round, in which code is compiled, is left out. */
function measureRow(
  setting: Setting,
  what: string,
  scenarios: string,
  set: readonly string[],
): ComparisonRow {
  const measured: ForkedReplication[] = [];
  const reps = setting.quick ? 2 : 3;
  for (const round of roundsOf(`compare, ${what}`, setting)) {
    const { lines } = executeCommand<ForkedReplication>(setting.programs.measure, [
      ...[process.execPath, join(benchFolder, "runForks.mjs")],
      ...optionWords({ scenarios, seed: 1 + round * reps, reps }),
      ...set.map((change) => `--set=${change}`),
    ]);
    measured.push(...lines.slice(1));
  }
  const column = (key: keyof ForkedReplication): number[] => measured.map((one) => one[key]);
  return {
    what,
    replications: measured.length,
    ratio: ratios(column("togetherCpuMs"), column("apartCpuMs")),
  };
}
