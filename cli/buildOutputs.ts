import { appendFileSync, mkdirSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { type GateOutcome, githubAnnotation, junitXml, type ReportText } from "../reports/index.ts";
import { annotationPlace, isGithub } from "./annotations.ts";
import { writeAtomically } from "./atomicWrite.ts";
import { CliError } from "./cliError.ts";
import type { GateFlags } from "./flags.ts";
import { type GatePlaces, gatePlacesOf } from "./gatePlacesOf.ts";
import type { Terminal } from "./terminal.ts";
import type { ReportPlace } from "./writeReport.ts";

/** GitHub shows no summary of a step that is larger. */
const SUMMARY_BYTES = 1024 * 1024;

/** What is told to a build after a run. */
export interface BuildResult {
  readonly folder: ReportPlace;
  readonly outcomes: readonly GateOutcome[];
  /** As typed, and the ids of the scenarios; empty for stored results, whose files are not known. */
  readonly references: readonly string[];
  readonly ids: readonly string[];
  /** Language of annotations. */
  readonly text: ReportText;
  /** Markdown of at most so many bytes. */
  summary(bytes: number): string;
}

/**
 * Makes sure that the file of `--junit` can be written, before anything is simulated. An old one is taken away, so that
 * a build whose run fails does not read the verdicts of another.
 *
 * @throws {CliError} exit code 2, if it cannot
 */
export function claimJunit({ junit }: Pick<GateFlags, "junit">): void {
  if (junit === undefined) return;
  try {
    mkdirSync(dirname(junit), { recursive: true });
    writeAtomically(junit, "");
    rmSync(junit);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const why = code === "EEXIST" ? "part of the path is a file, not a folder" : message;
    const hint = "choose another file with --junit";
    throw new CliError(`--junit ${junit} cannot be written: ${why}`, { hint, cause });
  }
}

/** JUnit for any build; annotations and a job summary where GitHub runs it. */
export function tellBuild(
  result: BuildResult,
  { junit }: Pick<GateFlags, "junit">,
  terminal: Terminal,
): void {
  const { folder, outcomes } = result;
  const xml = junitXml(outcomes);
  if (outcomes.length > 0) folder.write("junit.xml", xml);
  if (junit !== undefined) writeAtomically(junit, xml);
  if (isGithub()) annotate(result, terminal);
  const { GITHUB_STEP_SUMMARY: file = "" } = process.env;
  if (file !== "") appendSummary(file, result, terminal);
}

function annotate({ outcomes, references, ids, text }: BuildResult, terminal: Terminal): void {
  const open = outcomes.filter(({ row }) => row.verdict !== "pass");
  if (open.length === 0) return;
  const places: GatePlaces = gatePlacesOf(references, ids);
  for (const { row, breaks } of open) {
    const place = places.get(row.scenario)?.find(({ gate }) => gate.trim() === row.gate);
    const annotation = githubAnnotation({
      level: breaks ? "error" : "warning",
      ...annotationPlace(place),
      title: row.verdict === "fail" ? text.gates.labels.failed : text.gates.labels.undecided,
      message: `${row.scenario}: ${row.gate}: ${text.gates.verdictWords(row)}`,
    });
    terminal.problem(annotation);
  }
}

/** A summary that cannot be written is a remark: the results are there all the same. */
function appendSummary(file: string, { summary }: BuildResult, terminal: Terminal): void {
  try {
    const taken = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    const gap = taken === 0 ? "" : "\n";
    const text = summary(SUMMARY_BYTES - taken - gap.length);
    if (text === "") terminal.problem("the job summary is full: nothing was added to it");
    else appendFileSync(file, gap + text);
  } catch (error) {
    terminal.problem(`the job summary cannot be written: ${(error as Error).message}`);
  }
}
