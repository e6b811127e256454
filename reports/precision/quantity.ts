import type { ReplicationResult } from "../../engine/result.ts";
import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import { bindGate } from "../gates/bindGate.ts";
import { type Gate, GateError } from "../gates/gate.ts";
import { parseGate } from "../gates/parseGate.ts";
import { parseMeasurePoint } from "../measurePoint.ts";
import { measureReader } from "../measures.ts";
import type { When } from "../rows.ts";

/** What is estimated: the mean of a measure, of a paired difference, or the probability of an event. */
export type Statistic = "mean" | "difference" | "probability";

/** Something that a run is to know well, in one scenario. */
export interface Quantity {
  /** As written. */
  readonly text: string;
  readonly statistic: Statistic;
  readonly measure: string;
  /** Unit of the estimate: the measure's, or "probability". */
  readonly unit: string;
  readonly when: When;
  /** Value of a replication; NaN = not defined there. */
  readonly read: (result: ReplicationResult) => number;
}

/**
 * Reads a quantity as a user writes it: a measure with or without a date, or what a gate says in front of its
 * limit.
 *
 * - `us.system.stock@2030-01-01`, `mean(us.system.stock, at: 2030-01-01)`
 * - `difference(us.system.stock, at: 2030-01-01)`: from the base, where scenarios are compared
 * - `probability(us.level.medium.occupancy > 130 %, by: 2030-01-01)`
 *
 * @throws {RangeError} if the text has another form, or the scenario has no such measure or date
 * @example
 * parseQuantity(scenario, "difference(us.system.stock, at: 2030-01-01)").statistic; // => "difference"
 */
export function parseQuantity(scenario: CompiledScenario, text: string): Quantity {
  const written = text.trim();
  if (written.includes("(")) return gateQuantity(scenario, written);
  const { measure, at, when } = parseMeasurePoint(scenario, written);
  const read = measureReader(scenario, measure.name, at);
  const statistic = ofEvents("mean", measure.unit);
  return { text: written, statistic, measure: measure.name, unit: measure.unit, when, read };
}

/** A gate without its limit. */
function gateQuantity(scenario: CompiledScenario, text: string): Quantity {
  try {
    const gate = parseGate(`${text} > 0`);
    const { measure, unit, when, read, between } = bindGate(gate, scenario);
    const statistic = ofEvents(statisticOf(gate), unit);
    if (between !== undefined) {
      throw new RangeError(
        `the precision of "${measure.name}" cannot be asked for: it is read of pairs of runs`,
      );
    }
    return { text, statistic, measure: measure.name, unit, when, read };
  } catch (error) {
    if (!(error instanceof GateError)) throw error;
    const problem = error.message.slice(error.message.indexOf(", column") + 2);
    throw new RangeError(`"${text}", ${problem}${error.hint === null ? "" : `; ${error.hint}`}`);
  }
}

/** The mean of zeros and ones is a probability: its interval keeps its meaning where all are equal. */
function ofEvents(statistic: Statistic, unit: string): Statistic {
  return statistic === "mean" && unit === "probability" ? "probability" : statistic;
}

function statisticOf({ kind, text }: Gate): Statistic {
  if (kind === "quantile") {
    throw new RangeError(`the precision of a quantile cannot be asked for, got "${text.slice(0, -4)}"`);
  }
  return kind;
}
