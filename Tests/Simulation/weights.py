"""How often a weighted rate just short of its target is "proven" to meet it."""

import numpy as np
from scipy.stats import binom, norm

from product import percent, table

TARGET, ALPHA = 0.96, 0.05
DRAWS = 4000
#: Name, weights, trials, true rates of the strata: the weighted rate is the target itself.
CASES = (
    ("two alike", (0.5, 0.5), (200, 200), (0.96, 0.96)),
    ("sizes by weight", (0.8, 0.2), (320, 80), (0.96, 0.96)),
    ("a small one dominates", (0.8, 0.2), (20, 400), (0.952, 0.992)),
    ("a small one dominates, the other faultless", (0.9, 0.1), (10, 400), (0.9556, 0.99960)),
    ("small with a third of the weight", (0.34, 0.66), (25, 500), (0.9, 0.99090909)),
    ("ten strata, one small", (0.55,) + (0.05,) * 9, (30,) + (150,) * 9, (0.945,) + (0.9783333,) * 9),
)


def plan(weights):
    values = ", ".join(f"C{stratum}: {weight}" for stratum, weight in enumerate(weights))
    return f"""\
version: 1
indicators:
  - {{ id: weighted, target: {{ 2024: {TARGET} }}, weights: {{ by: category, values: {{ {values} }} }} }}
assess: {{ level: [region], depth: 0, alpha: {ALPHA} }}
"""


def check(product, seed):
    rng = np.random.default_rng(seed)
    rows, fine = [], True
    for name, weights, sizes, rates in CASES:
        at_target = rng.binomial(sizes, rates, (DRAWS, len(sizes)))
        above = rng.binomial(sizes, 1 - (1 - np.array(rates)) / 4, (DRAWS, len(sizes)))
        gamma, power = (proofs(product, passes, sizes, weights) for passes in (at_target, above))
        normal, effective = rivals(at_target, np.array(sizes), np.array(weights))
        rows.append([name] + [percent(each.mean()) for each in (gamma, normal, effective, power)])
        fine &= gamma.mean() <= ALPHA + 3 * (ALPHA / DRAWS) ** 0.5
    print(f"weights: proofs that a target of {TARGET} is met, of {DRAWS} draws: false ones at the target itself by "
          f"three methods, and SpotCheck's where a quarter as many fail\n")
    print(table(["strata", "SpotCheck (gamma)", "normal", "effective sample size", "found by SpotCheck"], rows), end="\n\n")
    return bool(fine)


def proofs(product, passes, sizes, weights):
    """Whether each draw, a region of its own, is proof by its p-value alone."""
    cells = ((f"R{draw:05}", f"C{stratum}", "2024-12", sizes[stratum], passes[draw, stratum])
             for draw in range(DRAWS) for stratum in range(len(sizes)))
    p = {finding["region"]: finding["p_met"] for finding in product.report(cells, plan(weights))["findings"]}
    return np.array([p[f"R{draw:05}"] for draw in range(DRAWS)]) <= ALPHA


def rivals(passes, sizes, weights):
    """False proofs by the normal approximation, and by a binomial test of an effective sample size."""
    rates = passes / sizes
    mean = rates @ weights
    variance = (rates * (1 - rates) / sizes) @ weights**2
    with np.errstate(divide="ignore", invalid="ignore"):
        z = np.where(variance > 0, (mean - TARGET) / np.sqrt(variance), np.where(mean > TARGET, np.inf, -np.inf))
        effective = np.where(variance > 0, mean * (1 - mean) / variance, sizes.sum())
    n = np.maximum(1, np.round(effective)).astype(int)
    k = np.round(mean * n)
    return norm.sf(z) <= ALPHA, binom.sf(k - 1, n, TARGET) <= ALPHA
