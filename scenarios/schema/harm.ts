import { positive, probability, ratio, strict } from "./leaves.ts";

const figure = positive.nullable().prefault(null);

/** Coefficients of a study of assaults: never in force unless a scenario writes them. */
const assaults = strict({
  /** Assaults a year for each person more per officer, among `perPersons` people. */
  perPersonPerOfficer: ratio,
  /** Assaults a year for each percentage point of occupancy more, among `perPersons` people. */
  perCrowdingPoint: ratio,
  perPersons: positive,
});

/** Figures that harm measures are computed from; null = not known, and the measure is left out. */
export const harm = strict({
  staff: figure,
  officers: figure,
  programmePlaces: figure,
  specialHousingShare: probability.nullable().prefault(null),
  assaults: assaults.nullable().prefault(null),
}).prefault({});
