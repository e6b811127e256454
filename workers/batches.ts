import { forkTrees } from "../engine/index.ts";
import { parametersAt, type ReplicationJob, type ReplicationTask } from "./backend.ts";

/** Tasks of one replication that a worker runs together. */
export interface Batch {
  /** At least one. */
  readonly tasks: readonly [ReplicationTask, ...ReplicationTask[]];
  /** Parameter sets that share a beginning with those of the tasks, ascending. */
  readonly group: readonly number[];
}

/**
 * Cuts the tasks of a job into batches: the tasks of one replication that follow each other and whose parameter sets
 * share a beginning. The last batches are cut again where threads would have nothing to do.
 *
 * @param threads that take the batches
 */
export function batchesOf(job: ReplicationJob, threads: number): Batch[] {
  const runs = runsOf(job.tasks);
  const groups = groupsOf(job, runs);
  const batches = runs.flatMap((run) => {
    const ofGroup = new Map<readonly number[], ReplicationTask[]>();
    for (const task of run) {
      const group = groups[task.scenarioIndex] ?? [task.scenarioIndex];
      ofGroup.set(group, [...(ofGroup.get(group) ?? []), task]);
    }
    return Array.from(ofGroup, ([group, tasks]) => ({ group, tasks }) as unknown as Batch);
  });
  const last = batches.length % threads;
  const whole = batches.length - last;
  return [...batches.slice(0, whole), ...batches.slice(whole).flatMap(piecesFor(Math.floor(threads / last)))];
}

/** Tasks of one replication that follow each other, each of another parameter set. */
function runsOf(tasks: readonly ReplicationTask[]): ReplicationTask[][] {
  const runs: ReplicationTask[][] = [];
  let seen = new Set<number>();
  for (const task of tasks) {
    const run = runs.at(-1);
    const follows = run?.[0]?.replicationIndex === task.replicationIndex && !seen.has(task.scenarioIndex);
    if (run !== undefined && follows) {
      run.push(task);
    } else {
      runs.push([task]);
      seen = new Set();
    }
    seen.add(task.scenarioIndex);
  }
  return runs;
}

/** Group of each parameter set of which tasks follow each other; inconsistent sets are for the worker to refuse. */
function groupsOf(job: ReplicationJob, runs: readonly (readonly ReplicationTask[])[]): (readonly number[])[] {
  const together = runs.filter((run) => run.length > 1).flat();
  const sets = [...new Set(together.map(({ scenarioIndex }) => scenarioIndex))].sort((a, b) => a - b);
  const groups: (readonly number[])[] = [];
  try {
    for (const { members } of forkTrees(sets.map((index) => parametersAt(job.parameterSets, index)))) {
      const group = members.map((member) => sets[member]!);
      for (const index of group) groups[index] = group;
    }
  } catch {}
  return groups;
}

/** Cuts a batch into so many pieces of about one size, as far as it has tasks. */
function piecesFor(pieces: number): (batch: Batch) => Batch[] {
  return ({ tasks, group }) => {
    const size = Math.ceil(tasks.length / pieces);
    return Array.from({ length: Math.ceil(tasks.length / size) }, (_, i) => {
      return { group, tasks: tasks.slice(i * size, (i + 1) * size) as unknown as Batch["tasks"] };
    });
  };
}
