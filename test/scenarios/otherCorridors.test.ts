import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runReplication } from "../../engine/index.ts";
import { measureValues } from "../../reports/measures.ts";
import { type CompiledScenario, loadScenario } from "../../scenarios/index.ts";
import { libraryFiles } from "./libraryFiles.ts";
import { edited, issuesOf, memoryFiles } from "./smallScenario.ts";

const FOLDER = "test/fixtures/corridors";
const text = (name: string) => readFileSync(`${FOLDER}/${name}.yaml`, "utf8");

/** Reads measures of one replication. */
function reader(scenario: CompiledScenario, index = 0) {
  const result = runReplication(scenario.parameters, "corridors", index);
  const last = scenario.parameters.gridDays.length - 1;
  return (measure: string, at: number | "horizon" = last) =>
    measureValues(scenario, [result], measure, at)[0]!;
}

describe("a third country as a scenario file", () => {
  const scenario = loadScenario(`${FOLDER}/third-country.yaml`, libraryFiles);
  const read = reader(scenario);
  /** One of the 40 people leaves every 14 days with 1,000 days to serve from day 0. */
  const left = Array.from({ length: 40 }, (_, k) => 1000 - 14 * (k + 1));
  const sum = (list: readonly number[]) => list.reduce((all, days) => all + days, 0);

  it("loadScenario reads the rules of the third country without a warning", () => {
    expect(scenario.warnings).toEqual([]);
    const { eligibility, arrival, handover } = scenario.parameters.regimes[0]!.corridors[0]!;
    expect(eligibility.minimumLeftDays).toBeCloseTo(365.25, 10);
    expect([arrival.conversion, handover.maximumPersons]).toEqual([{ share: 0.7 }, 1]);
  });

  it("runReplication moves people one at a time, and the sentence becomes 70 % of the time left", () => {
    // The 26th goes on day 364, the first year ends on day 365.
    expect(scenario.parameters.gridDays[1]).toBe(365);
    expect(read("corridor.here-isle.transfers", 1)).toBe(26);
    expect(read("corridor.here-isle.transfers")).toBe(40);
    expect(read("corridor.here-isle.personYearsMoved")).toBeCloseTo(sum(left) / 365.25, 8);
    expect(read("corridor.here-isle.personYearsToServe")).toBeCloseTo((0.7 * sum(left)) / 365.25, 8);
    // Everybody has served the converted sentence by the end: 30 % of the time left at the handover is not served.
    expect(read("corridor.here-isle.releasedAbroad")).toBe(40);
    expect(read("corridor.here-isle.daysShort")).toBeCloseTo((0.3 * sum(left)) / 40, 8);
    expect(read("corridor.here-isle.shareServed")).toBeCloseTo(1 - (0.3 * sum(left)) / 40_000, 8);
  });

  it("runReplication holds them in the first prison for 100 days and then on the farm, of which control is not known", () => {
    expect(read("isle.system.transfereeDays", "horizon")).toBeCloseTo(0.7 * sum(left), 6);
    expect(read("isle.system.transfereeDaysCompromised", "horizon")).toBeCloseTo(0.1 * 40 * 100, 6);
    expect(read("isle.system.transfereeDaysUnknownControl", "horizon")).toBeCloseTo(
      0.7 * sum(left) - 4000,
      6,
    );
    expect(read("isle.system.shareTransfereeDaysCompromised", "horizon")).toBeCloseTo(0.1, 8);
  });

  it("runReplication hands people over one by one after the delay of an escort", () => {
    const handover = /^ {4}handover:\n(?: {6}.*\n)+/m;
    const escorted = text("third-country").replace(handover, "    handover: { individual: 20 d }\n");
    const run = reader(loadScenario("escorted", memoryFiles({ "escorted.yaml": escorted })));
    expect(run("corridor.here-isle.transfers", 1)).toBe(40);
    expect(run("corridor.here-isle.personYearsToServe")).toBeCloseTo((0.7 * 980 * 40) / 365.25, 8);
  });

  it("runReplication lets people who have less than a year left lapse", () => {
    const short = edited(text("third-country"), "residual: 1000 d", "residual: 400 d");
    const run = reader(loadScenario("short", memoryFiles({ "short.yaml": short })));
    // On days 14 and 28 more than a year is left, on day 42 less.
    expect([run("corridor.here-isle.transfers"), run("corridor.here-isle.lapsed")]).toEqual([2, 38]);
  });

  it("runReplication sends people out of the model where the receiving system is not simulated", () => {
    const whole = text("third-country");
    const isle = whole.slice(whole.indexOf("  isle:\n"), whole.indexOf("\ncorridors:"));
    const arrival = whole.slice(whole.indexOf("    arrival:\n"));
    const alone = edited(edited(edited(whole, isle, ""), "    to: isle\n", ""), arrival, "");
    const run = reader(loadScenario("alone", memoryFiles({ "alone.yaml": alone })));
    expect(run("corridor.here-isle.transfers")).toBe(40);
    expect(run("corridor.here-isle.personYearsMoved")).toBeCloseTo(sum(left) / 365.25, 8);
    expect(run("here.citizenship.ISLE.stock")).toBe(0);
  });
});

