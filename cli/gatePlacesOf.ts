import { type GatePlace, gatePlaces } from "../scenarios/index.ts";
import { DiskScenarioFiles } from "./scenarioFiles.ts";

/** Where the gates of scenarios are written, by scenario. */
export type GatePlaces = ReadonlyMap<string, readonly GatePlace[]>;

/**
 * Where the gates of valid scenarios are written.
 *
 * @param references as typed, in the order of `ids`
 */
export function gatePlacesOf(references: readonly string[], ids: readonly string[]): GatePlaces {
  const files = new DiskScenarioFiles();
  return new Map(references.map((reference, i) => [ids[i]!, gatePlaces(reference, files)]));
}
