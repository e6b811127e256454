import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../../cli/package.ts";
import { GENERATED_PAGES } from "./pages.ts";

/** Writes every generated page of `docs/`. */
for (const [path, text] of Object.entries(GENERATED_PAGES)) {
  writeFileSync(join(packageFolder, path), await text());
  console.log(path);
}
