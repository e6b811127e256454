import { describe, expect, it } from "vitest";
import {
  type FacilityRow,
  quantity,
  readTable,
  type StockRow,
  total,
  type UsStreamRow,
} from "./readTable.ts";
import { ClassPaths } from "./usClassPaths.ts";
import { Alive, type Served, servedOf } from "./usServing.ts";

const LEVELS = ["minimum", "low", "medium", "high", "unclassified"];
const PUBLISHED = [15.9, 36.5, 31.6, 12.5, 3.5];
const YEARS = 10;
const STEP = 1 / 24;
const STEPS = YEARS / STEP;

const unitLevel = new Map(readTable<FacilityRow>("us-facilities").rows.map((row) => [row.id, row.level]));
const stock = readTable<StockRow>("us-initial-stock").rows;
const streams = readTable<UsStreamRow>("us-streams").rows.filter((row) => quantity(row.admissions) > 0);

/** The level one lower, as people have it in the community; women have no units above low. */
function lower(level: string, sex: string): string {
  const levels = sex === "female" ? LEVELS.slice(0, 2) : LEVELS.slice(0, 4);
  return levels[Math.max(0, levels.indexOf(level) - 1)] ?? "minimum";
}

/** People by own level at every step, from the tables alone, deaths left aside. */
class LevelCount {
  readonly byStep = Array.from({ length: STEPS + 1 }, () => new Map<string, number>());

  add(step: number, level: string, persons: number): void {
    const counts = this.byStep[step];
    counts?.set(level, (counts.get(level) ?? 0) + persons);
  }

  percents(step: number): number[] {
    const counts = this.byStep[step] ?? new Map<string, number>();
    const all = total([...counts.values()], (value) => value);
    return LEVELS.map((level) => (100 * (counts.get(level) ?? 0)) / all);
  }
}

/** Adds ten years of one stream: the people inside on day 0, those outside, and those who come in. */
function followStream(row: UsStreamRow, count: LevelCount): void {
  const rows = stock.filter((entry) => entry.stream === row.id);
  const inside = rows.filter((entry) => entry.facility !== "COMMUNITY");
  const outside = rows.filter((entry) => entry.facility === "COMMUNITY");
  const classOf = (entry: StockRow) => `${entry.level}/${unitLevel.get(entry.facility)}`;
  const paths = new ClassPaths(row, inside.map(classOf), STEP);
  const share = row.finalPlacement?.share ?? 0;
  const lastDays: { insideYears: number; outsideYears: number; perYear: number }[] = servedOf(row, 3).flatMap(
    (served: Served) =>
      served.placedYears > 0
        ? [
            {
              insideYears: served.years - served.placedYears,
              outsideYears: served.placedYears,
              perYear: served.perYear * share,
            },
            { insideYears: served.years, outsideYears: 0, perYear: served.perYear * (1 - share) },
          ]
        : [{ insideYears: served.years, outsideYears: 0, perYear: served.perYear }],
  );
  const insidePersons = total(inside, (entry) => entry.persons);
  const outsidePersons = total(outside, (entry) => entry.persons);
  const lifers = (insidePersons + outsidePersons) * row.sentence.life.stockShare;
  const scale = (insidePersons - lifers) / total(lastDays, (entry) => entry.perYear * entry.insideYears);
  const start = paths.classes.map(() => 0);
  for (const entry of inside) {
    const at = paths.indexOf(classOf(entry));
    start[at] = (start[at] ?? 0) + entry.persons / insidePersons;
  }
  const entry = paths.classes.map((name) => row.levels[name] ?? row.levels[name.split("/")[0] ?? ""] ?? 0);
  const olds = paths.path(start, STEPS);
  const news = paths.path(entry, STEPS);
  const newInside = paths.classes.map(() => 0);
  for (let step = 0; step <= STEPS; step += 1) {
    const time = step * STEP;
    const left = total(lastDays, (one) => one.perYear * scale * Math.max(0, one.insideYears - time));
    if (step > 0) {
      const age = (step - 0.5) * STEP;
      const still = total(lastDays, (one) => (one.insideYears > age ? one.perYear * scale * STEP : 0));
      newInside.forEach((value, at) => {
        const mean = ((news[step - 1]?.[at] ?? 0) + (news[step]?.[at] ?? 0)) / 2;
        newInside[at] = value + mean * still;
      });
    }
    paths.classes.forEach((_, at) => {
      count.add(step, paths.levelOf(at), (olds[step]?.[at] ?? 0) * (left + lifers) + (newInside[at] ?? 0));
    });
  }
  followCommunity(row, count, lastDays, paths, olds, news, scale, outside);
}

