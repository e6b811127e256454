import { numberOf, onlyRow, readSource, type SourceRow } from "./readSource.ts";
import { usParameter } from "./usParameters.ts";
import type { Citizenship, Offence, Sex } from "./usStreamStock.ts";
import type { Unit } from "./usUnits.ts";

/** Levels of people, from the lowest; `unclassified`: come in and not classified yet. */
export const classifiedLevels = ["minimum", "low", "medium", "high"] as const;
export const ownLevels = [...classifiedLevels, "unclassified"] as const;
export type ClassifiedLevel = (typeof classifiedLevels)[number];
export type OwnLevel = (typeof ownLevels)[number];

/** Levels that a sex has units of: women have none at medium and high security. */
export const levelsOfSex: Readonly<Record<Sex, readonly ClassifiedLevel[]>> = {
  male: classifiedLevels,
  female: ["minimum", "low"],
};

/** Published shares of all people by their own level; the rest of the page's whole is unclassified. */
export function publishedLevelShares(date: string): Record<OwnLevel, number> {
  const rows = readSource("us-composition.csv").filter(
    (row) => row.dimension === "security_level" && row.as_of_date === date,
  );
  const share = (level: string) =>
    numberOf(
      onlyRow(rows, (row) => row.category === level, level),
      "percent",
    ) / 100;
  const [minimum, low, medium, high] = [share("minimum"), share("low"), share("medium"), share("high")];
  return { minimum, low, medium, high, unclassified: 1 - minimum - low - medium - high };
}

/** The level that a person has in the final placement, lower by an assumed number of levels. */
export function levelInCommunity(level: ClassifiedLevel, sex: Sex): ClassifiedLevel {
  const levels = levelsOfSex[sex];
  return levels[Math.max(0, levels.indexOf(level) - usParameter("levelsDownInCommunity"))] ?? "minimum";
}

/** Kinds of administrative units, by which people they take. */
const unitKinds: Readonly<Record<string, string>> = {
  fdc: "detention",
  mdc: "detention",
  mcc: "detention",
  detention_unit: "detention",
  fmc: "medical",
  mcfp: "medical",
  ftc: "transfer",
  usp: "maximum",
};

/** Weight of an own level in an administrative unit (assumption). */
export function unitLevelWeight(unit: Unit, level: OwnLevel): number {
  const kind = unitKinds[unit.kind];
  if (kind === undefined) throw new RangeError(`no kind of administrative unit for ${unit.kind}`);
  const isKind = (row: SourceRow) => row.unit_kind === kind;
  return numberOf(onlyRow(readSource("us-seed-unit-level.csv"), isKind, kind), level);
}

/** Weight of a level for people of an offence group (assumption); a deportable person may not go to a camp. */
export function levelWeight(
  offence: Offence,
  citizenship: Citizenship,
  level: ClassifiedLevel,
  lowWeightOfNonCitizens: number,
): number {
  const isOffence = (row: SourceRow) => row.offence === offence;
  const weight = numberOf(onlyRow(readSource("us-seed-offence-level.csv"), isOffence, offence), level);
  if (citizenship === "US") return weight;
  return weight * { minimum: 0, low: lowWeightOfNonCitizens, medium: 1, high: 1 }[level];
}
