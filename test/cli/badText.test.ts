import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { elementsOf } from "../reports/ci/strictXml.ts";
import { callBedspace, SMALL, Workplace } from "./bedspace.ts";

const work = new Workplace();
const MARKUP = "<script>alert(1)</script> | [link](https://example.org) `code` *bold*";
const RIGHT_TO_LEFT = "سجن جديد في الشمال";
/** The longest that is allowed. */
const LONG = "x".repeat(200);

/** A scenario that differs from the small one in its words alone. */
function writeScenario(id: string, title: string): string {
  const quoted = JSON.stringify(title);
  copyFileSync(SMALL, work.path("small.yaml"));
  const words = `id: ${id}\ntitle: ${quoted}\nquestion: ${quoted}\nmark: assumption\nsource: ${quoted}\n`;
  writeFileSync(work.path(`${id}.yaml`), `${words}extends: ./small.yaml\n`);
  return `${id}.yaml`;
}

describe("bedspace compare", () => {
  it("bedspace compare shows markup, right-to-left text and long titles as text in all it writes", {
    timeout: 60_000,
  }, async () => {
    const files = Object.entries({ markup: MARKUP, rtl: RIGHT_TO_LEFT, long: LONG }).map(([id, title]) =>
      writeScenario(id, title),
    );
    const gate = ["--gate", "mean(here.system.occupancy) < 0.1", "--undecided", "warn"];
    const outcome = await work.bedspace(
      ["compare", "small.yaml", ...files, "--replications", "2", "--out", "run", ...gate],
      { env: { GITHUB_STEP_SUMMARY: work.path("summary.md"), COLUMNS: "80" } },
    );
    expect([outcome.code, outcome.stderr]).toEqual([3, expect.stringContaining("0 of 3 gates hold")]);
    const markdown = [work.read("run", "report.md"), readFileSync(work.path("summary.md"))].map(String);
    for (const text of markdown) {
      expect(text).toContain("\\<script\\>alert(1)\\</script\\> \\| \\[link\\]");
      expect(text).toContain(RIGHT_TO_LEFT);
      expect(text).toContain(LONG);
      expect(text).not.toMatch(/(?<!\\)<script|(?<!\\)\[link/);
    }
    const page = String(work.read("run", "report.html"));
    expect(page).toContain("&lt;script&gt;alert(1)");
    expect(page).not.toContain("<script>alert");
    expect(page).toContain(`<bdi>${RIGHT_TO_LEFT}</bdi>`);
    expect(elementsOf(String(work.read("run", "junit.xml"))).length).toBeGreaterThan(3);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a pipe gets none
    expect(outcome.stdout + outcome.stderr).not.toMatch(/\u001b|\u2068|\u202e/);
  });

  it("bedspace validate says that a title of 300 letters is too long", async () => {
    const file = writeScenario("long", "x".repeat(300));
    const { code, stderr } = await callBedspace(["validate", file], work.folder);
    expect(code).toBe(2);
    expect(stderr).toContain(
      "long.yaml:2:8 title: expected a text of at most 200 characters, received a text of 300 characters",
    );
  });

  it("bedspace validate refuses a title that would write to the terminal", async () => {
    const file = writeScenario("red", "\u001b[31mred");
    const { code, stderr } = await callBedspace(["validate", file], work.folder);
    expect(code).toBe(2);
    expect(stderr).toContain("red.yaml:2:8 title: expected a text without control characters");
    expect(stderr).not.toContain("\u001b");
  });
});
