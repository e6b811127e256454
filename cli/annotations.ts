// Not through the index: a problem of a scenario can be told without the rest of the reports.
import { githubAnnotation } from "../reports/ci/githubAnnotation.ts";
import type { GateError } from "../reports/index.ts";
import { gateProblem, scenarioProblem } from "../reports/text/en/ci.ts";
import type { GatePlace, Issue } from "../scenarios/index.ts";
import { repositoryFile } from "./repositoryFile.ts";

/** Whether GitHub runs the program, and reads annotations from its output. */
export function isGithub(): boolean {
  return process.env.GITHUB_ACTIONS === "true";
}

/** Where an annotation stands; empty for what is in no file of the repository, such as a flag. */
export function annotationPlace(place: Pick<GatePlace, "file" | "line" | "column"> | undefined) {
  const file = place && repositoryFile(place.file);
  return place && file !== undefined ? { file, line: place.line, column: place.column } : {};
}

/** Problems of scenarios as annotations, each once; none outside of GitHub. */
export function issueAnnotations(issues: readonly Issue[]): string[] {
  if (!isGithub()) return [];
  const lines = issues.map(({ path, expected, received, hint, ...place }) =>
    githubAnnotation({
      level: "error",
      ...annotationPlace(place),
      title: scenarioProblem,
      message: withHint(`${path === "" ? "" : `${path}: `}expected ${expected}, received ${received}`, hint),
    }),
  );
  return [...new Set(lines)];
}

/** What is wrong with gates as annotations, each once; none outside of GitHub. */
export function gateErrorAnnotations(errors: readonly GateError[], places: readonly GatePlace[]): string[] {
  if (!isGithub()) return [];
  const lines = errors.map(({ gate, message, hint }) =>
    githubAnnotation({
      level: "error",
      ...annotationPlace(places.find((place) => place.gate.trim() === gate.trim())),
      title: gateProblem,
      message: withHint(message, hint),
    }),
  );
  return [...new Set(lines)];
}

function withHint(message: string, hint: string | null): string {
  return hint === null ? message : `${message}\nhint: ${hint}`;
}
