import { largestRemainder } from "./largestRemainder.ts";
import { type Margin, proportionalFit } from "./proportionalFit.ts";
import { numberOf, onlyRow, readSource } from "./readSource.ts";
import { sum } from "./table.ts";
import type { StreamStock } from "./usStreamStock.ts";
import type { UnitCounts } from "./usUnitCounts.ts";
import type { Unit } from "./usUnits.ts";
import { wholeFit } from "./wholeFit.ts";

/** People at the start by unit and stream, and by stream outside the institutions. */
export interface InitialStock {
  /** Fitted people, unit by unit (row) and stream by stream (column). */
  readonly fitted: readonly (readonly number[])[];
  /** The same in whole numbers with exact sums. */
  readonly persons: readonly (readonly number[])[];
  readonly outsidePersons: readonly number[];
  readonly worstMissShare: number;
}

/** Non-citizens weigh more at low security (assumption); a deportable person may not go to a camp. */
const nonCitizenWeight = { minimum: 0, low: 1.3, medium: 1, high: 1, administrative: 1 } as const;

/**
 * Spreads the stock over units and streams.
 *
 * People outside the institutions come first (in proportion to the stationary placed stock). The rest
 * is a fit of unit x stream to the unit counts and the stream totals; a stream enters only units of its
 * sex, and the weight of its offence at the unit's level is an assumption.
 */
export function initialStock(
  counts: UnitCounts,
  streams: readonly StreamStock[],
  placedPersons: readonly number[],
  outsideTotalPersons: number,
): InitialStock {
  const outsidePersons = largestRemainder(placedPersons, outsideTotalPersons);
  const insidePersons = streams.map((stream, index) => stream.persons - (outsidePersons[index] ?? 0));
  const columns = streams.length;
  const seed = counts.units.flatMap((unit, row) =>
    streams.map((stream) => (counts.persons[row] ?? 0) * unitWeight(unit, stream)),
  );
  const unitMargin: Margin = {
    name: "unit",
    groupOfCell: seed.map((_, cell) => Math.floor(cell / columns)),
    targets: counts.persons,
  };
  const streamMargin: Margin = {
    name: "stream",
    groupOfCell: seed.map((_, cell) => cell % columns),
    targets: insidePersons,
  };
  const fit = proportionalFit(seed, [unitMargin, streamMargin]);
  const fitted = counts.units.map((_, row) => fit.cells.slice(row * columns, (row + 1) * columns));
  const persons = wholeFit(fitted, counts.persons, insidePersons);
  return { fitted, persons, outsidePersons, worstMissShare: fit.worstMissShare };
}

/** Weight of a stream in a unit: zero for the other sex, else by level. */
function unitWeight(unit: Unit, stream: StreamStock): number {
  if (unit.sex !== "mixed" && unit.sex !== stream.sex) return 0;
  const row = onlyRow(levelSeeds(), (entry) => entry.offence === stream.offence, stream.offence);
  const citizenWeight = stream.citizenship === "US" ? 1 : nonCitizenWeight[unit.level];
  return numberOf(row, unit.level) * citizenWeight;
}

let seeds: ReturnType<typeof readSource> | null = null;

function levelSeeds() {
  seeds ??= readSource("us-seed-offence-level.csv");
  return seeds;
}

/** People by level for every stream (columns), from the fitted stock. */
export function personsByGroup(
  stock: InitialStock,
  units: readonly Unit[],
  streamIndex: (index: number) => boolean,
  groupOf: (unit: Unit) => string,
): Map<string, number> {
  const totals = new Map<string, number>();
  units.forEach((unit, row) => {
    const inStreams = (stock.fitted[row] ?? []).filter((_, column) => streamIndex(column));
    totals.set(groupOf(unit), (totals.get(groupOf(unit)) ?? 0) + sum(inStreams));
  });
  return totals;
}