describe("two corridors in opposite directions as a scenario file", () => {
  const scenario = loadScenario(`${FOLDER}/two-way.yaml`, libraryFiles);
  const runs = [0, 1, 2].map((index) => reader(scenario, index));

  it("loadScenario gives the people who arrive in the United States an own level there", () => {
    expect(scenario.warnings).toEqual([]);
    const read = runs[0]!;
    const levels = ["low", "medium"].map((level) => read(`us.custody.${level}.stock`));
    expect(levels[0]! + levels[1]!).toBe(read("us.system.stock"));
    const inStreams = read("us.stream.us-nationals.stock") + read("us.stream.us-mexicans.stock");
    expect(read("us.system.stock") - inStreams).toBe(read("us.system.transferees"));
    expect(read("us.system.transferees")).toBeGreaterThan(10);
  });

  it("runReplication keeps the people of both corridors apart, and adds them up on both sides", () => {
    for (const read of runs) {
      const out = (system: string) => read(`${system}.system.transfersOut`);
      expect([out("us"), out("mx")]).toEqual([
        read("corridor.us-mx.transfers"),
        read("corridor.mx-us.transfers"),
      ]);
      expect([read("us.system.transfersIn"), read("mx.system.transfersIn")]).toEqual([out("mx"), out("us")]);
      expect(Math.min(out("us"), out("mx"))).toBeGreaterThan(20);
      for (const [corridor, system] of [
        ["us-mx", "mx"],
        ["mx-us", "us"],
      ]) {
        const inside = read(`${system}.system.transferees`);
        const released = read(`corridor.${corridor}.releasedAbroad`);
        expect(inside + released).toBeLessThanOrEqual(read(`corridor.${corridor}.transfers`));
      }
      expect(read("us.system.returns")).toBe(read("corridor.us-mx.reimprisoned"));
      expect(read("mx.system.returns")).toBe(0);
    }
  });

  it("runReplication runs each corridor as if the other were not there", () => {
    const whole = text("two-way");
    const reverse = whole.slice(whole.indexOf("  mx-us:\n"));
    const alone = reader(
      loadScenario("one-way", memoryFiles({ "one-way.yaml": edited(whole, reverse, "") })),
      1,
    );
    const both = runs[1]!;
    for (const quantity of [
      "requests",
      "approved",
      "denied",
      "transfers",
      "personYearsToServe",
      "returned",
    ]) {
      const measure = `corridor.us-mx.${quantity}`;
      for (let row = 0; row < scenario.parameters.gridDays.length; row++) {
        expect([quantity, both(measure, row)]).toEqual([quantity, alone(measure, row)]);
      }
    }
  });
});

