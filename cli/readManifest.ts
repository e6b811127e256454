import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { CliError } from "./cliError.ts";
import { MANIFEST_VERSION, type Manifest } from "./manifest.ts";
import { packageVersion } from "./package.ts";

const hashedFile = z.object({ file: z.string(), sha256: z.string() });
const chunk = z.object({ file: z.string(), first: z.int(), last: z.int(), count: z.int() });
const scenario = hashedFile.extend({
  id: z.string(),
  replications: z.object({ asked: z.int(), finished: z.int() }),
  chunks: z.array(chunk),
});
const manifest = z.object({
  schemaVersion: z.literal(MANIFEST_VERSION),
  status: z.enum(["running", "interrupted", "complete"]),
  command: z.string(),
  seed: z.string(),
  scenarios: z.array(scenario).min(1),
  data: z.array(hashedFile),
  versions: z.object({ bedspace: z.string(), node: z.string() }),
  timing: z.object({
    startedAt: z.string(),
    finishedAt: z.string().nullable(),
    seconds: z.number().nullable(),
    workers: z.int(),
    host: z.object({ platform: z.string(), processor: z.string(), cores: z.int() }),
  }),
});

/**
 * Reads the manifest of a run folder.
 *
 * @throws {CliError} exit code 2, if there is no such folder, it holds no run, its manifest is damaged, or another
 *   version of the program wrote it: a scenario as resolved is read by the version that resolved it alone
 */
export function readManifest(folder: string): Manifest {
  const raw = parsed(folder, manifestText(folder));
  const version = (raw as { schemaVersion?: unknown } | null)?.schemaVersion;
  if (typeof version === "number" && version !== MANIFEST_VERSION) {
    const age = version < MANIFEST_VERSION ? "an older" : "a newer";
    throw new CliError(
      `${folder} was written by ${age} program: its manifest has schemaVersion ${version}, this program reads ${MANIFEST_VERSION}`,
      { hint: "read it with the program that wrote it, or run the scenario again" },
    );
  }
  const checked = manifest.safeParse(raw);
  if (!checked.success) {
    const { path, message } = checked.error.issues[0]!;
    throw damaged(folder, `${path.join(".") || "the whole"}: ${message}`);
  }
  requireThisVersion(folder, checked.data.versions.bedspace);
  return checked.data;
}

function manifestText(folder: string): string {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) {
    throw new CliError(`${folder}: no such folder`, {
      hint: "give the folder of a run, such as one below runs/",
    });
  }
  if (!stats.isDirectory()) throw notARun(folder, "it is a file");
  const path = join(folder, "manifest.json");
  if (!existsSync(path)) throw notARun(folder, "it has no manifest.json");
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new CliError(`${path} cannot be read: ${(cause as Error).message}`, { cause });
  }
}

function parsed(folder: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw damaged(folder, "it is not JSON", cause);
  }
}

function requireThisVersion(folder: string, version: string): void {
  if (version === packageVersion) return;
  throw new CliError(
    `${folder} was written by bedspace ${version}, and this is ${packageVersion}: scenarios as resolved and results may have another shape`,
    { hint: `read it with bedspace ${version}, or run the scenario again` },
  );
}

function notARun(folder: string, why: string): CliError {
  return new CliError(`${folder} is not the folder of a run: ${why}`, {
    hint: "give the folder of a run, such as one below runs/",
  });
}

function damaged(folder: string, why: string, cause?: unknown): CliError {
  return new CliError(`${join(folder, "manifest.json")} is damaged: ${why}`, {
    hint: "the results cannot be told apart without it; run the scenario again",
    cause,
  });
}
