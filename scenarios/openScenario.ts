import { type LoadedFile, readChain } from "./chain.ts";
import type { CompiledScenario } from "./compiledScenario.ts";
import { compileDrawn, compileScenario, unreported } from "./compileScenario.ts";
import type { LoadContext } from "./context.ts";
import type { ScenarioFiles } from "./files.ts";
import { IssueList } from "./issue.ts";
import { Origins } from "./origins.ts";
import { type Override, readOverrides } from "./overrides.ts";
import type { Draw } from "./resolve.ts";
import { resolveScenario } from "./resolveScenario.ts";
import { placeEntries } from "./uncertain/placeEntries.ts";
import { uncertainEntries } from "./uncertain/uncertainEntries.ts";
import type { PlacedEntry } from "./uncertain/uncertainParameters.ts";

/** A scenario whose files stay read, for experiments that need it many times with other values. */
export interface OpenScenario {
  /** With the values that are written. */
  readonly scenario: CompiledScenario;
  /**
   * The scenario with drawn values of its uncertain parameters.
   *
   * @param values in the order of `scenario.uncertain`, each in the unit of its distribution; null leaves what is
   *   written
   * @throws {ScenarioError} if they do not go together
   * @throws {RangeError} if there are not as many values as uncertain parameters
   */
  drawn(values: ArrayLike<number | null>): CompiledScenario;
  /**
   * The scenario with more overrides over those that it was opened with.
   *
   * @throws {ScenarioError} if anything is wrong with them
   */
  changed(overrides: readonly string[]): CompiledScenario;
}

/**
 * Reads a scenario as {@link loadScenario} does, and keeps what was parsed.
 *
 * A drawn value stands where its file and those beneath write theirs: interventions, files that extend it and
 * `--set` act on it, so that `{ scale: 2 }` doubles the drawn value.
 *
 * @throws {ScenarioError} if anything is wrong
 * @example
 * openScenario("baseline", files).changed(["horizon=2 y"]).parameters.horizonDays; // => 730
 */
export function openScenario(
  reference: string,
  files: ScenarioFiles,
  overrides: readonly string[] = [],
): OpenScenario {
  const context = {
    files,
    origins: new Origins(),
    issues: new IssueList(),
    warnings: new Set<string>(),
  };
  const chain = readChain(context, reference);
  const readWarnings = [...context.warnings];
  const fresh = (): LoadContext => ({
    ...context,
    issues: new IssueList(),
    warnings: new Set(readWarnings),
  });
  const given = readOverrides(context, overrides);
  const { scenario, placed } = loaded(context, reference, chain, given);
  return {
    scenario,
    drawn: (values) => drawnScenario(fresh(), chain, given, scenario, drawsOf(scenario, placed, values)),
    changed: (more) => {
      const again = fresh();
      return loaded(again, reference, chain, [...given, ...readOverrides(again, more)]).scenario;
    },
  };
}

interface Loaded {
  readonly scenario: CompiledScenario;
  readonly placed: readonly PlacedEntry[];
}

function loaded(
  context: LoadContext,
  reference: string,
  chain: readonly LoadedFile[],
  overrides: readonly Override[],
): Loaded {
  const entries = uncertainEntries(context, chain);
  const resolved = chain.length === 0 ? null : resolveScenario(context, chain, overrides);
  const placed =
    resolved === null || entries.length === 0
      ? []
      : placeEntries(context, resolved.layers, entries, resolved.period.startDate);
  context.issues.throwIfAny();
  if (resolved === null) throw unreported(reference);
  return { scenario: compileScenario(context, resolved, placed), placed };
}

function drawsOf(
  { id, uncertain }: CompiledScenario,
  placed: readonly PlacedEntry[],
  values: ArrayLike<number | null>,
): Draw[] {
  if (values.length !== uncertain.length) {
    throw new RangeError(
      `drawn requires ${uncertain.length} values for scenario "${id}", got ${values.length}`,
    );
  }
  return uncertain.flatMap(({ path }, i) => {
    const value = values[i]!;
    if (value === null) return [];
    return [{ entry: placed.find(({ entry }) => entry.words === path)!.entry, value }];
  });
}

function drawnScenario(
  context: LoadContext,
  chain: readonly LoadedFile[],
  overrides: readonly Override[],
  scenario: CompiledScenario,
  draws: readonly Draw[],
): CompiledScenario {
  const resolved = resolveScenario(context, chain, overrides, draws);
  context.issues.throwIfAny();
  if (resolved === null) throw unreported(scenario.id);
  return compileDrawn(resolved, scenario);
}
