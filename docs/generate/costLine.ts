import { linearRegression } from "simple-statistics";

/** What the bars about long runs are about. */
export const LONG_RUN = 1000;

/**
 * Cost of a run of {@link LONG_RUN} replications, by the straight line through those that were measured,
 * and no less than any of these: noise can make the line fall.
 *
 * @param points [replications, cost], at least two
 */
export function costOfLongRun(points: readonly (readonly [number, number])[]): number {
  const { m, b } = linearRegression(points.map(([replications, cost]) => [replications, cost]));
  return Math.max(m * LONG_RUN + b, ...points.map(([, cost]) => cost));
}
