import type { CorridorRegime } from "../../engine/parameters.ts";
import { dayNumber } from "../calendar.ts";
import type { CorridorConfiguration } from "../schema/file.ts";
import { type Catalogue, facilityIndex } from "./catalogue.ts";
import { weighted } from "./weighted.ts";

/** The stages of a corridor in the engine's terms. */
export function corridorRegime(
  corridor: CorridorConfiguration,
  catalogue: Catalogue,
  startDate: string,
): CorridorRegime {
  const { eligibility, review, to } = corridor;
  return {
    eligibility: {
      citizenships: eligibility.citizenships,
      excludedOffences: eligibility.excludedOffences,
      minimumLeftDays: eligibility.minimumLeft,
      bars: eligibility.bars,
    },
    interest: corridor.interest,
    package: corridor.package,
    review: {
      reviewers: review.reviewers,
      serviceTime: review.serviceTime,
      approvalProbability: review.approvalProbability,
      reapplyAfterDays: review.reapplyAfter,
    },
    receiving: corridor.receiving,
    consent: corridor.consent,
    handover: handover(corridor, startDate),
    arrival: {
      facilities: weighted(to === null ? null : corridor.arrival.facilities, (id) =>
        facilityIndex(catalogue, to ?? "", id),
      ),
      conditionalRelease: corridor.arrival.conditionalRelease,
    },
  };
}

/** The first regular handover is one interval after the start unless it is given. */
function handover(
  { handover: { first, every, dated, maxPersons } }: CorridorConfiguration,
  startDate: string,
): CorridorRegime["handover"] {
  const firstDay =
    first === null ? (every ?? 0) : "days" in first ? first.days : dayNumber(first.date, startDate);
  const datedDays = dated.map((date) => dayNumber(date, startDate)).sort((left, right) => left - right);
  return { firstDay, everyDays: every, datedDays, maximumPersons: maxPersons };
}
