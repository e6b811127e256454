import { pointsWithin, subBands } from "./sentenceBands.ts";
import { daysPerYear, reductionClasses, servedTerm } from "./timeToServe.ts";
import type { SteadyState } from "./usSteadyState.ts";

/** People of a profile who are admitted with the same days to serve; life terms have no end. */
export interface Term {
  readonly years: number;
  readonly perYear: number;
}

/** Terms of the people admitted in a profile. */
export function termsOf(state: SteadyState, profile: number): Term[] {
  const rule = state.profiles[profile]?.rule;
  if (rule === undefined) throw new RangeError(`no profile ${profile}`);
  const flow = state.flow[profile] ?? [];
  const terms = subBands.flatMap((band, cell) => {
    const points = pointsWithin(band);
    return reductionClasses(rule).flatMap((people) =>
      points.map((sentence) => ({
        years: servedTerm(rule, sentence, people).days / daysPerYear,
        perYear: ((flow[cell] ?? 0) * people.share) / points.length,
      })),
    );
  });
  return [...terms, { years: Number.POSITIVE_INFINITY, perYear: flow[subBands.length] ?? 0 }];
}
