#!/usr/bin/env python3
"""A second verifier of ledgers, written from docs/format.md alone. It shares no code with the program.

    python3 tests/independent/verify.py ledger
    python3 tests/independent/verify.py file.proof --policy policy
    python3 tests/independent/verify.py file.evidence [--policy policy]

It replays every event, holds the seal and the snapshots against what it recomputed, and prints one JSON object; of a
proof or evidence it says what it proves.
Exit codes: 0 verified, 1 failed, 2 wrong usage, 3 cannot tell, 4 genuine but not all of it is sealed or there.
"""

import argparse
import json
import os
import re
import sys
import time
from base64 import b64encode

from findings import Findings, totals, version
from ledger_bytes import decode_frame, decode_slot, is_attachment, next_frame
from misconduct import EVIDENCE_MAX, verify_fold, verify_two_snapshots, verify_unnamed
from misconduct import HEADS as EVIDENCE
from notes import NOTE_MAX, Malformed, fingerprint, parse_checkpoint
from policy import POLICY_MAX, NotAPolicy, Policy, WithoutPolicy
from proof import HEAD, verify_proof
from replay import Ledger
from rows import root_of, rows_of
from snapshots import Snapshots, read
from verdict import verdict

SEGMENT_BYTES_MAX = 33_554_712


# ------------------------------------------------------------------------------------------ files and verdict
def journal_names(folder):
    return sorted(os.listdir(os.path.join(folder, "journal")), key=os.fsencode)


def is_segment(name):
    """Whether a file of this name is a segment; what else lies there is passed over."""
    return bool(re.fullmatch(r"[0-9]{20}\.frames", name)) and int(name[:20]) < 1 << 64


def envelopes(folder, sealed, fault):
    """The envelopes of the journal in order; damage is told, and reading goes on at the next frame."""
    known, names = 0, [name for name in journal_names(folder) if is_segment(name)]
    for name in names:
        with open(os.path.join(folder, "journal", name), "rb") as file:
            data = file.read(SEGMENT_BYTES_MAX + 1)
        at = 0
        while at < len(data):
            frame = decode_frame(data, at)
            if frame and frame[3]:
                if frame[0] != known:
                    fault("V1", says=f"{name} at {at}: the frame claims sequence {frame[0]}, and {known} comes next")
                length = frame[2]
            elif sealed is not None and known >= sealed and name == names[-1]:
                return fault("V10", says=f"{name} at {at}: {len(data) - at} bytes form no frame, a torn write")
            else:
                fault("V1", says=f"{name} at {at}: no whole frame")
                sealed, length = None, next_frame(data, at) - at
            yield from frame[1] if frame else ()
            known += len(frame[1]) if frame else 0
            at += length


def published_checkpoint(folder):
    """The checkpoint in published/, if one stands there that can be read."""
    try:
        with open(os.path.join(folder, "published", "checkpoint"), "rb") as file:
            return parse_checkpoint(file.read(NOTE_MAX + 1))
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, Malformed):
        return None


def hold_seal(ledger, data, slots, published, snapshots):
    """Seal and published checkpoint, held against what was recomputed. Gives the checkpoint that rules, and the newest
    snapshot that is true."""
    if len(data) != 8192:
        ledger.fault("V9", says=f"the seal has {len(data)} bytes")
    for number, slot in enumerate(slots, 1):
        if slot == "damaged":
            ledger.fault("V9", says=f"slot {number} of the seal")
    whole = [slot for slot in slots if isinstance(slot, dict)]
    claims = whole + ([published] if published else [])
    snapshot = snapshots.hold(ledger, claims)
    for claim in claims:
        ledger.hold_signature(claim)
        ledger.hold_root(claim)
    ruling = max(whole, key=lambda slot: slot["size"], default=None)
    found = ledger.tree.size
    if ruling is None:
        ledger.fault("V9", says="no checkpoint at all")
    elif ruling["size"] < found:
        ledger.fault("V10", says=f"unsealed: {found - ruling['size']} events")
    claimed = max([claim["size"] for claim in claims] + snapshots.claims, default=0)
    if claimed > found:
        ledger.fault("V2", says=f"{claimed} events are signed for, and there are {found}")
    return ruling, snapshot


def hold_attachments(folder, ledger):
    """The files that admitted events name, held against their digests."""
    named = []
    for contest in ledger.election.contests.values() if ledger.election else ():
        for steps in contest.steps.values():
            named += [(sequence, version(kind, body)["attachments"])
                      for sequence, _, _, kind, body in steps if version(kind, body)]
        for copies in contest.copies.values():
            named += [(sequence, copy["content"][1]["attachments"])
                      for sequence, _, _, copy in copies if copy["content"][0] == "handed"]
    for sequence, attachments in sorted(named, key=lambda one: one[0]):
        for attachment in attachments:
            path = os.path.join(folder, "attachments", attachment["blake3"].hex())
            if not os.path.lexists(path):
                ledger.fault("V19", sequence, f"{attachment['name']} is missing")
            elif not is_attachment(attachment, path):
                ledger.fault("V20", sequence, f"{attachment['name']} is not what was signed")


