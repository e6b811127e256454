import Table from "cli-table3";

const LINES = [
  "top",
  "top-mid",
  "top-left",
  "top-right",
  "bottom",
  "bottom-mid",
  "bottom-left",
  "bottom-right",
];
const INNER = ["left", "left-mid", "mid", "mid-mid", "right", "right-mid"];
const NO_LINES = { ...Object.fromEntries([...LINES, ...INNER].map((name) => [name, ""])), middle: "  " };

/** Rows under their headings in aligned columns, without lines or colours. */
export function textTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const table = new Table({
    head: [...headings],
    chars: NO_LINES,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}
