"""Evidence against a log's snapshots: section 14.6 of docs/format.md. It convicts a log without asking it."""

import re
from base64 import b64encode

from ledger_bytes import ENTRY_MAX, envelope_hash, open_entry
from notes import Malformed, key_id, signatures_of, signed_by, unbase64, verifier_key
from proof import GROWN_MAX, NUMBER, Lines, ascends, is_placed, parse_part, prove, rows_with, unreadable
from replay import Ledger
from rows import root_of, rows_of, touched
from snapshots import parse_snapshot
from tree import leaf_hash, root_by_inclusion
from verdict import verdict

HEADS = {
    "two": ["protokol.snapshots@v1", "# Two signed snapshots of one size of a log that contradict each other: "
            "`protokol verify` of this file says how."],
    "fold": ["protokol.fold@v1", "# A signed snapshot, and every event under it, which come to other rows: "
             "`protokol verify` of this file says which."],
    "unnamed": ["protokol.unnamed@v1", "# An event in a log, and rows that the log signed over it and that do not name it: "
                "`protokol verify` of this file says which."]}
TWO_MAX, EVIDENCE_MAX, UNNAMED_MAX, KEYS_MAX = 540_672, 512 * 1024 * 1024, 16 * 1024 * 1024, 16


# ------------------------------------------------------------------------------------------ reading
def divided(data, head, limit):
    """The lines behind the first two, and the notes."""
    begins, _, notes = data.partition(b"\n\n")
    if len(data) > limit or not notes:
        raise Malformed("too long, or without its empty line")
    try:
        lines = Lines(begins.decode("utf-8"))
    except UnicodeDecodeError:
        raise Malformed("not UTF-8") from None
    for line in head:
        lines.demand(re.escape(line))
    return lines, notes


def log_keys(lines, most):
    """The keys listed, ascending, as (name, key); the name of one that is no log's is None."""
    listed = [key for key, in lines.all("log (.+)")]
    keys = [verifier_key(key) for key in listed]
    if not 1 <= len(keys) <= most or None in keys or not ascends([key.encode() for key in listed]):
        raise Malformed("no keys of a log, or not in order")
    return [(name if kind == 1 else None, key) for name, kind, key in keys]


def parse_two_snapshots(data):
    """(keys, one, other), not checked."""
    lines, notes = divided(data, HEADS["two"], TWO_MAX)
    keys = log_keys(lines, KEYS_MAX)
    lengths = [int(*lines.demand(f"{name} {NUMBER}")) for name in ("one", "other")]
    lines.end()
    if sum(lengths) != len(notes):
        raise Malformed("the two notes have another length")
    return keys, parse_snapshot(notes[:lengths[0]]), parse_snapshot(notes[lengths[0]:])


def parse_fold(data):
    """(key, entries, snapshot), not checked."""
    lines, note = divided(data, HEADS["fold"], EVIDENCE_MAX)
    (key,) = log_keys(lines, 1)
    entries = [unbase64(entry) for entry, in lines.all("([!-~]+)")]
    lines.end()
    if not all(1 <= len(entry) <= ENTRY_MAX for entry in entries):
        raise Malformed("no entry has that length")
    return key, entries, parse_snapshot(note)


def parse_in_log(lines, word):
    """(sequence, entry, proof) of an event's line and those behind it."""
    sequence, entry = lines.demand(f"{word} {NUMBER} ([!-~]+)")
    sequence, entry = int(sequence), unbase64(entry)
    proof = [unbase64(digest) for digest, in lines.all("proof ([!-~]+)")]
    if sequence >= 2**64 or not 1 <= len(entry) <= ENTRY_MAX:
        raise Malformed("no event has that place or length")
    if len(proof) > GROWN_MAX or any(len(digest) != 32 for digest in proof):
        raise Malformed("not 0 to 63 hashes")
    return sequence, entry, proof


def parse_unnamed(data):
    """(key, {word: (sequence, entry, proof)}, tree, snapshot), not checked."""
    lines, rest = divided(data, HEADS["unnamed"], UNNAMED_MAX)
    (key,) = log_keys(lines, 1)
    events = {"founding": parse_in_log(lines, "founding")}
    if lines.is_next("rotated .*"):
        events["rotated"] = parse_in_log(lines, "rotated")
    events["event"] = parse_in_log(lines, "event")
    lines.end()
    tree, _, note = rest.partition(b"\n\n")
    try:
        tree = Lines(tree.decode("utf-8"))
    except UnicodeDecodeError:
        raise Malformed("not UTF-8") from None
    part = parse_part(tree)
    tree.end()
    return key, events, part, parse_snapshot(note)


