import { type Analysis, sidesOf, titleOf } from "../analyse.ts";
import { capacityTerm } from "../capacityTerm.ts";
import { ratedInstitutions, startsAndEnds } from "../institutionOccupancy.ts";
import type { ReportText } from "../text/en.ts";
import type { Chart } from "./chart.ts";
import { MEXICO_TILES } from "./mexicoTiles.ts";
import { short } from "./short.ts";
import { type PlaceOccupancy, startEndSpec } from "./startEndSpec.ts";
import { tileSpec } from "./tileSpec.ts";

/**
 * How full the institutions of the receiving system are at the start and at the end of the base: a tile map for
 * the Mexican states, sorted bars for every other level.
 *
 * @returns one chart for each level; none when nothing is received within the model
 * @example
 * receivingOccupancy(analysis, en).map(({ id }) => id); // => ["receiving-state", "receiving-federal"]
 */
export function receivingOccupancy(analysis: Analysis, text: ReportText): Chart[] {
  const run = analysis.runs[0];
  const { receiving } = sidesOf(run.scenario);
  if (receiving === null) {
    return [];
  }
  const levels = new Map<string, PlaceOccupancy[]>();
  for (const { institution, start, end } of startsAndEnds(run, ratedInstitutions(run, receiving))) {
    const { id, name, level } = institution;
    const place = { id, name, label: short(name, 30), start, end };
    if (Number.isFinite(place.start) && Number.isFinite(place.end)) {
      levels.set(level, [...(levels.get(level) ?? []), place]);
    }
  }
  return Array.from(levels, ([level, places]) => levelChart(analysis, receiving, level, places, text));
}

function levelChart(
  { runs }: Analysis,
  receiving: string,
  level: string,
  unsorted: readonly PlaceOccupancy[],
  text: ReportText,
): Chart {
  const { scenario } = runs[0];
  const ambiguous = new Set(unsorted.map((place) => place.label)).size < unsorted.length;
  const places = unsorted
    .map((place) => (ambiguous ? { ...place, label: `${place.label} (${place.id})` } : place))
    .sort((a, b) => b.end - a.end);
  const words = text.charts.startEnd;
  const title = titleOf(scenario.systems, receiving);
  const tiled = places.every(({ id }) => MEXICO_TILES.has(id)) && places.length > 16;
  const capacity = capacityTerm([scenario], [receiving], text);
  const labels = {
    start: words.start(scenario.startDate),
    end: words.end(scenario.endDate),
    axis: words.axis(capacity.name),
  };
  const id = `receiving-${level.replace(/[^A-Za-z0-9]+/g, "-")}`;
  const above100 = (occupancy: (place: PlaceOccupancy) => number) =>
    places.filter((place) => occupancy(place) > 1).length;
  return {
    id,
    question: tiled
      ? words.tiles(title, scenario.title)
      : words.bars(title, text.measures.level(level), scenario.title),
    summary: words.summary({
      count: places.length,
      above100Start: above100(({ start }) => start),
      above100End: above100(({ end }) => end),
      highest: places[0]!.name,
      occupancy: places[0]!.end,
      capacity: capacity.name,
    }),
    panels: tiled
      ? [
          { id: `${id}-start`, spec: tileSpec(places, "start", labels.start, text) },
          { id: `${id}-end`, spec: tileSpec(places, "end", labels.end, text) },
        ]
      : [{ id: `${id}-bars`, spec: startEndSpec(places, labels) }],
    legend: [],
    note: capacity.note,
    table: { columns: words.columns, rows: places.map((place) => tableRow(place, text)) },
  };
}

function tableRow({ name, start, end }: PlaceOccupancy, text: ReportText): string[] {
  const { value, number } = text.format;
  const change = (end - start) * 100;
  return [name, value(start, "ratio"), value(end, "ratio"), `${change > 0 ? "+" : ""}${number(change, 1)}`];
}
