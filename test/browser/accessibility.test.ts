import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { Chromium, enlivenCharts } from "./browser.ts";
import { EveryChart } from "./everyChart.ts";

const chromium = new Chromium();
const pages = new EveryChart();
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PHONE = { viewport: { width: 390, height: 844 } };

/** Rules of axe-core that do not hold, each with the first element that breaks it. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const results: AxeResults = await page.evaluate("axe.run()");
  expect(results.passes.length).toBeGreaterThan(20);
  return results.violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html}`);
}

/** axe-core is no script of the page: the content policy has another test. */
async function open(name: "en" | "es", options: BrowserContextOptions = {}): Promise<Page> {
  return (await chromium.open(pages.address(name), { bypassCSP: true, ...options })).page;
}

describe("report.html", () => {
  it.each([
    ["in English", "en", {}],
    ["in Spanish", "es", {}],
    ["in the dark", "en", { colorScheme: "dark" }],
    ["on a phone", "en", PHONE],
    ["on a phone in the dark, in Spanish", "es", { ...PHONE, colorScheme: "dark" }],
  ] as const)("report.html breaks no rule of axe-core %s", { timeout: 120_000 }, async (_, name, options) => {
    const page = await open(name, options);
    await enlivenCharts(page);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it("report.html breaks no rule of axe-core on paper", { timeout: 120_000 }, async () => {
    const page = await open("en");
    await page.emulateMedia({ media: "print" });
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it("report.html breaks no rule of axe-core when every folded part is open", {
    timeout: 120_000,
  }, async () => {
    const page = await open("en");
    await page.evaluate("document.querySelectorAll('details').forEach((folded) => { folded.open = true; })");
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it("report.html is no wider than a phone", { timeout: 120_000 }, async () => {
    for (const name of ["en", "es", "bad"] as const) {
      const { page } = await chromium.open(pages.address(name), PHONE);
      await enlivenCharts(page);
      expect([name, await page.evaluate("document.documentElement.scrollWidth")]).toEqual([name, 390]);
      await page.context().close();
    }
  });

  it("report.html opens every folded part on paper, and folds it again", async () => {
    const { page } = await chromium.open(pages.address("en"));
    const folded = page.locator("details");
    const open = page.locator("details[open]");
    const [all, before] = [await folded.count(), await open.count()];
    expect(before).toBeLessThan(all);
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await open.count()).toBe(all);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await open.count()).toBe(before);
    await page.context().close();
  });
});
