#!/bin/sh
# Makes the generated files of this folder anew, byte for byte.
# SPOTCHECK names the command; the default is the release build of this checkout.
set -eu
cd "$(dirname "$0")"
spotcheck=${SPOTCHECK:-../.build/release/spotcheck}
temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT

dumps() { "$spotcheck" generate --records 14400 --seed 62 --split month "$@"; }

rm -rf dumps
dumps -o dumps
dumps --encoding gb18030 --crlf -o "$temporary/gb18030"
mv "$temporary/gb18030/2024-03.csv" dumps/
dumps -o "$temporary/defects" \
  --defect bad-date=0.01 --defect slash-date=0.05 --defect blank-result=0.01 \
  --defect unknown-label=0.01 --defect pending-label=0.02 --defect padded-label=0.02 \
  --defect extra-field=0.005 --defect missing-field=0.01 --defect stray-quote=0.005 \
  --defect line-break=0.01 --defect bad-bytes=0.01 --defect lost-id=0.005 \
  --defect duplicate=0.02 --defect conflict=0.01
mv "$temporary/defects/2024-09.csv" dumps/

retests() { "$spotcheck" generate --shape items --seed 77 --start 2024-01 --sector 食品 --rate 食品=0.9 "$@"; }
retests --records 800 --months 4 --retests 0.3 --defect pending-label=0.01 -o retests/export-2024-05-10.csv
retests --records 1200 --months 6 --retests 0.9 -o retests/export-2024-07-10.csv

mkdir -p draw
list() { "$spotcheck" generate --seed 62 "$@"; }
list --list establishments --records 1200 -o draw/establishments.csv
list --list inspectors --records 60 -o draw/inspectors.csv

malformed() { "$spotcheck" generate --seed 5 --months 1 "$@"; }
malformed --records 0 -o malformed/header-only.csv
malformed --records 20 --defect bad-date=0.2 -o malformed/bad-date.csv
malformed --records 20 --defect unknown-label=0.2 -o malformed/unknown-label.csv
malformed --records 20 --defect extra-field=0.1 --defect missing-field=0.1 -o malformed/ragged.csv
malformed --records 20 --defect bad-bytes=0.2 -o malformed/bad-bytes.csv
malformed --records 20 --defect stray-quote=0.2 -o malformed/stray-quote.csv
malformed --records 20 --sector 制造业 --rate 制造业=1 -o malformed/one-label.csv
