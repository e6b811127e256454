import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, release, type } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { benchFolder, findPrograms, type Programs } from "./programs.ts";
import { measureRounds, type Row, type Spread } from "./rounds.ts";

/**
 * Measures this program against others on the reference workload, in the same run and in turn, and prints the
 * result as a Markdown table; also writes `bench/results/latest.json`. See `bench/README.md`.
 *
 *     npm run build && node --import tsx bench/bench.ts [--rounds N] [--quick]
 */
function main(): void {
  const { values } = parseArgs({
    options: { rounds: { type: "string", default: "5" }, quick: { type: "boolean", default: false } },
  });
  const rounds = values.quick ? 1 : Number(values.rounds);
  if (!(rounds >= 1)) throw new RangeError(`--rounds requires a number from 1, got "${values.rounds}"`);
  const programs = findPrograms();
  const rows = measureAll(programs, rounds);
  const report = {
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    ...versions(programs),
    rows,
  };
  mkdirSync(join(benchFolder, "results"), { recursive: true });
  writeFileSync(join(benchFolder, "results", "latest.json"), `${JSON.stringify(report, null, 2)}\n`);
  console.log(`${report.date}, ${report.machine}\n${report.programs.join("; ")}\n\n${table(rows)}`);
}

/** Scale 1 against C++; SimPy, which would take minutes, at a tenth. */
function measureAll({ ours, cpp, simpy, measure }: Programs, rounds: number): Row[] {
  if (measure === null || cpp === null) {
    console.error("No g++: only this program is run, and measured by itself.");
    return measureRounds([ours], 1, rounds, null);
  }
  const full = measureRounds([ours, cpp], 1, rounds, measure);
  if (simpy === null)
    console.error("No SimPy: install the Debian package python3-simpy3 to compare with it.");
  const tenth = simpy === null ? [ours, cpp] : [ours, cpp, simpy];
  return [...full, ...measureRounds(tenth, 0.1, rounds, measure)];
}

function machine(): string {
  const processors = cpus();
  return `${processors.length} × ${processors[0]?.model.trim() ?? "unknown processor"}, ${type()} ${release()}`;
}

function versions({ ours, cpp, simpy }: Programs): { readonly programs: readonly string[] } {
  const known = [ours, cpp, simpy].filter((program) => program !== null);
  return { programs: known.map(({ name, version }) => `${name}: ${version}`) };
}

function table(rows: readonly Row[]): string {
  const heads = [
    ...["scale", "program", "rounds", "one replication, whole process: CPU s", "÷ bedspace"],
    ...["warm replication: CPU s", "÷ bedspace", "million events per CPU s", "peak MiB"],
  ];
  const lines = rows.map((row) => [
    ...[row.scale, row.program, row.rounds, shown(row.processCpuSeconds), shown(row.processRatio)],
    ...[shown(row.warmCpuSeconds), shown(row.warmRatio), shown(row.eventsPerCpuSecond, 1e6)],
    Math.round(row.peakMiB.median),
  ]);
  return [heads, heads.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Median, and in brackets the least and the largest value. */
function shown({ median, least, most }: Spread, unit = 1): string {
  const text = (value: number): string => String(Number((value / unit).toPrecision(2)));
  return `${text(median)} (${text(least)}–${text(most)})`;
}

main();
