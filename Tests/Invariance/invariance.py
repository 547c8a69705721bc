#!/usr/bin/env python3
"""Shows that how the work is done changes no byte of the JSON outside `input.files`.

usage: invariance.py SPOTCHECK [--records N] [--work DIR]

Generates one dump, then analyses it with 1, 2, 3 and 7 threads, chunks from 64 bytes to 16 MiB, each kernel, in
UTF-8 and GB18030, split over twelve files given in two orders, compressed, and from a pipe. Needs Python only.
"""
import argparse, gzip, hashlib, json, os, shutil, subprocess, sys, tempfile, time

LAYOUT = """version: 1
columns:
  sample_id: 抽样单编号
  region: 行政区划代码
  category: { path: [领域, 产品类别] }
  date: 抽样日期
  result: 检验结论
  programme: 抽检类型
  establishment: 被抽样单位名称
labels:
  pass: [合格, 符合]
  fail: [不合格, 不符合]
  ignore: [待检]
"""
PLAN = """version: 1
indicators:
  - id: food
    where: { category: 食品 }
    pool_programmes: true
    target: { 2023: 0.98, 2024: 0.985 }
    planned: { file: planned.csv }
  - id: farm
    where: { category: 农产品 }
    pool_programmes: true
    target: { 2023: 0.98, 2024: 0.98 }
    population: { file: population.csv }
  - id: manufacturing
    where: { category: 制造业 }
    pool_programmes: true
    target: { 2023: 0.945, 2024: 0.955 }
    weights: { by: category, file: weights.csv }
  - id: projects
    where: { category: 建设工程 }
    pool_programmes: true
    target: { 2023: 0.97, 2024: 0.98 }
    clusters: establishment
  - id: rises
    where: { category: 制造业 }
    pool_programmes: true
    comparison: rising
assess: { depth: 1, multiplicity: two-level, period: [year, quarter] }
"""
FIGURES = {
    "planned.csv": ",食品,2024,900000\n530100,食品,2024,80000\n530100,食品/乳制品,2024,20000\n",
    "population.csv": ",农产品,,900000\n530100,农产品,,150000\n530300,农产品/蔬菜,2024,90000\n",
    "weights.csv": "530000,制造业/水泥,2023,3200\n530000,制造业/电线电缆,2023,1800\n530100,制造业/水泥,2024,410.5\n"
                   "530100,制造业/化肥,2024,97\n530300,制造业/化肥,2024,260\n",
}
#: What the findings of the plan must rest upon, each at least once.
ESTIMATORS = {"exact_binomial", "exact_hypergeometric", "weighted_gamma", "clustered_beta", "stratified_exact"}
DEFECTS = ["bad-date=0.002", "stray-quote=0.002", "extra-field=0.002", "unknown-label=0.001", "pending-label=0.002",
           "duplicate=0.003", "conflict=0.001"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("spotcheck")
    parser.add_argument("--records", type=int, default=50_000)
    parser.add_argument("--work", help="a folder to work in; kept")
    options = parser.parse_args()
    work = options.work or tempfile.mkdtemp(prefix="spotcheck-invariance-")
    os.makedirs(work, exist_ok=True)
    try:
        differing = run(os.path.abspath(options.spotcheck), options.records, work)
    finally:
        if not options.work:
            shutil.rmtree(work)
    sys.exit(1 if differing else 0)


def run(spotcheck, records, work):
    def path(name):
        return os.path.join(work, name)

    figures = {name: "region,category,year,value\n" + rows for name, rows in FIGURES.items()}
    for name, text in {"layout.yaml": LAYOUT, "plan.yaml": PLAN, **figures}.items():
        with open(path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def generate(output, *extra):
        defects = [word for defect in DEFECTS for word in ("--defect", defect)]
        subprocess.run([spotcheck, "generate", "--records", str(records), "--seed", "5", *defects, *extra, "-o", output],
                       check=True, stderr=subprocess.DEVNULL)

    for folder, extra in (("utf8", []), ("gb18030", ["--encoding", "gb18030"])):
        os.makedirs(path(folder), exist_ok=True)
        generate(path(folder + "/dump.csv"), *extra)
    generate(path("parts"), "--split", "12")
    os.makedirs(path("gzip"), exist_ok=True)
    with open(path("utf8/dump.csv"), "rb") as plain, gzip.open(path("gzip/dump.csv"), "wb", 1) as packed:
        shutil.copyfileobj(plain, packed, 1 << 20)
    dump = path("utf8/dump.csv")
    parts = sorted(os.path.join(path("parts"), name) for name in os.listdir(path("parts")))

    def analyze(inputs, threads=2, chunk=None, kernel=None, source=None):
        environment = dict(os.environ)
        for name, value in (("SPOTCHECK_CHUNK", chunk), ("SPOTCHECK_KERNEL", kernel)):
            environment.pop(name, None)
            if value is not None:
                environment[name] = str(value)
        command = [spotcheck, "analyze", *inputs, "--layout", path("layout.yaml"), "--plan", path("plan.yaml"),
                   "--threads", str(threads), "--format", "json", "--progress", "never"]
        with open(source, "rb") if source else open(os.devnull, "rb") as stream:
            output = subprocess.run(command, env=environment, stdin=stream, stdout=subprocess.PIPE,
                                    stderr=subprocess.DEVNULL).stdout
        report = json.loads(output)
        if report["input"]["accepted"] == 0:
            sys.exit("nothing was accepted")
        missing = ESTIMATORS - {finding["estimator"] for finding in report["findings"]}
        if missing:
            sys.exit(f"no finding by {', '.join(sorted(missing))}")
        # The files are cut out of the bytes themselves, so that the rest is compared byte for byte.
        start = output.index(b'"files":[') + len(b'"files":[')
        depth, at = 1, start
        while depth:
            depth += {ord("["): 1, ord("]"): -1}.get(output[at], 0)
            at += 1
        rest = output[:start] + output[at - 1:]
        return hashlib.sha256(rest).hexdigest(), report

    runs = [("2 threads", [dump], {})]
    runs += [(f"{n} threads", [dump], {"threads": n}) for n in (1, 3, 7)]
    runs += [(f"chunks of {n:,} bytes", [dump], {"chunk": n, "threads": 3}) for n in (64, 1000, 65_536, 16 << 20)]
    runs += [(f"kernel {name}", [dump], {"kernel": name}) for name in ("scalar", "sse2", "avx2", "avx512")]
    runs += [("GB18030", [path("gb18030/dump.csv")], {}), ("gzip", [path("gzip/dump.csv")], {})]
    runs += [("12 files", parts, {}), ("12 files, last first", parts[::-1], {"threads": 3})]
    runs += [("standard input", ["-"], {"source": dump})]
    first, differing = None, 0
    for name, inputs, how in runs:
        began = time.monotonic()
        digest, report = analyze(inputs, **how)
        first = first or digest
        differing += digest != first
        counts = report["input"]
        print(f"{'same' if digest == first else 'DIFFERS':8s}{digest[:16]}  {time.monotonic() - began:7.1f} s  {name}: "
              f"{counts['records']:,} records, {counts['accepted']:,} accepted, {counts['rejected']:,} rejected, "
              f"{counts['duplicates']:,} duplicates, {len(report['cells']):,} cells, {len(report['findings']):,} findings",
              flush=True)
    return differing


if __name__ == "__main__":
    main()
