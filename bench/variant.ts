import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { benchFolder } from "./programs.ts";

const LEVELS = 4;
const WORKLOAD_PERSONS = 150_000;
const PLACES_PER_PERSON = 120_000 / WORKLOAD_PERSONS;
const ADMISSIONS_PER_PERSON_YEAR = 45_000 / WORKLOAD_PERSONS;

/** What a variant changes of the reference workload. */
export interface Variant {
  /** Initial stock (persons); admissions and places follow. */
  readonly persons?: number;
  /** At least four: one for each level. */
  readonly facilities?: number;
  readonly horizonDays?: number;
  /** Days from one record to the next. */
  readonly gridDays?: number;
  /** Probability that the review approves, from the middle of the horizon on. */
  readonly laterApproval?: number;
}

/**
 * Writes a variant of the reference workload as a scenario file of its own.
 *
 * @param folder where it is written
 * @param id of the scenario, and name of the file
 * @returns path of the file
 * @throws {RangeError} for fewer than four facilities
 */
export function writeVariant(folder: string, id: string, variant: Variant): string {
  const path = join(folder, `${id}.yaml`);
  const base = parse(readFileSync(join(benchFolder, "prison-network.yaml"), "utf8"));
  writeFileSync(path, stringify({ ...changed(base, variant), id }));
  return path;
}

// biome-ignore lint/suspicious/noExplicitAny: a scenario before it is checked
function changed(base: any, variant: Variant): object {
  const { persons = WORKLOAD_PERSONS, facilities = 120, horizonDays = 3650, gridDays = 1 } = variant;
  if (facilities < LEVELS)
    throw new RangeError(`a variant requires at least 4 facilities, got ${facilities}`);
  const network = base.systems.network;
  const [stream] = network.streams;
  return {
    ...base,
    horizon: `${horizonDays} d`,
    grid: `${gridDays} d`,
    systems: {
      network: {
        ...network,
        facilities: network.facilities.map((facility: object, level: number) => {
          const count = Math.floor((facilities + level) / LEVELS);
          return {
            ...facility,
            count,
            ratedCapacity: Math.ceil((persons * PLACES_PER_PERSON) / LEVELS / count),
          };
        }),
        streams: [{ ...stream, admissions: `${persons * ADMISSIONS_PER_PERSON_YEAR} persons / 365 d` }],
        initialStock: network.initialStock.map((stock: object) => ({ ...stock, persons: persons / LEVELS })),
      },
    },
    ...(variant.laterApproval !== undefined && {
      interventions: [
        {
          from: dateAfter(base.start, Math.floor(horizonDays / 2)),
          set: { "corridors.out.review.approvalProbability": variant.laterApproval },
        },
      ],
    }),
  };
}

function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}
