import { THRESHOLDS } from "../../engine/result.ts";
import { LEDGER_LINES } from "../ledger/ledgerCatalogue.ts";
import { CONTROL_LINES } from "./controlCatalogue.ts";
import { CORRIDOR_LINES } from "./corridorCatalogue.ts";
import { CROWDED_LEVEL_LINES } from "./crowdedLevelCatalogue.ts";
import { CUSTODY_LINES } from "./custodyCatalogue.ts";
import { FLOW_LINES } from "./flowCatalogue.ts";
import { HARM_LINES } from "./harmCatalogue.ts";
import type { CatalogueLine, MeasureScope, Reading } from "./measure.ts";
import { PEOPLE_LINES } from "./peopleCatalogue.ts";

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
    "Head-count of the facilities that have a capacity, divided by their capacity in force on the date; 1 = full. Capacity is what the system's `capacity` says: rated, available (rated less beds off line) or own. A dated change whose day may slip is taken on its planned day.",
    GAO,
  ],
];

/** Threshold as it stands in names: 1.3 is 130. */
export function thresholdName(threshold: number): string {
  return String(Math.round(threshold * 100));
}

const THRESHOLD_LINES: readonly CatalogueLine[] = THRESHOLDS.flatMap((threshold): CatalogueLine[] => {
  const name = thresholdName(threshold);
  const above = `${name} % of capacity`;
  return [
    [
      `<system>.system.facilitiesAbove${name}`,
      "institutions",
      "date",
      `Institutions with more people than ${above}; capacity as for occupancy.`,
      GAO,
    ],
    [
      `<system>.system.shareAbove${name}`,
      "share",
      "date",
      `Share of the system's people who live in institutions above ${above}; capacity as for occupancy.`,
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
      `Days on which the institution stood above ${above}; exact between events, with the day on which each change of capacity came.`,
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
    "Average daily population divided by average capacity.",
    BJS,
  ],
];

/**
 * Every family of measures, in the order in which reports list them.
 *
 * @example
 * CATALOGUE[0].unit; // => "persons"
 */
export const CATALOGUE: readonly MeasureKind[] = [
  ...STOCKS,
  ...PEOPLE_LINES,
  ...THRESHOLD_LINES,
  ...CROWDED_LEVEL_LINES,
  ...AVERAGE,
  ...FLOW_LINES,
  ...CONTROL_LINES,
  ...HARM_LINES,
  ...CORRIDOR_LINES,
  ...CUSTODY_LINES,
  ...LEDGER_LINES,
].map(([pattern, unit, reading, definition, source]) => ({ pattern, unit, reading, definition, source }));

/** Catalogue line of a quantity of a scope, by the last part of its pattern. */
export function kindOf(scope: MeasureScope["kind"], quantity: string): MeasureKind {
  const word = scope === "corridor" ? "corridor." : `.${scope}`;
  const kind = CATALOGUE.find(({ pattern }) => pattern.includes(word) && pattern.endsWith(`.${quantity}`));
  if (kind === undefined) {
    throw new RangeError(`kindOf requires a quantity of the catalogue, got "${quantity}" of a ${scope}`);
  }
  return kind;
}
