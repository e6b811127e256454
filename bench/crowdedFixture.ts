import type { PrintedReplication } from "./measure.ts";

/** The crowded variant at a tenth: stock 15,000, 4,500 admissions a year, 90 places in each facility. */
export const CROWDED = { scale: 0.1, capacity: 900 } as const;

/** What simulators are compared by. */
export const MEASURES = ["final", "mean", "pd130", "days130"] as const;
type Measure = (typeof MEASURES)[number];

/** Replications of another simulator, kept so that a test can compare with them. */
export interface CrowdedFixture {
  readonly program: string;
  readonly madeBy: string;
  readonly workload: typeof CROWDED;
  readonly replications: readonly ({ readonly seed: number } & Readonly<Record<Measure, number>>)[];
}

/** What is kept of the replications of another simulator. */
export function fixtureOf(program: string, replications: readonly PrintedReplication[]): CrowdedFixture {
  return {
    program,
    madeBy: "bench/crowdedCheck.ts --keep, which runs bench/peers/prison_simpy.py",
    workload: CROWDED,
    replications: replications.map(({ seed, final, mean, pd130, days130 }) => ({
      seed,
      final,
      mean,
      pd130,
      days130,
    })),
  };
}
