import { largestRemainder } from "./largestRemainder.ts";
import { type Margin, proportionalFit } from "./proportionalFit.ts";
import { sum } from "./table.ts";
import {
  type ClassifiedLevel,
  classifiedLevels,
  levelInCommunity,
  levelsOfSex,
  levelWeight,
  type OwnLevel,
  ownLevels,
  unitLevelWeight,
} from "./usLevels.ts";
import { usParameter } from "./usParameters.ts";
import type { StreamStock } from "./usStreamStock.ts";
import type { UnitCounts } from "./usUnitCounts.ts";
import type { Unit } from "./usUnits.ts";
import { wholeFit } from "./wholeFit.ts";

/** People of one own level in one unit. */
export interface PlaceRow {
  readonly unit: Unit;
  readonly level: OwnLevel;
}

/** People at the start by unit, own level and stream, and by own level and stream outside the institutions. */
export interface InitialStock {
  readonly rows: readonly PlaceRow[];
  /** Fitted people, place row by place row, stream by stream. */
  readonly fitted: readonly (readonly number[])[];
  /** The same in whole numbers with exact sums over units and streams. */
  readonly persons: readonly (readonly number[])[];
  /** Outside: by classified level, stream by stream, whole numbers. */
  readonly outsidePersons: readonly (readonly number[])[];
  readonly worstMissShare: number;
}

/** What the fit of the stock starts from. */
export interface StockTargets {
  readonly counts: UnitCounts;
  readonly streams: readonly StreamStock[];
  /** By stream: people outside, and people inside without a level. */
  readonly outside: readonly number[];
  readonly unclassified: readonly number[];
  /** All people by own level, in and out. */
  readonly levelPersons: Readonly<Record<OwnLevel, number>>;
}

const LEVEL_ROUNDS = 12;

/**
 * Spreads the stock over units, own levels and streams.
 *
 * In a unit of a level everybody has that level; administrative units hold all levels. The people outside have one
 * level less than those inside of their stream, and the administrative units take of each level what the published mix
 * leaves. Both depend on the levels inside, so the fit is repeated. A stream enters only units of its sex.
 */
export function initialStock(targets: StockTargets): InitialStock {
  const { counts, streams } = targets;
  const rows = placeRows(counts.units);
  const outside = largestRemainder(targets.outside, Math.round(sum(targets.outside)));
  const inside = streams.map((stream, index) => stream.persons - (outside[index] ?? 0));
  const seed = rows.map((row) => streams.map((stream) => cellWeight(counts, row, stream)));
  let fit = { fitted: seed, worstMissShare: 1 };
  let outsideByLevel = classifiedLevels.map(() => streams.map(() => 0));
  for (let round = 0; round < LEVEL_ROUNDS; round += 1) {
    if (round > 0) outsideByLevel = outsideLevels(rows, fit.fitted, streams, outside);
    fit = fitInside(targets, rows, fit.fitted, inside, administrativeLevels(targets, outsideByLevel));
  }
  const rowTotals = wholeRows(rows, fit.fitted, counts);
  const levelTotals = largestRemainder(outsideByLevel.map(sum), sum(outside));
  return {
    rows,
    fitted: fit.fitted,
    persons: wholeFit(fit.fitted, rowTotals, inside),
    outsidePersons: wholeFit(outsideByLevel, levelTotals, outside),
    worstMissShare: fit.worstMissShare,
  };
}

function placeRows(units: readonly Unit[]): PlaceRow[] {
  return units.flatMap((unit) => {
    if (unit.level !== "administrative") return [{ unit, level: unit.level }];
    return ownLevels.filter((level) => unitLevelWeight(unit, level) > 0).map((level) => ({ unit, level }));
  });
}

/** Weight of a stream in a unit at a level: zero for the other sex and for levels that the sex has no units of. */
function cellWeight(counts: UnitCounts, { unit, level }: PlaceRow, stream: StreamStock): number {
  if (unit.sex !== "mixed" && unit.sex !== stream.sex) return 0;
  const persons = counts.persons[counts.units.indexOf(unit)] ?? 0;
  const ofUnit = unitWeight(unit, level, stream);
  if (level === "unclassified") return persons * ofUnit;
  if (!levelsOfSex[stream.sex].includes(level)) return 0;
  const { offence, citizenship } = stream;
  return persons * ofUnit * levelWeight(offence, citizenship, level, usParameter("lowWeightOfNonCitizens"));
}

/** Weight of a unit: administrative ones take levels by their kind, contract prisons mostly non-citizens. */
function unitWeight(unit: Unit, level: OwnLevel, stream: StreamStock): number {
  if (unit.level === "administrative") return unitLevelWeight(unit, level);
  const isForeign = stream.citizenship !== "US";
  return unit.kind === "contract_private" && isForeign ? usParameter("contractWeightOfNonCitizens") : 1;
}

