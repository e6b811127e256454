import { parseArgs } from "node:util";
import { BranchRunner, type ModelParameters, ReplicationRunner } from "../engine/index.ts";
import { workloadParameters } from "./replications.ts";

const BRANCHES = 3;

/**
 * What forking spares: CPU time of three scenarios that are equal up to the middle of the run, from a shared beginning
 * against one by one, in turns. Expected: (1 + 3) / 2 runs instead of 3, so a ratio of about 0.67.
 *
 *     node --import tsx bench/forks.ts [--scale 0.2] [--rounds 7]
 */
function main(): void {
  const { values } = parseArgs({
    options: { scale: { type: "string", default: "0.2" }, rounds: { type: "string", default: "7" } },
  });
  const sets = branches(workloadParameters("prison-network", Number(values.scale)));
  const together = new BranchRunner(sets);
  const alone = sets.map((parameters) => new ReplicationRunner(parameters));
  const ratios: number[] = [];
  for (let round = -1; round < Number(values.rounds); round++) {
    const seed = String(round);
    const forked = cpuSeconds(() => together.run(seed, 0));
    const separate = cpuSeconds(() => alone.map((runner) => runner.run(seed, 0)));
    requireEqual(forked.result, separate.result);
    if (round >= 0) {
      ratios.push(forked.seconds / separate.seconds);
    }
  }
  ratios.sort((a, b) => a - b);
  const median = ratios[Math.floor(ratios.length / 2)]!;
  console.log(
    JSON.stringify({
      branches: BRANCHES,
      median: round2(median),
      lowest: round2(ratios[0]!),
      highest: round2(ratios.at(-1)!),
      expected: round2((1 + BRANCHES) / 2 / BRANCHES),
    }),
  );
}

/** The workload, and two policies that change its moves from the middle of the run on. */
function branches(base: ModelParameters): ModelParameters[] {
  const [first] = base.regimes;
  const fromDay = base.horizonDays / 2;
  return Array.from({ length: BRANCHES }, (_, i) => ({
    ...base,
    regimes: [
      first!,
      {
        ...first!,
        fromDay,
        corridors: first!.corridors.map((corridor) => ({
          ...corridor,
          review: { ...corridor.review, approvalProbability: 0.25 * (1 + i) },
        })),
      },
    ],
  }));
}

function cpuSeconds<Result>(work: () => Result): { readonly seconds: number; readonly result: Result } {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, result };
}

function requireEqual(
  forked: readonly { buffer: ArrayBuffer }[],
  separate: readonly { buffer: ArrayBuffer }[],
): void {
  forked.forEach(({ buffer }, i) => {
    if (Buffer.compare(Buffer.from(buffer), Buffer.from(separate[i]!.buffer)) !== 0) {
      throw new Error(`branch ${i} differs from its own run`);
    }
  });
}

function round2(value: number): number {
  return Number(value.toFixed(2));
}

main();
