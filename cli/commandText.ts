import type { SimulationFlags } from "./flags.ts";

/**
 * The command that repeats a run: what decides its results, and not what decides its speed or place.
 *
 * @example
 * commandText("run", ["my plan.yaml"], { replications: 40, seed: "1", set: ["horizon=5 y"] });
 * // => "bedspace run 'my plan.yaml' --replications 40 --seed 1 --set 'horizon=5 y'"
 */
export function commandText(
  command: string,
  references: readonly string[],
  flags: Pick<SimulationFlags, "replications" | "seed" | "set">,
): string {
  const overrides = flags.set.flatMap((assignment) => ["--set", assignment]);
  const words = [
    command,
    ...references,
    "--replications",
    `${flags.replications}`,
    "--seed",
    flags.seed,
    ...overrides,
  ];
  return ["bedspace", ...words.map(quoted)].join(" ");
}

/** A word as a shell takes it. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
