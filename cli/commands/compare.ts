import type { ChartFlags } from "../chartFlags.ts";
import type { ExitCode } from "../exitCodes.ts";
import type { GateFlags, LanguageFlags, SimulationFlags } from "../flags.ts";
import type { PrecisionFlags } from "../precisionFlags.ts";
import { runScenarios } from "../runScenarios.ts";
import type { ResumeFlags } from "../storedFlags.ts";
import type { DrawFlags } from "../uncertaintyFlags.ts";

/** `bedspace compare`: simulates scenarios on common random numbers, and sets each against the first. */
export async function compare(
  references: readonly string[],
  flags: SimulationFlags & PrecisionFlags & GateFlags & DrawFlags & ResumeFlags & LanguageFlags & ChartFlags,
): Promise<ExitCode> {
  return runScenarios("compare", references, flags);
}
