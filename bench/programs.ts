import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "./temporaryFolder.ts";

/** Folder of the benchmark, and of the package above it, where programs run. */
export const benchFolder = dirname(fileURLToPath(import.meta.url));
export const packageFolder = dirname(benchFolder);

/** A program that runs the reference workload; see `bench/README.md` for its options and output. */
export interface Program {
  readonly name: string;
  readonly command: readonly string[];
  readonly version: string;
  /** Runs at a speed of which rounds can have many replications. */
  readonly fast: boolean;
}

/** Programs that can run on this machine. */
export interface Programs {
  readonly ours: Program;
  readonly cpp: Program;
  /** SimPy, where a Python has it, and SimJS. */
  readonly libraries: readonly Program[];
  /** Command that runs another and reports what it used. */
  readonly measure: readonly string[];
}

/**
 * Compiles what needs compiling, into a folder that goes with this process, and finds out what is installed.
 *
 * @throws {Error} without a C++ compiler
 */
export function findPrograms(): Programs {
  const folder = temporaryFolder();
  const simpy = findSimpy();
  if (simpy === null) {
    console.error("No SimPy: install the Debian package python3-simpy3 to compare with it.");
  }
  return {
    ours: {
      name: "bedspace",
      command: [process.execPath, join(benchFolder, "runWorkload.mjs")],
      version: `Node ${process.version}`,
      fast: true,
    },
    cpp: {
      name: "C++",
      command: [compile(["-O3", "-march=native"], "prison", folder)],
      version: `${firstLine("g++", ["--version"])}, -O3 -march=native`,
      fast: true,
    },
    libraries: [...(simpy === null ? [] : [simpy]), simjs()],
    measure: [compile(["-O1"], "measure", folder)],
  };
}

function compile(options: readonly string[], name: string, folder: string): string {
  const program = join(folder, name);
  const source = join(benchFolder, "peers", `${name}.cpp`);
  const { status } = spawnSync("g++", [...options, "-std=c++17", "-o", program, source], {
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("the benchmark requires g++ (Debian: g++): it measures every process");
  return program;
}

/** SimPy under the first Python that has it; Debian's packages are for the one in /usr/bin. */
function findSimpy(): Program | null {
  const question =
    "import platform, simpy; print('SimPy', simpy.__version__, 'on Python', platform.python_version())";
  for (const python of ["python3", "/usr/bin/python3"]) {
    const version = firstLine(python, ["-c", question]);
    if (version !== null) {
      const command = [python, join(benchFolder, "peers", "prison_simpy.py")];
      return { name: "SimPy", command, version, fast: false };
    }
  }
  return null;
}

function simjs(): Program {
  const manifest = join(packageFolder, "node_modules", "simjs", "package.json");
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  return {
    name: "SimJS",
    command: [process.execPath, join(benchFolder, "peers", "prison_simjs.mjs")],
    version: `simjs ${version} on Node ${process.version}`,
    fast: false,
  };
}

function firstLine(command: string, options: readonly string[]): string | null {
  const { status, stdout } = spawnSync(command, options, { encoding: "utf8" });
  return status === 0 ? (stdout.split("\n")[0] ?? "") : null;
}
