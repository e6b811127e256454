import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, vi } from "vitest";
import { runProgram } from "../../cli/runProgram.ts";
import { packageFolder } from "../sourceFiles.ts";

export const program = join(packageFolder, "dist", "cli", "main.js");

/** A scenario that runs in milliseconds. */
export const SMALL = join(packageFolder, "test", "cli", "fixtures", "small.yaml");

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Called once the program runs, with a function that sends it a signal. */
  readonly watch?: (send: (signal: NodeJS.Signals) => void) => void;
}

/** Runs the built program in a folder. */
export async function startBedspace(
  args: readonly string[],
  cwd: string,
  options: StartOptions = {},
): Promise<Outcome> {
  return start(process.execPath, [program, ...args], cwd, options);
}

/** Runs any program in a folder, as if no build service ran the tests. */
export async function start(
  command: string,
  args: readonly string[],
  cwd: string,
  { env = {}, watch }: StartOptions = {},
): Promise<Outcome> {
  const { GITHUB_ACTIONS: _actions, GITHUB_STEP_SUMMARY: _summary, ...outside } = process.env;
  const child = spawn(command, [...args], {
    cwd,
    env: { ...outside, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (data) => stdout.push(data));
  child.stderr.on("data", (data) => stderr.push(data));
  watch?.((signal) => child.kill(signal));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  return { code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() };
}

/** Runs the program in this process, in a folder: quicker, where it does not matter that it is a program. */
export async function callBedspace(args: readonly string[], cwd: string): Promise<Outcome> {
  const home = process.cwd();
  const [out, err] = [captured(process.stdout), captured(process.stderr)];
  const log = vi.spyOn(console, "log").mockImplementation((text) => void process.stdout.write(`${text}\n`));
  process.chdir(cwd);
  try {
    const code = await runProgram(args);
    return { code, stdout: out.text(), stderr: err.text() };
  } finally {
    process.chdir(home);
    for (const spy of [out.spy, err.spy, log]) spy.mockRestore();
  }
}

function captured(stream: NodeJS.WriteStream) {
  const texts: string[] = [];
  const spy = vi.spyOn(stream, "write").mockImplementation((text) => {
    texts.push(String(text));
    return true;
  });
  return { spy, text: () => texts.join("") };
}

/** A fresh folder for each test, to run the program in. */
export class Workplace {
  folder = "";

  constructor() {
    beforeEach(() => {
      this.folder = mkdtempSync(join(tmpdir(), "bedspace-"));
    });
    afterEach(() => rmSync(this.folder, { recursive: true }));
  }

  /** Runs the built program, as a user would. */
  async bedspace(args: readonly string[], options: StartOptions = {}): Promise<Outcome> {
    return startBedspace(args, this.folder, options);
  }

  /** Runs the program in this process. */
  async call(args: readonly string[]): Promise<Outcome> {
    return callBedspace(args, this.folder);
  }

  path(...names: readonly string[]): string {
    return join(this.folder, ...names);
  }

  read(...names: readonly string[]): Buffer {
    return readFileSync(this.path(...names));
  }

  /** Files below a folder, by their path from there. */
  filesIn(name: string): string[] {
    return readdirSync(this.path(name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(this.path(name).length + 1))
      .sort();
  }
}
