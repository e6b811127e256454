import { median } from "simple-statistics";
import type { ProcessUse } from "../measure.ts";
import { bedspace } from "../sections/finishedRuns.ts";
import { runScenario } from "../sections/scenarioRuns.ts";
import { temporaryFolder } from "../temporaryFolder.ts";
import { type Variant, writeVariant } from "../variant.ts";

/** What grows. */
export type Dimension = "people" | "facilities" | "horizonDays" | "replications" | "scenarios";

/** Cost at one size of a dimension. */
export interface GrowthPoint {
  readonly size: number;
  /** A warm replication; for replications and scenarios the whole process (processor seconds). */
  readonly cpuSeconds: number;
  /** Of the process. */
  readonly peakMiB: number;
}

/** Cost along one dimension, the others held. */
export interface GrowthCurve {
  readonly dimension: Dimension;
  /** At least two, smallest first. */
  readonly points: readonly GrowthPoint[];
}

export interface Growth {
  readonly curves: readonly GrowthCurve[];
}

/** How far to go. */
export interface GrowthOptions {
  readonly measure: readonly string[];
  /** Two small points for each dimension. */
  readonly quick: boolean;
  /** The largest number of people; ten million need some gigabytes and minutes. */
  readonly mostPeople: number;
}

const SIZES: Readonly<Record<Dimension, readonly number[]>> = {
  people: [10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000],
  facilities: [10, 30, 100, 300, 1000, 3000, 10_000],
  horizonDays: [365, 730, 1825, 3650, 7300, 14_600],
  replications: [100, 400, 1600, 6400],
  scenarios: [2, 4, 8, 16, 32],
};
const QUICK_SIZES: Readonly<Record<Dimension, readonly number[]>> = {
  people: [1000, 3000],
  facilities: [10, 30],
  horizonDays: [100, 200],
  replications: [2, 8],
  scenarios: [2, 3],
};

/** Records every 30 days: by day, the table of 10,000 facilities would weigh more than the simulation. */
const GRID_DAYS = 30;
/** The network whose whole runs are measured. */
const SMALL: Variant = { persons: 1500, facilities: 12, horizonDays: 365, gridDays: GRID_DAYS };
const REPLICATIONS_PER_SCENARIO = 100;

/** Cost along each dimension; from the reference workload for one replication, from a small network for runs. */
export function measureGrowth({ measure, quick, mostPeople }: GrowthOptions): Growth {
  const folder = temporaryFolder();
  const others: Variant = quick ? { persons: 1500, horizonDays: 200 } : {};
  const cost: Readonly<Record<Dimension, (size: number) => Omit<GrowthPoint, "size">>> = {
    people: (persons) => replicationCost(measure, folder, { ...others, persons }),
    facilities: (facilities) => replicationCost(measure, folder, { ...others, facilities }),
    horizonDays: (horizonDays) => replicationCost(measure, folder, { ...others, horizonDays }),
    replications: (replications) => runCost(measure, folder, 1, replications),
    scenarios: (scenarios) => runCost(measure, folder, scenarios, quick ? 2 : REPLICATIONS_PER_SCENARIO),
  };
  const curve = (dimension: Dimension): GrowthCurve => {
    const sizes = (quick ? QUICK_SIZES : SIZES)[dimension];
    const reached = dimension === "people" ? sizes.filter((size) => size <= mostPeople) : sizes;
    const points = reached.map((size) => {
      console.error(`growth: ${dimension} ${size}`);
      return { size, ...cost[dimension](size) };
    });
    return { dimension, points };
  };
  return { curves: (Object.keys(SIZES) as Dimension[]).map(curve) };
}

/** A replication: the median of warm ones, or the only one where it is so long that compiling does not show. */
function replicationCost(measure: readonly string[], folder: string, variant: Variant): ProcessUse {
  const work = ((variant.persons ?? 150_000) * (variant.horizonDays ?? 3650)) / 3650;
  const reps = work < 1_000_000 ? 7 : work < 5_000_000 ? 2 : 1;
  const scenario = writeVariant(folder, "grown", { gridDays: GRID_DAYS, ...variant });
  const { lines, use } = runScenario(measure, { scenario, seed: 1, reps });
  const warm = lines.slice(Math.floor(reps / 2));
  return { cpuSeconds: median(warm.map(({ cpuMs }) => cpuMs / 1000)), peakMiB: use.peakMiB };
}

/** A whole run on two threads, with its report; its scenarios part in the middle. */
function runCost(
  measure: readonly string[],
  folder: string,
  scenarios: number,
  replications: number,
): ProcessUse {
  const paths = Array.from({ length: scenarios }, (_, i) =>
    writeVariant(folder, `small-${i}`, { ...SMALL, laterApproval: (i + 1) / (scenarios + 1) }),
  );
  const command = scenarios === 1 ? "run" : "compare";
  const words = ["--replications", String(replications), "--workers", "2", "--quiet"];
  return bedspace(measure, [command, ...paths, ...words, "--out", temporaryFolder()]);
}
