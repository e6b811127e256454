import { measureSensitivity, sensitivityDesign, valuesAt } from "../../experiments/index.ts";
import {
  DEFAULT_LEVEL,
  type Point,
  parameterRows,
  REPORT_TEXTS,
  type Sensitivity,
  sensitivitiesWithModelError,
  sensitivityTables,
} from "../../reports/index.ts";
import type { CompiledScenario, OpenScenario } from "../../scenarios/index.ts";
import { CliError } from "../cliError.ts";
import { evaluateDesign } from "../evaluateDesign.ts";
import { EXIT_CODES, type ExitCode } from "../exitCodes.ts";
import { listenForInterruption } from "../interruption.ts";
import { openOne } from "../openOne.ts";
import { pointsToRead } from "../pointsToRead.ts";
import { readSkillRecord } from "../skillRecord.ts";
import { processTerminal, type Terminal } from "../terminal.ts";
import { textTable } from "../textTable.ts";
import type { SensitivityFlags } from "../uncertaintyFlags.ts";
import { writeSensitivity } from "../writeSensitivity.ts";

/** `bedspace sensitivity`: what the uncertain parameters of a scenario do to its measures. */
export async function sensitivity(reference: string, flags: SensitivityFlags): Promise<ExitCode> {
  const terminal = processTerminal(flags);
  const { open, data } = openOne(reference, flags.set);
  const { scenario } = open;
  for (const warning of scenario.warnings) terminal.note(`${scenario.id}: ${warning}`);
  requireParameters(scenario);
  const points = pointsToRead(scenario, flags.on);
  const found = await analysed(open, points, flags, terminal);
  const { json, place } = await writeSensitivity(found, scenario, { reference, data, flags });
  const tables = sensitivityTables(found, REPORT_TEXTS[flags.lang]).map(
    ({ title, table }) => `${title}\n${textTable(table.columns, table.rows, terminal.width)}`,
  );
  terminal.data(flags.json ? json : tables.join("\n\n"));
  terminal.note(place);
  return EXIT_CODES.done;
}

function requireParameters({ id, uncertain }: CompiledScenario): void {
  if (uncertain.length > 0) return;
  throw new CliError(`scenario "${id}" has no uncertain parameters`, {
    hint: 'write "uncertain: { <path>: { <distribution> } }" in a scenario that extends it',
  });
}

async function analysed(
  open: OpenScenario,
  points: readonly Point[],
  flags: SensitivityFlags,
  terminal: Terminal,
): Promise<Sensitivity> {
  const { uncertain } = open.scenario;
  const { method, size, seed, replications, workers } = flags;
  const paths = uncertain.map(({ path }) => path);
  const design = asUsage(() => sensitivityDesign(uncertain, { method, size, seed }));
  const progress = terminal.progress(design.points.length * replications);
  const interruption = listenForInterruption(() => terminal.note("\nstopping; Ctrl-C again ends at once"));
  try {
    const values = await evaluateDesign(
      design.points.length,
      (point) => open.drawn(valuesAt(uncertain, paths, design.points[point]!)),
      points.map(({ measure, at }) => ({ measure: measure.name, at })),
      {
        seed,
        from: 0,
        to: replications,
        workers,
        advance: () => progress.advance(),
        signal: interruption.signal,
      },
    );
    const measures = points.map((point, i) =>
      asUsage(() =>
        measureSensitivity(
          design,
          uncertain,
          point,
          values.map((list) => list[i]!),
          DEFAULT_LEVEL,
        ),
      ),
    );
    return {
      ...{ method, size, points: design.points.length, replications },
      parameters: parameterRows(open.scenario),
      measures: sensitivitiesWithModelError(measures, open.scenario, readSkillRecord()),
    };
  } finally {
    progress.end();
    interruption.stopListening();
  }
}

/** What the statistics refuse is a matter of what was asked for. */
function asUsage<Value>(compute: () => Value): Value {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CliError(error.message, { cause: error });
  }
}
