"""The rows of an election and their root: sections 14.1 and 14.2 of docs/format.md."""

import hashlib
from collections import Counter, defaultdict
from itertools import zip_longest

from findings import Findings, clock_time, paper_at, total, version

PHASES = {"awaited": "awaited", "opened": "awaited", "annulled": "annulled", "failed": "failed", "reported": "in-force"}


# ------------------------------------------------------------------------------------------ what was said, and by whom
def event_line(sequence, event, author):
    """`SEQUENCE HASH BY`. `author` is ("seat", unit, seats) or ("observer", id)."""
    by = f"@{author[1]}" if author[0] == "observer" else f"{author[1]}:{','.join(map(str, sorted(author[2])))}"
    return f"{sequence} {event.hex()} {by}"


def touched(kind, body, event, author):
    """The keys of the rows that an event's line belongs to."""
    if kind == "ElectionCalled":
        contests = [f"contest/{contest['id']}" for contest in body["manifest"]["contests"]]
        return ["election", f"unit/{body['commission']['unit']}", *contests]
    if kind in ("LogKeyRotated", "LedgerClosed"):
        return ["election"]
    if kind in ("CommissionFormed", "MemberReplaced", "KeyRevoked"):
        return [f"unit/{body['unit']}"]
    if kind == "ContestCalled":
        return [f"contest/{body['contest']['id']}"]
    if kind in ("NominationApproved", "ResultCertified"):
        return [f"contest/{body['contest']}"]
    if kind in ("CandidateRegistered", "CandidateWithdrawn"):
        return [f"candidate/{body['contest']}/{body['number']:05}"]
    if kind in ("ObserverAccredited", "AccreditationWithdrawn"):
        return [f"observer/{body['observer']}"]
    if kind in ("ComplaintFiled", "ComplaintDecided"):
        return [f"complaint/{body.get('complaint', event).hex()}"]
    if kind in ("SummarySubmitted", "SummaryCorrected"):
        summary = body.get("summary", body)
        return [f"summary/{summary['contest']}/{summary['unit']}"]
    paper = body["protocol"]["paper"] if kind == "ProtocolCorrected" else body["paper"]
    if kind == "CopyFiled":
        return [f"copy/{paper['contest']}/{paper['unit']}/{author[1]}"]
    return [f"paper/{paper['contest']}/{paper['unit']}"]


# ------------------------------------------------------------------------------------------ totals and findings
class Total:
    """What a contest comes to in one unit of the lowest tier, or in several."""

    def __init__(self):
        self.phases, self.counts, self.items, self.votes = Counter(), Counter(), Counter(), Counter()
        self.turnout, self.codes = defaultdict(Counter), Counter()

    def add(self, other):
        for mine, theirs in zip((self.phases, self.counts, self.items, self.votes, self.codes),
                                (other.phases, other.counts, other.items, other.votes, other.codes)):
            mine.update(theirs)
        for hour, counts in other.turnout.items():
            self.turnout[hour].update(counts)

    def lines(self, form, unformed):
        """`unformed` is how many units are declared, and not formed, that are counted here."""
        phases, counts = self.phases, self.counts
        yield f"expected {sum(phases.values()) + unformed}"
        yield f"in-force {phases['in-force']}"
        yield f"awaited {phases['awaited'] + unformed}"
        yield f"annulled {phases['annulled']}"
        yield f"failed {phases['failed']}"
        yield f"corrected {counts['corrected']}"
        yield from (f"item {item['key']} {self.items[at]}" for at, item in enumerate(form["items"]) if at in self.items)
        yield from (f"votes {number} {votes}" for number, votes in sorted(self.votes.items()))
        yield f"voters {counts['voters']}"
        yield f"voters-without-result {counts['without result']}"
        yield from (f"turnout {clock_time(hour)} {said['voters']} {said['papers']}"
                    for hour, said in sorted(self.turnout.items()))
        yield from (f"code {code} {found}" for code, found in sorted(self.codes.items()))


