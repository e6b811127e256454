import { isWhole } from "./operations.ts";
import { inWords, isList, type Raw } from "./raw.ts";

/** A change of one value, before it is put into words. */
export interface ValueChange {
  readonly path: string;
  /** Path as written if it selects several items, or else with `*` in the place of an item; see {@link patternOf}. */
  readonly pattern: string;
  readonly isSelected: boolean;
  readonly before: Raw | undefined;
  readonly after: Raw | undefined;
  /** Such as `scaled by 2`; null for a new value. */
  readonly operation: string | null;
}

interface ChangeInWords {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Most changes of one key of the items of a list that are told one by one. */
const MOST_ALIKE = 10;
const LONGEST_WORDS = 160;
const LISTS: ReadonlySet<string> = new Set(["facilities", "institutions", "streams"]);

/** A path to a value of an item of a system's list, with `*` for the item; any other path as it is. */
export function patternOf(names: readonly (string | number)[]): string {
  const [root, system, list, _, ...below] = names;
  const isItem = root === "systems" && LISTS.has(String(list)) && below.length > 0;
  return isItem ? [root, system, list, "*", ...below].join(".") : names.join(".");
}

/**
 * Changes in words, those of one selection in one row, and those of one key of many items of a list too.
 *
 * @returns in the order of the first change of each row
 */
export function summarised(changes: readonly ValueChange[]): ChangeInWords[] {
  const groups = new Map<string, ValueChange[]>();
  for (const change of changes) {
    const group = groups.get(change.pattern) ?? [];
    group.push(change);
    groups.set(change.pattern, group);
  }
  return [...groups].flatMap(([path, group]) => {
    const isOneRow = group.length > MOST_ALIKE || (group.length > 1 && group[0]?.isSelected === true);
    if (isOneRow) return [together(path, group)];
    return group.map(({ path: own, before, after }) => ({
      path: own,
      before: shortly(before),
      after: shortly(after),
    }));
  });
}

function together(path: string, group: readonly ValueChange[]): ChangeInWords {
  const lastKey = path.slice(path.lastIndexOf(".") + 1);
  const operation = group[0]?.operation ?? null;
  const after = group.map((change) => change.after);
  return {
    path,
    before: allInWords(
      group.map(({ before }) => before),
      lastKey,
    ),
    after: operation === null ? allInWords(after, lastKey) : `each ${operation}`,
  };
}

/** One value that all share, or how many there are, with their sum where it is one of people or places. */
function allInWords(values: readonly (Raw | undefined)[], lastKey: string): string {
  const texts = new Set(values.map(shortly));
  const [only = ""] = texts;
  if (texts.size === 1) return only;
  const isCount = isWhole(lastKey) && values.every((value) => typeof value === "number");
  const sum = isCount ? values.reduce<number>((total, value) => total + Number(value), 0) : null;
  return `${values.length} values${sum === null ? "" : `, ${sum} in all`}`;
}

/** A value in a few words; a long list only by its length. */
function shortly(value: Raw | undefined): string {
  const words = inWords(value);
  if (words.length <= LONGEST_WORDS) return words;
  return isList(value) ? `${value.length} items` : `${words.slice(0, LONGEST_WORDS - 2)} …`;
}
