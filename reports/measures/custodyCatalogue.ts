import type { CatalogueLine } from "./measure.ts";

const MODEL = "docs/model.md, corridor";

/** Catalogue lines of what becomes of the people whom a corridor has handed over. */
export const CUSTODY_LINES: readonly CatalogueLine[] = [
  [
    "corridor.<corridor>.releasedAbroad",
    "persons",
    "date",
    "People handed over since the start who have been released in the receiving system; deaths are not among them.",
    MODEL,
  ],
  [
    "corridor.<corridor>.shareServed",
    "share",
    "date",
    "Time served by the people released abroad, divided by the time that they owed: from entry to the end of the sentence that was in force before the handover, without the sending State's good-conduct credit. Both with the pre-trial credit. A ratio of sums; not defined while nobody has been released.",
    MODEL,
  ],
  [
    "corridor.<corridor>.daysShort",
    "days",
    "date",
    "Time owed less time served, as for shareServed, in the mean of the people released abroad; not defined while nobody has been.",
    MODEL,
  ],
  [
    "corridor.<corridor>.returned",
    "persons",
    "date",
    "People released abroad before the original end of the sentence who have come back to the sending country.",
    MODEL,
  ],
  [
    "corridor.<corridor>.reimprisoned",
    "persons",
    "date",
    "Those of the returned who were imprisoned again in the sending system for what was left of the original sentence.",
    MODEL,
  ],
];
