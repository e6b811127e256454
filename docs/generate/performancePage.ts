import { join } from "node:path";
import { type Results, readResults } from "../../bench/results.ts";
import { packageFolder } from "../../cli/package.ts";
import { barsTable, performanceBars } from "./performanceBars.ts";
import { wasBusy } from "./performanceNumbers.ts";
import { measuredChapters } from "./performanceTables.ts";

/** `docs/performance.md`: what the benchmark measured last. */
export async function performancePage(): Promise<string> {
  return performanceText(readResults(join(packageFolder, "bench", "results.json")));
}

/** The page of some results; chapters of what was not measured are left out. */
export function performanceText(results: Results): string {
  const parts = [
    "# Performance",
    INTRODUCTION,
    "## Bars",
    `The median decides; in brackets the least and the largest value. What is missed comes first.${busySentence(results)}`,
    barsTable(performanceBars(results)),
    ...measuredChapters(results),
    "## Reading",
    READING,
    "## Agreement",
    AGREEMENT,
  ];
  return `${parts.join("\n\n")}\n`;
}

function busySentence(results: Results): string {
  const busy = Object.values(results).some(({ circumstances }) => wasBusy(circumstances));
  return busy
    ? " **Some of it was measured on a busy machine and decides nothing; the chapters say which.**"
    : "";
}

const INTRODUCTION = `How fast the simulator is, against other programs that run the same model in the same minutes. The model, the programs
and the way of measuring are in [\`bench/README.md\`](../bench/README.md); \`npm run bench\` repeats all of it. This page is
made from [\`bench/results.json\`](../bench/results.json), which holds what was measured last.

Times are processor time unless they say wall time. Programs run in turn and ratios are taken within a round, so that other
work on the machine falls on all of them; differences under about 30 % mean nothing on a shared machine.`;

const READING = `- The reference workload: 120 prisons, 150,000 people, ten years, 1.69 million events a replication; scale 0.1 has a tenth
  of the people.
- The C++ program was written for this one model. It keeps daily head-counts and nothing else; ours also computes exact
  time and person-days in each band of occupancy, flows and corridor counts, follows rules that are data, and draws every
  number by key. Its time halves when the memory of the shared machine is quiet, so the spread of the ratio is mostly its.
- SimPy and SimJS are used as their documentation suggests, with a process or an entity for each person.
- Start-up is dear in a short run: reading and checking a scenario and compiling the code. Runs that give intervals have
  hundreds of replications, where it does not show.
- Replications run in the same arrays, one after the other, and their results go to chunks on disk. Reports are made
  from there, some columns of values at a time: memory does not grow with the number of replications.

Not measured here: other versions of Node, other processors.`;

const AGREEMENT = `Speed counts only for the same answer.

| check | z |
| --- | --- |
| last record against the closed form, seeds 1–20 at scale 1, transfers on (off) | +0.24 (+0.21) |
| mean of the records, likewise | −0.19 (−0.03) |
| last record against the closed form, 150 replications at scale 0.1, transfers on | −0.59 |
| mean of the records, likewise | −0.05 |
| last record against the closed form, seeds 1–20 at scale 0.1, transfers on (off) | +2.25 (+2.56) |
| mean of the records, likewise | +0.26 (+0.49) |
| crowded variant against SimPy, seeds 1–20 and 40 seeds: last record | +2.60 |
| mean of the records | +0.91 |
| person-days above 130 % of capacity | +1.24 |
| prison-days above 130 % | +0.61 |
| SimJS against the closed form, 60 seeds from 1000 at scale 0.02, transfers on: last record | −0.04 |
| mean of the records, likewise | −0.21 |

The rows with seeds 1–20 at scale 0.1 are not independent: all of them share their random numbers, by design, so their high last
records are one and the same luck, as the 150 other replications show. The exact time above 130 % differs from what the
daily records give by 0.02 %.`;
