import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { admissionsYearlyLogChangeSd, historyMx, historyUs } from "./historyTables.ts";
import { mxModel } from "./mxModel.ts";
import { mxResiduals } from "./mxResiduals.ts";
import { mxFacilities, mxInitialStock, mxStreams } from "./mxTables.ts";
import { corridorTable, costsTable, expulsionsTable, sourcesTable } from "./referenceTables.ts";
import { residualsMarkdown, residualTable } from "./residuals.ts";
import { formatTable, sourceIds, type Table } from "./table.ts";
import { usFacilities, usFacilitiesClosed, usInstitutions } from "./usFacilityTables.ts";
import { usModel } from "./usModel.ts";
import { usResiduals } from "./usResiduals.ts";
import { usInitialStock, usStreams } from "./usStreamTables.ts";

const tablesFolder = new URL("../tables/", import.meta.url);

/** Every file of `data/tables` as text, by name; a function of `data/sources` alone. */
export function buildFiles(): Map<string, string> {
  const us = usModel();
  const mx = mxModel();
  const tables: Table[] = [
    sourcesTable(),
    usFacilities(us),
    usFacilitiesClosed(us),
    usInstitutions(us),
    usStreams(us),
    usInitialStock(us),
    mxFacilities(mx),
    mxStreams(mx),
    mxInitialStock(mx),
    corridorTable(),
    costsTable(),
    expulsionsTable(),
    historyUs(),
    historyMx(),
  ];
  const files = new Map(tables.map((table) => [`${table.table}.json`, formatTable(table)]));
  const residuals = [...usResiduals(us), ...mxResiduals(mx)];
  const spread = admissionsYearlyLogChangeSd();
  const used = sourceIds([...residuals.map((entry) => entry.source), "BOP-S7"]);
  const extra = { admissionsYearlyLogChangeSd: spread };
  files.set("residuals.json", formatTable(residualTable(residuals, "2024-12-31", used), extra));
  const closing = [
    `Standard deviation of the yearly log change of US admissions, 1994 to 2022 (BOP-S7): ${spread.allYears} ` +
      `(${spread.allYearsCount} changes); without the changes of 2020 and 2021: ${spread.without2020And2021} ` +
      `(${spread.without2020And2021Count} changes).`,
  ];
  files.set("residuals.md", residualsMarkdown(residuals, closing));
  return files;
}

/** Writes all tables and prints the residuals. */
function main(): void {
  const files = buildFiles();
  mkdirSync(tablesFolder, { recursive: true });
  for (const [name, text] of files) writeFileSync(new URL(name, tablesFolder), text);
  console.log(files.get("residuals.md"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
