"""Totals and findings: section 11 of docs/format.md, and how 14.1 writes a finding down."""

from collections import defaultdict, namedtuple
from datetime import date

from ledger_bytes import MILLIS_MAX
from tree import Tree, leaf_hash

FRESH_PAPER = {"phase": "awaited", "voting": 1, "opening": None, "protocol": None, "event": None, "versions": 0}
COUNTERS = ("units", "received", "taken_as_basis", "failed", "annulled")
UNUSUAL = {"S3", "S4", "S5", "O2", "D1", "D2", "L2"}  # warnings; the other built-in ones are errors

# `event` is the hash of the event that it is about, or None; `cells` are figures that disagree.
Finding = namedtuple("Finding", "code severity event cells")
Cell = namedtuple("Cell", "stated expected item")


def midnight_after(day, offset):
    """The midnight that ends a day, which for the last day of the calendar is the one that begins it."""
    days = min(date.fromisoformat(day).toordinal() + 1, date.max.toordinal()) - date(1970, 1, 1).toordinal()
    return min(max(0, (days * 1440 - offset) * 60_000), MILLIS_MAX)


def clock_time(minutes):
    return f"{minutes // 60:02}:{minutes % 60:02}"


def candidate_key(number):
    return f"cand_{number:02}"


# ------------------------------------------------------------------------------------------ papers and totals
def version(kind, body):
    """The protocol that a step put in force, if it did."""
    return {"ProtocolSubmitted": body, "ProtocolCorrected": body.get("protocol")}.get(kind)


def paper_at(contest, unit, size):
    """A paper as it stood when the ledger had a size."""
    paper = dict(FRESH_PAPER)
    for sequence, event, _, kind, body in contest.steps.get(unit, ()):
        if sequence >= size:
            break
        protocol = version(kind, body)
        if kind == "OpeningSealed":
            paper.update(phase="opened", opening=body["items"])
        elif protocol:
            paper.update(phase="reported", protocol=protocol, event=event, versions=paper["versions"] + 1)
        elif kind == "RepeatVotingCalled":
            paper = FRESH_PAPER | {"voting": min(body["paper"]["voting"] + 1, 65_535)}
        else:
            paper.update(phase="annulled" if kind == "ProtocolAnnulled" else "failed", protocol=None, event=None)
    return paper


def total(election, contest, papers, size):
    """Sums by item and by candidate: None for an item that no protocol has, or a candidate without any protocol."""
    items, votes = [None] * len(election.manifest["form"]["items"]), {n: None for n in contest.numbers(size)}
    for protocol in papers:
        for at, figure in enumerate(protocol["figures"]["items"]):
            if figure is not None:
                items[at] = (items[at] or 0) + figure
        for number, count in protocol["figures"]["votes"]:
            if number in votes:
                votes[number] = (votes[number] or 0) + count
    return items, votes


def totals(election, size):
    keys, result = [item["key"] for item in election.manifest["form"]["items"]], {}
    for name, contest in sorted(election.contests.items()):
        units = election.lowest_within(contest.unit or election.top, size)
        papers = [paper_at(contest, unit, size)["protocol"] for unit in units]
        items, votes = total(election, contest, filter(None, papers), size)
        cells = dict(zip(keys, items)) | {candidate_key(number): count for number, count in votes.items()}
        result[name] = {cell: value for cell, value in cells.items() if value is not None}
    return result


# ------------------------------------------------------------------------------------------ findings
def written(terms):
    """One side of a check: `2 votes + list - more`."""
    parts = []
    for at, term in enumerate(terms):
        times, name = term["coefficient"], "votes" if term["of"] == "votes" else term["of"][1]
        sign = ("-" if times < 0 else "") if at == 0 else (" - " if times < 0 else " + ")
        parts.append(sign + (name if abs(times) == 1 else f"{abs(times)} {name}"))
    return "".join(parts)


