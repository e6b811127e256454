import { numberOf, onlyRow, readSource, type SourceRow } from "./readSource.ts";

/** A single figure of `us-parameters.csv`; the file says for each whether it is observed, derived or assumed. */
export function usParameter(name: string): number {
  const isIt = (row: SourceRow) => row.parameter === name;
  return numberOf(onlyRow(readSource("us-parameters.csv"), isIt, `parameter ${name}`), "value");
}

/** Value of a series of `us-flows.csv`; `group` is the beginning of the group, where a period has several. */
export function usFlow(series: string, period: string, group = ""): number {
  const isIt = (row: SourceRow) =>
    row.series === series && row.period === period && String(row.offence_or_group).startsWith(group);
  return numberOf(onlyRow(readSource("us-flows.csv"), isIt, `${series} ${period} ${group}`), "value");
}
