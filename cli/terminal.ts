import pc from "picocolors";
import { Progress } from "./progress.ts";

/** Where a command writes: data to one stream, everything else to the other. */
export interface Terminal {
  /** Data to stdout, as it is. */
  data(text: string): void;
  /** A remark to stderr, unless `--quiet`. */
  note(text: string): void;
  /** A problem to stderr. */
  problem(text: string): void;
  /** Progress over a number of replications, on stderr. */
  progress(total: number): Progress;
  readonly paint: ReturnType<typeof pc.createColors>;
}

export interface TerminalOptions {
  readonly quiet: boolean;
  readonly color: boolean;
}

/** The terminal of this process. Only stderr is ever coloured, and only when a person sees it. */
export function processTerminal({ quiet, color }: TerminalOptions): Terminal {
  const coloured = color && process.stderr.isTTY === true && !process.env.NO_COLOR;
  return {
    data: (text) => void process.stdout.write(text.endsWith("\n") ? text : `${text}\n`),
    note: (text) => void (quiet || process.stderr.write(`${text}\n`)),
    problem: (text) => void process.stderr.write(`${text}\n`),
    progress: (total) =>
      new Progress({
        total,
        quiet,
        isTerminal: process.stderr.isTTY === true && !process.env.CI,
        write: (text) => void process.stderr.write(text),
      }),
    paint: pc.createColors(coloured),
  };
}

/** Lets a reader such as `head` close the pipe early: what cannot be written any more is dropped. */
export function tolerateClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
}
