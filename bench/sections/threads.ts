import { join } from "node:path";
import { executeCommand, optionWords } from "../measure.ts";
import { benchFolder } from "../programs.ts";
import { ratios, type Spread, spread } from "../spread.ts";
import { roundsOf, type Setting } from "./section.ts";

/** The pool of threads with one and with two, in turn. */
export interface Threads {
  readonly scenario: string;
  readonly replications: number;
  readonly rounds: number;
  /** Wall time (seconds). */
  readonly oneThreadSeconds: Spread;
  readonly twoThreadsSeconds: Spread;
  /** Wall time of one thread over twice that of two: 1 if the second is worth as much as the first. */
  readonly efficiency: Spread;
}

/** Efficiency of two threads; it needs both processors, so other work on the machine shows at once. */
export function measureThreads(setting: Setting): Threads {
  const reps = setting.quick ? 2 : 16;
  const wall = { one: [] as number[], two: [] as number[] };
  const run = (threads: number): number => {
    const { lines } = executeCommand<{ readonly wallSeconds: number }>(setting.programs.measure, [
      ...[process.execPath, join(benchFolder, "runThreads.mjs")],
      ...optionWords({ threads, reps }),
      ...(setting.quick ? ["--set=horizon=60 d"] : []),
    ]);
    return lines[0]!.wallSeconds;
  };
  for (const _ of roundsOf("threads", setting)) {
    wall.one.push(run(1));
    wall.two.push(run(2));
  }
  return {
    scenario: "prison-network",
    replications: reps,
    rounds: setting.rounds,
    oneThreadSeconds: spread(wall.one),
    twoThreadsSeconds: spread(wall.two),
    efficiency: ratios(
      wall.one,
      wall.two.map((seconds) => 2 * seconds),
    ),
  };
}
