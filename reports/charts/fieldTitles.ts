import type { Chart } from "./chart.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The chart with words in the place of the field names that its tooltips show; a title that is there stays.
 *
 * @param titles by field name
 */
export function withFieldTitles<Some extends Chart | null>(
  chart: Some,
  titles: Readonly<Record<string, string>>,
): Some {
  if (chart === null) return chart;
  const panels = chart.panels.map(({ id, spec }) => ({
    id,
    spec: titled(spec as unknown as Json, titles) as unknown as typeof spec,
  }));
  return { ...chart, panels };
}

function titled(node: Json, titles: Readonly<Record<string, string>>): Json {
  if (Array.isArray(node)) return node.map((one: Json) => titled(one, titles));
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node).map(([key, value]): [string, Json] => {
    // Data are rows of values and may be long: no tooltip is among them.
    if (key === "data") return [key, value];
    return [key, key === "tooltip" && Array.isArray(value) ? value.map(channel) : titled(value, titles)];
  });
  return Object.fromEntries(entries);

  function channel(entry: Json): Json {
    if (typeof entry !== "object" || entry === null || Array.isArray(entry) || !("field" in entry))
      return entry;
    const field = String(entry.field);
    return "title" in entry || !Object.hasOwn(titles, field) ? entry : { ...entry, title: titles[field]! };
  }
}
