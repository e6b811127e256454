import { executeCommand } from "../measure.ts";
import { type Spread, spread } from "../spread.ts";
import { bedspace } from "./finishedRuns.ts";
import type { Setting } from "./section.ts";

/** A command that does little: what it costs to start. */
export interface StartupRow {
  readonly command: string;
  readonly times: number;
  readonly cpuSeconds: Spread;
}

export interface Startup {
  readonly rows: readonly StartupRow[];
  /** An empty program of Node in the same rounds: says how fast the machine was. */
  readonly emptyCpuSeconds: Spread;
}

const COMMANDS = ["--help", "validate baseline"];

/** Processor time of commands that simulate nothing, in turn. */
export function measureStartup({ programs: { measure }, quick }: Setting): Startup {
  const times = quick ? 1 : 9;
  const measured = COMMANDS.map((): number[] => []);
  const empty: number[] = [];
  for (let time = 0; time < times; time++) {
    console.error(`startup: ${time + 1} of ${times}`);
    empty.push(executeCommand(measure, [process.execPath, "--eval", "0"]).use.cpuSeconds);
    COMMANDS.forEach((command, i) => {
      measured[i]!.push(bedspace(measure, command.split(" ")).cpuSeconds);
    });
  }
  return {
    rows: COMMANDS.map((command, i) => ({ command, times, cpuSeconds: spread(measured[i]!) })),
    emptyCpuSeconds: spread(empty),
  };
}
