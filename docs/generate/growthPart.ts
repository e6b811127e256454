import type { Dimension, Growth, GrowthCurve, GrowthPoint } from "../../bench/growth/growth.ts";
import { fitPowerLaw } from "../../bench/growth/powerLaw.ts";
import { markdownTable } from "../../reports/index.ts";
import { number } from "../../reports/text/en/format.ts";
import { short } from "./performanceNumbers.ts";

/** The study whose cost is reckoned. */
const STUDY = { countries: 50, prisonsPerCountry: 120, people: 10_000_000, replications: 1000, scenarios: 5 };
const CORES = 2;
const MACHINES = 100;
const WORKLOAD_FACILITIES = 120;

const NAMES: Readonly<Record<Dimension, string>> = {
  people: "people (one replication)",
  facilities: "facilities (one replication, 150,000 people)",
  horizonDays: "horizon, days (one replication, 150,000 people)",
  replications: "replications (whole run of the small network)",
  scenarios: "scenarios (whole comparison of the small network, 100 replications each)",
};

/** How the cost grows, and what a large study would take. */
export function growthParts(growth: Growth): string[] {
  return [
    "A replication is the reference workload at another size, with records every 30 days; a run is `bedspace run` or `compare` of the small network on two threads, start-up and report included, so its exponents are below 1 as long as these weigh. Exponents: least-squares lines through the logarithms.",
    exponentTable(growth),
    pointTable(growth),
    ...studyParts(growth),
  ];
}

function exponentTable({ curves }: Growth): string {
  return markdownTable({
    columns: ["what grows", "from", "to", "exponent of processor time", "exponent of peak memory"],
    rows: curves.map((curve) => [
      NAMES[curve.dimension],
      count(curve.points[0]!.size),
      count(curve.points.at(-1)!.size),
      exponentOf(curve, "cpuSeconds").toFixed(2),
      exponentOf(curve, "peakMiB").toFixed(2),
    ]),
  });
}

function pointTable({ curves }: Growth): string {
  return markdownTable({
    columns: ["what grows", "size", "processor s", "peak MiB"],
    rows: curves.flatMap(({ dimension, points }) =>
      points.map((point) => [
        NAMES[dimension],
        count(point.size),
        short(point.cpuSeconds),
        short(point.peakMiB),
      ]),
    ),
  });
}

function studyParts({ curves }: Growth): string[] {
  const people = curves.find(({ dimension }) => dimension === "people");
  const facilities = curves.find(({ dimension }) => dimension === "facilities");
  if (people === undefined || facilities === undefined) return [];
  const peopleExponent = exponentOf(people, "cpuSeconds");
  const facilityExponent = exponentOf(facilities, "cpuSeconds");
  const prisons = STUDY.countries * STUDY.prisonsPerCountry;
  const largest = people.points.at(-1)!;
  const alone = largest.cpuSeconds * (STUDY.people / largest.size) ** peopleExponent;
  const factor = (prisons / WORKLOAD_FACILITIES) ** facilityExponent;
  const replication = alone * factor;
  const runs = STUDY.replications * STUDY.scenarios;
  const oneMachineHours = (replication * runs) / CORES / 3600;
  const gibibytes = ((largest.peakMiB / largest.size) * STUDY.people) / 1024;
  return [
    "### A study of 50 countries",
    `${count(STUDY.people)} people in ${STUDY.countries} countries of ${STUDY.prisonsPerCountry} prisons each, ten years, ${count(STUDY.replications)} replications of ${STUDY.scenarios} scenarios that share nothing:`,
    [
      `- one replication: ${short(largest.cpuSeconds)} s as measured with ${count(largest.size)} people × (${count(STUDY.people)} ÷ ${count(largest.size)})^${peopleExponent.toFixed(3)} = ${short(alone)} s;`,
      `- ${count(prisons)} prisons instead of ${WORKLOAD_FACILITIES}: × (${count(prisons)} ÷ ${WORKLOAD_FACILITIES})^${facilityExponent.toFixed(3)} = × ${short(factor)}, so ${short(replication)} s;`,
      `- ${count(runs)} of them: ${short((replication * runs) / 3600)} processor hours; on one machine of ${CORES} cores ÷ ${CORES} = ${short(oneMachineHours)} h (${short(oneMachineHours / 24)} days);`,
      `- on ${MACHINES} such machines ÷ ${MACHINES} = ${short(oneMachineHours / MACHINES)} h, as replications are independent; the time to gather the results is not in it;`,
      `- memory, at what a person took with ${count(largest.size)} people (${short((largest.peakMiB * 2 ** 20) / largest.size)} bytes): ${short(gibibytes)} GiB a thread.`,
    ].join("\n"),
    "People live in one system here; more countries with corridors between them cost what their people cost. The study itself has not been run.",
  ];
}

function exponentOf(curve: GrowthCurve, key: "cpuSeconds" | "peakMiB"): number {
  return fitPowerLaw(pairs(curve, key)).exponent;
}

function pairs({ points }: GrowthCurve, key: keyof GrowthPoint): [number, number][] {
  return points.map((point) => [point.size, point[key]]);
}

function count(value: number): string {
  return number(value, 0);
}
