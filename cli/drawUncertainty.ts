import {
  type DrawnValues,
  differenceOf,
  parameterDraws,
  uncertainPaths,
  valuesAt,
  varianceRow,
} from "../experiments/index.ts";
import {
  columnsOf,
  DEFAULT_LEVEL,
  gridDate,
  inReplicationOrder,
  keyMeasures,
  measureReader,
  type Point,
  parameterRows,
  pointsOf,
  type ScenarioRun,
  type Uncertainty,
  type VarianceRow,
  withModelError,
  yearMarks,
} from "../reports/index.ts";
import { type CompiledScenario, type OpenScenario, openScenario } from "../scenarios/index.ts";
import { CliError } from "./cliError.ts";
import { evaluateDesign } from "./evaluateDesign.ts";
import type { SimulationFlags } from "./flags.ts";
import { listenForInterruption } from "./interruption.ts";
import { DiskScenarioFiles } from "./scenarioFiles.ts";
import { readSkillRecord } from "./skillRecord.ts";
import type { Terminal } from "./terminal.ts";
import type { DrawFlags } from "./uncertaintyFlags.ts";

/** The random effects of both sides need three of each. */
const FEWEST = 3;

/**
 * Refuses draws that would say nothing, before anything is run.
 *
 * @throws {CliError} exit code 2
 */
export function checkDraws(
  scenarios: readonly CompiledScenario[],
  { draws }: DrawFlags,
  replications: number,
): void {
  if (draws === undefined) return;
  if (uncertainPaths(scenarios).length === 0) {
    throw new CliError("--draws needs a scenario with uncertain parameters", {
      hint: 'write "uncertain: { <path>: { <distribution> } }" in the scenario, or leave out --draws',
    });
  }
  if (replications < FEWEST) {
    throw new CliError(`--draws needs --replications of ${FEWEST} or more, got ${replications}`);
  }
}

/**
 * Runs scenarios again with their uncertain parameters drawn, on the random numbers of the run, and splits the
 * variance of the key measures into chance and parameters; of differences from the first scenario too. Beside them
 * stands the model's own past error, where it is known.
 *
 * @param references the scenarios as the user named them, in the order of the runs
 * @param runs with the values that are written, all with the same replications
 */
export async function drawUncertainty(
  references: readonly string[],
  runs: readonly [ScenarioRun, ...ScenarioRun[]],
  { draws = 0, design, ...flags }: SimulationFlags & DrawFlags,
  terminal: Terminal,
): Promise<Uncertainty> {
  const files = new DiskScenarioFiles();
  const open = references.map((reference) => openScenario(reference, files, flags.set));
  const scenarios = runs.map(({ scenario }) => scenario);
  const paths = uncertainPaths(scenarios);
  const points = parameterDraws(paths.length, draws, design, flags.seed);
  const replications = runs[0].results.length;
  const progress = terminal.progress(draws * runs.length * replications);
  const interruption = listenForInterruption(() => terminal.note("\nstopping; Ctrl-C again ends at once"));
  const rows: VarianceRow[] = [];
  let base: Evaluated | null = null;
  try {
    for (const [i, run] of runs.entries()) {
      const measured = pointsToRead(run);
      const drawn = await evaluateDesign(
        draws,
        (draw) => drawnAt(open[i]!, paths, points[draw]!),
        measured.map(({ measure, at }) => ({ measure: measure.name, at })),
        {
          seed: flags.seed,
          from: 0,
          to: replications,
          workers: flags.workers,
          advance: () => progress.advance(),
          signal: interruption.signal,
        },
      );
      const evaluated = { run, measured, values: valuesOf(run, measured, drawn) };
      rows.push(...rowsOf(evaluated, base));
      base ??= evaluated;
    }
  } finally {
    progress.end();
    interruption.stopListening();
  }
  const found = { design, draws, parameters: scenarios.flatMap(parameterRows), rows };
  return withModelError(found, scenarios, readSkillRecord());
}

interface Evaluated {
  readonly run: ScenarioRun;
  readonly measured: readonly Point[];
  readonly values: readonly DrawnValues[];
}

function drawnAt(open: OpenScenario, paths: readonly string[], point: Float64Array) {
  return open.drawn(valuesAt(open.scenario.uncertain, paths, point));
}

/** Key measures at the year marks, or over the run. */
function pointsToRead({ scenario }: ScenarioRun): Point[] {
  const measures = keyMeasures(scenario).map(({ name }) => name);
  const dates = yearMarks(scenario).map((grid) => gridDate(scenario, grid));
  return pointsOf(scenario, { measures, dates });
}

/** Values of each point: as written, and by draw. */
function valuesOf(
  { scenario, results }: ScenarioRun,
  points: readonly Point[],
  drawn: readonly Float64Array[][],
): DrawnValues[] {
  const columns = columnsOf(inReplicationOrder(results), points, ({ measure, at }) =>
    measureReader(scenario, measure.name, at),
  );
  return Array.from(columns, ([, written], i) => ({ written, drawn: drawn.map((values) => values[i]!) }));
}

/** Rows of a scenario's own measures, and of their differences from the base. */
function rowsOf({ run, measured, values }: Evaluated, base: Evaluated | null): VarianceRow[] {
  const scenario = run.scenario.id;
  const own = measured.map((point, i) => varianceRow({ scenario }, point, values[i]!, DEFAULT_LEVEL));
  const differences = measured.map((point, i) => {
    const j = base?.measured.findIndex((other) => isSame(other, point)) ?? -1;
    if (base === null || j < 0) return null;
    const names = { scenario, base: base.run.scenario.id };
    return varianceRow(names, point, differenceOf(values[i]!, base.values[j]!), DEFAULT_LEVEL);
  });
  return [...own, ...differences].filter((row) => row !== null);
}

function isSame(left: Point, right: Point): boolean {
  return left.measure.name === right.measure.name && left.at === right.at;
}
