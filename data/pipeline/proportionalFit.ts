/** One margin of a table: the group of every cell, and the total that each group must reach. */
export interface Margin {
  readonly name: string;
  readonly groupOfCell: readonly number[];
  readonly targets: readonly number[];
}

/** Result of a fit: the cells, and the largest relative miss over all margins. */
export interface Fit {
  readonly cells: number[];
  readonly worstMissShare: number;
  readonly rounds: number;
}

/**
 * Iterative proportional fitting: scales a seed until its margins meet their targets.
 *
 * Zeros of the seed stay zero. The result keeps the odds ratios of the seed, so the seed is the only
 * place where an assumption on association enters. Linear in cells x margins per round.
 *
 * @param seed non-negative weights, one per cell
 * @param margins all must have the same grand total, else the fit cannot close
 */
export function proportionalFit(seed: readonly number[], margins: readonly Margin[], maxRounds = 2000): Fit {
  const cells = [...seed];
  let worstMissShare = Number.POSITIVE_INFINITY;
  let rounds = 0;
  while (rounds < maxRounds && worstMissShare > 1e-10) {
    worstMissShare = 0;
    for (const margin of margins) {
      worstMissShare = Math.max(worstMissShare, scaleToMargin(cells, margin));
    }
    rounds += 1;
  }
  return { cells, worstMissShare, rounds };
}

/** Scales the cells of every group to its target; returns the largest relative miss found before. */
function scaleToMargin(cells: number[], margin: Margin): number {
  const sums = groupSums(cells, margin);
  let worst = 0;
  const factors = margin.targets.map((target, group) => {
    const have = sums[group] ?? 0;
    if (target > 0) worst = Math.max(worst, Math.abs(have - target) / target);
    return have > 0 ? target / have : 0;
  });
  for (let index = 0; index < cells.length; index += 1) {
    const group = margin.groupOfCell[index] ?? 0;
    cells[index] = (cells[index] ?? 0) * (factors[group] ?? 0);
  }
  return worst;
}

/** Sum of the cells of every group of a margin. */
export function groupSums(cells: readonly number[], margin: Margin): number[] {
  const sums = margin.targets.map(() => 0);
  cells.forEach((cell, index) => {
    const group = margin.groupOfCell[index] ?? 0;
    sums[group] = (sums[group] ?? 0) + cell;
  });
  return sums;
}
