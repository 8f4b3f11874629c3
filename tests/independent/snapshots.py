"""Snapshots: section 14.3 of docs/format.md. What the log signed of its rows, held against the rows recomputed."""

import os
import re
import struct
from base64 import b64encode

from ledger_bytes import log_key
from notes import NOTE_MAX, Malformed, changed_on_its_way, is_origin, key_id, parse_note, unbase64

HEADER = "protokol snapshot v1"
RECORD = struct.Struct("<Q32s64s")
SECTOR = 512


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


def records(data):
    """(size, rows, signature) of each record that was written to its end: none that is cut off, and none that reaches into
    a sector of nothing but zeros."""
    lost = {at for at in range(0, len(data), SECTOR) if not data[at:at + SECTOR].strip(b"\0")}
    places = range(0, len(data) - RECORD.size + 1, RECORD.size)
    whole = [at for at in places if not lost.intersection(
        range(at // SECTOR * SECTOR, at + RECORD.size, SECTOR))]
    return [RECORD.unpack_from(data, at) for at in whole]


def read(path, limit=None):
    """The bytes of a file, cut off after one more than it may have; None where there is none."""
    if not os.path.isfile(path):
        return None
    with open(path, "rb") as file:
        return file.read() if limit is None else file.read(limit + 1)


class Snapshots:
    """What a ledger or a published log has of them: the records that are looked at, and the notes."""

    def __init__(self, of_records=(), notes=()):
        self.records, self.notes, self.flaws = list(of_records), [], []
        for data in notes:
            try:
                self.notes += [] if data is None else [parse_snapshot(data)]
            except Malformed as error:
                code = "V29" if changed_on_its_way(data, parse_snapshot) else "V22"
                self.flaws.append((code, f"no snapshot: {error}"))
        self.claims = [size for size, _, _ in self.records]
        self.sizes = self.claims + [note["size"] for note in self.notes]

    @classmethod
    def of_ledger(cls, folder, every=False):
        found = records(read(os.path.join(folder, "snapshots")) or b"")
        notes = (read(os.path.join(folder, *path), NOTE_MAX) for path in (["snapshot"], ["published", "snapshot"]))
        return cls(found if every else found[-1:], notes)

    def hold(self, ledger, checkpoints):
        """V8 and V30 of each, beside the checkpoints. Gives the newest that is true, or None."""
        for code, says in self.flaws:
            ledger.fault(code, says=says)
        # An event of a newer version, or one that is missing, may have changed every row.
        known = [] if ledger.newer or ledger.gap else [size for size in self.sizes if ledger.row_roots[size]]
        vouched = max((checkpoint["size"] for checkpoint in checkpoints if ledger.is_signed(checkpoint)
                       and ledger.roots[checkpoint["size"]] == checkpoint["root"]), default=0)
        notes = [note for note in self.notes if note["size"] in known]
        notes += [as_note(ledger, *record) for record in self.records if record[0] in known]
        true = [note for note in notes if is_true(ledger, note, vouched)]
        newest = max(true, key=lambda note: note["size"], default=None)
        return newest and {"size": newest["size"], "rows": b64encode(newest["rows"]).decode()}


def as_note(ledger, size, rows, signature):
    """The note that a record stands for, over the root recomputed."""
    key, root = ledger.log_key_at(size), ledger.roots[size]
    origin = ledger.election.founding["origin"] if key else ""
    signer = key_id(origin, 1, log_key(key, origin)) if key else bytes(4)
    return {"text": text_of(origin, size, root, rows), "origin": origin, "size": size, "root": root, "rows": rows,
            "signatures": [(origin, signer, signature)]}


def is_true(ledger, note, vouched):
    """Whether the log signed it and it is what the events come to; what is wrong with it is told."""
    size = note["size"]
    is_signed, of_events = ledger.is_signed(note), ledger.roots[size] == note["root"]
    if is_signed and of_events and ledger.row_roots[size] == note["rows"]:
        return True
    # Beyond what the log's checkpoints vouch for, the events may be others than those that it signed.
    if is_signed and of_events or size <= vouched:
        ledger.fault("V30" if is_signed else "V8", says=f"the snapshot of size {size}")
    return False
