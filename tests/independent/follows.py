"""Whether rows follow from one another: section 14.4 of docs/format.md. A log that signed sums or findings which do not come
from the papers beside them is convicted by its own rows; what is not shown accuses nobody."""

import re
from collections import Counter, defaultdict

from findings import MILLIS_MAX, Findings
from ledger_bytes import envelope_hash, open_entry
from replay import Election, apply
from rows import Total, finding_lines, of_paper

DERIVED = ("below", "total", "finding")
COUNTS = ("expected", "in-force", "awaited", "annulled", "failed", "corrected")
VOTERS = ("voters", "voters-without-result")
NUMBER = "(0|[1-9][0-9]{0,19})"
LINE = re.compile(f"(?P<one>{'|'.join(COUNTS + VOTERS)}) {NUMBER}|(?P<of>item|votes|code) ([!-~]+) {NUMBER}"
                  f"|turnout ([0-2][0-9]:[0-5][0-9]) {NUMBER} {NUMBER}")
FINDING = re.compile("([!-~]+) (?:error|warning) (?:-|[0-9a-f]{64})")
CELL = re.compile("cell (?:-|-?[0-9]+) (?:-|-?[0-9]+) [ -~]+")


class Alone(Findings):
    """What the rules say of one unit, of which everything is known that they ask for."""

    def __init__(self, election, size, clock):
        self.election, self.size, self.clock, self.form = election, size, clock, election.manifest["form"]
        self.keys = [item["key"] for item in self.form["items"]]
        self.declared, self.unformed, self.found = None, 0, defaultdict(list)


class Sum:
    """A total that was read: its numbers by what they are of, in the order in which they stand."""

    def __init__(self):
        self.numbers, self.codes = Counter(), Counter()

    def read(self, value):
        """Whether it is a total in its one spelling."""
        for line in value.splitlines():
            match = LINE.fullmatch(line)
            if match is None:
                return False
            what, *rest = line.split(" ")
            if what == "turnout":
                self.numbers[what, rest[0], 0], self.numbers[what, rest[0], 1] = map(int, rest[1:])
            elif what == "code":
                self.codes[rest[0]] = int(rest[1])
            elif what == "item" or what == "votes":
                self.numbers[what, int(rest[0]) if what == "votes" else rest[0]] = int(rest[1])
            else:
                self.numbers[what] = int(rest[0])
        items = [key[1] for key in self.numbers if key[0] == "item"]
        return max(self.numbers.values(), default=0) < 2**64 and value == self.text(items)

    def add(self, other):
        self.numbers.update(other.numbers)
        self.codes.update(other.codes)

    def text(self, items):
        lines = [f"{name} {self.numbers[name]}" for name in COUNTS]
        lines += [f"item {key} {self.numbers['item', key]}" for key in items if ("item", key) in self.numbers]
        of_votes = sorted(key[1] for key in self.numbers if key[0] == "votes")
        lines += [f"votes {number} {self.numbers['votes', number]}" for number in of_votes]
        lines += [f"{name} {self.numbers[name]}" for name in VOTERS]
        hours = sorted({key[1] for key in self.numbers if key[0] == "turnout"})
        lines += [f"turnout {at} {self.numbers['turnout', at, 0]} {self.numbers['turnout', at, 1]}" for at in hours]
        lines += [f"code {code} {found}" for code, found in sorted(self.codes.items())]
        return "".join(f"{line}\n" for line in lines)


