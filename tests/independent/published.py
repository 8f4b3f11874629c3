#!/usr/bin/env python3
"""Verifies a published log, a folder or a tar, from docs/format.md and C2SP tlog-tiles alone.

    python3 tests/independent/published.py folder [--policy policy]

Every tile of hashes is recomputed from the entries and every event replayed, as verify.py does with a journal. It prints the
same JSON object, with the witnesses that count. Exit codes: 0 verified, 1 failed, 2 wrong usage, 3 cannot tell, 4 genuine
but under too few witnesses.
"""

import argparse
import json
import os
import sys
import tarfile
import time

from notes import NOTE_MAX, Malformed, changed_on_its_way, parse_checkpoint
from policy import POLICY_MAX, NotAPolicy, Policy
from receipt import read
from replay import Ledger
from snapshots import Snapshots
from tiles import hold_files, place
from verify import report

CODES = {"forged": "V21", "missing": "V22", "malformed": "V23"}


def verify_published(there, workers, policy=None):
    """The exit code, and what is printed."""
    ledger, checkpoint, witnesses = Ledger(), None, {}
    snapshots = Snapshots(notes=[there.read("snapshot", NOTE_MAX)])
    ledger.roots, ledger.row_roots = dict.fromkeys(snapshots.sizes), dict.fromkeys(snapshots.sizes)

    def fault(wrong, path):
        # Of what stands behind a bundle that is missing, and of what it would change, nothing is said.
        ledger.gap |= wrong == "missing" and path.startswith("tile/entries/")
        ledger.fault(CODES[wrong], says=f"{path} is {wrong}")

    data = there.read("checkpoint", NOTE_MAX)
    try:
        checkpoint = parse_checkpoint(data or b"")
    except Malformed as error:
        changed = data is not None and changed_on_its_way(data, parse_checkpoint)
        ledger.gap = data is None or changed
        ledger.fault("V22" if data is None else "V29" if changed else "V9", says=f"no checkpoint: {error}")
        ledger.replay([], 1)
    if checkpoint:
        ledger.roots[checkpoint["size"]] = None
        hold_files(there, checkpoint["size"], lambda entries: ledger.replay(entries, workers), fault)
        if ledger.tree.size < checkpoint["size"] and not ledger.gap:
            ledger.fault("V2", says=f"{checkpoint['size']} events are claimed, and {ledger.tree.size} can be read")
        ledger.hold_signature(checkpoint)
        ledger.hold_root(checkpoint)
        if policy:
            codes, witnesses = policy.judge(checkpoint)
            for code in dict.fromkeys(codes + numbers(policy, snapshots.notes, checkpoint)):
                ledger.fault(code)
    snapshot = snapshots.hold(ledger, [checkpoint] if checkpoint else [])
    code, printed = report(ledger, checkpoint, snapshot)
    return code, printed | {"witnesses": witnesses}


def numbers(policy, notes, checkpoint):
    """The codes of what a policy says of the snapshot of a checkpoint, where it asks who computed the numbers."""
    if not policy.asks_for_numbers():
        return []
    of_this = [note for note in notes if all(note[key] == checkpoint[key] for key in ("origin", "size", "root"))]
    if not of_this:
        return ["V32"]
    return ["V12" if code == "V8" else code for code in policy.judge_numbers(of_this[0], checkpoint)[0]]


def main():
    parser = argparse.ArgumentParser(description="Verifies a published log, from its bytes alone.")
    parser.add_argument("published", help="the folder that holds checkpoint and tile/, or a tar of it")
    parser.add_argument("--policy", help="a trust file: logs, witnesses, quorum")
    parser.add_argument("--workers", type=int, default=os.cpu_count(), help="processes that check signatures")
    arguments = parser.parse_args()
    try:
        policy = Policy(read(arguments.policy, POLICY_MAX), int(time.time())) if arguments.policy else None
        code, printed = verify_published(place(arguments.published), arguments.workers, policy)
    except (NotAPolicy, OSError, tarfile.TarError) as error:
        code, printed = 3, {"verdict": "unreadable", "faults": [{"code": "U2", "sequence": None, "says": str(error)}]}
    print(json.dumps(printed, indent=1, ensure_ascii=False))
    return code


if __name__ == "__main__":
    sys.exit(main())
