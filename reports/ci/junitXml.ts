import type { GateOutcome } from "../gates/gateOutcome.ts";
import { en, type ReportText } from "../text/en.ts";
import { plain } from "../text/isolate.ts";
import { escapeXml } from "./xml.ts";

/**
 * Gates as a JUnit report: one suite, a test case for each gate with its scenario as the class. A gate that breaks the
 * build is a failure, an undecided one that only warns is skipped.
 *
 * @example
 * junitXml([]).split("\n")[0]; // => '<?xml version="1.0" encoding="UTF-8"?>'
 */
export function junitXml(outcomes: readonly GateOutcome[], text: ReportText = en): string {
  const failures = outcomes.filter(({ breaks }) => breaks).length;
  const skipped = outcomes.filter((outcome) => isSkipped(outcome)).length;
  const counts = `tests="${outcomes.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
  const name = escapeXml(text.gates.labels.suite);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${name}" ${counts}>`,
    `  <testsuite name="${name}" ${counts}>`,
    ...outcomes.map((outcome) => testCase(outcome, text)),
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function isSkipped({ row, breaks }: GateOutcome): boolean {
  return row.verdict === "undecided" && !breaks;
}

function testCase(outcome: GateOutcome, text: ReportText): string {
  const { row, breaks } = outcome;
  const words = escapeXml(plain(text.gates.verdictWords(row)));
  const opening = `    <testcase classname="${escapeXml(row.scenario)}" name="${escapeXml(row.gate)}">`;
  const type = row.verdict === "fail" ? "failed" : "undecided";
  const content = breaks
    ? `<failure type="${type}" message="${words}">${words}</failure>`
    : isSkipped(outcome)
      ? `<skipped message="${words}"/>`
      : `<system-out>${words}</system-out>`;
  return `${opening}\n      ${content}\n    </testcase>`;
}