def verify(folder, workers, attachments=False, every_snapshot=False):
    ledger, seal = Ledger(), b""
    if os.path.exists(os.path.join(folder, "seal")):
        with open(os.path.join(folder, "seal"), "rb") as file:
            seal = file.read()
    slots = [decode_slot(seal[at:at + 4096]) for at in (0, 4096)]
    sealed = [slot["size"] for slot in slots if isinstance(slot, dict)]
    published = published_checkpoint(folder)
    snapshots = Snapshots.of_ledger(folder, every_snapshot)
    ledger.roots = dict.fromkeys(sealed + ([published["size"]] if published else []) + snapshots.sizes)
    ledger.row_roots = dict.fromkeys(snapshots.sizes)
    entries = envelopes(folder, max(sealed, default=0) or None, ledger.fault)
    ledger.replay(entries, workers)
    ruling, snapshot = hold_seal(ledger, seal, slots, published, snapshots)
    if attachments:
        hold_attachments(folder, ledger)
    code, printed = report(ledger, ruling, snapshot)
    strangers = [name for name in journal_names(folder) if not is_segment(name)]
    return code, printed | ({"passed_over": strangers} if strangers else {})


def report(ledger, ruling, snapshot):
    """The exit code, and what is printed."""
    word, code = verdict(ledger.faults)
    election, size = ledger.election, ledger.tree.size
    findings = Findings(election, size, ledger.arrival) if election else None
    rows = None if ledger.newer else root_of(rows_of(ledger, findings))
    return code, {
        "verdict": word, "events": size, "signatures": ledger.signatures,
        "size": ruling and ruling["size"], "root": ruling and b64encode(ruling["root"]).decode(),
        "fingerprint": ruling and fingerprint(ruling["text"]), "head": ledger.head.hex(),
        "rows": rows and b64encode(rows).decode(), "snapshot": snapshot,
        "totals": totals(election, size) if election else {},
        "findings": findings.by_code() if findings else {}, "s1_cells": findings.s1_cells() if findings else {},
        "faults": ledger.faults} | ({"clock_jumps": ledger.jumps} if ledger.jumps else {})


# What verifies the files that prove something by themselves, by their first line.
FORMS = {HEAD[0]: verify_proof, EVIDENCE["two"][0]: verify_two_snapshots, EVIDENCE["fold"][0]: verify_fold,
         EVIDENCE["unnamed"][0]: verify_unnamed}


def verify_file(path, policy):
    """A proof or evidence, under a trust file."""
    data = read(path, EVIDENCE_MAX) or b""
    # In a file that was changed on its way there may be other bytes before and between.
    begins = data[:200].replace(b"\0", b"").decode(errors="replace")
    verifies = next((verifies for head, verifies in FORMS.items() if head in begins), None)
    if verifies is None:
        raise Malformed("neither a ledger's folder nor a file that proves something by itself")
    return verifies(data, policy and Policy(read(policy, POLICY_MAX) or b"", int(time.time())))


def main():
    parser = argparse.ArgumentParser(description="Verifies a ledger's folder, a proof or evidence, from bytes alone.")
    parser.add_argument("ledger", help="the folder that holds journal/ and seal, or a file *.proof or *.evidence")
    parser.add_argument("--workers", type=int, default=os.cpu_count(), help="processes that check signatures")
    parser.add_argument("--attachments", action="store_true", help="hold the files of attachments/ to their digests")
    parser.add_argument("--every-snapshot", action="store_true", help="recompute the rows at every snapshot")
    parser.add_argument("--policy", help="of a file, whom to trust: logs, witnesses, quorum; a proof needs it")
    arguments = parser.parse_args()
    is_file = os.path.isfile(arguments.ledger)
    if arguments.policy and not is_file:
        parser.error("a ledger says itself whose it is: --policy goes with a proof or evidence")
    try:
        code, report = verify_file(arguments.ledger, arguments.policy) if is_file else verify(
            arguments.ledger, arguments.workers, arguments.attachments, arguments.every_snapshot)
    except WithoutPolicy as error:
        parser.error(str(error))
    except (Malformed, NotAPolicy, OSError) as error:
        code, report = 3, {"verdict": "unreadable", "faults": [{"code": "U2", "sequence": None, "says": str(error)}]}
    print(json.dumps(report, indent=1, ensure_ascii=False))
    return code


if __name__ == "__main__":
    sys.exit(main())
