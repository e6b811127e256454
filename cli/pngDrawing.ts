import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

/** Pixels of the picture for one of the drawing: sharp in print and on dense screens. */
const SCALE = 2;

const require = createRequire(import.meta.url);
const font = (name: string) => readFileSync(require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));

await initWasm(readFileSync(require.resolve("@resvg/resvg-wasm/index_bg.wasm")));

/** The one font of all pictures, whatever the machine has: with Latin, Greek, Cyrillic, Arabic and Hebrew letters. */
const FONT = {
  fontBuffers: ["DejaVuSans", "DejaVuSans-Bold"].map(font),
  defaultFontFamily: "DejaVu Sans",
  sansSerifFamily: "DejaVu Sans",
};

/**
 * A drawing as a PNG picture on white, twice as large. The same drawing gives the same bytes on every machine.
 *
 * @param svg as drawn by `renderSvg`
 */
export function pngDrawing(svg: string): Uint8Array {
  const options = { font: FONT, background: "#ffffff", fitTo: { mode: "zoom", value: SCALE } } as const;
  const drawing = new Resvg(svg, options);
  const image = drawing.render();
  const png = image.asPng();
  image.free();
  drawing.free();
  return png;
}
