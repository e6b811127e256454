import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { ChartLibraries, UsStates } from "../reports/index.ts";
import { packageFolder } from "./package.ts";

/** The browser bundles that installed packages bring along, to be put into the report. */
export function readChartLibraries(): ChartLibraries {
  return { vega: bundle("vega"), vegaLite: bundle("vega-lite"), vegaEmbed: bundle("vega-embed") };
}

/** Outlines of the US states for the map of the report. */
export function readUsStates(): UsStates {
  return JSON.parse(readFileSync(join(packageFolder, "data", "maps", "us-states.json"), "utf8")) as UsStates;
}

/** The minified bundle stands beside the module that the package's name resolves to. */
function bundle(name: string): string {
  const entry = createRequire(import.meta.url).resolve(name);
  return readFileSync(join(dirname(entry), `${name}.min.js`), "utf8");
}
