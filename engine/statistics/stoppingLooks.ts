/** When a sequential run is looked at. */
export interface LookSchedule {
  /** Replications before the first look; 64 or more keep the coverage of the stopped interval. */
  readonly minimum: number;
  /** Replications at which the run ends in any case. */
  readonly maximum: number;
  /** Each look has at least so many times the replications of the one before; 1.25 is what the tests use. */
  readonly growth: number;
  /** Replications come in batches of this size: every look but the last is at a multiple of it. */
  readonly batch: number;
}

/**
 * Numbers of replications at which a sequential run is looked at, ascending, the last one the maximum.
 *
 * Few looks, growing in proportion, for two reasons: every look is a chance to stop on a sample that happens to be
 * calm, and the last batch costs at most `growth` times what was needed. They are fixed beforehand, so the result
 * does not depend on how fast replications finish.
 *
 * @throws {RangeError} if the minimum is below 2 or above the maximum, growth not above 1, or the batch below 1
 * @see Glynn & Whitt (1992), The asymptotic validity of sequential stopping rules for stochastic simulations,
 *   The Annals of Applied Probability 2(1), 180-198
 * @example
 * stoppingLooks({ minimum: 64, maximum: 200, growth: 1.5, batch: 8 }); // => [64, 96, 144, 200]
 */
export function stoppingLooks({ minimum, maximum, growth, batch }: LookSchedule): number[] {
  if (!(minimum >= 2 && minimum <= maximum && maximum < Infinity)) {
    throw new RangeError(
      `stoppingLooks requires a minimum from two up to the maximum, got ${minimum} and ${maximum}`,
    );
  }
  if (!(growth > 1 && batch >= 1)) {
    throw new RangeError(
      `stoppingLooks requires growth above 1 and a batch of at least one, got ${growth} and ${batch}`,
    );
  }
  const looks: number[] = [];
  let next = minimum;
  while (roundedUp(next, batch) < maximum) {
    const look = roundedUp(next, batch);
    looks.push(look);
    next = look * growth;
  }
  return [...looks, maximum];
}

function roundedUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}
