import type { ReportTable } from "../charts/chart.ts";
import type { Cell } from "../formats/columns.ts";
import { endOf } from "../rows.ts";
import { en, type ReportText } from "../text/en.ts";
import { shown } from "../text/format.ts";
import type { Band, ParameterRow, Uncertainty, VarianceRow } from "./varianceRow.ts";

/**
 * The last row of each measure and scenario: what a page and a terminal show.
 *
 * @param measures names to keep, in their order; by default all
 */
export function lastRows(rows: readonly VarianceRow[], measures?: readonly string[]): VarianceRow[] {
  const last = new Map<string, VarianceRow>();
  for (const row of rows) {
    const key = [row.measure, row.scenario, row.base ?? ""].join("\n");
    const before = last.get(key);
    if (before === undefined || endOf(before) <= endOf(row)) last.set(key, row);
  }
  const found = [...last.values()];
  return measures?.flatMap((name) => found.filter(({ measure }) => measure === name)) ?? found;
}

/** Mean, bands and share of parameters, as text. */
export function varianceTable(rows: readonly VarianceRow[], text: ReportText = en): ReportTable {
  const { unitWord, differenceUnit, meanAndHalfWidth } = text.format;
  return {
    columns: text.uncertainty.splitColumns,
    rows: rows.map(({ bands, base, ...row }) => [
      row.measure,
      text.uncertainty.rowScenario(row.scenario, base),
      row.at ?? row.window.join(" – "),
      base === undefined ? unitWord(row.unit) : differenceUnit(row.unit),
      meanAndHalfWidth(row.mean, null, row.unit, base !== undefined),
      bandText(bands.chance, row.unit, text),
      bandText(bands.parameters, row.unit, text),
      bandText(bands.together, row.unit, text),
      shareText(row, text),
      row.modelError === undefined ? text.uncertainty.notKnown : text.skill.ratio(row.modelError.ratio),
    ]),
  };
}

/** The rows of which the model's own past error is known, at every date: the bands without it and with it. */
export function modelErrorTable(rows: readonly VarianceRow[], text: ReportText = en): ReportTable {
  const { unitWord, meanAndHalfWidth } = text.format;
  const known = rows.filter(({ modelError }) => modelError !== undefined && modelError.ratio > 0);
  return {
    columns: text.uncertainty.modelErrorColumns,
    rows: known.map(({ bands, modelError, ...row }) => [
      row.measure,
      row.scenario,
      endOf(row),
      unitWord(row.unit),
      meanAndHalfWidth(row.mean, null, row.unit),
      bandText(bands.chance, row.unit, text),
      bandText(bands.parameters, row.unit, text),
      bandText(bands.together, row.unit, text),
      text.skill.ratio(modelError!.ratio),
      bandText(modelError!, row.unit, text),
    ]),
  };
}

function bandText(band: Pick<Band, "0.05" | "0.95"> | null, unit: string, text: ReportText): string {
  if (band === null) return "";
  const [low, high] = [shown(band["0.05"], unit), shown(band["0.95"], unit)];
  const width = Math.abs(high - low);
  const decimals = width > 0 ? Math.max(0, Math.min(4, 1 - Math.floor(Math.log10(width)))) : 0;
  return `${text.format.number(low, decimals)} – ${text.format.number(high, decimals)}`;
}

function shareText({ split }: Pick<VarianceRow, "split">, text: ReportText): string {
  if (split === null || split.share === null) return "";
  const { value, low, high } = split.share;
  const { probability } = text.format;
  const interval = low === null || high === null ? "" : ` (${probability(low)} – ${probability(high)})`;
  return probability(value) + interval;
}

/**
 * Flat records for a CSV or Parquet file.
 *
 * @example
 * varianceRecords(rows)[0].parametersVariance; // => 1.2e5
 */
export function varianceRecords(rows: readonly VarianceRow[]): Record<string, Cell>[] {
  return rows.map(({ base, bands, split, ...row }) => ({
    scenario: row.scenario,
    base: base ?? null,
    measure: row.measure,
    unit: row.unit,
    from: row.at ?? row.window[0],
    to: row.at ?? row.window[1],
    mean: row.mean,
    chanceVariance: split?.chance.value ?? null,
    parametersVariance: split?.parameters.value ?? null,
    share: split?.share?.value ?? null,
    shareLow: split?.share?.low ?? null,
    shareHigh: split?.share?.high ?? null,
    level: split?.level ?? null,
    ...bandCells("chance", bands.chance),
    ...bandCells("parameters", bands.parameters),
    ...bandCells("together", bands.together),
    modelErrorRatio: row.modelError?.ratio ?? null,
    withModelError_q0_05: row.modelError?.["0.05"] ?? null,
    withModelError_q0_95: row.modelError?.["0.95"] ?? null,
    draws: row.draws,
    n: row.n,
  }));
}

function bandCells(name: string, band: Band | null): Record<string, Cell> {
  const quantiles = ["0.05", "0.5", "0.95"] as const;
  return Object.fromEntries(
    quantiles.map((quantile) => [`${name}_q${quantile.replace(".", "_")}`, band?.[quantile] ?? null]),
  );
}

/** What was drawn, and how it is known. */
export function parameterTable(
  { parameters }: Pick<Uncertainty, "parameters">,
  text: ReportText = en,
): ReportTable {
  const words = text.uncertainty;
  const cells = (row: ParameterRow) => [
    row.path,
    (row.kind === "scale" ? words.factorOn : "") + row.distribution,
    row.written ?? words.severalValues,
    text.page.marks[row.mark],
    row.sources.join("; "),
  ];
  const each = new Map(parameters.map((row) => [`${row.scenario}\n${row.path}`, row]));
  return { columns: words.parameterColumns, rows: [...each.values()].map(cells) };
}
