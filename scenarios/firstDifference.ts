import { capacityOf } from "./compile/capacity.ts";
import type { LoadContext } from "./context.ts";
import type { PlannedExpulsion } from "./expulsions.ts";
import { IssueList } from "./issue.ts";
import type { Layer } from "./layer.ts";
import type { Raw } from "./raw.ts";
import { mergedTiming } from "./resolve.ts";
import type { ResolvedScenario } from "./resolvedScenario.ts";
import { type Configuration, configurationSchema } from "./schema/file.ts";
import { configurationToCheck } from "./timeline.ts";

/**
 * First day on which a scenario may differ from its direct base: the first day on which what is in force
 * differs, or the first expulsion or change of capacity that the base does not have. Horizon, grid, gates, costs
 * and figures of harm change no path and do not count.
 *
 * @returns days since the start, 0 if the start itself differs; null for no difference and for a scenario
 *   without a base
 */
export function firstDifferenceDay(context: LoadContext, resolved: ResolvedScenario): number | null {
  const { chain, layers, configurations } = resolved;
  const baseChain = chain.slice(1);
  if (baseChain.length === 0) return null;
  const baseLayers = layers.slice(0, baseChain.length);
  const baseStart = context.origins.child(mergedTiming(context, baseChain, []), "start")?.value;
  if (baseStart !== undefined && baseStart !== resolved.period.startDate) return 0;
  const days = [...new Set([0, ...changeDays(baseLayers), ...configurations.map(({ day }) => day)])];
  days.sort((left, right) => left - right);
  const configurationDay = days.find((day) => differsOn(context, layers, baseLayers, day));
  const found = [configurationDay, ownExpulsionDay(resolved), ownCapacityDay(resolved)].filter(
    (day) => day !== undefined,
  );
  return found.length === 0 ? null : Math.min(...found);
}

function changeDays(layers: readonly Layer[]): number[] {
  return layers.flatMap(({ changes }) => changes.map(({ day }) => day));
}

/** Compares what is written first, and what the engine would read of it only where that differs. */
function differsOn(
  context: LoadContext,
  layers: readonly Layer[],
  baseLayers: readonly Layer[],
  day: number,
): boolean {
  const quiet = { ...context, issues: new IssueList() };
  const [own, base] = [layers, baseLayers].map((list) => configurationToCheck(quiet, list, day).value);
  if (JSON.stringify(own) === JSON.stringify(base)) return false;
  return textOf(own) !== textOf(base);
}

/** A configuration as the engine would read it; a base may be incomplete by itself. */
function textOf(value: Raw | undefined): string {
  const result = configurationSchema.safeParse(value);
  return JSON.stringify(result.success ? whatMoves(result.data) : value);
}

/** What the engine reads: money moves nobody, and of the figures on capacity one counts. */
function whatMoves({ systems, corridors }: Configuration) {
  return {
    systems: Object.entries(systems).map(([id, { costs: _, harm: __, capacity, ...system }]) => {
      const facilities = system.facilities.map((facility) => {
        const beds = capacityOf(capacity, facility);
        return { ...facility, ratedCapacity: beds, bedsOffLine: 0, ownCapacity: null };
      });
      return [id, { ...system, facilities }];
    }),
    corridors: Object.entries(corridors).map(([id, { costs: _, ...corridor }]) => [id, corridor]),
  };
}

function ownCapacityDay({ chain, capacityChanges }: ResolvedScenario): number | undefined {
  return capacityChanges.find(({ scenario }) => scenario === chain[0]?.id)?.day;
}

function ownExpulsionDay({ chain, expulsions }: ResolvedScenario): number | undefined {
  const own: readonly PlannedExpulsion["expulsion"][] = chain[0]?.header?.expulsions ?? [];
  return expulsions.find(({ expulsion }) => own.includes(expulsion))?.day;
}