/** Adds the people outside: those of day 0, and those who go there with a level less than they had inside. */
function followCommunity(
  row: UsStreamRow,
  count: LevelCount,
  lastDays: readonly { insideYears: number; outsideYears: number; perYear: number }[],
  paths: ClassPaths,
  olds: readonly (readonly number[])[],
  news: readonly (readonly number[])[],
  scale: number,
  outside: readonly StockRow[],
): void {
  const whole = total(lastDays, (one) => one.perYear * one.outsideYears);
  if (whole === 0) return;
  for (const { level, persons } of outside) {
    for (let step = 0; step <= STEPS; step += 1) {
      const left = total(lastDays, (one) => one.perYear * Math.max(0, one.outsideYears - step * STEP));
      count.add(step, level ?? "", (persons * left) / whole);
    }
  }
  const byLevel = (people: readonly number[]) =>
    LEVELS.map((level) =>
      people.reduce((sum, persons, at) => (paths.levelOf(at) === level ? sum + persons : sum), 0),
    );
  const oldLevels = olds.map(byLevel);
  const newLevels = news.map(byLevel);
  const change = LEVELS.map(() => new Float64Array(STEPS + 2));
  for (const { insideYears, outsideYears, perYear } of lastDays) {
    if (outsideYears === 0) continue;
    const entered = newLevels[Math.min(STEPS, Math.round(insideYears / STEP))] ?? [];
    for (let step = 0; step < STEPS; step += 1) {
      const levels = (step + 0.5) * STEP < insideYears ? (oldLevels[step] ?? []) : entered;
      const end = Math.min(STEPS + 1, step + 1 + Math.round(outsideYears / STEP));
      for (let level = 0; level < LEVELS.length; level += 1) {
        const persons = (levels[level] ?? 0) * perYear * scale * STEP;
        const line = change[level] as Float64Array;
        line[step + 1] = (line[step + 1] ?? 0) + persons;
        line[end] = (line[end] ?? 0) - persons;
      }
    }
  }
  LEVELS.forEach((level, index) => {
    let there = 0;
    for (let step = 0; step <= STEPS; step += 1) {
      there += change[index]?.[step] ?? 0;
      count.add(step, lower(level, row.sex), there);
    }
  });
}

describe("the stationary state of the tables", () => {
  it("us-streams keep the stock of every stream: admissions x mean stay, deaths by age as a competing exit", () => {
    const alive = new Alive(streams[0] as UsStreamRow);
    for (const row of streams) {
      const persons = total(
        stock.filter((entry) => entry.stream === row.id),
        (entry) => entry.persons,
      );
      const { admissionShare, stockShare } = row.sentence.life;
      const ending = total(servedOf(row, 40), (served) => served.perYear * alive.meanYears(served.years));
      const forLife = quantity(row.admissions) * admissionShare * alive.lifetimeYears;
      expect(Math.abs(ending + forLife - persons), row.id).toBeLessThan(Math.max(1, 0.003 * persons));
      expect(Math.abs(forLife - persons * stockShare), row.id).toBeLessThan(
        Math.max(1, 0.01 * persons * stockShare),
      );
    }
  });

  it("us-streams place the 14,065 people of the community within 0.5 percent", () => {
    const alive = new Alive(streams[0] as UsStreamRow);
    const placed = total(streams, (row) =>
      total(
        servedOf(row, 40),
        (served) =>
          (row.finalPlacement?.share ?? 0) *
          served.perYear *
          (alive.meanYears(served.years) - alive.meanYears(served.years - served.placedYears)),
      ),
    );
    expect(Math.abs(placed / 14_065 - 1)).toBeLessThan(0.005);
  });

  it("us-streams and us-initial-stock hold the own levels within one point of the published mix for ten years", () => {
    const count = new LevelCount();
    for (const row of streams) followStream(row, count);
    for (let year = 0; year <= YEARS; year += 1) {
      count.percents(year / STEP).forEach((percent, index) => {
        const miss = Math.abs(percent - (PUBLISHED[index] ?? 0));
        expect(miss, `${LEVELS[index]} after ${year} years: ${percent}`).toBeLessThan(1);
      });
    }
  });
});
