#!/usr/bin/env python3
"""Opens reports in headless Chromium and checks what only a browser can tell.

    Tests/Browser/browser.py SPOTCHECK [--pictures FOLDER]

Ends with 0 where every check holds; where Chromium is absent it says so and ends with 0.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

import chromium

HERE = pathlib.Path(__file__).resolve().parent
SAMPLE = HERE.parent.parent / "SampleData"
LONG = "长" * 200
HOSTILE = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a & b &amp; c", "👨‍👩‍👧 测试", LONG,
    "</title><b>x", "=1+1", "'; drop", "\u202eabc", "e\u0301 É",
]


class Checks:
    """Checks and their outcomes."""

    def __init__(self):
        self.passed, self.failed = 0, []

    def that(self, name, holds, detail=""):
        if holds:
            self.passed += 1
        else:
            self.failed.append(name)
            print(f"✘ {name} {str(detail)[:400]}")


def analyze(spotcheck, folder, name, arguments, language):
    """Writes a report as HTML and returns its path."""
    path = folder / f"{name}.{language}.html"
    subprocess.run([spotcheck, "analyze", *map(str, arguments), "--format", "html", "-o", path, "--lang", language],
                   check=True, stderr=subprocess.DEVNULL)
    return path


def hostile_dump(folder):
    """A dump and a plan whose every name tries to break out."""
    dump, plan = folder / "hostile.csv", folder / "hostile.yaml"
    quoted = ['"' + name.replace('"', '""') + '"' for name in HOSTILE]
    with open(dump, "w", encoding="utf-8") as file:
        file.write("region,category,date,result\n")
        for number in range(len(quoted) * 400):
            region, category = quoted[number % len(quoted)], quoted[(number // 7) % len(quoted)]
            result = "fail" if number % (3 + number % len(quoted)) == 0 else "pass"
            file.write(f"{region},{category},2024-{1 + number % 12:02d}-15,{result}\n")
        file.write("x,y,2024-13-01,<b>pass</b>\nx,y,2024-01-01,<i>unknown</i>\n")
    title = json.dumps(HOSTILE[0] + LONG, ensure_ascii=False)
    plan.write_text(f"version: 1\ntitle: {title}\nindicators:\n  - id: all\n    title: {title}\n"
                    f"    target: {{ 2024: 0.8 }}\n    responsible: [{title}, {json.dumps(HOSTILE[1])}]\n",
                    encoding="utf-8")
    return [dump, "--plan", plan]


def open_year(folder):
    """The sample's data and plan, as of a day within its last year, with units planned for it."""
    dumps = [file for file in sorted((SAMPLE / "dumps").iterdir()) if file.stem <= "2024-08"]
    plan, planned = folder / "open-year.yaml", folder / "planned.csv"
    text = (SAMPLE / "plan-2023-2025.yaml").read_text(encoding="utf-8")
    plan.write_text(text.replace("    responsible:", "    planned: { file: planned.csv }\n    responsible:"),
                    encoding="utf-8")
    regions = [line.split(",") for line in (SAMPLE / "regions.csv").read_text(encoding="utf-8").splitlines()[1:]]
    rows = [f"{code},,2024,{160 + 40 * number}" for number, (code, _, level, *_) in enumerate(regions)
            if level == "prefecture"]
    planned.write_text("region,category,year,value\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return [*dumps, "--layout", SAMPLE / "layout.yaml", "--plan", plan, "--as-of", "2024-08-31"]


def pages(spotcheck, folder):
    """The reports that are looked at, by name."""
    sample = [SAMPLE / "dumps", "--layout", SAMPLE / "layout.yaml"]
    plan = ["--plan", SAMPLE / "plan-2023-2025.yaml"]
    found = {}
    for language in ["zh-Hans", "en"]:
        found[f"sample.{language}"] = analyze(spotcheck, folder, "sample", sample + plan, language)
    found["open-year.zh-Hans"] = analyze(spotcheck, folder, "open-year", open_year(folder), "zh-Hans")
    found["unplanned.en"] = analyze(spotcheck, folder, "unplanned", sample, "en")
    found["hostile.en"] = analyze(spotcheck, folder, "hostile", hostile_dump(folder), "en")
    return found


def check_quiet(checks, page, name):
    checks.that(f"{name}: no error", not page.errors, page.errors)
    checks.that(f"{name}: no request", not page.requests, page.requests)


def check_width(checks, page, name):
    """Nothing wider than a telephone, but in boxes that scroll on their own."""
    width = page.run("document.documentElement.scrollWidth")
    checks.that(f"{name}: 360 pixels suffice", width <= 360, width)
    wide = page.run("""[...document.querySelectorAll("body *")].filter((element) =>
        !element.closest(".scroll,.hidden,.skip,svg") && element.getBoundingClientRect().right > 360.5)
        .map((element) => element.tagName + " " + element.textContent.slice(0, 40))""")
    checks.that(f"{name}: nothing reaches out at 360 pixels", not wide, wide)


def check_without_script(checks, page, name):
    texts = page.run("""[...document.querySelectorAll("section")].map((section) => section.innerText.length)""")
    checks.that(f"{name}: every section reads without script", texts and min(texts) > 20, texts)
    buttons = page.run("""[...document.querySelectorAll("button,input")].filter((e) => e.offsetParent).length""")
    checks.that(f"{name}: no dead control without script", buttons == 0, buttons)


def check_language(checks, page, name):
    for language, other in [("en", "zh-Hans"), ("zh-Hans", "en")]:
        page.run(f"document.querySelector('button[data-language=\"{language}\"]').click()")
        checks.that(f"{name}: turns to {language}", page.run("document.documentElement.lang") == language)
        shown = page.run(f"""[...document.querySelectorAll('span[lang="{other}"],text[lang="{other}"]')]
            .filter((element) => element.getClientRects().length && !element.closest("button")).length""")
        checks.that(f"{name}: speaks nothing but {language}", shown == 0, shown)
        titles = page.run("""[...document.querySelectorAll("svg[role=img]")].filter((svg) =>
            !svg.querySelector("title").textContent || !svg.querySelector("desc").textContent).length""")
        checks.that(f"{name}: pictures speak {language}", titles == 0, titles)


def check_sorting(checks, page, name):
    """Every column of every sortable table, both ways."""
    wrong = page.run("""(() => {
      const wrong = [];
      const number = (text) => { const found = text.replace(/,/g, "").replace(/−/g, "-").match(/-?\\d+(\\.\\d+)?/); return found ? Number(found[0]) : NaN; };
      for (const table of document.querySelectorAll("table.interactive")) {
        const before = [...table.tBodies[0].rows].map((row) => row.innerText).sort().join();
        [...table.tHead.rows[0].cells].forEach((head, column) => {
          for (const sign of [1, -1]) {
            head.querySelector("button").click();
            const texts = [...table.tBodies[0].rows].map((row) => row.cells[column].innerText.trim());
            const isNumber = head.classList.contains("n");
            const values = isNumber ? texts.map(number).filter((value) => !isNaN(value)) : texts;
            const compare = isNumber ? (a, b) => a - b : (a, b) => a.localeCompare(b, document.documentElement.lang);
            if (values.some((value, index) => index > 0 && sign * compare(values[index - 1], value) > 0)) wrong.push(`${table.id} ${column} ${sign}`);
            if (head.getAttribute("aria-sort") !== (sign > 0 ? "ascending" : "descending")) wrong.push(`${table.id} aria-sort`);
          }
        });
        if ([...table.tBodies[0].rows].map((row) => row.innerText).sort().join() !== before) wrong.push(`${table.id} lost rows`);
      }
      return wrong;
    })()""")
    count = page.run("document.querySelectorAll('table.interactive thead th').length")
    checks.that(f"{name}: {count} columns sort both ways", count > 0 and not wrong, wrong)


def check_filter(checks, page, name):
    outcome = page.run("""(() => {
      const outcomes = [];
      for (const input of document.querySelectorAll(".filter input")) {
        const rows = [...document.getElementById(input.dataset.table).tBodies[0].rows];
        const shown = () => rows.filter((row) => row.getClientRects().length).length;
        const isClosed = !!input.closest("details:not([open])");
        if (isClosed) input.closest("details").open = true;
        const type = (text) => { input.value = text; input.dispatchEvent(new Event("input")); };
        const wanted = rows[0].cells[0].innerText.trim();
        type(wanted);
        const some = shown();
        type("no such text anywhere");
        const none = shown();
        type("");
        outcomes.push([input.dataset.table, some, none, shown(), rows.length]);
      }
      return outcomes;
    })()""")
    wrong = [one for one in outcome if not (1 <= one[1] <= one[4] and one[2] == 0 and one[3] == one[4])]
    checks.that(f"{name}: {len(outcome)} tables filter", outcome and not wrong, wrong)


def check_theme(checks, page, name):
    grounds = []
    for theme in ["light", "dark"]:
        page.run(f"document.querySelector('button[data-theme=\"{theme}\"]').click()")
        grounds.append(page.run("getComputedStyle(document.body).backgroundColor"))
    checks.that(f"{name}: turns dark", grounds[0] != grounds[1], grounds)


def check_rules(checks, page, name):
    broken = page.run((HERE / "rules.js").read_text(encoding="utf-8"))
    for rule, violations in broken.items():
        checks.that(f"{name}: {rule}", not violations, (len(violations), violations[:5]))
    return len(broken)


def check(checks, page, path, name):
    for width, dark in [(1280, False), (360, True)]:
        title = f"{name} {width} {'dark' if dark else 'light'}"
        page.open(path, width=width, dark=dark)
        rules = check_rules(checks, page, title)
        check_quiet(checks, page, title)
        if width == 360:
            check_width(checks, page, title)
    page.open(path, scripts=False)
    check_without_script(checks, page, name)
    page.open(path)
    check_language(checks, page, name)
    check_sorting(checks, page, name)
    check_filter(checks, page, name)
    check_theme(checks, page, name)
    check_quiet(checks, page, name)
    alerts = page.run("document.querySelectorAll('main b, main i, main img').length")
    checks.that(f"{name}: no markup from data", alerts == 0, alerts)
    size = path.stat().st_size
    checks.that(f"{name}: at most 2 MB", size <= 2_000_000, size)
    plots = page.run("document.querySelectorAll('svg[role=img]').length")
    print(f"  {name}: {size:,} bytes, {plots} pictures, {rules} rules")


def picture(page, path, name, folder):
    """Writes the page as PNG, wide and narrow, light and dark, and as PDF."""
    for title, width, dark in [("desktop-light", 1280, False), ("desktop-dark", 1280, True),
                               ("phone-light", 390, False), ("phone-dark", 390, True)]:
        page.open(path, width=width, height=1600, dark=dark)
        for part in range(12):
            height = page.picture(folder / f"{name}-{title}-{part:02d}.png", part * 1600)
            if (part + 1) * 1600 >= height:
                break
    page.open(path)
    page.paper(folder / f"{name}.pdf")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("spotcheck", type=pathlib.Path)
    parser.add_argument("--pictures", type=pathlib.Path, help="also write PNG and PDF into this folder")
    parser.add_argument("--page", type=pathlib.Path, action="append", default=[], help="look at this report too")
    options = parser.parse_args()
    path = chromium.program()
    if not path:
        print("skipped: no chromium (make browser installs it)")
        return 0
    checks = Checks()
    with tempfile.TemporaryDirectory() as folder, chromium.Page(path) as page:
        found = pages(options.spotcheck, pathlib.Path(folder))
        found.update({extra.stem: extra for extra in options.page})
        for name, report in found.items():
            check(checks, page, report, name)
            if options.pictures:
                options.pictures.mkdir(parents=True, exist_ok=True)
                picture(page, report, name, options.pictures)
    print(f"{checks.passed} checks hold, {len(checks.failed)} fail")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())
