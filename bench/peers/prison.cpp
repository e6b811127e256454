// The reference workload of bench/README.md in C++: what one core can do when nothing but speed matters.
//
// Calendar of one list per day; the list of the day that begins is dealt into slots of about 0.002 day, each
// ordered by time, so events run in exact order. People are records of 32 bytes. All facilities of a level have
// the same capacity, so the least crowded is the one with the fewest people: one vector scan of 30 counts.
//
//   g++ -O3 -march=native -std=c++17 -o prison prison.cpp && ./prison --seed=1 --reps=3
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <limits>
#include <memory>
#include <string>
#include <vector>

namespace {

constexpr int kLevels = 4;
constexpr int kPerLevel = 30;
constexpr int kRow = 32;  // counts of a level, padded for vector instructions
constexpr int kFacilities = kLevels * kPerLevel;
constexpr int kDays = 3650;
constexpr int kSlots = 512;
constexpr double kNever = std::numeric_limits<double>::infinity();

struct Options {
  uint64_t seed = 1;
  double scale = 1;
  bool transfers = true;
  double capacity = 1000;
  int reps = 1;
};

// xoshiro256+ (Blackman and Vigna), seeded by splitmix64.
class Random {
 public:
  explicit Random(uint64_t seed) {
    for (uint64_t& word : state_) {
      seed += 0x9e3779b97f4a7c15u;
      uint64_t z = seed;
      z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
      z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
      word = z ^ (z >> 31);
    }
  }
  uint64_t bits() {
    const uint64_t result = state_[0] + state_[3];
    const uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = (state_[3] << 45) | (state_[3] >> 19);
    return result;
  }
  double uniform() { return ((bits() >> 11) + 0.5) * 0x1.0p-53; }  // 53 bits, inside (0, 1)
  double exponential(double mean) { return -mean * std::log(uniform()); }
  double normal() {  // polar method, in pairs
    if (hasSpare_) {
      hasSpare_ = false;
      return spare_;
    }
    double x, y, square;
    do {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    const double factor = std::sqrt(-2 * std::log(square) / square);
    spare_ = y * factor;
    hasSpare_ = true;
    return x * factor;
  }

 private:
  uint64_t state_[4];
  double spare_ = 0;
  bool hasSpare_ = false;
};

double milliseconds(clockid_t clock) {
  timespec time;
  clock_gettime(clock, &time);
  return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

enum Special : uint8_t { kApplication, kDeparture };

struct alignas(32) Person {
  double release;
  double move;
  double special;  // application, then batch departure
  int32_t next;
  uint8_t level;
  uint8_t facility;  // within the level
  Special kind;
  double due() const { return std::min(std::min(release, move), special); }
};
static_assert(sizeof(Person) == 32);

struct Counts {
  int64_t admissions = 0, moves = 0, applications = 0, departures = 0, releases = 0;
  int64_t events() const { return admissions + moves + applications + departures + releases; }
};

class Prison {
 public:
  explicit Prison(const Options& options)
      : options_(options), threshold_(1.3 * options.capacity * options.scale), random_(options.seed) {
    people_ = std::unique_ptr<Person[]>(new Person[size_t(std::lround(260000 * options.scale)) + 1000]);
    days_.assign(kDays, -1);
    std::fill(std::begin(slots_), std::end(slots_), -1);
    record_.reset(new int32_t[size_t(kDays) * kFacilities]);
    for (int i = 0; i < kLevels * kRow; i++) stock_[i] = i % kRow < kPerLevel ? 0 : INT32_MAX;
  }

  void run() {
    const int initial = int(std::lround(150000 * options_.scale));
    for (int i = 0; i < initial; i++) enter(0, i % kLevels, random_.exponential(1000));
    gap_ = 365 / (45000 * options_.scale);
    admission_ = random_.exponential(gap_);
    for (today_ = 0; today_ < kDays; today_++) {
      dealToday();
      for (int slot = 0; slot < kSlots; slot++) runSlot(slot, today_ + (slot + 1) * (1.0 / kSlots));
      recordDay(today_);
    }
  }

  // The starts of the run are in milliseconds; what follows is part of the run, so it is timed as well.
  void print(double wall, double processor) const {
    double sum = 0, personDays = 0;
    int64_t final = 0, days = 0;
    for (int row = 0; row < kDays; row++) {
      for (int f = 0; f < kFacilities; f++) {
        const int32_t stock = record_[size_t(row) * kFacilities + f];
        sum += stock;
        if (row == kDays - 1) final += stock;
        if (stock > threshold_) {
          personDays += stock - threshold_;
          days++;
        }
      }
    }
    std::printf(
        "{\"impl\":\"cpp\",\"seed\":%llu,\"scale\":%g,\"transfers\":%d,\"capacity\":%g,\"final\":%lld,\"mean\":%.4f,"
        "\"pd130\":%.1f,\"days130\":%lld,\"adm\":%lld,\"mov\":%lld,\"app\":%lld,\"dep\":%lld,\"rel\":%lld,"
        "\"events\":%lld,\"ms\":%.1f,\"cpuMs\":%.1f}\n",
        (unsigned long long)options_.seed, options_.scale, int(options_.transfers), options_.capacity,
        (long long)final, sum / kDays, personDays, (long long)days, (long long)counts_.admissions,
        (long long)counts_.moves, (long long)counts_.applications, (long long)counts_.departures,
        (long long)counts_.releases, (long long)counts_.events(), milliseconds(CLOCK_MONOTONIC) - wall,
        milliseconds(CLOCK_PROCESS_CPUTIME_ID) - processor);
  }

 private:
  // The first of the least crowded facilities of a level.
  int leastCrowded(int level) const {
    const int32_t* row = stock_ + level * kRow;
    int32_t least = INT32_MAX;
    for (int i = 0; i < kRow; i++) least = std::min(least, row[i]);
    uint32_t found = 0;
    for (int i = 0; i < kRow; i++) found |= uint32_t(row[i] == least) << i;
    return __builtin_ctz(found);
  }

  void enter(double now, int level, double stay) {
    int slot = free_;
    if (slot >= 0) free_ = people_[slot].next;
    else slot = used_++;
    Person& person = people_[slot];
    person.level = uint8_t(level);
    person.facility = uint8_t(leastCrowded(level));
    stock_[level * kRow + person.facility]++;
    person.release = now + stay;
    person.move = now + random_.exponential(700);
    const bool eligible = options_.transfers && random_.uniform() < 0.1;
    person.special = eligible ? now + random_.exponential(400) : kNever;
    person.kind = kApplication;
    schedule(slot, person);
  }

  void schedule(int slot, Person& person) {
    const double due = person.due();
    if (due >= kDays) return;  // never seen again
    const int day = int(due);
    if (day == today_) {
      insertToday(slot, person, due);
    } else {
      person.next = days_[day];
      days_[day] = slot;
    }
  }

  void insertToday(int slot, Person& person, double due) {
    int32_t* link = &slots_[std::min(int((due - today_) * kSlots), kSlots - 1)];
    while (*link >= 0 && people_[*link].due() < due) link = &people_[*link].next;
    person.next = *link;
    *link = slot;
  }

  void dealToday() {
    int slot = days_[today_];
    days_[today_] = -1;
    while (slot >= 0) {
      Person& person = people_[slot];
      const int next = person.next;
      if (next >= 0) __builtin_prefetch(&people_[next]);
      insertToday(slot, person, person.due());
      slot = next;
    }
  }

  void runSlot(int slot, double end) {
    for (;;) {
      const int first = slots_[slot];
      const double due = first >= 0 ? people_[first].due() : end;
      if (admission_ < due) {
        admit();
      } else if (first >= 0) {
        slots_[slot] = people_[first].next;
        runPerson(first, people_[first]);
      } else {
        return;
      }
    }
  }

  void admit() {
    static const double sigma = std::sqrt(std::log(2.0));
    static const double mu = std::log(1200.0) - sigma * sigma / 2;
    counts_.admissions++;
    const double now = admission_;
    const int level = int(random_.bits() >> 62);
    admission_ = now + random_.exponential(gap_);
    enter(now, level, std::exp(mu + sigma * random_.normal()));
  }

  void runPerson(int slot, Person& person) {
    if (person.move < person.release && person.move < person.special) return move(slot, person);
    if (person.special < person.release && person.kind == kApplication) return apply(slot, person);
    (person.special < person.release ? counts_.departures : counts_.releases)++;
    stock_[person.level * kRow + person.facility]--;
    person.next = free_;
    free_ = slot;
  }

  void move(int slot, Person& person) {
    counts_.moves++;
    const int to = leastCrowded(person.level);
    int32_t* row = stock_ + person.level * kRow;
    row[person.facility]--;
    row[to]++;
    person.facility = uint8_t(to);
    person.move += random_.exponential(700);
    schedule(slot, person);
  }

  void apply(int slot, Person& person) {
    counts_.applications++;
    const bool approved = random_.uniform() < 0.25;
    person.kind = kDeparture;
    person.special = approved ? 90 * (std::floor(person.special / 90) + 1) : kNever;
    schedule(slot, person);
  }

  void recordDay(int day) {
    int32_t* row = &record_[size_t(day) * kFacilities];
    for (int level = 0; level < kLevels; level++) {
      std::memcpy(row + level * kPerLevel, stock_ + level * kRow, kPerLevel * sizeof(int32_t));
    }
  }

  const Options options_;
  const double threshold_;
  Random random_;
  std::unique_ptr<Person[]> people_;
  int free_ = -1, used_ = 0;
  std::vector<int32_t> days_;
  int32_t slots_[kSlots];
  int today_ = -1;
  alignas(64) int32_t stock_[kLevels * kRow];
  std::unique_ptr<int32_t[]> record_;
  double gap_ = 0, admission_ = 0;
  Counts counts_;
};

Options parse(int count, char** arguments) {
  Options options;
  for (int i = 1; i < count; i++) {
    const std::string argument = arguments[i];
    const size_t equals = argument.find('=');
    const std::string name = argument.substr(0, equals);
    const double value = equals == std::string::npos ? 0 : std::atof(argument.c_str() + equals + 1);
    if (name == "--seed") options.seed = uint64_t(value);
    else if (name == "--scale") options.scale = value;
    else if (name == "--transfers") options.transfers = value != 0;
    else if (name == "--capacity") options.capacity = value;
    else if (name == "--reps") options.reps = int(value);
    else std::fprintf(stderr, "unknown option %s\n", arguments[i]), std::exit(2);
  }
  return options;
}

}  // namespace

int main(int count, char** arguments) {
  Options options = parse(count, arguments);
  for (int rep = 0; rep < options.reps; rep++, options.seed++) {
    const double wall = milliseconds(CLOCK_MONOTONIC), processor = milliseconds(CLOCK_PROCESS_CPUTIME_ID);
    Prison prison(options);
    prison.run();
    prison.print(wall, processor);
  }
}