class Shown:
    """What a proof shows: `get` and `all` give the rows of a key or a prefix, none where there is none, and None where that
    is not shown."""

    def __init__(self, get, all_of, events, size):
        self.get, self.all, self.size, self.events = get, all_of, size, {}
        for sequence, data in events:
            entry = open_entry(data)
            if not {"bad", "refused"} & entry.keys() and entry["sequence"] == sequence:
                self.events[sequence, envelope_hash(data).hex()] = entry

    def sources(self, *rows):
        """The events of rows, in order; None where one is missing."""
        found = {}
        for row in rows:
            if row is None:
                return None
            for line in (line for _, value in row for line in value.splitlines()):
                sequence, event = int(line.split(" ")[0]), line.split(" ")[1]
                if (sequence, event) not in self.events:
                    return None
                found[sequence] = self.events[sequence, event]
        return sorted(found.items())

    def election(self, contest, unit, *more):
        """The election, with a contest and a unit and whatever else these rows say; None where it is not all shown."""
        events = self.sources(self.get("election"), self.get(f"contest/{contest}"), self.get(f"unit/{unit}"), *more)
        if not events or events[0][1]["kind"] != "ElectionCalled":
            return None
        election = Election(events[0][1]["body"], events[0][1]["hash"])
        for sequence, entry in events[1:]:
            apply(election, entry["kind"], entry["body"], sequence, entry["hash"], entry["arrival"])
        return election if contest in election.contests and unit in election.units else None

    def own_codes(self, contest, unit):
        row = self.get(f"finding/{contest}/{unit}")
        if row is None:
            return None
        lines = [line for _, value in row for line in value.splitlines()]
        if not all(FINDING.fullmatch(line) or CELL.fullmatch(line) for line in lines):
            return None
        return Counter(line.split(" ")[0] for line in lines if FINDING.fullmatch(line))

    def unformed(self, election, unit, formed):
        declared = election.manifest["tiers"][-1]["declared"] or 0
        return max(0, declared - formed) if unit == election.top else 0

    def total(self, contest, unit):
        election, codes = self.election(contest, unit), self.own_codes(contest, unit)
        if election is None or codes is None:
            return None
        form = election.manifest["form"]
        if election.is_lowest(unit):
            election = self.election(contest, unit, self.get(f"paper/{contest}/{unit}"))
            if election is None:
                return None
            of = Total()
            of.add(of_paper(election, election.contests[contest], unit, self.size))
            of.codes.update(codes)
            return ["".join(f"{line}\n" for line in of.lines(form, self.unformed(election, unit, 1)))]
        below, result = self.all(f"below/{unit}/"), Sum()
        for child in below or ():
            row, of = self.get(f"total/{contest}/{child[0].split('/')[-1]}"), Sum()
            if not row or not of.read(row[0][1]):
                return None
            result.add(of)
        if below is None or max(result.numbers.values(), default=0) >= 2**64:
            return None
        unformed = self.unformed(election, unit, result.numbers["expected"])
        result.numbers.update({"expected": unformed, "awaited": unformed})
        result.codes.update(codes)
        return [result.text([item["key"] for item in form["items"]])]

    def finding(self, contest, unit):
        """What may be found before and after the deadline."""
        of_paper, election = self.get(f"paper/{contest}/{unit}"), self.election(contest, unit)
        if not self.get(f"total/{contest}/{unit}") or of_paper is None or election is None:
            return None
        of = election.contests[contest]
        if of.certified and unit == (of.unit or election.top):
            return None
        if election.is_lowest(unit):
            election = self.election(contest, unit, of_paper, self.all(f"copy/{contest}/{unit}/"))
            if election is None:
                return None
        elif of_paper or self.get(f"summary/{contest}/{unit}") != []:
            return None
        texts = []
        for clock in (0, MILLIS_MAX):
            alone = Alone(election, self.size, clock)
            tell = alone.paper if election.is_lowest(unit) else alone.above
            tell(election.contests[contest], unit)
            texts.append("".join(f"{line}\n" for line in finding_lines(alone.found[unit])) or None)
        return texts


def contradictions(keys, shown):
    """The keys of the rows that say something else than follows from the others, in order."""
    totals = [key.removeprefix("total/") for key in keys if key.startswith("total/")]
    for key in sorted({*keys, *(f"finding/{rest}" for rest in totals)}):
        kind, _, rest = key.partition("/")
        row = shown.get(key)
        if kind in ("total", "finding") and rest.count("/") == 1 and row is not None:
            right = getattr(shown, kind)(*rest.split("/"))
            stated = row[0][1] if row else None
            if right is not None and stated not in right:
                yield key
