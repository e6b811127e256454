import { copyFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { SMALL, Workplace } from "../cli/bedspace.ts";
import { Chromium, enlivenCharts, type Watched } from "./browser.ts";
import { BAD_TITLES, EveryChart } from "./everyChart.ts";

const work = new Workplace();
const chromium = new Chromium();
const pages = new EveryChart();

/** The report of a small comparison, in a browser. */
async function openReport(): Promise<Watched> {
  copyFileSync(SMALL, work.path("small.yaml"));
  writeFileSync(
    work.path("larger.yaml"),
    `id: larger\ntitle: A larger west\nquestion: Does it help?\nmark: assumption\nsource: Invented\nextends: ./small.yaml
systems: { here: { facilities: { west: { ratedCapacity: 200 } } } }\n`,
  );
  const { code, stderr } = await work.bedspace([
    "compare",
    "small.yaml",
    "larger.yaml",
    "--replications",
    "3",
    "--out",
    "run",
  ]);
  expect(stderr).toContain("report.html");
  expect(code).toBe(0);
  return chromium.open(pathToFileURL(work.path("run", "report.html")).href);
}

describe("report.html", () => {
  it("report.html opens without a network: no error, no request, every chart drawn", async () => {
    const { page, problems, requests } = await openReport();
    expect(await enlivenCharts(page)).toBeGreaterThan(0);
    for (const svg of await page.locator("[data-spec] svg").all()) {
      const box = await svg.boundingBox();
      expect(box?.width).toBeGreaterThan(100);
      expect(box?.height).toBeGreaterThan(50);
    }
    expect(await page.locator("h1").innerText()).toContain("A larger west");
    expect(problems).toEqual([]);
    expect(requests).toEqual([pathToFileURL(work.path("run", "report.html")).href]);
    await page.context().close();
  });

  it("report.html shows markup, right-to-left text and long names as text", {
    timeout: 120_000,
  }, async () => {
    const { page, problems } = await chromium.open(pages.address("bad"));
    await enlivenCharts(page);
    const text = (await page.locator("main").innerText()).replace(/\s/g, "");
    for (const title of BAD_TITLES) expect(text).toContain(title.replace(/\s/g, ""));
    expect(await page.title()).not.toBe("taken");
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
