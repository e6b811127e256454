import { sourceIds, type Table } from "./table.ts";
import { classifiedLevels } from "./usLevels.ts";
import type { UsModel } from "./usModel.ts";

/** People at the start by unit, own level and stream. */
export function usInitialStock(model: UsModel): Table {
  const { vintage } = model;
  const inside = model.stock.rows.flatMap(({ unit, level }, row) =>
    model.streams.map((stream, column) => ({
      facility: unit.id,
      stream: stream.id,
      level,
      persons: model.stock.persons[row]?.[column] ?? 0,
    })),
  );
  const outside = classifiedLevels.flatMap((level, row) =>
    model.streams.map((stream, column) => ({
      facility: "COMMUNITY",
      stream: stream.id,
      level,
      persons: model.stock.outsidePersons[row]?.[column] ?? 0,
    })),
  );
  return {
    table: `${vintage.tables}-initial-stock`,
    title: `People in the custody of the US Bureau of Prisons${vintage.titleEnd}`,
    asOf: vintage.asOf,
    mark: "derived",
    note:
      `level: the people's own. Totals in and out of institutions are those of ${vintage.asOf}. ${vintage.countNote} ` +
      "Unit, stream and grand totals hold to the person. People outside have one level less than those inside " +
      "(assumption).",
    sources: sourceIds([
      "BOP-S1;BOP-S2;BOP-S3;BOP-S8;BOP-S14;BOP-S23;BOP-S26;BOP-S31;BOP-S83;BOP-S85;ASSUMPTION",
      vintage.stockSource,
    ]),
    rows: [...inside, ...outside].filter((row) => row.persons > 0),
  };
}
