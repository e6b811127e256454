/** Column and row of a state's tile. */
export interface Tile {
  readonly code: string;
  readonly column: number;
  readonly row: number;
}

/** The 32 states of Mexico by ISO 3166-2 code, one row of the map per line; "." = sea or a neighbour. */
const MAP = [
  "BCN SON CHH COA NLE TAM . . . . .",
  "BCS SIN DUR ZAC SLP . . . . . .",
  ". NAY JAL AGU GUA QUE HID . . . .",
  ". . COL MIC MEX CMX TLA VER . . YUC",
  ". . . . GRO MOR PUE . TAB CAM ROO",
  ". . . . . . . OAX CHP . .",
];

/**
 * A tile for each Mexican state, roughly where it lies; every tile has one size, so that small states are seen.
 *
 * @example
 * MEXICO_TILES.get("MX-JAL"); // => { code: "JAL", column: 2, row: 2 }
 */
export const MEXICO_TILES: ReadonlyMap<string, Tile> = new Map(
  MAP.flatMap((line, row) =>
    line
      .split(" ")
      .flatMap((code, column): [string, Tile][] =>
        code === "." ? [] : [[`MX-${code}`, { code, column, row }]],
      ),
  ),
);
