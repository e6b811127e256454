import type { LoadedFile } from "./chain.ts";
import { capacitiesBefore, capacitySchedule } from "./compile/capacitySchedule.ts";
import { catalogueOf } from "./compile/catalogue.ts";
import { descriptionsOf } from "./compile/descriptions.ts";
import { ledgerOf } from "./compile/ledger.ts";
import { parametersOf } from "./compile/parameters.ts";
import type { Citation, CompiledScenario, UncertainParameter } from "./compiledScenario.ts";
import type { LoadContext } from "./context.ts";
import { datedChanges, warnOfHiddenChanges, writtenLeaves } from "./differences.ts";
import { firstDifferenceDay } from "./firstDifference.ts";
import type { Layer } from "./layer.ts";
import type { ResolvedScenario } from "./resolvedScenario.ts";
import { type PlacedEntry, uncertainParameters } from "./uncertain/uncertainParameters.ts";

/**
 * Gives a scenario that is free of mistakes its indices.
 *
 * @param placed lines of its `uncertain` blocks
 */
export function compileScenario(
  context: LoadContext,
  resolved: ResolvedScenario,
  placed: readonly PlacedEntry[],
): CompiledScenario {
  const { chain, period, layers, configurations, capacityChanges } = resolved;
  const [own] = chain;
  const header = own?.header ?? null;
  const initial = configurations[0]?.configuration;
  if (own === undefined || header === null || initial === undefined) throw unreported(own?.id ?? "");
  const catalogue = catalogueOf(initial);
  const schedule = capacitySchedule(configurations, capacityChanges, catalogue);
  warnOfHiddenChanges(context, layers, period.startDate);
  const uncertain = uncertainParameters(context, placed, layers, wordsFromStart);
  const undecidedGates = chain.find((file) => file.header?.undecidedGates !== undefined)?.header
    ?.undecidedGates;
  return {
    id: own.id,
    title: header.title,
    question: header.question,
    mark: header.mark,
    source: header.source,
    chain: chain.map(({ id }) => id),
    startDate: period.startDate,
    endDate: period.endDate,
    parameters: parametersOf(resolved, schedule, catalogue),
    firstDifferenceDay: firstDifferenceDay(context, resolved),
    ...descriptionsOf(initial, catalogue),
    ledger: ledgerOf(initial),
    changes: datedChanges(context, layers, capacitiesBefore(schedule), period.startDate),
    citations: citationsOf(chain, layers, uncertain),
    gates: chain.toReversed().flatMap((file) => file.header?.gates ?? []),
    uncertain,
    ...(undecidedGates !== undefined && { undecidedGates }),
    warnings: [...context.warnings],
  };
}

/**
 * The same scenario with drawn values. What tells of the scenario as written (its difference from its base, changes,
 * citations) stays as it is.
 *
 * @param scenario compiled without draws
 */
export function compileDrawn(resolved: ResolvedScenario, scenario: CompiledScenario): CompiledScenario {
  const { configurations, capacityChanges } = resolved;
  const initial = configurations[0]!.configuration;
  const catalogue = catalogueOf(initial);
  const schedule = capacitySchedule(configurations, capacityChanges, catalogue);
  return {
    ...scenario,
    parameters: parametersOf(resolved, schedule, catalogue),
    ...descriptionsOf(initial, catalogue),
    ledger: ledgerOf(initial),
  };
}

/** A part is missing only where an issue says why; anything else is a mistake in this program. */
export function unreported(id: string): RangeError {
  return new RangeError(
    `compileScenario requires a reported issue for an incomplete scenario, got none for "${id}"`,
  );
}

/** Citations of all files, bases first, without those of what a layer above writes anew. */
function citationsOf(
  chain: readonly LoadedFile[],
  layers: readonly Layer[],
  uncertain: readonly UncertainParameter[],
): Citation[] {
  return chain.toReversed().flatMap((file, index) => {
    const rewritten = layers.slice(index + 1).flatMap((layer) => wordsFromStart(layer, false));
    const drawn = uncertain.filter(({ scenario }) => scenario === file.id);
    return file.citations.filter(({ path }) => {
      if (path.startsWith("uncertain."))
        return covers(
          drawn.map((entry) => `uncertain.${entry.path}`),
          path,
        );
      return !covers(rewritten, path);
    });
  });
}

/** True if one of some paths is a path or leads to it. */
function covers(paths: readonly string[], path: string): boolean {
  return paths.some((above) => `${path}.`.startsWith(`${above}.`));
}

/** Paths of the values that a layer sets from the start on; of its interventions alone, if it is the own one. */
function wordsFromStart({ written, changes }: Layer, isOwn: boolean): string[] {
  const set = changes.filter(({ day, kind }) => day === 0 && kind === "value").map(({ words }) => words);
  return isOwn ? set : [...writtenLeaves(written).map(({ path }) => path.join(".")), ...set];
}
