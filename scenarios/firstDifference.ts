import type { LoadContext } from "./context.ts";
import type { PlannedExpulsion } from "./expulsions.ts";
import { IssueList } from "./issue.ts";
import type { Layer } from "./layer.ts";
import { mergedTiming } from "./resolve.ts";
import type { ResolvedScenario } from "./resolvedScenario.ts";
import { configurationSchema } from "./schema/file.ts";
import { configurationAt } from "./timeline.ts";

/**
 * First day on which a scenario may differ from its direct base: the first day on which what is in force
 * differs, or the first expulsion that the base does not have. Horizon, grid and gates change no path and do
 * not count.
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
  const configurationDay = days.find(
    (day) => textAt(context, layers, day) !== textAt(context, baseLayers, day),
  );
  const found = [configurationDay, ownExpulsionDay(resolved)].filter((day) => day !== undefined);
  return found.length === 0 ? null : Math.min(...found);
}

function changeDays(layers: readonly Layer[]): number[] {
  return layers.flatMap(({ changes }) => changes.map(({ day }) => day));
}

/** What is in force on a day, as the engine would read it; a base may be incomplete by itself. */
function textAt(context: LoadContext, layers: readonly Layer[], day: number): string {
  const quiet = { ...context, issues: new IssueList() };
  const { value } = configurationAt(quiet, layers, day);
  const result = configurationSchema.safeParse(value);
  return JSON.stringify(result.success ? result.data : value);
}

function ownExpulsionDay({ chain, expulsions }: ResolvedScenario): number | undefined {
  const own: readonly PlannedExpulsion["expulsion"][] = chain[0]?.header?.expulsions ?? [];
  return expulsions.find(({ expulsion }) => own.includes(expulsion))?.day;
}
