#!/usr/bin/env python3
"""Reads a workbook by openpyxl, and compares it with the JSON of the same report, number by number.

    compare.py report.json report.xlsx
"""
import json
import math
import sys
from itertools import chain

import openpyxl

report = json.load(open(sys.argv[1], encoding="utf-8"))
book = openpyxl.load_workbook(sys.argv[2])


def rows(name):
    """The rows below the heads of a sheet and of those that continue it."""
    sheets = [sheet for sheet in book if sheet.title == name or sheet.title.startswith(name + " (")]
    found = []
    for sheet in sheets:
        assert sheet.freeze_panes == "A2", f"{sheet.title}: the heads are not frozen"
        assert sheet.auto_filter.ref, f"{sheet.title}: no filter"
        found += list(sheet.iter_rows(min_row=2))
        if sheet is not sheets[-1]:
            note = found.pop()[0].value
            assert sheets[sheets.index(sheet) + 1].title in note, f"{sheet.title}: no word on where it continues"
    return found


def same(cell, value, scale=1, where=""):
    """Whether a cell has a number of the JSON, and as a number."""
    if value is None:
        assert cell.value is None, f"{where}: {cell.value} for null"
        return
    assert cell.data_type == "n", f"{where}: {cell.value!r} is no number"
    assert math.isclose(cell.value, value * scale, rel_tol=1e-14, abs_tol=1e-300), f"{where}: {cell.value} for {value}"


def text(cell, value, where=""):
    """Whether a cell has a text of the JSON, and as a text."""
    value = "All" if value == "*" else value
    assert cell.value == value, f"{where}: {cell.value!r} for {value!r}"
    assert value is None or cell.data_type == "s", f"{where}: {value!r} is no text"


formulas = [cell.coordinate for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
assert not formulas, f"formulas at {formulas}"

numbers = 0
findings = report["findings"]
sheet = rows("Findings") if findings else []
assert len(sheet) == len(findings), f"{len(sheet)} rows for {len(findings)} findings"
in_words = ("region_level", "interim", "comparison", "attained", "mix_effect", "evidence", "responsible")
for place, (row, finding) in enumerate(zip(sheet, findings)):
    for cell, (name, value) in zip(row, finding.items()):
        where = f"finding {place}, {name}"
        if name in in_words:
            assert (cell.value is None) == (value is None or value == []), f"{where}: {cell.value!r} for {value!r}"
        elif isinstance(value, str):
            text(cell, value, where)
        else:
            same(cell, value, 100 if name == "shortfall" else 1, where)
            numbers += value is not None

cells = report["cells"]
sheet = rows("Cells")
assert len(sheet) == len(cells), f"{len(sheet)} rows for {len(cells)} cells"
for place, (row, entry) in enumerate(zip(sheet, cells)):
    for cell, (name, value) in zip(row, entry.items()):
        if isinstance(value, str):
            assert cell.value == value and cell.data_type == "s", f"cell {place}, {name}: {cell.value!r}"
        else:
            same(cell, value, where=f"cell {place}, {name}")
            numbers += value is not None

points = list(chain.from_iterable(series["points"] for series in report["outlook"]["series"]))
sheet = rows("Trends") if points else []
assert len(sheet) == len(points), f"{len(sheet)} rows for {len(points)} months"
names = ["trials", "passes", "pass_rate", "target", "lower_limit", "upper_limit"]
for place, (row, point) in enumerate(zip(sheet, points)):
    assert row[4].value == point["month"]
    for cell, name in zip(row[5:], names):
        same(cell, point[name], where=f"month {place}, {name}")
        numbers += point[name] is not None
    same(row[13], point["cusum"], where=f"month {place}, cusum")

files = {row[0].value: row for row in book["Data quality"].iter_rows(min_row=2)}
for entry in report["input"]["files"]:
    for cell, name in zip(files[entry["path"]][4:], ["records", "accepted", "rejected", "ignored", "duplicates", "blank"]):
        same(cell, entry[name], where=entry["path"])

print(f"{len(findings)} findings, {len(cells)} cells and {len(points)} months agree: {numbers} numbers, no formula")
