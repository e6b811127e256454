import { receivingFacilities } from "../engine/result.ts";
import type { CompiledScenario } from "../scenarios/compiledScenario.ts";
import type { Analysis } from "./analyse.ts";
import type { ReportTable } from "./charts/chart.ts";
import { measureTitle } from "./keyMeasures.ts";
import { type Measure, measuresOf } from "./measures.ts";
import { differenceCell } from "./measureTable.ts";
import type { ReportText } from "./text/en.ts";

const SERVED = ["releasedAbroad", "shareServed", "daysShort"];
const RETURNS = ["returned", "reimprisoned"];
const EXPOSURE = [
  "transferees",
  "transfereeDays",
  "transfereeDaysCompromised",
  "shareTransfereeDaysCompromised",
  "highProfileTransfereeDays",
  "highProfileTransfereeDaysCompromised",
];
const UNKNOWN = ["transfereeDaysUnknownControl", "highProfileTransfereeDaysUnknownControl"];

/** Whether some corridor leads into a system of the model: only there does anything follow a handover. */
export function hasCustody({ corridors }: CompiledScenario): boolean {
  return corridors.some(({ to }) => to !== null);
}

/**
 * Transferred people after the handover: time served against time owed by corridor, returns where a rule brings
 * people back, and exposure to compromised control by system, people of high profile apart. At the end of the base's
 * run or over it, and how other scenarios differ.
 */
export function custodyTable(analysis: Analysis, text: ReportText): ReportTable {
  const [base, ...others] = analysis.runs;
  const { labels } = text.page;
  const { index } = analysis;
  const rows = measuresShown(analysis.runs.map(({ scenario }) => scenario)).flatMap((measure) => {
    const row = index.last(base.scenario.id, measure.name);
    const inOthers = others.some(({ scenario }) => index.last(scenario.id, measure.name) !== undefined);
    if (row === undefined && !inOthers) {
      return [];
    }
    return [
      [
        measureTitle(base.scenario, measure, text),
        text.format.unitWord(measure.unit),
        row === undefined ? "" : text.format.meanAndHalfWidth(row.mean, row.halfWidth, row.unit),
        ...others.map(({ scenario }) =>
          differenceCell(index.lastDifference(scenario.id, measure.name), text),
        ),
      ],
    ];
  });
  const changes = others.map(({ scenario }) => labels.against(scenario.title));
  return { columns: [labels.measure, labels.unit, text.custody.when, ...changes], rows };
}

/** Institutions in which transferred people are at the end, most in the base first, with what is known of control. */
export function custodyPlaces({ runs, index }: Analysis, text: ReportText): ReportTable {
  const { scenario } = runs[0];
  const facilities = receivingFacilities(scenario.parameters).map(
    (facility) => scenario.facilities[facility]!,
  );
  const places = new Map(
    facilities.map((facility) => [`${facility.system}.facility.${facility.institution}`, facility]),
  );
  const rows = [...places].map(([place, { institution, system }]) => {
    const own = facilities.filter((one) => one.institution === institution && one.system === system);
    return {
      name:
        scenario.institutions.find((one) => one.id === institution && one.system === system)?.name ??
        institution,
      control: controlWords(
        own.map(({ compromisedControl }) => compromisedControl),
        text,
      ),
      means: runs.map((run) => index.last(run.scenario.id, `${place}.transferees`)?.mean ?? 0),
    };
  });
  const held = rows.filter(({ means }) => means.some((mean) => mean > 0));
  held.sort((a, b) => b.means[0]! - a.means[0]!);
  return {
    columns: [text.custody.institution, text.custody.control, ...runs.map((run) => run.scenario.title)],
    rows: held.map(({ name, control, means }) => [
      name,
      control,
      ...means.map((mean) => text.format.number(mean, 1)),
    ]),
  };
}

/** One probability, or the range of an institution's facilities; unknown as soon as one is. */
function controlWords(probabilities: readonly (number | null)[], text: ReportText): string {
  const known = probabilities.filter((probability) => probability !== null);
  if (known.length < probabilities.length) {
    return text.custody.unknown;
  }
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const words = text.format.bareValue(low, "share");
  return low === high ? `${words} %` : `${words} – ${text.format.bareValue(high, "share")} %`;
}

function measuresShown(scenarios: readonly CompiledScenario[]): Measure[] {
  const [base] = scenarios;
  const all = measuresOf(base!);
  const returns = scenarios.some(({ parameters }) =>
    parameters.regimes.some((regime) => regime.corridors.some(({ arrival }) => arrival.returned !== null)),
  );
  const ofCorridors = base!.corridors.flatMap(({ id, to }) =>
    to === null
      ? []
      : [...SERVED, ...(returns ? RETURNS : [])].map((quantity) => `corridor.${id}.${quantity}`),
  );
  const receiving = receivingFacilities(base!.parameters).map((facility) => base!.facilities[facility]!);
  const ofSystems = base!.systems.flatMap(({ id }) => {
    const own = receiving.filter(({ system }) => system === id);
    const isUnknown = own.some(({ compromisedControl }) => compromisedControl === null);
    const quantities = own.length === 0 ? [] : [...EXPOSURE, ...(isUnknown ? UNKNOWN : [])];
    return quantities.map((quantity) => `${id}.system.${quantity}`);
  });
  return [...ofCorridors, ...ofSystems].flatMap((name) => all.filter((measure) => measure.name === name));
}
