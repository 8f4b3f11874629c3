"""Other people's readers read the tables: each finds what `tally --json` says, and refuses what was changed.

frictionless validates the data package, SQLite (the shell and Python's) the database, pandas the long table and, where the
program was built with the feature, its Parquet.

usage: tables.py PROTOKOL LEDGER
"""

import collections
import hashlib
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import frictionless
import pandas

SEVEN = ["county", "precinct", "office", "district", "party", "candidate", "votes"]


class Program:
    """The program that is judged, and the ledger that it reads."""

    def __init__(self, program, ledger):
        self.program, self.ledger = program, ledger

    def run(self, *typed):
        return subprocess.run([self.program, *typed, "--ledger", self.ledger, "--quiet"], capture_output=True, text=True)

    def json(self, *typed):
        done = self.run(*typed, "--json")
        hold(done.returncode == 0, done.stderr)
        return json.loads(done.stdout)

    def export(self, form, out):
        """Whether this build of the program makes the format."""
        done = self.run("export", "--format", form, "--out", str(out), "--licence", "CC-BY-4.0", "--inside")
        if "--features" in done.stderr:
            return False
        hold(done.returncode == 0, done.stderr)
        return True


def hold(holds, what):
    if not holds:
        sys.exit(f"tables.py: {what}")


def tallied(program, tiers):
    """What the program says: a figure by contest, unit and key, of every unit of every tier."""
    cells = {}
    for tier in tiers:
        for contest in program.json("tally", "--tier", tier, "--inside")["contests"]:
            for key, figure in (contest["totals"] or {}).items():
                if figure is not None and contest["in_force"]:
                    cells[contest["id"], contest["unit"], key] = figure
    return cells


def candidate(number):
    return f"cand_{int(number):02}"


def is_whole(folder):
    return frictionless.validate(str(folder / "datapackage.json")).valid


def package(program, folder, checkpoint):
    hold(program.export("datapackage", folder), "a data package is in every build")
    hold(is_whole(folder), frictionless.validate(str(folder / "datapackage.json")).to_summary())
    told = json.loads((folder / "datapackage.json").read_text())
    hold(told["ledger"]["fingerprint"] == checkpoint["fingerprint"], "the package names its checkpoint")
    hold(isinstance(told["rehearsal"], bool), "the package says whether it is a rehearsal")
    hold(told["licenses"] == [{"name": "CC-BY-4.0"}], "the package names its licence")
    hold(len(told["resources"]) == 9, "the package has every table")
    for resource in told["resources"]:
        found = "sha256:" + hashlib.sha256((folder / resource["path"]).read_bytes()).hexdigest()
        hold(found == resource["hash"], f"{resource['path']}: the hash")
    for file, change in CHANGES.items():
        copy = folder.with_name("changed")
        shutil.copytree(folder, copy)
        text = (copy / file).read_text()
        hold(change(text) != text, f"{file}: nothing was changed")
        (copy / file).write_text(change(text))
        hold(not is_whole(copy), f"{file} was changed, and frictionless does not mind")
        shutil.rmtree(copy)
    print("ok  frictionless: the data package, and", len(CHANGES), "that were changed")


def last_digit(text):
    return text[:-2] + str((int(text[-2]) + 1) % 10) + "\n"


def last_line(text):
    return text[: text.rstrip("\n").rindex("\n") + 1]


# A figure; a unit that papers name; a row less.
CHANGES = {"votes.csv": last_digit, "units.csv": last_line, "results.csv": last_line}


