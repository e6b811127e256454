import type { LoadContext } from "./context.ts";
import type { Change, Layer } from "./layer.ts";
import { mergeParts } from "./merge.ts";
import { addedValue, operationInWords, scaledValue, valueBeneath } from "./operations.ts";
import type { Located, Origin } from "./origins.ts";
import { describe, inWords, isList, isMapping, itemAt, type Path, type Raw } from "./raw.ts";
import { configurationSchema } from "./schema/file.ts";

/** Called before a change is applied: the configuration beneath it and the one after it. */
type ChangeObserver = (change: Change, before: Raw | undefined, after: Raw | undefined) => void;

/**
 * Systems and corridors in force on a day. Each layer, base first, first lays what it writes over the layer
 * beneath, then its changes up to that day, in order of date: so a value hides what is beneath it from its
 * date on, while scaling and adding act on whatever the layer beneath says on that day.
 *
 * @param layers base first
 * @param day days since the start
 */
export function configurationAt(
  context: LoadContext,
  layers: readonly Layer[],
  day: number,
  observe?: ChangeObserver,
): Located {
  let configuration: Located | undefined;
  for (const layer of layers) {
    configuration = mergeParts(context, configuration, layer.written, configurationSchema);
    for (const change of layer.changes) {
      if (change.day > day) continue;
      const before = itemAt(configuration.value, change.keys);
      configuration = applyChange(context, configuration, change);
      observe?.(change, before, itemAt(configuration.value, change.keys));
    }
  }
  if (configuration === undefined)
    throw new RangeError("configurationAt requires at least one layer, got none");
  return configuration;
}

/** The same without the people of day 0 on a later day, when they matter no more and would only be checked again. */
export function configurationToCheck(context: LoadContext, layers: readonly Layer[], day: number): Located {
  const root = configurationAt(context, layers, day);
  const systems = context.origins.child(root, "systems");
  if (day === 0 || systems === undefined || !isMapping(systems.value)) return root;
  const changed = new Map<string, Located>();
  for (const id of Object.keys(systems.value)) {
    const system = context.origins.child(systems, id);
    const stock = system === undefined ? undefined : context.origins.child(system, "initialStock");
    if (system === undefined || stock === undefined) continue;
    const none = { value: [], origin: stock.origin };
    changed.set(id, context.origins.replace(system, new Map([["initialStock", none]])));
  }
  return context.origins.replace(root, new Map([["systems", context.origins.replace(systems, changed)]]));
}

function applyChange(context: LoadContext, configuration: Located, change: Change): Located {
  const replacement = change.kind === "value" ? change.operand : operated(context, configuration, change);
  if (replacement === null) return configuration;
  return setAt(context, configuration, change.keys, replacement);
}

function operated(context: LoadContext, configuration: Located, change: Change): Located | null {
  const { kind, keys, operand, date } = change;
  const lastKey = keys.at(-1) ?? "";
  const beneath = valueBeneath(itemAt(configuration.value, keys), lastKey);
  if (kind === "scale" && !(typeof operand.value === "number" && operand.value >= 0)) {
    reportOperand(context, change, "a factor, 0 or more", describe(operand.value));
    return null;
  }
  // Of the items that a path selects, those without the value are passed over.
  if (beneath === undefined && change.selection !== null) return null;
  const value = beneath === undefined ? null : resultOf(kind, beneath, operand.value, lastKey);
  if (value === null) {
    reportImpossible(context, change, beneath);
    return null;
  }
  const note = `${inWords(beneath)} ${operationInWords(kind, operand.value)} from ${date}`;
  return { value, origin: { ...operand.origin, note } };
}

function resultOf(kind: Change["kind"], beneath: Raw, operand: Raw, lastKey: string | number): Raw | null {
  if (kind === "scale") return scaledValue(beneath, Number(operand), lastKey);
  return addedValue(beneath, operand, lastKey);
}

function reportImpossible(context: LoadContext, change: Change, beneath: Raw | undefined): void {
  const { operand, kind, words } = change;
  const expected = kind === "scale" ? "a value that can be scaled" : `an addend of the same kind as ${words}`;
  const received = kind === "scale" ? inWords(beneath) : `${inWords(operand.value)} on ${inWords(beneath)}`;
  reportOperand(context, change, expected, received);
}

function reportOperand(context: LoadContext, change: Change, expected: string, received: string): void {
  const { source, path } = change.operand.origin;
  const position = source.locate(path, "value");
  context.issues.add({ file: source.file, ...position, path: change.words, expected, received, hint: null });
}

/** A copy in which the value at a path is replaced; mappings on the way are made where there are none. */
function setAt(context: LoadContext, root: Located, keys: Path, replacement: Located): Located {
  const [key, ...rest] = keys;
  if (key === undefined) return replacement;
  const holder = isMapping(root.value) || isList(root.value) ? root : emptyMapping(replacement.origin);
  const below = context.origins.child(holder, key) ?? emptyMapping(replacement.origin);
  const changed = setAt(context, below, rest, replacement);
  return context.origins.replace(holder, new Map([[key, changed]]));
}

function emptyMapping(origin: Origin): Located {
  return { value: {}, origin };
}