def of_paper(election, contest, unit, size):
    """The total of one unit of the lowest tier, without its findings."""
    of, paper = Total(), paper_at(contest, unit, size)
    of.phases[PHASES[paper["phase"]]] = 1
    if paper["protocol"]:
        of.counts["corrected"] = int(paper["versions"] > 1)
        items, _ = total(election, contest, [paper["protocol"]], size)
        of.items.update({at: figure for at, figure in enumerate(items) if figure is not None})
        of.votes.update(dict(paper["protocol"]["figures"]["votes"]))
    voters = voters_listed(election, contest, unit)
    of.counts["voters"] = voters
    of.counts["without result"] = voters if paper["phase"] in ("annulled", "failed") else 0
    last = {body["as_of"]: body["voters"] for _, _, _, body in contest.turnout.get(unit, ())
            if body["paper"]["voting"] == paper["voting"]}
    for hour, said in last.items():
        of.turnout[hour].update({"voters": said, "papers": 1})
    return of


def voters_listed(election, contest, unit):
    """By the newest of a paper's openings and versions, of any voting, that has an item of role electorate."""
    voters = 0
    for _, _, _, kind, body in contest.steps.get(unit, ()):
        protocol = version(kind, body)
        figures = protocol["figures"]["items"] if protocol else body["items"] if kind == "OpeningSealed" else ()
        listed = [figure for item, figure in zip(election.manifest["form"]["items"], figures)
                  if item["role"] == "electorate" and figure is not None]
        voters = sum(listed) if listed else voters
    return voters


def totals_of(election, contest, size, found):
    """{unit: Total} of a contest: each unit within its territory, with everything below it."""
    territory = election.within(contest.unit or election.top, size)
    result = {unit: Total() for unit in territory}
    for unit in territory:
        of = of_paper(election, contest, unit, size) if election.is_lowest(unit) else Total()
        of.codes.update(finding.code for finding in found.get(unit, ()))
        above = unit
        while above in result:
            result[above].add(of)
            above = election.units[above].parent
    return result


def finding_lines(findings):
    def figure(value):
        return "-" if value is None else value
    for finding in findings:
        yield f"{finding.code} {finding.severity} {finding.event.hex() if finding.event else '-'}"
        yield from (f"cell {figure(cell.stated)} {figure(cell.expected)} {cell.item}" for cell in finding.cells)


# ------------------------------------------------------------------------------------------ all rows
def rows_of(ledger, findings=None):
    """{key: value} of a ledger as far as it was replayed, and its findings there if they are known."""
    rows, election, size = dict(ledger.lines), ledger.election, ledger.tree.size
    if election is None:
        return {}
    for name, unit in election.units.items():
        if unit.parent is not None:
            tier = election.manifest["tiers"][unit.rank]["name"]
            rows[f"below/{unit.parent}/{name}"] = [tier]
    findings = findings or Findings(election, size, ledger.arrival)
    for name, contest in election.contests.items():
        for unit, of in totals_of(election, contest, size, findings.of[name]).items():
            unformed = findings.unformed if unit == election.top else 0
            rows[f"total/{name}/{unit}"] = of.lines(election.manifest["form"], unformed)
        rows |= {f"finding/{name}/{unit}": finding_lines(found) for unit, found in findings.of[name].items() if found}
    return {key: "".join(line + "\n" for line in lines) for key, lines in rows.items()}


# ------------------------------------------------------------------------------------------ the root
NO_ROWS = hashlib.sha256(b"protokol rows v1: none\n").digest()


def row_hash(key, value):
    return hashlib.sha256(f"protokol row v1\n{key}\n{value}".encode()).digest()


def rows_node(bit, left, right):
    return hashlib.sha256(b"protokol rows v1: node\n" + bit.to_bytes(4, "little") + left + right).digest()


def bit_of(key, bit):
    """A bit of a key with its end `0A`, and 0 beyond that."""
    data = key.encode() + b"\n"
    return data[bit >> 3] >> 7 - (bit & 7) & 1 if bit < 8 * len(data) else 0


def first_difference(one, other):
    """The first bit in which two keys differ."""
    one, other = one.encode() + b"\n", other.encode() + b"\n"
    at = next(at for at, (a, b) in enumerate(zip(one, other)) if a != b)
    return 8 * at + 8 - (one[at] ^ other[at]).bit_length()


def root_of(rows):
    """The root over rows, taken from left to right. What waits are left sides whose right side is not complete."""
    keys, waiting, node = sorted(rows, key=lambda key: key + "\n"), [], NO_ROWS
    for key, after in zip_longest(keys, keys[1:]):
        node, bit = row_hash(key, rows[key]), -1 if after is None else first_difference(key, after)
        while waiting and waiting[-1][0] > bit:
            above, left = waiting.pop()
            node = rows_node(above, left, node)
        waiting.append((bit, node))
    return node
