import type { PlacementGroup } from "../../engine/parameters.ts";
import type { CustodyClass } from "../custodyClass.ts";
import type { Configuration } from "../schema/file.ts";
import { type Catalogue, facilityIndex } from "./catalogue.ts";

/**
 * Sets of facilities among which a person may be placed. A group gets its index when it is first asked for, and
 * an own level when the first group of it does.
 */
export class PlacementGroups {
  readonly #catalogue: Catalogue;
  readonly #configuration: Configuration;
  readonly #indices = new Map<string, number>();
  readonly #groups: PlacementGroup[] = [];
  readonly #levels: string[] = [];

  /** @param configuration of day 0, which says the levels that take people by function */
  constructor(catalogue: Catalogue, configuration: Configuration) {
    this.#catalogue = catalogue;
    this.#configuration = configuration;
  }

  get all(): readonly PlacementGroup[] {
    return this.#groups;
  }

  /** Own levels in order of first appearance. */
  get levels(): readonly string[] {
    return this.#levels;
  }

  /**
   * Facilities for the people of a class and sex; a mixed facility takes all, and mixed people go to any.
   */
  ofClass(system: string, { own, unit }: CustodyClass, sex: string): number {
    return this.#index(`${system}\nclass\n${own}\n${unit}\n${sex}`, system, own, unit, () =>
      this.#catalogue.facilities.flatMap((facility, index) => {
        const { level, sex: ownSex } = facility.configuration;
        if (facility.system !== system || level !== unit) return [];
        return sex === "mixed" || ownSex === "mixed" || ownSex === sex ? [index] : [];
      }),
    );
  }

  /**
   * One facility alone, for those who are designated straight to it.
   *
   * @param own own level of the people; null = the level of the facility
   */
  ofFacility(system: string, id: string, own: string | null = null): number {
    const index = facilityIndex(this.#catalogue, system, id);
    const level = this.#catalogue.facilities[index]?.configuration.level ?? "";
    const key = `${system}\nfacility\n${own ?? level}\n${id}`;
    return this.#index(key, system, own ?? level, level, () => [index]);
  }

  /**
   * Makes sure that some group holds a facility in which people arrive from elsewhere.
   *
   * @param own own level of the people who arrive; null = that of the largest group that holds the facility
   */
  holding(system: string, id: string, own: string | null): void {
    const index = facilityIndex(this.#catalogue, system, id);
    const { level, sex } = this.#catalogue.facilities[index]!.configuration;
    if (own !== null) this.ofClass(system, { own, unit: level }, "mixed");
    else if (!this.#groups.some(({ facilities }) => facilities.includes(index)))
      this.ofClass(system, { own: level, unit: level }, sex);
  }

  #index(key: string, system: string, own: string, unit: string, facilities: () => number[]): number {
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    const byFunction = this.#configuration.systems[system]?.functionLevels.includes(unit) ?? false;
    const group = {
      system: this.#catalogue.systems.indexOf(system),
      level: this.level(own),
      byFunction,
      facilities: facilities(),
    };
    const index = this.#groups.push(group) - 1;
    this.#indices.set(key, index);
    return index;
  }

  /** Index of an own level among {@link levels}. */
  level(level: string): number {
    const known = this.#levels.indexOf(level);
    return known === -1 ? this.#levels.push(level) - 1 : known;
  }
}
