import type { CatalogueLine } from "./measure.ts";

const CFR = "28 CFR part 527; docs/model.md, corridor";

/** Catalogue lines of a corridor: stages and ways out in the order of the pipeline, then what is derived. */
export const CORRIDOR_LINES: readonly CatalogueLine[] = [
  [
    "corridor.<corridor>.requests",
    "persons",
    "date",
    "Requests since the start, ineligible ones included.",
    CFR,
  ],
  ["corridor.<corridor>.ineligibleOffence", "persons", "date", "Requests barred by the offence.", CFR],
  [
    "corridor.<corridor>.ineligibleTimeLeft",
    "persons",
    "date",
    "Requests with too little time left to serve.",
    CFR,
  ],
  ["corridor.<corridor>.ineligibleBar", "persons", "date", "Requests barred for another reason.", CFR],
  ["corridor.<corridor>.approved", "persons", "date", "Requests approved by the sending State.", CFR],
  ["corridor.<corridor>.denied", "persons", "date", "Requests denied by the sending State.", CFR],
  [
    "corridor.<corridor>.accepted",
    "persons",
    "date",
    "Approved people accepted by the receiving State.",
    CFR,
  ],
  ["corridor.<corridor>.refused", "persons", "date", "Refused by the receiving State on the merits.", CFR],
  [
    "corridor.<corridor>.refusedQuota",
    "persons",
    "date",
    "Refused because the yearly quota was used up.",
    CFR,
  ],
  [
    "corridor.<corridor>.refusedOccupancy",
    "persons",
    "date",
    "Refused because the receiving system stood at or above its occupancy limit.",
    CFR,
  ],
  ["corridor.<corridor>.withdrawn", "persons", "date", "People who did not consent at the hearing.", CFR],
  [
    "corridor.<corridor>.lapsed",
    "persons",
    "date",
    "People whose time left fell short before the handover.",
    CFR,
  ],
  [
    "corridor.<corridor>.releasedWaiting",
    "persons",
    "date",
    "People released while their case was open.",
    CFR,
  ],
  ["corridor.<corridor>.diedWaiting", "persons", "date", "People who died while their case was open.", CFR],
  ["corridor.<corridor>.transfers", "persons", "date", "People handed over since the start.", CFR],
  ["corridor.<corridor>.waiting", "persons", "date", "Open cases: requests less every way out.", CFR],
  [
    "corridor.<corridor>.personYearsMoved",
    "person-years",
    "date",
    "Time left to the release date in the sending State, summed over the people handed over; a year is 365.25 days.",
    CFR,
  ],
  [
    "corridor.<corridor>.personYearsToServe",
    "person-years",
    "date",
    "Time left to the release date in the receiving State, summed over the people handed over.",
    CFR,
  ],
  [
    "corridor.<corridor>.meanDaysWaited",
    "days",
    "date",
    "Mean time from request to handover of the people handed over; not defined while nobody has been.",
    CFR,
  ],
];
