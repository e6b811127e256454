import type { MovedConclusion, MovedRow } from "../../reports/against/moved.ts";
import type { GateRow } from "../../reports/gates/gateRows.ts";
import type { PrecisionRow } from "../../reports/precision/precisionRows.ts";
import type { DifferenceRow, SummaryRow } from "../../reports/rows.ts";

const PLACE = { name: "<place>", level: "<level>" };
const OTHER = { name: "<other>", level: "low" };
const ENTRY = { place: PLACE, own: "<own>", age: 12345, entered: "2026-01-01" };
const TERM = {
  lifeTerm: false,
  imposedDays: 4321,
  servedDays: 3210,
  credits: ["<credit>"],
  release: "2030-01-01",
};

const PANEL = {
  title: "<title>",
  start: 1.111,
  end: 1.222,
  low: 1.01,
  high: 1.44,
  full: 0.77,
  crowded: 0.33,
};
const RANKED = { name: "<name>", share: 0.5, low: 0.4, high: 0.6, days: 123 };

const GATE: GateRow = {
  scenario: "<scenario>",
  gate: "<gate>",
  verdict: "undecided",
  estimate: 0.4912,
  low: 0.481,
  high: 0.5014,
  level: 0.95,
  n: 40,
  note: "<note>",
  unit: "ratio",
  comparison: "<",
  limit: 0.5,
} as GateRow;

const PRECISION = {
  scenario: "<scenario>",
  base: "<base>",
  quantity: "<quantity>",
  statistic: "difference",
  unit: "persons",
  estimate: 1234,
  halfWidth: 51,
  level: 0.95,
  target: 50,
  reached: false,
} as PrecisionRow;

const SUMMARY: SummaryRow = {
  scenario: "base",
  measure: "us.system.occupancy",
  unit: "ratio",
  at: "2030-01-01",
  mean: 0.9812,
  halfWidth: 0.0021,
  level: 0.95,
  interval: "confidence interval of the mean",
  quantiles: { "0.05": 0.95, "0.25": 0.97, "0.5": 0.98, "0.75": 0.99, "0.95": 1.012 },
  n: 100,
};
const { at: _, ...undated } = SUMMARY;
const OVER_RUN: SummaryRow = { ...undated, window: ["2026-01-01", "2030-01-01"] };

const DIFFERENCE: DifferenceRow = {
  measure: "us.system.stock",
  unit: "persons",
  at: "2030-01-01",
  base: "base",
  scenario: "double",
  mean: 290.4,
  halfWidth: 20.2,
  level: 0.95,
  interval: "confidence interval of the mean of paired differences",
  n: 100,
  shareSameSign: 1,
  varianceReduction: null,
  simultaneous: {
    halfWidth: 20.2,
    level: 0.95,
    interval: "simultaneous confidence interval of the means of paired differences (Bonferroni)",
    comparisons: 1,
  },
  identical: false,
};
const HIDDEN: DifferenceRow = { ...DIFFERENCE, mean: 3.2, halfWidth: 8.4 };
const CHANGE = { place: "<place>", base: "<base>", scenario: "<scenario>", row: DIFFERENCE };

const SEEK = {
  gate: "<gate>",
  path: "<path>",
  from: "<from>",
  to: "<to>",
  value: "<value>",
  notMet: "<missed>",
  meetsAbove: true,
  undecided: ["<first>", "<last>"],
  looked: 17,
  most: 640,
  confidence: 0.95,
  direction: 1,
  isMonotone: false,
  reversals: [["<a>", "<b>"]],
};

const MOVED_ROW = {
  scenario: "<scenario>",
  base: "<base>",
  measure: "<measure>",
  unit: "persons",
  before: { mean: 290, halfWidth: 20 },
  now: { mean: -11, halfWidth: 31 },
  from: 1,
  to: 0,
} as unknown as MovedConclusion & MovedRow;
const UNMATCHED = {
  scenariosNow: ["<s1>"],
  scenariosThen: ["<s2>"],
  measuresNow: ["<m1>", "<m2>", "<m3>", "<m4>", "<m5>"],
  measuresThen: [],
  gatesNow: ["<g1>"],
  gatesThen: ["<g2>"],
};
const MOVED = {
  verdicts: [1],
  conclusions: [1, 2],
  rows: [1, 2, 3],
  compared: 1234,
  earlier: { seed: "<seed>", replications: 40 },
};

const STOPPING = {
  reason: "maximum",
  replications: 640,
  precision: "0.5%",
  rows: [PRECISION, { ...PRECISION, reached: true }],
};

