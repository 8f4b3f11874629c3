#!/usr/bin/env bash
# A program of strangers, schemathesis, asks a running service everything that its description allows and much that it does
# not, with all checks on, and finds nothing: openapi.sh PROGRAM LEDGER SCHEMATHESIS SECONDS.
set -euo pipefail

program=$(realpath "$1") schemathesis=$(realpath -s "$3") seconds=$4 here=$(realpath "$(dirname "$0")")
scratch=$(mktemp -d)
cp -r "$2" "$scratch/ledger"
touch "$scratch/said"
"$program" serve --ledger "$scratch/ledger" --listen 127.0.0.1:0 >"$scratch/said" 2>"$scratch/talk" &
service=$!
end() {
  kill "$service" 2>/dev/null || true
  wait "$service" 2>/dev/null || true
  rm -rf "$scratch"
}
trap end EXIT
for _ in $(seq 150); do
  url=$(sed -n 's/.*\(http:[^ ]*\).*/\1/p' "$scratch/said" | head -n 1)
  if [ -n "$url" ]; then break; fi
  sleep 0.2
done
if [ -z "$url" ]; then cat "$scratch/talk"; exit 1; fi

size() { sed -n 's/.*"size":\([0-9]*\).*/\1/p'; }
before=$(curl -fsS "$url/v1/checkpoint" | size)
# The same seed asks the same, but for what the clock decides.
cd "$scratch" # it leaves files of its own where it is
PYTHONPATH=$here PROTOKOL_SERVICE=$url SCHEMATHESIS_HOOKS=openapi_bodies \
  "$schemathesis" run "$url/v1/openapi.json" --checks all --max-time "$seconds" --seed 7 --no-color \
  --continue-on-failure --request-timeout 60
after=$(curl -fsS "$url/v1/checkpoint" | size)
[ "$before" = "$after" ] || { echo "the log grew from $before to $after, though nothing new was signed"; exit 1; }

# Whatever was asked, it is still the log that it was.
kill "$service"
wait "$service"
"$program" verify "$scratch/ledger" --quiet
