import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { packageFolder } from "../sourceFiles.ts";

const program = join(packageFolder, "dist", "cli", "main.js");

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
  { env = {}, watch }: StartOptions = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    env: { ...process.env, ...env },
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
