"""What is measured: SpotCheck, its peers, each in an environment of its own, and what bounds them."""

import collections
import dataclasses
import json
import os
import pathlib
import re
import subprocess
import sys
import typing

HERE = pathlib.Path(__file__).parent
PACKAGES = {
    "polars": ["polars"],
    "duckdb": ["duckdb"],
    "datafusion": ["datafusion", "pyarrow"],
    "pyarrow": ["pyarrow"],
    "pandas": ["pandas", "pyarrow", "zstandard"],
}


class Unavailable(Exception):
    """Why a tool has no time."""


@dataclasses.dataclass(frozen=True)
class Tool:
    """A command to time, and how its standard output or report becomes cells and its own time."""

    name: str
    command: list
    read: typing.Callable | None = None


@dataclasses.dataclass
class Environment:
    """A peer's virtual environment: its interpreter and version, or why there is none."""

    python: pathlib.Path
    version: str = ""
    trouble: str = ""

    def version_of(self, package):
        asked = f"from importlib.metadata import version; print(version({package!r}))"
        done = subprocess.run([self.python, "-c", asked], check=True, capture_output=True, text=True)
        return done.stdout.strip()


def environment(packages, place):
    """Installs packages into an environment of their own, once."""
    found = Environment(place / "bin" / "python")
    try:
        if not (place / "installed").exists():
            subprocess.run([sys.executable, "-m", "venv", "--clear", place], check=True, capture_output=True)
            pip = [found.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages]
            subprocess.run(pip, check=True, capture_output=True, text=True)
            (place / "installed").touch()
        found.version = found.version_of(packages[0])
    except subprocess.CalledProcessError as error:
        found.trouble = f"not installed: {reason(error.stderr)}"
    return found


def reason(text):
    """The line of an error output that says what failed: `spotcheck: …`, `ValueError: …`, else its last."""
    if isinstance(text, bytes):
        text = text.decode(errors="replace")
    lines = [line.strip() for line in (text or "").splitlines() if line.strip()]
    named = [line for line in lines if re.match(r"[A-Za-z_.]+: ", line)]
    return (named or lines or ["no reason given"])[-1][:160]


def spotcheck(command, dump, work, name="SpotCheck", duplicates="keep"):
    """The whole process: start-up, reading, judging by a plan, JSON; its programmes are added up again."""
    report = work / f"report-{name.replace(' ', '-')}.json"
    arguments = [command, "analyze", *dump.files, "--layout", HERE / "layout.yaml"]
    arguments += ["--plan", HERE / "plan.yaml", "--by", "region,category,period", "--duplicates", duplicates]
    arguments += ["--format", "json", "-o", report, "--progress", "never"]

    def read(_):
        cells = collections.defaultdict(lambda: [0, 0])
        for cell in json.loads(report.read_text(encoding="utf-8"))["cells"]:
            counts = cells[cell["region"], *cell["category"].split("/", 1), cell["period"]]
            counts[0] += cell["trials"]
            counts[1] += cell["passes"]
        report.unlink()  # to replace a file is slower on some file systems than to write one
        return {"cells": {key: tuple(counts) for key, counts in cells.items()}}

    return Tool(name, [str(argument) for argument in arguments], read)


def peer(name, environment, shape, dump):
    """A peer's query; its time excludes the start of its process and its imports."""
    job = {"peer": name, "files": dump.files, "header": dump.header, "encoding": shape.encoding,
           "compression": shape.compression, "distinct": shape.distinct}
    command = [str(environment.python), str(HERE / "query.py"), json.dumps(job)]

    def read(output):
        found = json.loads(output)
        found["cells"] = {tuple(row[:4]): tuple(row[4:]) for row in found["cells"]}
        return found

    return Tool(name, command, read)


def decompressor(command, dump):
    """The decompressor to nowhere, as many at once as there are cores."""
    parallel = f"printf '%s\\n' \"$@\" | xargs -P {cores()} -n 1 {' '.join(command)} > /dev/null"
    return Tool(" ".join(command), ["sh", "-c", parallel, "sh", *dump.files])


def cores():
    return len(os.sched_getaffinity(0))


def run(tool, cells, work):
    """One timed run; raises `Unavailable` for a tool that fails or finds other cells."""
    output = work / "output"
    clock = [sys.executable, "-S", "-E", HERE / "clock.py", output, *tool.command]
    done = subprocess.run(clock, capture_output=True, text=True)
    timed = json.loads(done.stdout)
    if timed["status"] != 0:
        raise Unavailable(reason(done.stderr))
    if tool.read:
        timed |= tool.read(output.read_text(encoding="utf-8"))
        found = timed.pop("cells", None)
        if found != cells:
            raise Unavailable(difference(found, cells))
    return timed


def difference(found, cells):
    """How cells differ from the right ones, in a few words."""
    wrong = sum(found.get(key) != counts for key, counts in cells.items())
    extra = sum(key not in cells for key in found)
    return f"wrong: {wrong} of {len(cells)} cells differ, {extra} do not exist"


def first_byte(command, work):
    """Seconds from start to the first byte of output."""
    clock = [sys.executable, "-S", "-E", HERE / "clock.py", "-", *command]
    return json.loads(subprocess.run(clock, check=True, capture_output=True, text=True).stdout)
