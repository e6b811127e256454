import type { CorridorRegime } from "../../engine/parameters.ts";

/** A corridor that reports can name; no figure of it enters a synthetic result. */
export const CORRIDOR: CorridorRegime = {
  eligibility: {
    citizenships: ["MX"],
    excludedOffences: [],
    minimumLeftDays: 183,
    bars: [{ id: "domicile", share: 0.3, offences: [] }],
  },
  interest: { share: 0.3, byOffence: [], delay: { kind: "fixed", days: 30 } },
  package: { delay: { kind: "fixed", days: 60 } },
  review: {
    reviewers: null,
    serviceTime: { kind: "fixed", days: 1 },
    discipline: "firstComeFirstServed",
    approvalProbability: 0.21,
    approvalRules: [],
    reapplyAfterDays: 730,
  },
  receiving: {
    delay: { kind: "fixed", days: 90 },
    acceptanceProbability: 0.415,
    acceptanceRules: [],
    quotaPerYear: null,
    maximumOccupancy: null,
  },
  consent: { delay: { kind: "fixed", days: 10 }, withdrawalProbability: 0 },
  handover: {
    firstDay: 100,
    everyDays: 119,
    datedDays: [],
    maximumPersons: null,
    order: "readyFirst",
    individual: null,
    staging: [],
  },
  arrival: {
    facilities: [],
    conditionalRelease: { atShare: 0.5, probability: 0, excludedOffences: [] },
    conversion: null,
    homeMove: null,
    returned: null,
  },
};
