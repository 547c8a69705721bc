#!/usr/bin/env python3
"""Judgement on simulated truth, against SciPy. See README.md beside this file."""

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import numpy as np
from scipy.special import betainc, betaincc, gammaln, xlog1py, xlogy
from scipy.stats import binom, false_discovery_control

import alarms
import chances
import coverage
import proofs
import weights
from product import Product

ALPHA = 0.05
PLAN_TARGETS = {
    "manufacturing": ("制造业", {"2023": 0.945, "2024": 0.96}),
    "food": ("食品", {"2023": 0.985, "2024": 0.985}),
    "construction": ("工程", {"2024": 0.98}),
}
REGIONS = [f"R{number:02}" for number in range(1, 17)]
MONTHS = [f"2023-{m:02}" for m in range(1, 13)] + [f"2024-{m:02}" for m in range(1, 8)]
OPEN_YEAR = "2024"


def log_evidence(k, n, target):
    """log E of a shortfall and of meeting the target, for arrays of cumulative counts.

    E = ∫ θ^k (1-θ)^(n-k) dθ / (width · τ^k (1-τ)^(n-k)), over [lo, τ] and over [τ, 1].
    """
    k, n = np.asarray(k, float), np.asarray(n, float)
    lo = max(0.0, 1 - 3 * (1 - target))
    a, b = k + 1, n - k + 1
    log_beta = -np.log(n + 1) - log_choose(n, k)
    likelihood = xlogy(k, target) + xlog1py(n - k, -target)
    below = np.where(
        betainc(a, b, target) < 0.5,
        betainc(a, b, target) - betainc(a, b, lo),
        betaincc(a, b, lo) - betaincc(a, b, target),
    )
    with np.errstate(divide="ignore"):
        return (
            np.log(below) + log_beta - likelihood - np.log(target - lo),
            np.log(betaincc(a, b, target)) + log_beta - likelihood - np.log(1 - target),
        )


def log_choose(n, k):
    return gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)


# 1. Truth


def write_dump(path, rng):
    """Writes inspections with known rates; returns (region, category, month) -> [trials, passes] and the rates."""
    counts, rates = defaultdict(lambda: [0, 0]), {}
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["region", "domain", "product", "date", "result"])
        for domain, targets in PLAN_TARGETS.values():
            for product in range(1, 6):
                for region in REGIONS:
                    rate = max(targets.values()) + rng.choice([0, 0, 0.008, -0.03, -0.08])
                    rates[region, f"{domain}/P{product}"] = min(rate, 1)
                    size = int(rng.choice([1, 4, 12, 30]))
                    for month in MONTHS:
                        trials = int(rng.poisson(size))
                        passed = rng.random(trials) < rate
                        cell = counts[region, f"{domain}/P{product}", month]
                        cell[0] += trials
                        cell[1] += int(passed.sum())
                        days = rng.integers(1, 29, trials)
                        for day, good in zip(days, passed):
                            result = "合格" if good else "不合格"
                            writer.writerow([region, domain, f"P{product}", f"{month}-{day:02}", result])
    return counts, rates


LAYOUT = """\
version: 1
columns:
  region: region
  category: { path: [domain, product] }
  date: { from: date, formats: [yyyy-MM-dd] }
  result: result
labels:
  pass: [合格]
  fail: [不合格]
"""


def plan_text():
    lines = ["version: 1", "title: simulated truth", "indicators:"]
    for identifier, (domain, targets) in PLAN_TARGETS.items():
        years = ", ".join(f"{year}: {target}" for year, target in targets.items())
        lines += [
            f"  - id: {identifier}",
            f"    title: {{ zh-Hans: {domain}, en: {identifier} }}",
            f"    where: {{ category: {domain} }}",
            "    measure: pass_rate",
            f"    target: {{ {years} }}",
            f"    source: {{ {', '.join(f'{year}: assumption' for year in targets)} }}",
            "    comparison: at_least",
        ]
    lines.append(
        f"assess: {{ level: [region], depth: 1, alpha: {ALPHA}, multiplicity: bh, period: [year] }}"
    )
    return "\n".join(lines) + "\n"


def expected_findings(counts):
    """(indicator, region, category, year) -> what SciPy says of that cell, q-values by family."""
    findings = {}
    for identifier, (domain, targets) in PLAN_TARGETS.items():
        categories = [domain] + sorted({c for _, c, _ in counts if c.startswith(domain + "/")})
        for year in ("2023", "2024"):
            months = [month for month in MONTHS if month.startswith(year)]
            for region in ["*"] + REGIONS:
                for category in categories:
                    looks = np.cumsum(
                        [monthly(counts, region, category, month) for month in months], axis=0
                    )
                    n, k = map(int, looks[-1])
                    findings[identifier, region, category, year] = judge(
                        n, k, looks, targets.get(year), year == OPEN_YEAR
                    )
    for direction in ("shortfall", "met"):
        adjust(findings, direction)
    return findings


def monthly(counts, region, category, month):
    total = np.zeros(2, int)
    for (r, c, m), cell in counts.items():
        if m == month and region in ("*", r) and (c == category or c.startswith(category + "/")):
            total += cell
    return total


def judge(n, k, looks, target, is_open):
    finding = {"trials": n, "passes": k, "interim": is_open, "target": target}
    if n == 0 or target is None:
        return finding
    finding["p_shortfall"] = finding["judged_shortfall"] = binom.cdf(k, n, target)
    finding["p_met"] = finding["judged_met"] = binom.sf(k - 1, n, target)
    if is_open:
        for direction, logs in zip(("shortfall", "met"), log_evidence(looks[:, 1], looks[:, 0], target)):
            p = float(np.exp(-max(0.0, logs.max())))
            finding[f"p_{direction}_anytime"] = finding[f"judged_{direction}"] = p
    return finding