# ------------------------------------------------------------------------------------------ what it proves
def contradicts(keys, one, other):
    """The code of why two snapshots convict nobody, or None."""
    if (one["origin"], one["size"]) != (other["origin"], other["size"]):
        return "V27"
    if any(name != one["origin"] for name, _ in keys):
        return "V8"
    signed = [[key for key in keys if signatures_of(note, key[0], key_id(key[0], 1, key[1]))] for note in (one, other)]
    if not all(signed) or not all(
            signed_by(note, *key) for note, signers in zip((one, other), signed) for key in signers):
        return "V8"
    if {*signed[0], *signed[1]} != set(keys):
        return "V27"
    places = [(note["root"], note["rows"]) for note in (one, other)]
    return None if places[0] < places[1] else "V27"


def folds(key, entries, snapshot):
    """(the code of why a snapshot with its events convicts nobody, or None; the root of the rows recomputed)."""
    if key[0] is None or not signed_by(snapshot, *key):
        return "V8", None
    ledger = Ledger()
    if len(entries) == snapshot["size"]:
        ledger.replay(entries, 1)
    if len(entries) != snapshot["size"] or ledger.tree.root() != snapshot["root"]:
        return "V27", None
    if ledger.newer:
        return "R36", None
    if not ledger.is_signed(snapshot):
        return "V8", None
    rows = root_of(rows_of(ledger))
    return ("V27" if rows == snapshot["rows"] else None), rows


def leaves_out(key, events, tree, snapshot):
    """The code of why rows that do not name an event convict nobody, or None."""
    if key[0] is None or not signed_by(snapshot, *key):
        return "V8"
    if any(root_by_inclusion(leaf_hash(entry), at, snapshot["size"], proof) != snapshot["root"]
           for at, entry, proof in events.values()):
        return "V27"
    if tree.hash != snapshot["rows"] or not is_placed(tree):
        return "V27"
    opened = {}
    for word, (at, entry, _) in events.items():
        opened[word] = open_entry(entry)
        if "bad" in opened[word] or opened[word]["sequence"] != at or "refused" in opened[word]:
            return "R36" if opened[word].get("refused") == "R36" and opened[word]["sequence"] == at else "V27"
    founding = opened["founding"]
    if founding["kind"] != "ElectionCalled" or founding["sequence"] != 0:
        return "V27"
    if founding["body"]["rules"] != 1:
        return "R36"
    named = founding["body"]["log_key"]
    if "rotated" in opened:
        if opened["rotated"]["kind"] != "LogKeyRotated":
            return "V8"
        named = opened["rotated"]["body"]["new"]
    told = verifier_key(named)
    if told is None or (told[0], told[2]) != key or told[1] != 1:
        return "V8"
    return None if is_named(tree, *events["event"][:2], opened["event"]) is False else "V27"


def is_named(tree, at, entry, opened):
    """Whether the row that would name an event does; None where that row is not shown."""
    kind, body, event = opened["kind"], opened["body"], envelope_hash(entry)
    if kind == "CopyFiled":
        rows = rows_with(tree, f"copy/{body['paper']['contest']}/{body['paper']['unit']}/")
    else:
        of = touched(kind, body, event, None)[0]
        rows = prove(tree, "row", of)
        rows = rows if rows is not None else prove(tree, "none", of)
    if rows is None:
        return None
    return any(line.startswith(f"{at} {event.hex()} ") for _, value in rows for line in value.splitlines())


# ------------------------------------------------------------------------------------------ the verdict
def told(code, notes, policy, recomputed=None):
    """The exit code, and what is printed: evidence is never half right."""
    faults = [{"code": code, "sequence": None}] if code else []
    if policy and not all(any(signed_by(note, *log) for log in policy.logs) for note in notes):
        faults.append({"code": "V12", "sequence": None})
    word, exit_code = verdict(faults)
    return exit_code, {
        "verdict": word, "origin": notes[0]["origin"], "size": notes[0]["size"],
        "rows": [b64encode(note["rows"]).decode() for note in notes],
        "recomputed": recomputed and b64encode(recomputed).decode(), "faults": faults}


def verify_two_snapshots(data, policy):
    try:
        keys, one, other = parse_two_snapshots(data)
    except Malformed as error:
        return unreadable(data, parse_two_snapshots, error)
    return told(contradicts(keys, one, other), [one, other], policy)


def verify_fold(data, policy):
    try:
        key, entries, snapshot = parse_fold(data)
    except Malformed as error:
        return unreadable(data, parse_fold, error)
    code, recomputed = folds(key, entries, snapshot)
    return told(code, [snapshot], policy, recomputed)


def verify_unnamed(data, policy):
    try:
        key, events, tree, snapshot = parse_unnamed(data)
    except Malformed as error:
        return unreadable(data, parse_unnamed, error)
    return told(leaves_out(key, events, tree, snapshot), [snapshot], policy)
