#!/bin/sh
# Puts the keyed random numbers to dieharder's tests; prints one line per p-value.
#
#   bench/dieharder/run.sh [SEED] [ORDER] [TEST...]
#
# SEED: seed of the simulator, default 1. ORDER: persons (default) or decisions, see stream.ts.
# TEST: numbers of dieharder tests (`dieharder -l`); without any, all but 14, which its authors withdrew, and of the
# lagged sums every fourth lag up to 24. All tests read one stream, one after the other: no number is used twice.
set -eu
cd "$(dirname "$0")/../.."
seed=${1:-1}
order=${2:-persons}
[ $# -gt 2 ] && shift 2 || set -- 0 1 2 3 4 8 9 10 11 12 13 15 16 17 100 101 102 209 208 207 206 205 204 203 200 202 201 5 6 7

judge() {
  nice -n 19 dieharder -g 200 -D test_name -D ntuple -D tsamples -D psamples -D pvalues -D assessment "$@"
}

nice -n 19 node --import tsx bench/dieharder/stream.ts --seed "$seed" --order "$order" | for test; do
  case $test in
    200) for n in 1 2 3 4 5 6 7 8 9 10 11 12; do judge -d 200 -n "$n"; done ;;
    201) for n in 2 3 4 5; do judge -d 201 -n "$n"; done ;;
    202) for n in 2 3 4 5; do judge -d 202 -n "$n"; done ;;
    203) for n in 0 4 8 12 16 20 24; do judge -d 203 -n "$n"; done ;;
    *) judge -d "$test" ;;
  esac
done
