import {
  CORRIDOR_SUMS,
  type CorridorSum,
  FUNNEL,
  type FunnelCount,
  type ReplicationResult,
} from "../../engine/result.ts";
import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import type { MeasureScope } from "../measures/measure.ts";
import { announcedValue } from "./announcedValue.ts";
import { custodyCost } from "./custodyCost.ts";
import { DAYS_PER_YEAR } from "./discountFactor.ts";
import { type LedgerLine, sinceStart, withDollars } from "./ledgerLine.ts";
import { removalAvoided } from "./removalAvoided.ts";

/** What happened in a corridor since the start, in one replication. */
interface Handed {
  readonly persons: number;
  /** Person-years to the release dates in the sending and in the receiving State. */
  readonly left: number;
  readonly toServe: number;
}

type HandedReader = (result: ReplicationResult, grid: number) => Handed;

/** Lines of one corridor: the announced method, what a transfer spares and costs, what is left to serve. */
export function corridorLines(scenario: CompiledScenario, corridor: number): LedgerLine[] {
  const { id } = scenario.parameters.corridors[corridor]!;
  const scope: MeasureScope = { kind: "corridor", system: null, id };
  const handed = handedReader(scenario, corridor);
  return [
    ...announcedLine(scenario, corridor, scope, handed),
    ...transferLines(scenario, corridor, scope, handed),
    ...receivingLines(scenario, corridor, scope, handed),
  ];
}

function handedReader({ parameters }: CompiledScenario, corridor: number): HandedReader {
  const { length } = parameters.corridors;
  const count = (result: ReplicationResult, grid: number, name: FunnelCount) =>
    result.gridFunnel[(grid * length + corridor) * FUNNEL.length + FUNNEL.indexOf(name)]!;
  const years = (result: ReplicationResult, grid: number, name: CorridorSum) =>
    result.gridCorridorSums[
      (grid * length + corridor) * CORRIDOR_SUMS.length + CORRIDOR_SUMS.indexOf(name)
    ]! / DAYS_PER_YEAR;
  return (result, grid) => ({
    persons: count(result, grid, "handedOver"),
    left: years(result, grid, "daysLeftSending"),
    toServe: years(result, grid, "daysLeftReceiving"),
  });
}

/** None where the sending system is known to count in another currency than the fee. */
function announcedLine(
  { parameters, ledger }: CompiledScenario,
  corridor: number,
  scope: MeasureScope,
  handed: HandedReader,
): LedgerLine[] {
  const sending = ledger.systems[parameters.corridors[corridor]!.from] ?? null;
  if (sending !== null && sending.currency !== "USD") {
    return [];
  }
  const fee = ledger.announcedFee;
  return [
    {
      scope,
      quantity: "announcedValue",
      unit: "USD",
      missing: fee === null ? ["ledger.announcedFee"] : [],
      reader: sinceStart((result, grid) => announcedValue(handed(result, grid).left, fee ?? 0)),
    },
  ];
}

/** What a transfer spares and costs the sending side. */
function transferLines(
  { parameters, ledger }: CompiledScenario,
  corridor: number,
  scope: MeasureScope,
  handed: HandedReader,
): LedgerLine[] {
  const costs = ledger.corridors[corridor] ?? null;
  const path = `corridors.${scope.id}.costs`;
  if (costs === null) {
    const reader = sinceStart(() => Number.NaN);
    return TRANSFER_LINES.map((quantity) => ({ scope, quantity, unit: "", missing: [path], reader }));
  }
  const { from } = parameters.corridors[corridor]!;
  const sending = ledger.systems[from] ?? null;
  const { setting } = costs.removalAvoided;
  const removal = given(removalAvoided(costs.removalAvoided), `${path}.removalAvoided.${setting}`);
  const transfer = given(costs.perTransfer, `${path}.perTransfer`);
  const payment = given(costs.paymentPerPersonYear, `${path}.paymentPerPersonYear`);
  const marginal = given(
    sending?.marginalPerPersonYear ?? null,
    `systems.${parameters.systems[from]!.id}.costs.marginalPerPersonYear`,
  );
  const line = (quantity: string, needed: readonly Given[], value: (one: Handed) => number): LedgerLine => ({
    scope,
    quantity,
    unit: costs.currency,
    missing: needed.flatMap(({ missing }) => missing),
    reader: sinceStart((result, grid) => value(handed(result, grid))),
  });
  const net = ({ persons, left, toServe }: Handed) =>
    custodyCost(left, marginal.amount) +
    persons * (removal.amount - transfer.amount) -
    custodyCost(toServe, payment.amount);
  const lines = [
    line("removalsAvoided", [removal], ({ persons }) => persons * removal.amount),
    line("transferCost", [transfer], ({ persons }) => persons * transfer.amount),
    line("payments", [payment], ({ toServe }) => custodyCost(toServe, payment.amount)),
    line("netAtMarginal", [marginal, removal, transfer, payment], net),
  ];
  // A net of two currencies would be a sum of unlike things.
  return sending !== null && sending.currency !== costs.currency ? lines.slice(0, -1) : lines;
}

const TRANSFER_LINES = ["removalsAvoided", "transferCost", "netAtMarginal"];

/** An amount, NaN where it is missing, and its path in that case. */
interface Given {
  readonly amount: number;
  readonly missing: readonly string[];
}

function given(amount: number | null, path: string): Given {
  return amount === null ? { amount: Number.NaN, missing: [path] } : { amount, missing: [] };
}

/** One line for each level of the receiving system. */
function receivingLines(
  scenario: CompiledScenario,
  corridor: number,
  scope: MeasureScope,
  handed: HandedReader,
): LedgerLine[] {
  const { parameters, ledger } = scenario;
  const to = parameters.corridors[corridor]!.to;
  if (to < 0) {
    return [];
  }
  const costs = ledger.systems[to] ?? null;
  const path = `systems.${parameters.systems[to]!.id}.costs`;
  const levels = new Set(parameters.facilities.flatMap((unit) => (unit.system === to ? [unit.level] : [])));
  return [...levels].flatMap((level) => {
    const price = costs?.byLevel[level] ?? null;
    const line: LedgerLine = {
      scope,
      quantity: `receivingCost.${level}`,
      unit: costs?.currency ?? "",
      missing: costs === null ? [path] : price === null ? [`${path}.byLevel.${level}`] : [],
      reader: sinceStart((result, grid) => custodyCost(handed(result, grid).toServe, price ?? 0)),
    };
    return costs === null ? [line] : withDollars(line, ledger);
  });
}
