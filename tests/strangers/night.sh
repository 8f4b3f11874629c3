#!/usr/bin/env bash
# An election folder handed in to a service by the load tool; prints the fingerprint of what the service sealed.
#
#   tests/strangers/night.sh PROTOKOL FOLDER LEDGER [FLAG...]
#
# LEDGER is made, and must not be there. FLAGs are the load's: --rate 200, --clients 16, --json.
set -euo pipefail
if [ $# -lt 3 ]; then echo "usage: $0 PROTOKOL FOLDER LEDGER [FLAG...]" >&2; exit 2; fi
protokol=$(realpath "$1") folder=$2 ledger=$3
shift 3

scratch=$(mktemp -d)
server=
stop() { if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" || true; server=; fi; }
trap 'stop; rm -rf "$scratch"' EXIT

"$protokol" rehearse "$folder" --found --ledger "$ledger" --quiet >&2
"$protokol" serve --ledger "$ledger" --listen 127.0.0.1:0 --behind 127.0.0.1 --quiet >"$scratch/server" &
server=$!
for _ in $(seq 100); do
  url=$(sed -n 's,.*\(http://[^ ]*\).*,\1,p' "$scratch/server")
  if [ -n "$url" ]; then break; fi
  sleep 0.1
done
"$protokol" rehearse "$folder" --to "$url" --as-proxy --quiet "$@" >&2
# It may be asked to hand in everything again: nothing comes in twice.
"$protokol" rehearse "$folder" --to "$url" --as-proxy --quiet --json >"$scratch/again"
grep -q '"all":{"submissions":[0-9]*,"taken":0,' "$scratch/again" || { cat "$scratch/again" >&2; exit 1; }
stop
"$protokol" verify "$ledger" | sed -En 's/^(VERIFIED|CONSISTENT, owner not proved) //p' | tee "$scratch/fingerprint"
test -s "$scratch/fingerprint"
