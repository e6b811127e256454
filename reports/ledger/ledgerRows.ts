import type { CompiledScenario, CorridorCosts, SystemCosts } from "../../scenarios/compiledScenario.ts";
import { sidesOf } from "../analyse.ts";
import type { ReportText } from "../text/en.ts";
import { dollarsName, presentName } from "./ledgerCatalogue.ts";
import type { LineName } from "./ledgerCells.ts";
import { removalAvoided } from "./removalAvoided.ts";

/** A method as the report shows it. */
export interface LedgerRow {
  readonly title: string;
  readonly sending: readonly LineName[];
  readonly receiving: readonly LineName[];
  readonly assumes: string;
  /** Paths of the given amounts that the row rests on; null where it rests on none. */
  readonly inputs: readonly string[] | null;
}

/** One end of the corridor, with its costs. */
interface Side {
  readonly id: string;
  readonly costs: SystemCosts | null;
  readonly levels: readonly string[];
}

/** What rows are made from. */
interface Subject {
  readonly scenario: CompiledScenario;
  readonly text: ReportText;
  readonly sides: readonly Side[];
  readonly corridor: string | null;
  readonly corridorCosts: CorridorCosts | null;
}

/** The methods in the order of the report, for the first corridor of the scenario and the systems at its ends. */
export function ledgerRows(scenario: CompiledScenario, text: ReportText): LedgerRow[] {
  const { corridor, sending, receiving } = sidesOf(scenario);
  const { corridors } = scenario.parameters;
  const subject: Subject = {
    scenario,
    text,
    sides: [sending, ...(receiving === null ? [] : [receiving])].map((id) => sideOf(scenario, id)),
    corridor,
    corridorCosts: scenario.ledger.corridors[corridors.findIndex(({ id }) => id === corridor)] ?? null,
  };
  return [
    ...(corridor === null ? [] : [announcedRow(subject, corridor)]),
    ...custodyRows(subject),
    ...(corridor === null ? [] : transferRows(subject, corridor)),
    ...(corridor === null ? [] : receivingRows(subject, corridor)),
  ];
}

function sideOf({ parameters, ledger }: CompiledScenario, id: string): Side {
  const system = parameters.systems.findIndex((entry) => entry.id === id);
  const own = parameters.facilities.filter((facility) => facility.system === system);
  return {
    id,
    costs: ledger.systems[system] ?? null,
    levels: [...new Set(own.map(({ level }) => level))],
  };
}

/** A quantity of a system, in its currency and in US dollars where that is another. */
function lines(id: string, quantity: string): LineName[] {
  return [
    { id, quantity },
    { id, quantity: dollarsName(quantity) },
  ];
}

/** Amounts that are given, with their currency; and their paths. */
function given(
  { text }: Subject,
  entries: readonly (readonly [path: string, amount: number | null | undefined, currency: string])[],
): { amounts: string[]; inputs: string[] } {
  const known = entries.flatMap(([path, value, currency]) =>
    typeof value === "number" ? [{ path, words: text.ledger.amount(value, currency) }] : [],
  );
  return { amounts: known.map(({ words }) => words), inputs: known.map(({ path }) => path) };
}

function ofSides(
  subject: Subject,
  key: "averagePerPersonYear" | "marginalPerPersonYear",
): ReturnType<typeof given> {
  return given(
    subject,
    subject.sides.map(({ id, costs }) => [`systems.${id}.costs.${key}`, costs?.[key], costs?.currency ?? ""]),
  );
}

function announcedRow(subject: Subject, corridor: string): LedgerRow {
  const { title, assumes } = subject.text.ledger.methods.announced;
  const { announcedFee } = subject.scenario.ledger;
  const fee = given(subject, [["ledger.announcedFee", announcedFee, "USD"]]);
  return {
    title,
    sending: [{ id: corridor, quantity: "announcedValue" }],
    receiving: [],
    assumes: assumes(fee.amounts, subject.scenario.endDate),
    inputs: fee.inputs,
  };
}

