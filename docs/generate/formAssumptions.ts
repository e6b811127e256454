/** An assumption of the form of the model, which no single parameter holds. */
export interface FormAssumption {
  readonly id: string;
  readonly assumption: string;
  readonly reason: string;
  readonly source: string;
  readonly effect: string;
}

const NOT_MEASURED = "not measured";

/** In the order of a person's path. */
export const FORM_ASSUMPTIONS: readonly FormAssumption[] = [
  {
    id: "F1",
    assumption:
      "US admissions have no trend: each stream gets as many people as keep its number, and its level walks at random",
    reason: "the stock stood between 156 and 159 thousand from the end of 2021 to 2024",
    source: "BOP-S7",
    effect:
      "not measured for the baseline; the back-test, whose admissions follow a damped trend, was off by 11 % at five years (root mean square, [validation.md](validation.md)); `admissions-plus-20` and `admissions-minus-20` show a fifth",
  },
  {
    id: "F2",
    assumption: "admissions are Poisson, without season and without batches",
    reason: "only yearly figures are published",
    source: "none",
    effect: `${NOT_MEASURED}; the spread of a year's level is in \`admissionsLevel\``,
  },
  {
    id: "F3",
    assumption: "sentences and rules of release stay as they are",
    reason: "a scenario says what follows if they do",
    source: "none",
    effect: "three levers on drug sentences in [cases.md](cases.md)",
  },
  {
    id: "F4",
    assumption:
      "crowding decides little of who goes where: the shares of institutions persist with 0.45 of their logarithm",
    reason: "slope over 53 institutions from 2020 to 2025, standard error 0.17",
    source: "BOP-S2; BOP-S3",
    effect:
      "moves people between institutions, not the total; `region-first` shows another rule, [us-baseline.md](us-baseline.md) the result beside published counts",
  },
  {
    id: "F5",
    assumption: "nobody is refused for lack of space",
    reason: "the Bureau of Prisons takes whom the courts send",
    source: "none",
    effect: "occupancy may exceed 100 %; a limit is not simulated",
  },
  {
    id: "F6",
    assumption: "a change of level does not depend on the sentence or on the time left",
    reason: "no published hazards; the mix of levels is kept",
    source: "none",
    effect: NOT_MEASURED,
  },
  {
    id: "F7",
    assumption: "the people in community placement on 2024-10-31 are all the places there are",
    reason: "no number of places found",
    source: "BOP-S6",
    effect:
      "about 11,000 people wait inside at any time; `community-places-plus-50` shows half as many places more",
  },
  {
    id: "F8",
    assumption: "people awaiting trial in US custody are no stream of their own",
    reason: "10,294 people at the end of 2022; no flow by offence",
    source: "BOP-S7; BOP-S8",
    effect: NOT_MEASURED,
  },
  {
    id: "F9",
    assumption: "death does not depend on crowding, place or sentence",
    reason: "one hazard by age, solved for the deaths of 2022",
    source: "BOP-S7",
    effect: NOT_MEASURED,
  },
  {
    id: "F10",
    assumption: "courts, prosecutors, parole bodies and families do not react to crowding or to transfers",
    reason: "no estimate with a source",
    source: "none",
    effect: NOT_MEASURED,
  },
  {
    id: "F11",
    assumption:
      "the stages of the corridor are independent of each other, and a bar bars the same people every time",
    reason: "rates are published by stage, not by person",
    source: "T-S22",
    effect:
      "requests, refusals and transfers of 2005 to 2010 are made again in [cases.md](cases.md): almost a fifth too few transfers",
  },
  {
    id: "F12",
    assumption: "transferred people serve what was left of their sentence; nobody is released on conditions",
    reason: "no rate found",
    source: "none",
    effect: "`mexican-conditional-release` shows half of the term for all",
  },
  {
    id: "F13",
    assumption: "each Mexican state is one place, and all states have the same stays",
    reason: "no counts by centre and sentence",
    source: "MX02; MX03",
    effect: `${NOT_MEASURED}; crowding within a state is not seen`,
  },
  {
    id: "F14",
    assumption:
      "Mexican admissions follow those published for 2025 and stay after January 2026 at what holds the stock",
    reason: "what comes is not known",
    source: "MX246",
    effect:
      "`mexico-outlook-2024`, without the figures of 2025, was 3 to 6 % too low for them ([cases.md](cases.md))",
  },
  {
    id: "F15",
    assumption: "control of a Mexican prison is a fixed probability, whoever is held there",
    reason: "published scores, and one share of 2015",
    source: "MX41",
    effect: `${NOT_MEASURED}; read differences, not levels`,
  },
  {
    id: "F16",
    assumption: "no year like 2020 comes",
    reason: "nothing in the model foresees one",
    source: "none",
    effect:
      "from the end of 2019 the stock was forecast 21 % too high one year ahead ([validation.md](validation.md))",
  },
];
