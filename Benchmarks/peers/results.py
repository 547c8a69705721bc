"""What was measured, as tables and against the budgets; a day's shapes are kept together in one page."""

import dataclasses
import datetime
import json
import os
import pathlib
import platform
import re
import statistics
import subprocess

ORDER = ["plain", "duplicates", "quoted", "wide", "crlf", "gb18030", "gzip", "zstd", "many", "small", "scales",
         "start", "statistics", "regression"]
OURS = "SpotCheck"


@dataclasses.dataclass
class Shape:
    """The runs of every tool on one shape, and why tools are missing."""

    name: str
    title: str
    records: int = 0
    bytes: int = 0
    files: int = 0
    cells: int = 0
    load: float = 0
    note: str = ""
    commit: str = ""
    time: str = dataclasses.field(default_factory=lambda: f"{datetime.datetime.now():%H:%M}")
    runs: dict = dataclasses.field(default_factory=dict)
    missing: dict = dataclasses.field(default_factory=dict)

    def median(self, tool):
        return statistics.median(run["seconds"] for run in self.runs[tool])

    def peak(self, tool):
        return max(run["peak"] for run in self.runs[tool])

    def peers(self):
        """Peers with a time, fastest first."""
        names = [name for name in self.runs if name in ("polars", "duckdb", "datafusion", "pyarrow", "pandas")]
        return sorted(names, key=self.median)


def table(shape):
    """One line per tool, fastest first, then those without a time."""
    yield f"### {shape.name}"
    yield ""
    facts = [shape.title]
    if shape.records:
        facts.append(f"{shape.records:,} records, {shape.bytes:,} bytes, {shape.cells:,} cells")
    rounds = max((len(runs) for runs in shape.runs.values()), default=0)
    facts.append(f"{rounds} rounds, commit {shape.commit} at {shape.time}, load {shape.load:.1f}" + (f"; {shape.note}" if shape.note else ""))
    yield "; ".join(facts) + "."
    yield ""
    yield "| tool | seconds, median | least–most | CPU seconds | peak MB | × SpotCheck |"
    yield "|---|---|---|---|---|---|"
    for tool in sorted(shape.runs, key=shape.median):
        seconds = [run["seconds"] for run in shape.runs[tool]]
        cpu = statistics.median(run["cpu"] for run in shape.runs[tool])
        ratio = f"{shape.median(tool) / shape.median(OURS):.2f}" if OURS in shape.runs else ""
        yield (f"| {tool} | {shape.median(tool):.4f} | {min(seconds):.4f}–{max(seconds):.4f} | {cpu:.2f}"
               f" | {shape.peak(tool) / 1024:.0f} | {ratio} |")
    for tool, reason in shape.missing.items():
        yield f"| {tool} | N/A: {reason.replace('|', '/')} | | | | |"
    yield ""
    yield from _steps(shape)


def _steps(shape):
    """Medians of the steps, of tools that time them."""
    stepped = {tool: runs for tool, runs in shape.runs.items() if "steps" in runs[0]}
    if not stepped:
        return
    names = list(next(iter(stepped.values()))[0]["steps"])
    yield "| seconds, median | " + " | ".join(names) + " |"
    yield "|---" * (len(names) + 1) + "|"
    for tool, runs in stepped.items():
        medians = [statistics.median(run["steps"][name] for run in runs) for name in names]
        yield f"| {tool} | " + " | ".join(f"{median:.3f}" for median in medians) + " |"
    yield ""


def _against_peers(least, aim):
    def row(shape):
        peers = shape.peers()
        if OURS not in shape.runs or not peers:
            return None
        ratio = shape.median(peers[0]) / shape.median(OURS)
        return f"{least}× the fastest peer", f"{aim}×", f"{ratio:.1f}× ({peers[0]})", ratio >= least
    return row


def _duplicates(shape):
    row = _against_peers(5, 10)(shape)
    if not row:
        return None
    fastest = shape.peers()[0]
    share = shape.peak(OURS) / shape.peak(fastest)
    measured = f"{row[2]}; {share:.2f} of its memory"
    return f"{row[0]}, ¼ of its memory", row[1], measured, row[3] and share <= 0.25


def _bound(least, aim, words, bound):
    def row(shape):
        bounds = [tool for tool in shape.runs if tool.startswith(bound)]
        if OURS not in shape.runs or not bounds:
            return None
        ratio = shape.median(OURS) / shape.median(bounds[0])
        return f"within {least}× of {words}", aim, f"{ratio:.2f}×", ratio <= least
    return row


def _statistics(shape):
    others = [tool for tool in shape.runs if tool != OURS]
    ratio = shape.median(others[0]) / shape.median(OURS)
    return "Wilson, exact tails, BH, shrinkage: 4× SciPy, statsmodels", "10×", f"{ratio:.1f}×", ratio >= 4


def _regression(shape):
    ratio = shape.median("statsmodels") / shape.median(OURS)
    return "logistic regression: 100× statsmodels", "500×", f"{ratio:.0f}×", ratio >= 100


def _milliseconds(least, aim):
    def row(shape):
        if OURS not in shape.runs:
            return None
        measured = shape.median(OURS) * 1000
        return f"{least} ms", f"{aim} ms", f"{measured:.1f} ms", measured <= least
    return row


