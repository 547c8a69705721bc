#!/usr/bin/env python3
"""Shows how spotcheck takes what can go wrong: its message, exit code and peak memory, as a table.

usage: faults.py SPOTCHECK [--slow] [--only WORD] [--work DIR]

Every case names the exit code, words of the message and the most memory it may take; the script ends with 1 when
one differs. Needs Python only, two gigabytes of disk and a release build.
"""
import argparse, gzip, os, pty, shutil, signal, subprocess, sys, tempfile, time
from pathlib import Path

HEADER = "州市,产品类别,抽样日期,检验结论\n"
GOOD = "昆明市,食品,2024-01-05,合格\n"
MIB = 1 << 20
CASES = []


def case(name, code, words, mebibytes, slow=False):
    """Registers a case: what it does, and what must come of it."""
    def register(body):
        CASES.append((name, code, words, mebibytes, slow, body))
        return body
    return register


class Run:
    """One run of the command, with what it left."""

    def __init__(self, arguments, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, feed=None, meanwhile=None, user=None):
        self.start = time.monotonic()
        piped = subprocess.PIPE if feed else stdin
        with tempfile.TemporaryFile() as errors:
            process = subprocess.Popen(
                [SPOTCHECK, *arguments], stdin=piped, stdout=subprocess.DEVNULL if stdout is subprocess.PIPE else stdout,
                stderr=errors, user=user, env={"PATH": os.environ["PATH"], "LC_ALL": "C"})
            try:
                for block in feed or ():
                    process.stdin.write(block)
            except BrokenPipeError:
                pass
            if feed:
                try:
                    process.stdin.close()
                except BrokenPipeError:
                    pass
            if meanwhile:
                meanwhile(process)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = 0
            errors.seek(0)
            self.message = errors.read().decode().strip()
        self.code = os.waitstatus_to_exitcode(status)
        self.mebibytes = usage.ru_maxrss // 1024
        self.seconds = time.monotonic() - self.start


def write(name, *parts):
    with open(name, "wb") as file:
        for part in parts:
            if isinstance(part, (str, bytes)):
                file.write(part.encode() if isinstance(part, str) else part)
            else:
                file.writelines(part)
    return name


def big():
    """A dump of some hundred megabytes, made once."""
    if not os.path.exists("big.csv"):
        write("big.csv", HEADER, (GOOD.encode() * 20_000 for _ in range(500)))
    return "big.csv"


def when_reading(process, act):
    """Stops the process once it has read some megabytes, acts, and lets it go on."""
    while True:
        with open(f"/proc/{process.pid}/io") as io:
            if int(io.readline().split()[1]) > 40 * MIB:
                break
    process.send_signal(signal.SIGSTOP)
    act(process)
    process.send_signal(signal.SIGCONT)


@case("file cut short while it is read", 74, "changed", 300)
def truncated():
    copy = shutil.copy(big(), "cut.csv")
    return Run(["analyze", copy], meanwhile=lambda p: when_reading(p, lambda _: os.truncate(copy, 50 * MIB)))


@case("file that grows while it is read", 74, "changed", 300)
def growing():
    copy = shutil.copy(big(), "grown.csv")
    def grow(_):
        with open(copy, "a") as file:
            file.write(GOOD)
    return Run(["analyze", copy], meanwhile=lambda p: when_reading(p, grow))


@case("read error", 74, "Input/output error", 100)
def read_error():
    master, slave = pty.openpty()
    os.close(slave)
    return Run(["analyze", "-"], stdin=master)


@case("Ctrl-C", 130, "", 300)
def interrupted():
    write("rejects.csv", "good")
    return Run(
        ["analyze", big(), "--rejects", "rejects.csv"],
        meanwhile=lambda p: when_reading(p, lambda p: p.send_signal(signal.SIGINT)))


@case("report to a full disk", 74, "No space left", 100)
def full_disk():
    return Run(["analyze", write("good.csv", HEADER, GOOD), "-o", "/dev/full"])


@case("rejects to a full disk", 74, "No space left", 100)
def full_rejects():
    return Run(["analyze", write("bad.csv", HEADER, GOOD, "a,b,c,d\n" * 100_000), "--rejects", "/dev/full"])


