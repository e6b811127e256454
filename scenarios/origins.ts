import { childOf, isList, type Path, type Raw } from "./raw.ts";
import type { Position, Source } from "./source.ts";

/** Where a value was written, and what was done to it since. */
export interface Origin {
  readonly source: Source;
  readonly path: Path;
  /** For instance `0.6 scaled by 2 from 2026-01-01`; null for a value as written. */
  readonly note: string | null;
}

/** A value together with its origin. */
export interface Located {
  readonly value: Raw;
  readonly origin: Origin;
}

interface Entry {
  readonly self: Origin;
  readonly children: ReadonlyMap<string | number, Origin>;
}

/**
 * Remembers where each part of a configuration comes from while it is merged from several files. A mapping
 * or list as parsed needs no entry: its items stand below it in the same file. One that was put together
 * has an entry with the origins of the items that do not.
 */
export class Origins {
  readonly #entries = new WeakMap<object, Entry>();

  /** The item behind a key, or undefined. */
  child(at: Located, key: string | number): Located | undefined {
    const value = childOf(at.value, key);
    return value === undefined ? undefined : { value, origin: this.#originOf(at, key) };
  }

  #originOf(at: Located, key: string | number): Origin {
    const entry = typeof at.value === "object" && at.value !== null ? this.#entries.get(at.value) : undefined;
    const own = entry?.children.get(key);
    if (own !== undefined) return own;
    const self = entry?.self ?? at.origin;
    return { source: self.source, path: [...self.path, key], note: self.note };
  }

  /** A copy of a mapping or list in which some items are replaced or added. */
  replace(at: Located, changes: ReadonlyMap<string | number, Located>): Located {
    if (changes.size === 0) return at;
    if (isList(at.value)) {
      const items = at.value.map((item, index) => changes.get(index)?.value ?? item);
      for (const [index, change] of changes) if (change.value === null) items[Number(index)] = null;
      return this.#remember(at, items, changes);
    }
    const entries = new Map<string, Raw>(Object.entries(at.value ?? {}));
    for (const [key, change] of changes) entries.set(String(key), change.value);
    return this.#remember(at, Object.fromEntries(entries), changes);
  }

  /** A list put together from items of any origin. */
  list(items: readonly Located[], origin: Origin): Located {
    const value = items.map((item) => item.value);
    const children = new Map(items.map((item, index) => [index, item.origin]));
    this.#entries.set(value, { self: origin, children });
    return { value, origin };
  }

  #remember(at: Located, value: Raw & object, changes: ReadonlyMap<string | number, Located>): Located {
    const before =
      typeof at.value === "object" && at.value !== null ? this.#entries.get(at.value) : undefined;
    const children = new Map(before?.children);
    for (const [key, change] of changes) children.set(key, change.origin);
    this.#entries.set(value, { self: before?.self ?? at.origin, children });
    return { value, origin: at.origin };
  }

  /** The deepest item on a path, and how many of the path's keys lead to it. */
  deepest(root: Located, path: Path): { readonly at: Located; readonly depth: number } {
    let at = root;
    for (const [depth, key] of path.entries()) {
      const next = this.child(at, key);
      if (next === undefined) return { at, depth };
      at = next;
    }
    return { at, depth: path.length };
  }

  /**
   * Where to point for a problem at a path: the value, its key, or, if it is missing, what should hold it.
   */
  locate(root: Located, path: Path, target: "key" | "value"): { file: string; position: Position } {
    const { at, depth } = this.deepest(root, path);
    const whole = at.value === null || typeof at.value !== "object";
    const aim = depth < path.length && !whole ? "key" : target;
    const { source, path: filePath } = at.origin;
    return { file: source.file, position: source.locate(filePath, aim) };
  }
}