def _scales(shape):
    if len(shape.runs) < 2:
        return None
    tools = sorted(shape.runs, key=lambda tool: int(tool.split()[0].replace(",", "")))
    costs = [shape.median(tool) / int(tool.split()[0].replace(",", "")) * 1e9 for tool in tools]
    peaks = [shape.peak(tool) / 1024 for tool in tools]
    is_met = max(peaks) < 128 and max(peaks) <= 1.1 * min(peaks) and max(costs) <= 1.1 * min(costs)
    measured = ", ".join(f"{tool}: {peak:.0f} MB, {cost:.1f} ns a record"
                         for tool, peak, cost in zip(tools, peaks, costs))
    return "memory and cost per record flat within 10 %, < 128 MB", "< 64 MB", measured, is_met


BUDGETS = {
    "plain": _against_peers(5, 10),
    "duplicates": _duplicates,
    "quoted": _against_peers(4, 8),
    "wide": _against_peers(4, 8),
    "crlf": _against_peers(4, 8),
    "gb18030": _bound(1.15, "1.0×", "its UTF-8 twin", "SpotCheck, UTF-8"),
    "gzip": _bound(1.2, "", "`gzip -dc` to nowhere", "gzip"),
    "zstd": _bound(1.2, "", "`zstd -dc` to nowhere", "zstd"),
    "small": _milliseconds(40, 20),
    "scales": _scales,
    "start": _milliseconds(20, 10),
    "statistics": _statistics,
    "regression": _regression,
}


class Book:
    """The results of a day on one processor: raw runs as JSON, and the page made of them."""

    def __init__(self, place, date):
        self.place = place
        self.date = date
        self.page = place / f"{date}.md"
        self._runs = place / f"{date}.json"
        self.shapes = {}
        self.facts = {}
        if self._runs.exists():
            kept = json.loads(self._runs.read_text(encoding="utf-8"))
            self.facts = kept["facts"]
            self.shapes = {name: Shape(**shape) for name, shape in kept["shapes"].items()}

    def add(self, shape, versions):
        """Takes up a shape in place of an earlier one of that name, and the versions of its tools."""
        self.shapes[shape.name] = shape
        self.shapes = {name: self.shapes[name] for name in ORDER if name in self.shapes}
        self.facts = {"processor": processor(), "cores": len(os.sched_getaffinity(0)),
                      "system": f"{platform.system()} {platform.release()}",
                      "versions": self.facts.get("versions", {}) | versions}

    def budgets(self):
        """The budgets as far as they were measured."""
        yield "| shape | at least | aim | measured | met |"
        yield "|---|---|---|---|---|"
        for name, budget in BUDGETS.items():
            row = budget(self.shapes[name]) if name in self.shapes else None
            least, aim, measured, is_met = row or ("", "", "not measured", None)
            if row and self.shapes[name].records >= 100_000:
                measured += f", at {self.shapes[name].records / 1e6:.3g} M records"
            yield f"| {name} | {least} | {aim} | {measured} | {'' if is_met is None else 'yes' if is_met else '**no**'} |"

    def write(self):
        self.place.mkdir(parents=True, exist_ok=True)
        shapes = {name: dataclasses.asdict(shape) for name, shape in self.shapes.items()}
        self._runs.write_text(json.dumps({"facts": self.facts, "shapes": shapes}, indent=1, ensure_ascii=False))
        self.page.write_text("\n".join(self._lines()), encoding="utf-8")

    def _lines(self):
        yield f"# {self.facts['processor']}, {self.facts['cores']} cores, {self.date}"
        yield ""
        yield "Each shape is one run, its tools interleaved; medians, and least–most. SpotCheck is timed as a whole process:"
        yield "start-up, reading, statistics, JSON. Peers are timed inside theirs: start-up and imports do not count."
        yield "A time counts only where every cell equals a plain count's. Peak memory is that of the whole process, by"
        yield "wait4. Page cache warm. Load is the machine's one-minute average when the shape began."
        yield ""
        yield f"{self.facts['system']}. " + ", ".join(
            f"{tool} {version}" for tool, version in self.facts["versions"].items()) + "."
        yield ""
        yield "## Budgets"
        yield ""
        yield from self.budgets()
        yield ""
        yield "## Shapes"
        yield ""
        for shape in self.shapes.values():
            yield from table(shape)


def processor():
    """The processor as the system names it, with what tells its generations apart."""
    facts = {}
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        key, _, value = line.partition(":")
        facts.setdefault(key.strip(), value.strip())
    name = facts.get("model name") or facts.get("Processor") or platform.machine()
    if "cpu family" not in facts:
        return name
    flags = facts.get("flags", "").split()
    vectors = "AVX-512" if "avx512_vbmi2" in flags else "AVX2" if "avx2" in flags else "SSE2"
    return f"{name}, family {facts['cpu family']} model {facts.get('model')}, {vectors}"


def slug(name):
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def commit():
    """The commit that is checked out beside this script; the command timed is taken to be built from it."""
    asked = ["git", "-C", pathlib.Path(__file__).parent, "rev-parse", "--short", "HEAD"]
    return subprocess.run(asked, capture_output=True, text=True).stdout.strip() or "unknown"
