import { addedQuantity, scaledQuantity } from "./quantities.ts";
import { inWords, isList, isMapping, type Raw, type RawList, type RawMapping } from "./raw.ts";

/** Values in force where a scenario writes none, by the last key of the path; what scaling starts from. */
const UNWRITTEN: ReadonlyMap<string | number, Raw> = new Map<string, Raw>([
  ["acceptanceProbability", 1],
  ["admissionsGrowth", 0],
  ["bedsOffLine", 0],
  ["deaths", "0 /y"],
  ["delay", "0 d"],
  ["detainerShare", 0],
  ["minimum", "0 d"],
  ["minimumLeft", "0 d"],
  ["preTrialCredit", "0 d"],
  ["serviceTime", "0 d"],
  ["waitAtStart", "0 d"],
  ["withdrawalProbability", 0],
  ["yearlySd", 0],
]);

/** Whole people or places: the result of scaling and adding is rounded, half up. */
const WHOLE = new Set([
  "bedsOffLine",
  "housingUnitPlaces",
  "limit",
  "maxPersons",
  "ownCapacity",
  "persons",
  "quotaPerYear",
  "ratedCapacity",
  "reviewers",
]);
const DISTRIBUTIONS = ["fixed", "exponential", "uniform", "lognormal", "bands"];

/** `{ scale: x }` or `{ add: x }`, as opposed to a value. */
export function isOperation(value: Raw): value is RawMapping {
  if (!isMapping(value)) return false;
  const keys = Object.keys(value);
  return keys.length === 1 && (keys[0] === "scale" || keys[0] === "add");
}

/** What an operation does, in words. */
export function operationInWords(kind: string, operand: Raw): string {
  return kind === "scale" ? `scaled by ${inWords(operand)}` : `plus ${inWords(operand)}`;
}

/** True for whole people or places. */
export function isWhole(lastKey: string): boolean {
  return WHOLE.has(lastKey);
}

/** The value beneath, or what stands for a value that is not written; undefined if neither is there. */
export function valueBeneath(value: Raw | undefined, lastKey: string | number): Raw | undefined {
  return value === undefined || value === null ? UNWRITTEN.get(lastKey) : value;
}

function rounded(value: number, lastKey: string | number): number {
  return isWhole(String(lastKey)) ? Math.floor(value + 0.5) : value;
}

/**
 * A value times a factor: numbers, quantities with their unit, the durations of a distribution, and the rates of
 * a list such as deaths by age.
 *
 * @returns null where the value cannot be scaled
 */
export function scaledValue(value: Raw, factor: number, lastKey: string | number): Raw | null {
  if (typeof value === "number") return rounded(value * factor, lastKey);
  if (typeof value === "string") return scaledQuantity(value, factor);
  if (isList(value)) return scaledRates(value, factor);
  if (!isMapping(value) || !DISTRIBUTIONS.some((kind) => Object.hasOwn(value, kind))) return null;
  return scaledDurations(value, factor);
}

/** A list of items with a rate, each of them scaled; null for any other list. */
function scaledRates(list: RawList, factor: number): Raw | null {
  const items = list.map((item) => {
    const rate = isMapping(item) && typeof item.rate === "string" ? scaledQuantity(item.rate, factor) : null;
    return isMapping(item) && rate !== null ? { ...item, rate } : null;
  });
  return items.every((item) => item !== null) ? items : null;
}

function scaledDurations(value: Raw, factor: number): Raw {
  if (typeof value === "string") return scaledQuantity(value, factor) ?? value;
  if (Array.isArray(value)) return value.map((item) => scaledDurations(item, factor));
  if (!isMapping(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, scaledDurations(item, factor)]);
  return Object.fromEntries(entries) as RawMapping;
}

/**
 * The sum of a value and an addend in the same unit.
 *
 * @returns null where the two are not of one kind
 */
export function addedValue(value: Raw, addend: Raw, lastKey: string | number): Raw | null {
  if (typeof value === "number" && typeof addend === "number") return rounded(value + addend, lastKey);
  if (typeof value === "string" && typeof addend === "string") return addedQuantity(value, addend);
  return null;
}