class Findings:
    """What the rules say at a size; `clock` is when the last event before it arrived."""

    def __init__(self, election, size, clock):
        self.election, self.size, self.clock, self.form = election, size, clock, election.manifest["form"]
        self.keys = [item["key"] for item in self.form["items"]]
        # How many more units of the lowest tier are declared than formed.
        formed = len(election.lowest_within(election.top, size))
        self.declared = election.manifest["tiers"][-1]["declared"]
        self.unformed = max(0, (self.declared or 0) - formed)
        self.of = {}  # contest -> unit -> findings, in their order
        for name, contest in sorted(election.contests.items()):
            self.of[name] = self.found = defaultdict(list)
            for unit in sorted(election.within(contest.unit or election.top, size)):
                if election.is_lowest(unit):
                    self.paper(contest, unit)
                else:
                    self.above(contest, unit)
            if contest.certified:
                self.result(contest, *contest.certified)

    def by_code(self):
        """{contest: {code: [units]}}."""
        result = {}
        for name, found in self.of.items():
            codes = defaultdict(set)
            for unit, findings in found.items():
                for finding in findings:
                    codes[finding.code].add(unit)
            result[name] = {code: sorted(units) for code, units in sorted(codes.items())}
        return result

    def s1_cells(self):
        """{contest: [[unit, item, stated, expected]]} of the summaries that are no sums."""
        return {name: [[unit, cell.item, cell.stated, cell.expected] for unit in sorted(found)
                       for finding in found[unit] if finding.code == "S1" for cell in finding.cells]
                for name, found in self.of.items()}

    def tell(self, code, unit, event=None, cells=()):
        self.found[unit].append(Finding(code, "warning" if code in UNUSUAL else "error", event, list(cells)))

    # Papers of the lowest tier.
    def paper(self, contest, unit):
        paper = paper_at(contest, unit, self.size)
        protocol, event = paper["protocol"], paper["event"]
        violated = [check for check in self.form["checks"] if protocol and not self.holds(check, protocol["figures"])]
        for check in violated:
            left, right = self.sides(check, protocol["figures"])
            cell = Cell(left, right, written(check["left"]))
            self.found[unit].append(Finding(check["code"], check["severity"], event, [cell]))
        if paper["phase"] not in ("annulled", "failed"):
            days = [body["day"] for _, _, _, kind, body in contest.steps.get(unit, ())
                    if kind == "RepeatVotingCalled" and body["paper"]["voting"] + 1 == paper["voting"]]
            came = [(arrival, event) for _, event, arrival, kind, body in contest.steps.get(unit, ())
                    if (protocol := version(kind, body)) and protocol["paper"]["voting"] == paper["voting"]]
            self.deadline(unit, days[-1] if days else contest.polling_day, came[0] if came else None)
        final = paper["protocol"] and paper["protocol"]["figures"]["items"]
        self.turnout(contest, unit, paper["voting"], final)
        final = None if any(map(self.compares_turnout, violated)) else final
        electorate = self.electorate(paper)
        self.above_electorate(contest, unit, paper["voting"], electorate, (final, electorate, event))
        self.openings(contest, unit)
        self.copies(contest, unit, paper)

    def sides(self, check, figures):
        """The two sums of a check; None if it says nothing because an item is not on the paper."""
        def value(of):
            if of == "votes":
                return sum(votes for _, votes in figures["votes"])
            return figures["items"][self.keys.index(of[1])]
        left, right = ([(term["coefficient"], value(term["of"])) for term in check[side]] for side in ("left", "right"))
        if any(figure is None for _, figure in left + right):
            return None
        return tuple(sum(times * figure for times, figure in side) for side in (left, right))

    def holds(self, check, figures):
        sides = self.sides(check, figures)
        if sides is None:
            return True
        left, right = sides
        return {"=": left == right, "!=": left != right, "<=": left <= right, ">=": left >= right,
                "<": left < right, ">": left > right}[check["op"]]

    def compares_turnout(self, check):
        """Whether a check names an item of role turnout and one of role electorate."""
        roles = {item["key"]: item["role"] for item in self.form["items"]}
        named = {roles[term["of"][1]] for side in ("left", "right") for term in check[side] if term["of"] != "votes"}
        return {"turnout", "electorate"} <= named

    def listed(self, items):
        """The sum of the items of role electorate, if there are any and all are there."""
        parts = [figure for item, figure in zip(self.form["items"], items) if item["role"] == "electorate"]
        return sum(parts) if parts and None not in parts else None

    def electorate(self, paper):
        if paper["protocol"]:
            return self.listed(paper["protocol"]["figures"]["items"])
        return None if paper["opening"] is None else self.listed(paper["opening"])

    def voted(self, items):
        """The sum of the items of role turnout, of those that there are; None where there is none."""
        there = [figure for item, figure in zip(self.form["items"], items or ())
                 if item["role"] == "turnout" and figure is not None]
        return sum(there) if there else None

    def openings(self, contest, unit):
        stages = [item["stage"] == "opening" for item in self.form["items"]]
        told = {}  # voting -> what differed in the version before
        for sequence, event, _, kind, body in contest.steps.get(unit, ()) if any(stages) else ():
            protocol = version(kind, body)
            if not protocol:
                continue
            opening, voting = paper_at(contest, unit, sequence)["opening"], protocol["paper"]["voting"]
            if opening is None:
                if voting not in told:
                    self.tell("O2", unit, event)
                told[voting] = []
                continue
            items = zip(self.keys, stages, opening, protocol["figures"]["items"])
            cells = [Cell(stated, sealed, key) for key, is_opening, sealed, stated in items
                     if is_opening and sealed != stated]
            if cells and cells != told.get(voting):
                self.tell("O1", unit, event, cells)
            told[voting] = cells

    def copies(self, contest, unit, paper):
        for _, event, _, copy in contest.copies.get(unit, ()):
            what, content = copy["content"]
            if not paper["protocol"] or copy["paper"]["voting"] != paper["voting"] or what != "handed":
                continue
            official, handed = paper["protocol"]["figures"], content["figures"]
            stated = dict(official["votes"])
            items = [Cell(copied, figure, key)
                     for key, copied, figure in zip(self.keys, handed["items"], official["items"])
                     if copied is not None and copied != figure]
            votes = [Cell(count, stated.get(number), candidate_key(number)) for number, count in handed["votes"]
                     if stated.get(number) != count]
            if items or votes:
                self.tell("C1" if votes else "C2", unit, event, items + votes)

    # Both.
    def deadline(self, unit, polling_day, came):
        """Late or missing, by the unit's own clock. `came` is when the first version did, and which event that is."""
        formed = self.election.units[unit]
        hours = next((d["hours"] for d in self.election.manifest["deadlines"]
                      if self.election.ranks[d["tier"]] == formed.rank), None)
        if hours is None:
            return
        offset = self.election.manifest["utc_offset"] if formed.utc_offset is None else formed.utc_offset
        due = min(midnight_after(polling_day, offset) + hours * 3_600_000, MILLIS_MAX)
        if came is not None and came[0] > due:
            self.tell("D1", unit, came[1])
        elif came is None and self.clock > due:
            self.tell("D2", unit)

    def reports(self, contest, unit, voting):
        """(hour, sequence, voters, event) of the reports of a voting, in the order in which they came."""
        return [(body["as_of"], sequence, body["voters"], event)
                for sequence, event, _, body in contest.turnout.get(unit, ()) if body["paper"]["voting"] == voting]

    def turnout(self, contest, unit, open_voting, final_items):
        """The reports of a unit at the voting that is open, and what its protocol or summary in force has of items."""
        reports = sorted(self.reports(contest, unit, open_voting))
        pairs, fell, differ = list(zip(reports, reports[1:])), [], []
        for (hour, _, before, _), (later_hour, _, voters, event) in pairs:
            cell = event, Cell(voters, before, clock_time(later_hour))
            if hour == later_hour and before != voters:
                differ.append(cell)
            elif voters < before:
                fell.append(cell)
        voted = self.voted(final_items)
        if reports and voted is not None and reports[-1][2] > voted:
            hour, _, voters, event = reports[-1]
            fell.append((event, Cell(voters, voted, clock_time(hour))))
        for event, cell in differ:
            self.tell("T2", unit, event, [cell])
        if fell:
            self.tell("T1", unit, fell[0][0], [cell for _, cell in fell])

    def above_electorate(self, contest, unit, voting, reported_of, final):
        """`final` are the items of a protocol or summary, the electorate that they are held against, and the event."""
        items, final_of, event = final
        found = [(event, Cell(voters, reported_of, clock_time(hour)))
                 for hour, _, voters, event in self.reports(contest, unit, voting)
                 if reported_of is not None and voters > reported_of]
        voted = self.voted(items)
        if final_of is not None and voted is not None and voted > final_of:
            roles = " + ".join(item["key"] for item in self.form["items"] if item["role"] == "turnout")
            found.append((event, Cell(voted, final_of, roles)))
        if found:
            self.tell("T3", unit, found[0][0], [cell for _, cell in found])

    # Units above.
    def above(self, contest, unit):
        summaries = contest.summaries.get(unit, ())
        final = summaries[-1][3]["totals"]["items"] if summaries else None
        counters = summaries[-1][3]["counters"] if summaries else None
        of_all = not counters or counters["taken_as_basis"] == counters["units"]
        self.turnout(contest, unit, 1, final if of_all else None)
        precincts, below = self.election.lowest_within(unit, self.size), None
        if precincts and not self.unformed:
            lists = [self.electorate(paper_at(contest, u, self.size)) for u in precincts]
            below = None if None in lists else sum(lists)
        listed = self.listed(final) if final else None
        listed = below if listed is None else listed
        event = summaries[-1][1] if summaries else None
        self.above_electorate(contest, unit, 1, listed if of_all else below, (final, listed, event))
        self.stations(contest, unit, precincts)
        if summaries:
            self.summary(contest, unit)
        self.deadline(unit, contest.polling_day, (summaries[0][2], summaries[0][1]) if summaries else None)

    def stations(self, contest, unit, precincts):
        if not precincts and self.declared is None:
            return
        most = len(precincts) + self.unformed
        found = [(event, Cell(body["stations"], most, clock_time(body["as_of"])))
                 for _, event, _, body in contest.turnout.get(unit, ())
                 if body["paper"]["voting"] == 1 and body["stations"] is not None and body["stations"] > most]
        if found:
            self.tell("T4", unit, found[0][0], [cell for _, cell in found])

    def summary(self, contest, unit):
        _, event, _, summary = contest.summaries[unit][-1]
        size, left_out = summary["made_at"], set(summary["left_out"])
        papers = {u: paper_at(contest, u, size) for u in self.election.lowest_within(unit, size)}
        used = {u: paper for u, paper in papers.items() if paper["protocol"] and u not in left_out}
        phases = [paper["phase"] for paper in papers.values()]
        declared = (self.declared or 0) if unit == self.election.top else 0
        units = max(len(papers), declared)
        items, votes = total(self.election, contest, [paper["protocol"] for paper in used.values()], size)
        if {"awaited", "opened"} & set(phases) or len(papers) < declared or not papers and not (
                unit == self.election.top and self.declared == 0):
            self.tell("S4", unit, event, [Cell(len(used), units or None, "protocols")])
        else:
            stated = dict(summary["totals"]["votes"])
            cells = [Cell(*cell) for cell in zip(summary["totals"]["items"], items, self.keys)]
            cells += [Cell(stated.get(number, 0), votes.get(number) or 0, candidate_key(number))
                      for number in sorted(stated.keys() | votes.keys())]
            cells = [cell for cell in cells if cell.stated != cell.expected]
            if cells:
                self.tell("S1", unit, event, cells)
        counters = dict(zip(COUNTERS, (
            units, sum(paper["versions"] > 0 for paper in papers.values()), len(used),
            phases.count("failed"), phases.count("annulled"))))
        tree = Tree(leaf_hash(len(u).to_bytes(8, "little") + u.encode() + used[u]["event"]) for u in sorted(used))
        idle = any(u not in papers or not papers[u]["protocol"] for u in left_out)
        if counters != summary["counters"] or tree.root() != summary["root"] or idle:
            self.tell("S2", unit, event, [Cell(summary["counters"][name], counters[name], name)
                                          for name in COUNTERS if summary["counters"][name] != counters[name]])
        self.outdated(contest, unit, event, summary)
        self.left_out(contest, unit, event, papers, (left_out, votes))

    def outdated(self, contest, unit, event, summary):
        """S3, with the first event that changed what is in force of each paper."""
        size, cells = summary["made_at"], []
        for u in self.election.lowest_within(unit, self.size):
            then, now = (paper_at(contest, u, at)["event"] for at in (size, self.size))
            if then != now and u not in summary["left_out"]:
                since = (sequence for sequence, *_ in contest.steps[u] if sequence >= size)
                changed = next(at for at in since if paper_at(contest, u, at + 1)["event"] != then)
                cells.append(Cell(size, changed, u))
        if cells:
            self.tell("S3", unit, event, cells)

    def left_out(self, contest, unit, event, papers, without):
        """S5 and S6: what the protocols that a summary leaves out would have changed."""
        left_out, votes = without
        size = contest.summaries[unit][-1][3]["made_at"]
        omitted = [u for u in sorted(left_out) if u in papers and papers[u]["protocol"]]
        if not omitted:
            return
        cells = [Cell(None, sum(count for _, count in papers[u]["protocol"]["figures"]["votes"]), u) for u in omitted]
        every = [paper["protocol"] for paper in papers.values() if paper["protocol"]]
        _, votes_of_all = total(self.election, contest, every, size)
        numbers = sorted(votes)
        one, other = ([sums[number] or 0 for number in numbers] for sums in (votes, votes_of_all))
        pairs = [(a, b) for a in range(len(one)) for b in range(a)]
        same = all((one[a] > one[b]) == (other[a] > other[b]) and (one[a] < one[b]) == (other[a] < other[b])
                   for a, b in pairs)
        if same:
            self.tell("S5", unit, event, cells)
        else:
            self.tell("S6", unit, event, cells + [Cell(*cell) for cell in zip(one, other, map(candidate_key, numbers))])

    # Contests.
    def result(self, contest, size, event, certified):
        """L1 and L2, of one who is elected against others, on what there was when the result was certified."""
        unit, elected = contest.unit or self.election.top, certified["elected"]
        precincts = self.election.lowest_within(unit, size)
        papers = [paper_at(contest, u, size) for u in precincts]
        protocols = [paper["protocol"] for paper in papers if paper["protocol"]]
        _, votes = total(self.election, contest, protocols, size)
        if unit not in self.election.within(unit, size) or len(elected) != 1 or len(votes) < 2:
            return
        most = votes[elected[0]]
        ahead = [Cell(None, votes[number], candidate_key(number)) for number in sorted(votes)
                 if (votes[number] or 0) > (most or 0)]
        formed = len(self.election.lowest_within(self.election.top, size))
        to_come = (not papers or formed < (self.declared or 0)
                   or any(paper["phase"] in ("awaited", "opened") for paper in papers))
        if ahead if to_come else ahead or not protocols:
            cells = sorted([Cell(most, None, candidate_key(elected[0])), *ahead], key=lambda cell: cell.item)
            self.tell("L2" if to_come else "L1", unit, event, cells)
