import type { TopLevelSpec } from "vega-lite";
import type { Chart } from "./charts/chart.ts";

/** Where warnings of the compiler and of the drawing go. */
export type WarningSink = (message: string) => void;

/** A Vega logger that hands every warning to `sink`. */
function collectingLogger(sink: WarningSink) {
  const collect = (...parts: readonly unknown[]) => {
    sink(parts.join(" "));
    return logger;
  };
  const quiet = () => logger;
  const level = ((value?: number) => (value === undefined ? 2 : logger)) as {
    (): number;
    (value: number): typeof logger;
  };
  const logger = { level, error: collect, warn: collect, info: quiet, debug: quiet };
  return logger;
}

/** Vega is large: it is loaded when something is drawn. */
async function loadVega() {
  const [{ parse, View }, { compile }] = await Promise.all([
    import("vega"),
    import("vega-lite"),
    import("./textWidth.ts"),
  ]);
  return { parse, View, compile };
}

/**
 * Draws a Vega-Lite specification as SVG, without a browser. Widths of text are estimated, so labels may stand a
 * few pixels off their place in a browser.
 *
 * @param sink receives warnings, of which the shipped charts have none
 * @example
 * (await renderSvg(spec, console.warn)).startsWith("<svg"); // => true
 */
export async function renderSvg(spec: TopLevelSpec, sink: WarningSink = () => {}): Promise<string> {
  const { parse, View, compile } = await loadVega();
  const logger = collectingLogger(sink);
  const compiled = compile(structuredCopy(spec), { logger });
  const view = new View(parse(compiled.spec), { renderer: "none", logger });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}

/** The compiler may write into its input. */
function structuredCopy(spec: TopLevelSpec): TopLevelSpec {
  return JSON.parse(JSON.stringify(spec)) as TopLevelSpec;
}

/**
 * SVG of every panel of some charts, by panel id.
 *
 * @example
 * (await renderCharts(charts)).get("occupancy-fan-0"); // => "<svg ..."
 */
export async function renderCharts(
  charts: readonly Chart[],
  sink?: WarningSink,
): Promise<ReadonlyMap<string, string>> {
  const drawn = new Map<string, string>();
  for (const panel of charts.flatMap(({ panels }) => panels)) {
    drawn.set(panel.id, await renderSvg(panel.spec, sink));
  }
  return drawn;
}
