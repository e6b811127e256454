import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ADD_COMMANDS } from "../../cli/commandLine.ts";
import { findDuckDb } from "../../cli/duckDb.ts";
import { Workplace } from "./bedspace.ts";
import { difference, ExamplePackage } from "./examplePackage.ts";

const program = new ExamplePackage();
afterAll(() => program.remove());
const work = new Workplace();
/** Examples over the real history, which no small library shortens. */
const LONG = ["bedspace backtest", "bedspace backtest --replications 10 --json"];
const PLAN = difference("my-plan", "interest.share: 0.5");
/** Makes examples quicker that are long for their replications alone. */
const SHORTER: readonly (readonly [RegExp, string])[] = [
  [/^bedspace (run|compare|sweep|sensitivity) (?!.*--(replications|precision)).*$/, "$& --replications 4"],
  [/^bedspace sensitivity (?!.*--sobol).*$/, "$& --trajectories 2"],
  [/--rows 32\b/, "--rows 8"],
  [/--replications 200\b/, "--replications 4"],
];
const examples = ADD_COMMANDS.flatMap(examplesOf);

describe("the examples of the help", () => {
  it("are found: two or more for each command", () => {
    const counts = ADD_COMMANDS.map((add) => examplesOf(add).length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(2);
  });

  it.skip.each(examples.filter((example) => LONG.includes(example)))("%s (skipped: takes minutes)", () => {});

  it.each(examples.filter((example) => !LONG.includes(example)))("%s", (example) => {
    prepare(example);
    const shorter = SHORTER.reduce((text, [long, short]) => text.replace(long, short), example);
    const { status, stderr } = shell(shorter);
    const withoutSql = example.startsWith("bedspace query") && findDuckDb() === null;
    expect({ status, stderr }).toEqual({ status: withoutSql ? 2 : 0, stderr: expect.any(String) });
    if (withoutSql) expect(stderr).toContain("which is not installed");
  });
});

/** Examples as the definition of a command gives them to the parser. */
function examplesOf(add: (typeof ADD_COMMANDS)[number]): string[] {
  const found: string[] = [];
  const recorder: object = new Proxy(
    {},
    {
      get: (_, name) => (first: unknown, _text: unknown, build: unknown) => {
        if (name === "example") found.push(String(first).replace("$0", "bedspace"));
        if (name === "command") (build as (parser: object) => object)(recorder);
        return recorder;
      },
    },
  );
  add(recorder as Parameters<typeof add>[0], () => {});
  return found;
}

function shell(command: string, cwd = work.folder): { status: number | null; stderr: string } {
  const PATH = `${program.binFolder}${delimiter}${process.env.PATH}`;
  const { status, stderr } = spawnSync("sh", ["-c", command], {
    cwd,
    env: { ...process.env, PATH },
  });
  return { status, stderr: stderr.toString() };
}

/** The files and runs that an example takes for granted. */
function prepare(example: string): void {
  writeFileSync(work.path("my-plan.yaml"), PLAN);
  mkdirSync(work.path("runs"));
  if (example.startsWith("bedspace init")) return;
  const given = [...example.matchAll(/(?<!--out )\bruns\/[\w-]+/g)].map(([path]) => path);
  for (const [i, path] of given.entries()) cpSync(storedRun(i + 1), work.path(path), { recursive: true });
}

/** A run of a seed, simulated for the first example that asks for it. */
function storedRun(seed: number): string {
  const folder = join(program.folder, "runs", `${seed}`);
  if (existsSync(folder)) return folder;
  writeFileSync(join(program.folder, "my-plan.yaml"), PLAN);
  const made = shell(
    `bedspace compare baseline my-plan.yaml --replications 4 --seed ${seed} --quiet --out runs/${seed}`,
    program.folder,
  );
  expect(made.status, made.stderr).toBe(0);
  return folder;
}
