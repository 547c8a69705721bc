"""Whether `chance_met` comes true: of years given a chance of 70 %, seven in ten are to meet their target."""

import numpy as np

from product import percent, table

TARGET, YEARS = 0.96, 60_000
#: Where true rates come from, and how alike two samples of one month are beyond that.
PROCESSES = (
    ("rates by Jeffreys' prior, as assumed", lambda rng: rng.beta(0.5, 0.5, YEARS), 0),
    ("rates even on 0.9…1", lambda rng: rng.uniform(0.9, 1, YEARS), 0),
    ("the same, wandering by months", lambda rng: rng.uniform(0.9, 1, YEARS), 0.02),
)


def check(product, seed):
    rng = np.random.default_rng(seed)
    rows, fine = [], True
    for name, draw, correlation in PROCESSES:
        trials, planned = rng.choice([50, 150, 600], YEARS), rng.choice([50, 150, 600], YEARS)
        rates = draw(rng)
        passes, future = (months(rng, size, rates, correlation) for size in (trials, planned))
        questions = [{"passes": int(k), "trials": int(n), "planned": int(m), "target": TARGET}
                     for k, n, m in zip(passes, trials, planned)]
        answers = product.answers("project", questions)
        chance = np.array([answer["chance_met"] for answer in answers])
        met = future >= np.array([answer["need"] for answer in answers])
        for low in np.arange(0, 1, 0.2):
            inside = (low < chance) & (chance <= low + 0.2) & (chance < 1)
            said, came, error = chance[inside].mean(), met[inside].mean(), 0.5 / inside.sum() ** 0.5
            large = inside & (trials == 600)
            rows.append([name, f"{low:.1f}–{low + 0.2:.1f}", int(inside.sum()), percent(said), percent(came),
                         percent(chance[large].mean()), percent(met[large].mean())])
            fine &= bool(name != PROCESSES[0][0] or abs(said - came) < 4 * error)
        fine &= not met[chance == 0].any() and bool(met[chance == 1].all())
    print(f"chances: {YEARS} years each, target {TARGET}, 50, 150 or 600 samples so far and as many planned\n")
    print(table(["process", "chance_met", "years", "said", "came true", "said at n = 600", "came true at n = 600"], rows),
          end="\n\n")
    return bool(fine)


def months(rng, sizes, rates, correlation):
    """Passes among so many trials, in six months of rates of their own where they wander."""
    shares = [sizes // 6 + (month < sizes % 6) for month in range(6)]
    if not correlation:
        return rng.binomial(sizes, rates)
    strength = 1 / correlation - 1
    return sum(rng.binomial(share, rng.beta(rates * strength, (1 - rates) * strength)) for share in shares)
