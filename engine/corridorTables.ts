import { type Choice, choices } from "./choice.ts";
import { hash24 } from "./hash24.ts";
import type { CorridorRegime, DecisionRule, Distribution, StreamParameters } from "./parameters.ts";

/** A corridor's values in force, with the offsets of its delays. */
export interface CorridorTables {
  readonly values: CorridorRegime;
  /** Whether people of a stream may ask: of a citizenship that is invited. */
  readonly invited: Uint8Array;
  /** Share of people who are interested: stream. */
  readonly interest: Float64Array;
  readonly interestDelayAt: number;
  readonly packageDelayAt: number;
  readonly serviceAt: number;
  readonly receivingDelayAt: number;
  readonly consentDelayAt: number;
  /** Offset of the delay of an escort, or -1 where people go in batches. */
  readonly escortAt: number;
  /** Whether the offence of a stream is excluded. */
  readonly excluded: Uint8Array;
  readonly bars: readonly BarTable[];
  readonly approvalRules: readonly RuleTable[];
  readonly acceptanceRules: readonly RuleTable[];
  readonly arrival: Choice;
  /** Offset of the time until the move home, or -1. */
  readonly homeMoveAt: number;
  readonly home: Choice;
  /** Offset of the time until the return, or -1. */
  readonly returnAt: number;
}

/** A bar, with its number in the keys of random numbers and its place among the reasons of the corridor. */
export interface BarTable {
  readonly key: number;
  readonly reason: number;
  readonly share: number;
  /** Whether it may bar people of a stream. */
  readonly holds: Uint8Array;
}

/** A rule of decision, with its number in the keys of random numbers. */
export interface RuleTable {
  readonly rule: DecisionRule;
  readonly key: number;
  readonly holds: Uint8Array;
  readonly maximumLeftDays: number;
  /** Offset of its own service time, or -1. */
  readonly serviceAt: number;
}

/**
 * The columns of a corridor.
 *
 * @param reasons of ineligibility on the corridor
 * @param offset puts a distribution into the table of the regime; -1 for none
 */
export function corridorTables(
  values: CorridorRegime,
  streams: readonly StreamParameters[],
  reasons: readonly string[],
  offset: (distribution: Distribution | null | undefined) => number,
): CorridorTables {
  const { eligibility, interest, review, receiving, handover, arrival } = values;
  const holdsFor = (offences: readonly string[]): Uint8Array =>
    Uint8Array.from(streams, ({ offence }) => (offences.length === 0 || offences.includes(offence) ? 1 : 0));
  const rules = (list: readonly DecisionRule[]): RuleTable[] => {
    const keys = distinctKeys(list);
    return list.map((rule, i) => ({
      rule,
      key: keys[i]!,
      holds: holdsFor(rule.offences),
      maximumLeftDays: rule.maximumLeftDays ?? Infinity,
      serviceAt: offset(rule.serviceTime),
    }));
  };
  const barKeys = distinctKeys(eligibility.bars);
  return {
    values,
    invited: Uint8Array.from(streams, ({ citizenship }) =>
      eligibility.citizenships.length === 0 || eligibility.citizenships.includes(citizenship) ? 1 : 0,
    ),
    interest: Float64Array.from(
      streams,
      ({ offence }) => interest.byOffence.find((one) => one.offence === offence)?.share ?? interest.share,
    ),
    interestDelayAt: offset(interest.delay),
    packageDelayAt: offset(values.package.delay),
    serviceAt: offset(review.serviceTime),
    receivingDelayAt: offset(receiving.delay),
    consentDelayAt: offset(values.consent.delay),
    escortAt: offset(handover.individual),
    excluded: Uint8Array.from(streams, ({ offence }) =>
      eligibility.excludedOffences.includes(offence) ? 1 : 0,
    ),
    bars: eligibility.bars.map(({ id, share, offences }, i) => ({
      key: barKeys[i]!,
      reason: reasons.indexOf(id),
      share,
      holds: holdsFor(offences),
    })),
    approvalRules: rules(review.approvalRules),
    acceptanceRules: rules(receiving.acceptanceRules),
    arrival: choices([arrival.facilities]),
    homeMoveAt: offset(arrival.homeMove?.after),
    home: choices([arrival.homeMove?.facilities ?? []]),
    returnAt: offset(arrival.returned?.after),
  };
}

/** Numbers of the ids in the keys of random numbers. */
function distinctKeys(list: readonly { readonly id: string }[]): number[] {
  const keys = list.map(({ id }) => hash24(id));
  keys.forEach((key, i) => {
    const twin = keys.indexOf(key);
    if (twin < i) {
      throw new RangeError(
        `a corridor requires ids of different hashes, got "${list[twin]!.id}" and "${list[i]!.id}"`,
      );
    }
  });
  return keys;
}
