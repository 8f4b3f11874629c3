#!/usr/bin/env python3
"""Reads tests/vectors: good statements are accepted, bad bytes refused under the code in their first line."""

import sys
from pathlib import Path

from ledger_bytes import Refused, decode_frame, decode_statement, decode_submission, open_entry, open_submission
from replay import decide_founding
from slip import open_slip

VECTORS = Path(__file__).parent.parent / "vectors"


def read(path):
    lines = path.read_text().splitlines()
    head = [line[2:] for line in lines if line.startswith("#")]
    return head[0] if head else None, bytes.fromhex("".join(line for line in lines if not line.startswith("#")))


def read_slip(path):
    """A bad one begins with its verdict; a good one is the file itself."""
    data = path.read_bytes()
    if path.parent.parent.name != "bad":
        return None, data
    head, _, rest = data.partition(b"\n")
    return head[2:].decode(), rest


def judge(sort, data):
    if sort == "frame":
        frame = decode_frame(data, 0)
        return None if frame and frame[3] else "V1"
    if sort == "envelope":
        return open_entry(data).get("bad")
    try:
        if sort == "statement":
            decode_statement(data)
        elif sort == "slip":
            open_slip(data)
        else:
            statement, pairs = decode_submission(data)
            _, ledger, body = open_submission(statement, pairs)
            if sort == "founding":
                decide_founding({"ledger": ledger, "body": body, "signers": [key for key, _ in pairs]})
    except Refused as refused:
        return refused.code
    return None


def main():
    files = [("statement", path) for path in sorted(VECTORS.glob("good/*.hex"))]
    files += [(path.parent.name, path) for path in sorted(VECTORS.glob("bad/*/*.hex"))]
    files += [("slip", path) for path in sorted([*VECTORS.glob("slip/*.slip"), *VECTORS.glob("bad/slip/*.slip")])]
    wrong = 0
    for sort, path in files:
        expected, data = read_slip(path) if sort == "slip" else read(path)
        found = judge(sort, data)
        if found != expected:
            wrong += 1
            print(f"{path.relative_to(VECTORS)}: {found}, and {expected} was expected")
    print(f"{len(files)} vectors, {wrong} judged otherwise")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
