import { pointsWithin, subBands } from "./sentenceBands.ts";
import { stepsPerYear } from "./survival.ts";
import { daysPerYear, reductionClasses, servedTerm } from "./timeToServe.ts";
import type { Profile } from "./usProfiles.ts";
import { cellCount } from "./usSentenceFit.ts";

/** People who entered in one year and still have time to serve, at the middle of every month since entry. */
export function stillServing(
  profiles: readonly Profile[],
  flow: readonly (readonly number[])[],
  isCounted: (cell: number) => boolean,
): Float64Array {
  const months = 92 * stepsPerYear;
  const ending = new Float64Array(months + 1);
  let forLife = 0;
  profiles.forEach(({ rule }, index) => {
    const rates = flow[index] ?? [];
    if (isCounted(cellCount - 1)) forLife += rates[cellCount - 1] ?? 0;
    subBands.forEach((band, cell) => {
      if (!isCounted(cell)) return;
      const points = pointsWithin(band);
      for (const people of reductionClasses(rule)) {
        for (const sentence of points) {
          const month = (servedTerm(rule, sentence, people).days / daysPerYear) * stepsPerYear;
          const at = Math.round(month);
          ending[at] = (ending[at] ?? 0) + ((rates[cell] ?? 0) * people.share) / points.length;
        }
      }
    });
  });
  const left = new Float64Array(months);
  let still = forLife;
  for (let month = months - 1; month >= 0; month -= 1) {
    still += ending[month + 1] ?? 0;
    left[month] = still;
  }
  return left;
}
