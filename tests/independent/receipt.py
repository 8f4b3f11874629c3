#!/usr/bin/env python3
"""Verifies a receipt under a trust file, from docs/format.md, C2SP tlog-proof and tlog-policy alone.

    python3 tests/independent/receipt.py event.tlog-proof --policy policy

It prints one JSON object. Exit codes: 0 verified, 1 failed, 2 wrong usage, 3 unreadable, 4 genuine, and too few witnesses.
"""

import argparse
import json
import re
import sys
import time
from base64 import b64encode

from ledger_bytes import ENTRY_MAX, open_entry
from notes import Malformed, fingerprint, parse_checkpoint, unbase64
from policy import POLICY_MAX, NotAPolicy, Policy
from tree import leaf_hash, root_by_inclusion
from verdict import verdict

RECEIPT_MAX = 512 * 1024
PROOF_MAX = 63


def parse_receipt(data):
    """(entry or None, index, proof, checkpoint), not checked."""
    head, division, note = data.partition(b"\n\n")
    if len(data) > RECEIPT_MAX or not division:
        raise Malformed("too long, or without an empty line")
    try:
        lines = head.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        raise Malformed("not UTF-8") from None
    if lines.pop(0) != "c2sp.org/tlog-proof@v1":
        raise Malformed("not a receipt")
    entry = None
    if lines and lines[0].startswith("extra "):
        entry = unbase64(lines.pop(0)[6:])
        if not 1 <= len(entry) <= ENTRY_MAX:
            raise Malformed("no entry has that length")
    index = re.fullmatch("index (0|[1-9][0-9]{0,19})", lines.pop(0)) if lines else None
    proof = [unbase64(line) for line in lines]
    if not index or len(proof) > PROOF_MAX or any(len(node) != 32 for node in proof):
        raise Malformed("no index, or no proof")
    checkpoint = parse_checkpoint(note)
    if int(index[1]) >= checkpoint["size"]:
        raise Malformed("outside the tree")
    return entry, int(index[1]), proof, checkpoint


def check_entry(entry, index, proof, checkpoint):
    """The codes of what is wrong with the entry of a receipt, and the entry opened."""
    if entry is None:
        return ["V18"], {}
    led_to = root_by_inclusion(leaf_hash(entry), index, checkpoint["size"], proof)
    codes = [] if led_to == checkpoint["root"] else ["V15"]
    opened = open_entry(entry)
    if "bad" in opened:
        return codes + [opened["bad"]], opened
    codes += [] if opened["sequence"] == index else ["V5"]
    return codes + ([opened["refused"]] if "refused" in opened else []), opened


def verify_receipt(data, policy):
    """The exit code, and what is printed."""
    entry, index, proof, checkpoint = parse_receipt(data)
    codes, witnesses = policy.judge(checkpoint)
    more, opened = check_entry(entry, index, proof, checkpoint)
    faults = [{"code": code, "sequence": index} for code in codes + more]
    word, code = verdict(faults)
    return code, {
        "verdict": word, "sequence": index, "event": opened["hash"].hex() if opened else None,
        "kind": opened.get("kind"), "signatures": opened.get("signatures", 0), "witnesses": witnesses,
        "size": checkpoint["size"], "root": b64encode(checkpoint["root"]).decode(),
        "fingerprint": fingerprint(checkpoint["text"]), "faults": faults}


def judge(receipt, policy, now=None):
    """The same of a receipt's file and a trust file's."""
    try:
        return verify_receipt(read(receipt, RECEIPT_MAX), Policy(read(policy, POLICY_MAX), now))
    except (Malformed, NotAPolicy, OSError) as error:
        return 3, {"verdict": "unreadable", "faults": [{"code": "U2", "sequence": None, "says": str(error)}]}


def read(path, limit):
    with open(path, "rb") as file:
        return file.read(limit + 1)


def main():
    parser = argparse.ArgumentParser(description="Verifies a receipt under a trust file, from its bytes alone.")
    parser.add_argument("receipt", help="the file *.tlog-proof")
    parser.add_argument("--policy", required=True, help="the trust file: logs, witnesses, quorum")
    arguments = parser.parse_args()
    code, report = judge(arguments.receipt, arguments.policy, int(time.time()))
    print(json.dumps(report, indent=1, ensure_ascii=False))
    return code


if __name__ == "__main__":
    sys.exit(main())
