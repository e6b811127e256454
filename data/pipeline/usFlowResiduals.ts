import type { Residual } from "./residuals.ts";
import { roundTo, sum } from "./table.ts";
import { daysPerYear } from "./timeToServe.ts";
import {
  admitted,
  type Counted,
  isCourt,
  isDrug,
  isForeign,
  isOverOneYear,
  meanMonths,
} from "./usAdmitted.ts";
import type { UsModel } from "./usModel.ts";
import { usFlow } from "./usParameters.ts";
import { profileKeys } from "./usProfiles.ts";
import { drugTreatmentMinimumDays, drugTreatmentsPerYear, eligibleShare } from "./usRules.ts";
import { monthsOfCell, sentencingTargets } from "./usSentenceFit.ts";

/** The flow: admissions, sentences, reductions, deaths and community placement. */
export function usFlowResiduals(model: UsModel): Residual[] {
  return [
    ...admissionResiduals(model),
    ...sentencingResiduals(model),
    ...reductionResiduals(model),
    ...exitResiduals(model),
  ];
}

function admissionResiduals(model: UsModel): Residual[] {
  const base = { table: "us-streams", unit: "persons/y", bound: 5, source: "BOP-S7", note: "" };
  const notFitted = { ...base, bound: null };
  const sentenced = usFlow("sentenced_individuals", "FY2022", "all federal");
  return [
    {
      ...base,
      margin: "admissions over one year",
      target: model.totals.admissionsOverOneYear,
      value: admitted(model, isOverOneYear),
    },
    {
      ...base,
      margin: "violators of supervision over one year",
      target: model.totals.violatorsOverOneYear,
      value: admitted(model, (profile, cell) => isOverOneYear(profile, cell) && !isCourt(profile, cell)),
    },
    {
      ...notFitted,
      margin: "admissions by a court under one year",
      target: sentenced - usFlow("admissions_new_court_commitment", "CY2022"),
      value: admitted(model, (profile, cell) => isCourt(profile, cell) && !isOverOneYear(profile, cell)),
      source: "BOP-S7;BOP-S40",
      note: "target is an upper bound: people sentenced FY2022 less new court commitments over one year 2022",
    },
    {
      ...notFitted,
      margin: "admissions for drug offences",
      target: roundTo(
        (usFlow("sentenced_individuals", "FY2023", "drug") *
          usFlow("sentenced_to_prison_share", "FY2023", "drug")) /
          100,
        0,
      ),
      value: admitted(model, isDrug),
      source: "BOP-S39",
      note: "target: people sentenced to prison FY2023, some of whom have served their time by then",
    },
    {
      ...notFitted,
      margin: "admissions of non-citizens",
      target: roundTo(
        (usFlow("sentenced_noncitizens", "FY2023") *
          usFlow("sentenced_to_prison_share", "FY2023", "non-US")) /
          100,
        0,
      ),
      value: admitted(model, isForeign),
      source: "BOP-S37",
      note: "as above",
    },
  ];
}

function sentencingResiduals(model: UsModel): Residual[] {
  const targets = sentencingTargets(model.vintage);
  if (targets === null) return [];
  const percent = (part: Counted, whole: Counted) =>
    (100 * admitted(model, (profile, cell) => part(profile, cell) && whole(profile, cell))) /
    admitted(model, whole);
  const share = { table: "us-streams", unit: "%", bound: 0.1, source: "BOP-S37", note: "of admissions" };
  const months = { table: "us-streams", unit: "months", bound: 0.1, note: "of admissions" };
  return [
    {
      ...months,
      margin: "mean sentence, drug",
      target: targets.drugMeanMonths,
      value: meanMonths(model, isDrug),
      source: "BOP-S39",
    },
    {
      ...months,
      margin: "mean sentence, non-citizens",
      target: targets.nonCitizenMeanMonths,
      value: meanMonths(model, isForeign),
      source: "BOP-S37",
    },
    {
      ...share,
      margin: "immigration among non-citizens",
      target: roundTo(100 * targets.immigrationShareOfNonCitizens, 1),
      value: percent(({ offence }) => offence === "immigration", isForeign),
    },
    {
      ...share,
      margin: "drug among non-citizens",
      target: roundTo(100 * targets.drugShareOfNonCitizens, 1),
      value: percent(isDrug, isForeign),
    },
    {
      ...share,
      margin: "Mexicans among non-citizens",
      target: roundTo(100 * targets.mexicanShareOfNonCitizens, 1),
      value: percent(({ citizenship }) => citizenship === "MX", isForeign),
    },
    {
      ...share,
      margin: "citizens in drug",
      target: roundTo(100 * targets.citizenShareOfDrug, 1),
      value: percent(({ citizenship }) => citizenship === "US", isDrug),
      source: "BOP-S39",
    },
  ];
}

