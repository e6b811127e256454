import type { Chart } from "../reports/index.ts";

/** Where charts go. */
interface ChartPlace {
  write(name: string, content: string | Uint8Array): void;
}

/**
 * Writes the panels of charts below `charts/`: the specification with its data, the drawing as SVG, and as PNG where that
 * is asked for.
 *
 * @param drawings SVG by panel id
 */
export async function writeCharts(
  folder: ChartPlace,
  charts: readonly Chart[],
  drawings: ReadonlyMap<string, string>,
  { png }: { readonly png: boolean },
): Promise<void> {
  const pictures = png ? await import("./pngDrawing.ts") : undefined;
  for (const { id, spec } of charts.flatMap(({ panels }) => panels)) {
    const svg = drawings.get(id)!;
    folder.write(`charts/${id}.vl.json`, `${JSON.stringify(spec, null, 2)}\n`);
    folder.write(`charts/${id}.svg`, svg);
    if (pictures !== undefined) folder.write(`charts/${id}.png`, pictures.pngDrawing(svg));
  }
}
