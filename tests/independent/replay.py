"""A ledger replayed: chain, tree, the rules of version 1 and what they establish. Sections 7 and 10 of the document."""

import multiprocessing
from collections import defaultdict

from findings import midnight_after, paper_at
from keys import admissible
from ledger_bytes import NONE, Refused, ascending, demonstration, log_key, open_entry, require
from notes import is_origin, signed_by
from rows import event_line, root_of, rows_of, touched
from tree import Tree

FRESH = (1, "awaited", None)
SILENCE_MAX = 92 * 86_400_000
RESERVED = {"votes", "contest", "unit", "observer", "as_of", "voters", "decision", "reason", "reference"}


# ------------------------------------------------------------------------------------------ what is established
class Unit:
    def __init__(self, formed, rank):
        self.parent, self.rank, self.quorum = formed["parent"], rank, formed["quorum"]
        self.utc_offset = formed["utc_offset"]
        self.seats = {}  # seat -> (office, key)


class Contest:
    def __init__(self, contest):
        self.unit, self.polling_day = contest["unit"], contest["polling_day"]
        self.ballot = {}      # number -> (since sequence, until sequence or None), withdrawn ones too
        self.phases = {}      # unit -> (voting, phase, hash of the protocol in force)
        self.in_force = {}    # unit -> hash of the summary in force
        self.certified = None  # the certification, as (sequence, event, body)
        # What findings need: the history of every paper and summary, as (sequence, event, arrival, kind, body).
        self.steps, self.turnout, self.copies = defaultdict(list), defaultdict(list), defaultdict(list)
        self.summaries = defaultdict(list)

    def numbers(self, size=None):
        """The ballot now, or when the ledger had a size."""
        if size is None:
            return sorted(number for number, (_, until) in self.ballot.items() if until is None)
        return sorted(number for number, (since, until) in self.ballot.items()
                      if since < size and (until is None or until >= size))


class Election:
    def __init__(self, founding, genesis):
        self.founding, self.manifest, self.ledger = founding, founding["manifest"], genesis
        self.ranks = {tier["name"]: rank for rank, tier in enumerate(self.manifest["tiers"])}
        self.top = founding["commission"]["unit"]
        self.units, self.keys, self.contests = {}, {}, {}  # keys: key -> [whose, in force]
        self.observers, self.complaints, self.closed = {}, {}, False
        self.formed_at, self.children = {}, defaultdict(list)
        self.log_key = None
        for contest in self.manifest["contests"]:
            self.contests[contest["id"]] = Contest(contest)
        self.form(founding["commission"], 0)
        self.set_log_key(founding["log_key"])

    def form(self, formed, sequence):
        self.units[formed["unit"]] = Unit(formed, self.ranks[formed["tier"]])
        self.formed_at[formed["unit"]] = sequence
        self.children[formed["parent"]].append(formed["unit"])
        for member in formed["members"]:
            self.seat(formed["unit"], member)

    def seat(self, unit, member):
        seats = self.units[unit].seats
        if member["seat"] in seats:
            self.retire(seats[member["seat"]][1])
        seats[member["seat"]] = member["office"], member["key"]
        self.keys[member["key"]] = [("seat", unit, member["seat"]), True]

    def retire(self, key):
        self.keys[key][1] = False

    def set_log_key(self, verifier_key):
        if self.log_key is not None:
            self.retire(log_key(self.log_key, self.founding["origin"]))
        self.keys[log_key(verifier_key, self.founding["origin"])] = [("log",), True]
        self.log_key = verifier_key

    def unit(self, unit):
        require(unit in self.units, "R4")
        return self.units[unit]

    def contest(self, contest):
        require(contest in self.contests, "R6")
        return self.contests[contest]

    def open_contest(self, name):
        contest = self.contest(name)
        require(not contest.certified, "R32")
        return contest

    def is_lowest(self, unit):
        return self.units[unit].rank + 1 == len(self.ranks)

    def is_within(self, unit, above):
        while unit is not None and unit != above:
            unit = self.units[unit].parent
        return unit is not None

    def within(self, unit, size):
        """A unit and every unit below it, formed before the ledger had a size."""
        found, waiting = [], [unit]
        while waiting:
            unit = waiting.pop()
            if unit in self.units and self.formed_at[unit] < size:
                found.append(unit)
            waiting.extend(self.children.get(unit, ()))
        return found

    def lowest_within(self, unit, size):
        """Those of them that are of the lowest tier, ascending."""
        return sorted(filter(self.is_lowest, self.within(unit, size)))


