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
}

const COMMANDS = ["--help", "validate baseline"];

/** Processor time of commands that simulate nothing, in turn. */
export function measureStartup({ programs: { measure }, quick }: Setting): Startup {
  const times = quick ? 1 : 9;
  const measured = COMMANDS.map((): number[] => []);
  for (let time = 0; time < times; time++) {
    console.error(`startup: ${time + 1} of ${times}`);
    COMMANDS.forEach((command, i) => {
      measured[i]!.push(bedspace(measure, command.split(" ")).cpuSeconds);
    });
  }
  return {
    rows: COMMANDS.map((command, i) => ({ command, times, cpuSeconds: spread(measured[i]!) })),
  };
}
