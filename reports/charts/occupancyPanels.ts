import { type Analysis, sidesOf, titleOf } from "../analyse.ts";
import type { ReportText } from "../text/en.ts";

/** A system or level that gets a drawing of its own. */
export interface OccupancyPanel {
  readonly measure: string;
  readonly title: string;
}

/**
 * Systems and their levels that have an occupancy, in the order of the page: the sending system, the receiving one, then
 * the others.
 */
export function occupancyPanels({ runs, index }: Analysis, text: ReportText): OccupancyPanel[] {
  const { scenario } = runs[0];
  const { sending, receiving } = sidesOf(scenario);
  const systems = [sending, receiving, ...scenario.systems.map(({ id }) => id)];
  return [...new Set(systems.filter((id) => id !== null))].flatMap((system) => {
    const title = titleOf(scenario.systems, system);
    const ownLevels = scenario.facilities.filter((facility) => facility.system === system);
    const levels = [...new Set(ownLevels.map(({ level }) => level))];
    return [
      { measure: `${system}.system.occupancy`, title },
      ...(levels.length > 1 ? levels : []).map((level) => ({
        measure: `${system}.level.${level}.occupancy`,
        title: `${system.toUpperCase()}: ${text.measures.level(level)}`,
      })),
    ].filter(({ measure }) => index.series(scenario.id, measure).length > 0);
  });
}
