import { changesOf, type SetBlock } from "./changes.ts";
import type { LoadContext } from "./context.ts";
import type { Change } from "./layer.ts";
import type { Located } from "./origins.ts";
import { parseFile } from "./parseFile.ts";
import type { Path, Raw } from "./raw.ts";
import type { Position, Source } from "./source.ts";

/** File name under which problems of `--set` are reported. */
export const OVERRIDE_FILE = "--set";
const TIMING_KEYS = ["start", "horizon", "grid"];
/** A path, in whose brackets "=" belongs to a condition, before the first other "=". */
const SHAPE = /^\s*((?:[^=\s[\]]|\[[^[\]]*\])+)\s*=\s*(?=\S)/;

/** One `--set path=value`. */
export interface Override {
  readonly path: string;
  /** A mapping of the path and the value. */
  readonly root: Located;
  readonly value: Located;
}

/**
 * Reads the arguments of `--set`; a value is written as in a scenario: `a.b=0.5`, `a.b={ scale: 2 }`.
 *
 * @param overrides arguments, in order; a later one goes over an earlier one
 */
export function readOverrides(context: LoadContext, overrides: readonly string[]): Override[] {
  return overrides.flatMap((argument) => {
    const override = readOverride(context, argument);
    return override === null ? [] : [override];
  });
}

function readOverride(context: LoadContext, argument: string): Override | null {
  const match = SHAPE.exec(argument);
  if (match === null) {
    const expected = "path=value, the value written as in a scenario";
    const received = JSON.stringify(argument);
    context.issues.add({ file: OVERRIDE_FILE, line: 1, column: 1, path: "", expected, received, hint: null });
    return null;
  }
  const path = match[1] ?? "";
  // Blanks in the place of the path keep the columns of the argument.
  const text = " ".repeat(match[0].length) + argument.slice(match[0].length);
  const parsed = parseFile({ path: OVERRIDE_FILE, text }, context.issues);
  if (parsed === null) return null;
  const source = overrideSource(parsed.origin.source);
  const value = { value: parsed.value, origin: originOf(source, [path]) };
  const root = context.origins.replace({ value: {}, origin: originOf(source, []) }, new Map([[path, value]]));
  return { path, root, value };
}

function originOf(source: Source, path: Path): Located["origin"] {
  return { source, path, note: null };
}

/** Positions inside an argument: the path begins in column 1. */
function overrideSource(value: Source): Source {
  return {
    file: OVERRIDE_FILE,
    locate(path, target): Position {
      const [, ...inside] = path;
      if (path.length === 0 || (inside.length === 0 && target === "key")) return { line: 1, column: 1 };
      return value.locate(inside, target);
    },
  };
}

/** Overrides of start, horizon and grid. */
export function timingOverrides(overrides: readonly Override[]): Map<string, Located> {
  const timing = overrides.filter(({ path }) => TIMING_KEYS.includes(path));
  return new Map(timing.map(({ path, value }) => [path, value]));
}

/** Overrides of parameters, as changes in force from the start. */
export function parameterOverrides(
  context: LoadContext,
  overrides: readonly Override[],
  configuration: Raw,
  startDate: string,
): Change[] {
  const parameters = overrides.filter(({ path }) => !TIMING_KEYS.includes(path));
  return parameters.flatMap(({ path, root, value }) => {
    const block: SetBlock = {
      scenario: OVERRIDE_FILE,
      day: 0,
      date: startDate,
      root,
      path: [],
      dated: false,
    };
    return changesOf(context, block, configuration, path, value);
  });
}
