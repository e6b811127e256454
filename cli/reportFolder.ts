import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeAtomically } from "./atomicWrite.ts";
import type { ReportPlace } from "./writeReport.ts";

/** A folder for a report or tables made from stored results; what is there under the same names is replaced. */
export class ReportFolder implements ReportPlace {
  readonly path: string;
  readonly scenarioHashes: readonly string[];

  constructor(path: string, scenarioHashes: readonly string[]) {
    this.path = path;
    this.scenarioHashes = scenarioHashes;
  }

  write(name: string, content: string | Uint8Array): void {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeAtomically(path, content);
  }
}
