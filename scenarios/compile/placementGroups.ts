import type { PlacementGroup } from "../../engine/parameters.ts";
import { type Catalogue, facilityIndex } from "./catalogue.ts";

/** Sets of facilities among which a person may be placed; each gets its index when it is first asked for. */
export class PlacementGroups {
  readonly #catalogue: Catalogue;
  readonly #indices = new Map<string, number>();
  readonly #groups: PlacementGroup[] = [];

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  get all(): readonly PlacementGroup[] {
    return this.#groups;
  }

  /**
   * Facilities of a level that take people of a sex; a mixed facility takes all, and mixed people go to any.
   */
  ofLevel(system: string, level: string, sex: string): number {
    return this.#index(`${system}\nlevel\n${level}\n${sex}`, system, () =>
      this.#catalogue.facilities.flatMap((facility, index) => {
        const { level: ownLevel, sex: ownSex } = facility.configuration;
        if (facility.system !== system || ownLevel !== level) return [];
        return sex === "mixed" || ownSex === "mixed" || ownSex === sex ? [index] : [];
      }),
    );
  }

  /** One facility alone, for those who are designated straight to it. */
  ofFacility(system: string, id: string): number {
    return this.#index(`${system}\nfacility\n${id}`, system, () => [
      facilityIndex(this.#catalogue, system, id),
    ]);
  }

  #index(key: string, system: string, facilities: () => number[]): number {
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    const group = { system: this.#catalogue.systems.indexOf(system), facilities: facilities() };
    const index = this.#groups.push(group) - 1;
    this.#indices.set(key, index);
    return index;
  }
}
