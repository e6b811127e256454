import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SMALL } from "../scenarios/smallScenario.ts";
import { packageFolder } from "../sourceFiles.ts";

/** Names of the national model that examples speak of, for those of the small one. */
const NATIONAL: readonly (readonly [RegExp, string])[] = [
  [/^id: small$/m, "id: baseline"],
  [
    /^title: A small world$/m,
    "title: A small world\nquestion: How full?\nmark: assumption\nsource: Invented",
  ],
  [/^horizon: 4 y$/m, "horizon: 10 y"],
  [/^ {2}north:$/m, "  us:"],
  [/^ {2}south:$/m, "  mx:"],
  [/\bnorth\b/g, "us"],
  [/\bsouth\b/g, "mx"],
  [/\bn-s\b/g, "us-mx"],
  [/\bN1\b/g, "ATW"],
  [/\bdrug-men\b/g, "drug-MX-male"],
];

/** The built program in a package of its own, whose library is small: what takes minutes there takes a moment. */
export class ExamplePackage {
  readonly folder = mkdtempSync(join(tmpdir(), "bedspace-package-"));
  /** Holds a command `bedspace`. */
  readonly binFolder = join(this.folder, "bin");

  constructor() {
    for (const name of ["dist", "data", "package.json"]) {
      cpSync(join(packageFolder, name), join(this.folder, name), { recursive: true });
    }
    symlinkSync(join(packageFolder, "node_modules"), join(this.folder, "node_modules"));
    const library = join(this.folder, "scenarios", "library");
    mkdirSync(library, { recursive: true });
    const baseline = NATIONAL.reduce((text, [pattern, name]) => text.replace(pattern, name), SMALL);
    writeFileSync(join(library, "baseline.yaml"), baseline);
    writeFileSync(
      join(library, "no-transfers.yaml"),
      difference("no-transfers", "review.approvalProbability: 0"),
    );
    writeFileSync(
      join(library, "double-approvals.yaml"),
      difference("double-approvals", "review.approvalProbability: { scale: 1.5 }"),
    );
    writeFileSync(join(library, "mexico.yaml"), difference("mexico", "interest.share: 0.2"));
    // A case reads this one, which stands by itself and is small.
    const own = "transfers-2005-2010.yaml";
    cpSync(join(packageFolder, "scenarios", "library", own), join(library, own));
    mkdirSync(this.binFolder);
    const main = join(this.folder, "dist", "cli", "main.js");
    writeFileSync(
      join(this.binFolder, "bedspace"),
      `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`,
      {
        mode: 0o755,
      },
    );
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** A scenario that changes one parameter of the corridor, and has an uncertain one. */
export function difference(id: string, assignment: string): string {
  return `id: ${id}
title: ${id}
question: What if?
mark: assumption
source: Invented
extends: baseline
interventions:
  - from: 2026-06-01
    set:
      corridors.us-mx.${assignment}
uncertain:
  corridors.us-mx.review.approvalProbability: { uniform: { low: 0.5, high: 0.7 } }
`;
}
