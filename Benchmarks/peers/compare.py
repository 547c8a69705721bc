"""Times `spotcheck analyze` against other tools on the same files, shape by shape.

The work: records and passes by prefecture, sector, category and month, all columns read as text. Within a
shape the runs are interleaved, one of each tool per round. SpotCheck is timed as a whole process, start-up,
statistics and JSON included; a peer inside its process, without its start-up and imports. The cells of every
run are held to a plain count before its time counts: a tool that is wrong, or fails, is N/A. Peak memory is
that of the whole process. Before each run its files are read once: the page cache is warm, whatever memory the tool
before took.
"""

import argparse
import datetime
import os
import pathlib
import platform
import re
import subprocess
import sys

import picture
import results
import shapes
import tools

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCALES = "scales"
START = "start"
KINDS = [*shapes.SHAPES, SCALES, START]


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words = lambda text: text.split(",")
    parser.add_argument("--records", type=int, default=6_000_000, help="of a full-size file (default 6000000)")
    parser.add_argument("--scales", type=lambda text: [int(word) for word in words(text)],
                        default=[1_000_000, 6_000_000], help="records of the files of growing size")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--shapes", type=words, default=KINDS, help=f"of {','.join(KINDS)}")
    parser.add_argument("--only", type=words, default=list(tools.PACKAGES),
                        help=f"peers, of {','.join(tools.PACKAGES)}")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--spotcheck", default=str(ROOT / ".build/release/spotcheck"), help="the command")
    parser.add_argument("--data", type=pathlib.Path, default=ROOT / ".build/peers/data",
                        help="where the files are kept; deleting it is safe")
    parser.add_argument("--discard", action="store_true", help="delete each shape's files when it is done")
    parser.add_argument("--results", type=pathlib.Path, default=ROOT / "Benchmarks/Results")
    parser.add_argument("--note", default="", help="put into the results: what else the machine did")
    chosen = parser.parse_args()
    if unknown := set(chosen.shapes) - set(KINDS) | set(chosen.only) - set(tools.PACKAGES):
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    return chosen


def warm(files):
    """Reads files into the page cache."""
    for path in files:
        with open(path, "rb", buffering=0) as file:
            while file.read(1 << 24):
                pass


class Session:
    """One call of this script: its tools, its files, and the shapes it has measured."""

    def __init__(self, options):
        self.options = options
        self.work = options.data.parent
        options.data.mkdir(parents=True, exist_ok=True)
        self.peers = {}
        for name in options.only:
            place = self.work / "environments" / name
            self.peers[name] = tools.environment(tools.PACKAGES[name], place)

    def dump(self, shape, records=None):
        say(f"{shape.name}: files")
        return shapes.dump(
            shape, records or self.options.records, self.options.seed, self.options.spotcheck, self.options.data)

    def measure(self, shape):
        """SpotCheck, the peers, and what bounds SpotCheck on one shape."""
        dump = self.dump(shape)
        found = results.Shape(shape.name, shape.title, dump.records, dump.bytes, len(dump.files), len(dump.cells))
        contenders = [tools.spotcheck(
            self.options.spotcheck, dump, self.work, duplicates="last" if shape.distinct else "keep")]
        dumps = {}
        for name, environment in self.peers.items():
            if environment.trouble:
                found.missing[name] = environment.trouble
            else:
                contenders.append(tools.peer(name, environment, shape, dump))
        if shape.compression != "none":
            contenders.append(tools.decompressor(shapes.DECOMPRESSORS[shape.compression], dump))
        if shape.encoding != "utf-8":
            plain = self.dump(shapes.SHAPES["plain"])
            twin = tools.spotcheck(self.options.spotcheck, plain, self.work, name="SpotCheck, UTF-8 twin")
            contenders.append(twin)
            dumps[twin.name] = plain
        self.interleave(found, contenders, lambda tool: dumps.get(tool.name, dump))
        return found

    def scales(self):
        """SpotCheck alone on plain files of growing size."""
        found = results.Shape(SCALES, "as plain, files of growing size")
        dumps = {}
        for records in self.options.scales:
            dump = self.dump(shapes.SHAPES["plain"], records)
            dumps[f"{records:,} records"] = dump
        contenders = [tools.spotcheck(self.options.spotcheck, dump, self.work, name) for name, dump in dumps.items()]
        self.interleave(found, contenders, lambda tool: dumps[tool.name])
        return found

    def start(self):
        """From the start of the process to the first byte of help."""
        found = results.Shape(START, "`spotcheck --help` to its first byte, 10 runs a round")
        command = [self.options.spotcheck, "--help"]
        found.runs["SpotCheck"] = [
            tools.first_byte(command, self.work) for _ in range(10 * self.options.rounds)]
        return found

    def interleave(self, found, contenders, dump):
        found.load = os.getloadavg()[0]
        for number in range(self.options.rounds):
            say(f"{found.name}: round {number + 1} of {self.options.rounds}")
            for tool in [tool for tool in contenders if tool.name not in found.missing]:
                try:
                    warm(dump(tool).files)
                    found.runs.setdefault(tool.name, []).append(tools.run(tool, dump(tool).cells, self.work))
                except tools.Unavailable as reason:
                    found.runs.pop(tool.name)
                    found.missing[tool.name] = str(reason)

    def versions(self):
        """What the tools call themselves."""
        versions = {"SpotCheck": version(self.options.spotcheck, "--version")}
        versions |= {name: found.version or found.trouble for name, found in self.peers.items()}
        return versions | {"Python": platform.python_version(), "gzip": version("gzip", "--version"),
                           "zstd": version("zstd", "--version")}


def version(*command):
    """The version a command names."""
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except FileNotFoundError:
        return "none"
    found = re.search(r"\d+\.[\d.]*\d", done.stdout)
    return found.group() if found else "unknown"


def say(words):
    print(words, file=sys.stderr, flush=True)


def main():
    chosen = options()
    session = Session(chosen)
    date = datetime.date.today().isoformat()
    book = results.Book(chosen.results / results.slug(results.processor()), date)
    for name in chosen.shapes:
        if name == SCALES:
            found = session.scales()
        elif name == START:
            found = session.start()
        else:
            found = session.measure(shapes.SHAPES[name])
        found.note = chosen.note
        found.commit = results.commit()
        book.add(found, session.versions())
        book.write()
        picture.draw(book, book.place / "peers.svg")
        print("\n".join(results.table(found)), flush=True)
        if chosen.discard:
            for place in chosen.data.glob(f"{name}-*"):
                shapes.remove(place)
    print("\n".join(book.budgets()))
    print(f"\nWritten: {book.page}")


if __name__ == "__main__":
    main()