def adjust(findings, direction):
    """Benjamini–Hochberg within indicator × period × region level × category depth."""
    families = defaultdict(list)
    for (indicator, region, category, year), finding in findings.items():
        if f"judged_{direction}" not in finding:
            continue
        if direction == "met" and finding["target"] ** finding["trials"] > ALPHA:
            continue
        families[indicator, year, region == "*", category.count("/")].append(finding)
    for family in families.values():
        p = np.clip([finding[f"judged_{direction}"] for finding in family], 0, 1)
        for finding, q in zip(family, false_discovery_control(p, method="bh")):
            finding[f"q_{direction}"] = float(q)


def agree(value, expected):
    if value is None or expected is None:
        return value is None and expected is None
    return bool(np.isclose(value, expected, rtol=1e-8, atol=1e-300))


def check_truth(binary, seed):
    rng = np.random.default_rng(seed)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        counts, rates = write_dump(folder / "dump.csv", rng)
        (folder / "layout.yaml").write_text(LAYOUT, encoding="utf-8")
        (folder / "plan.yaml").write_text(plan_text(), encoding="utf-8")
        run = subprocess.run(
            [binary, "analyze", folder / "dump.csv", "--layout", folder / "layout.yaml",
             "--plan", folder / "plan.yaml", "--format", "json"],
            capture_output=True,
        )
    if run.returncode != 0:
        print(run.stderr.decode(errors="replace"), file=sys.stderr)
        sys.exit(f"truth: spotcheck analyze ended with {run.returncode}")
    report = json.loads(run.stdout)
    expected, differences, seen = expected_findings(counts), [], set()
    proven, false_alarms = 0, 0
    for finding in report["findings"]:
        key = tuple(finding[name] for name in ("indicator", "region", "category", "period"))
        seen.add(key)
        if key not in expected:
            differences.append(f"{key}: not expected")
            continue
        truth = expected[key]
        for name in ("trials", "passes", "interim"):
            if finding[name] != truth[name]:
                differences.append(f"{key}: {name} is {finding[name]}, should be {truth[name]}")
        names = ["p_shortfall", "p_met", "q_shortfall", "q_met"]
        for name in names + ["p_shortfall_anytime", "p_met_anytime"]:
            if not agree(finding[name], truth.get(name)):
                differences.append(f"{key}: {name} is {finding[name]}, should be {truth.get(name)}")
        is_proven = truth.get("q_shortfall", 1) <= ALPHA and truth["trials"] - truth["passes"] >= 2
        if is_proven != (finding["evidence"] == "proven_shortfall"):
            differences.append(f"{key}: evidence is {finding['evidence']}, q {truth.get('q_shortfall')}")
        if is_proven:
            proven += 1
            false_alarms += rates.get((key[1], key[2]), 0) >= truth["target"]
        if (truth.get("q_met", 1) <= ALPHA) != (finding["evidence"] == "proven_met"):
            differences.append(f"{key}: evidence is {finding['evidence']}, q {truth.get('q_met')}")
    differences += [f"{key}: no such finding" for key, truth in expected.items()
                    if truth["trials"] > 0 and key not in seen]
    for difference in differences[:20]:
        print("  " + difference)
    total = sum(cell[0] for cell in counts.values())
    print(
        f"truth: {total} inspections, {len(seen)} findings, {proven} proven shortfalls, "
        f"{false_alarms} of them in cells that are on target, {len(differences)} differences from SciPy"
    )
    return not differences


# 2. Looks


def check_looks(years, seed):
    rng = np.random.default_rng(seed)
    fine = True
    for target, size in ((0.96, 30), (0.96, 100), (0.96, 1000), (0.98, 100), (0.985, 200), (0.999, 100)):
        n = np.cumsum(np.full((years, 12), size), axis=1)
        k = np.cumsum(rng.binomial(size, target, (years, 12)), axis=1)
        fixed = (binom.cdf(k, n, target) <= ALPHA).any(axis=1).mean()
        anytime = (log_evidence(k, n, target)[0] >= -np.log(ALPHA)).any(axis=1).mean()
        fine &= bool(anytime <= ALPHA)
        print(
            f"looks: target {target}, {size} a month: a shortfall 'proven' in "
            f"{anytime:.2%} of {years} years by the anytime p, {fixed:.2%} by the fixed test"
        )
    return fine


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--spotcheck", help="the built command; without it only the looks are simulated")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS), help="default: all")
    parser.add_argument("--seed", type=int, default=20240731)
    parser.add_argument("--years", type=int, default=20_000)
    options = parser.parse_args()
    results = {}
    for part in options.parts:
        if part == "looks":
            results[part] = check_looks(options.years, options.seed)
        elif options.spotcheck:
            results[part] = PARTS[part](Product(options.spotcheck), options.seed)
        sys.stdout.flush()
    for part, fine in results.items():
        print(f"{part}: {'as it should be' if fine else 'NOT as it should be'}")
    sys.exit(0 if all(results.values()) else 1)


#: What each part runs; looks need no command.
PARTS = {
    "looks": None,
    "truth": lambda product, seed: check_truth(product.binary, seed),
    "coverage": lambda product, seed: coverage.check(product),
    "proofs": proofs.check,
    "weights": weights.check,
    "alarms": alarms.check,
    "chances": chances.check,
}


if __name__ == "__main__":
    main()
