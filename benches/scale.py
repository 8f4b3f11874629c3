#!/usr/bin/env python3
"""What grows with an election, and how: time, memory and room of invented elections from a thousand precincts up.

usage: benches/scale.py PROTOKOL WORK FOLDER UNITS...

PROTOKOL is a release build, WORK a folder, FOLDER an election folder whose form, tiers and candidates are taken; as many precincts
are invented as each of UNITS says. What was measured is kept in WORK/scale.json, so that a run can be broken off, and sizes be added
to it; ledgers are removed once they were measured. At the end a table is printed, and a picture of it stands in WORK/scale.svg
(matplotlib, from PyPI).
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

# Verbs that answer from proved rows, a page at most; the medians of so many runs.
ANSWERS = {
    "tally": ["tally"],
    "tally --unit": ["tally", "--unit", "001"],
    "show UNIT": ["show", "001.0001"],
    "findings --unit": ["findings", "--unit", "001.0001"],
}
RUNS = 5


def run(*command):
    """Runs to its end: what it said, its seconds, and the most memory that it held, in MB."""
    with tempfile.TemporaryFile() as said:
        began = time.monotonic()
        process = subprocess.Popen(list(map(str, command)), stdout=said, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - began
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"{' '.join(map(str, command))}: ended with {os.waitstatus_to_exitcode(status)}")
        said.seek(0)
        return said.read().decode(), seconds, usage.ru_maxrss / 1000


def megabytes(folder):
    return sum(file.stat().st_blocks * 512 for file in folder.rglob("*") if file.is_file()) / 1e6


def measured(program, work, election, units):
    ledger = work / f"ledger-{units}"
    shutil.rmtree(ledger, ignore_errors=True)
    said, _, memory = run(program, "rehearse", election, "--synthetic", 1, "--units", units, "--ledger", ledger)
    phase = lambda name: float(re.search(rf"{name} ([0-9.]+) s", said).group(1))
    found = {"units": units, "recording": phase("recording"), "recording MB": memory}
    found |= {part: megabytes(ledger / part) for part in ("journal", "sled", "published")}
    _, found["verify"], found["verify MB"] = run(program, "verify", ledger)
    for name, verb in ANSWERS.items():
        runs = [run(program, *verb, "--ledger", ledger) for _ in range(RUNS)]
        found[name] = sorted(seconds for _, seconds, _ in runs)[RUNS // 2]
        found[f"{name} MB"] = max(memory for _, _, memory in runs)
    out = work / f"exported-{units}"
    shutil.rmtree(out, ignore_errors=True)
    _, found["export"], found["export MB"] = run(program, "export", "--out", out, "--ledger", ledger)
    for folder in (ledger, out):
        shutil.rmtree(folder)
    return found


def table(rows):
    columns = ["units", "recording", "recording MB", "verify", "verify MB", "journal", "sled", "published", "export", "export MB"]
    columns += [name for answer in ANSWERS for name in (answer, f"{answer} MB")]
    print("| " + " | ".join(columns) + " |")
    print("| " + " | ".join("---" for _ in columns) + " |")
    for row in rows:
        figures = (f"{row[name]:,.2f}" if row[name] < 10 else f"{row[name]:,.0f}" for name in columns)
        print("| " + " | ".join(figure.replace(",", " ") for figure in figures) + " |")


def picture(rows, file):
    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot

    figure, (seconds, memory) = pyplot.subplots(1, 2, figsize=(10, 4))
    units = [row["units"] for row in rows]
    for name in ("recording", "verify", "export"):
        seconds.plot(units, [row[name] for row in rows], marker="o", label=name)
        memory.plot(units, [row[f"{name} MB"] for row in rows], marker="o", label=name)
    for name in ANSWERS:
        seconds.plot(units, [row[name] for row in rows], marker=".", linestyle=":", label=name)
    for axes, title in ((seconds, "seconds"), (memory, "MB held at most")):
        axes.set(xscale="log", yscale="log", xlabel="precincts", title=title)
        axes.grid(alpha=0.3)
        axes.legend(fontsize=7)
    figure.tight_layout()
    figure.savefig(file, metadata={"Date": None})


def main():
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    program, work, election = (pathlib.Path(place).resolve() for place in sys.argv[1:4])
    work.mkdir(parents=True, exist_ok=True)
    kept = work / "scale.json"
    rows = json.loads(kept.read_text()) if kept.exists() else {}
    for units in sys.argv[4:]:
        rows[units] = measured(program, work, election, int(units))
        kept.write_text(json.dumps(rows, indent=1))
        print(f"{units}: {rows[units]}", file=sys.stderr)
    rows = sorted(rows.values(), key=lambda row: row["units"])
    table(rows)
    picture(rows, work / "scale.svg")


if __name__ == "__main__":
    main()
