import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../../cli/package.ts";
import { assumptionEffects, EFFECTS_TABLE, effectsText } from "./assumptionEffects.ts";
import { backtestFiles } from "./backtestFiles.ts";
import { GENERATED_PAGES } from "./pages.ts";

/** Writes what is simulated for the pages, every generated page of `docs/`, and what the back-test makes: some minutes. */
writeFileSync(join(packageFolder, EFFECTS_TABLE), effectsText(await assumptionEffects()));
console.log(EFFECTS_TABLE);
for (const [path, text] of Object.entries(GENERATED_PAGES)) {
  writeFileSync(join(packageFolder, path), await text());
  console.log(path);
}
for (const [path, text] of Object.entries(await backtestFiles())) {
  writeFileSync(join(packageFolder, path), text);
  console.log(path);
}
