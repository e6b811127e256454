import * as capacity from "./en/capacity.ts";
import * as charts from "./en/charts.ts";
import * as explain from "./en/explain.ts";
import * as format from "./en/format.ts";
import * as ledger from "./en/ledger.ts";
import * as measures from "./en/measures.ts";
import * as page from "./en/page.ts";
import * as sentences from "./en/sentences.ts";

export type { CapacityUse } from "./en/capacity.ts";

/** Every word and sentence that a reader of a report sees, in English. */
export const en = {
  language: "en",
  direction: "ltr" as "ltr" | "rtl",
  format,
  measures,
  sentences,
  capacity,
  charts,
  explain,
  ledger,
  page,
};

/** What another language has to offer. */
export type ReportText = typeof en;
