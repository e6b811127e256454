import type { KeyedUniform } from "./keyedUniform.ts";
import { randomPermutation } from "./randomPermutation.ts";

/** What a Morris design is made from. */
export interface MorrisOptions {
  /** Number of parameters, k, at least 1. */
  readonly parameters: number;
  /** Number of trajectories, r, at least 2; 10 to 50 are usual. */
  readonly trajectories: number;
  /** Levels of the grid, p, even; 4 is usual. */
  readonly levels: number;
  /**
   * Probability cut off at each end, in [0, 0.5): the grid goes from `margin` to 1 - `margin`. A parameter with an
   * unbounded distribution needs one above 0, such as 0.005.
   */
  readonly margin: number;
}

/** Trajectories through the unit cube, each step of which changes one parameter. */
export interface MorrisDesign extends MorrisOptions {
  /** r (k + 1) points, trajectory by trajectory. */
  readonly points: readonly Float64Array[];
  /** Parameter that changes at each step: k for each trajectory. */
  readonly changed: Int32Array;
  /** Size of a step as a share of the grid's width: p / (2 (p - 1)). */
  readonly step: number;
}

/**
 * Design for Morris' screening: random trajectories on a grid of p levels. Each begins at a random grid point and
 * changes every parameter once, in random order, up or down by half of the levels, so that every level is used
 * equally often.
 *
 * Costs r (k + 1) runs of the model.
 *
 * @param uniform trajectory t is the row; columns 0 … k - 1 place it, k … 2 k - 1 say up or down, 2 k … 3 k - 1 order
 * @throws {RangeError} if an option is out of its range
 * @see Morris (1991), Factorial sampling plans for preliminary computational experiments, Technometrics 33(2),
 *   161-174
 * @example
 * const design = morrisDesign({ parameters: 1, trajectories: 2, levels: 4, margin: 0 }, () => 0.6);
 * design.points; // => [[1], [0.3333333333333333], [1], [0.3333333333333333]]
 */
export function morrisDesign(options: MorrisOptions, uniform: KeyedUniform): MorrisDesign {
  check(options);
  const { parameters: k, trajectories, levels, margin } = options;
  const width = 1 - 2 * margin;
  const points: Float64Array[] = [];
  const changed = new Int32Array(trajectories * k);
  for (let t = 0; t < trajectories; t++) {
    const below = Float64Array.from({ length: k }, (_, j) => Math.floor((uniform(t, j) * levels) / 2));
    const downwards = below.map((_, j) => (uniform(t, k + j) < 0.5 ? 0 : 1));
    const steps = randomPermutation(k, (j) => uniform(t, 2 * k + j));
    steps.forEach((step, j) => {
      changed[t * k + step] = j;
    });
    // Before its step a parameter stands at one end of the step, after it at the other.
    for (let s = 0; s <= k; s++) {
      points.push(
        below.map((level, j) => {
          const isAbove = steps[j]! < s ? 1 - downwards[j]! : downwards[j]!;
          return margin + (width * (level + (isAbove * levels) / 2)) / (levels - 1);
        }),
      );
    }
  }
  return { ...options, points, changed, step: levels / (2 * (levels - 1)) };
}

function check({ parameters, trajectories, levels, margin }: MorrisOptions): void {
  if (!(parameters >= 1)) {
    throw new RangeError(`morrisDesign requires at least one parameter, got ${parameters}`);
  }
  if (!(trajectories >= 2)) {
    throw new RangeError(`morrisDesign requires at least two trajectories, got ${trajectories}`);
  }
  if (!(levels >= 2 && levels % 2 === 0)) {
    throw new RangeError(`morrisDesign requires an even number of levels, got ${levels}`);
  }
  if (!(margin >= 0 && margin < 0.5)) {
    throw new RangeError(`morrisDesign requires a margin in [0, 0.5), got ${margin}`);
  }
}
