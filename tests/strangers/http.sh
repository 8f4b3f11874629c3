#!/usr/bin/env bash
# A published log behind a file server that knows nothing of it: verified by its address, and its forgeries refused.
#
#   tests/strangers/http.sh PROTOKOL PUBLISHED [POLICY]
set -euo pipefail
if [ $# -lt 2 ]; then echo "usage: $0 PROTOKOL PUBLISHED [POLICY]"; exit 2; fi
protokol=$(realpath "$1") published=$(realpath "$2") policy=()
if [ -n "${3:-}" ]; then policy=(--policy "$(realpath "$3")"); fi
if ! command -v python3 >/dev/null; then echo "SKIPPED: there is no python3 to serve files with"; exit 0; fi

scratch=$(mktemp -d)
server=
stop() { if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; server=; fi; }
trap 'stop; rm -rf "$scratch"' EXIT

# Serves a folder at a port of the system's choice, and puts the address into `url`.
serve() {
  stop
  python3 -u -m http.server 0 --bind 127.0.0.1 --directory "$1" >"$scratch/server" 2>"$scratch/requests" &
  server=$!
  for _ in $(seq 100); do
    url=$(sed -n 's,.*(\(http://[^)]*/\)).*,\1,p' "$scratch/server")
    if [ -n "$url" ]; then return; fi
    sleep 0.1
  done
  echo "the file server does not start"; cat "$scratch/requests"; exit 1
}

# Verifies what is served; it must end so, and say this.
expect() {
  local what=$1 exit=$2 says=$3 found=0
  "$protokol" verify "$url" "${policy[@]}" >"$scratch/said" 2>&1 || found=$?
  if [ "$found" != "$exit" ] || ! grep -qF -- "$says" "$scratch/said"; then
    echo "$what: exit code $found, and $exit was expected with: $says"; cat "$scratch/said"; exit 1
  fi
  echo "ok  $what: exit code $found"
}

# A copy of the folder, of which files are replaced and none is written over.
copy() { rm -rf "$scratch/copy"; cp -al "$published" "$scratch/copy" 2>/dev/null || cp -a "$published" "$scratch/copy"; }
replace() { cat >"$scratch/new" && mv "$scratch/new" "$scratch/copy/$1"; }
flip() { python3 -c 'import sys; d = bytearray(sys.stdin.buffer.read()); d[40] ^= 1; sys.stdout.buffer.write(d)'; }

fingerprint=$("$protokol" verify "$published" "${policy[@]}" | sed -En 's/^(VERIFIED|CONSISTENT, owner not proved) //p')
if [ -z "$fingerprint" ]; then echo "$published itself is not verified"; exit 1; fi

serve "$published"
expect "as it is" 0 "$fingerprint"

copy
flip <"$published/tile/0/000" | replace tile/0/000
serve "$scratch/copy"
expect "a forged tile" 1 "tile/0/000"

copy
replace tile/entries/000 <"$published/tile/entries/001"
replace tile/entries/001 <"$published/tile/entries/000"
serve "$scratch/copy"
expect "two bundles swapped" 1 "tile/0/000"

copy
rm "$scratch/copy/tile/entries/001"
serve "$scratch/copy"
expect "a missing bundle" 4 "tile/entries/001"

copy
rm -r "$scratch"/copy/tile/1
serve "$scratch/copy"
expect "missing tiles" 4 "tile/1/000"

serve "$published"
stop
expect "no server" 8 "$url"
