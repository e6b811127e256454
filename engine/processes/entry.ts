import { Decision } from "../keyedRandom.ts";
import type { Simulation } from "../simulation.ts";
import { Clock } from "../state.ts";
import { startClocks } from "./clocks.ts";
import { openCases } from "./corridor/request.ts";
import { designate, NO_REGION } from "./designation.ts";
import { drawChoice } from "./drawChoice.ts";
import { chooseLastDays } from "./finalDays.ts";
import { sentence } from "./sentence.ts";
import { settle } from "./settle.ts";

/**
 * A new person of a stream enters now: designated by level and rule, sentenced, and with all clocks set.
 *
 * @param stream of the person
 * @param index number within the stream
 * @param flow under which the entry is counted
 */
export function admit(sim: Simulation, stream: number, index: number, flow: number): void {
  const { tables } = sim;
  const group = drawChoice(sim, tables.designation, stream, stream, index, Decision.designation, 0);
  const region = drawHomeRegion(sim, stream, index);
  const facility = designate(sim, group, stream, index, region, 0);
  const person = settle(sim, stream, index, group, facility, region);
  const { clock } = sim;
  clock[Clock.from] = clock[Clock.now]!;
  sentence(sim, person, stream, index);
  if (tables.finalFacility[stream]! >= 0) {
    chooseLastDays(sim, person, stream, index);
  }
  sim.countFlow(sim.model.streamSystem[stream]!, flow);
  startClocks(sim, person);
  openCases(sim, person);
}

/** Home region of a person, or {@link NO_REGION} where no rule asks for it now or later. */
export function drawHomeRegion(sim: Simulation, stream: number, index: number): number {
  if (sim.model.usesRegions[sim.model.streamSystem[stream]!] === 0) {
    return NO_REGION;
  }
  const region = drawChoice(sim, sim.tables.homeRegion, stream, stream, index, Decision.homeRegion, 0);
  return region < 0 ? NO_REGION : region;
}
