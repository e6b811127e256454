import type { CatalogueLine } from "./measure.ts";

const PROGRAM_STATEMENT = "BOP Program Statement 5100.08 (security level, custody classification)";
const BJS = "BJS, Terms & Definitions: Corrections";
const MODEL = "docs/model.md";

/** Catalogue lines of people by what they are, not by where they are held. */
export const PEOPLE_LINES: readonly CatalogueLine[] = [
  [
    "<system>.custody.<level>.stock",
    "persons",
    "date",
    "People of that own security level, wherever they are held; `level` counts the people in facilities of a level instead.",
    PROGRAM_STATEMENT,
  ],
  [
    "<system>.custody.<level>.share",
    "share",
    "date",
    "People of that own security level divided by all people of the system, community placement included.",
    PROGRAM_STATEMENT,
  ],
  [
    "<system>.stream.<stream>.stock",
    "persons",
    "date",
    "People of the stream, wherever they are held; people who came by a corridor belong to no stream of the system.",
    MODEL,
  ],
  ["<system>.offence.<offence>.stock", "persons", "date", "Sum of the streams of that offence group.", BJS],
  [
    "<system>.citizenship.<citizenship>.stock",
    "persons",
    "date",
    "Sum of the streams of that citizenship.",
    BJS,
  ],
  [
    "<system>.system.waitingForPlacement",
    "persons",
    "date",
    "People inside who wait for a place in the final placement. Not recorded on day 0.",
    MODEL,
  ],
  [
    "<system>.system.heldByDetainer",
    "persons",
    "date",
    "People inside whom a detainer or removal order keeps from the final placement that they would be in by now. Not recorded on day 0.",
    MODEL,
  ],
];
