import type { ReportText } from "./en.ts";
import * as against from "./es/against.ts";
import * as capacity from "./es/capacity.ts";
import * as charts from "./es/charts.ts";
import * as ci from "./es/ci.ts";
import * as custody from "./es/custody.ts";
import * as experiments from "./es/experiments.ts";
import * as explain from "./es/explain.ts";
import * as format from "./es/format.ts";
import * as gates from "./es/gates.ts";
import * as ledger from "./es/ledger.ts";
import * as measures from "./es/measures.ts";
import * as page from "./es/page.ts";
import * as precision from "./es/precision.ts";
import * as sentences from "./es/sentences.ts";
import * as skill from "./es/skill.ts";
import * as uncertainty from "./es/uncertainty.ts";

/** Every word and sentence that a reader of a report sees, in Spanish as Mexico writes it. */
export const es: ReportText = {
  language: "es",
  direction: "ltr",
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
