import { capacityChangesOf, type PlannedCapacityChange } from "./capacityChanges.ts";
import type { LoadedFile } from "./chain.ts";
import { capacitySchedule } from "./compile/capacitySchedule.ts";
import { catalogueOf } from "./compile/catalogue.ts";
import type { DatedConfiguration } from "./compile/datedConfiguration.ts";
import type { LoadContext } from "./context.ts";
import { checkSelections } from "./emptySelections.ts";
import { expulsionsOf } from "./expulsions.ts";
import type { Layer } from "./layer.ts";
import type { Override } from "./overrides.ts";
import { itemAt } from "./raw.ts";
import { checkCorridors } from "./references/corridors.ts";
import { checkCosts } from "./references/costs.ts";
import { checkHandoverDates } from "./references/dates.ts";
import { subjectOf } from "./references/known.ts";
import { checkLimits } from "./references/limits.ts";
import { checkOpenFacilities } from "./references/openFacilities.ts";
import { checkSystems } from "./references/systems.ts";
import { type Draw, layersOf, mergedTiming, writtenLayer } from "./resolve.ts";
import type { ResolvedScenario } from "./resolvedScenario.ts";
import { configurationSchema } from "./schema/file.ts";
import { configurationAt, configurationToCheck } from "./timeline.ts";
import { type Period, periodOf } from "./timing.ts";
import { checkSchema } from "./validate.ts";

/**
 * Merges and checks a chain.
 *
 * @param chain the scenario first
 * @param draws values of uncertain parameters; those without one have the value that is written
 * @returns null if something that the rest depends on is wrong; what is wrong is reported
 */
export function resolveScenario(
  context: LoadContext,
  chain: readonly LoadedFile[],
  overrides: readonly Override[],
  draws: readonly Draw[] = [],
): ResolvedScenario | null {
  const isComplete = itemAt(chain.at(-1)?.root.value, ["extends"]) === undefined;
  if (!isComplete) return null;
  const period = periodOf(context, mergedTiming(context, chain, overrides));
  if (period === null) {
    checkUndated(context, chain);
    return null;
  }
  const layers = layersOf(context, chain, period, overrides, draws);
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
