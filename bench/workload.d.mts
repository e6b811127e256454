import type { ModelParameters, ReplicationResult } from "../engine/index.ts";

/** What replications of different programs are compared by; see `bench/README.md`. */
export interface Summary {
  /** Total stock on the last day (persons). */
  readonly final: number;
  /** Mean of the total stock over the daily records (persons). */
  readonly mean: number;
  /** Persons above 130 % of capacity, summed over days and facilities (person-days). */
  readonly pd130: number;
  /** Daily records of a facility above 130 % of capacity (facility-days). */
  readonly days130: number;
  /** Executed events: admissions, moves, applications, batch departures, releases, and their sum. */
  readonly adm: number;
  readonly mov: number;
  readonly app: number;
  readonly dep: number;
  readonly rel: number;
  readonly events: number;
}

/** Multiplies the initial stock, the admissions and the capacities of a workload. */
export function scaled(parameters: ModelParameters, factor: number): ModelParameters;

/** Names of the columns of a result: FLOWS and FUNNEL of the engine. */
export interface Columns {
  readonly flows: readonly string[];
  readonly funnel: readonly string[];
}

/** Summary of a replication of a workload of one system, one corridor and one daily grid. */
export function summarise(parameters: ModelParameters, result: ReplicationResult, columns: Columns): Summary;
