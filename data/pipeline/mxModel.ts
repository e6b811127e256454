import { type MxFacility, mxFacilityList, type Operator } from "./mxFacilities.ts";
import { type MxFigures, mxFigures } from "./mxFigures.ts";
import { type MxGrowth, mxGrowth } from "./mxGrowth.ts";
import { type MxCell, mxCells, personsOf } from "./mxStatus.ts";
import { type MxStays, mxStays } from "./mxStays.ts";
import { type MxStockRow, mxStockRows } from "./mxStockRows.ts";

/** The Mexican side as computed from the sources. */
export interface MxModel {
  readonly facilities: readonly MxFacility[];
  readonly figures: MxFigures;
  readonly cells: readonly MxCell[];
  readonly stays: MxStays;
  readonly stock: readonly MxStockRow[];
  readonly growth: MxGrowth;
}

/** Computes the Mexican side. */
export function mxModel(): MxModel {
  const facilities = mxFacilityList();
  const figures = mxFigures(facilities);
  const cells = mxCells(facilities, figures);
  const stays = mxStays(cells, figures);
  const stock = mxStockRows(cells, stays.streams);
  return { facilities, figures, cells, stays, stock, growth: mxGrowth(stays.streams, figures) };
}

/** People held by one operator. */
export function personsHeld({ cells }: MxModel, operator: Operator): number {
  return personsOf(cells, ({ facility }) => facility.operator === operator);
}
