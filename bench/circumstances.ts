import { cpus, loadavg, release, totalmem, type } from "node:os";
import type { Circumstances } from "./results.ts";

/** The machine and how busy it is. */
export function circumstances(quick: boolean): Circumstances {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? "unknown processor";
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${processors.length} × ${model}, ${gibibytes} GiB, ${type()} ${release()}`,
    node: process.version,
    loadBefore: Number(loadavg()[0]!.toFixed(1)),
    quick,
  };
}
