"""Draws results as an SVG, a panel of bars per shape, each on an axis of its own that begins at 0.

Usage: picture.py RESULTS.json PICTURE.svg
"""

import json
import pathlib
import sys
from xml.sax.saxutils import escape

import results

SHAPES = ["plain", "duplicates", "quoted", "wide", "crlf", "gb18030", "gzip", "zstd", "many", "small"]
TOOLS = [results.OURS, "polars", "duckdb", "datafusion", "pyarrow", "pandas"]
COLUMNS = 2
PANEL = 430
LABEL = 84
BARS = 250
BAR = 17
OURS_COLOR, PEER_COLOR, TEXT, FAINT = "#c2410c", "#64748b", "#1e293b", "#94a3b8"


def seconds(value):
    return f"{value * 1000:.0f} ms" if value < 0.1 else f"{value:.2f} s"


def text(x, y, words, color=TEXT, size=12, weight="normal", anchor="start"):
    return (f'<text x="{x:.1f}" y="{y:.1f}" fill="{color}" font-size="{size}" font-weight="{weight}"'
            f' text-anchor="{anchor}">{escape(words)}</text>')


def panel(shape, x, y):
    """The bars of one shape, in the order of `TOOLS`; a tool without a time says so."""
    timed = [tool for tool in TOOLS if tool in shape.runs]
    longest = max(shape.median(tool) for tool in timed)
    fastest = min(timed, key=shape.median)
    records = f"{shape.records / 1e6:.3g} M records" if shape.records >= 1e5 else f"{shape.records:,} records"
    yield text(x, y, shape.name, size=13, weight="bold")
    yield text(x + LABEL, y, f"{records}, {shape.bytes / 1e6:,.0f} MB", color=FAINT, size=11)
    for line, tool in enumerate(tool for tool in TOOLS if tool in shape.runs or tool in shape.missing):
        top = y + 9 + line * BAR
        weight = "bold" if tool == fastest else "normal"
        yield text(x + LABEL - 6, top + 12, tool, anchor="end", weight=weight)
        if tool not in shape.runs:
            yield text(x + LABEL + 4, top + 12, "N/A", color=FAINT)
            continue
        width = BARS * shape.median(tool) / longest
        color = OURS_COLOR if tool == results.OURS else PEER_COLOR
        yield f'<rect x="{x + LABEL}" y="{top + 2}" width="{max(width, 0.5):.1f}" height="{BAR - 4}" fill="{color}"/>'
        yield text(x + LABEL + width + 5, top + 12, seconds(shape.median(tool)), weight=weight)
    bottom = y + 9 + len(TOOLS) * BAR
    yield f'<line x1="{x + LABEL}" y1="{y + 7}" x2="{x + LABEL}" y2="{bottom}" stroke="{TEXT}"/>'


def draw(book, path):
    """Draws the shapes of a book that have a time of SpotCheck and of at least one peer."""
    drawn = [book.shapes[name] for name in SHAPES if name in book.shapes]
    drawn = [shape for shape in drawn if results.OURS in shape.runs and shape.peers()]
    if not drawn:
        return
    height = 9 + len(TOOLS) * BAR + 34
    rows = -(-len(drawn) // COLUMNS)
    width = COLUMNS * PANEL + 20
    total = 78 + rows * height
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {total}" width="{width}" height="{total}"'
        ' font-family="system-ui, sans-serif">',
        f'<rect width="{width}" height="{total}" fill="#ffffff"/>',
        text(20, 26, "Records and passes by region, category and month: seconds, median", size=15, weight="bold"),
        text(20, 44, f"{book.facts['processor']}, {book.facts['cores']} cores, {book.date}, page cache warm; "
             "every axis begins at 0; the fastest of each panel in bold.", color=TEXT),
        text(20, 59, "SpotCheck with start-up, statistics and JSON; the others without start-up, the query alone.",
             color=TEXT),
    ]
    for number, shape in enumerate(drawn):
        x = 20 + number % COLUMNS * PANEL
        y = 92 + number // COLUMNS * height
        lines += panel(shape, x, y)
    path.write_text("\n".join([*lines, "</svg>", ""]), encoding="utf-8")


if __name__ == "__main__":
    source, target = map(pathlib.Path, sys.argv[1:])
    draw(results.Book(source.parent, source.stem), target)
