import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { Chromium, enlivenCharts } from "./browser.ts";
import { EveryChart } from "./everyChart.ts";

const chromium = new Chromium();
const pages = new EveryChart();

const LINKED = [
  "institution-heat-map-0",
  "crowding-rank-chance",
  "crowding-rank-days",
  "institution-map-start",
  "institution-map-end",
];

/** Frames and rings around the chosen institution in each linked chart: marks of its last layer. */
async function marked(page: Page): Promise<number[]> {
  return Promise.all(
    LINKED.map((id) =>
      page
        .locator(`[data-spec="spec-${id}"] .vega-embed g[class*="role-mark"]`)
        .last()
        .locator("path")
        .count(),
    ),
  );
}

describe("report.html", () => {
  it("report.html links heat map, ranked list, map and list of institutions", {
    timeout: 120_000,
  }, async () => {
    const { page, problems } = await chromium.open(pages.address("en"));
    await enlivenCharts(page);
    expect(await marked(page)).toEqual([0, 0, 0, 0, 0]);

    const list = page.getByLabel("Institution", { exact: true });
    const bar = page.locator('[data-spec="spec-crowding-rank-days"] .mark-rect path').first();
    await bar.click();
    const chosen = await list.inputValue();
    expect(chosen).not.toBe("");
    await expect.poll(() => marked(page)).toEqual([1, 1, 1, 1, 1]);
    const says = page.getByRole("status");
    const name = await list.locator("option:checked").innerText();
    expect(await says.innerText()).toMatch(
      /^.+: [\d.]+ % on 2026-01-01, [\d.]+ % on 2028-01-01 on average; chance above 130 % then .*95 % Wilson interval .*days/,
    );
    expect(name).toContain((await says.innerText()).split(":")[0]);

    await bar.click();
    expect(await list.inputValue()).toBe("");
    await expect.poll(() => marked(page)).toEqual([0, 0, 0, 0, 0]);

    await list.focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(async () => (await marked(page))[0]).toBe(1);
    expect(await says.innerText()).toContain("% on 2026-01-01");
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it("report.html marks in a chart that is drawn later what was chosen before", {
    timeout: 120_000,
  }, async () => {
    const { page } = await chromium.open(pages.address("es"), { viewport: { width: 1280, height: 400 } });
    const list = page.getByLabel("Centro", { exact: true });
    await list.selectOption({ index: 1 });
    await enlivenCharts(page);
    await expect.poll(async () => (await marked(page))[0]).toBe(1);
    await page.context().close();
  });

  it("report.html hides the list of institutions where no script runs", async () => {
    const { page } = await chromium.open(pages.address("en"), { javaScriptEnabled: false });
    expect(await page.locator("#chooser").isHidden()).toBe(true);
    await page.context().close();
  });
});
