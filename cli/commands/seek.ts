import { type SeekAnswer, type SeekModel, seek as search } from "../../experiments/index.ts";
import {
  type BoundGate,
  bindGate,
  type Gate,
  GateError,
  parseGate,
  plain,
  REPORT_TEXTS,
} from "../../reports/index.ts";
import type { CompiledScenario, OpenScenario } from "../../scenarios/index.ts";
import { PoolBackend } from "../../workers/index.ts";
import { changedScenario } from "../changedScenario.ts";
import { CliError } from "../cliError.ts";
import { EXIT_CODES, type ExitCode } from "../exitCodes.ts";
import type { SeekFlags } from "../experimentFlags.ts";
import { gateProblems } from "../gates.ts";
import { listenForInterruption } from "../interruption.ts";
import { openOne } from "../openOne.ts";
import { seekDocument, seekTable, seekWords } from "../seekOutput.ts";
import { type SeekRange, seekRange } from "../seekRange.ts";
import { soughtValues } from "../soughtValues.ts";
import { processTerminal, type Terminal } from "../terminal.ts";
import { textLines, textTable } from "../textTable.ts";

/** `bedspace seek`: the smallest change of a parameter that meets a gate, or that none does. */
export async function seek(reference: string, flags: SeekFlags): Promise<ExitCode> {
  const terminal = processTerminal(flags);
  const { open } = openOne(reference, flags.set);
  const { scenario } = open;
  for (const warning of scenario.warnings) terminal.note(`${scenario.id}: ${warning}`);
  const bound = gateOf(flags.until, scenario);
  const range = seekRange(flags);
  for (const x of [range.from, range.to]) changedScenario(open, [range.assignment(x)]);
  const answer = await searched(open, bound.gate, range, flags, terminal);
  const found = { answer, bound, scenario, range, flags };
  const text = REPORT_TEXTS[flags.lang];
  terminal.data(
    flags.json
      ? JSON.stringify(seekDocument(found), null, 2)
      : [
          ...text.experiments
            .seekSentences(seekWords(found))
            .map((sentence) => textLines(plain(sentence), terminal.width)),
          "",
          textTable(...seekTable(found, text), terminal.width),
        ].join("\n"),
  );
  return EXIT_CODES.done;
}

function gateOf(text: string, scenario: CompiledScenario): BoundGate {
  try {
    const bound = bindGate(parseGate(text), scenario);
    if (bound.between === undefined) return bound;
    throw new CliError(`--until: "${bound.measure.name}" is read of two scenarios, not of one`);
  } catch (error) {
    if (error instanceof GateError) throw gateProblems([error]);
    throw error;
  }
}

async function searched(
  open: OpenScenario,
  gate: Gate,
  range: SeekRange,
  flags: SeekFlags,
  terminal: Terminal,
): Promise<SeekAnswer> {
  const { seed, workers, confidence, least, most } = flags;
  const interruption = listenForInterruption(() => terminal.note("\nstopping; Ctrl-C again ends at once"));
  const backend = new PoolBackend({ threads: workers });
  const compile = (x: number): CompiledScenario => changedScenario(open, [range.assignment(x)]);
  const options = { seed, workers, backend, signal: interruption.signal };
  const model = told(soughtValues(gate, open.scenario, compile, options), range, flags, terminal);
  const { from, to, within, whole } = range;
  try {
    return await search({ from, to, within, whole, confidence, least, most }, model);
  } finally {
    interruption.stopListening();
    await backend.close();
  }
}

/** The same model, which says what it is at. */
function told(model: SeekModel, range: SeekRange, { lang }: SeekFlags, terminal: Terminal): SeekModel {
  return {
    ...model,
    values(x, n) {
      terminal.note(REPORT_TEXTS[lang].experiments.seekStep(range.text(x), n));
      return model.values(x, n);
    },
  };
}
