import { originsOf } from "../../experiments/index.ts";
import { writeAtomically } from "../atomicWrite.ts";
import type { BacktestFlags } from "../backtestFlags.ts";
import { backtestDocument, backtestText } from "../backtestOutput.ts";
import { usRecord } from "../backtestRecord.ts";
import { EXIT_CODES, type ExitCode } from "../exitCodes.ts";
import { listenForInterruption } from "../interruption.ts";
import { simulateOrigins } from "../simulateOrigins.ts";
import { processTerminal } from "../terminal.ts";

/** `bedspace backtest`: forecasts from past year ends, beside simple ones and what came. */
export async function backtest(flags: BacktestFlags): Promise<ExitCode> {
  const terminal = processTerminal(flags);
  const record = usRecord();
  const origins = originsOf(record.history);
  const { replications, seed, workers, out } = flags;
  const progress = terminal.progress(replications * origins.length);
  const interruption = listenForInterruption(() => terminal.note("\nstopping; Ctrl-C again ends at once"));
  const { signal } = interruption;
  const advance = (): void => progress.advance();
  try {
    const forecasts = await simulateOrigins(record, origins, {
      replications,
      seed,
      workers,
      advance,
      signal,
    });
    const document = backtestDocument(record, forecasts, { replications, seed });
    const json = JSON.stringify(document, null, 2);
    if (out !== undefined) writeAtomically(out, `${json}\n`);
    terminal.data(flags.json ? json : backtestText(document));
  } finally {
    progress.end();
    interruption.stopListening();
  }
  return EXIT_CODES.done;
}
