#!/usr/bin/env bash
# Fuzzes one parser after the other: tests/fuzz/run.sh [seconds for each] [target…]. Wants a nightly compiler and
# `cargo install cargo-fuzz`. What it comes upon lies in tests/fuzz/target/found; minimise.py takes from there.
# Prints a line for each target: date, name, seconds, executions, features covered, and whether anything was found.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-300}
shift || true
here=tests/fuzz
work=$here/target
targets=("$@")
[ "${#targets[@]}" -gt 0 ] || mapfile -t targets < <(basename -s .rs "$here"/targets/*.rs)

mkdir -p "$work/log"
# The genuine bytes that the library makes today: remove the folder to have them made anew.
[ -d "$work/seeds" ] || FOLDER="$PWD/$work/seeds" cargo test --quiet --test pure fuzz_corpus write_seeds -- --ignored >/dev/null
for target in "${targets[@]}"; do
  mkdir -p "$work/found/$target" "$here/corpus/$target"
  log=$work/log/$target.log
  verdict=clean
  # An input that takes ten seconds, or makes anything allocate 64 MB at once, is a finding like any panic.
  cargo +nightly fuzz run --fuzz-dir "$here" "$target" "$work/found/$target" "$here/corpus/$target" "$work/seeds/$target" \
    -- -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -malloc_limit_mb=64 -print_final_stats=1 >"$log" 2>&1 ||
    verdict="FOUND, see $log"
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  [ -n "$runs" ] || verdict="did not run, see $log"
  covered=$(sed -n 's/.* cov: [0-9]* ft: \([0-9]*\) .*/\1/p' "$log" | tail -n 1)
  printf '%s | %s | %s s | %s | %s | %s\n' "$(date -u +%F)" "$target" "$seconds" "${runs:-?}" "${covered:-?}" "$verdict"
done
