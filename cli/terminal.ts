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
  /** Lines for a person who watches, made for the width of the terminal: to stderr, never to a pipe or a log. */
  pictures(lines: (width: number) => readonly string[]): void;
  /** Characters in a line of stdout; undefined where it is no terminal, so that tables are not cut. */
  readonly width: number | undefined;
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
  const isWatched = process.stderr.isTTY === true && !process.env.CI;
  return {
    data: (text) => void process.stdout.write(text.endsWith("\n") ? text : `${text}\n`),
    note: (text) => void (quiet || process.stderr.write(`${text}\n`)),
    problem: (text) => void process.stderr.write(`${text}\n`),
    pictures: (lines) => {
      if (quiet || !isWatched) return;
      for (const line of lines(process.stderr.columns)) process.stderr.write(`${line}\n`);
    },
    width: process.stdout.isTTY === true ? process.stdout.columns : undefined,
    progress: (total) =>
      new Progress({
        total,
        quiet,
        isTerminal: isWatched,
        ...(isWatched && { width: process.stderr.columns }),
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
