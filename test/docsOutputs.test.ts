import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { TABLE_COLUMNS } from "../reports/index.ts";
import { SMALL, Workplace } from "./cli/bedspace.ts";
import { packageFolder } from "./sourceFiles.ts";

const text = readFileSync(join(packageFolder, "docs", "outputs.md"), "utf8");
const work = new Workplace();

function snippet(language: string): string {
  const code = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(text)?.[1];
  if (code === undefined) throw new Error(`snippet requires a block of ${language}`);
  return code;
}

function runs(program: string, ...args: string[]): boolean {
  return spawnSync(program, args).status === 0;
}

const hasPandas = runs("python3", "-c", "import pandas, pyarrow");
const hasArrow = runs("Rscript", "-e", "library(arrow)");

async function exportedRun(): Promise<void> {
  copyFileSync(SMALL, work.path("small.yaml"));
  await work.bedspace(["run", "small.yaml", "--replications", "3", "--out", "run"]);
  expect(await work.bedspace(["export", "run", "--format", "parquet"])).toMatchObject({ code: 0 });
}

describe("docs/outputs.md", () => {
  it.each(Object.entries(TABLE_COLUMNS))("docs/outputs.md lists the columns of %s", (table, columns) => {
    expect(text).toContain(`| \`${table}\` |`);
    expect(text).toContain(`| \`${columns.map(({ name }) => name).join(" ")}\` |`);
  });

  it.skipIf(!hasPandas)("the pandas snippet (skipped without pandas and pyarrow) runs", async () => {
    await exportedRun();
    const printed = execFileSync("python3", ["-c", snippet("python")], { cwd: work.folder }).toString();
    expect(printed).toContain("here.system.stock");
  });

  it.skipIf(!hasArrow)("the R snippet (skipped without R and arrow) runs", async () => {
    await exportedRun();
    const printed = execFileSync("Rscript", ["-e", snippet("r")], { cwd: work.folder }).toString();
    expect(printed).toContain("here.system.stock");
  });

  it("the SQL snippet runs", async () => {
    await exportedRun();
    const { code, stdout } = await work.bedspace(["query", "run", snippet("sql"), "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).rows).toHaveLength(10);
  });
});
