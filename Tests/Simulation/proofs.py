"""How many proofs are false, and how many shortfalls are found, against flagging every rate below target."""

from collections import Counter, defaultdict

import numpy as np
from scipy.stats import binom, false_discovery_control

from product import percent, table

TARGET, ALPHA = 0.96, 0.05
YEARS = range(1925, 2025)
SIZES = (20, 50, 100, 200, 500)
#: True rates of the regions: 70 % are on target or above.
RATES = (0.96, 0.97, 0.98, 0.99, 0.94, 0.92, 0.90)
SHARES = (0.3, 0.1, 0.2, 0.1, 0.1, 0.1, 0.1)
REGIONS = 200
CLASSES = (
    "proven_shortfall", "likely_shortfall", "inconclusive_below", "too_few", "inconclusive_met", "proven_met",
)


def plan():
    targets = ", ".join(f"{year}: {TARGET}" for year in YEARS)
    return f"""\
version: 1
indicators:
  - {{ id: all, target: {{ {targets} }} }}
assess: {{ level: [region], depth: 0, alpha: {ALPHA} }}
"""


def check(product, seed):
    rng = np.random.default_rng(seed)
    truth = {}
    for year in YEARS:
        for number in range(REGIONS):
            rate, size = rng.choice(RATES, p=SHARES), int(rng.choice(SIZES))
            truth[f"R{number:03}", str(year)] = (rate, size, int(rng.binomial(size, rate)))
    report = product.report(
        ((region, "all", f"{year}-12", size, passes) for (region, year), (_, size, passes) in truth.items()), plan()
    )
    findings = [finding for finding in report["findings"] if finding["region"] != "*"]
    fine = len(findings) == len(truth)
    classes, naive, found = defaultdict(Counter), Counter(), defaultdict(Counter)
    families, differing = defaultdict(list), 0
    for finding in findings:
        rate, size, passes = truth[finding["region"], finding["period"]]
        is_short, proven = rate < TARGET, finding["evidence"] == "proven_shortfall"
        classes[finding["evidence"]][is_short] += 1
        naive[is_short] += passes < TARGET * size - 1e-9
        families[finding["period"]].append((is_short, proven, size, passes))
        found[rate, size].update(
            cells=1, naive=passes < TARGET * size - 1e-9, proven=proven,
            single=finding["p_shortfall"] <= ALPHA)
    for family in families.values():
        p = np.array([binom.cdf(passes, size, TARGET) for _, _, size, passes in family])
        rejected = false_discovery_control(p, method="bh") <= ALPHA
        several = np.array([size - passes >= 2 for _, _, size, passes in family])
        differing += int((rejected & several != [proven for _, proven, _, _ in family]).sum())
    shares = [
        sum(proven and not is_short for is_short, proven, _, _ in family) / max(1, sum(p for _, p, _, _ in family))
        for family in families.values()
    ]
    error = np.std(shares) / len(shares) ** 0.5
    total = naive[True] + naive[False]
    print(f"proofs: {len(findings)} cells in {len(families)} years, target {TARGET}\n")
    print(table(["class", "cells", "truly short", "on target or above"], [
        [name, sum(classes[name].values()), classes[name][True], classes[name][False]] for name in CLASSES
    ] + [["every rate below target", total, naive[True], naive[False]]]), end="\n\n")
    print(f"proofs: share of false proofs a year {percent(np.mean(shares), 2)} ± {percent(error, 2)}; of the naive "
          f"flags {percent(naive[False] / total)} were noise; {differing} verdicts differ from SciPy's\n")
    rows = []
    for rate in sorted(r for r in RATES if r <= TARGET):
        for size in SIZES:
            cell = found[rate, size]
            exact = binom.cdf(critical(size), size, rate)
            fine &= abs(cell["single"] / cell["cells"] - exact) < 4 * (max(exact, 0.01) / cell["cells"]) ** 0.5
            rows.append([rate, size, cell["cells"]] + [percent(cell[name] / cell["cells"])
                        for name in ("naive", "proven", "single")] + [percent(exact)])
    print(table(["θ", "n", "cells", "flagged naively", "proven", "p ≤ 0.05", "the exact test's power"], rows), end="\n\n")
    wrong = classes["proven_met"][True] / max(1, sum(classes["proven_met"].values()))
    return bool(fine and differing == 0 and np.mean(shares) <= ALPHA and wrong <= ALPHA)


def critical(size):
    """The most passes that reject at α alone; −1 where none do."""
    passes = np.arange(size + 1)
    return int(passes[binom.cdf(passes, size, TARGET) <= ALPHA].max(initial=-1))