function custodyRows(subject: Subject): LedgerRow[] {
  const { scenario, text, sides } = subject;
  const { counted, average, byLevel, present, marginal, step } = text.ledger.methods;
  const { discountRate: rate } = scenario.ledger;
  const row = (title: string, quantity: string, assumes: string, inputs: LedgerRow["inputs"]): LedgerRow => ({
    title,
    sending: lines(sides[0]?.id ?? "", quantity),
    receiving: sides[1] === undefined ? [] : lines(sides[1].id, quantity),
    assumes,
    inputs,
  });
  const averages = ofSides(subject, "averagePerPersonYear");
  const marginals = ofSides(subject, "marginalPerPersonYear");
  const levels = sides.flatMap(({ id, costs, levels: all }) =>
    all.flatMap((level) =>
      typeof costs?.byLevel[level] === "number" ? [`systems.${id}.costs.byLevel.${level}`] : [],
    ),
  );
  const units = sides.flatMap(({ id, costs }) =>
    typeof costs?.housingUnitPlaces === "number"
      ? [
          {
            path: `systems.${id}.costs.housingUnitPlaces`,
            words: text.ledger.places(costs.housingUnitPlaces),
          },
        ]
      : [],
  );
  const unitCosts = sides.flatMap(({ id, costs }) =>
    typeof costs?.perHousingUnitYear === "number" ? [`systems.${id}.costs.perHousingUnitYear`] : [],
  );
  const discounted =
    rate === null
      ? present.assumesNoRate
      : present.assumes(text.format.value(rate, "ratio"), scenario.startDate);
  const rated = rate === null ? levels : [...levels, "ledger.discountRate"];
  return [
    row(counted.title, "personYears", counted.assumes, null),
    row(average.title, "costAtAverage", average.assumes(averages.amounts), averages.inputs),
    row(byLevel.title, "costAtAverageByLevel", byLevel.assumes, levels),
    row(present.title, presentName("costAtAverageByLevel"), discounted, rated),
    row(marginal.title, "costAtMarginal", marginal.assumes(marginals.amounts), marginals.inputs),
    row(step.title, "costByStep", step.assumes(units.map(({ words }) => words)), [
      ...units.map(({ path }) => path),
      ...(units.length === 0 ? [] : [...unitCosts, ...levels]),
    ]),
  ];
}

function transferRows(subject: Subject, corridor: string): LedgerRow[] {
  const { corridorCosts: costs, text } = subject;
  const { removals, transfers, payments, net } = text.ledger.methods;
  const path = `corridors.${corridor}.costs`;
  const setting = costs?.removalAvoided.setting ?? "none";
  const currency = costs?.currency ?? "";
  const removal = given(subject, [
    [
      `${path}.removalAvoided.${setting}`,
      costs === null ? null : removalAvoided(costs.removalAvoided),
      currency,
    ],
  ]);
  const transfer = given(subject, [[`${path}.perTransfer`, costs?.perTransfer, currency]]);
  const payment = given(subject, [[`${path}.paymentPerPersonYear`, costs?.paymentPerPersonYear, currency]]);
  const row = (title: string, quantity: string, assumes: string, inputs: LedgerRow["inputs"]): LedgerRow => ({
    title,
    sending: [{ id: corridor, quantity }],
    receiving: [],
    assumes,
    inputs,
  });
  const removalInputs = setting === "none" ? [`${path}.removalAvoided.setting`] : removal.inputs;
  const paid = (costs?.paymentPerPersonYear ?? 0) > 0;
  const netInputs = [
    ...ofSides({ ...subject, sides: subject.sides.slice(0, 1) }, "marginalPerPersonYear").inputs,
  ];
  return [
    row(removals.title, "removalsAvoided", removals.assumes(setting, removal.amounts), removalInputs),
    row(transfers.title, "transferCost", transfers.assumes(transfer.amounts), transfer.inputs),
    ...(paid ? [row(payments.title, "payments", payments.assumes(payment.amounts), payment.inputs)] : []),
    row(net.title, "netAtMarginal", net.assumes, [...netInputs, ...removal.inputs, ...transfer.inputs]),
  ];
}

/** What is left to serve, at the cost of each level of the receiving system. */
function receivingRows(subject: Subject, corridor: string): LedgerRow[] {
  const { title, assumes } = subject.text.ledger.methods.receiving;
  const [, side] = subject.sides;
  return (side?.levels ?? []).map((level) => {
    const path = `systems.${side?.id}.costs.byLevel.${level}`;
    const cost = given(subject, [[path, side?.costs?.byLevel[level], side?.costs?.currency ?? ""]]);
    return {
      title: title(level),
      sending: [],
      receiving: lines(corridor, `receivingCost.${level}`),
      assumes: assumes(cost.amounts, subject.scenario.endDate),
      inputs: cost.inputs,
    };
  });
}
