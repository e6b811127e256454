import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { RESULT_SCHEMA } from "../../reports/resultSchema.ts";
import { packageFolder } from "../sourceFiles.ts";
import { program, SMALL, start, Workplace } from "./bedspace.ts";

const work = new Workplace();
const RUN = ["--replications", "6", "--workers", "1", "--quiet"];
const HOLDS = "mean(here.system.stock) < 300";
const FAILS = "mean(here.system.occupancy, at: 2027-01-01) < 50 %";
const OPEN = "probability(here.system.stock > 1000, by: 2027-01-01) < 5 %";

/** The small scenario under another name, with fewer admissions and some gates. */
function plan(file: string, id: string, lines: string, admissions = "300 persons"): string {
  const text = readFileSync(SMALL, "utf8").replace("id: small", `id: ${id}`);
  writeFileSync(work.path(file), `${text.replace("300 persons", admissions)}\n${lines}\n`);
  return file;
}

describe("bedspace run, for a build", () => {
  it("bedspace run writes junit.xml, annotations with file and line, and a job summary that it adds to", async () => {
    mkdirSync(work.path("plans"));
    const gates = `gates:\n  - "${FAILS}"\n  - ${HOLDS}\n  - "${OPEN}"\nundecidedGates: warn`;
    const file = plan("plans/gated.yaml", "gated", gates);
    const line = work.read(file).toString().split("\n").indexOf(`  - "${FAILS}"`) + 1;
    writeFileSync(work.path("summary.md"), "before");
    const env = {
      GITHUB_ACTIONS: "true",
      GITHUB_STEP_SUMMARY: work.path("summary.md"),
      GITHUB_WORKSPACE: work.folder,
    };
    const args = ["run", file, ...RUN, "--out", "out", "--junit", "more/gates.xml"];
    const { code, stdout, stderr } = await work.bedspace(args, { env });
    expect(code).toBe(3);
    const annotations = stderr.split("\n").filter((text) => text.startsWith("::"));
    const place = `file=plans/gated.yaml,line=${line},col=5`;
    expect(annotations[0]).toMatch(
      new RegExp(
        `^::error ${place},title=A gate does not hold::gated: mean\\(.*\\) < 50 %25: does not hold: `,
      ),
    );
    expect(annotations[1]).toMatch(new RegExp(`^::warning file=plans/gated.yaml,line=${line + 2},`));
    expect(annotations).toHaveLength(2);
    expect(stdout).not.toMatch(/^::/m);
    const summary = work.read("summary.md").toString();
    expect(summary).toMatch(/^before\n# Two small prisons\n\n- ✗ gated: /);
    expect(summary).toContain("Report: out/report.html\n");
    expect(work.read("more", "gates.xml")).toEqual(work.read("out", "junit.xml"));
    expect(work.read("out", "junit.xml").toString()).toContain(
      'tests="3" failures="1" errors="0" skipped="1"',
    );
    for (const report of ["report.html", "report.md"]) {
      expect(work.read("out", report).toString()).toContain("✗ does not hold");
    }
  });

  it("bedspace run without gates writes no junit.xml but the one that it was asked for, and no annotation", async () => {
    const { code, stderr } = await work.bedspace(
      ["run", SMALL, ...RUN, "--out", "out", "--junit", "own.xml"],
      {
        env: { GITHUB_ACTIONS: "true" },
      },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(work.filesIn("out")).not.toContain("junit.xml");
    expect(work.read("own.xml").toString()).toContain('tests="0"');
  });

  it("bedspace run says before it simulates that the file of --junit cannot be written", async () => {
    mkdirSync(work.path("taken"));
    const { code, stderr } = await work.bedspace([
      "run",
      SMALL,
      ...RUN,
      "--out",
      "out",
      "--junit",
      `${SMALL}/x.xml`,
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain("x.xml cannot be written: part of the path is a file, not a folder\n");
    expect(() => work.filesIn("out")).toThrow();
  });

  it("bedspace run ends as the gates say where the job summary cannot be written", async () => {
    const env = { GITHUB_STEP_SUMMARY: work.folder };
    const { code, stderr } = await work.bedspace(["run", SMALL, ...RUN, "--out", "out"], { env });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^the job summary cannot be written: /);
  });
});

describe("bedspace compare --against", () => {
  it("bedspace compare --against tells what moved since an earlier run, in every output", async () => {
    const gate = "difference(here.system.stock) < 0";
    const old = plan("plan.yaml", "plan", "", "100 persons");
    await work.bedspace(["compare", SMALL, old, ...RUN, "--out", "old", "--gate", gate]);
    const changed = plan("plan.yaml", "plan", "", "900 persons");
    const env = { GITHUB_STEP_SUMMARY: work.path("summary.md") };
    const args = [
      "compare",
      SMALL,
      changed,
      ...RUN,
      "--out",
      "new",
      "--gate",
      gate,
      "--against",
      "old",
      "--json",
    ];
    const { code, stdout } = await work.bedspace(args, { env });
    expect(code).toBe(3);
    const document = JSON.parse(stdout);
    const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
    addFormats.default(ajv);
    expect(ajv.validate(RESULT_SCHEMA, document), ajv.errorsText()).toBe(true);
    const { against } = document;
    expect(against.verdicts).toEqual([{ scenario: "plan", gate, from: "pass", to: "fail" }]);
    expect(against.conclusions[0]).toMatchObject({ from: -1, to: 1 });
    expect(against.changedScenarios).toEqual(["plan"]);
    expect(against.rows.filter(({ scenario }: { scenario: string }) => scenario === "small")).toEqual([]);
    for (const text of [work.read("new", "report.md").toString(), work.read("summary.md").toString()]) {
      expect(text).toContain("## What moved since the earlier run");
      expect(text).toMatch(/\| verdict of a gate \| plan \| .* \| ✓ pass \| ✗ fail \|/);
    }
    const page = work.read("new", "report.html").toString();
    expect(page).toContain('<li><a href="#moved">What moved since the earlier run</a></li>');
    expect(page).toMatch(/<th scope="row">sign of a difference<\/th><td>plan − small<\/td>/);
    const told = await work.bedspace(["report", "new", "--quiet", "--against", "old/summary.json"]);
    expect(told.stdout).toMatch(/^sign of a difference {2}/m);
  });

  it("bedspace run --against a run without any of its scenarios, or no run, ends before it simulates", async () => {
    await work.bedspace(["run", SMALL, ...RUN, "--out", "old"]);
    const other = plan("other.yaml", "other", "");
    const refused = await work.bedspace(["run", other, ...RUN, "--out", "new", "--against", "old"]);
    expect(refused).toMatchObject({
      code: 2,
      stderr: "error: --against old has none of these scenarios\nhint: it has small; this run has other\n",
    });
    expect(() => work.filesIn("new")).toThrow();
    const absent = await work.bedspace(["run", SMALL, ...RUN, "--against", "nowhere"]);
    expect([absent.code, absent.stderr]).toEqual([
      2,
      "error: --against nowhere: no such file or folder\nhint: give the folder of a run, or its summary.json\n",
    ]);
    writeFileSync(work.path("text.json"), "no");
    const damaged = await work.bedspace(["run", SMALL, ...RUN, "--against", "text.json"]);
    expect(damaged.stderr).toContain("error: --against: text.json cannot be used: it is not JSON\n");
  });
});

describe("the workflow of bedspace init", () => {
  it("the workflow's commands give report, summary, JUnit, and exit code 3 on a broken gate", async () => {
    await work.bedspace(["init"]);
    const { jobs } = parse(work.read(".github", "workflows", "bedspace.yml").toString());
    const steps: { name?: string; run?: string; with?: { path?: string } }[] = jobs.bedspace.steps;
    const commands = steps.flatMap(({ name, run }) => (run === undefined || name === "Install" ? [] : [run]));
    expect(commands).toHaveLength(2);
    // What "Install" leaves behind; and small scenarios in place of the baseline and the plan.
    mkdirSync(work.path("node_modules", ".bin"), { recursive: true });
    symlinkSync(packageFolder, work.path("node_modules", "bedspace"));
    const stub = `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`;
    writeFileSync(work.path("node_modules", ".bin", "bedspace"), stub, { mode: 0o755 });
    plan("my-plan.yaml", "my-plan", `gates:\n  - "${FAILS}"\n  - ${HOLDS}`);
    const summary = work.path("step-summary.md");
    const outcomes = [];
    for (const command of commands) {
      const small = command
        .replace("compare baseline", `compare '${SMALL}'`)
        .replace("--replications 40", "--replications 3");
      const env = {
        GITHUB_ACTIONS: "true",
        GITHUB_STEP_SUMMARY: summary,
        GITHUB_WORKSPACE: work.folder,
        CI: "true",
      };
      outcomes.push(await start("bash", ["-e", "-c", small], work.folder, { env }));
    }
    expect(outcomes.map(({ code }) => code)).toEqual([0, 3]);
    expect(outcomes[1]?.stderr).toMatch(/^::error file=my-plan\.yaml,line=\d+,/m);
    expect(readFileSync(summary, "utf8")).toMatch(/^# .*\n\n- ✗ my-plan: /);
    const kept = steps.at(-1)?.with?.path?.trim().split("\n");
    expect(kept).toEqual(["bedspace-run", "bedspace-junit.xml"]);
    expect(work.filesIn("bedspace-run")).toEqual(
      expect.arrayContaining(["report.html", "report.md", "junit.xml"]),
    );
    expect(work.read("bedspace-junit.xml").toString()).toContain('failures="1"');
  });
});
