import { casesPage } from "./casesPage.ts";
import { usBaselinePage } from "./usBaselinePage.ts";

/** Pages of `docs/` that are made from simulations and tables: path from the package's folder, and its text. */
export const GENERATED_PAGES: Readonly<Record<string, () => Promise<string>>> = {
  "docs/cases.md": casesPage,
  "docs/us-baseline.md": usBaselinePage,
};
