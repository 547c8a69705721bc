"""False alarms and delay of the warnings: the Bernoulli CUSUM and Laney's p′ chart, month by month."""

import numpy as np

from product import percent, table

RATE, REGIONS = 0.96, 500
MONTHS = [f"{year}-{month:02}" for year in (2022, 2023, 2024) for month in range(1, 13)]
LAST = 12
#: The correlation of two samples of one month where rates wander from month to month.
WANDERING = 0.02
PLAN = """\
version: 1
indicators: [{ id: all, target: { 2022: 0.96, 2023: 0.96, 2024: 0.96 } }]
assess: { level: [region], depth: 0, mature_after: 0 }
"""


def check(product, seed):
    rng = np.random.default_rng(seed)
    quiet, delays, fine = [], [], True
    for size in (30, 100):
        for name, correlation in (("steady", 0), ("wandering", WANDERING)):
            for odds in (1, 2):
                alarms = last_year(product, draw(rng, size, correlation, odds))
                if odds > 1:
                    delays.append([name, size] + [value for each in alarms for value in delay(each)])
                    continue
                rates = [onsets(each) for each in alarms]
                quiet.append([name, size] + [each for rate in rates for each in (
                    f"{1 / rate:.0f}" if rate else "none", percent(rate, 2))])
                fine &= correlation > 0 or rates[0] <= 1 / 120
    kinds = ("CUSUM", "p′", "p")
    print(f"alarms: in order, {REGIONS} regions of {len(MONTHS)} months, limits from the first 24\n")
    print(table(["process", "n a month"] + [f"{kind}: {what}" for kind in kinds for what in (
        "months to one", "a month")], quiet), end="\n\n")
    print("alarms: the odds of failure double for the last 12 months\n")
    print(table(["process", "n a month"] + [f"{kind}: {what}" for kind in kinds for what in (
        "noticed", "median months")], delays), end="\n\n")
    return bool(fine)


def draw(rng, size, correlation, odds):
    """Cells of regions whose odds of failure are multiplied in the last year."""
    failing = 1 - RATE
    rates = np.full((REGIONS, len(MONTHS)), RATE)
    rates[:, -LAST:] = 1 - odds * failing / (1 - failing + odds * failing)
    if correlation:
        strength = 1 / correlation - 1
        rates = rng.beta(rates * strength, (1 - rates) * strength)
    passes = rng.binomial(size, rates)
    for region in range(REGIONS):
        for place, month in enumerate(MONTHS):
            yield f"R{region:03}", "all", month, size, passes[region, place]


def last_year(product, cells):
    """Whether CUSUM, p′ and p chart warn of failures, for each region and each of the last thirteen months."""
    series = [each for each in product.report(cells, PLAN)["outlook"]["series"] if each["region"] != "*"]
    found = ([], [], [])
    for each in series:
        points = each["points"][-LAST - 1:]
        center = each["center"]
        rates = [point["passes"] / point["trials"] for point in points]
        found[0].append([point["alarm"] for point in points])
        found[1].append([center is not None and rate < point["lower_limit"] for rate, point in zip(rates, points)])
        found[2].append([center is not None and rate < center - 3 * (center * (1 - center) / point["trials"]) ** 0.5
                         for rate, point in zip(rates, points)])
    return [np.array(each) for each in found]


def onsets(alarms):
    """The share of months without an alarm that are followed by one with."""
    calm = ~alarms[:, :-1]
    return float((alarms[:, 1:] & calm).sum() / calm.sum())


def delay(alarms):
    """The share of regions, calm before, that are noticed in the year, and the median of the months it takes."""
    calm = alarms[~alarms[:, 0], 1:]
    noticed = calm.any(axis=1)
    months = np.where(noticed, calm.argmax(axis=1) + 1.0, np.inf)
    median = np.median(months)
    return percent(noticed.mean(), 0), f"{median:.0f}" if np.isfinite(median) else "over 12"
