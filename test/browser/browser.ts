import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { findChromium } from "./findChromium.ts";

/** A page, and what went wrong in it or was asked for. */
export interface Watched {
  readonly page: Page;
  readonly problems: readonly string[];
  readonly requests: readonly string[];
}

/** Chromium without a network, for the tests of a file. */
export class Chromium {
  #browser: Browser | undefined;

  constructor() {
    beforeAll(async () => {
      const executablePath = findChromium();
      if (executablePath === null)
        throw new Error("no Chromium: run the tests by npm test, which says what is missing");
      this.#browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
    });
    afterAll(() => this.#browser?.close());
  }

  async open(address: string, options: BrowserContextOptions = {}): Promise<Watched> {
    const context = await this.#browser!.newContext({ offline: true, ...options });
    const page = await context.newPage();
    const [problems, requests]: [string[], string[]] = [[], []];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(address);
    return { page, problems, requests };
  }
}

/** Scrolls to every chart, and waits until it has taken the place of the drawing that the page was made with. */
export async function enlivenCharts(page: Page): Promise<number> {
  const panels = page.locator("[data-spec]");
  const count = await panels.count();
  for (let i = 0; i < count; i++) {
    await panels.nth(i).scrollIntoViewIfNeeded();
    await panels.nth(i).locator(".vega-embed svg").waitFor({ timeout: 60_000 });
  }
  return count;
}
