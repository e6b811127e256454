import type { AgeBand } from "./ages.ts";
import { sum } from "./table.ts";

/**
 * Shares of the bands of the age at entry whose stationary stock has the published ages (expectation maximisation:
 * every share is scaled by how much the ages that come of it are wanted).
 *
 * @param personsByEntryBand stock by age now for one person of each entry band: [entry][now]
 * @param wanted shares of the ages now
 */
export function solveEntryAges(
  start: readonly AgeBand[],
  personsByEntryBand: readonly (readonly number[])[],
  wanted: readonly number[],
  rounds: number,
): AgeBand[] {
  let shares = start.map((band) => band.share);
  const perEntry = personsByEntryBand.map(sum);
  for (let round = 0; round < rounds; round += 1) {
    const now = wanted.map((_, age) =>
      sum(shares.map((share, entry) => share * (personsByEntryBand[entry]?.[age] ?? 0))),
    );
    const total = sum(now);
    const scaled = shares.map((share, entry) => {
      const row = personsByEntryBand[entry] ?? [];
      const wish = sum(row.map((persons, age) => (persons * (wanted[age] ?? 0) * total) / (now[age] || 1)));
      return (share * wish) / (perEntry[entry] ?? 1);
    });
    const whole = sum(scaled);
    shares = scaled.map((share) => share / whole);
  }
  return start.map((band, index) => ({ ...band, share: shares[index] ?? 0 }));
}
