import type { CatalogueLine } from "./measure.ts";

/** Percentages of capacity above which the institutions of a level are counted. */
export const CROWDED_PERCENTAGES = [100, 130, 200] as const;

/** Catalogue lines of crowding by level. */
export const CROWDED_LEVEL_LINES: readonly CatalogueLine[] = [
  ...CROWDED_PERCENTAGES.map(
    (percent): CatalogueLine => [
      `<system>.level.<level>.facilitiesAbove${percent}`,
      "institutions",
      "date",
      `Institutions whose facilities of that level hold more people than ${percent} % of their capacity; capacity as for occupancy. A state that stands in the model as one system counts as one.`,
      "GAO-12-743 (rated capacity, crowding)",
    ],
  ),
  [
    "<system>.level.<level>.shareInCrowded",
    "share",
    "date",
    "Share of the people in facilities of that level who live in an institution above 100 % there; capacity as for occupancy.",
    "INEGI, censuses of the penitentiary systems (occupancy by state)",
  ],
];