class Ledger:
    def __init__(self):
        self.tree, self.head, self.arrival, self.expected = Tree(), NONE, 0, 0
        self.admitted, self.events, self.election = set(), {}, None  # events: hash -> the unit that answers for it
        self.faults, self.signatures, self.newer = [], 0, False
        self.jumps = []     # events whose arrival is long after all that was known before
        self.gap = False    # whether entries are missing that somebody may still have
        self.log_keys = []  # (from which size on, verifier key)
        self.roots = {}     # size -> root, for the sizes that the seal and snapshots claim
        self.lines = defaultdict(list)  # key of a row -> event lines
        self.row_roots = {}  # size -> root of the rows, for the sizes that snapshots claim

    def fault(self, code, sequence=None, says=None):
        self.faults.append({"code": code, "sequence": sequence} | ({"says": says} if says else {}))

    def step(self, entry):
        """Takes the next entry in: chain, tree, rules, state."""
        place = self.tree.size
        self.signatures += entry["signatures"]
        self.tree.push(entry["leaf"])
        if "bad" in entry:
            self.fault(entry["bad"], place)
            self.head, self.expected = entry["hash"], self.expected + 1
        else:
            before = self.arrival
            self.link(entry)
            self.admit(place, entry)
            self.note_jump(place, before, entry["arrival"])
        if self.tree.size in self.roots:
            self.roots[self.tree.size] = self.tree.root()
        if self.tree.size in self.row_roots and not self.newer:
            self.row_roots[self.tree.size] = root_of(rows_of(self))

    def note_jump(self, place, before, arrival):
        """An arrival more than 92 days after the one before and the last polling day."""
        if not self.election or self.election.manifest["rehearsal"]:
            return
        days = [self.election.manifest["polling_day"], *(c.polling_day for c in self.election.contests.values())]
        after = max(before, midnight_after(max(days), self.election.manifest["utc_offset"]))
        if arrival - after > SILENCE_MAX:
            self.jumps.append(place)

    def link(self, entry):
        for code, holds in (("V5", entry["sequence"] == self.expected), ("V4", entry["previous"] == self.head),
                            ("V6", entry["arrival"] >= self.arrival)):
            if not holds:
                self.fault(code, entry["sequence"])
        self.head, self.expected = entry["hash"], min(entry["sequence"] + 1, 2**64 - 1)
        self.arrival = max(self.arrival, entry["arrival"])

    def admit(self, place, entry):
        refused = entry.get("refused")
        if refused is None:
            try:
                self.decide(entry)
            except Refused as refusal:
                refused = refusal.code
                follows = self.newer and refused != "R36"
                unfounded = refused == "R29" and self.election is None and place != 0
                self.newer |= refused == "R36"
                if follows or unfounded:
                    return
                refused = "V16" if refused == "R3" else refused
        if refused is None:
            self.apply(place, entry)
        else:
            self.newer |= refused == "R36"
            self.fault(refused, entry["sequence"])

    def decide(self, entry):
        kind, body, signers = entry["kind"], entry["body"], entry["signers"]
        # Enrolled keys are in the group of order L; of others it is asked here, once they sign.
        known = self.election.keys if self.election else {}
        require(all(key in known or admissible(key) for key in signers), "R33")
        require(entry["statement"] not in self.admitted, "R1")
        if self.election is None:
            require(kind == "ElectionCalled", "R29")
            entry["author"] = decide_founding(entry)
            return
        require(kind != "ElectionCalled", "R29")
        require(entry["ledger"] == self.election.ledger, "R2")
        require(not self.election.closed, "R3")
        if kind == "LogKeyRotated":
            signers = without_log_keys(self.election, body, signers)
        entry["author"] = author = author_of(self.election, signers)
        getattr(Rules(self.election, author, self), kind)(body)
        require(body.get("reason") != "", "R40")

    def apply(self, place, entry):
        kind, body, event = entry["kind"], entry["body"], entry["hash"]
        self.admitted.add(entry["statement"])
        if kind == "ElectionCalled":
            self.election = Election(body, event)
        else:
            apply(self.election, kind, body, place, event, entry["arrival"])
            if kind == "ComplaintFiled":
                self.election.complaints[event] = self.events[body["against"]]
        author = entry["author"]
        for key in touched(kind, body, event, author):
            self.lines[key].append(event_line(place, event, author))
        about = author[1] if author[0] == "seat" else body.get("paper", {}).get("unit")
        self.events[event] = about or self.election.top
        if kind in ("ElectionCalled", "LogKeyRotated"):
            self.log_keys.append((self.tree.size, self.election.log_key))

    def replay(self, entries, workers):
        """Takes entries in, in their order. What their bytes alone tell is computed by so many processes."""
        if workers > 1:
            with multiprocessing.Pool(workers) as pool:
                for entry in pool.imap(open_entry, entries, chunksize=64):
                    self.step(entry)
        else:
            for entry in map(open_entry, entries):
                self.step(entry)
        if self.tree.size == 0 and not self.gap:
            self.fault("V18", says="no event at all")

    def is_signed(self, note):
        """Whether a checkpoint or snapshot is signed with the key that the log had at its size."""
        verifier_key = self.log_key_at(note["size"])
        origin = self.election.founding["origin"] if self.election else None
        return verifier_key is not None and signed_by(note, origin, log_key(verifier_key, origin))

    def hold_signature(self, checkpoint):
        # An event of a newer version, or one that is missing, may have founded the log, or changed its key.
        if not self.newer and not self.gap and not self.is_signed(checkpoint):
            self.fault("V8", says=f"the checkpoint of size {checkpoint['size']}")

    def hold_root(self, checkpoint):
        """Whether the root at a checkpoint's size is the one recomputed, where the entries reach so far."""
        if self.roots.get(checkpoint["size"]) not in (None, checkpoint["root"]):
            self.fault("V7", says=f"the root at size {checkpoint['size']}")

    def log_key_at(self, size):
        return next((key for since, key in reversed(self.log_keys) if since <= size), None)


