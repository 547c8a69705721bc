#!/usr/bin/env python3
"""Replays draws by the algorithms their record names, written anew, and tries a large frame.

    python3 Tests/Simulation/draw.py --spotcheck .build/release/spotcheck

Needs nothing beyond Python 3.9. Exits with 1 where a draw differs or a promise is broken.
"""
import argparse
import csv
import hashlib
import json
import math
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict

MASK = (1 << 64) - 1


class Xoshiro256:
    """xoshiro256** with Lemire's bounded numbers, from the SHA-256 of netstrings."""

    def __init__(self, *texts):
        parts = [text.encode() for text in texts]
        digest = hashlib.sha256(b"".join(b"%d:%s," % (len(part), part) for part in parts)).digest()
        self.state = [int.from_bytes(digest[i:i + 8], "big") for i in range(0, 32, 8)]

    def next(self):
        def rotated(word, count):
            return (word << count | word >> (64 - count)) & MASK
        s = self.state
        result = rotated(s[1] * 5 & MASK, 7) * 9 & MASK
        shifted = s[1] << 17 & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= shifted
        s[3] = rotated(s[3], 45)
        return result

    def below(self, bound):
        product = self.next() * bound
        while product & MASK < (1 << 64) % bound:
            product = self.next() * bound
        return product >> 64


def drawn(seed, values, ids, count):
    """The ids a stratum gives, in the order drawn."""
    generator = Xoshiro256("spotcheck.draw/1", "establishments", seed, *values)
    places = sorted(ids, key=str.encode)
    for place in range(count):
        other = place + generator.below(len(places) - place)
        places[place], places[other] = places[other], places[place]
    return places[:count]


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def check(record_path, result_path):
    """What a draw by risk class breaks; empty where nothing."""
    record = json.load(open(record_path, encoding="utf-8"))
    inputs = {entry["role"]: entry for entry in record["inputs"]}
    broken = []
    for entry in inputs.values():
        if hashlib.sha256(open(entry["path"], "rb").read()).hexdigest() != entry["sha256"]:
            broken.append(f"hash of {entry['role']}")
    if hashlib.sha256(open(result_path, "rb").read()).hexdigest() != record["result_sha256"]:
        broken.append("hash of the result")
    inspectors = {row["id"]: row for row in rows(inputs["inspectors"]["path"])}
    by_class = defaultdict(list)
    for row in rows(inputs["frame"]["path"]):
        by_class[row["risk_class"]].append(row["id"])
    result = rows(result_path)
    by_stratum = defaultdict(list)
    for row in result:
        by_stratum[row["stratum"]].append(row["id"])
    for stratum in record["strata"]:
        (name,) = stratum["values"]
        if by_stratum[name] != drawn(record["seed"], [name], by_class[name], stratum["drawn"]):
            broken.append(f"stratum {name}")
    loads = Counter()
    conflicts = unskilled = 0
    for row in result:
        team = row["inspectors"].split(";")
        loads.update(team)
        if len(set(team)) != record["options"]["inspectors_each"]:
            broken.append(f"team of {row['id']}")
        for inspector in (inspectors[one] for one in team):
            skills = [skill for skill in inspector["skills"].split(";") if skill]
            conflicts += row["id"] in inspector["conflicts"].split(";")
            unskilled += bool(skills) and not any(
                row["category"] == skill or row["category"].startswith(skill + "/") for skill in skills)
    if conflicts or unskilled:
        broken.append(f"{conflicts} conflicts, {unskilled} without the skill")
    spread = [loads[one] for one in inspectors]
    print(f"  {len(result)} drawn, teams of {record['options']['inspectors_each']}, loads {min(spread)} to {max(spread)},"
          f" conflicts violated {conflicts}, without the skill {unskilled}")
    return broken


