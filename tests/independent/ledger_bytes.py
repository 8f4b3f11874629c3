"""The bytes of a ledger, read from docs/format.md alone: codec, statements, entries, frames, seal."""

import hashlib
import os
import re
import struct
from math import inf

from blake3 import blake3
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from keys import admissible, verifies
from notes import Malformed, parse_checkpoint, verifier_key
from tree import leaf_hash

ENTRY_MAX = 65_535
MILLIS_MAX = 253_402_300_799_999
VARIANTS_MAX = 256
NONE = bytes(32)
SIGNED = b"protokol statement signature v1\n"


class Refused(Exception):
    """Something is not as it must be, under a stable code."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


def require(holds, code):
    if not holds:
        raise Refused(code)


def derive(context, data):
    return blake3(data, derive_key_context=context).digest()


def statement_hash(data):
    return derive("protokol 2026 statement hash v1", data)


def envelope_hash(data):
    return derive("protokol 2026 envelope hash v1", data)


def is_attachment(attachment, path):
    """Whether an ordinary file is an attachment's: its length and both digests."""
    if os.path.islink(path) or not os.path.isfile(path) or os.path.getsize(path) != attachment["bytes"]:
        return False
    with open(path, "rb") as file:
        data = file.read(attachment["bytes"] + 1)
    return (len(data), blake3(data).digest(), hashlib.sha256(data).digest()) == (
        attachment["bytes"], attachment["blake3"], attachment["sha256"])


# ---------------------------------------------------------------------------------------------------- the codec
# A codec is a function from a reader to a value. Every value has one spelling and the readers below accept no other,
# so nothing has to be encoded again to be compared.

class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        end = self.at + count
        if end > len(self.data):
            raise Malformed("cut off")
        taken, self.at = self.data[self.at:end], end
        return taken


def number(size, low=0, high=inf, signed=False):
    def read(reader):
        value = int.from_bytes(reader.take(size), "little", signed=signed)
        if not low <= value <= high:
            raise Malformed("a number out of range")
        return value
    return read


u8, u16, u32, u64 = number(1), number(2), number(4), number(8)
i32 = number(4, -inf, signed=True)
millis, hour, offset = number(8, 0, MILLIS_MAX), number(2, 0, 1440), number(2, -1439, 1439, signed=True)
tag, boolean = number(1, 0, 1), number(1, 0, 1)


def hash32(reader):
    return reader.take(32)


def string(reader):
    try:
        return reader.take(u64(reader)).decode("utf-8")
    except UnicodeDecodeError:
        raise Malformed("not UTF-8") from None


def identifier(limit):
    pattern = re.compile(r"[A-Za-z0-9._-]{1,%d}" % limit)

    def read(reader):
        value = string(reader)
        if not pattern.fullmatch(value):
            raise Malformed("not an id")
        return value
    return read


unit_id, name_id = identifier(32), identifier(64)

REFUSED_RANGES = [
    (0x0000, 0x001F), (0x007F, 0x00A0), (0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160),
    (0x1680, 0x1680), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x2000, 0x200B), (0x200E, 0x200F), (0x2028, 0x202F),
    (0x205F, 0x206F), (0x2800, 0x2800), (0x3000, 0x3000), (0x3164, 0x3164), (0xFDD0, 0xFDEF), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB), (0x13430, 0x1343F), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
] + [(plane << 16 | 0xFFFE, plane << 16 | 0xFFFF) for plane in range(17)]
REFUSED = re.compile("[" + "".join(f"\\U{low:08x}-\\U{high:08x}" for low, high in REFUSED_RANGES) + "]")


def text(reader):
    value = string(reader)
    if len(value.encode()) > 2000 or REFUSED.search(value) or value != value.strip(" "):
        raise Malformed("not a text")
    return value