# ------------------------------------------------------------------------------------------ the rules, version 1
def decide_founding(entry):
    """The author, where nothing refuses it."""
    founding = entry["body"]
    manifest, commission, signers = founding["manifest"], founding["commission"], entry["signers"]
    require(entry["ledger"] == NONE, "R2")
    require(founding["rules"] == 1, "R36")
    require(is_consistent(manifest), "R28")
    require(is_origin(founding["origin"]), "R38")
    key = log_key(founding["log_key"], founding["origin"])
    require(commission["parent"] is None and commission["tier"] == manifest["tiers"][0]["name"], "R14")
    members_fit(manifest, commission)
    members = [member["key"] for member in commission["members"]]
    require(key not in members, "R12")
    require(all(signer in members for signer in signers), "R8")
    require(len(signers) >= commission["quorum"], "R11")
    return "seat", commission["unit"], [m["seat"] for m in commission["members"] if m["key"] in signers]


def is_consistent(manifest):
    tiers, form, hours = manifest["tiers"], manifest["form"], manifest["turnout"]["hours"]
    names = [tier["name"] for tier in tiers]
    contests = [contest["id"] for contest in manifest["contests"]]
    keys = [item["key"] for item in form["items"]]
    codes = [check["code"] for check in form["checks"]]
    each_once = all(len(set(names)) == len(names) for names in (names, contests, keys, codes))

    def fits(check):
        operands = [term["of"] for side in ("left", "right") for term in check[side]]
        sizes = all(1 <= len(check[side]) <= 256 for side in ("left", "right"))
        return sizes and all(of == "votes" or of[1] in keys for of in operands)

    def built_in(code):
        family = code.rstrip("0123456789")
        return family in ("T", "S", "O", "C", "D", "L", "R", "V", "U") and family != code

    return (
        each_once and 1 <= len(tiers) <= 16 and len(contests) <= 256
        and all(1 <= tier["members"] <= 128 and 1 <= tier["quorum"] <= tier["members"] for tier in tiers)
        and 1 <= len(keys) <= 256 and len(codes) <= 256
        and not any(key in RESERVED or key.startswith("cand_") for key in keys)
        and not any(map(built_in, codes)) and all(map(fits, form["checks"]))
        and all(deadline["tier"] in names for deadline in manifest["deadlines"])
        and all(0 < ratio["of"] <= ratio["all"] for ratio in (manifest["invalidity"] or {}).values())
        and len(manifest["deadlines"]) <= 256 and len(hours) <= 256 and ascending(hours))


