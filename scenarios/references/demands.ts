import { type Catalogue, findFacility } from "../compile/catalogue.ts";
import { type CustodyClass, classInWords, parseClass } from "../custodyClass.ts";
import type { Configuration, StreamConfiguration } from "../schema/file.ts";
import { finalFacilitiesOf, stockClass } from "../stockClass.ts";

/** People who may have to be placed, and the facilities for them. */
export interface Demand {
  /** Same for all whose facilities are the same. */
  readonly key: string;
  readonly system: string;
  /** Level of the facilities. */
  readonly level: string;
  readonly facilities: readonly number[];
  /** Classes of the people, in words. */
  readonly classes: ReadonlySet<string>;
  /** The people in words. */
  readonly people: string;
}

/** Streams that were asked for their demands, with the system whose streams they are. */
export type AskedStreams = Map<StreamConfiguration, string>;

/**
 * Whom a configuration may place: people admitted, people of another class, and on day 0 those who are inside.
 * People in the final placement are never placed anew.
 *
 * @param asked streams of the days before, which demand the same again and are left out; the others are added
 */
export function demandsOf(
  { systems }: Configuration,
  catalogue: Catalogue,
  isStart: boolean,
  asked: AskedStreams,
): Demand[] {
  return Object.entries(systems).flatMap(([system, { facilities, streams, initialStock }]) => {
    const fresh = streams.filter((stream) => asked.get(stream) !== system);
    for (const stream of fresh) asked.set(stream, system);
    const demands = fresh.flatMap((stream) => streamDemands(system, stream, catalogue));
    if (!isStart) return demands;
    const levels = new Map(facilities.map(({ id, level }) => [id, level]));
    const finals = finalFacilitiesOf(streams);
    const sexes = new Map(streams.map(({ id, sex }) => [id, sex]));
    const straight = new Set(streams.flatMap(({ id, entryLevel }) => (entryLevel === null ? [] : [id])));
    const stock = new Map<string, readonly Demand[]>();
    for (const row of initialStock) {
      const custodyClass = stockClass(row, levels, finals);
      const isPlaced = row.persons > 0 && !finals.has(row.facility ?? "");
      if (!isPlaced || custodyClass === null) continue;
      const sex = sexes.get(row.stream) ?? "mixed";
      const isStraight = straight.has(row.stream);
      const key = [isStraight ? row.facility : null, custodyClass.own, custodyClass.unit, sex].join("\n");
      if (stock.has(key)) continue;
      const own = isStraight
        ? facilityDemand(system, row.facility ?? "", catalogue)
        : [classDemand(system, custodyClass, sex, catalogue)];
      stock.set(key, own);
    }
    return [...demands, ...[...stock.values()].flat()];
  });
}

function streamDemands(system: string, stream: StreamConfiguration, catalogue: Catalogue): Demand[] {
  const { levels, facilities, entryLevel, reclassification, sex } = stream;
  const changes = entryLevel === null ? reclassification : [];
  const texts = [...positiveKeys(levels), ...changes.flatMap(({ to, rate }) => (rate > 0 ? [to] : []))];
  const classes = texts.flatMap((text) => parseClass(text) ?? []);
  return [
    ...classes.map((custodyClass) => classDemand(system, custodyClass, sex, catalogue)),
    ...positiveKeys(facilities).flatMap((id) => facilityDemand(system, id, catalogue)),
  ];
}

function positiveKeys(shares: Readonly<Record<string, number>> | null): string[] {
  return Object.entries(shares ?? {}).flatMap(([key, share]) => (share > 0 ? [key] : []));
}

function classDemand(system: string, custodyClass: CustodyClass, sex: string, catalogue: Catalogue): Demand {
  const { unit: level } = custodyClass;
  const facilities = facilitiesFor(catalogue, system, level, sex);
  const people = sex === "mixed" ? "people" : `${sex} prisoners`;
  const classes = new Set([classInWords(custodyClass)]);
  return { key: `${system}\n${level}\n${sex}`, system, level, facilities, classes, people };
}

const found = new WeakMap<Catalogue, Map<string, readonly number[]>>();

/** Facilities of a level that take people of a sex; looked up once, since every stream and day asks again. */
function facilitiesFor(catalogue: Catalogue, system: string, level: string, sex: string): readonly number[] {
  const known = found.get(catalogue) ?? new Map<string, readonly number[]>();
  found.set(catalogue, known);
  const key = `${system}\n${level}\n${sex}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const facilities = catalogue.facilities.flatMap(({ system: own, configuration }, index) => {
    const fits = sex === "mixed" || configuration.sex === "mixed" || configuration.sex === sex;
    return own === system && configuration.level === level && fits ? [index] : [];
  });
  known.set(key, facilities);
  return facilities;
}

/** People who are designated straight to a facility. */
function facilityDemand(system: string, id: string, catalogue: Catalogue): Demand[] {
  const index = findFacility(catalogue, system, id);
  if (index === undefined) return [];
  const { level } = catalogue.facilities[index]!.configuration;
  const key = `${system}\nfacility\n${id}`;
  const people = `people sent straight to "${id}",`;
  return [{ key, system, level, facilities: [index], classes: new Set([level]), people }];
}
