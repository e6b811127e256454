import { numberOf, onlyRow, readSource } from "./readSource.ts";
import { roundTo } from "./table.ts";
import { daysPerYear, type TimeServedRule } from "./timeToServe.ts";
import { usFlow, usParameter } from "./usParameters.ts";
import type { Citizenship, Offence } from "./usStreamStock.ts";
import type { UsVintage } from "./usVintage.ts";

/** The two numbers that make the shares of people with reductions meet the published totals. */
export interface ReductionLevels {
  /** Factor on the odds of eligibility for First Step Act credits. */
  readonly eligibleOdds: number;
  /** Factor on the weights of the drug programme. */
  readonly drugTreatment: number;
}

/** Average month. */
export const daysPerMonth = daysPerYear / 12;

const shareDecimals = 4;

function releaseSeed(offence: Offence, column: string): number {
  const rows = readSource("us-seed-offence-release.csv");
  return numberOf(
    onlyRow(rows, (row) => row.offence === offence, offence),
    column,
  );
}

/** Share of an offence group that may earn credits: the assumed share with its odds scaled. */
export function eligibleShare(offence: Offence, odds: number): number {
  const seed = releaseSeed(offence, "fsa_eligible_share");
  return (seed * odds) / (1 - seed + seed * odds);
}

/** Share of non-citizens with a final order of removal, who may not apply credits. */
export function removalOrderShare(): number {
  const row = onlyRow(
    readSource("us-composition.csv"),
    (entry) => entry.category === "non-citizen: final removal order",
    "final orders of removal",
  );
  return numberOf(row, "percent") / 100;
}

/** Weight of the drug programme in an offence group; nobody who will be removed can end it in the community. */
export function drugTreatmentWeight(offence: Offence, citizenship: Citizenship): number {
  return citizenship === "US" ? releaseSeed(offence, "drug_treatment_weight") : 0;
}

/** Days off for people who end the drug programme. */
export const drugTreatmentDays = Math.round(usFlow("rdap_reduction_mean", "FY2015") * daysPerMonth);

/** Shortest sentence with a reduction for the drug programme (days). */
export const drugTreatmentMinimumDays = usParameter("drugTreatmentMinimumSentenceMonths") * daysPerMonth;

/** Reductions for the drug programme a year: all since June 1995 over the years to the end of FY2015. */
export function drugTreatmentsPerYear(): number {
  return usFlow("rdap_reductions_total", "June 1995 to FY2015") / usParameter("drugTreatmentYears");
}

/** How people of one offence and citizenship serve their time. */
export function servedRule(
  vintage: UsVintage,
  offence: Offence,
  citizenship: Citizenship,
  levels: ReductionLevels,
): TimeServedRule {
  const barred = citizenship === "US" ? 0 : removalOrderShare();
  const takingPart = vintage.firstStepAct ? usParameter("firstStepActTakingPartShare") : 0;
  return {
    share: vintage.servedShare,
    preTrialCreditDays: releaseSeed(offence, "pre_trial_credit_days"),
    minimumDays: usParameter("minimumServedDays"),
    drugTreatment: {
      share: Math.min(1, levels.drugTreatment * drugTreatmentWeight(offence, citizenship)),
      days: drugTreatmentDays,
      minimumSentenceDays: drugTreatmentMinimumDays,
    },
    firstStepAct: {
      share: eligibleShare(offence, levels.eligibleOdds) * takingPart * (1 - barred),
      perDay: usParameter("firstStepActPerDay"),
      maximumDays: usParameter("firstStepActMaximumDays"),
    },
  };
}

/** The rule as the tables print it, so that what is solved and what is written agree. */
export function roundedRule(rule: TimeServedRule): TimeServedRule {
  return {
    ...rule,
    drugTreatment: { ...rule.drugTreatment, share: roundTo(rule.drugTreatment.share, shareDecimals) },
    firstStepAct: { ...rule.firstStepAct, share: roundTo(rule.firstStepAct.share, shareDecimals) },
  };
}
