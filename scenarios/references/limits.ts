import { report } from "../context.ts";
import { configurationAt } from "../timeline.ts";
import { facilityPath, finalPlacements, type WholeRun } from "./wholeRun.ts";

/** Checks that only a facility that is a final placement at some time has a limit of people. */
export function checkLimits(run: WholeRun): void {
  const { configurations, catalogue, context, layers } = run;
  const placements = configurations.map((_, index) => finalPlacements(run, index));
  const told = new Set<number>();
  for (const { day, configuration } of configurations) {
    const limits = Object.values(configuration.systems).flatMap(({ facilities }) =>
      facilities.map(({ limit }) => limit),
    );
    for (const [facility, limit] of limits.entries()) {
      if (limit === null || told.has(facility) || placements.some((one) => one.has(facility))) continue;
      told.add(facility);
      const { id } = catalogue.facilities[facility]!.parameters;
      report(context, configurationAt(context, layers, day), facilityPath(run, facility, "limit"), {
        expected: "a limit only for a final placement",
        received: `${limit} for "${id}", which is nobody's`,
        hint: 'a prison refuses nobody; "placement: { closedAbove: … }" sends people elsewhere while it can',
      });
    }
  }
}
