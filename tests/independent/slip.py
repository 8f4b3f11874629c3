"""Enrolment slips (section 15): who a key is of, said under that very key."""

import re

from keys import admissible, verifies
from ledger_bytes import REFUSED, Refused, require
from notes import Malformed, changed_in_lines, unbase64

HEADER = "protokol.slip@v1"
REMARK = "# A member's key, and the proof that its holder has the secret one: `protokol enrol --slips` reads it."
CONTEXT = b"protokol enrolment slip signature v1\n"
SLIP_BYTES_MAX = 2_048
NUMBER = re.compile("0|[1-9][0-9]{0,4}")
LINES = [("election", True), ("unit", True), ("seat", False), ("name", True), ("office", True), ("nominated_by", False),
         ("key", True), ("proof", True)]


def is_text(value):
    return 0 < len(value.encode()) <= 2_000 and not REFUSED.search(value) and value == value.strip(" ")


FITS = {
    "election": lambda value: re.fullmatch(r"[A-Za-z0-9._-]{1,64}", value),
    "unit": lambda value: re.fullmatch(r"[A-Za-z0-9._-]{1,32}", value),
    "seat": lambda value: NUMBER.fullmatch(value) and int(value) < 1 << 16,
    "name": is_text,
    "office": lambda value: value in ("chair", "deputy", "secretary", "member"),
    "nominated_by": is_text,
    "key": lambda value: re.fullmatch("[0-9a-f]{64}", value),
    "proof": lambda value: len(unbase64(value)) == 64,
}


def parse(data):
    """The values of a slip by the names of their lines."""
    try:
        lines = data.decode().split("\n")
    except UnicodeDecodeError:
        raise Malformed("not UTF-8") from None
    if len(data) > SLIP_BYTES_MAX or lines[0] != HEADER or lines[1:2] != [REMARK] or lines.pop() != "":
        raise Malformed("not a slip")
    lines, said = lines[2:], {}
    for name, must in LINES:
        if lines and lines[0].split(" ")[0] == name:
            value = lines.pop(0).removeprefix(name + " ")
            if not FITS[name](value):
                raise Malformed(name)
            said[name] = value
        elif must:
            raise Malformed(name)
    if lines:
        raise Malformed("something stands behind the proof")
    return said


def open_slip(data):
    """The same, proved."""
    header = data.split(b"\n")[0].decode("utf-8", "replace")
    version = header.removeprefix("protokol.slip@v")
    require(version == header or not re.fullmatch("[1-9][0-9]*", version) or version == "1", "R36")
    try:
        said = parse(data)
    except Malformed:
        raise Refused("V29" if changed_in_lines(data, parse) else "U3") from None
    key = bytes.fromhex(said["key"])
    require(admissible(key), "R30")
    above = data[:data.rindex(b"proof ")]
    require(verifies(key, CONTEXT + above, unbase64(said["proof"])), "R33")
    return said
