import { describe, expect, it } from "vitest";
import { quantity, readTable, type StockRow, total } from "./readTable.ts";

interface StreamRow {
  readonly id: string;
  readonly sex: string;
  readonly admissions: string;
  readonly facilities: Readonly<Record<string, number>>;
  readonly entryLevel: string;
  readonly reclassification: readonly { readonly from: string; readonly to: string; readonly rate: string }[];
  readonly stay: { readonly bands: readonly { from: string; to: string; share: number }[] };
  readonly deaths: string;
}

const streams = readTable<StreamRow>("mx-streams").rows;
const stock = readTable<StockRow & { readonly level: string }>("mx-initial-stock").rows;

/** People a stream holds in the steady state, by a fine sum over the time since admission. */
interface Steady {
  readonly people: number;
  readonly pretrial: number;
  readonly admittedWithin: (years: number) => { readonly people: number; readonly pretrial: number };
}

/** Every three days up to the longest stay: no closed form of the pipeline is used. */
function steadyState(stream: StreamRow): Steady {
  const step = 3;
  const perDay = quantity(stream.admissions) / 365.25;
  const death = quantity(stream.deaths) / 365.25;
  const sentence = quantity(stream.reclassification[0]?.rate ?? "0") / 365.25;
  const bands = stream.stay.bands.map(({ from, to, share }) => ({
    from: quantity(from),
    to: quantity(to),
    share,
  }));
  const longest = Math.max(...bands.map(({ to }) => to));
  const people: number[] = [];
  const pretrial: number[] = [];
  for (let age = step / 2; age < longest; age += step) {
    const inside = total(bands, ({ from, to, share }) => {
      if (age <= from) return share;
      return age >= to ? 0 : (share * (to - age)) / (to - from);
    });
    const here = perDay * step * inside * Math.exp(-death * age);
    people.push(here);
    pretrial.push(here * Math.exp(-sentence * age));
  }
  const sumOf = (values: readonly number[], days = Number.POSITIVE_INFINITY) =>
    total(values.slice(0, Math.round(Math.min(days, longest) / step)), (value) => value);
  return {
    people: sumOf(people),
    pretrial: sumOf(pretrial),
    admittedWithin: (years) => ({
      people: sumOf(people, years * 365.25),
      pretrial: sumOf(pretrial, years * 365.25),
    }),
  };
}

const steady = new Map(streams.map((stream) => [stream.id, steadyState(stream)]));
const of = (id: string) => {
  const found = steady.get(id);
  if (found === undefined) throw new RangeError(`no stream ${id}`);
  return found;
};
const all = [...steady.values()];

describe("steady state of mx-streams", () => {
  it("steady state holds the people of the initial stock in every facility", () => {
    for (const stream of streams) {
      for (const [facility, share] of Object.entries(stream.facilities)) {
        const rows = stock.filter((row) => row.stream === stream.id && row.facility === facility);
        const persons = total(rows, (row) => row.persons);
        expect(Math.abs(of(stream.id).people * share - persons), `${stream.id} in ${facility}`).toBeLessThan(
          2 + 0.001 * persons,
        );
      }
    }
    expect(total(all, ({ people }) => people)).toBeCloseTo(236_773, -2);
  });

  it("steady state holds the people before trial of every stream", () => {
    for (const { id } of streams) {
      const rows = stock.filter((row) => row.stream === id && row.level === "pretrial");
      const persons = total(rows, (row) => row.persons);
      expect(Math.abs(of(id).pretrial - persons), id).toBeLessThan(2 + 0.002 * persons);
    }
    expect(total(all, ({ pretrial }) => pretrial)).toBeCloseTo(86_038, -2);
  });

  it("steady state has the published shares of people before trial who have waited two years or more", () => {
    for (const [sex, published] of [
      ["male", 22.3],
      ["female", 25.6],
    ] as const) {
      const some = streams.filter((stream) => stream.sex === sex).map(({ id }) => of(id));
      const within = total(some, (one) => one.admittedWithin(2).pretrial);
      expect(100 * (1 - within / total(some, ({ pretrial }) => pretrial))).toBeCloseTo(published, 0);
    }
  });

  it("steady state has half of its people inside for at most four years, against 39.5 percent in the survey", () => {
    const within = total(all, (one) => one.admittedWithin(4).people);
    expect((100 * within) / total(all, ({ people }) => people)).toBeCloseTo(51.4, 0);
  });
});

describe("stays of mx-streams", () => {
  it("stays end within 60 years, and those of detained people within two", () => {
    for (const { id, stay } of streams) {
      const longest = Math.max(...stay.bands.map(({ to }) => quantity(to)));
      expect(longest, id).toBe((id.endsWith("-convicted") ? 60 : 2) * 365.25);
      expect(total(stay.bands, ({ share }) => share)).toBeCloseTo(1, 9);
    }
  });

  it("more than half of the people admitted to state centres leave within 15 days", () => {
    const state = streams.filter(({ id }) => id.includes("-state-"));
    const brief = state.filter(({ stay }) => stay.bands[0]?.to === "15 d");
    const admitted = (some: readonly StreamRow[]) => total(some, ({ admissions }) => quantity(admissions));
    const leaving = total(brief, (one) => quantity(one.admissions) * (one.stay.bands[0]?.share ?? 0));
    expect(brief.map(({ id }) => id.endsWith("-detained"))).toEqual([true, true, true, true]);
    expect(leaving / admitted(state)).toBeCloseTo(0.557, 2);
  });

  it("everybody enters before trial and is sentenced within the same facility", () => {
    for (const { entryLevel, reclassification } of streams) {
      expect(entryLevel).toBe("pretrial");
      expect(reclassification.map(({ from, to }) => [from, to])).toEqual([["pretrial", "sentenced"]]);
    }
  });
});
