import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { quantize } from "topojson-client";
import { filter, filterWeight, presimplify, quantile, simplify } from "topojson-simplify";

/** Share of the points of the outlines that stay: a state is 20 to 60 pixels wide. */
const POINTS_KEPT = 0.2;
/** Least area of an island that is drawn (square degrees). */
const SMALLEST_ISLAND = 0.01;
const GRID = 6000;
/** Territories that the usual projection of the states leaves out, by FIPS code. */
const TERRITORIES = ["60", "66", "69", "72", "78"];

/**
 * Outlines of the states for a small map, as TopoJSON: the states of `us-atlas` (1:10,000,000, of the US Census Bureau)
 * with far fewer points, without names.
 */
export function usStates(): string {
  const path = createRequire(import.meta.url).resolve("us-atlas/states-10m.json");
  const { objects, ...topology } = JSON.parse(readFileSync(path, "utf8"));
  const geometries = (objects.states.geometries as { id: string; type: string; arcs: unknown }[])
    .filter(({ id }) => !TERRITORIES.includes(id))
    .map(({ id, type, arcs }) => ({ type, id, arcs }));
  const weighted = presimplify({
    ...topology,
    objects: { states: { type: "GeometryCollection", geometries } },
  });
  const simple = simplify(weighted, quantile(weighted, POINTS_KEPT));
  return `${JSON.stringify(quantize(filter(simple, filterWeight(simple, SMALLEST_ISLAND)), GRID))}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL("us-states.json", import.meta.url), usStates());
}
