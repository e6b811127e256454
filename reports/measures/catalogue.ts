import { THRESHOLDS } from "../../engine/result.ts";
import { CORRIDOR_LINES } from "./corridorCatalogue.ts";
import type { CatalogueLine, Reading } from "./measure.ts";

/** A family of measures: one line of the catalogue. */
export interface MeasureKind {
  /** Name with its variable parts in angle brackets. */
  readonly pattern: string;
  readonly unit: string;
  readonly reading: Reading;
  readonly definition: string;
  readonly source: string;
}

const GAO = "GAO-12-743 (rated capacity, crowding)";
const BJS = "BJS, Terms & Definitions: Corrections";
const MODEL = "docs/model.md";

const PLACE =
  "<system>.system | <system>.level.<level> | <system>.region.<region> | <system>.facility.<institution>";

const STOCKS: readonly CatalogueLine[] = [
  [`${PLACE}.stock`, "persons", "date", "Head-count just before any event of the date.", BJS],
  [
    `${PLACE}.occupancy`,
    "ratio",
    "date",
    "Head-count of the facilities that have a rated capacity, divided by their rated capacity in force on the date; 1 = full.",
    GAO,
  ],
];

/** Threshold as it stands in names: 1.3 is 130. */
export function thresholdName(threshold: number): string {
  return String(Math.round(threshold * 100));
}

const THRESHOLD_LINES: readonly CatalogueLine[] = THRESHOLDS.flatMap((threshold): CatalogueLine[] => {
  const name = thresholdName(threshold);
  const above = `${name} % of rated capacity`;
  return [
    [
      `<system>.system.facilitiesAbove${name}`,
      "institutions",
      "date",
      `Institutions with more people than ${above}.`,
      GAO,
    ],
    [
      `<system>.system.shareAbove${name}`,
      "share",
      "date",
      `Share of the system's people who live in institutions above ${above}.`,
      GAO,
    ],
    [
      `<system>.system.bedDaysAbove${name}`,
      "person-days",
      "horizon",
      `Person-days in excess of ${above}, summed over institutions: the integral of stock minus that threshold while above it.`,
      MODEL,
    ],
    [
      `<system>.facility.<institution>.daysAbove${name}`,
      "days",
      "horizon",
      `Days on which the institution stood above ${above}; exact between events.`,
      MODEL,
    ],
    [
      `<system>.facility.<institution>.crossed${name}`,
      "probability",
      "horizon",
      `1 if the institution ever stood above ${above} before the end, else 0; its mean is a probability.`,
      MODEL,
    ],
  ];
});

const AVERAGE: readonly CatalogueLine[] = [
  [
    "<system>.facility.<institution>.averageOccupancy",
    "ratio",
    "horizon",
    "Average daily population divided by average rated capacity.",
    BJS,
  ],
];

const FLOW_LINES: readonly CatalogueLine[] = [
  [
    "<system>.system.admissions",
    "persons",
    "date",
    "Admissions since the start; transfers are not admissions.",
    BJS,
  ],
  [
    "<system>.system.releases",
    "persons",
    "date",
    "Releases since the start; transfers are not releases.",
    BJS,
  ],
  ["<system>.system.deaths", "persons", "date", "Deaths in custody since the start.", BJS],
  ["<system>.system.transfersIn", "persons", "date", "People received by corridors since the start.", MODEL],
  [
    "<system>.system.transfersOut",
    "persons",
    "date",
    "People handed over by corridors since the start.",
    MODEL,
  ],
  [
    "<system>.system.expulsionsIn",
    "persons",
    "date",
    "People received in dated batches since the start.",
    MODEL,
  ],
  [
    "<system>.system.expulsionsOut",
    "persons",
    "date",
    "People sent in dated batches since the start.",
    MODEL,
  ],
  ["<system>.system.moves", "persons", "date", "Moves between facilities since the start.", MODEL],
];

/**
 * Every family of measures, in the order in which reports list them.
 *
 * @example
 * CATALOGUE[0].unit; // => "persons"
 */
export const CATALOGUE: readonly MeasureKind[] = [
  ...STOCKS,
  ...THRESHOLD_LINES,
  ...AVERAGE,
  ...FLOW_LINES,
  ...CORRIDOR_LINES,
].map(([pattern, unit, reading, definition, source]) => ({ pattern, unit, reading, definition, source }));

/** Catalogue line of a quantity, found by the last part of its pattern. */
export function kindOf(quantity: string): MeasureKind {
  const kind = CATALOGUE.find((line) => line.pattern.endsWith(`.${quantity}`));
  if (kind === undefined) {
    throw new RangeError(`kindOf requires a quantity of the catalogue, got "${quantity}"`);
  }
  return kind;
}