/** Shares of people with reductions, from the profiles as the tables write them. */
function reductionResiduals(model: UsModel): Residual[] {
  const { state } = model;
  const persons = profileKeys.map((_, index) => sum(state.stock[index] ?? []));
  const eligible = sum(
    profileKeys.map(
      ({ offence }, index) => (persons[index] ?? 0) * eligibleShare(offence, state.levels.eligibleOdds),
    ),
  );
  const treated = sum(
    state.profiles.map(({ rule }, index) => {
      const long = (state.flow[index] ?? []).filter(
        (_, cell) => ((monthsOfCell[cell] ?? 0) * daysPerYear) / 12 >= drugTreatmentMinimumDays,
      );
      return rule.drugTreatment.share * (sum(long) - (long.at(-1) ?? 0));
    }),
  );
  return [
    {
      table: "us-streams",
      margin: "eligible by offence for First Step Act credits",
      target: roundTo(100 - usFlow("fsa_ineligible_by_offence_share", "2020-09-26"), 1),
      value: (100 * eligible) / sum(persons),
      unit: "%",
      bound: 0.1,
      source: "BOP-S73",
      note: "of the stock; pattern by offence assumed",
    },
    {
      table: "us-streams",
      margin: "reductions for the drug programme",
      target: roundTo(drugTreatmentsPerYear(), 1),
      value: treated,
      unit: "persons/y",
      bound: 10,
      source: "BOP-S88",
      note: "mean of June 1995 to FY2015",
    },
  ];
}

function exitResiduals(model: UsModel): Residual[] {
  const { state, totals } = model;
  const flow = state.flow.map(sum);
  const servedMonths = (12 * sum(state.stock.map(sum))) / sum(flow);
  const creditMonths =
    sum(state.profiles.map(({ rule }, index) => (flow[index] ?? 0) * rule.preTrialCreditDays)) /
    sum(flow) /
    (daysPerYear / 12);
  return [
    {
      table: "us-streams",
      margin: "deaths",
      target: roundTo(totals.deathsPerYear, 1),
      value: state.deathsPerYear,
      unit: "persons/y",
      bound: 0.5,
      source: "BOP-S7;BOP-S8",
      note: `rate of 2022 x the total of 2024-10-31; hazard ${roundTo(state.mortalityLevel, 6)} a year at age 40`,
    },
    {
      table: "us-streams",
      margin: "stationary stock outside",
      target: totals.outsidePersons,
      value: sum(model.placed),
      unit: "persons",
      bound: 20,
      source: "BOP-S6",
      note: `a wait of ${model.waitDays} d solved for this`,
    },
    {
      table: "us-streams",
      margin: "people without a level",
      target: roundTo(model.levelPersons.unclassified, 1),
      value: sum(model.unclassified.persons),
      unit: "persons",
      bound: 1,
      source: "BOP-S85",
      note: `classified after ${roundTo(daysPerYear / model.unclassified.perYear, 1)} d on average, solved for this`,
    },
    {
      table: "us-streams",
      margin: "mean time served of leavers",
      target: usFlow("time_served_mean", "FY2012"),
      value: servedMonths + creditMonths,
      unit: "months",
      bound: null,
      source: "BOP-S44",
      note: `releases of FY2012; here ${roundTo(servedMonths, 1)} after admission and ${roundTo(creditMonths, 1)} before`,
    },
    {
      table: "us-streams",
      margin: "releases over one year",
      target: totals.releasesOverOneYear,
      value: admitted(model, isOverOneYear) - state.deathsPerYear,
      unit: "persons/y",
      bound: null,
      source: "BOP-S7",
      note: "a stationary stock; the observed one grew in 2022",
    },
  ];
}
