import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, freemem, totalmem } from "node:os";
import { join } from "node:path";
import type { ReplicationResult } from "../engine/index.ts";
import { loadScenario, type ScenarioFiles } from "../scenarios/index.ts";
import { InlineBackend, PoolBackend, type ReplicationBackend } from "../workers/index.ts";
import { DUCKDB_INSTALL, findDuckDb } from "./duckDb.ts";
import { firstDifference } from "./firstDifference.ts";
import { checkScenario } from "./loadScenarios.ts";
import { packageFolder, tablesFolder } from "./package.ts";

/** What a check found; `optional`: something is missing that nothing needs. */
export interface HealthCheck {
  readonly name: string;
  readonly verdict: "pass" | "fail" | "optional";
  readonly detail: string;
}

const SMALL = `id: health
title: A small prison
question: Does the program run?
mark: assumption
source: Invented
start: 2026-01-01
horizon: 1 y
grid: 1 month
systems:
  here:
    facilities: [{ id: one, level: low, ratedCapacity: 100 }]
    streams: [{ id: all, admissions: 1 person / d, levels: { low: 1 }, stay: { exponential: { mean: 90 d } } }]
`;

/** Looks at this machine and this installation, without the network. */
export async function healthChecks(): Promise<HealthCheck[]> {
  return [
    nodeVersion(),
    found("cores", `${availableParallelism()}: one worker thread for each, unless --workers says otherwise`),
    found("memory", `${gigabytes(totalmem())} GB, ${gigabytes(freemem())} GB of it free`),
    await attempt("threads", threads),
    await attempt("tables", tables),
    await attempt("library", library),
    await attempt("write access", writeAccess),
    optional("SQL", findDuckDb(), DUCKDB_INSTALL),
    optional("PNG charts", resolved("@resvg/resvg-js"), "npm install @resvg/resvg-js@2.6.2"),
    found("browser", "not needed: charts are drawn without one"),
  ];
}

function found(name: string, detail: string): HealthCheck {
  return { name, verdict: "pass", detail };
}

/** A check that fails by throwing. */
async function attempt(name: string, check: () => string | Promise<string>): Promise<HealthCheck> {
  try {
    return found(name, await check());
  } catch (error) {
    return { name, verdict: "fail", detail: (error as Error).message };
  }
}

function optional(name: string, path: string | null, install: string): HealthCheck {
  if (path !== null) return found(name, "installed");
  return { name, verdict: "optional", detail: `not installed; when you need it: ${install}` };
}

function resolved(name: string): string | null {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    return null;
  }
}

function nodeVersion(): HealthCheck {
  const { engines } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as {
    engines: { node: string };
  };
  const least = engines.node.replace(">=", "");
  const { node } = process.versions;
  return {
    name: "Node",
    verdict: isAtLeast(node, least) ? "pass" : "fail",
    detail: `${node}; ${least} or later is needed`,
  };
}

/**
 * Whether a version is another one or a later one.
 *
 * @example
 * isAtLeast("20.20.2", "20.19"); // => true
 */
export function isAtLeast(version: string, least: string): boolean {
  const [ours, theirs] = [version, least].map((text) => text.split(".").map(Number)) as [number[], number[]];
  const place = theirs.findIndex((part, i) => (ours[i] ?? 0) !== part);
  return place === -1 || (ours[place] ?? 0) > theirs[place]!;
}

/** A small simulation on a thread and in this process. */
async function threads(): Promise<string> {
  const onThread = await smallResult(new PoolBackend({ threads: 1 }));
  const here = await smallResult(new InlineBackend());
  if (firstDifference(here, onThread) !== null)
    throw new Error("a thread gives other results than the process");
  return "start, and give the same bits as this process";
}

async function smallResult(backend: ReplicationBackend): Promise<ReplicationResult> {
  const files: ScenarioFiles = {
    readScenario: () => ({ path: "health.yaml", text: SMALL }),
    readTable: () => ({ path: "health.json", text: "{}" }),
  };
  const { parameters } = loadScenario("health.yaml", files, []);
  const results: ReplicationResult[] = [];
  const tasks = [{ scenarioIndex: 0, replicationIndex: 0 }];
  try {
    const job = { parameterSets: [parameters], seed: "1", tasks };
    await backend.run(job, { onResult: (_, result) => results.push(result) });
  } finally {
    await backend.close();
  }
  return results[0]!;
}

/** One hash over all shipped tables: equal on two machines that have the same data. */
function tables(): string {
  const names = readdirSync(tablesFolder)
    .filter((name) => name.endsWith(".json"))
    .sort();
  const hash = createHash("sha256");
  for (const name of names) {
    const text = readFileSync(join(tablesFolder, name), "utf8");
    JSON.parse(text);
    hash.update(`${name}\n${text}`);
  }
  if (names.length === 0) throw new Error(`${tablesFolder} holds no table`);
  return `${names.length}, SHA-256 of all ${hash.digest("hex").slice(0, 16)}`;
}

function library(): string {
  const { issues } = checkScenario("baseline", []);
  if (issues.length > 0)
    throw new Error(`the baseline has ${issues.length} problems: bedspace validate baseline`);
  return "the baseline is valid";
}

function writeAccess(): string {
  const folder = mkdtempSync(join(process.cwd(), ".bedspace-"));
  rmSync(folder, { recursive: true });
  return "runs can be stored below this folder";
}

function gigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(1);
}
