#!/usr/bin/env python3
"""Compares spotcheck normalize, Python's csv and DuckDB on the corpus of dumps.

    SPOTCHECK_CORPUS=/tmp/corpus swift test --filter CorpusTests
    python3 Tests/Corpus/compare.py /tmp/corpus .build/release/spotcheck

Each file is read without hints, with one exception: Python and DuckDB are given it in UTF-8, converted from its
true encoding, because csv.Sniffer sees text only and DuckDB knows few encodings. SpotCheck is given its own bytes.
Prints a Markdown table: by kind the share of headers, records and cells that came back exactly.
"""

import collections
import csv
import difflib
import io
import json
import pathlib
import platform
import subprocess
import sys
import tempfile

try:
    import duckdb
except ImportError:
    duckdb = None

csv.field_size_limit(1 << 30)


def has_text(row):
    """Whether a row is not blank; blank rows are dropped for the readers that return them."""
    return any(value and value.strip() for value in row)


def by_spotcheck(path, command):
    """The table that spotcheck normalize writes; its note on standard error says whether there is a header."""
    run = subprocess.run([command, "normalize", str(path), "--lang", "en"], capture_output=True, check=True)
    rows = list(csv.reader(io.StringIO(run.stdout.decode(), newline="")))
    has_header = "header rows: 0" not in run.stderr.decode()
    return (rows[0] if has_header and rows else None), rows[1:] if has_header else rows


def by_python(text):
    """The table that csv.Sniffer and csv.reader make of a text."""
    sniffer = csv.Sniffer()
    sample = text[: 1 << 16]
    dialect = sniffer.sniff(sample)
    rows = [row for row in csv.reader(io.StringIO(text, newline=""), dialect) if has_text(row)]
    has_header = sniffer.has_header(sample)
    return (rows[0] if has_header and rows else None), rows[1:] if has_header else rows


def by_duckdb(text):
    """The table that DuckDB's read_csv makes of a text; it pads nothing and skips nothing it is not asked to."""
    with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        has_header = duckdb.execute("SELECT HasHeader FROM sniff_csv(?)", [file.name]).fetchone()[0]
        result = duckdb.execute("SELECT * FROM read_csv(?, all_varchar = true)", [file.name])
        names = [column[0] for column in result.description]
        rows = [[value or "" for value in row] for row in result.fetchall() if has_text(row)]
    return (names if has_header else None), rows


class Recovery:
    """How much of the clean tables came back."""

    def __init__(self):
        self.files = self.headers = self.records = self.of_records = self.cells = self.of_cells = 0

    def add(self, truth, header, rows):
        expected = [tuple(row) for row in truth["records"]]
        found = [tuple(row) for row in rows]
        self.files += 1
        self.headers += header == truth.get("header")
        self.of_records += max(len(expected), len(found))
        self.of_cells += max(sum(map(len, expected)), sum(map(len, found)))
        for tag, a, b, c, d in difflib.SequenceMatcher(None, expected, found, autojunk=False).get_opcodes():
            if tag == "equal":
                self.records += b - a
                self.cells += sum(map(len, expected[a:b]))
            elif tag == "replace":
                for left, right in zip(expected[a:b], found[c:d]):
                    self.cells += sum(x == y for x, y in zip(left, right))

    def shares(self):
        pairs = (self.headers, self.files), (self.records, self.of_records), (self.cells, self.of_cells)
        return " / ".join(f"{100 * part / whole:.0f}" if whole else "—" for part, whole in pairs)


def main(folder, command):
    readers = {"SpotCheck": None, "Python csv": by_python}
    if duckdb:
        readers["DuckDB"] = by_duckdb
    kinds = {name: collections.defaultdict(Recovery) for name in readers}
    for truth_path in sorted(pathlib.Path(folder).glob("*.json")):
        truth = json.loads(truth_path.read_text(encoding="utf-8"))
        path = truth_path.with_suffix(".csv")
        text = path.read_bytes().decode(truth["encoding"]).removeprefix("\ufeff")
        for name, reader in readers.items():
            try:
                header, rows = reader(text) if reader else by_spotcheck(path, command)
            except Exception as error:  # a reader that gives up has recovered nothing
                if not reader:
                    print(path.name, error, file=sys.stderr)
                header, rows = ["the reader gave up"], []
            kinds[name][truth["kind"]].add(truth, header, rows)
            kinds[name]["**all**"].add(truth, header, rows)
    version = subprocess.run([command, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    versions = {"SpotCheck": version, "Python csv": platform.python_version()}
    if duckdb:
        versions["DuckDB"] = duckdb.__version__
    print("| kind | files | " + " | ".join(f"{name} {versions[name]}" for name in readers) + " |")
    print("|---|---:|" + "---:|" * len(readers))
    order = sorted(kinds["SpotCheck"], key=lambda kind: (kind == "**all**", kind))
    for kind in order:
        shares = " | ".join(kinds[name][kind].shares() for name in readers)
        print(f"| {kind} | {kinds['SpotCheck'][kind].files} | {shares} |")


if __name__ == "__main__":
    main(*sys.argv[1:])
