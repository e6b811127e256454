import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { describe, expect, it } from "vitest";
import { columnar } from "../../reports/charts/columnar.ts";
import { embeddedSvg } from "../../reports/page/embeddedSvg.ts";
import { textWidth } from "../../reports/textWidth.ts";

const ROWS = [
  { scenario: "a", x: 1, y: 10 },
  { scenario: "b", x: 1 },
  { scenario: "a", x: 2, y: 20 },
];

describe("columnar", () => {
  it("columnar packs rows by their key, with null for what is not there", () => {
    expect(columnar("scenario", ROWS).values).toEqual([
      { scenario: "a", x: [1, 2], y: [10, 20] },
      { scenario: "b", x: [1], y: [null] },
    ]);
  });

  it("columnar gives transforms by which Vega gets the rows back", async () => {
    const { values, unpack } = columnar("scenario", ROWS);
    const spec: TopLevelSpec = {
      data: { values, name: "packed" },
      transform: unpack,
      mark: "point",
      encoding: { x: { field: "x", type: "quantitative" }, y: { field: "y", type: "quantitative" } },
    };
    const view = await new View(
      parse(compile({ ...spec, config: { mark: { invalid: null } } }).spec),
    ).runAsync();
    const rows = view.data("data_0").map(({ scenario, x, y }) => ({ scenario, x, y }));
    expect(rows).toEqual([
      { scenario: "a", x: 1, y: 10 },
      { scenario: "a", x: 2, y: 20 },
      { scenario: "b", x: 1, y: null },
    ]);
    view.finalize();
  });
});

describe("embeddedSvg", () => {
  it("embeddedSvg leaves out what the page gives and what nobody sees, and rounds", () => {
    const svg =
      '<svg width="10" class="marks"><g role="graphics-symbol" aria-label="a &gt; b" transform="translate(1.23456,-0.005)">' +
      '<path d="" display="none"/><path d="M0,0h1v1h-1Z" stroke="#000" opacity="0"/><path d="M0,0h10.6667v1Z" fill="#fff" opacity="0.9"/></g></svg>';
    expect(embeddedSvg(svg)).toBe(
      '<svg width="10"><g transform="translate(1.23,-0.01)"><path d="M0,0h10.67v1Z" fill="#fff" opacity="0.9"/></g></svg>',
    );
  });

  it("embeddedSvg leaves text as it is", () => {
    const svg = '<text fill="red">class="x" role="y" 1.23456 opacity="0"</text>';
    expect(embeddedSvg(svg)).toBe(svg);
  });
});

describe("textWidth", () => {
  // Advances of DejaVu Sans 2.37 at 2048 units per em, from its table hmtx: digit 1303, % 1946, bold digit 1425.
  it.each([
    [{ fontSize: 20.48 }, "130%", (3 * 1303 + 1946) / 100],
    [{ fontSize: 20.48 }, "Occupancy (% of rated capacity)", 33581 / 100],
    [{ fontSize: 20.48 }, "2034", (4 * 1303) / 100],
    [{ fontSize: 20.48, fontWeight: 600 }, "2034", (4 * 1425) / 100],
  ])("textWidth of %o %s is that of DejaVu Sans to 5 %", (item, text, width) => {
    expect(Math.abs(textWidth(item, text) / width - 1)).toBeLessThan(0.05);
  });

  it("textWidth is no more than its limit", () => {
    expect(textWidth({ fontSize: 10, limit: 30 }, "a long name")).toBe(30);
  });
});