def members_fit(manifest, formed):
    """Members and quorum are the manifest's, seats have no gap, keys stand once and are no demonstration keys."""
    tier = next((tier for tier in manifest["tiers"] if tier["name"] == formed["tier"]), None)
    require(tier is not None, "R14")
    seats = [member["seat"] for member in formed["members"]]
    require(seats == list(range(1, tier["members"] + 1)) and formed["quorum"] == tier["quorum"], "R13")
    seen = set()
    demonstrations = [] if manifest["rehearsal"] else [demonstration(formed["unit"], seat) for seat in seats]
    for member in formed["members"]:
        require(member["key"] not in seen, "R12")
        seen.add(member["key"])
        require(manifest["rehearsal"] or member["key"] not in demonstrations, "R27")


def without_log_keys(election, rotated, signers):
    origin = election.founding["origin"]
    old, new = log_key(rotated["old"], origin), log_key(rotated["new"], origin)
    require(rotated["old"] == election.log_key and old in signers and new in signers, "R38")
    require(new not in election.keys, "R12")
    return [key for key in signers if key not in (old, new)]


def author_of(election, signers):
    """("seat", unit, seats) or ("observer", id): the one body behind all signatures."""
    author = None
    for key in signers:
        require(key in election.keys, "R8")
        whose, in_force = election.keys[key]
        require(in_force, "R9")
        if author is None and whose[0] == "seat":
            author = ("seat", whose[1], [whose[2]])
        elif author is None and whose[0] == "observer":
            author = whose
        elif author and author[0] == whose[0] == "seat" and author[1] == whose[1]:
            author[2].append(whose[2])
        else:
            raise Refused("R10")
    require(author is not None, "R11")
    return author


