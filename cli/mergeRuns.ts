import type { Results, ScenarioRun } from "../reports/index.ts";
import { CliError } from "./cliError.ts";
import type { HashedFile } from "./manifest.ts";
import type { StoredRun } from "./storedRun.ts";

/** Stored runs put together: what a report is made from. */
export interface MergedRuns {
  /** The commands that give the same results, one line each. */
  readonly command: string;
  readonly seed: string;
  readonly data: readonly HashedFile[];
  readonly scenarioHashes: readonly string[];
  readonly runs: readonly [ScenarioRun, ...ScenarioRun[]];
  readonly gaps: readonly string[];
}

/**
 * Puts runs of the same scenarios under other seeds together, as if they were one. Replications of the second run
 * are numbered on from those of the first, alike in all scenarios, so that pairs stay pairs.
 *
 * @param stored the order decides the numbers alone
 * @throws {CliError} exit code 2, if scenarios differ, or two runs have one seed and so the same replications
 */
export function mergeRuns(stored: readonly [StoredRun, ...StoredRun[]]): MergedRuns {
  const [first, ...others] = stored;
  for (const other of others) requireSameScenarios(first, other);
  requireOtherSeeds(stored);
  const offsets = stored.map((_, i) => stored.slice(0, i).reduce((sum, run) => sum + span(run), 0));
  const merged = first.runs.map(({ scenario }, s): ScenarioRun => {
    const parts = stored.map(({ runs }, i) => ({ results: runs[s]!.results, offset: offsets[i]! }));
    return { scenario, results: numberedOn(parts) };
  });
  return {
    command: stored.map(({ manifest }) => manifest.command).join("\n"),
    seed: stored.map(({ manifest }) => manifest.seed).join(", "),
    data: first.manifest.data,
    scenarioHashes: first.manifest.scenarios.map(({ sha256 }) => sha256),
    runs: [merged[0]!, ...merged.slice(1)],
    gaps: stored.flatMap(({ path, gaps }) =>
      gaps.map((gap) => (others.length === 0 ? gap : `${path}: ${gap}`)),
    ),
  };
}

/** One more than the largest replication of a run. */
function span({ runs }: StoredRun): number {
  return 1 + Math.max(-1, ...runs.map(({ results }) => results.indices.at(-1) ?? -1));
}

/** Results one after the other, the indices of each part moved on by its offset. */
function numberedOn(parts: readonly { readonly results: Results; readonly offset: number }[]): Results {
  return {
    length: parts.reduce((sum, { results }) => sum + results.length, 0),
    *[Symbol.iterator]() {
      for (const { results, offset } of parts) {
        for (const result of results) yield { ...result, index: result.index + offset };
      }
    },
  };
}

function requireSameScenarios(first: StoredRun, other: StoredRun): void {
  const hashes = ({ manifest }: StoredRun) => manifest.scenarios.map(({ sha256 }) => sha256).join();
  if (hashes(first) === hashes(other)) return;
  const ids = ({ manifest }: StoredRun) => manifest.scenarios.map(({ id }) => id).join(", ");
  const same = ids(first) === ids(other) ? "the scenarios have the same ids, but not the same content" : null;
  throw new CliError(`${first.path} and ${other.path} are runs of different scenarios`, {
    hint: same ?? `${first.path}: ${ids(first)}; ${other.path}: ${ids(other)}`,
  });
}

function requireOtherSeeds(stored: readonly StoredRun[]): void {
  const seeds = stored.map(({ manifest }) => manifest.seed);
  const twin = seeds.findIndex((seed, i) => seeds.indexOf(seed) !== i);
  if (twin === -1) return;
  throw new CliError(
    `${stored[seeds.indexOf(seeds[twin]!)]!.path} and ${stored[twin]!.path} have the same seed, "${seeds[twin]}"`,
    { hint: "their replications are the same ones; only runs under other seeds add to each other" },
  );
}
