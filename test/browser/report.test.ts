import { copyFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SMALL, Workplace } from "../cli/bedspace.ts";
import { findChromium } from "./findChromium.ts";

const work = new Workplace();
let browser: Browser;

beforeAll(async () => {
  const executablePath = findChromium();
  if (executablePath === null)
    throw new Error("no Chromium: run the tests by npm test, which says what is missing");
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
});
afterAll(() => browser?.close());

/** The report of a small comparison in a browser without a network, and what went wrong or was asked for. */
async function openReport(): Promise<{ page: Page; problems: string[]; requests: string[] }> {
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
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  const [problems, requests]: [string[], string[]] = [[], []];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(work.path("run", "report.html")).href);
  return { page, problems, requests };
}

describe("report.html", () => {
  it("report.html opens without a network: no error, no request, every chart drawn", async () => {
    const { page, problems, requests } = await openReport();
    const panels = page.locator("[data-spec]");
    const count = await panels.count();
    expect(count).toBeGreaterThan(0);
    for (let i = 0; i < count; i++) {
      const panel = panels.nth(i);
      await panel.scrollIntoViewIfNeeded();
      // The live chart takes the place of the drawing that the page was made with.
      await panel.locator(".vega-embed svg").waitFor({ timeout: 20_000 });
      const box = await panel.locator("svg").first().boundingBox();
      expect(box?.width).toBeGreaterThan(100);
      expect(box?.height).toBeGreaterThan(50);
    }
    expect(await page.locator("h1").innerText()).toContain("A larger west");
    expect(problems).toEqual([]);
    expect(requests).toEqual([pathToFileURL(work.path("run", "report.html")).href]);
    await page.close();
  });
});
