import { capacityChangesOf, type PlannedCapacityChange } from "./capacityChanges.ts";
import { type LoadedFile, readChain } from "./chain.ts";
import { capacitiesBefore, capacitySchedule } from "./compile/capacitySchedule.ts";
import { catalogueOf } from "./compile/catalogue.ts";
import type { DatedConfiguration } from "./compile/datedConfiguration.ts";
import { descriptionsOf } from "./compile/descriptions.ts";
import { ledgerOf } from "./compile/ledger.ts";
import { parametersOf } from "./compile/parameters.ts";
import type { Citation, CompiledScenario } from "./compiledScenario.ts";
import type { LoadContext } from "./context.ts";
import { datedChanges, warnOfHiddenChanges, writtenLeaves } from "./differences.ts";
import { checkSelections } from "./emptySelections.ts";
import { expulsionsOf } from "./expulsions.ts";
import type { ScenarioFiles } from "./files.ts";
import { firstDifferenceDay } from "./firstDifference.ts";
import { IssueList } from "./issue.ts";
import type { Layer } from "./layer.ts";
import { Origins } from "./origins.ts";
import { type Override, readOverrides } from "./overrides.ts";
import { itemAt } from "./raw.ts";
import { checkCorridors } from "./references/corridors.ts";
import { checkCosts } from "./references/costs.ts";
import { checkHandoverDates } from "./references/dates.ts";
import { subjectOf } from "./references/known.ts";
import { checkLimits } from "./references/limits.ts";
import { checkOpenFacilities } from "./references/openFacilities.ts";
import { checkSystems } from "./references/systems.ts";
import { layersOf, mergedTiming, writtenLayer } from "./resolve.ts";
import type { ResolvedScenario } from "./resolvedScenario.ts";
import { configurationSchema } from "./schema/file.ts";
import { configurationAt, configurationToCheck } from "./timeline.ts";
import { type Period, periodOf } from "./timing.ts";
import { checkSchema } from "./validate.ts";

/**
 * Reads a scenario with its bases and tables, checks it, and compiles it for the engine.
 *
 * All mistakes are collected and thrown together, each with the file, line and column where it was written.
 *
 * @param reference a scenario id, or a path as the file reader understands it
 * @param files reads scenarios and tables
 * @param overrides arguments of `--set`, such as `horizon=5 y`, laid over the scenario and its interventions
 * @returns parameters, with days counted from the scenario's start date, and the words that reports need
 * @throws {ScenarioError} if anything is wrong
 * @example
 * loadScenario("baseline", files, ["horizon=2 y"]).parameters.horizonDays; // => 730
 */
export function loadScenario(
  reference: string,
  files: ScenarioFiles,
  overrides: readonly string[] = [],
): CompiledScenario {
  const context = { files, origins: new Origins(), issues: new IssueList(), warnings: new Set<string>() };
  const chain = readChain(context, reference);
  const given = readOverrides(context, overrides);
  const resolved = chain.length === 0 ? null : resolveScenario(context, chain, given);
  context.issues.throwIfAny();
  if (resolved === null) throw unreported(reference);
  return compile(context, resolved);
}

/** Merges and checks a chain; null if something that the rest depends on is wrong. */
function resolveScenario(
  context: LoadContext,
  chain: readonly LoadedFile[],
  overrides: readonly Override[],
): ResolvedScenario | null {
  const isComplete = itemAt(chain.at(-1)?.root.value, ["extends"]) === undefined;
  if (!isComplete) return null;
  const period = periodOf(context, mergedTiming(context, chain, overrides));
  if (period === null) {
    checkUndated(context, chain);
    return null;
  }
  const layers = layersOf(context, chain, period, overrides);
  const subject = subjectOf(context, configurationAt(context, layers, 0));
  const capacityChanges = capacityChangesOf(context, chain, period, subject);
  const days = changeDays(layers, capacityChanges);
  const configurations = configurationsOf(context, layers, period, days);
  const expulsions = expulsionsOf(context, chain, period, subject);
  const resolved = { chain, period, layers, configurations, expulsions, capacityChanges };
  checkSelections(context, layers);
  if (configurations.length === days.length) checkWholeRun(context, resolved);
  return resolved;
}

