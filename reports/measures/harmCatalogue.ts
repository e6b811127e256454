import type { CatalogueLine } from "./measure.ts";

const INPUT = "inputs: `harm` of the scenario";

/** Catalogue lines of crowding harm. Each exists only where the scenario gives its inputs. */
export const HARM_LINES: readonly CatalogueLine[] = [
  [
    "<system>.system.personsPerStaff",
    "people per staff member",
    "date",
    "People in institutions (facilities with a capacity) divided by the staff, whose number stays as it is given. Exists where the scenario gives `harm.staff`.",
    `GAO-12-743; ${INPUT}`,
  ],
  [
    "<system>.system.personsPerOfficer",
    "people per officer",
    "date",
    "People in institutions divided by the custody officers, whose number stays as it is given. Exists where the scenario gives `harm.officers`.",
    `GAO-12-743; ${INPUT}`,
  ],
  [
    "<system>.system.personsWithoutProgrammePlace",
    "persons",
    "date",
    "People in institutions in excess of the programme places; not below 0. Exists where the scenario gives `harm.programmePlaces`.",
    `GAO-12-743; ${INPUT}`,
  ],
  [
    "<system>.system.specialHousing",
    "persons",
    "date",
    "People in special housing: a fixed share of the people in institutions. Exists where the scenario gives `harm.specialHousingShare`.",
    `BOP daily average; ${INPUT}`,
  ],
  [
    "<system>.system.seriousAssaultsPerYear",
    "serious assaults a year",
    "date",
    "Part of the serious assaults that two linear coefficients put down to people per officer and to crowding (percentage points above capacity): there is no constant, so the level says nothing, only differences do. The coefficients are not verified. Exists where the scenario gives `harm.assaults` and `harm.officers`.",
    `coefficients not verified; ${INPUT}`,
  ],
];
