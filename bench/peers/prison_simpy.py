"""The reference workload of bench/README.md in SimPy, written the way its documentation suggests: one process
for each person, one for admissions, one that records every day.

    python3 prison_simpy.py --seed=1 --scale=0.1 --transfers=1 --capacity=1000 --reps=3

Needs the package `simpy` (Debian: python3-simpy3).
"""

import argparse
import json
import math
import random
import time

import simpy

LEVELS = 4
PER_LEVEL = 30
DAYS = 3650
NEVER = math.inf
SIGMA = math.sqrt(math.log(2))
MU = math.log(1200) - SIGMA**2 / 2


class Network:
    """State of one replication: head-counts, daily records and counts of events."""

    def __init__(self, options, seed):
        self.options = options
        self.capacity = options.capacity * options.scale
        self.random = random.Random(seed)
        self.env = simpy.Environment()
        self.stock = [[0] * PER_LEVEL for _ in range(LEVELS)]
        self.record = []
        self.counts = {"adm": 0, "mov": 0, "app": 0, "dep": 0, "rel": 0}

    def run(self):
        """Starts all processes and runs to the horizon."""
        self.env.process(self.recorder())
        for i in range(round(150_000 * self.options.scale)):
            self.env.process(self.person(i % LEVELS, self.random.expovariate(1 / 1000)))
        self.env.process(self.admissions())
        self.env.run(until=DAYS + 1e-6)

    def least_crowded(self, level):
        """Facility of a level with the least stock / capacity; the first one wins a tie."""
        best, least = 0, NEVER
        for facility, stock in enumerate(self.stock[level]):
            occupancy = stock / self.capacity
            if occupancy < least:
                best, least = facility, occupancy
        return best

    def person(self, level, stay):
        """Life of one person inside: always asleep until the next thing that happens to them."""
        env, draw, counts, stock = self.env, self.random, self.counts, self.stock[level]
        facility = self.least_crowded(level)
        stock[facility] += 1
        release = env.now + stay
        move = env.now + draw.expovariate(1 / 700)
        eligible = self.options.transfers and draw.random() < 0.1
        application = env.now + draw.expovariate(1 / 400) if eligible else NEVER
        departure = NEVER
        while True:
            due = min(release, move, application, departure)
            yield env.timeout(due - env.now)
            if due == release:
                counts["rel"] += 1
                break
            if due == departure:
                counts["dep"] += 1
                break
            if due == move:
                counts["mov"] += 1
                chosen = self.least_crowded(level)
                stock[facility] -= 1
                stock[chosen] += 1
                facility = chosen
                move = due + draw.expovariate(1 / 700)
            else:
                counts["app"] += 1
                if draw.random() < 0.25:
                    departure = 90 * (math.floor(due / 90) + 1)
                application = NEVER
        stock[facility] -= 1

    def admissions(self):
        """Admits people in a Poisson process."""
        rate = 45_000 * self.options.scale / 365
        while True:
            yield self.env.timeout(self.random.expovariate(rate))
            self.counts["adm"] += 1
            stay = self.random.lognormvariate(MU, SIGMA)
            self.env.process(self.person(self.random.randrange(LEVELS), stay))

    def recorder(self):
        """Stores the head-count of every facility at the end of each day."""
        for _ in range(DAYS):
            yield self.env.timeout(1)
            self.record.append([stock for level in self.stock for stock in level])

    def summary(self):
        """What the replication is compared by."""
        threshold = 1.3 * self.capacity
        above = [stock - threshold for row in self.record for stock in row if stock > threshold]
        return {
            "final": sum(self.record[-1]),
            "mean": round(sum(map(sum, self.record)) / DAYS, 4),
            "pd130": round(sum(above), 1),
            "days130": len(above),
            **self.counts,
            "events": sum(self.counts.values()),
        }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scale", type=float, default=1)
    parser.add_argument("--transfers", type=int, default=1)
    parser.add_argument("--capacity", type=float, default=1000)
    parser.add_argument("--reps", type=int, default=1)
    options = parser.parse_args()
    for seed in range(options.seed, options.seed + options.reps):
        wall, processor = time.perf_counter(), time.process_time()
        network = Network(options, seed)
        network.run()
        given = {"scale": options.scale, "transfers": options.transfers, "capacity": options.capacity}
        result = {"impl": "simpy", "seed": seed, **given, **network.summary()}
        result["ms"] = round((time.perf_counter() - wall) * 1000, 1)
        result["cpuMs"] = round((time.process_time() - processor) * 1000, 1)
        print(json.dumps(result), flush=True)


if __name__ == "__main__":
    main()
