import { assumptionsPage } from "./assumptionsPage.ts";
import { casesPage } from "./casesPage.ts";
import { performancePage } from "./performancePage.ts";
import { usBaselinePage } from "./usBaselinePage.ts";

/** Pages of `docs/` that are made from simulations and tables: path from the package's folder, and its text. */
export const GENERATED_PAGES: Readonly<Record<string, () => Promise<string>>> = {
  "docs/assumptions.md": assumptionsPage,
  "docs/cases.md": casesPage,
  "docs/performance.md": performancePage,
  "docs/us-baseline.md": usBaselinePage,
};
