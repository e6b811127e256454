import type { TopLevelSpec } from "vega-lite";
import type { ReportText } from "../text/en.ts";
import { MEXICO_TILES } from "./mexicoTiles.ts";
import type { PlaceOccupancy } from "./startEndSpec.ts";
import { bandColour, brief, CONFIG, occupancyBand } from "./theme.ts";

const COLUMNS = 11;
const ROWS = 6;
const TILE = 30;

/** Tile map of the Mexican states on one date: code and occupancy in per cent on the colour of its band. */
export function tileSpec(
  places: readonly PlaceOccupancy[],
  date: "start" | "end",
  title: string,
  text: ReportText,
) {
  const bands = text.charts.heatMap.bands;
  const values = places.flatMap((place) => {
    const tile = MEXICO_TILES.get(place.id);
    const occupancy = place[date];
    const band = bands[occupancyBand(occupancy)] as string;
    return tile === undefined
      ? []
      : [
          {
            ...tile,
            name: place.name,
            occupancy: brief(occupancy),
            band,
            percent: `${Math.round(occupancy * 100)}`,
          },
        ];
  });
  const x = {
    field: "column",
    type: "ordinal",
    axis: null,
    scale: { domain: Array.from({ length: COLUMNS }, (_, i) => i), paddingInner: 0.06 },
  } as const;
  const y = {
    field: "row",
    type: "ordinal",
    axis: null,
    scale: { domain: Array.from({ length: ROWS }, (_, i) => i), paddingInner: 0.06 },
  } as const;
  const darkest = bands.at(-1) as string;
  const ink = {
    condition: { test: `datum.band === '${darkest}'`, value: "#ffffff" },
    value: "#14161a",
  } as const;
  const line = (field: "code" | "percent", dy: number, fontSize: number) => ({
    mark: { type: "text" as const, dy, fontSize },
    encoding: { x, y, text: { field, type: "nominal" as const }, color: ink },
  });
  return {
    title,
    description: title,
    width: COLUMNS * TILE,
    height: ROWS * TILE,
    config: CONFIG,
    data: { values },
    layer: [
      {
        mark: { type: "rect", cornerRadius: 3 },
        encoding: {
          x,
          y,
          color: bandColour(bands, "square"),
          tooltip: [
            { field: "name", type: "nominal" },
            { field: "occupancy", type: "quantitative", format: ".1%" },
          ],
        },
      },
      line("code", -5, 9),
      line("percent", 6, 10),
    ],
  } satisfies TopLevelSpec;
}
