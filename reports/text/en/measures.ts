import type { Measure } from "../../measures.ts";
import { quantity as ledgerQuantity } from "./ledger.ts";

const QUANTITIES: Readonly<Record<string, string>> = {
  stock: "People inside",
  occupancy: "Occupancy",
  averageOccupancy: "Average occupancy",
  admissions: "Admissions since the start",
  releases: "Releases since the start",
  deaths: "Deaths in custody since the start",
  transfersIn: "People received by transfer",
  transfersOut: "People handed over by transfer",
  expulsionsIn: "People received in dated batches",
  expulsionsOut: "People sent in dated batches",
  moves: "Moves between facilities",
  reclassifications: "Reclassifications",
  balancingMoves: "Moves for balance",
  closureMoves: "People moved because their facility closed",
  finalPlacements: "Community placements begun",
  returns: "People imprisoned again after a transfer, since the start",
  releasedWithoutPlacement: "Released while waiting for community placement",
  waitingForPlacement: "People inside who wait for community placement",
  heldByDetainer: "People kept from community placement by a detainer",
  share: "Share of people",
  meanDaysServed: "Mean time served by those released since the start",
  personsPerStaff: "People in institutions per staff member",
  personsPerOfficer: "People in institutions per custody officer",
  personsWithoutProgrammePlace: "People without a programme place",
  specialHousing: "People in special housing",
  seriousAssaultsPerYear: "Serious assaults a year, part put down to crowding and staffing (not verified)",
  requests: "Requests",
  ineligible: "Ineligible",
  approved: "Approved by the sending State",
  denied: "Denied by the sending State",
  accepted: "Accepted by the receiving State",
  refused: "Refused by the receiving State",
  refusedQuota: "Refused: quota used up",
  refusedOccupancy: "Refused: receiving prisons full",
  withdrawn: "Did not consent",
  lapsed: "Lapsed: too little time left",
  releasedWaiting: "Released while waiting",
  diedWaiting: "Died while waiting",
  releasedApproved: "Released while waiting, already approved",
  diedApproved: "Died while waiting, already approved",
  transfers: "Handed over",
  waiting: "Still waiting",
  personYearsMoved: "Person-years moved (sending State's release dates)",
  personYearsToServe: "Person-years to serve (receiving State's release dates)",
  meanDaysWaited: "Mean time from request to handover",
  releasedAbroad: "Released after a transfer",
  shareServed: "Time served after all, as a share of the time owed",
  daysShort: "Time owed less time served, mean of those released",
  returned: "Come back after an early release",
  reimprisoned: "Imprisoned again for the rest of the sentence",
  transferees: "Transferred people inside",
  transfereeDays: "Person-days of transferred people",
  transfereeDaysCompromised: "Expected person-days of transferred people under compromised control",
  transfereeDaysUnknownControl: "Person-days of transferred people where control is not known",
  highProfileTransfereeDays: "Person-days of transferred people of high profile",
  highProfileTransfereeDaysCompromised:
    "Expected person-days of transferred people of high profile under compromised control",
  highProfileTransfereeDaysUnknownControl:
    "Person-days of transferred people of high profile where control is not known",
  shareTransfereeDaysCompromised: "Share of transferred people's time under compromised control",
  transfereeShareInCrowded: "Transferred people among those in crowded institutions",
  shareInCrowded: "Share of people in institutions above 100 %",
};

const THRESHOLDED: Readonly<Record<string, (threshold: string) => string>> = {
  facilitiesAbove: (threshold) => `Institutions above ${threshold} % of capacity`,
  shareAbove: (threshold) => `Share of people in institutions above ${threshold} %`,
  bedDaysAbove: (threshold) => `Person-days in excess of ${threshold} % of capacity`,
  daysAbove: (threshold) => `Days above ${threshold} % of capacity`,
  crossed: (threshold) => `Chance to stand above ${threshold} % at some time`,
};

/** Rules of eligibility that every corridor has, and bars of the shipped scenarios; other bars are shown by their id. */
const RULES: Readonly<Record<string, string>> = {
  offence: "offence",
  timeLeft: "too little time left",
  lifeTerm: "term without an end",
  domicile: "domicile",
  pendingCharges: "pending charges",
};

/** Words for a quantity of the catalogue; an unknown one is shown as it is named. */
export function quantity(name: string): string {
  if (name.startsWith("failing.")) {
    const reason = name.slice("failing.".length);
    return `Ineligible: ${RULES[reason] ?? reason}`;
  }
  const [, stem = "", threshold = ""] = /^([a-zA-Z]+?)(\d+)$/.exec(name) ?? [];
  return THRESHOLDED[stem]?.(threshold) ?? QUANTITIES[name] ?? ledgerQuantity(name) ?? name;
}

const SECURITY_LEVELS = ["minimum", "low", "medium", "high"];

/** Words for a level: the four security levels by their name, others as the scenario writes them. */
export function level(name: string): string {
  return SECURITY_LEVELS.includes(name) ? `${name} security` : name;
}

/** What stands after the quantity, for people who are told apart within a system. */
const OF_PEOPLE: Partial<Record<Measure["scope"]["kind"], (id: string) => string>> = {
  level: level,
  custody: (id) => `own level ${level(id)}`,
  offence: (id) => `offence ${id}`,
  citizenship: (id) => `citizenship ${id}`,
};

/** Title of a measure; `place` is the title of its system, region, institution, stream or corridor. */
export function measure(subject: Measure, place: string, system: string | null): string {
  const { kind, id } = subject.scope;
  const group = OF_PEOPLE[kind]?.(id);
  const words = quantity(subject.quantity);
  return group === undefined ? `${words}: ${place}` : `${words}: ${system ?? ""}, ${group}`;
}
