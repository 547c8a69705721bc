"""The files that are read, by shape, made by `spotcheck generate`, and what a plain count finds in them."""

import collections
import csv
import dataclasses
import io
import json
import pathlib
import shutil
import subprocess

from query import COLUMNS, PASSES, SAMPLE

DECOMPRESSORS = {"gzip": ["gzip", "-dc"], "zstd": ["zstd", "-qdc"]}
SUFFIXES = {"none": ".csv", "gzip": ".csv.gz", "zstd": ".csv.zst"}


@dataclasses.dataclass(frozen=True)
class Shape:
    """A kind of dump: how it is generated, how many files it is, and whether its samples repeat."""

    name: str
    title: str
    options: tuple = ()
    files: int = 1
    encoding: str = "utf-8"
    compression: str = "none"
    distinct: bool = False
    share: float = 1
    records: int | None = None

    def count(self, records):
        return self.records or int(records * self.share)


SHAPES = {shape.name: shape for shape in [
    Shape("plain", "12 columns, 2 % of records with quoted commas and doubled quotes"),
    Shape("duplicates", "as plain, 2 % of records repeated; one record per sample counts",
          ("--defect", "duplicate=0.02"), distinct=True),
    Shape("quoted", "12 columns, every field quoted", ("--shape", "quoted")),
    Shape("wide", "77 columns", ("--shape", "wide"), share=1 / 6),
    Shape("crlf", "as plain, records ended by CRLF", ("--crlf",)),
    Shape("gb18030", "as plain, in GB18030", ("--encoding", "gb18030"), encoding="gb18030"),
    Shape("gzip", "as plain, in 4 gzip files", files=4, compression="gzip"),
    Shape("zstd", "as plain, in 4 zstd files", files=4, compression="zstd"),
    Shape("many", "as plain, in 1,000 files", files=1000),
    Shape("small", "as plain, 1 MB", records=6_500),
]}


@dataclasses.dataclass(frozen=True)
class Dump:
    """The files of one shape, their header, and the cells in them, by region, sector, category and month."""

    files: list
    header: list
    bytes: int
    records: int
    cells: dict


def dump(shape, records, seed, command, folder):
    """The dump of a shape, generated and counted unless an earlier run did."""
    records = shape.count(records)
    place = folder / f"{shape.name}-{records}-{seed}"
    counted = place / "cells.json"
    if not counted.exists():
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        _generate(shape, records, seed, command, place)
        counted.write_text(json.dumps(_count(shape, _files(shape, place)), ensure_ascii=False))
    cells = {tuple(row[:4]): tuple(row[4:]) for row in json.loads(counted.read_text())}
    files = _files(shape, place)
    with _opened(shape, files[0]) as text:
        header = next(csv.reader(text))
    size = sum(file.stat().st_size for file in files)
    return Dump([str(file) for file in files], header, size, records, cells)


def _files(shape, place):
    return sorted(place.glob(f"*{SUFFIXES[shape.compression]}"))


def _generate(shape, records, seed, command, place):
    options = [*shape.options, "--records", str(records), "--seed", str(seed)]
    options += ["--split", str(shape.files), "-o", place] if shape.files > 1 else ["-o", place / "dump.csv"]
    subprocess.run([command, "generate", *options], check=True)
    if shape.compression != "none":
        compressor = {"gzip": ["gzip"], "zstd": ["zstd", "-q", "--rm"]}[shape.compression]
        subprocess.run([*compressor, *sorted(place.glob("*.csv"))], check=True)


def _count(shape, files):
    """The oracle: Python's own reader, one record after another; of a repeated sample the first record."""
    cells = collections.defaultdict(lambda: [0, 0])
    seen = set()
    for file in files:
        with _opened(shape, file) as text:
            records = csv.reader(text)
            header = next(records)
            region, sector, category, date, result = (header.index(name) for name in COLUMNS)
            sample = header.index(SAMPLE)
            for record in records:
                if shape.distinct:
                    if record[sample] in seen:
                        continue
                    seen.add(record[sample])
                cell = cells[record[region], record[sector], record[category], record[date][:7]]
                cell[0] += 1
                cell[1] += record[result] in PASSES
    return [[*key, *counts] for key, counts in cells.items()]


def _opened(shape, file):
    if shape.compression == "none":
        return open(file, newline="", encoding=shape.encoding)
    process = subprocess.Popen([*DECOMPRESSORS[shape.compression], file], stdout=subprocess.PIPE)
    return io.TextIOWrapper(process.stdout, newline="", encoding=shape.encoding)


def remove(place):
    """Deletes the files of a dump."""
    shutil.rmtree(place)
