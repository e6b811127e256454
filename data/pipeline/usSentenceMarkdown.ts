import { roundTo, sum } from "./table.ts";
import type { UsModel } from "./usModel.ts";
import { profileKeys } from "./usProfiles.ts";
import { eligibleShare } from "./usRules.ts";
import { monthsOfCell } from "./usSentenceFit.ts";
import { offences } from "./usStreamStock.ts";

/** One line of Markdown for every offence and citizenship: both sides of the fit of sentences. */
export function sentenceFitMarkdown(model: UsModel): string[] {
  const { state } = model;
  const lines = profileKeys.map(({ offence, citizenship }, index) => {
    const stock = state.stock[index] ?? [];
    const flow = state.flow[index] ?? [];
    const mean = (weights: readonly number[]) =>
      sum(weights.map((weight, cell) => weight * (monthsOfCell[cell] ?? 0))) / sum(weights);
    const rule = state.profiles[index]?.rule;
    const cells = [
      offence,
      citizenship,
      sum(stock).toFixed(0),
      sum(flow).toFixed(0),
      mean(flow).toFixed(1),
      mean(stock).toFixed(1),
      ((12 * sum(stock)) / sum(flow)).toFixed(1),
      (100 * (rule?.firstStepAct.share ?? 0)).toFixed(1),
      (100 * (rule?.drugTreatment.share ?? 0)).toFixed(1),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const eligible = offences.map(
    (offence) => `${offence} ${roundTo(100 * eligibleShare(offence, state.levels.eligibleOdds), 1)}`,
  );
  return [
    "## Sentences of the stock and of the flow",
    "",
    "Means in months (life as 470), shares in percent of admissions. " +
      "Violators are not fitted: their sentences are assumed. " +
      `Eligible for First Step Act credits by offence: ${eligible.join(", ")} %.`,
    "",
    "| offence | citizenship | stock | admissions a year | sentence of the flow | sentence of the stock | time served | credits | drug programme |",
    "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...lines,
  ];
}
