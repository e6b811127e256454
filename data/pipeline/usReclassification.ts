import { roundedShares } from "./largestRemainder.ts";
import { roundTo, sum } from "./table.ts";
import type { InitialStock } from "./usInitialStock.ts";
import { type ClassifiedLevel, classifiedLevels } from "./usLevels.ts";
import { usParameter } from "./usParameters.ts";
import { entryUnclassifiedShare } from "./usUnclassified.ts";

/** A change of class with its hazard (per year). */
export interface ClassChange {
  readonly from: string;
  readonly to: string;
  readonly perYear: number;
}

/** Classes in which the people of a stream come in, and how they change. */
export interface StreamClasses {
  readonly entry: Readonly<Record<string, number>>;
  readonly changes: readonly ClassChange[];
}

/** Class of people who come in without a level. */
export const newcomers = "unclassified/administrative";

/** Class of a level in units of that level, and in administrative units. */
const general = (level: ClassifiedLevel) => level;
const administrative = (level: ClassifiedLevel) => `${level}/administrative`;

/** Stock and flow of a stream that its classes must keep. */
export interface StreamBalance {
  readonly admissionsPerYear: number;
  /** Hazard of being classified, and people without a level. */
  readonly classifiedPerYear: number;
  readonly unclassifiedPersons: number;
}

/** Fewer people of a level in administrative units of a stream than this are left out of the changes. */
const FEWEST = 0.5;

/**
 * Hazards that keep the classes of a stream as they are, for exits that do not depend on the class.
 *
 * Newcomers get levels in the proportions of the stock. Between neighbouring levels the two hazards add to an assumed
 * speed and balance each other. Administrative units are entered from the units of the same level and left again after
 * a mean stay; the hazard of entering them makes up for the exits from them.
 */
export function streamClasses(stock: InitialStock, column: number, balance: StreamBalance): StreamClasses {
  const persons = (level: ClassifiedLevel, isAdministrative: boolean) =>
    sum(
      stock.rows.map(({ unit, level: own }, index) =>
        own === level && (unit.level === "administrative") === isAdministrative
          ? (stock.fitted[index]?.[column] ?? 0)
          : 0,
      ),
    );
  const levels = classifiedLevels.filter((level) => persons(level, false) > 0);
  const all = levels.map((level) => persons(level, false) + persons(level, true));
  const shares = roundedShares(all, 6);
  const { admissionsPerYear, classifiedPerYear, unclassifiedPersons } = balance;
  const straight = (1 - entryUnclassifiedShare) * admissionsPerYear;
  const exitsPerPerson = (classifiedPerYear * unclassifiedPersons + straight) / sum(all);
  const entryShares = roundedShares(
    [entryUnclassifiedShare, ...all.map((count) => ((1 - entryUnclassifiedShare) * count) / sum(all))],
    6,
  );
  const entry = Object.fromEntries(
    [newcomers, ...levels.map(general)].map((name, index) => [name, entryShares[index] ?? 0]),
  );
  const changes = [
    ...levels.map((level, index) =>
      change(newcomers, general(level), classifiedPerYear * (shares[index] ?? 0)),
    ),
    ...neighbourChanges(
      levels,
      levels.map((level) => persons(level, false)),
    ),
    ...levels.flatMap((level) =>
      administrativeChanges(level, persons(level, false), persons(level, true), exitsPerPerson),
    ),
  ];
  return { entry, changes: changes.filter(({ perYear }) => perYear > 0) };
}

function change(from: string, to: string, perYear: number): ClassChange {
  return { from, to, perYear: roundTo(perYear, 6) };
}

/** Balanced changes between neighbouring levels: as many people go up as come down. */
function neighbourChanges(levels: readonly ClassifiedLevel[], persons: readonly number[]): ClassChange[] {
  const speed = usParameter("reclassificationPerYear");
  return levels.slice(1).flatMap((upper, index) => {
    const lower = levels[index] ?? upper;
    const [low, high] = [persons[index] ?? 0, persons[index + 1] ?? 0];
    return [
      change(general(lower), general(upper), (speed * high) / (low + high)),
      change(general(upper), general(lower), (speed * low) / (low + high)),
    ];
  });
}

function administrativeChanges(
  level: ClassifiedLevel,
  generalPersons: number,
  administrativePersons: number,
  exitsPerPerson: number,
): ClassChange[] {
  if (administrativePersons < FEWEST) return [];
  const back = 1 / usParameter("administrativeStayYears");
  const into = ((back + exitsPerPerson) * administrativePersons) / generalPersons;
  return [
    change(general(level), administrative(level), into),
    change(administrative(level), general(level), back),
  ];
}
