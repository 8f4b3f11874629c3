"""Signed notes, verifier keys, checkpoints and cosignatures: C2SP signed-note, tlog-checkpoint and tlog-cosignature."""

import base64
import hashlib
import re

from keys import admissible, verifies
from tree import Tree


class Malformed(Exception):
    """Bytes that are not a value in its only spelling."""


NOTE_MAX = 256 * 1024
# How lines of two words begin in texts around notes.
NO_NAMES = set(
    "= all checkpoint event extra grown hash index log new node none old one other proof root row snapshot".split())
WHITE_SPACE = set("\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000") | {chr(c) for c in range(0x2000, 0x200B)}


def unbase64(value):
    """The bytes of standard base64 in its one spelling."""
    try:
        data = base64.b64decode(value, validate=True)
    except ValueError:
        raise Malformed("not base64") from None
    if base64.b64encode(data).decode() != value:
        raise Malformed("a second spelling of base64")
    return data


def is_name(name):
    return name != "" and not any(c in WHITE_SPACE or c < " " or c == "+" for c in name)


def key_id(name, kind, key):
    return hashlib.sha256(name.encode() + b"\n" + bytes([kind]) + key).digest()[:4]


def verifier_key(value):
    """(name, type, key) of a C2SP verifier key, or None."""
    name, _, rest = value.partition("+")
    stated, _, material = rest.partition("+")
    try:
        data = unbase64(material)
    except Malformed:
        return None
    if not is_name(name) or len(data) != 33 or data[0] not in (1, 4) or not admissible(data[1:]):
        return None
    return (name, data[0], data[1:]) if key_id(name, data[0], data[1:]).hex() == stated else None


def changed_in_lines(data, reads):
    """The same of a text without signed notes: no dash can be lost in it."""
    return changed_on_its_way(data, reads, lambda line: line)


def changed_on_its_way(data, reads, each=None):
    """Whether a text that cannot be read was changed by a mail, FTP or office program: it can be once that is undone."""
    each = each or with_dash
    if len(data) > 2 * 1024 * 1024:
        return False
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8")):
        if data.startswith(mark):
            body = data[len(mark):]
            text = body[:len(body) // 2 * 2 if encoding != "utf-8" else None].decode(encoding, "replace")
            break
    else:
        text = data.decode("utf-8", "replace")
    text = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n").rstrip("\n ")
    undone = "".join(each(line) + "\n" for line in text.split("\n")).encode()
    if undone == data:
        return False
    try:
        reads(undone)
    except Malformed:
        return False
    return True


def with_dash(line):
    """A signature line with its em dash, where another sign stands before the name, or nothing."""
    words = [word for word in re.split("[ \t\n\f\r]+", line) if word]
    lost = len(words) == 2 and words[0] not in NO_NAMES and not line.startswith("  ")
    other = len(words) == 3 and words[0] != "—" and (
        words[0] in ("=E2=80=94", "&mdash;", "&#8212;") or not re.search("[0-9A-Za-z]", words[0]))
    try:
        return "— " + " ".join(words[-2:]) if (lost or other) and len(unbase64(words[-1])) > 4 else line
    except Malformed:
        return line


def parse_note(data):
    """(text, [(name, key id, signature)]) of a signed note."""
    try:
        whole = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Malformed("not UTF-8") from None
    division = whole.rfind("\n\n")
    if len(data) > NOTE_MAX or division < 0 or not whole.endswith("\n") or division + 2 >= len(whole):
        raise Malformed("not a note")
    body, signatures = whole[:division + 1], []
    for line in whole[division + 2:-1].split("\n"):
        match = re.fullmatch("— ([^ ]+) ([^ ]+)", line)
        blob = unbase64(match[2]) if match and is_name(match[1]) else b""
        if len(blob) < 5:
            raise Malformed("not a signature line")
        signatures.append((match[1], blob[:4], blob[4:]))
    if len(signatures) > 100 or any(c < " " and c != "\n" for c in body):
        raise Malformed("not a note")
    return body, signatures


def is_origin(value):
    return 1 <= len(value) <= 255 and all("!" <= c <= "~" and c != "+" for c in value) and "://" not in value


def parse_checkpoint(data):
    """A signed checkpoint, not checked."""
    body, signatures = parse_note(data)
    lines = body[:-1].split("\n")
    if len(lines) != 3 or not is_origin(lines[0]) or not re.fullmatch("0|[1-9][0-9]{0,19}", lines[1]):
        raise Malformed("not a checkpoint")
    size, root = int(lines[1]), unbase64(lines[2])
    if size >= 2**64 or len(root) != 32 or size == 0 and root != Tree().root():
        raise Malformed("not a checkpoint")
    return {"text": body, "origin": lines[0], "size": size, "root": root, "signatures": signatures}


def signatures_of(checkpoint, name, of_key):
    """What stands under a name and key id."""
    return [blob for found, found_id, blob in checkpoint["signatures"] if (found, found_id) == (name, of_key)]


def signed_by(checkpoint, name, key):
    """Whether the log with this key signed, and under its name and key id nothing else stands."""
    mine, message = signatures_of(checkpoint, name, key_id(name, 1, key)), checkpoint["text"].encode()
    return checkpoint["origin"] == name and mine != [] and all(len(s) == 64 and verifies(key, message, s) for s in mine)


def cosignatures(checkpoint, name, key):
    """The times at which the witness with this key says that it cosigned; None if it did not say so."""
    times = []
    for blob in signatures_of(checkpoint, name, key_id(name, 4, key)):
        time = int.from_bytes(blob[:8], "big")
        if len(blob) != 72 or time >= 2**63 or not verifies(key, cosigned_text(checkpoint["text"], time), blob[8:]):
            return None
        times.append(time)
    return times


def cosigned_text(text, time):
    return f"cosignature/v1\ntime {time}\n{text}".encode()


def fingerprint(body):
    digits = hashlib.sha256(body.encode()).hexdigest()
    return " ".join(digits[at:at + 4] for at in range(0, 64, 4))
