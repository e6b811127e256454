import { inflateSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { pngDrawing } from "../../cli/pngDrawing.ts";
import { occupancyFan } from "../../reports/charts/occupancyFan.ts";
import { renderSvg } from "../../reports/renderChart.ts";
import { en } from "../../reports/text/en.ts";
import { syntheticAnalysis } from "../reports/syntheticAnalysis.ts";
import { SMALL, Workplace } from "./bedspace.ts";

/** Size of a PNG and its pixels before filtering is undone: enough to tell a blank one, and proof that it unpacks. */
function decoded(png: Uint8Array) {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return { width, height, lines: inflateSync(Buffer.concat(parts)) };
}

const drawing = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="30"><text x="10" y="20" font-size="14" font-family="system-ui, sans-serif">${text}</text></svg>`;

describe("pngDrawing", () => {
  let svg = "";
  beforeAll(async () => {
    svg = await renderSvg(occupancyFan(syntheticAnalysis({ months: 12 }, []), en)!.panels[0]!.spec);
  });

  it("pngDrawing gives a picture of twice the size that unpacks", () => {
    const { width, height, lines } = decoded(pngDrawing(svg));
    const size = /width="(\d+)" height="(\d+)"/.exec(svg)!.slice(1).map(Number);
    expect([width, height]).toEqual(size.map((side) => side * 2));
    // A filter byte, then 4 bytes for each pixel.
    expect(lines.length).toBe(height * (1 + width * 4));
  });

  it("pngDrawing gives the same bytes each time", () => {
    expect(Buffer.from(pngDrawing(svg)).equals(pngDrawing(svg))).toBe(true);
  });

  it.each(["Occupancy", "ñ á ¿", "130 %", "سجن"])("pngDrawing draws the letters of %s", (text) => {
    const blank = Buffer.from(pngDrawing(drawing("")));
    const unknown = Buffer.from(pngDrawing(drawing("\u{10ffff}".repeat([...text].length))));
    const drawn = Buffer.from(pngDrawing(drawing(text)));
    expect(drawn.equals(blank)).toBe(false);
    expect(drawn.equals(unknown)).toBe(false);
  });

  it("pngDrawing draws the text of a chart in bold and in regular letters", () => {
    const bare = svg.replace(/<text[^>]*font-weight="600"[\s\S]*?<\/text>/g, "");
    expect(bare).not.toBe(svg);
    const [whole, untitled] = [svg, bare].map((each) => Buffer.from(pngDrawing(each)));
    expect(whole!.equals(untitled!)).toBe(false);
    const textless = bare.replace(/<text[\s\S]*?<\/text>/g, "");
    expect(Buffer.from(pngDrawing(textless)).equals(untitled!)).toBe(false);
  });
});

describe("bedspace run --png", () => {
  const work = new Workplace();

  it("bedspace run --png writes a picture beside each SVG, and run alone none", {
    timeout: 60_000,
  }, async () => {
    const run = ["run", SMALL, "--replications", "2", "--quiet", "--out"];
    expect((await work.call([...run, "with", "--png"])).code).toBe(0);
    expect((await work.call([...run, "without"])).code).toBe(0);
    const charts = work.filesIn("with").filter((file) => file.startsWith("charts/"));
    const named = (ending: string) =>
      charts.filter((file) => file.endsWith(ending)).map((file) => file.split(".")[0]);
    expect(named(".png").length).toBeGreaterThan(0);
    expect(named(".png")).toEqual(named(".svg"));
    expect(work.filesIn("without").filter((file) => file.endsWith(".png"))).toEqual([]);
  });

  it("bedspace report --png draws a stored run", { timeout: 60_000 }, async () => {
    await work.call(["run", SMALL, "--replications", "2", "--quiet", "--out", "run"]);
    expect((await work.call(["report", "run", "--png", "--quiet"])).code).toBe(0);
    expect(work.filesIn("run").some((file) => file.endsWith(".png"))).toBe(true);
  });
});
