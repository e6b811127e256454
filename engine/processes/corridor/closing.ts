import { Funnel, type Simulation } from "../../simulation.ts";
import { dropCase, Stage } from "./cases.ts";
import { releaseReviewer } from "./review.ts";

/** A person with an open case has been released or has died: the case ends, and its reviewer is free. */
export function closeCaseOnExit(sim: Simulation, person: number, died: boolean): void {
  const slot = sim.people.caseOf(person);
  if (slot < 0) {
    return;
  }
  const stage = sim.state.caseStage[slot]!;
  const corridor = sim.state.caseCorridor[slot]!;
  dropCase(sim, slot);
  if (stage === Stage.review) {
    releaseReviewer(sim, corridor);
  }
  if (stage >= Stage.package && stage !== Stage.reapply) {
    sim.countFunnel(corridor, died ? Funnel.diedWaiting : Funnel.releasedWaiting);
    if (stage >= Stage.receiving) {
      sim.countFunnel(corridor, died ? Funnel.diedApproved : Funnel.releasedApproved);
    }
  }
}
