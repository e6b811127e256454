import { DiskScenarioFiles } from "../../cli/scenarioFiles.ts";
import { readSource, textOf } from "../../data/pipeline/readSource.ts";
import { loadScenario } from "../../scenarios/index.ts";
import type { AssumptionEffect } from "./assumptionEffects.ts";
import { FORM_ASSUMPTIONS } from "./formAssumptions.ts";
import { tableRows } from "./published.ts";

/** `docs/assumptions.md`: every assumption with its reason, source and effect. */
export async function assumptionsPage(): Promise<string> {
  return `${[
    "# Assumptions",
    INTRODUCTION,
    "## Of the form of the model",
    leftTable({
      columns: ["id", "assumption", "reason", "source", "effect"],
      rows: FORM_ASSUMPTIONS.map((one) => [one.id, one.assumption, one.reason, one.source, one.effect]),
    }),
    "## Of the baseline",
    BASELINE,
    leftTable({
      columns: ["id", "value", "reason", "source", "effect"],
      rows: baselineAssumptions().map((one) => [
        one.paths.length === 1
          ? `\`${one.paths[0]}\``
          : `\`${one.paths[0]}\` and ${one.paths.length - 1} like it`,
        one.value,
        one.reason,
        one.source,
        effectOf(one.paths[0]!),
      ]),
    }),
    "## Of the US tables",
    TABLES,
    leftTable({
      columns: ["id", "value", "reason", "source"],
      rows: tableAssumptions(),
    }),
  ].join("\n\n")}\n`;
}

const INTRODUCTION = `Made by \`npm run docs\` from the baseline, its tables and their marks; a test keeps it current. What is observed or derived from
published figures is not here: \`bedspace validate baseline --sources\` lists all.`;

const BASELINE = `The id is the path of the parameter, as reports list it under "Figures and assumptions" and \`--set\` and \`--vary\` take it.
*effect*: change of the means at the end of the baseline (2034-10-31) when the value is another, over two replications on common random
numbers: sign and size, no interval. People handed over since 2024; occupancy of the US federal prisons and of Mexico's federal
centres in percentage points (\`data/tables/assumption-effects.json\`).`;

const TABLES = `Figures in \`data/sources/us-parameters.csv\` with the mark "assumption". Their effects are not measured one by one: sentences, flows, levels
and stock are fitted anew to the published figures whenever one changes. [us-baseline.md](us-baseline.md) sets what comes out beside
what is published. The patterns that fits begin from (\`us-seed-*.csv\`) are assumptions too.`;

/** An assumption of the baseline: the parameters that have it, and why. */
interface BaselineAssumption {
  readonly paths: readonly string[];
  readonly value: string;
  readonly reason: string;
  readonly source: string;
}

/** Assumptions of the baseline; those that differ by the stream alone are one. */
export function baselineAssumptions(): BaselineAssumption[] {
  const { citations } = loadScenario("baseline", new DiskScenarioFiles(), []);
  const groups = new Map<string, BaselineAssumption>();
  for (const { path, value, mark, note, sources } of citations) {
    if (mark !== "assumption") continue;
    const key = [path.split(".").at(-1), value, note].join("\n");
    const one = { value, reason: note ?? "", source: sources.join("; ") || "none" };
    groups.set(key, { ...one, paths: [...(groups.get(key)?.paths ?? []), path] });
  }
  return [...groups.values()];
}

function tableAssumptions(): string[][] {
  return readSource("us-parameters.csv")
    .filter((row) => textOf(row, "mark") === "assumption")
    .map((row) => [
      `\`${textOf(row, "parameter")}\``,
      `${textOf(row, "value")} ${textOf(row, "unit")}`,
      textOf(row, "note"),
      textOf(row, "source_id")
        .split(";")
        .filter((id) => id !== "ASSUMPTION")
        .join("; ") || "none",
    ]);
}

/** Effects that are not simulated, and why. */
const OTHER_EFFECTS: readonly (readonly [start: string, effect: string])[] = [
  ["systems.us.costs.", "moves nobody; the ledger alone"],
  ["corridors.us-mx.costs.", "moves nobody; the ledger alone"],
  [
    "corridors.us-mx.arrival.conditionalRelease.",
    "`mexican-conditional-release` shows half of the term for all; not measured here",
  ],
  ["systems.mx.streams.", "`mexico-outlook-2024` leaves it out; not measured here"],
];

function effectOf(path: string): string {
  const measured = tableRows<AssumptionEffect>("assumption-effects").find((row) => row.path === path);
  if (measured !== undefined) return effectWords(measured);
  return OTHER_EFFECTS.find(([start]) => path.startsWith(start))?.[1] ?? "not measured";
}

/**
 * An effect in words.
 *
 * @example
 * effectWords({ path: "a", value: "0.5", transfers: 12, usOccupancy: -0.001, mexicoFederalOccupancy: 0 });
 * // => "at 0.5: +12 people handed over, US −0.100, Mexico 0.000 points"
 */
export function effectWords({
  value,
  transfers,
  usOccupancy,
  mexicoFederalOccupancy,
}: AssumptionEffect): string {
  const signed = (amount: number, decimals: number) => {
    const text = Math.abs(amount).toFixed(decimals);
    if (!/[1-9]/.test(text)) return text;
    return (amount > 0 ? "+" : "−") + text;
  };
  return `at ${value}: ${signed(transfers, 0)} people handed over, US ${signed(100 * usOccupancy, 3)}, Mexico ${signed(100 * mexicoFederalOccupancy, 3)} points`;
}

/** A table whose cells are Markdown already, all to the left. */
function leftTable({
  columns,
  rows,
}: {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(columns), line(columns.map(() => "---")), ...rows.map(line)].join("\n");
}
