import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { SMALL, Workplace } from "./bedspace.ts";

const work = new Workplace();

/** The small scenario with a mistake on the line of its horizon, in a folder below the repository's. */
beforeEach(() => {
  mkdirSync(work.path("plans"));
  writeFileSync(
    work.path("plans", "a,b.yaml"),
    readFileSync(SMALL, "utf8").replace("horizon: 1 y", "horizon: 100 %"),
  );
  vi.stubEnv("GITHUB_ACTIONS", "true");
  vi.stubEnv("GITHUB_WORKSPACE", work.folder);
  return () => vi.unstubAllEnvs();
});

const annotationsIn = (text: string): string[] => text.split("\n").filter((line) => line.startsWith("::"));
const lineOf = (file: string, start: string): number =>
  work
    .read("plans", file)
    .toString()
    .split("\n")
    .findIndex((line) => line.trimStart().startsWith(start)) + 1;

describe("problems under GitHub Actions", () => {
  it.each([
    ["validate", "plans/a,b.yaml"],
    ["validate", "plans/a,b.yaml", "plans/a,b.yaml"],
    ["run", "plans/a,b.yaml"],
    ["sweep", "plans/a,b.yaml", "--vary", "systems.here.facilities.east.ratedCapacity=1,2"],
  ])(
    "bedspace %s %s marks the line of a mistake once, in words that cannot be mistaken for commands",
    async (...args) => {
      const { code, stderr } = await work.call(args);
      expect(code).toBe(2);
      const place = `file=plans/a%2Cb.yaml,line=${lineOf("a,b.yaml", "horizon:")},col=10`;
      const annotations = annotationsIn(stderr);
      expect(annotations).toHaveLength(1);
      expect(annotations[0]).toMatch(
        new RegExp(`^::error ${place},title=Problem in a scenario::horizon: expected .*, received .*100 %25`),
      );
      expect(stderr).toMatch(/^plans\/a,b\.yaml:\d+:10 horizon: expected/);
      expect(stderr).toMatch(/\nerror: 1 problem\n$/);
    },
  );

  it("bedspace validate and run mark the line of a gate that cannot be judged", async () => {
    const gates = 'gates:\n  - "mean(here.system.stok) < 3"\n  - mean(here.system.stock) < 300\n';
    writeFileSync(work.path("plans", "gated.yaml"), `${readFileSync(SMALL, "utf8")}\n${gates}`);
    const place = `file=plans/gated.yaml,line=${lineOf("gated.yaml", '- "mean')},col=5`;
    for (const command of ["validate", "run"]) {
      const { code, stderr } = await work.call([command, "plans/gated.yaml"]);
      expect(code).toBe(2);
      const [annotation, ...others] = annotationsIn(stderr);
      expect(annotation).toMatch(
        new RegExp(
          `^::error ${place},title=A gate cannot be judged::gate .* has no measure "here\\.system\\.stok"`,
        ),
      );
      expect(others).toEqual([]);
    }
  });

  it("a mistake in a flag is marked without a file", async () => {
    const set = await work.call(["run", SMALL, "--set", "horizon=never"]);
    expect(annotationsIn(set.stderr)[0]).toMatch(/^::error title=Problem in a scenario::horizon: expected/);
    const gate = await work.call(["run", SMALL, "--gate", "mean(x) < 1"]);
    expect(annotationsIn(gate.stderr)[0]).toMatch(/^::error title=A gate cannot be judged::gate "mean\(x\)/);
  });

  it("a scenario outside of the repository is marked without a file", async () => {
    vi.stubEnv("GITHUB_WORKSPACE", work.path("elsewhere"));
    const { stderr } = await work.call(["validate", "plans/a,b.yaml"]);
    expect(annotationsIn(stderr)[0]).toMatch(/^::error title=Problem in a scenario::/);
  });

  it("nothing is marked elsewhere", async () => {
    vi.stubEnv("GITHUB_ACTIONS", "");
    const { stderr } = await work.call(["validate", "plans/a,b.yaml"]);
    expect(annotationsIn(stderr)).toEqual([]);
  });
});
