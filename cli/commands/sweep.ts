import { parseVariation, sweepPoints, sweepRows, type Variation } from "../../experiments/index.ts";
import { DEFAULT_LEVEL, type Point, REPORT_TEXTS, type Response, sweepTable } from "../../reports/index.ts";
import type { OpenScenario } from "../../scenarios/index.ts";
import { changedScenario } from "../changedScenario.ts";
import { CliError } from "../cliError.ts";
import { evaluateDesign } from "../evaluateDesign.ts";
import { EXIT_CODES, type ExitCode } from "../exitCodes.ts";
import type { SweepFlags } from "../experimentFlags.ts";
import { listenForInterruption } from "../interruption.ts";
import { openOne } from "../openOne.ts";
import { pointsToRead } from "../pointsToRead.ts";
import { processTerminal, type Terminal } from "../terminal.ts";
import { textTable } from "../textTable.ts";
import { openSweepFolder, writeSweep } from "../writeSweep.ts";

/** `bedspace sweep`: what one or two parameters do to measures. */
export async function sweep(reference: string, flags: SweepFlags): Promise<ExitCode> {
  const terminal = processTerminal(flags);
  const variations = flags.vary.map(readVariation);
  requireDistinct(variations);
  const { open, data } = openOne(reference, flags.set);
  const { scenario } = open;
  for (const warning of scenario.warnings) terminal.note(`${scenario.id}: ${warning}`);
  const read = pointsToRead(scenario, flags.on);
  const designs = sweepPoints(variations).map((values) => {
    return values.map(({ text }, i) => `${variations[i]!.path}=${text}`);
  });
  for (const assignments of designs) changedScenario(open, assignments);
  const folder = openSweepFolder(scenario.id, flags.out);
  const response = await swept(open, variations, designs, read, flags, terminal);
  const { json, place } = await writeSweep(folder, response, scenario, { reference, data, flags });
  const { columns, rows } = sweepTable(response, REPORT_TEXTS[flags.lang]);
  terminal.data(flags.json ? json : textTable(columns, rows, terminal.width));
  terminal.note(place);
  return EXIT_CODES.done;
}

function readVariation(text: string): Variation {
  try {
    return parseVariation(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CliError(`--vary: ${error.message}`, { cause: error });
  }
}

function requireDistinct([first, second]: readonly Variation[]): void {
  if (first?.path === second?.path) throw new CliError(`--vary names "${first?.path}" twice`);
}

/** Runs every point, and the scenario as written where differences are taken from it. */
async function swept(
  open: OpenScenario,
  variations: readonly Variation[],
  designs: readonly (readonly string[])[],
  read: readonly Point[],
  flags: SweepFlags,
  terminal: Terminal,
): Promise<Response> {
  const { seed, replications, workers, against } = flags;
  const runs = against === "base" ? [[], ...designs] : designs;
  const progress = terminal.progress(runs.length * replications);
  const interruption = listenForInterruption(() => terminal.note("\nstopping; Ctrl-C again ends at once"));
  try {
    const values = await evaluateDesign(
      runs.length,
      (run) => open.changed(runs[run]!),
      read.map(({ measure, at }) => ({ measure: measure.name, at })),
      {
        seed,
        from: 0,
        to: replications,
        workers,
        advance: () => progress.advance(),
        signal: interruption.signal,
      },
    );
    const ofPoints = against === "base" ? values.slice(1) : values;
    const rows = sweepRows(read, ofPoints, values[0]!, DEFAULT_LEVEL);
    const parameters = variations.map(({ path, unit, values: list }) => ({ path, unit, values: list }));
    return { parameters, against, replications, points: sweepPoints(variations), rows };
  } finally {
    progress.end();
    interruption.stopListening();
  }
}
