import { type LoadContext, report } from "./context.ts";
import type { Change } from "./layer.ts";
import { isOperation } from "./operations.ts";
import type { Located } from "./origins.ts";
import { resolvePath, type Target } from "./paths.ts";
import { isMapping, type Path, type Raw } from "./raw.ts";
import { configurationSchema } from "./schema/file.ts";
import { mergesByKey, partOf } from "./schema/walk.ts";

const STREAM = "admissions|levels|facilities|regions|sentence|timeServed|stay|deaths|moves|finalPlacement";
const STAGES = "eligibility|interest|package|review|receiving|consent|handover|arrival";

/** What may change on a date; ids, lists and links between things may not. Names are joined by line ends. */
const CHANGEABLE = [
  /^systems\n[^\n]+\n(placement|admissionsLevel)(\n|$)/,
  /^systems\n[^\n]+\nfacilities\n[^\n]+\nratedCapacity$/,
  new RegExp(`^systems\n[^\n]+\nstreams\n[^\n]+\n(${STREAM})(\n|$)`),
  new RegExp(`^corridors\n[^\n]+\n(${STAGES})(\n|$)`),
];

/** Where a `set` mapping stands, and from when it holds. */
export interface SetBlock {
  readonly scenario: string;
  readonly day: number;
  readonly date: string;
  /** The file, and the path of the mapping in it. */
  readonly root: Located;
  readonly path: Path;
  /** False for `--set`, which acts before the start. */
  readonly dated: boolean;
}

/**
 * Turns one entry of a `set` mapping into changes of single values.
 *
 * @param configuration systems and corridors beneath, by which ids are found
 * @returns none if the path does not exist or may not be changed; the problem is reported
 */
export function changesOf(
  context: LoadContext,
  block: SetBlock,
  configuration: Raw,
  words: string,
  operand: Located,
): Change[] {
  const targets = resolvePath(configuration, configurationSchema, words);
  const at = [...block.path, words];
  if (!("length" in targets)) {
    const received = JSON.stringify(words);
    report(context, block.root, at, { expected: "a path that exists", received, ...targets, atKey: true });
    return [];
  }
  return targets.flatMap((target) => flatten(context, block, configuration, at, target, operand));
}

function flatten(
  context: LoadContext,
  block: SetBlock,
  configuration: Raw,
  at: Path,
  target: Target,
  operand: Located,
): Change[] {
  const { value } = operand;
  if (isMapping(value) && !isOperation(value) && mergesByKey(target.schema)) {
    return Object.keys(value).flatMap((key) => {
      const item = context.origins.child(operand, key);
      if (item === undefined) return [];
      const below = resolvePath(configuration, configurationSchema, [...target.names, key].join("."));
      if ("length" in below) {
        return below.flatMap((next) => flatten(context, block, configuration, [...at, key], next, item));
      }
      const expected = partOf(target.schema).kind === "object" ? "a key that exists" : "an id that exists";
      report(context, block.root, [...at, key], { expected, received: `"${key}"`, ...below, atKey: true });
      return [];
    });
  }
  if (block.dated && !isChangeable(target)) {
    reportStructure(context, block, at, target);
    return [];
  }
  return [singleChange(context, block, target, operand)];
}

function isChangeable({ names }: Target): boolean {
  return CHANGEABLE.some((pattern) => pattern.test(names.join("\n")));
}

function reportStructure(context: LoadContext, block: SetBlock, at: Path, target: Target): void {
  report(context, block.root, at, {
    expected: "a value that may change on a date",
    received: `${target.names.join(".")}, which is fixed from the start`,
    hint: "write it outside interventions, in a scenario of its own",
    atKey: true,
  });
}

function singleChange(context: LoadContext, block: SetBlock, target: Target, operand: Located): Change {
  const { scenario, day, date } = block;
  const common = { scenario, day, date, keys: target.keys, words: target.names.join(".") };
  if (!isOperation(operand.value)) return { ...common, kind: "value", operand };
  const kind = Object.hasOwn(operand.value, "scale") ? "scale" : "add";
  return { ...common, kind, operand: context.origins.child(operand, kind) ?? operand };
}