@case("reader gone (`| head`)", 74, "", 300)
def reader_gone():
    regions = (f"区{number},食品,2024-01-05,合格\n".encode() for number in range(50_000))
    read, out = os.pipe()
    os.close(read)
    return Run(["analyze", write("wide.csv", HEADER, regions), "--format", "csv"], stdout=out)


@case("no such file", 66, "no such", 100)
def absent():
    return Run(["analyze", "absent.csv"])


@case("permission denied", 66, "ermission denied", 100)
def denied():
    os.chmod(write("secret.csv", HEADER, GOOD), 0)
    return Run(["analyze", "secret.csv"], user=65534 if os.getuid() == 0 else None)


@case("folder that contains itself", 0, "", 100)
def folder_loop():
    os.makedirs("loop/inner", exist_ok=True)
    write("loop/inner/dump.csv", HEADER, GOOD)
    if not os.path.islink("loop/inner/again"):
        os.symlink("..", "loop/inner/again")
    return Run(["analyze", "loop"])


@case("expansion bomb, gzip", 65, "expands", 200)
def bomb():
    with gzip.open("bomb.csv.gz", "wb") as file:
        file.write((HEADER + GOOD).encode())
        for _ in range(512):
            file.write(b"\n" * MIB)
    return Run(["analyze", "bomb.csv.gz"])


@case("compressed data cut short", 65, "damaged", 100)
def cut_gzip():
    return Run(["analyze", write("cut.csv.gz", gzip.compress((HEADER + GOOD * 1000).encode())[:-9])])


@case("one record of 1 GB, piped", 0, "", 400)
def long_record():
    blocks = [(HEADER + GOOD).encode(), *[b"x" * MIB] * 1000, ("\n" + GOOD).encode()]
    return Run(["analyze", "-", "--max-rejects", "1"], feed=blocks)


@case("one record of 1 GB behind an open quote, piped", 0, "", 400)
def long_quoted_record():
    blocks = [(HEADER + GOOD + '"').encode(), *[b"x" * MIB] * 1000, ("\n" + GOOD).encode()]
    return Run(["analyze", "-", "--max-rejects", "1"], feed=blocks)


@case("one record of 1 GB of delimiters, piped", 0, "", 500)
def long_delimiters():
    blocks = [(HEADER + GOOD).encode(), *[b"," * MIB] * 1000, ("\n" + GOOD).encode()]
    return Run(["analyze", "-", "--max-rejects", "1"], feed=blocks)


@case("one record of 1 GB, a file with a hole", 0, "", 400)
def sparse_record():
    write("sparse.csv", HEADER, GOOD)
    os.truncate("sparse.csv", 1 << 30)
    with open("sparse.csv", "a") as file:
        file.write("\n" + GOOD)
    return Run(["analyze", "sparse.csv", "--max-rejects", "1", "--rejects", "long.csv"])


@case("1 GB of blank records", 0, "", 300)
def blank_records():
    return Run(["analyze", "-"], feed=[(HEADER + GOOD).encode(), *[b"\n" * MIB] * 1000])


@case("an opening quote in every record, 100 MB", 0, "", 300)
def open_quotes():
    row = '"昆明市,食品,2024-01-05,合格\n'.encode()
    return Run(["analyze", "-"], feed=[(HEADER + GOOD).encode(), *[row * 10_000] * 280])


def keyed(count):
    return write(f"keys-{count}.csv", HEADER, (
        "".join(f"区{number},食品,2024-01-05,合格\n" for number in range(start, min(start + 10_000, count))).encode()
        for start in range(0, count, 10_000)))


@case("10,000,000 distinct keys", 0, "", 12000, slow=True)
def ten_million_keys():
    return Run(["analyze", keyed(10_000_000), "--format", "json", "-o", "/dev/null"])


@case("10,000,001 distinct keys", 65, "10000000", 6000, slow=True)
def more_keys():
    return Run(["analyze", keyed(10_000_001), "--format", "json", "-o", "/dev/null"])


@case("100,000 keys of 1,000 bytes, `--key-limit 1000`", 65, "1000", 200)
def key_limit():
    rows = (("x" * 1000 + GOOD.replace("昆明市", str(number))).encode() for number in range(100_000))
    return Run(["analyze", write("long-keys.csv", HEADER, rows), "--key-limit", "1000"])


