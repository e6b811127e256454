import type { Located } from "./origins.ts";
import type { Path } from "./raw.ts";

/** What a `set` mapping says under one key; it may change many values. */
export interface Entry {
  /** The file, and the path of the key in it. */
  readonly root: Located;
  readonly path: Path;
}

/** One change of one value, in force from a day on. */
export interface Change {
  /** Scenario that makes it, or `--set`. */
  readonly scenario: string;
  readonly day: number;
  readonly date: string;
  readonly kind: "value" | "scale" | "add";
  /** Where the value stands in the configuration, and the same in dotted words. */
  readonly keys: Path;
  readonly words: string;
  /** The value itself, the factor or the addend. */
  readonly operand: Located;
  readonly entry: Entry;
  /** The path as written if it selects several items; null for a path to one value. */
  readonly selection: string | null;
}

/** What one scenario of the chain lays over those beneath it. */
export interface Layer {
  readonly scenario: string;
  /** Systems and corridors as written in the file. */
  readonly written: Located;
  /** In order of date, then as written. */
  readonly changes: readonly Change[];
}
