import type { ChartFlags } from "../chartFlags.ts";
import type { ExitCode } from "../exitCodes.ts";
import type { GateFlags, LanguageFlags, SimulationFlags } from "../flags.ts";
import type { PrecisionFlags } from "../precisionFlags.ts";
import { runScenarios } from "../runScenarios.ts";
import type { ResumeFlags } from "../storedFlags.ts";
import type { DrawFlags } from "../uncertaintyFlags.ts";

/** `bedspace run`: simulates one or more scenarios. */
export async function run(
  references: readonly string[],
  flags: SimulationFlags & PrecisionFlags & GateFlags & DrawFlags & ResumeFlags & LanguageFlags & ChartFlags,
): Promise<ExitCode> {
  return runScenarios("run", references, flags);
}
