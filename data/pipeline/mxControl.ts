import { bisect } from "./bisect.ts";
import type { MxFacility } from "./mxFacilities.ts";
import { governanceScore } from "./mxGovernance.ts";
import { numberOf, onlyRow, type SourceRow, textOf } from "./readSource.ts";
import { at, sum } from "./table.ts";

/** How much the log-odds of compromised control fall with each point of the CNDH score (assumption). */
const SLOPE_PER_POINT = 1;

/** A state that CNDH lists with prisons in lasting self-government counts as so many points lower (assumption). */
const LISTED_POINTS = 1;

/** Governance of a centre or state system, and the probability that one of its prisons is run by prisoners. */
export interface FacilityControl {
  /** Own newest score, or null. */
  readonly score: ReturnType<typeof governanceScore>;
  readonly probability: number;
  /** Where the probability comes from, in words. */
  readonly basis: string;
  /** Source ids beside that of the score. */
  readonly source: string;
}

/**
 * Control by facility id. The probability is a logistic function of the score, one for all; its middle is set so that
 * the mean over the state systems is the newest published share of prisons with self-government. A facility without a
 * score of its own gets the mean of its operator.
 */
export function facilityControl(
  facilities: readonly MxFacility[],
  governance: readonly SourceRow[],
): Map<string, FacilityControl> {
  const { share, source } = selfGovernedShare(governance);
  const listed = new Set(
    governance.filter((row) => row.metric === "listed by CNDH").map((row) => textOf(row, "state")),
  );
  const own = new Map(facilities.map((facility) => [facility.id, governanceScore(facility, governance)]));
  const mean = (operator: string) => {
    const scores = facilities.flatMap(({ id, operator: other }) =>
      other === operator ? (at(own, id)?.score ?? []) : [],
    );
    return sum(scores) / scores.length;
  };
  const isListed = ({ operator, place }: MxFacility) =>
    operator === "state" && listed.has(textOf(place, "state"));
  const points = new Map(
    facilities.map((facility) => {
      const score = at(own, facility.id)?.score ?? mean(facility.operator);
      return [facility.id, score - (isListed(facility) ? LISTED_POINTS : 0)];
    }),
  );
  const states = facilities.filter(({ operator }) => operator === "state");
  const meanAt = (middle: number) =>
    sum(states.map(({ id }) => logistic(middle, at(points, id)))) / states.length;
  const middle = bisect(0, 10, (x) => share - meanAt(x));
  if (middle === null) throw new RangeError(`no curve of control has a mean of ${share} over the states`);
  return new Map(
    facilities.map((facility) => {
      const score = at(own, facility.id);
      const listing = isListed(facility) ? ", listed with lasting self-government" : "";
      const basis =
        score === null
          ? `mean score of the ${facility.operator} centres (assumption)`
          : `score ${score.score}${listing}`;
      return [facility.id, { score, probability: logistic(middle, at(points, facility.id)), basis, source }];
    }),
  );
}

/** Falls from 1 to 0 as the score rises; one half at the middle. */
function logistic(middle: number, score: number): number {
  return 1 / (1 + Math.exp(SLOPE_PER_POINT * (score - middle)));
}

/** Newest share of the prisons that CNDH visited in which prisoners governed, alone or with the authority. */
function selfGovernedShare(governance: readonly SourceRow[]) {
  const rows = governance.filter((row) => row.metric === "share with autogobierno/cogobierno");
  const newest = rows
    .map((row) => textOf(row, "date"))
    .sort()
    .at(-1);
  const row = onlyRow(rows, ({ date }) => date === newest, "the newest share of self-governed prisons");
  return { share: numberOf(row, "value") / 100, source: textOf(row, "source_id") };
}
