import { copyFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { SMALL, Workplace } from "./bedspace.ts";

const work = new Workplace();
const RUN = ["run", "small.yaml", "--replications", "3", "--out", "run"];
beforeEach(() => copyFileSync(SMALL, work.path("small.yaml")));

describe("--lang", () => {
  it("--lang es writes page, Markdown and charts in Spanish, and changes no result", async () => {
    expect(await work.call([...RUN, "--lang", "es", "--quiet"])).toMatchObject({ code: 0 });
    const spanish = work.read("run", "summary.json");
    expect(work.read("run", "report.html").toString()).toContain('<html lang="es" dir="ltr">');
    expect(work.read("run", "report.md").toString()).toContain("## La respuesta");
    expect(work.read("run", "charts", "occupancy-fan-0.svg").toString()).toContain("Ocupación");

    expect(await work.call(["report", "run", "--out", "english", "--quiet"])).toMatchObject({ code: 0 });
    expect(work.read("english", "report.html").toString()).toContain('<html lang="en" dir="ltr">');
    expect(work.read("english", "report.md").toString()).toContain("## The answer");
    expect(work.read("english", "summary.json").equals(spanish)).toBe(true);
  });

  it("--lang of another language is refused before anything is simulated", async () => {
    const { code, stderr } = await work.call([...RUN, "--lang", "fr"]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'error: --lang must be en or es, got "fr"\n' });
    expect(work.filesIn(".")).toEqual(["small.yaml"]);
  });
});
