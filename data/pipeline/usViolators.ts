import { numberOf, readSource } from "./readSource.ts";
import { subBands } from "./sentenceBands.ts";
import { sum } from "./table.ts";
import { profileKeys } from "./usProfiles.ts";
import { bandOfCell } from "./usSentenceFit.ts";

/** Whether the sentences of a profile are fitted: those of violators are assumed, their flow is observed. */
export function isFitted(profile: number): boolean {
  return profileKeys[profile]?.offence !== "supervisionViolation";
}

/** Sentences of people who come back for a violation of supervision: shares of admissions by cell (assumption). */
function violatorShares(): number[] {
  const rows = readSource("us-seed-violator-sentence.csv");
  const shares = subBands.map((band) =>
    sum(
      rows.map((row) => {
        const from = numberOf(row, "from_years");
        const to = numberOf(row, "to_years");
        const overlap = Math.max(0, Math.min(to, band.toYears) - Math.max(from, band.fromYears));
        return (numberOf(row, "share") * overlap) / (to - from);
      }),
    ),
  );
  return [...shares, 0];
}

/** Stock of violators for a given flow with sentences over one year; all citizenships have the same sentences. */
export function violatorPersons(
  overOneYear: number,
  profilePersons: readonly number[],
  stays: readonly (readonly number[])[],
): number {
  const shares = violatorShares();
  const over = sum(shares.filter((_, cell) => bandOfCell[cell] !== 0));
  const years = profileKeys.map((_, index) =>
    isFitted(index) ? 0 : sum(shares.map((share, cell) => share * (stays[index]?.[cell] ?? 0))),
  );
  const persons = profilePersons.filter((_, index) => !isFitted(index));
  const perYear = sum(
    profilePersons.map((value, index) => (isFitted(index) ? 0 : value / (years[index] ?? 1))),
  );
  return ((overOneYear / over) * sum(persons)) / perYear;
}

/** Stock of violators by profile and sentence. */
export function violatorStock(
  profilePersons: readonly number[],
  stays: readonly (readonly number[])[],
): number[][] {
  const shares = violatorShares();
  return profileKeys.map((_, index) => {
    if (isFitted(index)) return [];
    const weights = shares.map((share, cell) => share * (stays[index]?.[cell] ?? 0));
    return weights.map((weight) => ((profilePersons[index] ?? 0) * weight) / sum(weights));
  });
}
