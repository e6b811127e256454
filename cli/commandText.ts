import type { SimulationFlags } from "./flags.ts";
import type { PrecisionFlags } from "./precisionFlags.ts";
import type { DrawFlags } from "./uncertaintyFlags.ts";

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
  flags: Pick<SimulationFlags, "replications" | "seed" | "set"> & Partial<DrawFlags & PrecisionFlags>,
): string {
  const overrides = flags.set.flatMap((assignment) => ["--set", assignment]);
  const words = [
    command,
    ...references,
    ...lengthWords(flags),
    "--seed",
    flags.seed,
    ...overrides,
    ...(flags.draws === undefined ? [] : ["--draws", `${flags.draws}`, "--design", flags.design ?? "lhs"]),
  ];
  return ["bedspace", ...words.map(quoted)].join(" ");
}

/** What decides how many replications there are. */
function lengthWords({
  replications,
  precision,
}: Pick<SimulationFlags, "replications"> & Partial<PrecisionFlags>): string[] {
  if (precision === undefined) return ["--replications", `${replications}`];
  const { text, on, minimum, maximum } = precision;
  return [
    "--precision",
    text,
    ...on.flatMap((quantity) => ["--on", quantity]),
    "--min-replications",
    `${minimum}`,
    "--max-replications",
    `${maximum}`,
  ];
}

/** A word as a shell takes it. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
