import * as charts from "./en/charts.ts";
import * as format from "./en/format.ts";
import * as measures from "./en/measures.ts";
import * as page from "./en/page.ts";
import * as sentences from "./en/sentences.ts";

/** Every word and sentence that a reader of a report sees, in English. */
export const en = {
  language: "en",
  direction: "ltr" as "ltr" | "rtl",
  format,
  measures,
  sentences,
  charts,
  page,
};

/** What another language has to offer. */
export type ReportText = typeof en;