describe("arrival of a corridor", () => {
  const issue = (passage: string, mistake: string) =>
    issuesOf({ "two-way.yaml": edited(text("two-way"), passage, mistake) }, "two-way").map(
      ({ path, expected, received }) => [path, expected, received],
    );
  const AT = "corridors.us-mx.arrival";

  it.each([
    {
      title: "refuses a move home to a facility of another system",
      passage: "facilities: { NORTHERN: 1 }\n      returned:",
      mistake: "facilities: { LOW: 1 }\n      returned:",
      message: [`${AT}.homeMove.facilities.LOW`, "the id of a facility of the receiving system", '"LOW"'],
    },
    {
      title: "refuses shares of places near home that do not sum to 1",
      passage: "facilities: { NORTHERN: 1 }\n      returned:",
      mistake: "facilities: { NORTHERN: 0.5 }\n      returned:",
      message: [`${AT}.homeMove.facilities`, "shares that sum to 1", "a sum of 0.5"],
    },
    {
      title: "refuses a conversion that makes a sentence longer",
      passage: "share: { value: 0.6, mark: assumption, note: release is set as for a similar US offence }",
      mistake: "share: 1.2",
      message: ["corridors.mx-us.arrival.conversion.share", "a number from 0 to 1", "1.2"],
    },
    {
      title: "refuses a return without a word on the balance",
      passage: "        balanceEnforced: true\n",
      mistake: "",
      message: [`${AT}.returned.balanceEnforced`, "true or false", "nothing"],
    },
    {
      title: "refuses a word for whether the balance is enforced",
      passage: "balanceEnforced: true",
      mistake: "balanceEnforced: maybe",
      message: [`${AT}.returned.balanceEnforced`, "true or false", '"maybe"'],
    },
    {
      title: "refuses a probability of compromised control above 1",
      passage: "ratedCapacity: 300, compromisedControl: 0.5",
      mistake: "ratedCapacity: 300, compromisedControl: 50",
      message: ["systems.mx.facilities.NORTHERN.compromisedControl", "a number from 0 to 1", "50"],
    },
    {
      title: "refuses a share of people of high profile below 0",
      passage: "        facilities: { NORTHERN: 1 }\n        sentence:",
      mistake: "        facilities: { NORTHERN: 1 }\n        highProfileShare: -1\n        sentence:",
      message: ["systems.mx.streams.mx-us-citizens.highProfileShare", "a number from 0 to 1", "-1"],
    },
  ])("loadScenario $title", ({ passage, mistake, message }) => {
    expect(issue(passage, mistake)).toEqual([message]);
  });

  it("loadScenario refuses what follows an arrival on a corridor that leads out of the model", () => {
    const nowhere = edited(text("two-way"), "    to: us\n", "");
    const issues = issuesOf({ "two-way.yaml": nowhere }, "two-way");
    const expected = issues.map((one) => [one.path, one.expected]);
    const at = "corridors.mx-us.arrival";
    for (const key of ["level", "conversion"]) {
      expect(expected).toContainEqual([`${at}.${key}`, `no "${key}": the corridor leads out of the model`]);
    }
    const other = issuesOf(
      { "two-way.yaml": edited(text("two-way"), "    from: us\n    to: mx\n", "    from: us\n") },
      "two-way",
    ).map((one) => one.path);
    expect(other).toEqual(expect.arrayContaining([`${AT}.homeMove`, `${AT}.returned`]));
  });

  it("loadScenario warns of an offence without conditional release that no stream has", () => {
    const warned = edited(
      text("two-way"),
      "atShare: {",
      "excludedOffences: [drug, piracy]\n        atShare: {",
    );
    const { warnings } = loadScenario("warned", memoryFiles({ "warned.yaml": warned }));
    expect(warnings).toEqual([
      'corridors.us-mx.arrival.conditionalRelease.excludedOffences: no stream has the offence "piracy"',
    ]);
  });

  it("loadScenario lets what follows an arrival change on a date, and compiles it", () => {
    const dated = `${text("two-way")}interventions:
  - from: 2027-01-01
    set:
      corridors.us-mx.arrival.homeMove.probability: 1
      corridors.us-mx.arrival.returned: null
      corridors.mx-us.arrival.conversion.share: 0.5
`;
    const { parameters } = loadScenario("dated", memoryFiles({ "dated.yaml": dated }));
    const [before, after] = parameters.regimes.map(({ corridors }) =>
      corridors.map(({ arrival }) => arrival),
    );
    expect(
      before?.map(({ homeMove, returned, conversion }) => [
        homeMove?.probability,
        returned?.share,
        conversion?.share,
      ]),
    ).toEqual([
      [0.5, 0.1, undefined],
      [undefined, undefined, 0.6],
    ]);
    expect(
      after?.map(({ homeMove, returned, conversion }) => [
        homeMove?.probability,
        returned?.share,
        conversion?.share,
      ]),
    ).toEqual([
      [1, undefined, undefined],
      [undefined, undefined, 0.5],
    ]);
  });
});
