/**
 * A name cut to a length that fits an axis; the whole name stands in the table.
 *
 * @example
 * short("Federal Correctional Institution", 20); // => "Federal Correctional…"
 */
export function short(name: string, most = 30): string {
  const letters = [...name];
  return letters.length <= most ? name : `${letters.slice(0, most).join("").trimEnd()}…`;
}

/** Short name with the id, unless it stands in the name already: never the same for two institutions. */
export function institutionLabel(
  { id, name }: { readonly id: string; readonly name: string },
  most = 30,
): string {
  const label = short(name, most);
  return label.includes(id) ? label : `${label} (${id})`;
}
