import { quantity, type UsStreamRow } from "./readTable.ts";

/** Classes of a stream, with the steps of a Markov chain between them. */
export class ClassPaths {
  readonly classes: string[] = [];
  private readonly step: number[][];

  /** @param stepYears length of one step */
  constructor(row: UsStreamRow, held: readonly string[], stepYears: number) {
    for (const name of Object.keys(row.levels)) this.indexOf(name);
    for (const { from, to } of row.reclassification) [from, to].map((name) => this.indexOf(name));
    for (const name of held) this.indexOf(name);
    const rates = this.classes.map(() => this.classes.map(() => 0));
    for (const { from, to, rate } of row.reclassification) {
      const line = rates[this.indexOf(from)] ?? [];
      line[this.indexOf(to)] = (line[this.indexOf(to)] ?? 0) + quantity(rate);
      line[this.indexOf(from)] = (line[this.indexOf(from)] ?? 0) - quantity(rate);
    }
    this.step = exponential(rates, stepYears);
  }

  /** Index of a class, "low" being the same as "low/low". */
  indexOf(name: string): number {
    const full = name.includes("/") ? name : `${name}/${name}`;
    const known = this.classes.indexOf(full);
    return known >= 0 ? known : this.classes.push(full) - 1;
  }

  /** Own level of a class. */
  levelOf(index: number): string {
    return this.classes[index]?.split("/")[0] ?? "";
  }

  /** Where people are one step later. */
  after(people: readonly number[]): number[] {
    return this.classes.map((_, to) =>
      people.reduce((total, count, from) => total + count * (this.step[from]?.[to] ?? 0), 0),
    );
  }

  /** Paths of people who start in some classes: one list for every step. */
  path(start: readonly number[], steps: number): number[][] {
    const path = [[...start]];
    for (let step = 0; step < steps; step += 1) path.push(this.after(path[step] ?? []));
    return path;
  }
}

/** exp(rates x time) by its series. */
function exponential(rates: readonly (readonly number[])[], time: number): number[][] {
  let term: number[][] = rates.map((_, i) => rates.map((_, j) => (i === j ? 1 : 0)));
  const total = term.map((row) => [...row]);
  for (let k = 1; k < 40; k += 1) {
    const before = term;
    term = rates.map((_, i) =>
      rates.map(
        (_, j) => (rates.reduce((sum, row, l) => sum + (before[i]?.[l] ?? 0) * (row[j] ?? 0), 0) * time) / k,
      ),
    );
    total.forEach((row, i) => {
      row.forEach((value, j) => {
        row[j] = value + (term[i]?.[j] ?? 0);
      });
    });
  }
  return total;
}