def day(reader):
    value = string(reader)
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", value)
    if not match:
        raise Malformed("not a day")
    year, month, of_month = map(int, match.groups())
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    lengths = [31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if year < 1 or not 1 <= month <= 12 or not 1 <= of_month <= lengths[month - 1]:
        raise Malformed("not a day")
    return value


def listed(of):
    def read(reader):
        # Every element takes a byte at least, so that a list longer than the bytes soon comes to their end.
        return [of(reader) for _ in range(u64(reader))]
    return read


def optional(of):
    return lambda reader: of(reader) if tag(reader) else None


def pair(first, second):
    return lambda reader: (first(reader), second(reader))


def record(**fields):
    items = list(fields.items())
    return lambda reader: {name: read(reader) for name, read in items}


def variant(*names, **with_data):
    """A choice by a u32: names alone, or names with what follows them. One that is not known a newer version made."""
    choices = [(name, None) for name in names] + list(with_data.items())

    def read(reader):
        chosen = u32(reader)
        if chosen >= VARIANTS_MAX:
            raise Malformed("no choice has so many variants")
        require(chosen < len(choices), "R36")
        name, of = choices[chosen]
        return name if of is None else (name, of(reader))
    return read


def localised(reader):
    entries = listed(pair(string, text))(reader)
    languages = [language for language, _ in entries]
    fits = all(re.fullmatch("[a-z]{2,3}", language) for language in languages)
    if len(entries) > 32 or not fits or not ascending(languages):
        raise Malformed("not translations")
    return entries


def ascending(values):
    return all(a < b for a, b in zip(values, values[1:]))


# ---------------------------------------------------------------------------------------------------- the 25 kinds
decision = record(reference=text, date=optional(day))
contest = record(id=name_id, title=localised, unit=optional(unit_id), polling_day=day)
office = variant("chair", "deputy", "secretary", "member")
member = record(seat=u16, name=text, office=office, nominated_by=text, key=hash32)
commission = record(
    unit=unit_id, tier=name_id, parent=optional(unit_id), name=text, utc_offset=optional(offset), quorum=u16,
    members=listed(member))
paper = record(contest=name_id, unit=unit_id, voting=u16)
figures = record(items=listed(optional(u32)), votes=listed(pair(u16, u32)))
attachment = record(name=text, media=variant("jpeg", "png", "pdf"), bytes=u64, blake3=hash32, sha256=hash32)
protocol = record(
    paper=paper, figures=figures, form_serial=text, completed_at=optional(millis),
    dissent=listed(record(seat=u16, opinion=text)), attachments=listed(attachment))
summary = record(
    contest=name_id, unit=unit_id, totals=record(items=listed(optional(u64)), votes=listed(pair(u16, u64))),
    counters=record(units=u32, received=u32, taken_as_basis=u32, failed=u32, annulled=u32),
    made_at=u64, left_out=listed(unit_id), root=hash32, form_serial=text, completed_at=optional(millis))
operand = variant("votes", item=name_id)
terms = listed(record(coefficient=i32, of=operand))
item = record(
    key=name_id, label=localised, stage=variant("opening", "count"),
    role=optional(variant("electorate", "turnout", "valid", "invalid")), optional=boolean)
check = record(
    code=name_id, left=terms, op=variant("=", "!=", "<=", ">=", "<", ">"), right=terms,
    severity=variant("error", "warning"), says=localised)
ratio = record(of=u16, all=u16)
manifest = record(
    id=name_id, kind=text, title=localised, polling_day=day, utc_offset=offset, authority=text,
    legal_basis=optional(record(reference=text, date=optional(day), signatory=text)), rehearsal=boolean,
    tiers=listed(record(name=name_id, members=u16, quorum=u16, declared=optional(u32))), contests=listed(contest),
    form=record(items=listed(item), checks=listed(check)),
    turnout=record(signers=variant("any_member", "chair_or_secretary", "quorum"), hours=listed(hour)),
    deadlines=listed(record(tier=name_id, hours=u16)), publish_not_before=optional(millis),
    invalidity=optional(record(units=ratio, voters=ratio)), complaint_hours=optional(u16))
handed = record(figures=figures, attachments=listed(attachment))

KINDS = {
    1: ("ElectionCalled", record(
        rules=u16, origin=text, log_key=text, predecessor=optional(record(origin=text, size=u64, root=hash32)),
        manifest=manifest, commission=commission)),
    2: ("ContestCalled", record(decision=decision, contest=contest)),
    3: ("LogKeyRotated", record(old=text, new=text, reason=text)),
    4: ("CommissionFormed", commission),
    5: ("MemberReplaced", record(unit=unit_id, reason=text, member=member)),
    6: ("KeyRevoked", record(unit=unit_id, seat=u16, key=hash32, reason=text)),
    7: ("NominationApproved", record(contest=name_id, nominated_by=text, names=localised, decision=decision)),
    8: ("CandidateRegistered", record(
        contest=name_id, number=u16, nominated_by=text, names=localised, decision=decision)),
    9: ("CandidateWithdrawn", record(contest=name_id, number=u16, reason=text, decision=decision)),
    10: ("ObserverAccredited", record(
        observer=name_id, organisation=text, role=variant("international", "domestic", "agent", "media"),
        scope=unit_id, key=hash32)),
    11: ("AccreditationWithdrawn", record(observer=name_id, reason=text)),
    12: ("OpeningSealed", record(paper=paper, items=listed(optional(u32)))),
    13: ("TurnoutReported", record(paper=paper, as_of=hour, voters=u32, stations=optional(u32))),
    14: ("ProtocolSubmitted", protocol),
    15: ("ProtocolCorrected", record(replaces=hash32, reason=text, decision=decision, protocol=protocol)),
    16: ("ProtocolAnnulled", record(paper=paper, protocol=hash32, reason=text, decision=decision)),
    17: ("VotingFailed", record(paper=paper, reason=text, decision=decision)),
    18: ("RepeatVotingCalled", record(paper=paper, day=day, reason=text, decision=decision)),
    19: ("SummarySubmitted", summary),
    20: ("SummaryCorrected", record(replaces=hash32, reason=text, decision=decision, summary=summary)),
    21: ("CopyFiled", record(paper=paper, content=variant(handed=handed, refused=record(reason=text)))),
    22: ("ComplaintFiled", record(against=hash32, subject=text, text_sha256=hash32)),
    23: ("ComplaintDecided", record(
        complaint=hash32, outcome=variant("upheld", "upheld_in_part", "rejected", "not_heard"),
        reason=text, decision=decision)),
    24: ("ResultCertified", record(contest=name_id, body=text, elected=listed(u16), nobody=boolean, decision=decision)),
    25: ("LedgerClosed", record(decision=decision)),
}


def decode_statement(data):
    """(kind, ledger, body) of a statement's bytes."""
    require(len(data) >= 44, "R35")
    version, kind = struct.unpack_from("<HH", data)
    require(version == 1 and kind in KINDS, "R36")
    reader = Reader(data)
    reader.at = 36
    try:
        millis(reader)
        name, read = KINDS[kind]
        body = read(reader)
    except Malformed:
        raise Refused("R35") from None
    require(reader.at == len(data), "R35")
    return name, data[4:36], body


def enrols(kind, body):
    if kind == "ElectionCalled":
        return [seat["key"] for seat in body["commission"]["members"]]
    if kind == "CommissionFormed":
        return [seat["key"] for seat in body["members"]]
    return {"MemberReplaced": lambda: [body["member"]["key"]], "ObserverAccredited": lambda: [body["key"]]}.get(
        kind, list)()


# ---------------------------------------------------------------------------------------------------- keys
def demonstration_secret(unit, seat):
    return Ed25519PrivateKey.from_private_bytes(
        derive("protokol 2026 demonstration key v1: insecure, for rehearsals only", f"{unit}\n{seat}\n".encode()))


def demonstration(unit, seat):
    return demonstration_secret(unit, seat).public_key().public_bytes_raw()


def log_key(value, origin):
    """The key of a verifier key under the log's own name."""
    parsed = verifier_key(value)
    require(parsed is not None and parsed[:2] == (origin, 1), "R38")
    return parsed[2]


# ---------------------------------------------------------------------------------------------------- one entry
def decode_submission(data):
    """(statement bytes, [(key, signature)]): the layout alone."""
    require(len(data) <= ENTRY_MAX - 48, "R37")
    require(len(data) >= 4, "R35")
    end = 4 + int.from_bytes(data[:4], "little")
    require(len(data) >= end + 2, "R35")
    count = int.from_bytes(data[end:end + 2], "little")
    require(len(data) == end + 2 + 96 * count, "R35")
    pairs = [(data[at:at + 32], data[at + 32:at + 96]) for at in range(end + 2, len(data), 96)]
    require(ascending([key for key, _ in pairs]), "R34")
    return data[4:end], pairs


def open_submission(statement, pairs):
    """(kind, ledger, body): everything that needs no ledger is right."""
    kind, ledger, body = decode_statement(statement)
    message = SIGNED + statement
    require(all(verifies(key, message, signature) for key, signature in pairs), "R33")
    require(all(admissible(key) for key in enrols(kind, body)), "R30")
    return kind, ledger, body


def open_entry(data):
    """All that can be computed from an entry's bytes alone."""
    entry = {"hash": envelope_hash(data), "leaf": leaf_hash(data), "signatures": 0}
    if not 48 <= len(data) <= ENTRY_MAX:
        return entry | {"bad": "V3"}
    sequence, previous, arrival = struct.unpack_from("<Q32sQ", data)
    if arrival > MILLIS_MAX:
        return entry | {"bad": "V3"}
    entry.update(sequence=sequence, previous=previous, arrival=arrival)
    try:
        statement, pairs = decode_submission(data[48:])
        entry.update(signatures=len(pairs), signers=[key for key, _ in pairs], statement=statement_hash(statement))
        entry["kind"], entry["ledger"], entry["body"] = open_submission(statement, pairs)
    except Refused as refused:
        entry["refused"] = refused.code
    return entry


# ---------------------------------------------------------------------------------------------------- frames
def crc_tables():
    first = []
    for byte in range(256):
        for _ in range(8):
            byte = byte >> 1 ^ (0x82F63B78 if byte & 1 else 0)
        first.append(byte)
    tables = [first]
    for _ in range(7):
        tables.append([first[crc & 255] ^ crc >> 8 for crc in tables[-1]])
    return tables


CRC = crc_tables()


def crc32c(*parts):
    """CRC-32C (Castagnoli), reflected, eight bytes at a time."""
    t0, t1, t2, t3, t4, t5, t6, t7 = CRC
    crc = 0xFFFFFFFF
    for part in parts:
        whole = len(part) & ~7
        for (word,) in struct.iter_unpack("<Q", part[:whole]):
            word ^= crc
            crc = (t7[word & 255] ^ t6[word >> 8 & 255] ^ t5[word >> 16 & 255] ^ t4[word >> 24 & 255]
                   ^ t3[word >> 32 & 255] ^ t2[word >> 40 & 255] ^ t1[word >> 48 & 255] ^ t0[word >> 56])
        for byte in part[whole:]:
            crc = t0[(crc ^ byte) & 255] ^ crc >> 8
    return crc ^ 0xFFFFFFFF


def decode_frame(data, at):
    """(first, envelopes, bytes taken, whole) of the frame at an offset, or None where there is none that can be read.
    A frame whose checksum differs is not whole."""
    if data[at:at + 4] != b"PKF1" or len(data) < at + 24:
        return None
    length, first, count, crc = struct.unpack_from("<IQII", data, at + 4)
    end = at + 24 + length
    if length > 256 * (ENTRY_MAX + 2) or not 1 <= count <= 256 or end > len(data):
        return None
    envelopes, place = [], at + 24
    for _ in range(count):
        size = int.from_bytes(data[place:place + 2], "little")
        if place + 2 + size > end:
            return None
        envelopes.append(data[place + 2:place + 2 + size])
        place += 2 + size
    if place != end:
        return None
    return first, envelopes, 24 + length, crc32c(data[at:at + 20], data[at + 24:end]) == crc


def next_frame(data, at):
    """Where to look on after damage at an offset."""
    if at + 8 <= len(data):
        after = at + 24 + int.from_bytes(data[at + 4:at + 8], "little")
        if after == len(data) or after < len(data) and data[after:after + 4] == b"PKF1":
            return after
    found = data.find(b"PKF1", at + 1)
    return len(data) if found < 0 else found


# ---------------------------------------------------------------------------------------------------- the seal
def decode_slot(slot):
    """"empty", "damaged", or the checkpoint in a slot of the seal."""
    if slot == bytes(4096):
        return "empty"
    if len(slot) != 4096 or slot[:4] != b"PKS1":
        return "damaged"
    length, crc = struct.unpack_from("<II", slot, 4)
    if length > 4084 or any(slot[12 + length:]) or crc32c(slot[:8], slot[12:]) != crc:
        return "damaged"
    try:
        return parse_checkpoint(slot[12:12 + length])
    except Malformed:
        return "damaged"
