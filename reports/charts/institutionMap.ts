import type { TopLevelSpec } from "vega-lite";
import type { InstitutionDescription } from "../../scenarios/compiledScenario.ts";
import { type Analysis, titleOf } from "../analyse.ts";
import { capacityTerm } from "../capacityTerm.ts";
import { ratedInstitutions, startsAndEnds } from "../institutionOccupancy.ts";
import type { ReportText } from "../text/en.ts";
import type { Chart } from "./chart.ts";
import { CHOSEN_INSTITUTION, onlyChosen } from "./chosenInstitution.ts";
import { bandColour, brief, CONFIG, OCCUPANCY_BOUNDS, occupancyBand } from "./theme.ts";

/** Outlines of the states of the US as TopoJSON, with the object `states`. */
export type UsStates = object;

/** Postal codes of the states that the projection shows. */
const STATES = new Set(
  (
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA " +
    "RI SC SD TN TX UT VT VA WA WV WI WY"
  ).split(" "),
);

interface MapPoint {
  readonly id: string;
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Where the crowded institutions of the US lie: mean occupancy at the start and at the end of the base, by place.
 *
 * @param outlines null draws nothing
 * @returns null where no system has institutions with a place in the US
 * @example
 * institutionMap(analysis, outlines, en)?.panels.map(({ id }) => id); // => ["institution-map-start", "institution-map-end"]
 */
export function institutionMap(
  analysis: Analysis,
  outlines: UsStates | null,
  text: ReportText,
): Chart | null {
  const run = analysis.runs[0];
  const { scenario } = run;
  const system = scenario.systems.find(({ id }) =>
    scenario.institutions.some((institution) => institution.system === id && isInUs(institution)),
  )?.id;
  if (outlines === null || system === undefined) {
    return null;
  }
  const points = startsAndEnds(run, ratedInstitutions(run, system).filter(isInUs))
    .map(({ institution, start, end }) => ({
      id: institution.id,
      name: institution.name,
      longitude: institution.longitude!,
      latitude: institution.latitude!,
      start,
      end,
    }))
    .filter(({ start, end }) => Number.isFinite(start) && Number.isFinite(end));
  if (points.length === 0) {
    return null;
  }
  const words = text.charts.map;
  const capacity = capacityTerm([scenario], [system], text);
  const above = (date: "start" | "end") => points.filter((point) => point[date] > 1.3).length;
  return {
    id: "institution-map",
    question: words.question(titleOf(scenario.systems, system), scenario.title),
    summary: words.summary(points.length, above("start"), above("end"), capacity.name),
    panels: (["start", "end"] as const).map((date) => ({
      id: `institution-map-${date}`,
      spec: mapSpec(
        points,
        outlines,
        date,
        text,
        words[date](date === "start" ? scenario.startDate : scenario.endDate),
      ),
    })),
    legend: [],
    note: capacity.note,
    table: {
      columns: words.columns,
      rows: [...points]
        .sort((a, b) => b.end - a.end)
        .map(({ name, start, end }) => [
          name,
          text.format.value(start, "ratio"),
          text.format.value(end, "ratio"),
        ]),
    },
  };
}

function isInUs({ state, latitude, longitude }: InstitutionDescription): boolean {
  return state !== null && STATES.has(state) && latitude !== null && longitude !== null;
}

function mapSpec(
  points: readonly MapPoint[],
  outlines: UsStates,
  date: "start" | "end",
  text: ReportText,
  title: string,
) {
  const { bands } = text.charts.heatMap;
  const values = points
    .map((point) => ({
      id: point.id,
      name: point.name,
      longitude: point.longitude,
      latitude: point.latitude,
      occupancy: brief(point[date]),
      band: bands[occupancyBand(point[date])]!,
      size: 30 + 25 * OCCUPANCY_BOUNDS.filter((bound) => point[date] > bound).length,
    }))
    .sort((a, b) => a.occupancy - b.occupancy);
  const place = {
    longitude: { field: "longitude", type: "quantitative" },
    latitude: { field: "latitude", type: "quantitative" },
  } as const;
  return {
    title,
    description: title,
    width: 380,
    height: 240,
    config: CONFIG,
    projection: { type: "albersUsa" },
    params: [CHOSEN_INSTITUTION],
    layer: [
      {
        data: { values: outlines, format: { type: "topojson", feature: "states" } },
        mark: {
          type: "geoshape",
          fill: "currentColor",
          fillOpacity: 0.07,
          stroke: "currentColor",
          strokeOpacity: 0.35,
          strokeWidth: 0.6,
        },
      },
      {
        data: { values },
        mark: { type: "circle", stroke: "currentColor", strokeWidth: 0.5, opacity: 0.9, cursor: "pointer" },
        encoding: {
          ...place,
          size: { field: "size", type: "quantitative", scale: null, legend: null },
          color: bandColour(bands, "circle"),
          tooltip: [
            { field: "name", type: "nominal" },
            { field: "occupancy", type: "quantitative", format: ".1%" },
          ],
        },
      },
      {
        data: { values },
        transform: [onlyChosen],
        mark: { type: "point", size: 420, stroke: "currentColor", strokeWidth: 3 },
        encoding: place,
      },
    ],
  } satisfies TopLevelSpec;
}