/** People outside by level: the classified people inside of the stream, one level lower. */
function outsideLevels(
  rows: readonly PlaceRow[],
  fitted: readonly (readonly number[])[],
  streams: readonly StreamStock[],
  outside: readonly number[],
): number[][] {
  const byLevel = classifiedLevels.map(() => streams.map(() => 0));
  streams.forEach((stream, column) => {
    const classified = sum(
      rows.map((row, index) => (row.level === "unclassified" ? 0 : (fitted[index]?.[column] ?? 0))),
    );
    rows.forEach((row, index) => {
      if (row.level === "unclassified") return;
      const at = classifiedLevels.indexOf(levelInCommunity(row.level, stream.sex));
      const share = (fitted[index]?.[column] ?? 0) / classified;
      const line = byLevel[at] ?? [];
      line[column] = (line[column] ?? 0) + share * (outside[column] ?? 0);
    });
  });
  return byLevel;
}

/** People in administrative units by own level: what the published mix leaves, but a least share of each level. */
function administrativeLevels(
  targets: StockTargets,
  outsideByLevel: readonly (readonly number[])[],
): Record<OwnLevel, number> {
  const { counts, levelPersons } = targets;
  const inUnits = (level: string) =>
    sum(counts.persons.filter((_, index) => counts.units[index]?.level === level));
  const unclassified = sum(targets.unclassified);
  const total = inUnits("administrative") - unclassified;
  const floor = usParameter("administrativeFloorShare") * total;
  const wished = classifiedLevels.map((level, index) =>
    Math.max(floor, levelPersons[level] - inUnits(level) - sum(outsideByLevel[index] ?? [])),
  );
  const above = wished.map((persons) => persons - floor);
  const scale = (total - floor * wished.length) / sum(above);
  const [minimum = 0, low = 0, medium = 0, high = 0] = above.map((persons) => floor + persons * scale);
  return { minimum, low, medium, high, unclassified };
}

/** One fit to units, streams, levels in administrative units, and streams without a level. */
function fitInside(
  targets: StockTargets,
  rows: readonly PlaceRow[],
  seed: readonly (readonly number[])[],
  inside: readonly number[],
  administrative: Record<OwnLevel, number>,
) {
  const { counts, streams } = targets;
  const columns = streams.length;
  const cells = rows.flatMap((row) => streams.map((_, column) => ({ row, column })));
  const none = "none";
  const margin = (
    name: string,
    groups: readonly string[],
    wanted: readonly number[],
    groupOf: (cell: (typeof cells)[number]) => string,
  ): Margin => ({
    name,
    groupOfCell: cells.map((cell) => groups.indexOf(groupOf(cell))),
    targets: wanted,
  });
  const unitIds = counts.units.map((unit) => unit.id);
  const generalPersons = sum(
    counts.persons.filter((_, index) => counts.units[index]?.level !== "administrative"),
  );
  const streamIds = streams.map((stream) => stream.id);
  const classified = inside.map((persons, index) => persons - (targets.unclassified[index] ?? 0));
  const isNew = (cell: (typeof cells)[number]) => cell.row.level === "unclassified";
  const fit = proportionalFit(
    seed.flat(),
    [
      margin("unit", unitIds, counts.persons, (cell) => cell.row.unit.id),
      margin(
        "administrative level",
        [...ownLevels, none],
        [...ownLevels.map((level) => administrative[level]), generalPersons],
        (cell) => (cell.row.unit.level === "administrative" ? cell.row.level : none),
      ),
      margin(
        "stream",
        [...streamIds, ...streamIds.map((id) => `${id} new`)],
        [...classified, ...targets.unclassified],
        (cell) => `${streamIds[cell.column]}${isNew(cell) ? " new" : ""}`,
      ),
    ],
    400,
  );
  const fitted = rows.map((_, index) => fit.cells.slice(index * columns, (index + 1) * columns));
  return { fitted, worstMissShare: fit.worstMissShare };
}

/** Whole people by place row that add to the whole people of each unit. */
function wholeRows(
  rows: readonly PlaceRow[],
  fitted: readonly (readonly number[])[],
  counts: UnitCounts,
): number[] {
  return counts.units.flatMap((unit, index) => {
    const own = rows.flatMap((row, at) => (row.unit === unit ? [sum(fitted[at] ?? [])] : []));
    return largestRemainder(own, counts.persons[index] ?? 0);
  });
}

/** People inside of some streams, from the fitted stock, by a property of the place row. */
export function personsByGroup(
  stock: InitialStock,
  isCounted: (column: number) => boolean,
  groupOf: (row: PlaceRow) => string,
): Map<string, number> {
  const totals = new Map<string, number>();
  stock.rows.forEach((row, index) => {
    const persons = sum((stock.fitted[index] ?? []).filter((_, column) => isCounted(column)));
    totals.set(groupOf(row), (totals.get(groupOf(row)) ?? 0) + persons);
  });
  return totals;
}

/** All people by own level, in and out, in whole numbers. */
export function personsByLevel(stock: InitialStock): Record<OwnLevel, number> {
  const count = (level: OwnLevel) => {
    const inside = sum(
      stock.rows.map((row, index) => (row.level === level ? sum(stock.persons[index] ?? []) : 0)),
    );
    const at = classifiedLevels.indexOf(level as ClassifiedLevel);
    return inside + (at < 0 ? 0 : sum(stock.outsidePersons[at] ?? []));
  };
  const [minimum, low, medium, high, unclassified] = ownLevels.map(count);
  return {
    minimum: minimum ?? 0,
    low: low ?? 0,
    medium: medium ?? 0,
    high: high ?? 0,
    unclassified: unclassified ?? 0,
  };
}
