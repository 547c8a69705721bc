"""Times the statistics of many cells against SciPy and statsmodels on the same cells, rounds interleaved.

Both are timed inside their processes, step by step. SpotCheck's results are held to the other's before times
count. Cells have 1 to 9,999 trials and up to 5 % failures; the target is 0.96. SciPy has no beta-binomial
shrinkage: its twin is the same model, fitted by `scipy.optimize.minimize` with the gradient and its default
tolerance, the posterior by `betainc`. Build first: `swift build -c release --package-path Benchmarks --product time-cells`.
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
TARGET = 0.96
STEPS = ["wilson", "clopper-pearson", "exact tails", "bh", "shrinkage"]
BUDGETED = ["wilson", "exact tails", "bh", "shrinkage"]
COLUMNS = ["Wilson, lower", "Wilson, upper", "Clopper–Pearson, lower", "Clopper–Pearson, upper", "p of shortfall",
           "p of target met", "adjusted p", "shrunken rate", "probability below target"]


def draw(count, path):
    import numpy

    random = numpy.random.default_rng(2023)
    trials = random.integers(1, 10_000, count)
    passes = trials - random.integers(0, trials // 20 + 1)
    numpy.concatenate([trials, passes]).astype("<i8").tofile(path)


def compute(cells, results):
    """The work in SciPy and statsmodels."""
    import numpy
    from scipy import optimize, special
    from scipy.stats import false_discovery_control
    from statsmodels.stats.proportion import proportion_confint

    trials, passes = numpy.fromfile(cells, "<i8").reshape(2, -1)
    failures = trials - passes
    seconds = {}

    def timed(step, body):
        start = time.perf_counter()
        found = body()
        seconds[step] = time.perf_counter() - start
        return found

    def tails():
        shortfall = special.betainc(numpy.maximum(failures, 1), passes + 1, 1 - TARGET)
        met = special.betainc(numpy.maximum(passes, 1), failures + 1, TARGET)
        return numpy.where(failures == 0, 1, shortfall), numpy.where(passes == 0, 1, met)

    def shrinkage():
        def slope(logs):
            a, b = numpy.exp(logs)
            likelihood = (special.betaln(a + passes, b + failures) - special.betaln(a, b)).sum()
            shared = special.digamma(a + b + trials) - special.digamma(a + b)
            by_a = (special.digamma(a + passes) - special.digamma(a) - shared).sum() * a
            by_b = (special.digamma(b + failures) - special.digamma(b) - shared).sum() * b
            return -likelihood / len(trials), -numpy.array([by_a, by_b]) / len(trials)

        rate = passes.sum() / trials.sum()
        unit = rate * (1 - rate)
        spread = (trials * (passes / trials - rate) ** 2).sum()
        reach = trials.sum() - (trials**2).sum() / trials.sum() - (len(trials) - 1)
        size = unit * reach / (spread - unit * (len(trials) - 1)) - 1
        start = numpy.log([rate * size, (1 - rate) * size])
        a, b = numpy.exp(optimize.minimize(slope, start, jac=True, method="BFGS").x)
        return (a + passes) / (a + b + trials), special.betainc(a + passes, b + failures, TARGET)

    wilson = timed("wilson", lambda: proportion_confint(passes, trials, method="wilson"))
    exact = timed("clopper-pearson", lambda: proportion_confint(passes, trials, method="beta"))
    both = timed("exact tails", tails)
    adjusted = timed("bh", lambda: false_discovery_control(both[0]))
    shrunken = timed("shrinkage", shrinkage)
    numpy.concatenate([*wilson, *exact, *both, adjusted, *shrunken]).tofile(results)
    print(json.dumps(seconds))


def differences(ours, theirs):
    """The largest relative difference of each column, where the value is not next to nothing."""
    import numpy

    ours, theirs = (numpy.fromfile(path).reshape(len(COLUMNS), -1) for path in (ours, theirs))
    scale = numpy.maximum(numpy.abs(theirs), 1e-12)
    print(json.dumps(dict(zip(COLUMNS, (numpy.abs(ours - theirs) / scale).max(axis=1).tolist()))))


def steps(output):
    """Seconds of each step, and of those the budget names in sum."""
    seconds = json.loads(output)
    return {"steps": {step: seconds[step] for step in STEPS}, "seconds": sum(seconds[step] for step in BUDGETED)}


def main():
    if len(sys.argv) > 1 and sys.argv[1] in ("draw", "compute", "differences"):
        job, *arguments = sys.argv[1:]
        return {"draw": lambda count, path: draw(int(count), path), "compute": compute,
                "differences": differences}[job](*arguments)

    import results
    import tools

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cells", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--command", default=str(ROOT / "Benchmarks/.build/release/time-cells"))
    parser.add_argument("--results", type=pathlib.Path, default=ROOT / "Benchmarks/Results")
    parser.add_argument("--note", default="")
    options = parser.parse_args()

    work = ROOT / ".build/peers"
    scipy = tools.environment(["scipy", "statsmodels"], work / "environments/statistics")
    if scipy.trouble:
        sys.exit(scipy.trouble)
    cells, ours, theirs = (str(work / f"cells-{name}.bin") for name in ("drawn", "ours", "theirs"))

    def theirs_in_python(*arguments):
        done = subprocess.run([scipy.python, __file__, *arguments], check=True, capture_output=True, text=True)
        return done.stdout

    theirs_in_python("draw", str(options.cells), cells)
    found = results.Shape("statistics", f"{options.cells:,} cells of up to 9,999 trials", note=options.note)
    found.load = os.getloadavg()[0]
    found.commit = results.commit()
    contenders = [
        tools.Tool(results.OURS, [options.command, cells, ours], steps),
        tools.Tool("SciPy, statsmodels", [str(scipy.python), __file__, "compute", cells, theirs], steps),
    ]
    for _ in range(options.rounds):
        for tool in contenders:
            found.runs.setdefault(tool.name, []).append(tools.run(tool, None, work))
    apart = json.loads(theirs_in_python("differences", ours, theirs))
    worst = max(apart, key=apart.get)
    if apart[worst] > 1e-5:
        sys.exit(f"{worst} differs by {apart[worst]:.1e}: no time counts")
    found.title += f"; results agree to {apart[worst]:.0e} ({worst})"
    book = results.Book(options.results / results.slug(results.processor()), datetime.date.today().isoformat())
    book.add(found, {"SciPy": scipy.version, "statsmodels": scipy.version_of("statsmodels")})
    book.write()
    print("\n".join(results.table(found)))


if __name__ == "__main__":
    main()
