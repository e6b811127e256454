import type { CatalogueLine } from "./measure.ts";

const BJS = "BJS, Terms & Definitions: Corrections";
const MODEL = "docs/model.md";

/** Catalogue lines of what is counted in a system since the start. */
export const FLOW_LINES: readonly CatalogueLine[] = [
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
  [
    "<system>.system.moves",
    "persons",
    "date",
    "Changes of facility within the system since the start, for whatever reason.",
    MODEL,
  ],
  [
    "<system>.system.reclassifications",
    "persons",
    "date",
    "Changes of own level or of the kind of unit since the start; a person may count more than once.",
    MODEL,
  ],
  [
    "<system>.system.balancingMoves",
    "persons",
    "date",
    "Moves from crowded institutions to less crowded ones of the same level and sex since the start; part of the moves.",
    MODEL,
  ],
  [
    "<system>.system.closureMoves",
    "persons",
    "date",
    "People moved because their facility closed, since the start; part of the moves.",
    MODEL,
  ],
  [
    "<system>.system.finalPlacements",
    "persons",
    "date",
    "People who began their final placement (community placement) since the start.",
    MODEL,
  ],
  [
    "<system>.system.releasedWithoutPlacement",
    "persons",
    "date",
    "People released since the start while they waited for a place in the final placement.",
    MODEL,
  ],
  [
    "<system>.system.meanDaysServed",
    "days",
    "date",
    "Mean time served by the people released since the start, from entry and with the pre-trial credit: a cohort of leavers, in which long stays are rarer than among the people inside. Not defined while nobody has been released.",
    BJS,
  ],
  [
    "<system>.system.returns",
    "persons",
    "date",
    "People who came back after an early release abroad, and were taken in for the rest of their sentence, since the start.",
    MODEL,
  ],
];