def timed(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return run, time.monotonic() - start, processor, after.ru_maxrss // 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--spotcheck", default=".build/release/spotcheck")
    parser.add_argument("--establishments", type=int, default=1_000_000)
    parser.add_argument("--inspectors", type=int, default=2_000)
    parser.add_argument("--seeds", type=int, default=1_000, help="seeds of the inclusion test")
    options = parser.parse_args()
    spotcheck = os.path.abspath(options.spotcheck)
    broken = []
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for list_, count in (("establishments", options.establishments), ("inspectors", options.inspectors)):
            subprocess.run([spotcheck, "generate", "--list", list_, "--records", str(count), "--seed", "11",
                            "-o", f"{list_}.csv"], check=True)
        ratios = [part for ratio in ("A=0.01", "B=0.05", "C=0.2", "D=1") for part in ("--ratio", ratio)]

        def draw(seed, frame, name):
            return timed([spotcheck, "sample", "draw", frame, "--inspectors", "inspectors.csv", "--seed", seed,
                          *ratios, "--format", "csv", "-o", f"{name}.csv", "--record", f"{name}.json"])

        print(f"{options.establishments} establishments, {options.inspectors} inspectors")
        run, wall, processor, memory = draw("20241231-0425", "establishments.csv", "one")
        if run.returncode:
            sys.exit(run.stderr)
        print(f"  drawn in {wall:.2f} s ({processor:.2f} s of processor time), {memory} MiB at most")
        broken += check("one.json", "one.csv")
        run, wall, _, _ = timed([spotcheck, "sample", "draw", "--verify", "one.json"])
        print(f"  replayed in {wall:.2f} s: {run.stdout.strip()}")
        broken += [] if run.returncode == 0 else ["replay"]
        lines = open("establishments.csv", encoding="utf-8").read().splitlines()
        body = lines[1:]
        random.Random(1).shuffle(body)
        with open("shuffled.csv", "w", encoding="utf-8") as file:
            file.write("\n".join(lines[:1] + body) + "\n")
        draw("20241231-0425", "shuffled.csv", "two")
        same = open("one.csv", "rb").read() == open("two.csv", "rb").read()
        print(f"  rows permuted: result {'equal byte for byte' if same else 'differs'}")
        broken += [] if same else ["permuted rows"]

        size, count = 200, 20
        with open("small.csv", "w", encoding="utf-8") as file:
            file.write("id,risk_class\n" + "".join(f"E{i:03},A\n" for i in range(size)))
        with open("inspectors.csv", "w", encoding="utf-8") as file:
            file.write("id\n" + "".join(f"P{i}\n" for i in range(7)))
        counts = Counter()
        pairs = Counter()
        for seed in range(options.seeds):
            subprocess.run([spotcheck, "sample", "draw", "small.csv", "--inspectors", "inspectors.csv", "--seed",
                            str(seed), "--count", str(count), "--format", "csv", "-o", "drawn.csv"], check=True)
            for row in rows("drawn.csv"):
                counts[row["id"]] += 1
                pairs[row["inspectors"]] += 1
        expected = options.seeds * count / size
        # Drawn without replacement, the counts of a seed vary less by the factor (1 - n/N) N/(N - 1).
        statistic = sum((counts[f"E{i:03}"] - expected) ** 2 for i in range(size)) / expected
        statistic /= (1 - count / size) * size / (size - 1)
        z = (statistic - (size - 1)) / math.sqrt(2 * (size - 1))
        print(f"inclusion over {options.seeds} seeds: chi-square {statistic:.1f}, {size - 1} degrees of freedom, z {z:.2f}")
        print(f"  each of {len(pairs)} pairs of 7 inspectors: {min(pairs.values())} to {max(pairs.values())} times,"
              f" {options.seeds * count / 21:.0f} expected")
        broken += [] if abs(z) < 4 and len(pairs) == 21 else ["inclusion"]
    for one in broken:
        print("BROKEN:", one)
    sys.exit(bool(broken))


if __name__ == "__main__":
    main()
