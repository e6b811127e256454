import * as against from "./en/against.ts";
import * as capacity from "./en/capacity.ts";
import * as charts from "./en/charts.ts";
import * as ci from "./en/ci.ts";
import * as custody from "./en/custody.ts";
import * as experiments from "./en/experiments.ts";
import * as explain from "./en/explain.ts";
import * as format from "./en/format.ts";
import * as gates from "./en/gates.ts";
import * as ledger from "./en/ledger.ts";
import * as measures from "./en/measures.ts";
import * as page from "./en/page.ts";
import * as precision from "./en/precision.ts";
import * as sentences from "./en/sentences.ts";
import * as skill from "./en/skill.ts";
import * as uncertainty from "./en/uncertainty.ts";

export type { CapacityUse } from "./en/capacity.ts";

/** Every word and sentence that a reader of a report sees, in English. */
export const en = {
  language: "en",
  direction: "ltr" as "ltr" | "rtl",
  format,
  measures,
  sentences,
  against,
  capacity,
  charts,
  ci,
  custody,
  experiments,
  explain,
  gates,
  ledger,
  page,
  precision,
  skill,
  uncertainty,
};

/** Any text in the place of one text, key by key; functions take the same arguments. */
type Translated<Text> = Text extends string
  ? string
  : Text extends (...args: never) => unknown
    ? Text
    : { [Key in keyof Text]: Translated<Text[Key]> };

/** What another language has to offer. */
export type ReportText = Translated<typeof en>;
