"""The work as each peer does it, run by the peer's own interpreter: `query.py JOB`, a job as `tools.py` writes it.

Prints what the query took inside this process, without start-up and imports, and the cells it found. Every
column is read as text. Where samples are told apart, repeated records are equal, so each peer may keep
whichever of them costs it least.
"""

import json
import resource
import sys
import time

REGION, SECTOR, CATEGORY, DATE, RESULT = COLUMNS = ["州市", "领域", "产品类别", "抽样日期", "检验结论"]
SAMPLE = "抽样单编号"
PASSES = ["合格", "符合"]


def needed(job):
    return [SAMPLE, *COLUMNS] if job["distinct"] else COLUMNS


def headers(job):
    """The headers, a repeated one told apart by its position."""
    names = job["header"]
    return [name if names.index(name) == at else f"{name}#{at}" for at, name in enumerate(names)]


def tally_sql(job, table):
    """The tally of a table, or of its distinct records: repeated ones are equal."""
    if job["distinct"]:
        chosen = ", ".join(f'"{name}"' for name in needed(job))
        table = f"(SELECT DISTINCT {chosen} FROM {table})"
    passes = ", ".join(f"'{label}'" for label in PASSES)
    return f"""
        SELECT "{REGION}", "{SECTOR}", "{CATEGORY}", substr("{DATE}", 1, 7),
               count(*), sum(CASE WHEN "{RESULT}" IN ({passes}) THEN 1 ELSE 0 END)
        FROM {table} GROUP BY 1, 2, 3, 4"""


def duckdb(job):
    import duckdb

    connection = duckdb.connect()
    options = "all_varchar = true, header = true, delim = ',', quote = '\"', escape = '\"'"
    if job["encoding"] != "utf-8":
        connection.execute("INSTALL encodings; LOAD encodings")
        options += f", encoding = '{job['encoding']}'"
    files = ", ".join(f"'{file}'" for file in job["files"])
    query = tally_sql(job, f"read_csv([{files}], {options})")
    return (lambda: connection.execute(query).fetchall()), list


def polars(job):
    import polars

    if job["encoding"] != "utf-8":
        raise ValueError(f"no streaming reader of {job['encoding']}")
    region, sector, category, date, result = (polars.col(name) for name in COLUMNS)
    table = polars.scan_csv(job["files"], infer_schema=False)
    if job["distinct"]:
        table = table.select(needed(job)).group_by(SAMPLE).first()
    query = table.group_by(region, sector, category, date.str.slice(0, 7)).agg(
        polars.len(), result.is_in(PASSES).sum().alias("passes"))
    return (lambda: query.collect(engine="streaming")), lambda found: found.rows()


def datafusion(job):
    import datafusion
    import pyarrow

    if job["encoding"] != "utf-8":
        raise ValueError(f"no reader of {job['encoding']}")
    context = datafusion.SessionContext()
    schema = pyarrow.schema([(name, pyarrow.string()) for name in headers(job)])
    suffix = {"none": "", "gzip": "gz", "zstd": "zst"}[job["compression"]]
    extension = ".csv" + (f".{suffix}" if suffix else "")
    context.register_csv("dump", job["files"], schema=schema, has_header=True, file_extension=extension,
                         file_compression_type=suffix or None)
    query = tally_sql(job, "dump")
    return (lambda: context.sql(query).collect()), lambda batches: [
        tuple(row.values()) for batch in batches for row in batch.to_pylist()]


def pyarrow(job):
    import pyarrow
    from pyarrow import compute, csv

    reading = csv.ReadOptions(encoding=job["encoding"], column_names=headers(job), skip_rows=1)
    columns = needed(job)
    converting = csv.ConvertOptions(
        include_columns=columns, column_types={name: pyarrow.string() for name in columns})

    def run():
        table = pyarrow.concat_tables(
            csv.read_csv(file, read_options=reading, convert_options=converting) for file in job["files"])
        if job["distinct"]:
            one = table.group_by(SAMPLE).aggregate([(name, "one") for name in COLUMNS])
            table = one.rename_columns([name.removesuffix("_one") for name in one.column_names])
        keys = [table[name] for name in (REGION, SECTOR, CATEGORY)]
        month = compute.utf8_slice_codeunits(table[DATE], 0, 7)
        passed = compute.cast(compute.is_in(table[RESULT], pyarrow.array(PASSES)), pyarrow.int64())
        names = [REGION, SECTOR, CATEGORY, "month", "passed"]
        grouped = pyarrow.table([*keys, month, passed], names).group_by(names[:4])
        return grouped.aggregate([([], "count_all"), ("passed", "sum")])

    return run, lambda table: list(zip(*(
        table[name].to_pylist() for name in (REGION, SECTOR, CATEGORY, "month", "count_all", "passed_sum"))))


def pandas(job):
    import pandas

    engine = "pyarrow" if job["encoding"] == "utf-8" else "c"
    reading = {"usecols": needed(job), "dtype": str, "keep_default_na": False, "encoding": job["encoding"]}

    def run():
        table = pandas.concat(pandas.read_csv(file, engine=engine, **reading) for file in job["files"])
        if job["distinct"]:
            table = table.drop_duplicates(SAMPLE)
        month = table[DATE].str.slice(0, 7)
        passed = table[RESULT].isin(PASSES)
        return passed.groupby([table[REGION], table[SECTOR], table[CATEGORY], month]).agg(["size", "sum"])

    return run, lambda found: [(*key, *counts) for key, *counts in found.itertuples(name=None)]


def main():
    job = json.loads(sys.argv[1])
    peer = {"duckdb": duckdb, "polars": polars, "datafusion": datafusion, "pyarrow": pyarrow, "pandas": pandas}
    run, rows = peer[job["peer"]](job)
    before = resource.getrusage(resource.RUSAGE_SELF)
    start = time.perf_counter()
    found = run()
    seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    cells = [[*row[:4], int(row[4]), int(row[5])] for row in rows(found)]
    json.dump({"seconds": seconds, "cpu": cpu, "cells": cells}, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
