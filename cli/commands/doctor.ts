import { EXIT_CODES, type ExitCode } from "../exitCodes.ts";
import type { CommonFlags } from "../flags.ts";
import { type HealthCheck, healthChecks } from "../healthChecks.ts";
import { processTerminal } from "../terminal.ts";
import { textTable } from "../textTable.ts";

const SIGNS: Readonly<Record<HealthCheck["verdict"], string>> = { pass: "✓", fail: "✗", optional: "–" };

/** `bedspace doctor`: whether this machine can run the program. */
export async function doctor(flags: CommonFlags): Promise<ExitCode> {
  const checks = await healthChecks();
  const healthy = checks.every(({ verdict }) => verdict !== "fail");
  const terminal = processTerminal(flags);
  terminal.data(
    flags.json
      ? JSON.stringify({ schemaVersion: 1, healthy, checks }, null, 2)
      : textTable(
          ["", "check", "found"],
          checks.map(({ name, verdict, detail }) => [SIGNS[verdict], name, detail]),
          terminal.width,
        ),
  );
  return healthy ? EXIT_CODES.done : EXIT_CODES.unexpected;
}
