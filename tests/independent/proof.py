"""Proofs of rows: section 14.4 of docs/format.md. What some rows were at a size, and that some were not there."""

import re
from base64 import b64encode
from collections import namedtuple

from follows import Shown, contradictions
from ledger_bytes import envelope_hash, open_entry
from notes import Malformed, changed_on_its_way, fingerprint, parse_checkpoint, unbase64
from policy import WithoutPolicy
from rows import NO_ROWS, bit_of, row_hash, rows_node
from snapshots import parse_snapshot
from tree import is_grown
from verdict import verdict

HEAD = ["protokol.rows@v1", "# Rows under a snapshot that the log signed: `protokol verify` of this file says which."]
PROOF_MAX, CLAIMS_MAX, KEY_MAX, GROWN_MAX = 256 * 1024 * 1024, 100_000, 200, 63
PART = "[A-Za-z0-9._@-]+"
KEY = re.compile(f"{PART}(?:/{PART})*")
NUMBER = "(0|[1-9][0-9]{0,19})"

# A part of the tree: a row, two sides that differ in a bit, or a bare hash. `hides` is whether it has rows that are not
# shown.
Part = namedtuple("Part", "hash bit sides row hides")


# ------------------------------------------------------------------------------------------ reading
class Lines:
    """Lines that are taken one by one."""

    def __init__(self, text):
        self.lines, self.at = text.split("\n"), 0

    def next(self, pattern):
        """The groups of the next line, if it is of this form; else None, and it stays."""
        match = re.fullmatch(pattern, self.lines[self.at]) if self.at < len(self.lines) else None
        self.at += match is not None
        return match and match.groups()

    def is_next(self, pattern):
        return self.at < len(self.lines) and re.fullmatch(pattern, self.lines[self.at]) is not None

    def demand(self, pattern):
        found = self.next(pattern)
        if found is None:
            raise Malformed(f"line {self.at + 1} is not {pattern}")
        return found

    def all(self, pattern):
        while (found := self.next(pattern)) is not None:
            yield found

    def end(self):
        if self.at != len(self.lines):
            raise Malformed(f"line {self.at + 1} is one too many")


def is_key(text):
    return len(text) <= KEY_MAX and KEY.fullmatch(text) is not None


def parse_proof(data):
    """{claims, events, tree, snapshot, checkpoint} of a file, not checked."""
    head, _, rest = data.partition(b"\n\n")
    tree, _, notes = rest.partition(b"\n\n")
    if len(data) > PROOF_MAX or not notes:
        raise Malformed("too long, or without its empty lines")
    try:
        lines, tree = Lines(head.decode("utf-8")), Lines(tree.decode("utf-8"))
    except UnicodeDecodeError:
        raise Malformed("not UTF-8") from None
    for line in HEAD:
        lines.demand(re.escape(line))
    lengths = [int(*lines.demand(f"{name} {NUMBER}")) for name in ("snapshot", "checkpoint")]
    if sum(lengths) != len(notes):
        raise Malformed("the two notes have another length")
    grown = [unbase64(digest) for digest, in lines.all("grown ([!-~]+)")]
    if len(grown) > GROWN_MAX or any(len(digest) != 32 for digest in grown):
        raise Malformed("not 0 to 63 hashes of how the log grew")
    claims = list(lines.all("(row|none|all) ([!-~]+)"))
    events = [(int(sequence), unbase64(entry)) for sequence, entry in lines.all(f"event {NUMBER} ([!-~]+)")]
    lines.end()
    prefixes = [(what, key.removesuffix("/") if what == "all" else key) for what, key in claims]
    if not 1 <= len(claims) <= CLAIMS_MAX or not ascends(claims) or not all(is_key(key) for _, key in prefixes):
        raise Malformed("not 1 to 100,000 lines of what is proved, in order")
    if not ascends([sequence for sequence, _ in events]) or any(sequence >= 2**64 for sequence, _ in events):
        raise Malformed("events out of order")
    part = parse_part(tree)
    tree.end()
    snapshot, checkpoint = parse_snapshot(notes[:lengths[0]]), parse_checkpoint(notes[lengths[0]:])
    return {"grown": grown, "claims": claims, "events": events, "tree": part, "snapshot": snapshot,
            "checkpoint": checkpoint}


def ascends(items):
    return all(a < b for a, b in zip(items, items[1:]))


def parse_part(lines):
    """The tree, left before right. What waits are the nodes that are not complete, each in the one before it."""
    waiting = []
    while True:
        if node := lines.next(f"node {NUMBER}"):
            bit = int(node[0])
            if not (waiting[-1][0] if waiting else -1) < bit < 8 * (KEY_MAX + 1):
                raise Malformed(f"line {lines.at}: a bit that does not increase")
            waiting.append((bit, []))
            continue
        part = parse_leaf(lines, not waiting)
        while waiting:
            bit, sides = waiting[-1]
            sides.append(part)
            if len(sides) == 1:
                break
            waiting.pop()
            part = Part(rows_node(bit, *(side.hash for side in sides)), bit, sides, None, any(s.hides for s in sides))
        else:
            return part


def parse_leaf(lines, is_all):
    if hidden := lines.next("hash ([!-~]+)"):
        digest = unbase64(hidden[0])
        if len(digest) != 32:
            raise Malformed(f"line {lines.at}: no hash")
        return Part(digest, None, (), None, not is_all or digest != NO_ROWS)
    (key,) = lines.demand("= ([!-~]+)")
    value = "".join(f"{line}\n" for line, in lines.all("  ([ -~]+)"))
    if not is_key(key) or not value:
        raise Malformed(f"line {lines.at}: no row")
    return Part(row_hash(key, value), None, (), (key, value), False)


