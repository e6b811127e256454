import { EXIT_CODES, type ExitCode } from "../exitCodes.ts";
import type { SimulationFlags } from "../flags.ts";
import { runScenarios } from "../runScenarios.ts";

/** `bedspace compare`: simulates scenarios on common random numbers, and sets each against the first. */
export async function compare(references: readonly string[], flags: SimulationFlags): Promise<ExitCode> {
  await runScenarios("compare", references, flags);
  return EXIT_CODES.done;
}
