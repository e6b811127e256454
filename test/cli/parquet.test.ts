import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { toParquet } from "../../cli/parquet.ts";

const read = (bytes: Uint8Array) => parquetReadObjects({ file: Uint8Array.from(bytes).buffer });

describe("toParquet", () => {
  it("toParquet takes a fraction after thousands of whole numbers", async () => {
    const mean = [...Array.from({ length: 5000 }, (_, i) => i), 0.5];
    const rows = await read(toParquet([{ name: "mean", data: mean }]));
    expect(rows.map((row) => row.mean)).toEqual(mean);
  });

  it("toParquet keeps text, truth values, counts, and what is not defined", async () => {
    const bytes = toParquet([
      { name: "measure", data: ["us.system.stock", 'x,"ñ"'] },
      { name: "halfWidth", data: [null, null] },
      { name: "mean", data: [null, -0.1] },
      { name: "n", data: [40, 39] },
      { name: "identical", data: [true, false] },
    ]);
    expect(await read(bytes)).toEqual([
      { measure: "us.system.stock", halfWidth: null, mean: null, n: 40, identical: true },
      { measure: 'x,"ñ"', halfWidth: null, mean: -0.1, n: 39, identical: false },
    ]);
    const { schema } = parquetMetadata(Uint8Array.from(bytes).buffer);
    expect(schema.slice(1).map(({ type }) => type)).toEqual([
      "BYTE_ARRAY",
      "DOUBLE",
      "DOUBLE",
      "INT32",
      "BOOLEAN",
    ]);
  });

  it("toParquet writes a table without rows", async () => {
    expect(await read(toParquet([{ name: "mean", data: [] }]))).toEqual([]);
  });
});