# ------------------------------------------------------------------------------------------ what it shows
def shown(tree):
    """Every row that is shown, in order, and the bits that lead to it, as (row, [(bit, side)])."""
    waiting = [(tree, ())]
    while waiting:
        part, way = waiting.pop()
        if part.row:
            yield part.row, way
        waiting += [(part.sides[side], (*way, (part.bit, side))) for side in (1, 0) if part.sides]


def rows_with(tree, prefix):
    """Every row whose key begins so; None where that is not shown."""
    while tree.sides and tree.bit < 8 * len(prefix):
        tree = tree.sides[bit_of(prefix, tree.bit)]
    rows, leftmost = [row for row, _ in shown(tree)], tree
    while leftmost.sides:
        leftmost = leftmost.sides[0]
    if leftmost.row and not leftmost.row[0].startswith(prefix):
        return []
    return None if tree.hides or any(not key.startswith(prefix) for key, _ in rows) else rows


def prove(tree, what, key):
    """The rows that a line proves, and no others; None where they are not shown."""
    if what == "all":
        return rows_with(tree, key)
    while tree.sides:
        tree = tree.sides[bit_of(key, tree.bit)]
    there = tree.row is not None and tree.row[0] == key
    if what == "row":
        return [tree.row] if there else None
    return None if there or tree.hides else []


def named_events(rows):
    """(sequence, hash) of every event line."""
    lines = (line.split(" ") for key, value in rows for line in value.splitlines()
             if key.split("/")[0] not in ("below", "total", "finding"))
    return {(line[0], line[1]) for line in lines if len(line) == 3}


def differing(proof):
    """The rows that do not follow from the others."""
    tree = proof["tree"]

    def get(key):
        there = prove(tree, "row", key)
        return there if there is not None else prove(tree, "none", key)
    look = Shown(get, lambda prefix: rows_with(tree, prefix), proof["events"], proof["snapshot"]["size"])
    return contradictions([key for (key, _), _ in shown(tree)], look)


def is_placed(tree):
    """Whether each row stands where its bits lead."""
    return all(bit_of(key, bit) == side for (key, _), way in shown(tree) for bit, side in way)


def holds(proof):
    """Why it proves nothing, or None. Signatures are another question."""
    snapshot, checkpoint, tree = proof["snapshot"], proof["checkpoint"], proof["tree"]
    if snapshot["origin"] != checkpoint["origin"] or not is_grown(snapshot, checkpoint, proof["grown"]):
        return "the checkpoint is not a state that the snapshot's grew into"
    if tree.hash != snapshot["rows"]:
        return "the tree is not the snapshot's"
    rows = list(shown(tree))
    if not is_placed(tree):
        return "a row stands where its bits do not lead"
    for what, key in proof["claims"]:
        if prove(tree, what, key) is None:
            return f"{what} {key} is not shown"
    named = named_events(row for row, _ in rows)
    strangers = [sequence for sequence, entry in proof["events"]
                 if (str(sequence), envelope_hash(entry).hex()) not in named]
    return f"no row that is shown names event {strangers[0]}" if strangers else None


# ------------------------------------------------------------------------------------------ the verdict
def unreadable(data, reads, error):
    """What is said of a text that was changed on its way; of any other that cannot be read, nothing."""
    if not changed_on_its_way(data, reads):
        raise error
    faults = [{"code": "V29", "sequence": None, "says": str(error)}]
    word, code = verdict(faults)
    return code, {"verdict": word, "proves": {}, "faults": faults}


def event_faults(sequence, entry):
    """What is wrong with an event, by its bytes alone."""
    opened = open_entry(entry)
    codes = [opened["bad"]] if "bad" in opened else [
        *(["V5"] if opened["sequence"] != sequence else []), *([opened["refused"]] if "refused" in opened else [])]
    return [{"code": code, "sequence": sequence} for code in codes]


def verify_proof(data, policy):
    """The exit code, and what is printed."""
    if policy is None:
        raise WithoutPolicy("a proof does not say whose key to trust: give --policy")
    try:
        proof = parse_proof(data)
    except Malformed as error:
        return unreadable(data, parse_proof, error)
    snapshot, checkpoint = proof["snapshot"], proof["checkpoint"]
    codes, witnesses = policy.judge(checkpoint)
    faults = [{"code": code, "sequence": None} for code in codes]
    more, recomputed = ([], {}) if "V12" in codes else policy.judge_numbers(snapshot, checkpoint)
    faults += [{"code": code, "sequence": None} for code in more if code not in codes]
    faults += [fault for sequence, entry in proof["events"] for fault in event_faults(sequence, entry)]
    why = holds(proof)
    faults += [{"code": "V31", "sequence": None, "says": why}] if why else []
    if verdict(faults)[0] not in ("failed", "unreadable"):
        faults += [{"code": "V30", "sequence": None, "says": f"the row {key} does not follow from the others"}
                   for key in differing(proof)]
    word, code = verdict(faults)
    proves = {} if word == "failed" else {
        f"{what} {key}": dict(prove(proof["tree"], what, key)) for what, key in proof["claims"]}
    return code, {
        "verdict": word, "origin": checkpoint["origin"], "size": checkpoint["size"], "at": snapshot["size"],
        "root": b64encode(checkpoint["root"]).decode(), "rows": b64encode(snapshot["rows"]).decode(),
        "fingerprint": fingerprint(checkpoint["text"]), "proves": proves,
        "events": {sequence: envelope_hash(entry).hex() for sequence, entry in proof["events"]},
        "witnesses": witnesses, "recomputed": recomputed, "faults": faults}
