import { join } from "node:path";
import { parse } from "yaml";
import { libraryFolder } from "./package.ts";
import { readText } from "./readText.ts";
import { libraryIds } from "./scenarioFiles.ts";

/** A shipped scenario in a list. */
export interface LibraryEntry {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** Id of the scenario that it extends. */
  readonly base: string | null;
}

/** The shipped scenarios in alphabetical order; their own words are read, not what their bases and tables hold. */
export function libraryEntries(): LibraryEntry[] {
  return libraryIds().map((id) => {
    const written = parse(readText(join(libraryFolder, `${id}.yaml`))) as Header;
    return { id, title: written.title, question: written.question ?? "", base: written.extends ?? null };
  });
}

interface Header {
  readonly title: string;
  readonly question?: string;
  readonly extends?: string;
}
