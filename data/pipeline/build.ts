import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { admissionsYearlyLogChangeSd, historyMx, historyUs, sentenceCutsUs } from "./historyTables.ts";
import { mxModel } from "./mxModel.ts";
import { mxResiduals } from "./mxResiduals.ts";
import { mxFacilities, mxGrowthTable, mxInitialStock, mxStreams } from "./mxTables.ts";
import { corridorTable, costsTable, expulsionsTable, sourcesTable } from "./referenceTables.ts";
import { residualsMarkdown, residualTable } from "./residuals.ts";
import { formatTable, sourceIds, type Table } from "./table.ts";
import { usBedsOffLine, usFacilities, usFacilitiesClosed, usInstitutions } from "./usFacilityTables.ts";
import { hindcastVintage } from "./usHindcast.ts";
import { hindcastResiduals } from "./usHindcastResiduals.ts";
import { usModel } from "./usModel.ts";
import { newestVintage } from "./usNewest.ts";
import { occupancyPersistence } from "./usOccupancyPersistence.ts";
import { usCrowded2020, usPublished } from "./usPublished.ts";
import { usResiduals } from "./usResiduals.ts";
import { sentenceFitMarkdown } from "./usSentenceMarkdown.ts";
import { usInitialStock } from "./usStockTable.ts";
import { usStreams } from "./usStreamTables.ts";

/** Persistence of occupancy in the hindcast: all of it, for nothing was known of it then. */
const KEPT_OCCUPANCY = 1;

const tablesFolder = new URL("../tables/", import.meta.url);

/** Every file of `data/tables` as text, by name; a function of `data/sources` alone. */
export function buildFiles(): Map<string, string> {
  const newest = newestVintage();
  const persistence = occupancyPersistence(newest.open);
  const us = usModel(newest, persistence.slope);
  const hindcast = usModel(hindcastVintage(), KEPT_OCCUPANCY);
  const mx = mxModel();
  const tables: Table[] = [
    sourcesTable(),
    usFacilities(us),
    usFacilitiesClosed(us),
    usInstitutions(us),
    usStreams(us),
    usInitialStock(us),
    usBedsOffLine(us),
    usFacilities(hindcast),
    usInstitutions(hindcast),
    usStreams(hindcast),
    usInitialStock(hindcast),
    usPublished(),
    usCrowded2020(),
    mxFacilities(mx),
    mxStreams(mx),
    mxInitialStock(mx),
    mxGrowthTable(mx),
    corridorTable(),
    costsTable(),
    expulsionsTable(),
    historyUs(),
    sentenceCutsUs(),
    historyMx(),
  ];
  const files = new Map(tables.map((table) => [`${table.table}.json`, formatTable(table)]));
  const residuals = [...usResiduals(us), ...hindcastResiduals(hindcast), ...mxResiduals(mx)];
  const spread = admissionsYearlyLogChangeSd();
  const used = sourceIds([...residuals.map((entry) => entry.source), "BOP-S7"]);
  const extra = { admissionsYearlyLogChangeSd: spread };
  files.set("residuals.json", formatTable(residualTable(residuals, "2024-12-31", used), extra));
  const closing = [
    `Standard deviation of the yearly log change of US admissions, 1994 to 2022 (BOP-S7): ${spread.allYears} ` +
      `(${spread.allYearsCount} changes); without the changes of 2020 and 2021: ${spread.without2020And2021} ` +
      `(${spread.without2020And2021Count} changes).`,
    "",
    "Persistence of relative occupancy, February 2020 to September 2025 (BOP-S2, BOP-S3): slope " +
      `${persistence.slope.toFixed(3)}, standard error ${persistence.standardError.toFixed(3)}, ` +
      `${persistence.institutions} institutions in ${persistence.levels} levels.`,
    "",
    ...sentenceFitMarkdown(us),
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