class Rules:
    """One method a kind: it returns, or it raises the first refusal that applies."""

    def __init__(self, election, author, ledger):
        self.election, self.author, self.ledger = election, author, ledger

    # Who may say it.
    def quorum(self, may):
        require(self.author[0] == "seat" and may(self.author[1]), "R10")
        require(len(self.author[2]) >= self.election.units[self.author[1]].quorum, "R11")

    def top(self):
        self.quorum(lambda unit: unit == self.election.top)

    def parent_of(self, unit):
        parent = self.election.unit(unit).parent or unit
        self.quorum(lambda signed: signed == parent)

    def above(self, unit):
        self.quorum(lambda signed: signed != unit and self.election.is_within(unit, signed))

    def accredits(self, scope):
        self.quorum(lambda unit: not self.election.is_lowest(unit) and self.election.is_within(scope, unit))

    def not_taken(self, key):
        require(key not in self.election.keys, "R12")

    # Contests and candidates.
    def ContestCalled(self, body):
        self.top()
        require(body["contest"]["id"] not in self.election.contests, "R7")
        if body["contest"]["unit"] is not None:
            self.election.unit(body["contest"]["unit"])

    def NominationApproved(self, body):
        self.top()
        self.election.open_contest(body["contest"])

    def CandidateRegistered(self, body):
        self.top()
        contest = self.election.open_contest(body["contest"])
        require(not contest.phases and body["number"] not in contest.ballot and body["number"] != 0, "R24")

    def CandidateWithdrawn(self, body):
        self.top()
        contest = self.election.open_contest(body["contest"])
        require(body["number"] in contest.numbers() and not contest.phases, "R24")

    def ResultCertified(self, body):
        self.top()
        contest = self.election.open_contest(body["contest"])
        require(ascending(body["elected"]), "R39")
        require(set(body["elected"]) <= set(contest.numbers()), "R24")
        require(body["body"] != "", "R42")
        require((not body["elected"]) == body["nobody"], "R42")

    def LogKeyRotated(self, body):
        self.top()

    def LedgerClosed(self, body):
        self.top()

    # Commissions, observers, complaints.
    def CommissionFormed(self, body):
        require(body["parent"] is not None, "R14")
        above = self.election.unit(body["parent"])
        self.quorum(lambda unit: unit == body["parent"])
        require(body["unit"] not in self.election.units, "R5")
        require(self.election.ranks.get(body["tier"], -1) > above.rank, "R14")
        members_fit(self.election.manifest, body)
        for member in body["members"]:
            self.not_taken(member["key"])

    def MemberReplaced(self, body):
        unit, member = body["unit"], body["member"]
        self.parent_of(unit)
        require(member["seat"] in self.election.units[unit].seats, "R4")
        rehearsal = self.election.manifest["rehearsal"]
        seats = self.election.units[unit].seats
        require(rehearsal or all(member["key"] != demonstration(unit, seat) for seat in seats), "R27")
        self.not_taken(member["key"])

    def KeyRevoked(self, body):
        self.parent_of(body["unit"])
        require(body["key"] in self.election.keys, "R8")
        whose, in_force = self.election.keys[body["key"]]
        require(in_force, "R9")
        require(whose == ("seat", body["unit"], body["seat"]), "R4")

    def ObserverAccredited(self, body):
        self.election.unit(body["scope"])
        self.accredits(body["scope"])
        require(body["observer"] not in self.election.observers, "R25")
        self.not_taken(body["key"])

    def AccreditationWithdrawn(self, body):
        require(body["observer"] in self.election.observers, "R25")
        observer = self.election.observers[body["observer"]]
        self.accredits(observer["scope"])
        require(self.election.keys[observer["key"]][1], "R9")

    def ComplaintFiled(self, body):
        require(self.author[0] == "observer", "R10")
        require(self.election.observers[self.author[1]]["role"] != "media", "R25")
        require(body["against"] in self.ledger.events, "R26")

    def ComplaintDecided(self, body):
        require(self.election.complaints.get(body["complaint"], None) is not None, "R26")
        about = self.election.complaints[body["complaint"]]
        top = self.election.top
        self.quorum(lambda unit: unit == top or unit != about and self.election.is_within(about, unit))

    # Papers.
    def in_territory(self, contest, unit):
        self.election.unit(unit)
        require(self.election.is_within(unit, contest.unit or self.election.top), "R7")

    def held_here(self, contest, unit):
        self.in_territory(contest, unit)
        require(self.election.is_lowest(unit), "R7")

    def open_voting(self, contest, paper):
        voting, phase, in_force = contest.phases.get(paper["unit"], FRESH)
        require(voting == paper["voting"], "R21")
        return contest, phase, in_force

    def current(self, paper):
        """The contest, and the phase of a paper whose voting is open."""
        contest = self.election.open_contest(paper["contest"])
        self.held_here(contest, paper["unit"])
        return self.open_voting(contest, paper)

    def shape(self, items, votes, ballot, required, whole):
        """Items and votes; `required` are the stages that must be there, `whole` asks for every candidate."""
        form = self.election.manifest["form"]["items"]
        require(len(items) == len(form), "R15")
        for item, figure in zip(form, items):
            require(figure is not None or item["optional"] or item["stage"] not in required, "R15")
        numbers = [number for number, _ in votes]
        require(ascending(numbers), "R39")
        require(set(numbers) <= set(ballot), "R18")
        require(not whole or set(ballot) <= set(numbers), "R17")

    def content(self, contest, protocol):
        seats = self.election.units[protocol["paper"]["unit"]].seats
        dissenting = [dissent["seat"] for dissent in protocol["dissent"]]
        require(all(seat in seats for seat in dissenting), "R4")
        require(ascending(dissenting) and len(protocol["attachments"]) <= 64, "R39")
        figures = protocol["figures"]
        self.shape(figures["items"], figures["votes"], contest.numbers(), ("opening", "count"), True)

    def OpeningSealed(self, body):
        self.quorum(lambda unit: unit == body["paper"]["unit"])
        _, phase, _ = self.current(body["paper"])
        require(phase not in ("opened", "reported"), "R20")
        require(phase == "awaited", "R23")
        self.shape(body["items"], [], [], ("opening",), False)
        for item, figure in zip(self.election.manifest["form"]["items"], body["items"]):
            require(item["stage"] == "opening" or figure is None, "R16")

    def TurnoutReported(self, body):
        require(self.author[0] == "seat" and self.author[1] == body["paper"]["unit"], "R10")
        seats = self.election.units[self.author[1]].seats
        signers = self.election.manifest["turnout"]["signers"]
        if signers == "chair_or_secretary":
            require(any(seats[seat][0] in ("chair", "secretary") for seat in self.author[2]), "R10")
        elif signers == "quorum":
            self.quorum(lambda unit: True)
        contest = self.election.open_contest(body["paper"]["contest"])
        self.in_territory(contest, body["paper"]["unit"])
        self.open_voting(contest, body["paper"])

    def ProtocolSubmitted(self, body):
        self.quorum(lambda unit: unit == body["paper"]["unit"])
        contest, phase, _ = self.current(body["paper"])
        require(phase != "reported", "R19")
        require(phase in ("awaited", "opened"), "R23")
        self.content(contest, body)

    def ProtocolCorrected(self, body):
        paper = body["protocol"]["paper"]
        parent = self.election.unit(paper["unit"]).parent
        self.quorum(lambda unit: unit in (paper["unit"], parent))
        contest, phase, in_force = self.current(paper)
        require(phase == "reported", "R23")
        require(in_force == body["replaces"], "R22")
        self.content(contest, body["protocol"])
        require(body["protocol"] != paper_at(contest, paper["unit"], self.ledger.tree.size)["protocol"], "R41")

    def ProtocolAnnulled(self, body):
        _, phase, in_force = self.current(body["paper"])
        self.above(body["paper"]["unit"])
        require(phase == "reported", "R23")
        require(in_force == body["protocol"], "R22")

    def VotingFailed(self, body):
        _, phase, _ = self.current(body["paper"])
        self.above(body["paper"]["unit"])
        require(phase in ("awaited", "opened"), "R23")

    def RepeatVotingCalled(self, body):
        _, phase, _ = self.current(body["paper"])
        self.above(body["paper"]["unit"])
        require(phase in ("annulled", "failed"), "R23")

    def CopyFiled(self, body):
        require(self.author[0] == "observer", "R10")
        contest = self.election.contest(body["paper"]["contest"])
        self.held_here(contest, body["paper"]["unit"])
        observer = self.election.observers[self.author[1]]
        within = self.election.is_within(body["paper"]["unit"], observer["scope"])
        require(observer["role"] != "media" and within, "R25")
        what, content = body["content"]
        if what == "handed":
            require(len(content["attachments"]) <= 64, "R39")
            figures = content["figures"]
            self.shape(figures["items"], figures["votes"], contest.numbers(), (), False)

    # Summaries.
    def summary(self, summary):
        self.quorum(lambda unit: unit == summary["unit"])
        contest = self.election.open_contest(summary["contest"])
        held_in = contest.unit or self.election.top
        unit = summary["unit"]
        require(not self.election.is_lowest(unit) and self.election.is_within(unit, held_in), "R7")
        require(summary["made_at"] <= self.ledger.tree.size - 1 and len(summary["left_out"]) <= 1000, "R31")
        require(ascending(summary["left_out"]), "R39")
        totals, ballot = summary["totals"], set(contest.numbers())
        numbers = [number for number, _ in totals["votes"]]
        require(len(totals["items"]) == len(self.election.manifest["form"]["items"]), "R15")
        require(ascending(numbers), "R39")
        require(ballot <= set(numbers), "R17")
        require(set(numbers) <= ballot, "R18")
        return contest.in_force.get(unit)

    def SummarySubmitted(self, body):
        require(self.summary(body) is None, "R22")

    def SummaryCorrected(self, body):
        summary = body["summary"]
        require(self.summary(summary) == body["replaces"], "R22")
        in_force = self.election.contests[summary["contest"]].summaries[summary["unit"]][-1][3]
        require(in_force != summary, "R41")


