#!/usr/bin/env bash
# The printed protocol, looked at by strangers: a browser makes the PDF, poppler reads it and paints it, zbar reads the
# square, and the program verifies what zbar read. Wants a rehearsed ledger of docs/elections/georgia-2018.
#
#   tests/independent/print.sh PROTOKOL LEDGER
set -euo pipefail
protokol=$1 ledger=$2

need=(chromium pdfinfo pdftotext pdftoppm zbarimg)
missing() { for program in "${need[@]}"; do command -v "$program" >/dev/null || return 0; done; return 1; }
if missing; then
  apt-get update -qq >/dev/null || true
  apt-get install -y -qq --no-install-recommends chromium zbar-tools fonts-dejavu-core poppler-utils >/dev/null || true
fi
if missing; then
  echo "SKIPPED: the printed protocol was NOT looked at: no chromium, poppler-utils or zbar-tools to be had here" >&2
  exit 0
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
fail() { echo "$*" >&2; exit 1; }

pdf() {
  timeout 300 chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --user-data-dir="$scratch/browser" --no-pdf-header-footer \
    --print-to-pdf="$2" "file://$1" 2>"$scratch/browser.log" >/dev/null || { cat "$scratch/browser.log" >&2; exit 1; }
}

# round-1 has 25 candidates, round-2 has 2; GE and 87 have summaries. The events are those that their pages name.
look() {
  local unit=$1 contest=$2 lang=$3 page=$scratch/$1-$2-$3
  "$protokol" show "$unit" --contest "$contest" --print "$page.html" --lang "$lang" --ledger "$ledger" --quiet >/dev/null
  pdf "$page.html" "$page.pdf"
  pdfinfo "$page.pdf" | grep -qE '^Pages: +1$' || fail "$unit $contest $lang: not one page"
  pdfinfo "$page.pdf" | grep -qE '^Page size: .*A4' || fail "$unit $contest $lang: not A4"
  pdftotext -layout "$page.pdf" "$page.txt"
  pdftoppm -r 300 -gray -png -singlefile "$page.pdf" "$page"
  zbarimg --quiet --raw -Sbinary "$page.png" >"$page.tlog-proof" 2>/dev/null || fail "$unit $contest $lang: the square cannot be read"
  "$protokol" verify "$page.tlog-proof" --policy keys/georgia-2018.policy >"$page.said" || fail "$unit $contest $lang: the receipt is not believed"
  "$protokol" export --receipt "$(sed -n 's/^index //p' "$page.tlog-proof")" --out "$page.exported" --ledger "$ledger" --quiet >/dev/null
  cmp "$page.tlog-proof" "$page.exported"
}

for lang in en az ru; do
  for contest in round-1 round-2; do
    look 01.001 "$contest" "$lang"
  done
done
look GE round-1 az
look GE round-2 ru

has() { grep -qF -- "$2" "$scratch/$1.txt" || fail "$1: no “$2” on the page"; }
for word in SINAQ Səsvermə sıfır İmzalayanlar Uyğunsuzluqlar beş Kağız; do has 01.001-round-1-az "$word"; done
has 01.001-round-1-az "min üç yüz doxsan bir"
has 01.001-round-2-az "dörd yüz otuz yeddi"
has 01.001-round-1-ru РЕПЕТИЦИЯ
has 01.001-round-2-ru "четыреста тридцать семь"
has 01.001-round-1-en REHEARSAL
has 01.001-round-2-en "four hundred thirty-seven"
# The last candidate and the last member are still on the page.
for lang in en az ru; do has 01.001-round-1-$lang "Teimuraz Shashiashvili"; has 01.001-round-1-$lang "Member 12 of 01.001"; done
# Every letter was had from a font: none is painted as a box.
pdffonts "$scratch/01.001-round-1-az.pdf" | tail -n +3 | grep -q . || fail "no font in the page"
echo "8 pages printed, each one A4 page; 8 squares read and verified"
