import type { CompiledScenario } from "../scenarios/compiledScenario.ts";
import type { CapacityUse, ReportText } from "./text/en.ts";

/** What a report calls the capacity that occupancy is measured against. */
export interface CapacityTerm {
  /** "rated capacity"; "capacity" where systems or scenarios differ. */
  readonly name: string;
  /** What the name leaves open, as a sentence; empty for rated capacity. */
  readonly note: string;
}

/**
 * The capacity of some systems in a reader's words, over all scenarios shown.
 *
 * @example
 * capacityTerm([scenario], ["us"], en).name; // => "rated capacity"
 */
export function capacityTerm(
  scenarios: readonly CompiledScenario[],
  systems: readonly (string | null)[],
  text: ReportText,
): CapacityTerm {
  const uses = systems.flatMap((system) => usesOf(scenarios, system));
  return { name: text.capacity.name(uses), note: text.capacity.note(uses) };
}

/** Definitions in use for a system; with the scenario where they differ between scenarios. */
function usesOf(scenarios: readonly CompiledScenario[], system: string | null): CapacityUse[] {
  const found = scenarios.flatMap(({ title: scenario, systems }) =>
    systems
      .filter(({ id }) => id === system)
      .map(({ title, capacityDefinition: definition }) => ({ system: title, scenario, definition })),
  );
  const differs = new Set(found.map(({ definition }) => definition)).size > 1;
  return differs ? found : found.slice(0, 1).map((use) => ({ ...use, scenario: null }));
}
