import { takeOverAgenda } from "./forkAgenda.ts";
import { ForkPoint } from "./forkPoint.ts";
import { type ForkTree, forkTrees } from "./forkTree.ts";
import { type CreateKernel, createKernel, type Kernel } from "./kernel.ts";
import { buildModel } from "./model.ts";
import type { ModelParameters } from "./parameters.ts";
import { createResult, type ReplicationResult, resultShape } from "./result.ts";
import { type Simulation, shapeOf } from "./simulation.ts";
import { type SpentBuffers, takeSpent } from "./spentBuffers.ts";
import { Clock, createState, type StateShape } from "./state.ts";

/**
 * Runs replications of several parameter sets and shares what they have in common: sets that are equal up to a day
 * run as one up to it, and each goes on from a copy of the state.
 *
 * Every result has the same bits as one of {@link ReplicationRunner}. k sets that fork at a share f of the work cost
 * about f + k (1 - f) replications; sets without a common day cost as much as they do alone. Memory: one state for
 * sets with something in common, and a copy of what is in use for each level of forks.
 */
export class BranchRunner {
  private readonly trunks: readonly Trunk[];
  private readonly count: number;

  /**
   * @param parameterSets any number
   * @param create makes the kernel of each
   * @throws {RangeError} if one is inconsistent
   */
  constructor(parameterSets: readonly ModelParameters[], create: CreateKernel = createKernel) {
    this.count = parameterSets.length;
    this.trunks = forkTrees(parameterSets).map((tree) => new Trunk(tree, parameterSets, create));
  }

  /**
   * Runs one replication of each parameter set, or of some of them.
   *
   * @param seed any text
   * @param index of the replication, 0 or above
   * @param wanted positions of the sets to run; all by default
   * @param spent buffers of earlier results, over which these may be laid; those are taken out of the list
   * @returns results in the order of the wanted sets
   */
  run(
    seed: string,
    index: number,
    wanted: readonly number[] = Array.from({ length: this.count }, (_, i) => i),
    spent: SpentBuffers = [],
  ): ReplicationResult[] {
    const results = new Map<number, ReplicationResult>();
    const isWanted = new Set(wanted);
    for (const trunk of this.trunks) {
      trunk.run({ seed, index, isWanted, results, spent });
    }
    return wanted.map((member) => results.get(member)!);
  }
}

/** Parameter sets with something in common, in one state. */
class Trunk {
  private readonly tree: ForkTree;
  private readonly kernels: ReadonlyMap<number, Kernel>;
  /** States at the forks under way, the first one outermost. */
  private readonly points: ForkPoint[] = [];

  constructor(tree: ForkTree, parameterSets: readonly ModelParameters[], create: CreateKernel) {
    this.tree = tree;
    const models = tree.members.map((member) => buildModel(parameterSets[member]!));
    const state = createState(models.map(shapeOf).reduce(largerShape));
    this.kernels = new Map(tree.members.map((member, i) => [member, create(models[i]!, state)] as const));
  }

  run(round: Round): void {
    if (!hasWanted(this.tree, round)) {
      return;
    }
    const kernel = this.kernelOf(this.tree);
    kernel.sim.reset(round.seed, round.index, round.spent);
    kernel.startPeople();
    kernel.startProcesses();
    this.grow(this.tree, 0, round);
  }

  private kernelOf({ members }: ForkTree): Kernel {
    return this.kernels.get(members[0]!)!;
  }

  /** Runs a tree from where its first simulation stands. */
  private grow(tree: ForkTree, depth: number, round: Round): void {
    const kernel = this.kernelOf(tree);
    const { sim } = kernel;
    sim.clock[Clock.end] = tree.day;
    kernel.runToEnd();
    if (tree.branches.length === 0) {
      const result = kernel.finish();
      tree.members.forEach((member, i) => {
        round.results.set(member, i === 0 ? result : copyOf(sim, result, round.spent));
      });
      return;
    }
    this.points[depth] ??= new ForkPoint();
    const point = this.points[depth];
    const soFar = copyOf(sim, sim.result, round.spent);
    const branches = tree.branches.filter((branch) => hasWanted(branch, round));
    if (branches.length > 1) {
      point.save(sim.state);
    }
    branches.forEach((branch, i) => {
      const own = this.kernelOf(branch).sim;
      if (i > 0) {
        point.restore(sim.state);
      }
      if (own !== sim) {
        own.resume(round.seed, round.index, copyOf(own, soFar, round.spent));
        takeOverAgenda(own, sim.processes, tree.day);
      }
      this.grow(branch, depth + 1, round);
    });
  }
}

/** One replication of the wanted sets, and the results so far by set. */
interface Round {
  readonly seed: string;
  readonly index: number;
  readonly isWanted: ReadonlySet<number>;
  readonly results: Map<number, ReplicationResult>;
  readonly spent: SpentBuffers;
}

function hasWanted({ members }: ForkTree, { isWanted }: Round): boolean {
  return members.some((member) => isWanted.has(member));
}

function copyOf(
  sim: Simulation,
  { index, buffer }: ReplicationResult,
  spent: SpentBuffers,
): ReplicationResult {
  const copy = takeSpent(spent, buffer.byteLength) ?? new ArrayBuffer(buffer.byteLength);
  new Uint8Array(copy).set(new Uint8Array(buffer));
  return createResult(resultShape(sim.model.parameters), index, copy);
}

function largerShape(a: StateShape, b: StateShape): StateShape {
  const names = Object.keys(a) as (keyof StateShape)[];
  return Object.fromEntries(names.map((name) => [name, Math.max(a[name], b[name])])) as unknown as StateShape;
}
