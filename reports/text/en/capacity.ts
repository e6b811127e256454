import type { CapacityDefinition } from "../../../scenarios/compiledScenario.ts";
import { isolate } from "../isolate.ts";
import { quoted } from "./format.ts";

/** A system and the capacity that its occupancy is measured against. */
export interface CapacityUse {
  readonly system: string;
  /** Title of the scenario where scenarios differ, else null. */
  readonly scenario: string | null;
  readonly definition: CapacityDefinition;
}

const NAMES = { rated: "rated capacity", available: "available capacity", own: "own capacity" };

const MEANINGS = {
  rated: "rated capacity",
  available: "available capacity (rated capacity less beds off line)",
  own: "the scenario's own capacity (rated capacity where it gives none)",
};

/** Name of the capacity of all systems shown; without its kind where they differ. */
export function name(uses: readonly CapacityUse[]): string {
  const definitions = new Set(uses.map(({ definition }) => definition));
  const [only = "rated"] = definitions;
  return definitions.size > 1 ? "capacity" : NAMES[only];
}

/** What the name leaves open, in one sentence. */
export function note(uses: readonly CapacityUse[]): string {
  const definitions = new Set(uses.map(({ definition }) => definition));
  const [only = "rated"] = definitions;
  if (definitions.size < 2) {
    return only === "rated" ? "" : `Capacity: ${MEANINGS[only]}.`;
  }
  const parts = uses.map(({ system, scenario, definition }) => {
    const under = scenario === null ? "" : ` under ${quoted(scenario)}`;
    return `${isolate(system)}${under}, ${MEANINGS[definition]}`;
  });
  return `Capacity: ${parts.join("; ")}.`;
}

/** What occupancy is measured against in one system, as a sentence of its own. */
export function measuredAgainst(system: string, definition: CapacityDefinition): string {
  return `Occupancy in ${isolate(system)} is measured against ${MEANINGS[definition]}.`;
}
