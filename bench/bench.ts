import { parseArgs } from "node:util";
import { circumstances } from "./circumstances.ts";
import { findPrograms } from "./programs.ts";
import { publish } from "./publish.ts";
import type { Results } from "./results.ts";
import { measureComparison } from "./sections/compare.ts";
import { measureMemory } from "./sections/memory.ts";
import { measureNational } from "./sections/national.ts";
import { measureReport } from "./sections/report.ts";
import type { Setting } from "./sections/section.ts";
import { measureStartup } from "./sections/startup.ts";
import { measureThreads } from "./sections/threads.ts";
import { measureWorkload } from "./sections/workload.ts";

const SECTIONS = {
  workload: measureWorkload,
  national: measureNational,
  compare: measureComparison,
  report: measureReport,
  memory: measureMemory,
  threads: measureThreads,
  startup: measureStartup,
} satisfies Record<string, (setting: Setting) => object>;
type Name = keyof typeof SECTIONS;

/**
 * Measures the built program, on the reference workload against others, and prints `docs/performance.md` of what was
 * measured. See `bench/README.md`.
 *
 *     npm run bench -- [--only workload,startup] [--rounds 5] [--longest 160] [--quick] [--keep]
 */
function main(): void {
  const { values } = parseArgs({
    options: {
      only: { type: "string", default: Object.keys(SECTIONS).join(",") },
      rounds: { type: "string" },
      longest: { type: "string" },
      quick: { type: "boolean", default: false },
      keep: { type: "boolean", default: false },
    },
  });
  const names = values.only.split(",").map(sectionName);
  const rounds = wholeNumber("rounds", values.rounds ?? (values.quick ? "1" : "5"), 1);
  const longest = wholeNumber("longest", values.longest ?? (values.quick ? "8" : "160"), 2);
  const setting = { programs: findPrograms(), rounds, quick: values.quick, longest };
  const measured = names.map((name) => {
    const before = circumstances(values.quick);
    return [name, { circumstances: before, ...SECTIONS[name](setting) }] as const;
  });
  publish(Object.fromEntries(measured) as Results, values.keep);
}

function wholeNumber(name: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  throw new RangeError(`--${name} requires a whole number from ${least}, got "${text}"`);
}

function sectionName(text: string): Name {
  if (text in SECTIONS) return text as Name;
  const names = Object.keys(SECTIONS).join(", ");
  throw new RangeError(`--only requires sections of ${names}, separated by commas, got "${text}"`);
}

main();
