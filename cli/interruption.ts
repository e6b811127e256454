import { EXIT_CODES } from "./exitCodes.ts";

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Thrown out of work that the user stopped. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

/**
 * Turns the first Ctrl-C (or a request to terminate) into an aborted signal, so that the work under way ends in
 * good order; the second ends the process at once.
 *
 * @param onFirst tells the user what happens now
 */
export function listenForInterruption(onFirst: () => void): {
  signal: AbortSignal;
  stopListening: () => void;
} {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(EXIT_CODES.interrupted);
    onFirst();
    controller.abort(new Interrupted("stopped by the user"));
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  return {
    signal: controller.signal,
    stopListening: () => {
      for (const name of SIGNALS) process.off(name, onSignal);
    },
  };
}
