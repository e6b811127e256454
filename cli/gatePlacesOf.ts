import { relative, resolve } from "node:path";
import { type GatePlace, gatePlaces } from "../scenarios/index.ts";
import { DiskScenarioFiles } from "./scenarioFiles.ts";

/** Where the gates of scenarios are written, by scenario. */
export type GatePlaces = ReadonlyMap<string, readonly GatePlace[]>;

/**
 * Where gates are written, with files from the root of the repository that GitHub checked out.
 *
 * @param references as typed, in the order of `ids`
 * @param workspace the repository's folder; the working folder where it is not known
 */
export function gatePlacesOf(
  references: readonly string[],
  ids: readonly string[],
  workspace: string = process.cwd(),
): GatePlaces {
  const files = new DiskScenarioFiles();
  const fromRoot = (file: string): string => {
    const way = relative(resolve(workspace), resolve(file));
    return way.startsWith("..") ? file : way.replaceAll("\\", "/");
  };
  return new Map(
    references.map((reference, i) => [
      ids[i]!,
      gatePlaces(reference, files).map((place) => ({ ...place, file: fromRoot(place.file) })),
    ]),
  );
}
