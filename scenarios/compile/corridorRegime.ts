import type { CorridorRegime, DecisionRule, Distribution } from "../../engine/parameters.ts";
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
  const { eligibility, interest, review, receiving } = corridor;
  return {
    eligibility: {
      citizenships: eligibility.citizenships,
      excludedOffences: eligibility.excludedOffences,
      minimumLeftDays: eligibility.minimumLeft,
      bars: eligibility.bars,
    },
    interest: {
      share: interest.share,
      byOffence: Object.entries(interest.byOffence).map(([offence, share]) => ({ offence, share })),
      delay: interest.delay,
    },
    package: corridor.package,
    review: {
      reviewers: review.reviewers,
      serviceTime: review.serviceTime,
      discipline: review.discipline,
      approvalProbability: review.approvalProbability,
      approvalRules: review.approvalRules.map((rule) => decisionRule(rule, rule.serviceTime)),
      reapplyAfterDays: review.reapplyAfter,
    },
    receiving: {
      ...receiving,
      acceptanceRules: receiving.acceptanceRules.map((rule) => decisionRule(rule, null)),
    },
    consent: corridor.consent,
    handover: handover(corridor, catalogue, startDate),
    arrival: arrival(corridor, catalogue),
  };
}

type Rule = CorridorConfiguration["receiving"]["acceptanceRules"][number];

function decisionRule(
  { id, share, offences, minimumLeft, maximumLeft, probability }: Rule,
  serviceTime: Distribution | null,
): DecisionRule {
  return {
    id,
    share,
    offences,
    minimumLeftDays: minimumLeft,
    maximumLeftDays: maximumLeft,
    probability,
    serviceTime,
  };
}

function arrival(
  { to, arrival: { facilities, conditionalRelease, conversion, homeMove, returned } }: CorridorConfiguration,
  catalogue: Catalogue,
): CorridorRegime["arrival"] {
  const placesOf = (shares: Readonly<Record<string, number>> | null) =>
    weighted(to === null ? null : shares, (id) => facilityIndex(catalogue, to ?? "", id));
  return {
    facilities: placesOf(facilities),
    conditionalRelease,
    conversion,
    homeMove: homeMove === null ? null : { ...homeMove, facilities: placesOf(homeMove.facilities) },
    returned,
  };
}

/** The first regular handover is one interval after the start unless it is given. */
function handover(
  { from, handover: { first, every, dated, maxPersons, order, individual, staging } }: CorridorConfiguration,
  catalogue: Catalogue,
  startDate: string,
): CorridorRegime["handover"] {
  const firstDay =
    first === null ? (every ?? 0) : "days" in first ? first.days : dayNumber(first.date, startDate);
  const datedDays = dated.map((date) => dayNumber(date, startDate)).sort((left, right) => left - right);
  const stagingOf = ({ system, configuration: { sex } }: Catalogue["streams"][number]): number => {
    const place = staging.find(({ sexes }) => sexes.length === 0 || sexes.includes(sex));
    return system !== from || place === undefined ? -1 : facilityIndex(catalogue, from, place.facility);
  };
  return {
    firstDay,
    everyDays: every,
    datedDays,
    maximumPersons: maxPersons,
    order,
    individual,
    staging: staging.length === 0 ? [] : catalogue.streams.map(stagingOf),
  };
}
