/** What YAML and JSON can say: the scenario before any check of its meaning. */
export type Raw = string | number | boolean | null | RawList | RawMapping;
export type RawList = readonly Raw[];
export interface RawMapping {
  readonly [key: string]: Raw;
}

/** A path inside a file or a configuration: keys of mappings and indices of lists. */
export type Path = readonly (string | number)[];

export function isMapping(value: unknown): value is RawMapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is RawList {
  return Array.isArray(value);
}

/** The item behind a key or an index, or undefined; inherited properties do not count. */
export function childOf(value: Raw | undefined, key: string | number): Raw | undefined {
  if (isList(value)) return typeof key === "number" ? value[key] : undefined;
  return isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The item at a path, or undefined. */
export function itemAt(root: Raw | undefined, path: Path): Raw | undefined {
  return path.reduce<Raw | undefined>((value, key) => childOf(value, key), root);
}

/** All string ids of a list of items. */
export function idsOf(list: Raw | undefined): string[] {
  if (!isList(list)) return [];
  return list.flatMap((item) => (isMapping(item) && typeof item.id === "string" ? [item.id] : []));
}

/** A value in a few words, as it would be written in a scenario. */
export function inWords(value: Raw | undefined): string {
  if (value === undefined || value === null) return "none";
  if (isList(value)) return `[${value.map(inWords).join(", ")}]`;
  if (!isMapping(value)) return String(value);
  const entries = Object.entries(value).map(([key, item]) => `${key}: ${inWords(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** A received value for a message: quoted text, a number, or the kind of thing that stands there. */
export function describe(value: Raw | undefined): string {
  if (value === undefined) return "nothing";
  if (isList(value)) return value.length === 0 ? "an empty list" : "a list";
  if (isMapping(value)) return "a mapping";
  if (typeof value !== "string") return String(value);
  return value.length > 60 ? `a text of ${value.length} characters` : JSON.stringify(value);
}

/** A path with dots, where the items of a list are named by their id, or else by `[index]`. */
export function pathInWords(root: Raw | undefined, path: Path): string {
  let words = "";
  let value: Raw | undefined = root;
  for (const key of path) {
    const item = childOf(value, key);
    const name = isList(value) && isMapping(item) && typeof item.id === "string" ? item.id : key;
    if (typeof name === "number") words += `[${name}]`;
    else words += words === "" ? name : `.${name}`;
    value = item;
  }
  return words;
}
