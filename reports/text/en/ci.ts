/** Labels of a job summary. */
export const labels = {
  noGates: "No gates were asked for.",
  report: "Report",
};

/** Titles of annotations. */
export const scenarioProblem = "Problem in a scenario";
export const gateProblem = "A gate cannot be judged";

/** Where a page is, under what a terminal shows. */
export function reportAt(path: string): string {
  return `report: ${path}`;
}

/** What was left out of a summary to keep it within its size. */
export function cut(parts: readonly string[]): string {
  return `Left out, because a summary of this size is not shown: ${parts.join("; ")}. All of it is in the report.`;
}

/** Names of what may be left out. */
export const parts = {
  measures: "the table of key measures",
  moved: "what moved since the earlier run",
  answer: "the answer",
  gates: "gates that hold",
  more: "further gates",
};

/** Heading of the bars that a terminal shows. */
export function occupancyOf(system: string): string {
  return `Mean occupancy of ${system}, from the first day to the last:`;
}
