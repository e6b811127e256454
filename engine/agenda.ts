/**
 * Next times of the processes (sampling, changes of regime, admissions, handovers, …), of which there are
 * few, each with one time that may move either way. Equal times run in the order of the process numbers:
 * processes are numbered by priority.
 *
 * A winner tree: the earliest is read at once, a change costs the logarithm of the number of processes.
 */
export class Agenda {
  /** Next time of each process (days), Infinity when it has none; change it through {@link set}. */
  readonly times: Float64Array;
  private readonly tree: Int32Array;
  private readonly leaves: number;

  /**
   * @param times one per process, padded with Infinity to a power of two
   * @param tree two numbers per leaf
   */
  constructor(times: Float64Array, tree: Int32Array) {
    this.times = times;
    this.tree = tree;
    this.leaves = times.length;
  }

  /** Gives every process no time. */
  clear(): void {
    this.times.fill(Infinity);
    for (let i = 0; i < this.leaves; i++) {
      this.tree[this.leaves + i] = i;
    }
    for (let node = this.leaves - 1; node >= 1; node--) {
      this.tree[node] = this.tree[2 * node]!;
    }
  }

  /** The process with the earliest time; the lowest number on a tie. */
  first(): number {
    return this.tree[1]!;
  }

  /** Tells the agenda that `times[process]` was changed. */
  changed(process: number): void {
    const { times, tree } = this;
    for (let node = (this.leaves + process) >> 1; node >= 1; node >>= 1) {
      const left = tree[2 * node]!;
      const right = tree[2 * node + 1]!;
      tree[node] = times[left]! <= times[right]! ? left : right;
    }
  }
}

/** Length of `times` for a number of processes: a power of two, at least two. */
export function agendaLeaves(processes: number): number {
  let leaves = 2;
  while (leaves < processes) {
    leaves *= 2;
  }
  return leaves;
}
