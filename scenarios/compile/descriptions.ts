import type {
  CorridorDescription,
  FacilityDescription,
  InstitutionDescription,
  StreamDescription,
  SystemDescription,
} from "../compiledScenario.ts";
import type { Configuration } from "../schema/file.ts";
import type { Catalogue } from "./catalogue.ts";

/** Words and attributes that reports need, in the order of the engine's indices. */
interface Descriptions {
  readonly systems: readonly SystemDescription[];
  readonly institutions: readonly InstitutionDescription[];
  readonly facilities: readonly FacilityDescription[];
  readonly streams: readonly StreamDescription[];
  readonly corridors: readonly CorridorDescription[];
}

export function descriptionsOf(configuration: Configuration, catalogue: Catalogue): Descriptions {
  return {
    systems: Object.entries(configuration.systems).map(([id, { title, capacity, harm }]) => ({
      id,
      title: title ?? id,
      capacityDefinition: capacity,
      harm,
    })),
    institutions: catalogue.institutions.map((_, index) => institution(configuration, catalogue, index)),
    facilities: catalogue.facilities.map(({ system, configuration: facility }) => ({
      id: facility.id,
      name: facility.name ?? facility.id,
      institution: facility.institution ?? facility.id,
      system,
      level: facility.level,
      sex: facility.sex,
      region: facility.region,
      compromisedControl: facility.compromisedControl,
    })),
    streams: catalogue.streams.map(({ system, configuration: stream }) => ({
      id: stream.id,
      title: stream.title ?? stream.id,
      system,
      offence: stream.offence,
      citizenship: stream.citizenship,
      sex: stream.sex,
    })),
    corridors: Object.entries(configuration.corridors).map(([id, { title, from, to }]) => ({
      id,
      title: title ?? id,
      from,
      to,
    })),
  };
}

/** Attributes of the list of institutions, or else of the institution's first facility. */
function institution(
  configuration: Configuration,
  catalogue: Catalogue,
  index: number,
): InstitutionDescription {
  const { id, system: systemIndex } = catalogue.institutions[index]!;
  const system = catalogue.systems[systemIndex] ?? "";
  const own = catalogue.facilities.filter(({ parameters }) => parameters.institution === index);
  const listed = configuration.systems[system]?.institutions?.find((item) => item.id === id);
  const first = own[0]?.configuration;
  const alone = own.length === 1 ? first : undefined;
  const levels = new Set(own.map(({ configuration: facility }) => facility.level));
  return {
    id,
    name: listed?.name ?? alone?.name ?? id,
    system,
    level: levels.size === 1 ? (first?.level ?? "mixed") : "mixed",
    region: listed?.region ?? first?.region ?? null,
    state: listed?.state ?? first?.state ?? null,
    latitude: listed?.latitude ?? first?.latitude ?? null,
    longitude: listed?.longitude ?? first?.longitude ?? null,
  };
}
