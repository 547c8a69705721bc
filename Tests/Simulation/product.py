"""Puts questions to the built command, so that what is measured is what users have."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

LAYOUT = """\
version: 1
columns:
  region: region
  category: category
  date: { from: date, formats: [yyyy-MM-dd] }
  result: result
labels: { pass: [pass], fail: [fail] }
"""


class Product:
    def __init__(self, binary):
        self.binary = binary

    def answers(self, command, questions, *options):
        """What `spotcheck stat` says to each question."""
        lines = "".join(json.dumps(question) + "\n" for question in questions)
        output = self.run("stat", command, "--json", *options, input=lines.encode())
        return [json.loads(line) for line in output.splitlines()]

    def report(self, cells, plan):
        """The report on cells of (region, category, month, trials, passes), by a plan's text."""
        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder)
            with open(folder / "dump.csv", "wb") as dump:
                dump.write(b"region,category,date,result\n")
                for region, category, month, trials, passes in cells:
                    start = f"{region},{category},{month}-15,"
                    dump.write(f"{start}pass\n".encode() * int(passes))
                    dump.write(f"{start}fail\n".encode() * int(trials - passes))
            for name, text in (("layout.yaml", LAYOUT), ("plan.yaml", plan)):
                (folder / name).write_text(text, encoding="utf-8")
            output = self.run(
                "analyze", folder / "dump.csv", "--layout", folder / "layout.yaml",
                "--plan", folder / "plan.yaml", "--format", "json", "--progress", "never",
            )
        return json.loads(output)

    def run(self, *arguments, input=None):
        run = subprocess.run([self.binary, *arguments], capture_output=True, input=input)
        if run.returncode != 0:
            print(run.stderr.decode(errors="replace"), file=sys.stderr)
            sys.exit(f"spotcheck {arguments[0]} ended with {run.returncode}")
        return run.stdout


def table(heads, rows):
    """A table in Markdown."""
    lines = [heads, ["---"] + ["--:"] * (len(heads) - 1)] + [[str(value) for value in row] for row in rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def percent(share, decimals=1):
    return f"{100 * share:.{decimals}f} %"
