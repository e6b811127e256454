import { CliError } from "./cliError.ts";
import { type RunDescription, scenarioHash } from "./runFolder.ts";
import { readStoredRun, type StoredRun } from "./storedRun.ts";

/**
 * Reads back what an interrupted run has stored, so that it can go on. What is damaged counts as not run.
 *
 * @param run what is to be run: it must be what was interrupted, or the results would not belong together
 * @throws {CliError} exit code 2, if the folder holds no run of this version, another run, or a complete one
 */
export function resumableRun(path: string, run: Omit<RunDescription, "startedAt">): StoredRun {
  const stored = readStoredRun(path);
  const { manifest, gaps } = stored;
  if (manifest.status === "complete" && gaps.length === 0) {
    throw new CliError(`${path} is complete: there is nothing to resume`, {
      hint: `bedspace report ${path} writes its report again`,
    });
  }
  const asked = manifest.scenarios[0]!.replications.asked;
  const differences = [
    ...otherThan("seed", manifest.seed, run.seed),
    ...otherThan("replications", asked, run.replications),
    ...otherThan("scenarios", listed(manifest.scenarios), listed(run.scenarios)),
    ...manifest.scenarios.flatMap(({ id, sha256 }, i) => {
      const now = run.scenarios[i];
      const changed = now?.id === id && scenarioHash(now) !== sha256;
      return changed ? [`scenario "${id}" has changed since: its file, a base, a table or --set`] : [];
    }),
  ];
  if (differences.length === 0) return stored;
  throw new CliError(`${path} is another run`, {
    details: differences,
    hint: `it was started by: ${manifest.command}`,
  });
}

function otherThan(name: string, then: string | number, now: string | number): string[] {
  return then === now ? [] : [`${name}: ${then} then, ${now} now`];
}

function listed(scenarios: readonly { readonly id: string }[]): string {
  return scenarios.map(({ id }) => id).join(", ");
}