def database(program, file, checkpoint, expected):
    if not program.export("sqlite", file):
        print("SKIPPED: this build has no SQLite")
        return
    base = sqlite3.connect(file)
    hold(base.execute("PRAGMA integrity_check").fetchall() == [("ok",)], "SQLite finds its file damaged")
    hold(base.execute("PRAGMA foreign_key_check").fetchall() == [], "a key names nothing")
    told = dict(base.execute("SELECT name, value FROM metadata"))
    hold(told["fingerprint"] == checkpoint["fingerprint"] and told["licence"] == "CC-BY-4.0", "the metadata")
    hold(told["rehearsal"] in ("true", "false"), "the database says whether it is a rehearsal")
    found = {(c, u, candidate(n)): v for c, u, n, v in base.execute("SELECT contest, unit, number, votes FROM totals")}
    found |= {(c, u, item): v for c, u, item, v in base.execute("SELECT contest, unit, item, figure FROM item_totals")}
    hold(found == expected and all(isinstance(figure, int) for figure in found.values()), "totals of SQLite and of tally")
    due, in_force = base.execute("SELECT sum(due), sum(reported) FROM progress JOIN units USING (unit) WHERE parent IS NULL").fetchone()
    hold((due, in_force) == base.execute("SELECT count(*), sum(status = 'reported') FROM papers").fetchone(), "progress")
    described = base.execute("SELECT count(*) FROM dictionary WHERE \"column\" IS NOT NULL").fetchone()[0]
    columns = [base.execute(f"SELECT count(*) FROM pragma_table_info('{name}')").fetchone()[0] for name in TABLES]
    hold(described == sum(columns), "a column is not in the dictionary")
    print("ok  Python's SQLite:", len(found), "totals of every tier")
    if shutil.which("sqlite3") is None:
        print("SKIPPED: there is no sqlite3 to ask")
        return
    asked = "SELECT contest || ' ' || sum(votes) FROM votes GROUP BY contest ORDER BY contest"
    said = subprocess.run(["sqlite3", "-readonly", file, asked], capture_output=True, text=True, check=True).stdout
    sums = collections.Counter()
    top = base.execute("SELECT unit FROM units WHERE parent IS NULL").fetchone()[0]
    for (contest, unit, key), figure in expected.items():
        sums[contest] += figure if unit == top and key.startswith("cand_") else 0
    hold(said.splitlines() == [f"{contest} {votes}" for contest, votes in sorted(sums.items())], said)
    print("ok  sqlite3: the votes of each contest")


TABLES = ["units", "contests", "candidates", "items", "papers", "figures", "votes"]


def frame(file):
    texts = {column["titles"][0]: str for column in described(file)["tableSchema"]["columns"] if column["datatype"] == "string"}
    return pandas.read_csv(file, dtype=texts | {"votes": "Int64", "ledger:number": "Int64"}, keep_default_na=False, na_values=[""])


def described(file):
    return json.loads(file.with_name(file.name + "-metadata.json").read_text())


def tables(program, folder, checkpoint, expected):
    long, seven, columns = folder / "long.csv", folder / "seven.csv", folder / "long.parquet"
    hold(program.export("csv-long", long) and program.export("openelections", seven), "tables are in every build")
    for file in (long, seven):
        notes = described(file)["notes"][0]
        hold(notes["checkpoint"]["fingerprint"] == checkpoint["fingerprint"], f"{file.name}: the checkpoint")
        hold(isinstance(notes["rehearsal"], bool) and described(file)["dc:license"] == "CC-BY-4.0", f"{file.name}: the notes")
    rows = frame(long)
    votes = rows.dropna(subset=["ledger:number", "votes"])
    found = votes.groupby(["ledger:contest", "precinct", "ledger:number"])["votes"].sum()
    found = {(contest, unit, candidate(number)): int(figure) for (contest, unit, number), figure in found.items()}
    precincts = set(rows["precinct"])
    hold(found == {cell: figure for cell, figure in expected.items() if cell[1] in precincts and cell[2].startswith("cand_")}, "pandas")
    theirs = frame(seven)
    hold(list(theirs.columns) == SEVEN, "the columns of OpenElections")
    hold(theirs.equals(rows[SEVEN]), "the rows of OpenElections are those of the long table")
    print("ok  pandas:", len(rows), "rows of the long table, and of OpenElections")
    if not program.export("parquet", columns):
        print("SKIPPED: this build of the program has no Parquet")
        return
    typed = pandas.read_parquet(columns)
    hold(list(typed.columns) == list(rows.columns), "Parquet has other columns")
    for name in rows.columns:
        same = [blank(a) == blank(b) and (blank(a) or a == b) for a, b in zip(rows[name], typed[name], strict=True)]
        hold(all(same), f"Parquet and CSV differ in {name}")
    import pyarrow.parquet

    told = pyarrow.parquet.read_metadata(columns).metadata
    hold(told[b"ledger:fingerprint"].decode() == checkpoint["fingerprint"], "Parquet names its checkpoint")
    hold(told[b"ledger:rehearsal"] in (b"true", b"false"), "Parquet says whether it is a rehearsal")
    print("ok  pyarrow:", len(typed), "rows of Parquet, cell by cell as in the CSV")


def blank(cell):
    return cell == "" if isinstance(cell, str) else pandas.isna(cell)


def main(program, ledger):
    program = Program(program, ledger)
    checkpoint = program.json("show", "checkpoint")
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        package(program, scratch / "package", checkpoint)
        units = pandas.read_csv(scratch / "package" / "units.csv", dtype=str)
        expected = tallied(program, list(dict.fromkeys(units["tier"])))
        hold(expected, "the ledger has no figures to compare")
        database(program, scratch / "all.sqlite", checkpoint, expected)
        tables(program, scratch, checkpoint, expected)


if __name__ == "__main__":
    main(*sys.argv[1:])
