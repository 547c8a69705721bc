"""How often intervals hold the true rate: by enumeration of all outcomes, nothing is drawn."""

import numpy as np
from scipy.stats import beta, binom, binomtest

from product import percent, table

SIZES = (10, 20, 50, 100, 200, 500, 1000)
RATES = (0.5, 0.8, 0.9, 0.95, 0.96, 0.98, 0.985, 0.99, 0.999)
#: The rates over which the least and the mean coverage are taken.
FINE = np.round(np.arange(0.8, 1.0, 0.0005), 4)
METHODS = ("wilson", "clopper-pearson", "jeffreys")
LEVEL = 0.95


def check(product):
    rows, lows, fine = [], [], True
    for method in METHODS:
        for size in SIZES:
            questions = [{"passes": k, "trials": size} for k in range(size + 1)]
            answers = product.answers("interval", questions, "--interval", method)
            lower, upper = (np.array([answer[side] for answer in answers]) for side in ("lower", "upper"))
            fine &= bool(np.allclose(np.stack([lower, upper]), reference(method, size), rtol=1e-8, atol=1e-15))
            rows.append([method, size] + [percent(coverage(lower, upper, size, rate)) for rate in RATES])
            grid = [coverage(lower, upper, size, rate) for rate in FINE]
            lows.append([method, size, percent(min(grid)), percent(float(np.mean(grid)))])
            if method == "clopper-pearson":
                fine &= min(grid) >= LEVEL
    print("coverage: two-sided 95 % intervals\n")
    print(table(["method", "n"] + [f"θ = {rate}" for rate in RATES], rows), end="\n\n")
    print(f"coverage: over θ = {FINE[0]} … {FINE[-1]}\n")
    print(table(["method", "n", "least", "mean"], lows), end="\n\n")
    return check_bounds(product) and fine


def check_bounds(product):
    rows, fine = [], True
    for size in SIZES:
        questions = [{"passes": k, "trials": size, "target": 0.96} for k in range(size + 1)]
        answers = product.answers("test", questions)
        lower, upper = (np.array([answer[side] for answer in answers]) for side in ("lower_bound", "upper_bound"))
        below = min(coverage(lower, np.ones_like(lower), size, rate) for rate in FINE)
        above = min(coverage(np.zeros_like(upper), upper, size, rate) for rate in FINE)
        rows.append([size, percent(below, 2), percent(above, 2)])
        fine &= min(below, above) >= LEVEL
    print("coverage: least of each one-sided 95 % bound over the same rates\n")
    print(table(["n", "lower bound", "upper bound"], rows), end="\n\n")
    return fine


def coverage(lower, upper, size, rate):
    """The chance of an outcome whose limits hold `rate`."""
    holds = (lower <= rate) & (rate <= upper)
    return float(binom.pmf(np.arange(size + 1), size, rate)[holds].sum())


def reference(method, size):
    """The limits of every outcome by SciPy."""
    k = np.arange(size + 1)
    if method == "jeffreys":
        tail = (1 - LEVEL) / 2
        lower, upper = beta.ppf(tail, k + 0.5, size - k + 0.5), beta.isf(tail, k + 0.5, size - k + 0.5)
        lower[0], upper[-1] = 0, 1
        return np.stack([lower, upper])
    name = {"wilson": "wilson", "clopper-pearson": "exact"}[method]
    limits = [binomtest(int(each), size).proportion_ci(LEVEL, name) for each in k]
    return np.array([[limit.low for limit in limits], [limit.high for limit in limits]])
