"""Times `spotcheck analyze` against DuckDB and Polars on one generated file.

The work: records and passes by prefecture, sector/category and month, all columns read as text. Runs are
interleaved. SpotCheck is timed as a whole process, statistics and JSON included; a peer inside its process,
without its start-up and imports. Every run's cells are held to a plain count before its time counts. Peak memory
is that of the process, and for SpotCheck never below that of this script, which starts it.
"""

import argparse
import collections
import csv
import json
import os
import pathlib
import platform
import resource
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORK = ROOT / ".build" / "peers"
LAYOUT = pathlib.Path(__file__).with_name("layout.yaml")
COLUMNS = ["州市", "领域", "产品类别", "抽样日期", "检验结论"]
PASSES = ["合格", "符合"]
PEERS = ["duckdb", "polars"]


def cells_of_plain_count(path):
    """The oracle: Python's own reader, one record after another."""
    cells = collections.defaultdict(lambda: [0, 0])
    with open(path, newline="", encoding="utf-8") as file:
        records = csv.reader(file)
        header = next(records)
        region, sector, category, date, result = (header.index(name) for name in COLUMNS)
        for record in records:
            cell = cells[record[region], f"{record[sector]}/{record[category]}", record[date][:7]]
            cell[0] += 1
            cell[1] += record[result] in PASSES
    return {key: tuple(counts) for key, counts in cells.items()}


def rows_of_duckdb(path):
    import duckdb

    region, sector, category, date, result = (f'"{name}"' for name in COLUMNS)
    passes = ", ".join(f"'{label}'" for label in PASSES)
    query = f"""
        SELECT {region}, {sector} || '/' || {category}, substr({date}, 1, 7),
               count(*), count(*) FILTER ({result} IN ({passes}))
        FROM read_csv(?, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"')
        GROUP BY ALL"""
    return lambda: duckdb.execute(query, [path]).fetchall()


def rows_of_polars(path):
    import polars

    region, sector, category, date, result = (polars.col(name) for name in COLUMNS)
    query = (
        polars.scan_csv(path, infer_schema=False)
        .group_by(region, sector, category, date.str.slice(0, 7))
        .agg(polars.len(), result.is_in(PASSES).sum().alias("passes"))
    )

    def run():
        rows = query.collect(engine="streaming").rows()
        return [(row[0], f"{row[1]}/{row[2]}", *row[3:]) for row in rows]

    return run


def run_as_peer(name, path):
    """In a process of its own: runs one query and prints what it took and found."""
    prepared = {"duckdb": rows_of_duckdb, "polars": rows_of_polars}[name](path)
    before = resource.getrusage(resource.RUSAGE_SELF)
    start = time.perf_counter()
    rows = prepared()
    seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    version = sys.modules[name].__version__
    print(json.dumps({"seconds": seconds, "cpu": cpu, "peak": after.ru_maxrss, "version": version, "rows": rows}))


def measure_peer(name, path):
    command = [sys.executable, __file__, "--peer", name, path]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    found["cells"] = {tuple(row[:3]): tuple(row[3:]) for row in found.pop("rows")}
    return found


def measure_spotcheck(command, path, version):
    report = WORK / "report.json"
    arguments = [command, "analyze", path, "--layout", LAYOUT, "--by", "region,category,period"]
    arguments += ["--duplicates", "keep", "--format", "json", "-o", report, "--progress", "never"]
    start = time.perf_counter()
    process = subprocess.Popen(arguments)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command} analyze ended with {process.returncode}")
    cells = collections.defaultdict(lambda: [0, 0])
    for cell in json.loads(report.read_text(encoding="utf-8"))["cells"]:
        counts = cells[cell["region"], cell["category"], cell["period"]]
        counts[0] += cell["trials"]
        counts[1] += cell["passes"]
    cpu = usage.ru_utime + usage.ru_stime
    cells = {key: tuple(counts) for key, counts in cells.items()}
    return {"seconds": seconds, "cpu": cpu, "peak": usage.ru_maxrss, "version": version, "cells": cells}


def generated(command, shape, records, seed):
    path = WORK / f"{shape}-{records}-{seed}.csv"
    if not path.exists():
        partial = path.with_suffix(".partial")
        options = ["--records", str(records), "--seed", str(seed), "--shape", shape, "-o", partial]
        subprocess.run([command, "generate", *options], check=True)
        partial.rename(path)
    return str(path)


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def table(runs, oracle):
    """One line per tool, fastest first; a tool that was ever wrong has no time."""
    medians = {tool: statistics.median(run["seconds"] for run in found) for tool, found in runs.items()}
    yield "| tool | version | seconds, median | least–most | CPU seconds | peak MB | against SpotCheck |"
    yield "|---|---|---|---|---|---|---|"
    wrong = {tool for tool, found in runs.items() if any(run["cells"] != oracle for run in found)}
    for tool in sorted(runs, key=medians.get):
        found = runs[tool]
        version = found[0]["version"]
        if tool in wrong:
            yield f"| {tool} | {version} | N/A: its cells are wrong | | | | |"
            continue
        seconds = [run["seconds"] for run in found]
        cpu = statistics.median(run["cpu"] for run in found)
        peak = max(run["peak"] for run in found) / 1024
        ratio = "" if "SpotCheck" in wrong else f"{medians[tool] / medians['SpotCheck']:.2f}×"
        yield (
            f"| {tool} | {version} | {medians[tool]:.3f} | {min(seconds):.3f}–{max(seconds):.3f} | {cpu:.2f}"
            f" | {peak:.0f} | {ratio} |"
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--spotcheck", default=str(ROOT / ".build/release/spotcheck"), help="the command")
    parser.add_argument("--records", type=int, default=6_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shape", choices=["plain", "quoted", "wide"], default="plain")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--peer", nargs=2, metavar=("NAME", "FILE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peer:
        return run_as_peer(*options.peer)

    WORK.mkdir(parents=True, exist_ok=True)
    path = generated(options.spotcheck, options.shape, options.records, options.seed)
    oracle = cells_of_plain_count(path)
    version = subprocess.run([options.spotcheck, "--version"], check=True, capture_output=True, text=True)
    runs = collections.defaultdict(list)
    for _ in range(options.runs):
        runs["SpotCheck"].append(measure_spotcheck(options.spotcheck, path, version.stdout.strip()))
        for name in PEERS:
            runs[name].append(measure_peer(name, path))

    print(f"{processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}")
    print(f"shape {options.shape}, seed {options.seed}: {options.records} records, {os.path.getsize(path)} bytes,")
    print(f"{len(oracle)} cells; page cache warm; {options.runs} interleaved runs")
    print()
    print("\n".join(table(runs, oracle)))


if __name__ == "__main__":
    main()
