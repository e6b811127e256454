import { keyedUniform } from "../../engine/statistics/keyedUniform.ts";
import type { CoverageStudy } from "./study.ts";

/** What a study found. */
export interface FoundCoverage {
  readonly study: CoverageStudy;
  readonly runs: number;
  /** Share of the intervals that held the truth. */
  readonly found: number;
  /** Standard error of that share over the runs. */
  readonly standardError: number;
}

/**
 * Runs a study; the same seed gives the same numbers.
 *
 * @param scale times the study's own number of runs, at least two
 */
export function findCoverage(study: CoverageStudy, seed: string, scale: number): FoundCoverage {
  const runs = Math.max(2, Math.round(study.runs * scale));
  const name = `${study.interval}, ${study.data}`;
  let sum = 0;
  let squares = 0;
  for (let run = 0; run < runs; run++) {
    const held = study.held(keyedUniform(`${seed}/${run}`, name), run);
    sum += held;
    squares += held ** 2;
  }
  const found = sum / runs;
  const variance = Math.max(0, squares / runs - found ** 2) * (runs / (runs - 1));
  return { study, runs, found, standardError: Math.sqrt(variance / runs) };
}

/** Markdown table of what was found, in percent. */
export function coverageTable(rows: readonly FoundCoverage[]): string {
  const percent = (share: number) => (100 * share).toFixed(1);
  const heads = ["interval", "data", "nominal %", "found %", "standard error", "runs"];
  const lines = rows.map(({ study, runs, found, standardError }) => [
    ...[study.interval, study.data, study.atLeast ? "≥ 95" : "95"],
    ...[percent(found), percent(standardError), String(runs)],
  ]);
  return [heads, heads.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
