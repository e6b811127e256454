import { readFileSync, writeFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { RESULT_SCHEMA } from "../../reports/resultSchema.ts";
import { SMALL, Workplace } from "./bedspace.ts";

const work = new Workplace();
const RUN = ["--replications", "6", "--workers", "1", "--quiet", "--out", "out"];
const END = "2027-01-01";
/** Some 230 of 220 places are taken in the end. */
const HOLDS = "mean(here.system.stock) < 300";
const FAILS = `mean(here.system.occupancy, at: ${END}) < 50 %`;
const OPEN = `probability(here.system.stock > 1000, by: ${END}) < 5 %`;

/** The small scenario with gates of its own. */
function gated(lines: string): string {
  writeFileSync(work.path("gated.yaml"), `${readFileSync(SMALL, "utf8")}\n${lines}\n`);
  return "gated.yaml";
}

describe("bedspace run, gates", () => {
  it("bedspace run ends with 0 when every gate holds, and lists them", async () => {
    const { code, stderr } = await work.bedspace(["run", SMALL, ...RUN, "--gate", HOLDS]);
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^✓ small: mean\(here\.system\.stock\) < 300: holds: [\d.]+ people \(95 % interval/,
    );
  });

  it("bedspace run ends with 3 when a gate of the scenario fails; the results are all there", async () => {
    const file = gated(`gates:\n  - "${FAILS}"\n  - "${HOLDS}"`);
    const { code, stdout, stderr } = await work.bedspace(["run", file, ...RUN, "--json"]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^✗ small: .*: does not hold: /m);
    expect(stderr).toMatch(/^✓ small: /m);
    expect(stderr).toMatch(/error: 1 of 2 gates hold, 1 does not\n$/);
    const document = JSON.parse(stdout);
    expect(document.gates.map(({ verdict }: { verdict: string }) => verdict)).toEqual(["fail", "pass"]);
    const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
    addFormats.default(ajv);
    expect(ajv.validate(RESULT_SCHEMA, document), ajv.errorsText()).toBe(true);
    expect(JSON.parse(work.read("out", "manifest.json").toString()).status).toBe("complete");
    expect(work.filesIn("out")).toContain("report.html");
  });

  it("bedspace run fails on an undecided gate, unless the flag or the scenario says warn", async () => {
    const plain = await work.bedspace(["run", SMALL, ...RUN, "--gate", OPEN]);
    expect(plain.code).toBe(3);
    expect(plain.stderr).toMatch(
      /^\? small: .*: undecided: 0\.0 % \(95 % interval 0\.0 to 39\.0, 6 replications/,
    );
    expect(plain.stderr).toContain("hint: more --replications narrow the intervals");
    const warned = ["run", SMALL, ...RUN.slice(0, -1), "warned", "--gate", OPEN, "--undecided", "warn"];
    expect((await work.bedspace(warned)).code).toBe(0);
    const file = gated(`undecidedGates: warn\ngates:\n  - "${OPEN}"`);
    expect((await work.bedspace(["run", file, ...RUN.slice(0, -1), "own"])).code).toBe(0);
    const strict = ["run", file, ...RUN.slice(0, -1), "strict", "--undecided", "fail"];
    expect((await work.bedspace(strict)).code).toBe(3);
  });

  it("bedspace run refuses an unknown measure before it simulates", async () => {
    const { code, stderr } = await work.call(["run", SMALL, ...RUN, "--gate", "mean(here.system.stok) < 1"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^gate "mean\(here\.system\.stok\) < 1", column 6: "small" has no measure "here\.system\.stok"; nearest: here\.system\.stock, .*\nerror: a gate cannot be judged\n$/,
    );
  });

  it("bedspace run refuses another word for --undecided", async () => {
    const { code, stderr } = await work.call(["run", SMALL, ...RUN, "--undecided", "pass"]);
    expect([code, stderr]).toEqual([2, 'error: --undecided must be fail or warn, got "pass"\n']);
  });
});

describe("bedspace compare, gates", () => {
  it("bedspace compare judges differences of the compared scenario, and further gates of it alone", async () => {
    const fewer = readFileSync(SMALL, "utf8")
      .replace("id: small", "id: fewer")
      .replace("300 persons", "200 persons");
    writeFileSync(work.path("fewer.yaml"), fewer);
    const gates = [
      "--gate",
      "difference(here.system.stock) < 0",
      "--gate",
      "difference(here.system.stock) > 0",
    ];
    const { code, stderr } = await work.bedspace(["compare", SMALL, "fewer.yaml", ...RUN, ...gates]);
    expect(code).toBe(3);
    expect(stderr.match(/^[✓✗?] \w+/gm)).toEqual(["✓ fewer", "✗ fewer"]);
  });
});

describe("bedspace validate, gates", () => {
  it("bedspace validate finds what is wrong with gates", async () => {
    const file = gated('gates:\n  - "mean(here.system.stok) < 1"\n  - "difference(here.system.stock) < 1"');
    const { code, stdout, stderr } = await work.call(["validate", file]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^gate "mean\(here\.system\.stok\) < 1", column 6: .*\nerror: 1 problem\n$/);
  });
});
