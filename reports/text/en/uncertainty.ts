import type { SensitivityMethod } from "../../uncertainty/sensitivityRow.ts";
import { isolate } from "../isolate.ts";
import { percent } from "./format.ts";

export const heading = "Chance and ignorance";

/** What the two sources are, and how they were told apart. */
export function intro(draws: number, replications: number, design: "lhs" | "sobol"): string {
  const points = design === "lhs" ? "a Latin hypercube" : "Sobol's sequence, scrambled";
  return (
    `The uncertain parameters were drawn ${draws} times (${points}); each draw was run in the same ${replications} ` +
    "replications, on the same random numbers. Chance is what differs between replications at given parameters; " +
    "parameters are what differs between draws."
  );
}

export const bandNote =
  "Bands hold 90 % of the outcomes, from 5 to 95 %. Chance: replications at the values that the scenario writes. " +
  "Parameters: means of the draws, in which a little chance is left. Together: all draws and replications.";

export const modelErrorNote =
  "The error of the model itself is in none of these bands. For the US total of the shipped system, up to five years " +
  "ahead, it is known how far such forecasts were off; for everything else, and for differences, it is not known.";
export const modelErrorTitle = "The US total: chance, parameters and the model's own past error";
export const modelErrorColumns = [
  "Measure",
  "Scenario",
  "On",
  "Unit",
  "Mean",
  "Chance, 90 % band",
  "Parameters, 90 % band",
  "Together, 90 % band",
  "Past error, root mean square",
  "90 % interval with the past error",
];
export const notKnown = "not known";

/** Beside the parameters that move a measure: how far such forecasts were off. */
export function modelErrorBeside(amount: string): string {
  return `The model's own error is in none of these numbers: past forecasts of this total, so many years ahead, were off by ${amount} (root mean square).`;
}

export const modelErrorNotKnown =
  "The model's own error is in none of these numbers, and for this measure and date it is not known.";

export const shareQuestion = "How much of the variance comes from not knowing the parameters?";

export function shareSummary(most: { readonly measure: string; readonly share: string } | null): string {
  if (most === null) return "No measure varies between draws or replications.";
  return `The largest share is that of ${isolate(most.measure)}: ${most.share}. What is not parameters is chance.`;
}

export function shareNote(level: number): string {
  return `Bars: share of the variance; lines: its ${percent(level)} confidence interval, where there is one.`;
}

/** Columns of the table behind the shares. */
export function shareColumns(level: number): string[] {
  return ["Measure", "On, or to", "Share of parameters", `${percent(level)} interval`];
}

export const splitTitle = "Chance and parameters by measure";
export const splitColumns = [
  "Measure",
  "Scenario",
  "At, or over",
  "Unit",
  "Mean",
  "Chance, 90 % band",
  "Parameters, 90 % band",
  "Together, 90 % band",
  "Share of parameters",
  "Model's past error",
];

/** What a row is of: a scenario, or the difference of two. */
export function rowScenario(scenario: string, base: string | undefined): string {
  return base === undefined ? scenario : `${scenario} − ${base}`;
}

export const parametersTitle = "Uncertain parameters";
export const parameterColumns = ["Parameter", "Distribution", "As written", "Known as", "Sources"];
export const factorOn = "factor: ";
export const severalValues = "several values";

/** Remark of a run without draws. */
export function notDrawn(count: number): string {
  const parameters =
    count === 1 ? "1 uncertain parameter has its" : `${count} uncertain parameters have their`;
  return `${parameters} written value${count === 1 ? "" : "s"} in this run; --draws draws from the distributions`;
}

export function sensitivityTitle(title: string): string {
  return `Sensitivity of ${isolate(title)}`;
}

export const METHODS: Readonly<Record<SensitivityMethod, string>> = {
  morris: "Morris screening",
  sobol: "Sobol indices",
};

/** How the numbers came about. */
export function sensitivityIntro(
  method: SensitivityMethod,
  size: number,
  points: number,
  replications: number,
): string {
  const design =
    method === "morris"
      ? `Morris' screening with ${size} trajectories`
      : `Saltelli's design with ${size} rows for Sobol indices (first: Saltelli 2010, total: Jansen 1999)`;
  return (
    `${design}: ${points} points in all, each in the same ${replications} replications on the same random numbers, so ` +
    "a parameter without effect shows exactly zero."
  );
}

export function tornadoQuestion(measure: string, when: string): string {
  return `Which parameters move ${isolate(measure)} (${when})?`;
}

export function tornadoSummary(parameter: string | null, low: string, high: string): string {
  if (parameter === null) return "No parameter changes it.";
  return `${isolate(parameter)} matters most: ${low} at 5 % of its distribution, ${high} at 95 %, the others as written.`;
}

export function tornadoNote(level: number): string {
  return `Bars: change of the mean when one parameter alone stands at 5 % or 95 % of its distribution; lines: ${percent(level)} confidence interval of the paired change.`;
}

/** Caption of the table beneath a tornado. */
export function tableTitle(measure: string, level: number): string {
  return `Sensitivity of ${isolate(measure)}, with ${percent(level)} intervals`;
}

export const tornadoEnds = { low: "at 5 %", high: "at 95 %" };

/** Columns of the table behind a tornado. */
export function sensitivityColumns(method: SensitivityMethod, level: number): string[] {
  const interval = `${percent(level)} interval`;
  const own =
    method === "morris"
      ? ["μ*", interval, "μ", "σ"]
      : ["First-order index", interval, "Total index", interval];
  return ["Parameter", "5 % value", "Change", "95 % value", "Change", ...own];
}

export const morrisNote =
  "μ* is the mean absolute effect of moving the parameter over its whole range, μ the mean effect with its sign, σ how " +
  "much the effect depends on the other parameters or on the parameter's own level.";

export const sobolNote =
  "The first-order index is the share of the variance that goes away when the parameter becomes known, the total index " +
  "the share that stays while all others are known. Chance left in the means counts as an interaction.";
