import { availableParallelism } from "node:os";
import type { Options } from "yargs";
import { type ChartFlags, chartFlags, checkChartFlags } from "./chartFlags.ts";
import { CliError } from "./cliError.ts";
import {
  atMostOne,
  type CommonFlags,
  checkGateFlags,
  checkLanguageFlags,
  type GateFlags,
  gateFlags,
  LARGEST_WORKERS,
  type LanguageFlags,
  languageFlags,
  listOf,
  requireCount,
  requireOne,
  simulationFlags,
  type Typed,
} from "./flags.ts";

const FORMATS = ["csv", "parquet", "json"] as const;
export type ExportFormat = (typeof FORMATS)[number];

/** Flags of every command that reads a stored run. */
const storedFlags = {
  partial: {
    type: "boolean",
    default: false,
    describe: "Use what is there of a run that is not whole; what is missing is told",
  },
} as const satisfies Record<string, Options>;

/** Flags of the commands that store a run. */
export const resumeFlags = {
  resume: {
    type: "string",
    requiresArg: true,
    describe: "Folder of an interrupted run of this command, which goes on where it stopped",
  },
} as const satisfies Record<string, Options>;

export interface ResumeFlags {
  readonly resume: string | undefined;
}

/** @throws {CliError} exit code 2, if a flag has no such value, or `--out` is given too */
export function checkResumeFlags(typed: Typed<"resume" | "out">): ResumeFlags {
  const resume = atMostOne("resume", typed.resume);
  if (resume !== undefined && typed.out !== undefined) {
    throw new CliError("--resume goes on in the folder of the run: leave out --out");
  }
  return { resume };
}

/** Flags of `report`. */
export const reportFlags = {
  out: {
    type: "string",
    defaultDescription: "the run's own folder; a new one below runs/ for several runs or a part of one",
    requiresArg: true,
    describe: "Folder of the report",
  },
  ...gateFlags,
  ...storedFlags,
  ...languageFlags,
  ...chartFlags,
} as const satisfies Record<string, Options>;

const on = {
  type: "string",
  requiresArg: true,
  describe: "A measure, on its last date, or <measure>@<date>, or <measure>@every; may be repeated",
} as const satisfies Options;

/** Flags of `export`. */
export const exportFlags = {
  format: { type: "string", default: "csv", requiresArg: true, describe: "csv, parquet or json" },
  raw: { type: "boolean", default: false, describe: "Values of each replication instead of summaries" },
  on: { ...on, describe: `With --raw: ${on.describe}` },
  out: {
    type: "string",
    defaultDescription: "export/ in the run's folder",
    requiresArg: true,
    describe: "Folder of the tables",
  },
  ...storedFlags,
} as const satisfies Record<string, Options>;

/** Flags of `query`. */
export const queryFlags = {
  on: { ...on, describe: `Measures of the table replications: ${on.describe}` },
  ...storedFlags,
} as const satisfies Record<string, Options>;

/** Flags of `verify`. */
export const verifyFlags = {
  sample: {
    type: "string",
    default: "5",
    requiresArg: true,
    describe: "Replications of each scenario that are run again, evenly spaced",
  },
  workers: simulationFlags.workers,
  ...storedFlags,
} as const satisfies Record<string, Options>;

interface StoredFlags extends CommonFlags {
  readonly partial: boolean;
}

export interface ReportFlags extends StoredFlags, GateFlags, LanguageFlags, ChartFlags {
  readonly out: string | undefined;
}

export interface ExportFlags extends StoredFlags {
  readonly format: ExportFormat;
  readonly raw: boolean;
  readonly on: readonly string[];
  readonly out: string | undefined;
}

export interface QueryFlags extends StoredFlags {
  readonly on: readonly string[];
}

export interface VerifyFlags extends StoredFlags {
  readonly sample: number;
  readonly workers: number;
}

/** @throws {CliError} exit code 2, if a flag has no such value */
export function checkReportFlags(typed: CommonFlags & Typed<keyof typeof reportFlags>): ReportFlags {
  return {
    ...checkStoredFlags(typed),
    ...checkGateFlags(typed),
    ...checkLanguageFlags(typed),
    ...checkChartFlags(typed),
    out: atMostOne("out", typed.out),
  };
}

/** @throws {CliError} exit code 2, if a flag has no such value, or `--raw` and `--on` do not go together */
export function checkExportFlags(typed: CommonFlags & Typed<keyof typeof exportFlags>): ExportFlags {
  const format = FORMATS.find((known) => known === requireOne("format", typed.format));
  if (format === undefined) {
    throw new CliError(`--format must be csv, parquet or json, got "${requireOne("format", typed.format)}"`);
  }
  const [raw, measures] = [typed.raw === true, listOf(typed.on)];
  if (raw && measures.length === 0) {
    throw new CliError("--raw needs --on with a measure, such as --on us.system.stock@every", {
      hint: "bedspace measures lists the names",
    });
  }
  if (!raw && measures.length > 0) {
    throw new CliError("--on chooses values of replications: add --raw", {
      hint: "summaries are exported of all measures",
    });
  }
  return { ...checkStoredFlags(typed), format, raw, on: measures, out: atMostOne("out", typed.out) };
}

/** @throws {CliError} exit code 2, if a flag has no such value */
export function checkQueryFlags(typed: CommonFlags & Typed<keyof typeof queryFlags>): QueryFlags {
  return { ...checkStoredFlags(typed), on: listOf(typed.on) };
}

/** @throws {CliError} exit code 2, if a flag has no such value */
export function checkVerifyFlags(typed: CommonFlags & Typed<keyof typeof verifyFlags>): VerifyFlags {
  return {
    ...checkStoredFlags(typed),
    sample: requireCount("sample", typed.sample, 1, 1_000_000),
    workers: requireCount("workers", typed.workers ?? availableParallelism(), 1, LARGEST_WORKERS),
  };
}

function checkStoredFlags({
  json,
  quiet,
  color,
  debug,
  partial,
}: CommonFlags & Typed<"partial">): StoredFlags {
  return { json, quiet, color, debug, partial: partial === true };
}
