/** A value that embedded data hold. */
type Cell = string | number | null | undefined;

/**
 * Rows packed for embedding: one object for each value of `key`, with a list for every other field, so that the names of
 * fields and keys stand once; `unpack` are the transforms that make rows of them again. What is undefined becomes null.
 *
 * @param key field whose values repeat
 * @param rows all with the same fields
 * @example
 * columnar("scenario", [{ scenario: "a", x: 1 }, { scenario: "a", x: 2 }]).values; // => [{ scenario: "a", x: [1, 2] }]
 */
export function columnar<Row extends { readonly [field: string]: Cell }>(
  key: string & keyof Row,
  rows: readonly Row[],
) {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((field) => field !== key);
  const values = [...new Set(rows.map((row) => row[key]))].map((value) => {
    const group = rows.filter((row) => row[key] === value);
    const columns = fields.map((field) => [field, group.map((row) => row[field] ?? null)] as const);
    return { [key]: value ?? null, ...Object.fromEntries(columns) };
  });
  return { values, unpack: [{ flatten: fields }] };
}
