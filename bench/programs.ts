import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the benchmark, and of the package above it, where programs run. */
export const benchFolder = dirname(fileURLToPath(import.meta.url));
export const packageFolder = dirname(benchFolder);

/** A program that runs the reference workload; see `bench/README.md` for its options and output. */
export interface Program {
  readonly name: string;
  readonly command: readonly string[];
  readonly version: string;
}

/** Programs that can run on this machine. */
export interface Programs {
  readonly ours: Program;
  readonly cpp: Program | null;
  readonly simpy: Program | null;
  /** Command that runs another and reports what it used; null without a C++ compiler. */
  readonly measure: readonly string[] | null;
}

/** Compiles what needs compiling, into a folder that goes with this process, and finds out what is installed. */
export function findPrograms(): Programs {
  const folder = mkdtempSync(join(tmpdir(), "bedspace-bench-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const measure = compile(["-O1"], "measure", folder);
  const prison = compile(["-O3", "-march=native"], "prison", folder);
  return {
    ours: {
      name: "bedspace",
      command: [process.execPath, join(benchFolder, "runWorkload.mjs")],
      version: `Node ${process.version}`,
    },
    cpp:
      prison === null
        ? null
        : { name: "C++", command: [prison], version: firstLine("g++", ["--version"]) ?? "" },
    simpy: findSimpy(),
    measure: measure === null ? null : [measure],
  };
}

function compile(options: readonly string[], name: string, folder: string): string | null {
  const program = join(folder, name);
  const source = join(benchFolder, "peers", `${name}.cpp`);
  const { status } = spawnSync("g++", [...options, "-std=c++17", "-o", program, source], {
    stdio: "inherit",
  });
  return status === 0 ? program : null;
}

/** SimPy under the first Python that has it; Debian's packages are for the one in /usr/bin. */
function findSimpy(): Program | null {
  const question =
    "import platform, simpy; print('SimPy', simpy.__version__, 'on Python', platform.python_version())";
  for (const python of ["python3", "/usr/bin/python3"]) {
    const version = firstLine(python, ["-c", question]);
    if (version !== null) {
      return { name: "SimPy", command: [python, join(benchFolder, "peers", "prison_simpy.py")], version };
    }
  }
  return null;
}

function firstLine(command: string, options: readonly string[]): string | null {
  const { status, stdout } = spawnSync(command, options, { encoding: "utf8" });
  return status === 0 ? (stdout.split("\n")[0] ?? "") : null;
}