@case("300 distinct keys of 5 MB", 0, "", 4000, slow=True)
def huge_keys():
    rows = (f"{number}".encode() + b"x" * 5_000_000 + ",食品,2024-01-05,合格\n".encode() for number in range(300))
    return Run(["analyze", write("huge-keys.csv", HEADER, rows)])


@case("2,000,000 distinct unknown labels", 65, "no record was accepted", 200)
def labels():
    rows = (f"昆明市,食品,2024-01-05,标签{number}\n".encode() for number in range(2_000_000))
    return Run(["analyze", write("labels.csv", HEADER, rows), "--format", "json", "-o", "/dev/null"])


@case("10,000,000 rejects, written out", 0, "", 400)
def rejects():
    row = GOOD.replace("2024-01-05", "").encode()
    blocks = [(HEADER + GOOD).encode(), *[row * 10_000] * 1000]
    return Run(["analyze", "-", "--rejects", "many.csv"], feed=blocks)


@case("5,000 columns", 65, "4096", 100)
def columns():
    names = HEADER.strip() + "".join(f",c{number}" for number in range(5000))
    return Run(["analyze", write("columns.csv", names + "\n" + GOOD)])


@case("a header of 500,000 columns", 65, "4096", 600)
def many_columns():
    return Run(["analyze", write("commas.csv", HEADER.strip(), "," * 500_000, "\n", GOOD)])


@case("an empty file", 65, "record", 100)
def empty():
    return Run(["analyze", write("empty.csv", "")])


@case("bytes of no encoding", 78, "no column for region", 100)
def noise():
    return Run(["analyze", write("noise.csv", bytes((number * 197 + 131) % 256 | 0x80 for number in range(50_000)))])


@case("a layout of 100,000 brackets", 78, "", 200)
def deep_layout():
    return Run(["analyze", write("good.csv", HEADER, GOOD), "--layout", write("deep.yaml", "a: " + "[" * 100_000)])


@case("a layout of nested keys", 78, "", 200)
def nested_keys():
    text = "".join("? " + "- " * 20 + "a\n" for _ in range(1000))
    return Run(["analyze", write("good.csv", HEADER, GOOD), "--layout", write("keys.yaml", text)])


@case("a layout that multiplies by aliases", 78, "nchor", 100)
def aliases():
    text = "a: &a [x, x]\n" + "".join(f"k{n}: &k{n} [*a, *a, *a]\n" for n in range(50))
    return Run(["analyze", write("good.csv", HEADER, GOOD), "--layout", write("alias.yaml", text)])


def main():
    global SPOTCHECK
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("spotcheck")
    parser.add_argument("--slow", action="store_true", help="cases of minutes too")
    parser.add_argument("--only", default="", help="cases whose name has this word")
    parser.add_argument("--work", help="a folder that is kept; by default a temporary one")
    arguments = parser.parse_args()
    SPOTCHECK = str(Path(arguments.spotcheck).resolve())
    work = arguments.work or tempfile.mkdtemp(prefix="spotcheck-faults-")
    os.makedirs(work, exist_ok=True)
    os.chmod(work, 0o755)
    os.chdir(work)
    failures = 0
    print("| fault | exit | seconds | peak MiB | message |\n|---|---|---|---|---|", flush=True)
    for name, code, words, mebibytes, slow, body in CASES:
        if arguments.only not in name or (slow and not arguments.slow):
            continue
        run = body()
        message = run.message.replace("|", "\\|").replace("\n", " ")
        mended = code == run.code and words in run.message and run.mebibytes <= mebibytes
        failures += not mended
        wrong = "" if mended else f" **(not {code}, “{words}”, {mebibytes} MiB)**"
        print(f"| {name} | {run.code} | {run.seconds:.1f} | {run.mebibytes} | {message[:200]}{wrong} |", flush=True)
    if os.path.exists("rejects.csv") and open("rejects.csv").read() != "good":
        failures += 1
        print("\nCtrl-C has replaced a good file.")
    left = [name for name in os.listdir(".") if name.startswith(".spotcheck-")]
    if left:
        failures += 1
        print(f"\nLeft behind: {left}")
    if not arguments.work:
        os.chdir("/")
        shutil.rmtree(work)
    sys.exit(failures > 0)


if __name__ == "__main__":
    main()
