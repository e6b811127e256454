import { type LoadContext, report } from "./context.ts";
import type { Change, Entry } from "./layer.ts";
import { isOperation } from "./operations.ts";
import type { Located } from "./origins.ts";
import { resolvePath, type Target } from "./paths.ts";
import { isMapping, type Path, type Raw } from "./raw.ts";
import { configurationSchema } from "./schema/file.ts";
import { mergesByKey, partOf } from "./schema/walk.ts";

const SYSTEM = "placement|balancing|admissionsLevel";
const FACILITY = "ratedCapacity|bedsOffLine|ownCapacity|weight|limit";
const STREAM =
  "admissions|admissionsGrowth|levels|facilities|reclassification|regions|sentence|timeServed|stay|" +
  "ageAtEntry|deaths|moves|finalPlacement";
const STAGES = "eligibility|interest|package|review|receiving|consent|handover|arrival(?!\\nlevel)";

/** What may change on a date; ids, lists and links between things may not. Names are joined by line ends. */
const CHANGEABLE = [
  new RegExp(`^systems\n[^\n]+\n(${SYSTEM})(\n|$)`),
  new RegExp(`^systems\n[^\n]+\nfacilities\n[^\n]+\n(${FACILITY})$`),
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
  const entry = { root: block.root, path: at };
  return targets.flatMap((target) => flatten(context, block, configuration, entry, at, target, operand));
}

function flatten(
  context: LoadContext,
  block: SetBlock,
  configuration: Raw,
  entry: Entry,
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
        return below.flatMap((next) => {
          const isSelected = target.isSelected || next.isSelected;
          const deeper = { ...next, isSelected };
          return flatten(context, block, configuration, entry, [...at, key], deeper, item);
        });
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
  const selection = target.isSelected ? at.slice(block.path.length).join(".") : null;
  return [{ ...singleChange(context, block, target, operand), entry, selection }];
}

function isChangeable({ names }: Target): boolean {
  return CHANGEABLE.some((pattern) => pattern.test(names.join("\n")));
}

function reportStructure(context: LoadContext, block: SetBlock, at: Path, target: Target): void {
  const words = target.isSelected ? at.slice(block.path.length) : target.names;
  report(context, block.root, at, {
    expected: "a value that may change on a date",
    received: `${words.join(".")}, which is fixed from the start`,
    hint: "write it outside interventions, in a scenario of its own",
    atKey: true,
  });
}

function singleChange(
  context: LoadContext,
  block: SetBlock,
  target: Target,
  operand: Located,
): Omit<Change, "entry" | "selection"> {
  const { scenario, day, date } = block;
  const common = { scenario, day, date, keys: target.keys, words: target.names.join(".") };
  if (!isOperation(operand.value)) return { ...common, kind: "value", operand };
  const kind = Object.hasOwn(operand.value, "scale") ? "scale" : "add";
  return { ...common, kind, operand: context.origins.child(operand, kind) ?? operand };
}
