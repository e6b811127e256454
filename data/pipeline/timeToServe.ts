export const daysPerYear = 365.25;

/** Credits earned by days inside: of `b` days, `b perDay / (1 + perDay)`; those beyond the maximum lengthen the final placement. */
export interface EarnedReduction {
  readonly share: number;
  readonly perDay: number;
  readonly maximumDays: number;
}

/** Days off every sentence of at least the minimum. */
export interface FixedReduction {
  readonly share: number;
  readonly days: number;
  readonly minimumSentenceDays: number;
}

/** From the sentence to the days in custody: share, credit for custody before, then the reductions in this order. */
export interface TimeServedRule {
  readonly share: number;
  readonly preTrialCreditDays: number;
  readonly minimumDays: number;
  readonly drugTreatment: FixedReduction;
  readonly firstStepAct: EarnedReduction;
}

/** People who earn the same reductions, and what share of admissions they are. */
export interface ReductionClass {
  readonly share: number;
  readonly drugTreatment: boolean;
  readonly firstStepAct: boolean;
}

/** The four classes of a rule, without those that nobody is in; the two reductions are independent. */
export function reductionClasses(rule: TimeServedRule): ReductionClass[] {
  const either = [false, true];
  const classes = either.flatMap((drugTreatment) =>
    either.map((firstStepAct) => ({
      share:
        (drugTreatment ? rule.drugTreatment.share : 1 - rule.drugTreatment.share) *
        (firstStepAct ? rule.firstStepAct.share : 1 - rule.firstStepAct.share),
      drugTreatment,
      firstStepAct,
    })),
  );
  return classes.filter((entry) => entry.share > 0);
}

/** Days to serve, and days by which credits beyond their maximum lengthen the final placement. */
export interface Term {
  readonly days: number;
  readonly extraPlacementDays: number;
}

/**
 * Days to serve of a sentence.
 *
 * @example
 * // 0.85 x 1000 - 100 = 750 days; 0.4 credits a day bring 750 x 0.4 / 1.4 = 214 of them forward
 * servedTerm(rule, 1000, { share: 1, drugTreatment: false, firstStepAct: true }).days; // => 535.71
 */
export function servedTerm(rule: TimeServedRule, sentenceDays: number, people: ReductionClass): Term {
  let days = rule.share * sentenceDays - rule.preTrialCreditDays;
  let extraPlacementDays = 0;
  if (people.drugTreatment && sentenceDays >= rule.drugTreatment.minimumSentenceDays) {
    days -= rule.drugTreatment.days;
  }
  if (people.firstStepAct && days > 0) {
    const { perDay, maximumDays } = rule.firstStepAct;
    const credits = (days * perDay) / (1 + perDay);
    days -= Math.min(credits, maximumDays);
    extraPlacementDays = Math.max(0, credits - maximumDays);
  }
  return { days: Math.max(rule.minimumDays, days), extraPlacementDays };
}