/** Checks what can only be seen over all days together. */
function checkWholeRun(context: LoadContext, resolved: ResolvedScenario): void {
  const { layers, period, configurations, capacityChanges } = resolved;
  const catalogue = catalogueOf(configurations[0]!.configuration);
  const schedule = capacitySchedule(configurations, capacityChanges, catalogue);
  const run = { context, layers, period, configurations, schedule, catalogue };
  checkLimits(run);
  checkOpenFacilities(run);
}

/** Without a start no date can be placed, but what is written can be checked all the same. */
function checkUndated(context: LoadContext, chain: readonly LoadedFile[]): void {
  const layers = chain.toReversed().map((file) => writtenLayer(context, file));
  checkConfiguration(context, layers, 0);
}

/** Day 0 and the days on which something may change, ascending. */
function changeDays(
  layers: readonly Layer[],
  capacityChanges: readonly PlannedCapacityChange[],
): readonly number[] {
  const changes = [...layers.flatMap((layer) => layer.changes), ...capacityChanges];
  return [...new Set([0, ...changes.map(({ day }) => day)])].sort((left, right) => left - right);
}

/** Configurations of the days on which nothing is wrong. */
function configurationsOf(
  context: LoadContext,
  layers: readonly Layer[],
  period: Period,
  days: readonly number[],
): DatedConfiguration[] {
  return days.flatMap((day) => {
    const configuration = checkConfiguration(context, layers, day, period);
    return configuration === null ? [] : [{ day, configuration }];
  });
}

/** The configuration of a day, checked by the schema and for what its parts say of each other. */
function checkConfiguration(
  context: LoadContext,
  layers: readonly Layer[],
  day: number,
  period?: Period,
): DatedConfiguration["configuration"] | null {
  const root = configurationToCheck(context, layers, day);
  const subject = subjectOf(context, root);
  checkSystems(subject);
  checkCorridors(subject);
  checkCosts(subject);
  if (period !== undefined) checkHandoverDates(subject, period);
  return checkSchema(context, root, configurationSchema);
}

function compile(context: LoadContext, resolved: ResolvedScenario): CompiledScenario {
  const { chain, period, layers, configurations, capacityChanges } = resolved;
  const [own] = chain;
  const header = own?.header ?? null;
  const initial = configurations[0]?.configuration;
  if (own === undefined || header === null || initial === undefined) throw unreported(own?.id ?? "");
  const catalogue = catalogueOf(initial);
  const schedule = capacitySchedule(configurations, capacityChanges, catalogue);
  warnOfHiddenChanges(context, layers, period.startDate);
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
    citations: citationsOf(chain, layers),
    gates: chain.toReversed().flatMap((file) => file.header?.gates ?? []),
    warnings: [...context.warnings],
  };
}

/** A part is missing only where an issue says why; anything else is a mistake in this program. */
function unreported(id: string): RangeError {
  return new RangeError(
    `loadScenario requires a reported issue for an incomplete scenario, got none for "${id}"`,
  );
}

/** Citations of all files, bases first, without those of values that a layer above writes anew. */
function citationsOf(chain: readonly LoadedFile[], layers: readonly Layer[]): Citation[] {
  return chain.toReversed().flatMap((file, index) => {
    const rewritten = layers.slice(index + 1).flatMap(wordsFromStart);
    return file.citations.filter(
      (citation) => !rewritten.some((path) => `${citation.path}.`.startsWith(`${path}.`)),
    );
  });
}

/** Paths of the values that a layer sets from the start on. */
function wordsFromStart({ written, changes }: Layer): string[] {
  const set = changes.filter(({ day, kind }) => day === 0 && kind === "value");
  return [...writtenLeaves(written).map(({ path }) => path.join(".")), ...set.map(({ words }) => words)];
}
