import type { CapacityDefinition } from "../../../scenarios/compiledScenario.ts";
import type { CapacityUse } from "../en/capacity.ts";
import { isolate } from "../isolate.ts";
import { quoted } from "./format.ts";

const NAMES = { rated: "capacidad instalada", available: "capacidad disponible", own: "capacidad propia" };

const MEANINGS = {
  rated: "la capacidad instalada",
  available: "la capacidad disponible (la instalada menos las camas fuera de servicio)",
  own: "la capacidad propia del escenario (la instalada donde no da otra)",
};

/** Name of the capacity of all systems shown; without its kind where they differ. */
export function name(uses: readonly CapacityUse[]): string {
  const definitions = new Set(uses.map(({ definition }) => definition));
  const [only = "rated"] = definitions;
  return definitions.size > 1 ? "capacidad" : NAMES[only];
}

/** What the name leaves open, in one sentence. */
export function note(uses: readonly CapacityUse[]): string {
  const definitions = new Set(uses.map(({ definition }) => definition));
  const [only = "rated"] = definitions;
  if (definitions.size < 2) {
    return only === "rated" ? "" : `Capacidad: ${MEANINGS[only]}.`;
  }
  const parts = uses.map(({ system, scenario, definition }) => {
    const under = scenario === null ? "" : ` en ${quoted(scenario)}`;
    return `${isolate(system)}${under}, ${MEANINGS[definition]}`;
  });
  return `Capacidad: ${parts.join("; ")}.`;
}

/** What occupancy is measured against in one system, as a sentence of its own. */
export function measuredAgainst(system: string, definition: CapacityDefinition): string {
  return `La ocupación en ${isolate(system)} se mide contra ${MEANINGS[definition]}.`;
}
