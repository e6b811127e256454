// Bundles the engine twice: as a module, and as the text of a function that makes a kernel with code of its own.
// `docs/decisions/0010-code-of-its-own-for-a-simulation.md` says why.
import { writeFileSync } from "node:fs";
import { build } from "esbuild";
import { withSimulationOfItsOwn } from "./withSimulationOfItsOwn.mjs";

const common = {
  bundle: true,
  format: "esm",
  platform: "neutral",
  minifySyntax: true,
  target: "es2023",
  logLevel: "warning",
};

await build({
  ...common,
  entryPoints: ["engine/index.ts"],
  packages: "external",
  sourcemap: true,
  allowOverwrite: true,
  outfile: "dist/engine/index.js",
});

const parts = await build({
  ...common,
  stdin: {
    contents: `export { Simulation } from "./simulation.ts";
export { finish, runToEnd, startPeople, startProcesses } from "./eventLoop.ts";`,
    resolveDir: "engine",
    loader: "ts",
  },
  write: false,
});
writeFileSync("dist/engine/kernel.txt", withSimulationOfItsOwn(parts.outputFiles[0].text));
