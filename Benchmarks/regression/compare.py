"""Times a grouped logistic regression against statsmodels on the same cells, rounds interleaved.

200,000 cells have three factors of 201, 78 and 12 levels: 289 columns of noughts and ones with the intercept.
Both are timed inside their processes: SpotCheck from the levels on, statsmodels from the dense matrix it needs,
which is made before its time begins. Coefficients are held to one another before times count. Build first:
`swift build -c release --package-path Benchmarks --product time-regression`.
"""

import argparse
import datetime
import json
import os
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Benchmarks" / "peers"))
LEVELS = [201, 78, 12]
COLUMNS = sum(LEVELS) - len(LEVELS) + 1
EQUAL = 1e-8


def draw(count, path):
    import numpy

    random = numpy.random.default_rng(2024)
    trials = random.integers(1, 200, count)
    levels = [random.integers(0, size, count) for size in LEVELS]
    logit = 3 + sum(random.normal(0, 0.3, size)[level] for size, level in zip(LEVELS, levels))
    passes = random.binomial(trials, 1 / (1 + numpy.exp(-logit)))
    numpy.concatenate([trials, passes, *levels]).astype("<i8").tofile(path)


def compute(cells, results):
    """The fit in statsmodels."""
    import numpy
    import statsmodels.api

    trials, passes, *levels = numpy.fromfile(cells, "<i8").reshape(2 + len(LEVELS), -1)
    design = numpy.zeros((len(trials), COLUMNS))
    design[:, 0] = 1
    start = 1
    for size, level in zip(LEVELS, levels):
        rows = numpy.flatnonzero(level)
        design[rows, start + level[rows] - 1] = 1
        start += size - 1
    counts = numpy.column_stack([passes, trials - passes])
    start = time.perf_counter()
    fit = statsmodels.api.GLM(counts, design, family=statsmodels.api.families.Binomial()).fit()
    seconds = time.perf_counter() - start
    numpy.concatenate([fit.params, fit.bse]).tofile(results)
    print(json.dumps({"seconds": seconds}))


def differences(ours, theirs):
    """The largest differences of coefficients, and of standard errors in parts of themselves."""
    import numpy

    ours, theirs = (numpy.fromfile(path).reshape(2, COLUMNS) for path in (ours, theirs))
    apart = numpy.abs(ours - theirs)
    print(json.dumps({"coefficient": apart[0].max(), "standard error": (apart[1] / theirs[1]).max()}))


def main():
    if len(sys.argv) > 1 and sys.argv[1] in ("draw", "compute", "differences"):
        job, *arguments = sys.argv[1:]
        return {"draw": lambda count, path: draw(int(count), path), "compute": compute,
                "differences": differences}[job](*arguments)

    import results
    import tools

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cells", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--command", default=str(ROOT / "Benchmarks/.build/release/time-regression"))
    parser.add_argument("--results", type=pathlib.Path, default=ROOT / "Benchmarks/Results")
    parser.add_argument("--note", default="")
    options = parser.parse_args()

    work = ROOT / ".build/peers"
    statsmodels = tools.environment(["scipy", "statsmodels"], work / "environments/statistics")
    if statsmodels.trouble:
        sys.exit(statsmodels.trouble)
    cells, ours, theirs = (str(work / f"regression-{name}.bin") for name in ("drawn", "ours", "theirs"))

    def in_python(*arguments):
        done = subprocess.run([statsmodels.python, __file__, *arguments], check=True, capture_output=True, text=True)
        return done.stdout

    in_python("draw", str(options.cells), cells)
    found = results.Shape("regression", f"{options.cells:,} cells × {COLUMNS} columns", note=options.note)
    found.load = os.getloadavg()[0]
    found.commit = results.commit()
    contenders = [
        tools.Tool(results.OURS, [options.command, cells, ours, *map(str, LEVELS)], json.loads),
        tools.Tool("statsmodels", [str(statsmodels.python), __file__, "compute", cells, theirs], json.loads),
    ]
    for _ in range(options.rounds):
        for tool in contenders:
            found.runs.setdefault(tool.name, []).append(tools.run(tool, None, work))
    apart = json.loads(in_python("differences", ours, theirs))
    if not apart["coefficient"] <= EQUAL or not apart["standard error"] <= EQUAL:
        sys.exit(f"the fits differ: {apart}: no time counts")
    found.title += f"; coefficients agree to {apart['coefficient']:.0e}, standard errors to {apart['standard error']:.0e}"
    book = results.Book(options.results / results.slug(results.processor()), datetime.date.today().isoformat())
    book.add(found, {"statsmodels": statsmodels.version_of("statsmodels")})
    book.write()
    print("\n".join(results.table(found)))


if __name__ == "__main__":
    main()
