import type { CompiledScenario } from "../scenarios/index.ts";
import { readSourceReferences } from "./sourceReferences.ts";

/** A figure of a scenario or of its tables, and where it comes from. */
export interface CitedFigure {
  readonly scenario: string;
  readonly path: string;
  readonly value: string;
  /** As written; empty for a ratio, a count, or an amount whose unit the path says. */
  readonly unit: string;
  readonly mark: string;
  /** ISO date of the figure, or null. */
  readonly date: string | null;
  readonly sources: readonly { readonly id: string; readonly title: string }[];
  readonly note: string | null;
}

/** Every figure with an origin, in the order of the scenario file and its bases. */
export function citedFigures({ id, citations }: CompiledScenario): CitedFigure[] {
  const titles = new Map(readSourceReferences().map((source) => [source.id, source.title]));
  return citations.map(({ path, value, mark, sources, date, note }) => ({
    scenario: id,
    path,
    ...valueAndUnit(value),
    mark,
    date,
    sources: sources.map((source) => ({ id: source, title: titles.get(source) ?? "" })),
    note,
  }));
}

/**
 * A number and the unit behind it.
 *
 * @example
 * valueAndUnit("91 d"); // => { value: "91", unit: "d" }
 */
export function valueAndUnit(text: string): { value: string; unit: string } {
  const [, value, unit] = /^(-?\d[\d.]*) +(\S.*)$/.exec(text) ?? [];
  return value === undefined || unit === undefined ? { value: text, unit: "" } : { value, unit };
}

/** Of one figure in a table; a table of places may have dozens. */
const MOST_SOURCES = 4;

/** Cells of a table of figures. */
export function figureCells({ path, value, unit, mark, date, sources, note }: CitedFigure): string[] {
  const named = sources.slice(0, MOST_SOURCES).map(({ id, title }) => (title === "" ? id : `${id} ${title}`));
  const more = sources.length - named.length;
  const origin = [...named, ...(more > 0 ? [`${more} more, which --json lists`] : [])].join("; ");
  const source = [origin, note === null ? "" : `(${note})`].filter((text) => text !== "").join(" ");
  return [path, value, unit, mark, date ?? "", source];
}

export const FIGURE_HEADINGS = ["path", "value", "unit", "known how", "as of", "source"];
