import { EXIT_CODES, type ExitCode } from "../exitCodes.ts";
import type { SimulationFlags } from "../flags.ts";
import { runScenarios } from "../runScenarios.ts";

/** `bedspace run`: simulates one or more scenarios. */
export async function run(references: readonly string[], flags: SimulationFlags): Promise<ExitCode> {
  await runScenarios("run", references, flags);
  return EXIT_CODES.done;
}
