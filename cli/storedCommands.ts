import type { AddCommand } from "./addCommand.ts";
import {
  checkExportFlags,
  checkQueryFlags,
  checkReportFlags,
  checkVerifyFlags,
  exportFlags,
  queryFlags,
  reportFlags,
  verifyFlags,
} from "./storedFlags.ts";

const run = { type: "string", demandOption: true, describe: "Folder of a run" } as const;

const addReport: AddCommand = (parser, choose) =>
  parser.command(
    "report <run..>",
    "Write tables, charts and pages again from stored results; runs under several seeds as one",
    (command) =>
      command
        .positional("run", { ...run, array: true, describe: "Folders of runs of the same scenarios" })
        .options(reportFlags)
        .example("$0 report runs/plan", "The report of a run once more")
        .example("$0 report runs/seed-1 runs/seed-2 --out report", "One report of two runs"),
    (typed) => {
      choose(async () => (await import("./commands/report.ts")).report(typed.run, checkReportFlags(typed)));
    },
  );

const addExport: AddCommand = (parser, choose) =>
  parser.command(
    "export <run>",
    "Write the tables of a run and their data dictionary as CSV, Parquet or JSON",
    (command) =>
      command
        .positional("run", run)
        .options(exportFlags)
        .example("$0 export runs/plan --format parquet --out tables", "Summaries of every measure and date")
        .example(
          "$0 export runs/plan --raw --on us.system.stock@every",
          "A value for each replication and date",
        ),
    (typed) => {
      choose(async () =>
        (await import("./commands/export.ts")).exportTables(typed.run, checkExportFlags(typed)),
      );
    },
  );

const addQuery: AddCommand = (parser, choose) =>
  parser.command(
    "query <run> <sql>",
    "Ask a run with SQL over its tables results, differences and replications; needs DuckDB",
    (command) =>
      command
        .positional("run", run)
        .positional("sql", { type: "string", demandOption: true, describe: "A statement of DuckDB" })
        .options(queryFlags)
        .example(
          '$0 query runs/plan "SELECT scenario, \\"to\\", mean FROM results WHERE measure = \'us.system.stock\'"',
          "A series",
        )
        .example(
          '$0 query runs/plan "SELECT max(value) FROM replications" --on us.system.stock@every',
          "The most of all replications",
        ),
    (typed) => {
      const flags = checkQueryFlags(typed);
      choose(async () => (await import("./commands/query.ts")).query(typed.run, typed.sql, flags));
    },
  );

const addVerify: AddCommand = (parser, choose) =>
  parser.command(
    "verify <run>",
    "Run some stored replications again, and compare them bit for bit",
    (command) =>
      command
        .positional("run", run)
        .options(verifyFlags)
        .example("$0 verify runs/plan", "Five replications of each scenario")
        .example("$0 verify runs/plan --sample 1000 --json", "More, for another program"),
    (typed) => {
      choose(async () => (await import("./commands/verify.ts")).verify(typed.run, checkVerifyFlags(typed)));
    },
  );

/** Commands that read stored runs. */
export const STORED_COMMANDS: readonly AddCommand[] = [addReport, addExport, addQuery, addVerify];
