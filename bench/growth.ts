import { parseArgs } from "node:util";
import { circumstances } from "./circumstances.ts";
import { measureGrowth } from "./growth/growth.ts";
import { findPrograms } from "./programs.ts";
import { publish } from "./publish.ts";

/**
 * Measures how the cost grows with people, facilities, horizon, replications and scenarios, and prints it as
 * `docs/performance.md` shows it. See `bench/README.md`.
 *
 *     npm run build && node --import tsx bench/growth.ts [--most-people 10000000] [--quick] [--keep]
 */
function main(): void {
  const { values } = parseArgs({
    options: {
      "most-people": { type: "string", default: "10000000" },
      quick: { type: "boolean", default: false },
      keep: { type: "boolean", default: false },
    },
  });
  const mostPeople = Number(values["most-people"]);
  if (!(mostPeople >= 30_000)) {
    throw new RangeError(`--most-people requires a number from 30000, got "${values["most-people"]}"`);
  }
  const before = circumstances(values.quick);
  const { measure } = findPrograms();
  const growth = measureGrowth({ measure, quick: values.quick, mostPeople });
  publish({ growth: { circumstances: before, ...growth } }, values.keep);
}

main();
