import { sum } from "./table.ts";
import type { InitialStock } from "./usInitialStock.ts";
import { type Sex, type StreamStock, sexes } from "./usStreamStock.ts";
import type { UnitCounts } from "./usUnitCounts.ts";
import type { Unit } from "./usUnits.ts";

const ROUNDS = 2000;

/**
 * Weights for placement in proportion, in the order of the units: with them every unit has in the long run the people
 * that are wanted in it. For a unit of one sex these are the wanted people; a mixed unit takes from two groups.
 *
 * @param persistence exponent of the occupancy relative to the mean of the level and sex: 1 keeps the differences of
 *   the start, 0 evens them out. Administrative units, and units without a capacity, keep theirs
 */
export function placementWeights(
  counts: UnitCounts,
  stock: InitialStock,
  streams: readonly StreamStock[],
  persistence: number,
): number[] {
  const wanted = wantedPersons(counts, persistence);
  const groups = placementGroups(counts.units, stock, streams);
  const weights = [...wanted];
  for (let round = 0; round < ROUNDS; round += 1) {
    const expected = weights.map(() => 0);
    for (const { members, persons } of groups) {
      const whole = sum(members.map((unit) => weights[unit] ?? 0));
      for (const unit of members) {
        expected[unit] = (expected[unit] ?? 0) + (persons * (weights[unit] ?? 0)) / whole;
      }
    }
    for (const unit of weights.keys()) {
      const ratio = (wanted[unit] ?? 0) / (expected[unit] || 1);
      weights[unit] = (weights[unit] ?? 0) * ratio;
    }
  }
  return weights;
}

/** People wanted in each unit: capacity times relative occupancy to the power of the persistence, level by level. */
function wantedPersons(counts: UnitCounts, persistence: number): number[] {
  const keyOf = (unit: Unit) => `${unit.level} ${unit.sex}`;
  return counts.units.map((unit, index) => {
    const persons = counts.persons[index] ?? 0;
    if (unit.level === "administrative" || unit.ratedCapacityPersons === 0) return persons;
    const peers = counts.units.flatMap((peer, at) =>
      keyOf(peer) === keyOf(unit) && peer.ratedCapacityPersons > 0
        ? [{ capacity: peer.ratedCapacityPersons, persons: counts.persons[at] ?? 0 }]
        : [],
    );
    const mean = sum(peers.map((peer) => peer.persons)) / sum(peers.map((peer) => peer.capacity));
    const pull = (peer: { capacity: number; persons: number }) =>
      peer.capacity * (peer.persons / peer.capacity / mean) ** persistence;
    const scale = sum(peers.map((peer) => peer.persons)) / sum(peers.map(pull));
    return pull({ capacity: unit.ratedCapacityPersons, persons }) * scale;
  });
}

/** The people of one sex in the units of one level, among which they are placed. */
function placementGroups(units: readonly Unit[], stock: InitialStock, streams: readonly StreamStock[]) {
  const levels = [...new Set(units.map((unit) => unit.level))];
  return levels
    .flatMap((level) =>
      sexes.map((sex: Sex) => ({
        members: [...units.keys()].filter((index) => {
          const unit = units[index];
          return unit !== undefined && unit.level === level && (unit.sex === "mixed" || unit.sex === sex);
        }),
        persons: sum(
          stock.rows.map((row, index) =>
            row.unit.level === level
              ? sum((stock.fitted[index] ?? []).filter((_, column) => streams[column]?.sex === sex))
              : 0,
          ),
        ),
      })),
    )
    .filter(({ members }) => members.length > 0);
}
