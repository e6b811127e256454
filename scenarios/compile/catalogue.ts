import type { FacilityParameters, InstitutionParameters } from "../../engine/parameters.ts";
import type { Configuration, FacilityConfiguration, StreamConfiguration } from "../schema/file.ts";

interface CataloguedFacility {
  readonly system: string;
  readonly configuration: FacilityConfiguration;
  readonly parameters: FacilityParameters;
}

/** Everything that has an index, in the order of the indices. */
export interface Catalogue {
  readonly systems: readonly string[];
  readonly regions: readonly string[];
  readonly institutions: readonly InstitutionParameters[];
  readonly facilities: readonly CataloguedFacility[];
  /** Index of a facility by system and id, as {@link findFacility} looks it up. */
  readonly facilityIndices: ReadonlyMap<string, number>;
  readonly streams: readonly { readonly system: string; readonly configuration: StreamConfiguration }[];
  readonly corridors: readonly string[];
}

/** Gives every system, region, institution, facility, stream and corridor its index. */
export function catalogueOf(configuration: Configuration): Catalogue {
  const systems = Object.keys(configuration.systems);
  const regions: string[] = [];
  const institutions: InstitutionParameters[] = [];
  const facilities: CataloguedFacility[] = [];
  const places = new Map<string, number>();
  for (const [index, [system, { facilities: list }]] of Object.entries(configuration.systems).entries()) {
    for (const facility of list) {
      const institution = institutionIndex(institutions, places, index, facility);
      const region = facility.region === null ? -1 : indexIn(regions, facility.region);
      const parameters = { id: facility.id, system: index, institution, level: facility.level, region };
      facilities.push({ system, configuration: facility, parameters });
    }
  }
  const streams = Object.entries(configuration.systems).flatMap(([system, { streams: list }]) =>
    list.map((stream) => ({ system, configuration: stream })),
  );
  return {
    systems,
    regions,
    institutions,
    facilities,
    facilityIndices: firstIndices(
      facilities.map(({ system, configuration: { id } }) => facilityKey(system, id)),
    ),
    streams,
    corridors: Object.keys(configuration.corridors),
  };
}

function indexIn(list: string[], word: string): number {
  const found = list.indexOf(word);
  return found === -1 ? list.push(word) - 1 : found;
}

/** A facility without an institution is one by itself. */
function institutionIndex(
  institutions: InstitutionParameters[],
  places: Map<string, number>,
  system: number,
  facility: FacilityConfiguration,
): number {
  const id = facility.institution ?? facility.id;
  const key = `${system}/${id}`;
  const known = places.get(key);
  if (known !== undefined) return known;
  const index = institutions.push({ id, system }) - 1;
  places.set(key, index);
  return index;
}

function facilityKey(system: string, id: string): string {
  return `${system}\n${id}`;
}

function firstIndices(keys: readonly string[]): ReadonlyMap<string, number> {
  const indices = new Map<string, number>();
  for (const [index, key] of keys.entries()) if (!indices.has(key)) indices.set(key, index);
  return indices;
}

/** Index of a facility in its system; undefined where there is none. */
export function findFacility({ facilityIndices }: Catalogue, system: string, id: string): number | undefined {
  return facilityIndices.get(facilityKey(system, id));
}

/** Index of a facility in its system; the name has been checked. */
export function facilityIndex(catalogue: Catalogue, system: string, id: string): number {
  const at = findFacility(catalogue, system, id);
  if (at === undefined) throw new RangeError(`facilityIndex requires a facility of "${system}", got "${id}"`);
  return at;
}
