import { readFileSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { UNCERTAIN_STOCK } from "../experiments/uncertainStock.ts";
import { englishWordIn } from "../reports/englishWords.ts";
import { SMALL, Workplace } from "./bedspace.ts";

const work = new Workplace();
const RUN = ["--replications", "4", "--workers", "1", "--quiet"];
const GATE = "probability(aqui.system.stock > 230, by: 2027-01-01) < 5 %";
const RATE = "systems.aqui.streams.todos.admissions";
const STOCK = ["--on", "aqui.system.stock"];

/** Scenarios that have no English word of their own. */
beforeEach(() => {
  const spanish = readFileSync(SMALL, "utf8")
    .replace("id: small", "id: plan")
    .replace("Two small prisons", "Dos centros")
    .replace("How full do two small prisons get?", "¿Cuánto se llenan?")
    .replace("here:\n    title: Here", "aqui:\n    title: Aquí")
    .replaceAll(/\ball\b/g, "todos");
  writeFileSync(work.path("plan.yaml"), spanish);
  writeFileSync(
    work.path("otro.yaml"),
    spanish.replace("id: plan", "id: otro").replace("300 persons", "900 persons"),
  );
  writeFileSync(work.path("stock.yaml"), UNCERTAIN_STOCK);
});

/** What a page says, without its styles, scripts and the specifications of its charts. */
function wordsOf(page: string): string {
  const body = page.replaceAll(/<(style|script|code|dl)[\s\S]*?<\/\1>/g, "");
  return body.replaceAll(/<[^>]*>/g, " ").replaceAll(/[\u2066-\u2069]/g, "");
}

describe("--lang", () => {
  it("--lang es writes page, Markdown and charts in Spanish, and changes no result", async () => {
    const run = ["run", "plan.yaml", ...RUN, "--out", "run"];
    expect(await work.bedspace([...run, "--lang", "es"])).toMatchObject({ code: 0 });
    const spanish = work.read("run", "summary.json");
    expect(work.read("run", "report.html").toString()).toContain('<html lang="es" dir="ltr">');
    expect(work.read("run", "report.md").toString()).toContain("## La respuesta");
    expect(work.read("run", "charts", "occupancy-fan-0.svg").toString()).toContain("Ocupación");

    expect(await work.bedspace(["report", "run", "--out", "english", "--quiet"])).toMatchObject({ code: 0 });
    expect(work.read("english", "report.html").toString()).toContain('<html lang="en" dir="ltr">');
    expect(work.read("english", "report.md").toString()).toContain("## The answer");
    expect(work.read("english", "summary.json").equals(spanish)).toBe(true);
  });

  it("--lang es tells of a run, its gates and its precision in Spanish", async () => {
    const asked = ["--precision", "50", "--max-replications", "64", ...STOCK, "--gate", GATE];
    const { code, stdout, stderr } = await work.bedspace(["run", "plan.yaml", "--lang", "es", ...asked]);
    expect(code).toBe(3);
    expect(stdout).toMatch(/^Medida {2,}Al, o en el periodo {2,}Unidad/);
    expect(stderr).toContain("no se cumple: ");
    expect(stderr).toContain("se buscó en 12 fechas de muestreo");
    expect(stderr).toContain("se alcanza la precisión de 50\n");
    expect(stderr).toMatch(/^informe: runs/m);
    const own = stderr.replaceAll(GATE, "").replaceAll("error:", "");
    expect([englishWordIn(stdout), englishWordIn(own)]).toEqual([undefined, undefined]);
  });

  it("--lang es tells of a comparison and of what moved since another in Spanish", async () => {
    await work.bedspace(["compare", "plan.yaml", "otro.yaml", ...RUN, "--out", "old"]);
    const changed = ["--set", `${RATE}=100 persons / 365 d`, "--out", "new", "--against", "old"];
    const args = ["compare", "plan.yaml", "otro.yaml", ...RUN, ...changed, "--lang", "es"];
    const { code, stdout, stderr } = await work.bedspace(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("Qué se movió desde la simulación anterior: ");
    expect(englishWordIn(stdout)).toBeUndefined();
  });

  it("--lang es tells of draws of uncertain parameters in Spanish", async () => {
    const args = ["run", "stock.yaml", "--replications", "3", "--lang", "es"];
    const drawn = await work.bedspace([...args, "--draws", "3", "--out", "drawn"]);
    expect(drawn.stdout).toContain("Azar, banda del 90 %");
    expect(englishWordIn(drawn.stdout + drawn.stderr)).toBeUndefined();
    const written = await work.bedspace([...args, "--out", "written"]);
    expect(written.stderr).toContain("3 parámetros inciertos tienen sus valores como están escritos");
    expect(englishWordIn(written.stderr)).toBeUndefined();
  });

  it.each([
    ["sweep", [["--vary", `${RATE}={ scale: 0.5,1 }`]], "diferencia frente al primer punto"],
    [
      "sweep",
      [
        ["--vary", `${RATE}={ scale: 0.5,1 }`],
        ["--vary", "systems.aqui.facilities.west.ratedCapacity=90,120"],
      ],
      "media ± mitad del ancho del intervalo del 95 %",
    ],
  ])(
    "bedspace %s %j --lang es speaks Spanish in table and page, not in data",
    async (command, vary, words) => {
      const args = [command, "plan.yaml", ...vary.flat(), "--on", "aqui.system.stock@2026-01-31", ...RUN];
      const spanish = await work.bedspace([...args, "--lang", "es", "--out", "es"]);
      const english = await work.bedspace([...args, "--out", "en"]);
      expect(spanish.code, spanish.stderr).toBe(0);
      expect(spanish.stdout).toContain(words);
      expect(englishWordIn(spanish.stdout)).toBeUndefined();
      const page = work.read("es", "report.html").toString();
      expect(page).toContain('<html lang="es"');
      expect(englishWordIn(wordsOf(page))).toBeUndefined();
      expect(englishWordIn(english.stdout)).toBe("mean");
      for (const data of ["sweep.json", "sweep.csv"]) {
        expect(work.read("es", data)).toEqual(work.read("en", data));
      }
    },
  );

  it("bedspace seek --lang es speaks Spanish, and the same JSON", async () => {
    const range = [
      "--vary",
      RATE,
      "--between",
      "{ scale: 0.5,2 }",
      "--max-replications",
      "64",
      "--workers",
      "1",
    ];
    const args = ["seek", "plan.yaml", ...range, "--until", "mean(aqui.system.stock) < 250"];
    const { code, stdout, stderr } = await work.bedspace([...args, "--lang", "es"]);
    expect(code).toBe(0);
    expect(stdout).toContain("se halló para cumplir");
    expect(stdout).not.toMatch(/[\u2066-\u2069]/);
    expect(stdout).toMatch(/^valor +veredicto +estimación \(personas\) +inferior +superior +réplicas$/m);
    expect(stderr).toMatch(/^\{ scale: 0.5 \}: 64 réplicas\n/);
    const told = (stdout + stderr).replaceAll(/mean\(.*?\)|scale/g, "");
    expect(englishWordIn(told)).toBeUndefined();
    const json = ["--json", "--quiet"];
    expect(await work.bedspace([...args, ...json, "--lang", "es"])).toEqual(
      await work.bedspace([...args, ...json]),
    );
  });

  it("bedspace sensitivity --lang es speaks Spanish in tables and page, not in data", async () => {
    const design = ["--replications", "2", "--trajectories", "2", "--on", "here.system.stock"];
    const args = ["sensitivity", "stock.yaml", ...design];
    const spanish = await work.bedspace([...args, "--lang", "es", "--out", "es"]);
    await work.bedspace([...args, "--out", "en", "--quiet"]);
    expect(spanish.stdout).toContain("¿Qué parámetros mueven here.system.stock");
    expect(englishWordIn(spanish.stdout + spanish.stderr)).toBeUndefined();
    const page = work.read("es", "report.html").toString();
    expect(page).toContain("Sensibilidad de ");
    for (const data of ["sensitivity.json", "sensitivity.csv"]) {
      expect(work.read("es", data)).toEqual(work.read("en", data));
    }
  });

  it.each([
    [["--limit", "40"], "después del inicio; --limit muestra más"],
    [["--person", "todos#-3"], "En prisión el día 0"],
  ])("bedspace explain %j --lang es speaks Spanish, and the same JSON", async (which, words) => {
    const args = ["explain", "plan.yaml", ...which];
    const { code, stdout, stderr } = await work.call([...args, "--lang", "es"]);
    expect(code, stderr).toBe(0);
    expect(stdout + stderr).toContain(words);
    expect(englishWordIn(stdout + stderr)).toBeUndefined();
    expect(await work.call([...args, "--json", "--lang", "es"])).toEqual(
      await work.call([...args, "--json"]),
    );
  });

  it.each([
    ["run", "plan.yaml"],
    ["sweep", "plan.yaml", "--vary", `${RATE}={ scale: 1,2 }`],
    ["seek", "plan.yaml", "--vary", RATE, "--between", "{ scale: 1,2 }", "--until", "x"],
    ["sensitivity", "stock.yaml"],
    ["explain", "plan.yaml"],
  ])("bedspace %s --lang of another language is refused before anything is simulated", async (...args) => {
    const before = work.filesIn(".");
    const { code, stderr } = await work.call([...args, "--lang", "fr"]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'error: --lang must be en or es, got "fr"\n' });
    expect(work.filesIn(".")).toEqual(before);
  });
});
