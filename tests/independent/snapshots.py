"""Snapshots: section 14.3 of docs/format.md. What the log signed of its rows, held against the rows recomputed."""

import os
import re
import struct
from base64 import b64encode

from ledger_bytes import log_key
from notes import NOTE_MAX, Malformed, is_origin, key_id, parse_note, signed_by, unbase64

HEADER = "protokol snapshot v1"
RECORD = struct.Struct("<Q32s64s")


def text_of(origin, size, root, rows):
    return f"{HEADER}\n{origin}\n{size}\n{b64encode(root).decode()}\n{b64encode(rows).decode()}\n"


def parse_snapshot(data):
    """A signed snapshot, not checked."""
    body, signatures = parse_note(data)
    lines = body[:-1].split("\n")
    if len(lines) != 5 or lines[0] != HEADER or not is_origin(lines[1]):
        raise Malformed("not a snapshot")
    if not re.fullmatch("0|[1-9][0-9]{0,19}", lines[2]):
        raise Malformed("not a size")
    size, root, rows = int(lines[2]), unbase64(lines[3]), unbase64(lines[4])
    if size >= 2**64 or len(root) != 32 or len(rows) != 32:
        raise Malformed("not a snapshot")
    return {"text": body, "origin": lines[1], "size": size, "root": root, "rows": rows, "signatures": signatures}


def note_or_none(data):
    """A note that cannot be read counts as one that is not there."""
    try:
        return None if data is None else parse_snapshot(data)
    except Malformed:
        return None


def records(data):
    """(size, rows, signature) of each record; one that is cut off is passed over."""
    return list(RECORD.iter_unpack(data[:len(data) // RECORD.size * RECORD.size]))


def read(path, limit=None):
    """The bytes of a file, cut off after one more than it may have; None where there is none."""
    if not os.path.isfile(path):
        return None
    with open(path, "rb") as file:
        return file.read() if limit is None else file.read(limit + 1)


class Snapshots:
    """What a ledger or a published log has of them: the records that are looked at, and the notes."""

    def __init__(self, of_records=(), notes=()):
        self.records, self.notes = list(of_records), [note for note in notes if note]
        self.sizes = [size for size, _, _ in self.records] + [note["size"] for note in self.notes]

    @classmethod
    def of_ledger(cls, folder, every=False):
        found = records(read(os.path.join(folder, "snapshots")) or b"")
        notes = (read(os.path.join(folder, *path), NOTE_MAX) for path in (["snapshot"], ["published", "snapshot"]))
        return cls(found if every else found[-1:], map(note_or_none, notes))

    def hold(self, ledger):
        """V8 and V30 of each. Gives the newest that is true, or None."""
        of_records = (as_note(ledger, *record) for record in self.records)
        true = [note for note in [*self.notes, *of_records] if note and is_true(ledger, note)]
        newest = max(true, key=lambda note: note["size"], default=None)
        return newest and {"size": newest["size"], "rows": b64encode(newest["rows"]).decode()}


def as_note(ledger, size, rows, signature):
    """The note that a record stands for; None where the entries do not reach so far, and its root is not known."""
    root, key = ledger.roots.get(size), ledger.log_key_at(size)
    origin = ledger.election.founding["origin"] if ledger.election else ""
    if root is None and size > 0:
        return None
    signer = key_id(origin, 1, log_key(key, origin)) if key else bytes(4)
    return {"text": text_of(origin, size, root or bytes(32), rows), "origin": origin, "size": size, "root": root,
            "rows": rows, "signatures": [(origin, signer, signature)]}


def is_true(ledger, note):
    """Whether the log signed it and it is what the events come to; what is wrong with it is told."""
    size = note["size"]
    root, rows = ledger.roots.get(size), ledger.row_roots.get(size)
    if not ledger.hold_signature(note, "snapshot") or rows is None:
        return False
    if (root, rows) != (note["root"], note["rows"]):
        ledger.fault("V30", says=f"the snapshot of size {size} is not what the events come to")
        return False
    return True
