"""Whether `chance_met` comes true: of years given a chance of 70 %, seven in ten are to meet their target."""

import numpy as np

from product import percent, table

TARGET, YEARS, LIMIT = 0.96, 40_000, 0.03


def check(product, seed):
    rng = np.random.default_rng(seed)
    rows, fine = [], True
    for name, correlation in (("one rate all year", 0), ("rates wander, correlation 0.02", 0.02)):
        trials, planned = rng.choice([50, 150, 600], YEARS), rng.choice([50, 150, 600], YEARS)
        rates = rng.uniform(0.9, 1, YEARS)
        passes, future = (months(rng, size, rates, correlation) for size in (trials, planned))
        questions = [{"passes": int(k), "trials": int(n), "planned": int(m), "target": TARGET}
                     for k, n, m in zip(passes, trials, planned)]
        answers = product.answers("project", questions)
        chance = np.array([answer["chance_met"] for answer in answers])
        met = passes + future >= np.array([answer["need"] for answer in answers]) + passes
        for low in np.arange(0, 1, 0.1):
            inside = (low < chance) & (chance <= low + 0.1) & (chance < 1)
            said, came = chance[inside].mean(), met[inside].mean()
            rows.append([name, f"{low:.1f}–{low + 0.1:.1f}", int(inside.sum()), percent(said), percent(came)])
            fine &= bool(correlation > 0 or abs(said - came) < LIMIT)
        settled = {0.0: met[chance == 0], 1.0: met[chance == 1]}
        fine &= not settled[0.0].any() and bool(settled[1.0].all())
        rows.append([name, "out of reach, secured", sum(map(len, settled.values())), "0 %, 100 %", "0 %, 100 %"])
    print(f"chances: {YEARS} years, target {TARGET}, rates uniform on 0.9…1\n")
    print(table(["process", "chance_met", "years", "said", "came true"], rows), end="\n\n")
    return bool(fine)


def months(rng, sizes, rates, correlation):
    """Passes among so many trials, in six months of rates of their own where they wander."""
    shares = [sizes // 6 + (month < sizes % 6) for month in range(6)]
    if not correlation:
        return rng.binomial(sizes, rates)
    strength = 1 / correlation - 1
    return sum(rng.binomial(share, rng.beta(rates * strength, (1 - rates) * strength)) for share in shares)
