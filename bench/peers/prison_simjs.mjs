// The reference workload of bench/README.md in SimJS (npm: simjs), written the way its documentation suggests: one
// entity for each person, one for admissions, one that records every day.
//
//   node bench/peers/prison_simjs.mjs --seed=1 --scale=0.1 --transfers=1 --capacity=1000 --reps=3
import { parseArgs } from "node:util";

// The package is made for browsers: it exports nothing and defines `window.Sim`.
globalThis.window = globalThis;
await import("simjs");
const { Sim, Entity, Random } = globalThis.Sim;

const LEVELS = 4;
const PER_LEVEL = 30;
const DAYS = 3650;
const SIGMA = Math.sqrt(Math.log(2));
const MU = Math.log(1200) - SIGMA ** 2 / 2;

/** State of one replication: head-counts, daily records and counts of events. */
class Network {
  constructor(given, seed) {
    this.given = given;
    this.capacity = given.capacity * given.scale;
    this.random = new Random(seed);
    this.sim = new Sim();
    this.stock = Array.from({ length: LEVELS }, () => new Array(PER_LEVEL).fill(0));
    this.record = [];
    this.counts = { adm: 0, mov: 0, app: 0, dep: 0, rel: 0 };
  }

  run() {
    this.sim.addEntity(Recorder, "recorder", this);
    const persons = Math.round(150_000 * this.given.scale);
    for (let i = 0; i < persons; i++) this.admit(i % LEVELS, this.random.exponential(1 / 1000));
    this.sim.addEntity(Admissions, "admissions", this);
    this.sim.simulate(DAYS);
  }

  admit(level, stay) {
    this.sim.addEntity(Person, "person", this, level, stay);
  }

  /** Facility of a level with the least stock / capacity; the first one wins a tie. */
  leastCrowded(level) {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    this.stock[level].forEach((stock, facility) => {
      const occupancy = stock / this.capacity;
      if (occupancy < least) {
        best = facility;
        least = occupancy;
      }
    });
    return best;
  }

  summary() {
    const threshold = 1.3 * this.capacity;
    const total = (row) => row.reduce((sum, stock) => sum + stock, 0);
    const above = this.record.flat().filter((stock) => stock > threshold);
    return {
      final: total(this.record.at(-1)),
      mean: this.record.reduce((sum, row) => sum + total(row), 0) / DAYS,
      pd130: above.reduce((sum, stock) => sum + stock - threshold, 0),
      days130: above.length,
      ...this.counts,
      events: total(Object.values(this.counts)),
    };
  }
}

/** Stores the head-count of every facility at the end of each day, before anything else at that moment. */
class Recorder extends Entity {
  start(network) {
    for (let day = 1; day <= DAYS; day++) {
      this.setTimer(day).done(() => network.record.push(network.stock.flat()));
    }
  }
}

/** Admits people in a Poisson process. */
class Admissions extends Entity {
  start(network) {
    this.network = network;
    this.wait();
  }

  wait() {
    const rate = (45_000 * this.network.given.scale) / 365;
    this.setTimer(this.network.random.exponential(rate)).done(this.admit);
  }

  admit() {
    const { random, counts } = this.network;
    counts.adm++;
    this.network.admit(Math.floor(random.uniform(0, LEVELS)), Math.exp(random.normal(MU, SIGMA)));
    this.wait();
  }
}

/** A person inside: always asleep until the next thing that happens to them. */
class Person extends Entity {
  start(network, level, stay) {
    const { random, given } = network;
    const now = this.time();
    this.network = network;
    this.level = level;
    this.facility = network.leastCrowded(level);
    network.stock[level][this.facility]++;
    this.release = now + stay;
    this.move = now + random.exponential(1 / 700);
    const applies = given.transfers === 1 && random.random() < 0.1;
    this.application = applies ? now + random.exponential(1 / 400) : Number.POSITIVE_INFINITY;
    this.departure = Number.POSITIVE_INFINITY;
    this.sleep();
  }

  sleep() {
    this.due = Math.min(this.release, this.move, this.application, this.departure);
    this.setTimer(this.due - this.time()).done(this.wake);
  }

  wake() {
    const { random, counts, stock } = this.network;
    const ownStock = stock[this.level];
    if (this.due === this.release || this.due === this.departure) {
      counts[this.due === this.release ? "rel" : "dep"]++;
      ownStock[this.facility]--;
      return;
    }
    if (this.due === this.move) {
      counts.mov++;
      const chosen = this.network.leastCrowded(this.level);
      ownStock[this.facility]--;
      ownStock[chosen]++;
      this.facility = chosen;
      this.move = this.due + random.exponential(1 / 700);
    } else {
      counts.app++;
      if (random.random() < 0.25) this.departure = 90 * (Math.floor(this.due / 90) + 1);
      this.application = Number.POSITIVE_INFINITY;
    }
    this.sleep();
  }
}

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    scale: { type: "string", default: "1" },
    transfers: { type: "string", default: "1" },
    capacity: { type: "string", default: "1000" },
    reps: { type: "string", default: "1" },
  },
});
const given = {
  scale: Number(values.scale),
  transfers: Number(values.transfers),
  capacity: Number(values.capacity),
};
for (let rep = 0; rep < Number(values.reps); rep++) {
  const seed = Number(values.seed) + rep;
  const start = performance.now();
  const before = process.cpuUsage();
  const network = new Network(given, seed);
  network.run();
  const summary = network.summary();
  const used = process.cpuUsage(before);
  const times = { ms: performance.now() - start, cpuMs: (used.user + used.system) / 1000 };
  console.log(JSON.stringify({ impl: "simjs", seed, ...given, ...summary, ...times }));
}