/** Arguments for the functions of a language that take rows and the like: each list is one call. */
export const SPOKEN: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  "against.conclusionCell": [
    [MOVED_ROW, "before"],
    [MOVED_ROW, "now"],
  ],
  "against.rowCell": [[MOVED_ROW, "now"]],
  "against.scenarioCell": [[MOVED_ROW]],
  "against.summary": [[MOVED], [{ ...MOVED, verdicts: [], conclusions: [], rows: [], compared: 1 }]],
  "against.unitCell": [[MOVED_ROW]],
  "against.unmatchedLines": [[UNMATCHED, ["<s3>"]]],
  "against.verdictCell": [["pass"], ["fail"], ["undecided"]],
  "capacity.measuredAgainst": [
    ["<system>", "rated"],
    ["<system>", "available"],
    ["<system>", "own"],
  ],
  "capacity.name": [[[]], [[{ definition: "own" }, { definition: "rated" }]]],
  "capacity.note": [
    [
      [
        { system: "<s1>", scenario: "<title>", definition: "rated" },
        { system: "<s2>", scenario: null, definition: "available" },
      ],
    ],
    [[{ system: "<s1>", scenario: null, definition: "own" }]],
  ],
  "charts.exceedance.cell": [[{ share: 0.5, low: 0.4, high: 0.6 }]],
  "charts.exceedance.columns": [[[1, 1.3], 0.95]],
  "charts.exceedance.summary": [["<base>", [PANEL, PANEL]]],
  "charts.fan.summary": [["<base>", [PANEL, PANEL]]],
  "charts.funnel.summary": [
    [[{ scenario: "<scenario>", requests: "<requests>", transfers: "<moved>", waiting: "<waiting>" }]],
  ],
  "charts.rank.summary": [
    [[RANKED, { ...RANKED, days: 45 }], 0.95, "<capacity>"],
    [[{ ...RANKED, share: 0 }], 0.95, "<capacity>"],
    [[], 0.95, "<capacity>"],
  ],
  "charts.chooser.says": [
    [{ ...RANKED, startDate: "2026-01-01", start: 1.21, endDate: "2030-01-01", end: 1.52, level: 0.95 }],
    [
      {
        ...RANKED,
        startDate: "2026-01-01",
        start: 1.21,
        endDate: "2030-01-01",
        end: Number.NaN,
        level: 0.95,
      },
    ],
  ],
  "charts.sides.summary": [
    [[{ scenario: "<scenario>", transfers: "<moved>", sending: "<sending>", receiving: "<receiving>" }]],
  ],
  "charts.startEnd.summary": [
    [
      {
        count: 32,
        above100Start: 11,
        above100End: 12,
        highest: "<highest>",
        occupancy: 1.234,
        capacity: "<capacity>",
      },
    ],
  ],
  "experiments.seekSentences": [
    ...["met", "metThroughout", "cannotBeMet", "undecided"].map((status) => [{ ...SEEK, status }]),
    [{ ...SEEK, status: "met", undecided: ["<first>"], isMonotone: true }],
    [{ ...SEEK, status: "met", meetsAbove: false, reversals: [], direction: 0 }],
  ],
  "explain.corridorStep": [
    ["ineligible", "<corridor>", true, ["timeLeft", "<bar>"]],
    ["denied", "<corridor>", false, []],
  ],
  "explain.death": [[PLACE, 1234]],
  "explain.detainer": [[PLACE]],
  "explain.duration": [[1], [45], [400], [1461]],
  "explain.entered.admission": [[ENTRY]],
  "explain.entered.expulsion": [[ENTRY]],
  "explain.entered.handover": [[ENTRY]],
  "explain.entered.return": [[{ ...ENTRY, age: null }]],
  "explain.entered.start": [[ENTRY]],
  "explain.expulsion": [[PLACE]],
  "explain.handover": [[PLACE, 1234]],
  "explain.logNote": [
    [50, true, "<person>"],
    [1, false, null],
  ],
  "explain.moved": [
    "move",
    "balancing",
    "closure",
    "reclassification",
    "finalPlacement",
    "homeMove",
    "staging",
  ].map((reason) => [PLACE, OTHER, reason]),
  "explain.newRelease": [["2030-01-01"], [null]],
  "explain.peopleOf": [
    ["<stream>", 120, 340],
    ["<stream>", 0, 0],
  ],
  "explain.reclassified": [
    ["<before>", "<after>", PLACE, OTHER],
    ["<before>", "<after>", PLACE, null],
  ],
  "explain.release": [
    [PLACE, 1234, true],
    [PLACE, 1234, false],
  ],
  "explain.releaseThere": [["2030-01-01"], [null]],
  "explain.stillInside": [[PLACE]],
  "explain.term": [
    [TERM],
    [{ ...TERM, lifeTerm: true }],
    [{ ...TERM, imposedDays: null }],
    [{ ...TERM, imposedDays: 3210, credits: [] }],
  ],
  "explain.waitingForPlacement": [[PLACE]],
  "gates.gateLine": [[GATE], [{ ...GATE, verdict: "pass" }], [{ ...GATE, verdict: "fail", estimate: null }]],
  "gates.gateSummary": [[[GATE, { ...GATE, verdict: "pass" }, { ...GATE, verdict: "fail" }]]],
  "gates.intervalCell": [[GATE], [{ ...GATE, low: null }]],
  "gates.intro": [[[GATE, { ...GATE, verdict: "pass" }]]],
  "gates.limitCell": [[GATE]],
  "gates.measuredCell": [[GATE], [{ ...GATE, estimate: null }]],
  "gates.verdictCell": [[GATE], [{ ...GATE, verdict: "pass" }], [{ ...GATE, verdict: "fail" }]],
  "gates.verdictWords": [[GATE], [{ ...GATE, n: 1, unit: "persons", verdict: "fail" }]],
  "ledger.notes.priceYears": [[[{ of: "<of>", year: "2024" }]], [[{ of: "<of>", year: "" }]]],
  "ledger.quantity": [["receivingCostInUSD.<level>"]],
  "ledger.methods.removals.assumes": ["full", "detentionAndTransport", "none"].map((setting) => [
    setting,
    ["<amount>"],
  ]),
  "measures.measure": [
    [{ quantity: "stock", scope: { kind: "custody", id: "low" } }, "<place>", "<system>"],
    [{ quantity: "stock", scope: { kind: "offence", id: "<offence>" } }, "<place>", "<system>"],
    [{ quantity: "bedDaysAbove130", scope: { kind: "system", id: "us" } }, "<place>", "<system>"],
  ],
  "measures.quantity": [["failing.timeLeft"], ["failing.<bar>"], ["daysAbove110"], ["crossed130"]],
  "page.harmInput": [
    [{ path: "<path>", value: "12", mark: "derived", sources: ["<id>"], date: "2024-01-01", note: "<note>" }],
  ],
  "page.limits.movesNotSimulated": [[true], [false]],
  "page.title": [
    ["<base>", ["<other>"]],
    ["<base>", ["<other>", "<third>"]],
    ["<base>", []],
  ],
  "precision.precisionLine": [
    [PRECISION],
    [{ ...PRECISION, base: undefined, reached: true }],
    [{ ...PRECISION, statistic: "probability", unit: "probability", estimate: 0, low: 0, high: 0.03 }],
  ],
  "precision.stoppedBecause": [[STOPPING], [{ ...STOPPING, reason: "reached" }]],
  "precision.widest": [[[PRECISION]], [[{ ...PRECISION, halfWidth: null }]]],
  "sentences.amount": [
    [DIFFERENCE],
    [HIDDEN],
    [{ ...DIFFERENCE, mean: -0.0123, halfWidth: 0.0011, unit: "ratio" }],
    [{ ...DIFFERENCE, halfWidth: null }],
    [{ ...DIFFERENCE, identical: true }],
  ],
  "sentences.largestChange": [
    [{ ...CHANGE, compared: 1, undetected: 0, identical: 0 }],
    [{ ...CHANGE, compared: 4, undetected: 2, identical: 1 }],
    [{ ...CHANGE, row: HIDDEN, compared: 1, undetected: 1, identical: 0 }],
    [{ ...CHANGE, row: HIDDEN, compared: 3, undetected: 3, identical: 0 }],
  ],
  "sentences.stateAt": [
    ["<label>", SUMMARY],
    ["<label>", OVER_RUN],
    ["<label>", { ...SUMMARY, halfWidth: null }],
  ],
  "sentences.unchanged": [
    [["<same>"], ["<hidden>"], 3],
    [["<same>"], [], 1],
  ],
  "skill.bar": ["oneYear", "better", "twoYears", "coverage", "crowding"].flatMap((id) => [
    [{ id, reached: 0.0123, holds: true }, 0.0234],
    [{ id, reached: 0.0123, holds: false }, 0.0234],
  ]),
  "skill.summary": [
    [
      [
        { years: 1, without: 0.011, with: 0.022, best: 0.033 },
        { years: 5, without: 0.044, with: 0.055, best: 0.066 },
      ],
    ],
  ],
  "uncertainty.shareSummary": [[{ measure: "<measure>", share: "<share>" }], [null]],
};