# ------------------------------------------------------------------------------------------ what an event changes
def apply(election, kind, body, sequence, event, arrival):
    mark = (sequence, event, arrival)

    def step(paper, phase, in_force=None, voting=None):
        contest = election.contests[paper["contest"]]
        contest.phases[paper["unit"]] = voting or paper["voting"], phase, in_force
        contest.steps[paper["unit"]].append((*mark, kind, body))

    if kind == "ContestCalled":
        election.contests[body["contest"]["id"]] = Contest(body["contest"])
    elif kind == "LogKeyRotated":
        election.set_log_key(body["new"])
    elif kind == "CommissionFormed":
        election.form(body, sequence)
    elif kind == "MemberReplaced":
        election.seat(body["unit"], body["member"])
    elif kind == "KeyRevoked":
        election.retire(body["key"])
    elif kind == "CandidateRegistered":
        election.contests[body["contest"]].ballot[body["number"]] = (sequence, None)
    elif kind == "CandidateWithdrawn":
        ballot = election.contests[body["contest"]].ballot
        ballot[body["number"]] = (ballot[body["number"]][0], sequence)
    elif kind == "ObserverAccredited":
        election.observers[body["observer"]] = body
        election.keys[body["key"]] = [("observer", body["observer"]), True]
    elif kind == "AccreditationWithdrawn":
        election.retire(election.observers[body["observer"]]["key"])
    elif kind == "OpeningSealed":
        step(body["paper"], "opened")
    elif kind == "ProtocolSubmitted":
        step(body["paper"], "reported", event)
    elif kind == "ProtocolCorrected":
        step(body["protocol"]["paper"], "reported", event)
    elif kind == "ProtocolAnnulled":
        step(body["paper"], "annulled")
    elif kind == "VotingFailed":
        step(body["paper"], "failed")
    elif kind == "RepeatVotingCalled":
        step(body["paper"], "awaited", voting=min(body["paper"]["voting"] + 1, 65_535))
    elif kind == "TurnoutReported":
        election.contests[body["paper"]["contest"]].turnout[body["paper"]["unit"]].append((*mark, body))
    elif kind == "CopyFiled":
        election.contests[body["paper"]["contest"]].copies[body["paper"]["unit"]].append((*mark, body))
    elif kind in ("SummarySubmitted", "SummaryCorrected"):
        summary = body["summary"] if kind == "SummaryCorrected" else body
        contest = election.contests[summary["contest"]]
        contest.in_force[summary["unit"]] = event
        contest.summaries[summary["unit"]].append((*mark, summary))
    elif kind == "ComplaintDecided":
        election.complaints[body["complaint"]] = None
    elif kind == "ResultCertified":
        election.contests[body["contest"]].certified = sequence, event, body
    elif kind == "LedgerClosed":
        election.closed = True
