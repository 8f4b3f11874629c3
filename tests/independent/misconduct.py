"""Evidence against a log's snapshots: section 14.6 of docs/format.md. It convicts a log without asking it."""

import re
from base64 import b64encode

from ledger_bytes import ENTRY_MAX
from notes import Malformed, key_id, signatures_of, signed_by, unbase64, verifier_key
from proof import NUMBER, Lines, ascends, unreadable
from replay import Ledger
from rows import root_of, rows_of
from snapshots import parse_snapshot
from verdict import verdict

HEADS = {
    "two": ["protokol.snapshots@v1", "# Two signed snapshots of one size of a log that contradict each other: "
            "`protokol verify` of this file says how."],
    "fold": ["protokol.fold@v1", "# A signed snapshot, and every event under it, which come to other rows: "
             "`protokol verify` of this file says which."]}
TWO_MAX, EVIDENCE_MAX, KEYS_MAX = 540_672, 512 * 1024 * 1024, 16


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
