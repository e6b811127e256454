// Runs before the tests: makes sure that there is a Chromium to open reports with, or says what is missing.
import { spawnSync } from "node:child_process";
import { findChromium } from "./findChromium.ts";

const MISSING = `The tests open the report in Chromium, and none was found.
Install one (Debian, Ubuntu: apt-get install chromium), or set CHROMIUM to the path of its program.`;

if (findChromium() === null) {
  if (canInstall()) install();
  if (findChromium() === null) {
    console.error(MISSING);
    process.exitCode = 1;
  }
}

function canInstall(): boolean {
  return (
    process.env.CHROMIUM === undefined && process.getuid?.() === 0 && runs("apt-get", ["--version"], "ignore")
  );
}

function install(): void {
  console.error("No Chromium found: installing Debian's");
  const wanted = ["install", "--yes", "--no-install-recommends", "chromium"];
  if (!runs("apt-get", wanted)) runs("apt-get", ["update"]) && runs("apt-get", wanted);
}

/** Runs a program; its output goes to stderr, which keeps stdout for test reporters. */
function runs(program: string, args: readonly string[], output: "ignore" | 2 = 2): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(program, args, { stdio: ["ignore", output, output], env }).status === 0;
}
