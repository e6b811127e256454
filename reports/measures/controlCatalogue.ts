import type { CatalogueLine } from "./measure.ts";

const MODEL = "docs/model.md";
const EXPOSURE =
  "Exposure: how long people are held where control may be compromised, not what happens to them.";

/** Catalogue lines of an exposure, of all transferred people or of those of high profile. */
function exposureLines(days: string, who: string): CatalogueLine[] {
  return [
    [
      `<system>.system.${days}`,
      "person-days",
      "horizon",
      `Person-days that ${who} have spent in the system over the run, exact between events.`,
      MODEL,
    ],
    [
      `<system>.system.${days}Compromised`,
      "person-days",
      "horizon",
      `Expected person-days of ${who} in facilities under compromised control: person-days in each facility times its \`compromisedControl\`. Facilities of which that is not known are left out. ${EXPOSURE}`,
      MODEL,
    ],
    [
      `<system>.system.${days}UnknownControl`,
      "person-days",
      "horizon",
      `Person-days of ${who} in facilities of which \`compromisedControl\` is not known: neither 0 nor anything else is put in its place.`,
      MODEL,
    ],
  ];
}

/** Catalogue lines of where transferred people are held. They exist for systems that a corridor leads to. */
export const CONTROL_LINES: readonly CatalogueLine[] = [
  [
    "<system>.system.transferees",
    "persons",
    "date",
    "People inside who came by a corridor since the start.",
    MODEL,
  ],
  [
    "<system>.facility.<institution>.transferees",
    "persons",
    "date",
    "People inside who came by a corridor since the start.",
    MODEL,
  ],
  ...exposureLines("transfereeDays", "people who came by a corridor"),
  ...exposureLines("highProfileTransfereeDays", "people of high profile who came by a corridor"),
  [
    "<system>.system.shareTransfereeDaysCompromised",
    "share",
    "horizon",
    `Person-days under compromised control divided by those in facilities of which control is known; not defined without any. ${EXPOSURE}`,
    MODEL,
  ],
  [
    "<system>.system.transfereeShareInCrowded",
    "share",
    "date",
    "People who came by a corridor, as a share of all people in institutions above 100 % of capacity; not defined while there is none.",
    MODEL,
  ],
];
