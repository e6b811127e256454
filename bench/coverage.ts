import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { FIXED_STUDIES } from "./intervals/fixedStudies.ts";
import { SENSITIVITY_STUDIES } from "./intervals/sensitivityStudies.ts";
import { STOPPED_STUDIES } from "./intervals/stoppedStudies.ts";
import { coverageTable, findCoverage } from "./intervals/table.ts";
import { VARIANCE_STUDIES } from "./intervals/varianceStudies.ts";

const STUDIES = [...FIXED_STUDIES, ...STOPPED_STUDIES, ...VARIANCE_STUDIES, ...SENSITIVITY_STUDIES];

/**
 * How often the intervals of `engine/statistics` hold the truth, by simulation, as a Markdown page on standard output
 * or in a file. Deterministic; about half a minute.
 *
 *     node --import tsx bench/coverage.ts [--out docs/coverage.md] [--seed TEXT] [--scale 0.1]
 */
function main(): void {
  const { values } = parseArgs({
    options: {
      out: { type: "string" },
      seed: { type: "string", default: "1" },
      scale: { type: "string", default: "1" },
    },
  });
  const scale = Number(values.scale);
  if (!(scale > 0)) throw new RangeError(`--scale requires a number above 0, got "${values.scale}"`);
  const rows = STUDIES.map((study) => findCoverage(study, values.seed, scale));
  const text = page(coverageTable(rows), values.seed, values.scale);
  if (values.out === undefined) {
    process.stdout.write(text);
  } else {
    writeFileSync(values.out, text);
  }
}

function page(table: string, seed: string, scale: string): string {
  return `# Coverage of the intervals

How often each interval holds the truth, on data whose truth is known. Written by \`bench/coverage.ts\`
(seed ${seed}, scale ${scale}); the same seed gives the same table.

    node --import tsx bench/coverage.ts --out docs/coverage.md

${table}

"≥ 95" marks intervals that promise at least their level. Stopped intervals are looked at after 64 replications and then
each time there are 1.25 times as many. Exponential rows show what skewed values cost: intervals of a mean need some
hundred of them, intervals of a variance several hundred draws. The bootstrap takes rows for independent, so on
scrambled Sobol points, whose error is smaller, it is too wide.
`;
}

main();
