// Bundles the command line in parts, one for each command.
// `docs/decisions/0009-command-line-in-a-bundle.md` says why.
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { build } from "esbuild";

/** Packages that every command or every scenario needs; NOTICE holds their licences. */
const BUNDLED = ["picocolors", "yaml", "yargs", "zod"];

const FOLDER = "dist/cli";
const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));

for (const name of readdirSync(FOLDER)) {
  if (/^part-.*\.js(\.map)?$/.test(name)) {
    rmSync(`${FOLDER}/${name}`);
  }
}

await build({
  entryPoints: [`${FOLDER}/main.js`],
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  // The form of yaml for browsers is made of modules, of which what is not used is left out.
  alias: { yaml: "./node_modules/yaml/browser/dist/index.js" },
  external: [
    ...Object.keys(dependencies).filter((name) => !BUNDLED.includes(name)),
    "./dist/engine/index.js",
    "./dist/workers/index.js",
  ],
  target: "es2023",
  chunkNames: "part-[hash]",
  sourcemap: true,
  allowOverwrite: true,
  logLevel: "warning",
  outdir: FOLDER,
});
