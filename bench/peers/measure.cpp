// Runs a program and writes what it used as one line of JSON to the standard error, after the program's own:
// seconds on all its processors, user and system, and the largest resident memory.
//
//   g++ -O1 -o measure measure.cpp && ./measure PROGRAM [ARGUMENT...]
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>

int main(int count, char** arguments) {
  if (count < 2) return 2;
  const pid_t child = fork();
  if (child == 0) {
    execvp(arguments[1], arguments + 1);
    std::perror(arguments[1]);
    _exit(127);
  }
  int status = 0;
  rusage used{};
  if (child < 0 || wait4(child, &status, 0, &used) < 0) return 1;
  const auto seconds = [](const timeval& time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
  std::fprintf(stderr, "{\"cpuSeconds\":%.6f,\"peakMiB\":%.1f}\n", seconds(used.ru_utime) + seconds(used.ru_stime),
               double(used.ru_maxrss) / 1024);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
