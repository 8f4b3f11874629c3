#!/usr/bin/env python3
"""Sees that crimes against published logs, receipts and trust files are noticed: on the worked example of docs/format.md,
on logs of many sizes and, given one, on a published ledger, which is held against the oracle too.

usage: check_published.py [PUBLISHED EXPECTED_JSON FINGERPRINT]
"""

import collections
import json
import os
import pathlib
import subprocess
import sys
import tarfile
import tempfile

import lab
from check import expect, hold_oracle
from lab import LOG, Altered, witness
from notes import NOTE_MAX, Malformed, parse_checkpoint
from policy import NotAPolicy, Policy
from published import verify_published
from receipt import verify_receipt
from tiles import (
    ENTRY_MAX, WIDTH, Folder, hold_files, parse_path, split_bundle, split_hashes, tile_path, tiles_of)
from tree import Tree, leaf_hash

HERE = pathlib.Path(__file__).parent
TRUST = f"log {LOG.vkey(1)}\n"


# ------------------------------------------------------------------------------------------------ tiles and bundles
def found(there):
    """What is wrong with the files of a published log, as its entries alone tell."""
    checkpoint, wrongs = parse_checkpoint(there.read("checkpoint", NOTE_MAX)), []
    leaves = hold_files(there, checkpoint["size"], collections.deque(maxlen=0).extend,
                        lambda wrong, path: wrongs.append(f"{wrong}: {path}"))
    if len(leaves) == checkpoint["size"] and Tree(leaves).root() != checkpoint["root"]:
        wrongs.append("other root")
    return sorted(wrongs)


class Crimes:
    """What can be done to the files of a log of more than two full bundles and a partial one: for each crime the files
    that change, and what is found."""

    def __init__(self, there):
        self.there = there
        self.size = parse_checkpoint(there.read("checkpoint", NOTE_MAX))["size"]

    def read(self, path):
        return self.there.read(path, WIDTH * (ENTRY_MAX + 2))

    def flipped(self, path, at):
        data = bytearray(self.read(path))
        data[at] ^= 1
        return {path: bytes(data)}

    def above(self, *bundles, below=0):
        """The tiles that hold the hashes of these full bundles, from a level on."""
        tiles, level, hashes = set(), 0, self.size
        while hashes:
            of_level = [tile_path(*tile) for tile in tiles_of(level, hashes)]
            tiles |= {of_level[at >> 8 * level] for at in bundles if level >= below}
            level, hashes = level + 1, hashes // WIDTH
        return [f"forged: {path}" for path in sorted(tiles)]

    def all(self):
        yield "nothing", {}, []
        yield from self.against_tiles()
        yield from self.against_bundles()
        yield from self.left_behind()
        other_root = lab.text_of(self.size, bytes(32))
        yield "another root", {"checkpoint": f"{other_root}\n{LOG.sign(other_root)}".encode()}, ["other root"]

    def against_tiles(self):
        *_, last = tiles_of(0, self.size)
        partial, first = tile_path(*last), "tile/0/000"
        over_it = self.above(0, below=1)[0].removeprefix("forged: ")
        for path in (first, "tile/0/001", partial, over_it):
            yield f"a forged {path}", self.flipped(path, 0), [f"forged: {path}"]
            yield f"a forged end of {path}", self.flipped(path, -1), [f"forged: {path}"]
            yield f"{path} missing", {path: None}, [f"missing: {path}"]
            data, wrong = self.read(path), [f"forged: {path}"]
            yield f"{path} a hash too short", {path: data[:-32]}, wrong
            yield f"{path} a hash too long", {path: data + data[:32]}, wrong
            yield f"{path} a byte too short", {path: data[:-1]}, wrong
            yield f"{path} a byte too long", {path: data + b"\0"}, wrong
            yield f"{path} empty", {path: b""}, wrong
        agreeing = self.flipped(first, 40)
        parent = Tree(split_hashes(agreeing[first], WIDTH)).root() + self.read(over_it)[32:]
        yield "a tile and its parent, forged to agree", agreeing | {over_it: parent}, [
            f"forged: {first}", f"forged: {over_it}"]
        data = self.read(partial)
        for width, hashes in ((last[2] - 1, data[:-32]), (last[2] + 1, data + data[:32])):
            other = tile_path(0, last[1], width)
            # A narrower one is an earlier size's, true as far as it goes; a wider one is of a tree that is not there.
            yield f"{other} instead of {partial}", {partial: None, other: hashes}, [f"missing: {partial}"]

    def against_bundles(self):
        *_, last = tiles_of("entries", self.size)
        first, second, partial = "tile/entries/000", "tile/entries/001", tile_path(*last)
        swapped = {first: self.read(second), second: self.read(first)}
        yield "two bundles swapped", swapped, self.above(0, 1) + ["other root"]
        tiles = {"tile/0/000": self.read("tile/0/001"), "tile/0/001": self.read("tile/0/000")}
        yield "two bundles swapped with their tiles", swapped | tiles, self.above(0, 1, below=1) + ["other root"]
        yield "an altered entry", self.flipped(first, 2), self.above(0) + ["other root"]
        yield "an altered last entry", self.flipped(partial, -1), [f"forged: {tile_path(0, *last[1:])}", "other root"]
        for path, width in ((first, WIDTH), (second, WIDTH), (partial, last[2])):
            data = self.read(path)
            entries = split_bundle(data, width)
            yield f"{path} missing", {path: None}, [f"missing: {path}"]
            for what, forged in (
                    ("a byte too short", data[:-1]), ("a byte too long", data + b"\0"), ("empty", b""),
                    ("an entry too short", lab.bundle(entries[:-1])), ("an entry too long", data + lab.bundle(entries[:1])),
                    ("with an empty entry behind", data + b"\0\0"),
                    ("with lengths in the other order", b"".join(
                        len(entry).to_bytes(2, "little") + entry for entry in entries))):
                yield f"{path} {what}", {path: forged}, [f"malformed: {path}"]

    def left_behind(self):
        """Partial files of earlier sizes, which may stay, and are never rewritten."""
        for full in ("tile/0/001", "tile/entries/001"):
            kind, index, _ = parse_path(full)
            earlier = tile_path(kind, index, 7)
            data = self.read(full)
            data = data[:7 * 32] if kind == 0 else lab.bundle(split_bundle(data, WIDTH)[:7])
            yield f"an earlier {earlier}", {earlier: data}, []
            yield f"a forged {earlier}", {earlier: data[:-1] + bytes([data[-1] ^ 1])}, [f"forged: {earlier}"]
            yield f"{earlier} too long", {earlier: data + data}, [f"{'forged' if kind == 0 else 'malformed'}: {earlier}"]


def check_crimes(name, there):
    for crime, changes, wrong in Crimes(there).all():
        expect(f"{name}: {crime}", found(Altered(there, changes)), sorted(wrong))


def check_sizes():
    """Every size around full tiles, of the first level and of the second."""
    for size in (1, 2, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537):
        expect(f"a log of {size}", found(lab.published(nothings(size))), [])
    paths = {0: "000", 7: "007", 999: "999", 1000: "x001/000", 1_234_067: "x001/x234/067"}
    expect("paths", [tile_path(0, index, WIDTH) for index in paths], [f"tile/0/{path}" for path in paths.values()])
    for path in ("tile/0/7", "tile/00/007", "tile/64/000", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/07",
                 "tile/0/x000/007", "tile/0/001/000", "tile/8/0/000", "tile/0/x001", "tile/data/000", "tile/0/000\n"):
        expect(f"no path: {path!r}", parse_path(path), None)


def check_grown():
    """A log that grew since the checkpoint was read: the partial files of that size are gone, and full ones came."""
    there = lab.published(nothings(600), 500)
    expect("grown: full files for partial ones", found(there), [])
    data = there["tile/0/001"]
    for crime, at, wrong in (("within", 243, ["forged: tile/0/001.p/244"]), ("beyond", 244, [])):
        forged = data[:32 * at] + bytes(32) + data[32 * (at + 1):]
        expect(f"grown: forged {crime} the checkpoint", found(Altered(there, {"tile/0/001": forged})), wrong)
    expect("grown: full bundle cut", found(Altered(there, {"tile/entries/001": there["tile/entries/001"][:-1]})),
           ["malformed: tile/entries/001"])


def nothings(size):
    return [b"%d" % number for number in range(size)]


# ------------------------------------------------------------------------------------ checkpoints and the whole ledger
def check_example():
    entries = lab.example()
    honest = lab.published(entries)
    expect("the worked example's checkpoint", honest["checkpoint"].decode(), lab.block("note checkpoint 4"))
    text, root = honest["checkpoint"].decode().partition("\n\n")[0] + "\n", bytes(range(32))
    other, same = lab.text_of(4, root), lab.text_of(3, lab_root(4))
    stranger = lab.Signer(lab.ORIGIN, witness(9).secret)
    signature = LOG.sign(text)
    flipped = lab.LOG.line(1, bytes(64))

    def codes(changes):
        code, report = verify_published(Altered(honest, changes), 1)
        return code, sorted({fault["code"] for fault in report["faults"]})

    def note(text, *lines):
        return {"checkpoint": (text + "\n" + "".join(lines)).encode()}
    for crime, changes, wanted in (
            ("nothing", {}, (0, [])),
            ("a stranger's line below", note(text, signature, stranger.sign(text), witness(3).cosign(text, 5)), (0, [])),
            ("no checkpoint", {"checkpoint": None}, (4, ["V22"])),
            ("carriage returns", note(text.replace("\n", "\r\n"), signature), (3, ["V29"])),
            ("a byte order mark", note("\ufeff" + text, signature), (3, ["V29"])),
            ("UTF-16", {"checkpoint": (text + "\n" + signature).encode("utf-16")}, (3, ["V29"])),
            ("a hyphen for the em dash", note(text, signature.replace("—", "-")), (3, ["V29"])),
            ("its last line end lost", note(text, signature.rstrip("\n")), (3, ["V29"])),
            ("a line of extension", note(text + "more\n", LOG.sign(text + "more\n")), (1, ["V18", "V9"])),
            ("a second spelling of the size", note(text.replace("\n4\n", "\n04\n"), signature), (1, ["V18", "V9"])),
            ("signed by a stranger", note(text, stranger.sign(text)), (1, ["V8"])),
            ("a forged signature beside the log's", note(text, signature, flipped), (1, ["V8"])),
            ("another root, signed", note(other, LOG.sign(other)), (1, ["V7"])),
            ("an earlier size", lab.published(entries[:3]), (0, [])),
            ("an earlier size with this root", lab.published(entries[:3]) | note(same, LOG.sign(same)), (1, ["V7"])),
            ("a larger size", note(lab.text_of(5, root), LOG.sign(lab.text_of(5, root))), (4, ["V22"])),
            ("a forged tile", {"tile/0/000.p/4": bytes(128)}, (1, ["V21"])),
            ("a missing bundle", {"tile/entries/000.p/4": None}, (4, ["V22"])),
            ("events in another order", {"tile/entries/000.p/4": lab.bundle(entries[:2] + entries[:1:-1])},
             (1, ["R18", "V21", "V4", "V5", "V6", "V7"]))):
        expect(f"example: {crime}", codes(changes), wanted)


def check_numbers():
    """A published log under a policy that asks who computed the numbers."""
    honest, snapshot = lab.published(lab.example()), lab.block("note snapshot 4")
    text = snapshot.partition("\n\n")[0] + "\n"
    who = lab.Signer("witness.example/w5/recomputed", witness(5).secret)
    policy = f"{TRUST}witness r {who.vkey(4)}\nquorum none\n"
    beside = {"snapshot": (snapshot + who.cosign(text, 5)).encode()}
    forged = {"snapshot": (snapshot + who.cosign(text.replace("\n4\n", "\n5\n"), 5)).encode()}
    for what, changes, tail, wanted in (
            ("none asked for", {}, "", (0, [])),
            ("no line that asks", {"snapshot": snapshot.encode()}, "numbers none\n", (0, [])),
            ("one who recomputed", beside, "numbers r\n", (0, [])),
            ("nobody who recomputed", {"snapshot": snapshot.encode()}, "numbers r\n", (4, ["V32"])),
            ("no snapshot", {}, "numbers r\n", (4, ["V32"])),
            ("a cut snapshot", {"snapshot": beside["snapshot"][:-40]}, "numbers r\n", (4, ["V22", "V32"])),
            ("an empty snapshot", {"snapshot": b""}, "", (4, ["V22"])),
            ("a forged cosignature", forged, "numbers r\n", (1, ["V12"]))):
        code, printed = verify_published(Altered(honest, changes), 1, Policy((policy + tail).encode()))
        expect(f"numbers: {what}", (code, sorted({fault["code"] for fault in printed["faults"]})), wanted)


def lab_root(size):
    return Tree(map(leaf_hash, lab.example()[:size])).root()


# ------------------------------------------------------------------------------------------------------ trust files
WITNESSES = {name: witness(number) for number, name in enumerate("abcd", 1)}
NAMED = "".join(f"witness {name} {who.vkey(4)}\n" for name, who in WITNESSES.items())
TWO_OF_THREE, NESTED = "group g 2 a b c\nquorum g\n", "group g 2 a b c\ngroup h all g d\nquorum h\n"


def check_policies():
    text = lab.text_of(4, lab_root(4))
    signature = LOG.sign(text)

    def judged(policy, *lines, now=None):
        return Policy(policy.encode(), now).judge(parse_checkpoint(f"{text}\n{signature}{''.join(lines)}".encode()))

    for tail, cosigned, wanted in (
            ("quorum none\n", "", []), ("quorum none\n", "ab", []), ("quorum a\n", "a", []), ("quorum a\n", "bcd", ["V13"]),
            ("group g any a b\nquorum g\n", "b", []), ("group g any a b\nquorum g\n", "cd", ["V13"]),
            ("group g all a b\nquorum g\n", "ab", []), ("group g all a b\nquorum g\n", "a", ["V13"]),
            (TWO_OF_THREE, "ac", []), (TWO_OF_THREE, "c", ["V13"]), (TWO_OF_THREE, "cd", ["V13"]),
            (NESTED, "abd", []), (NESTED, "bcd", []), (NESTED, "abc", ["V13"]), (NESTED, "ad", ["V13"])):
        lines = [WITNESSES[name].cosign(text, 1_700_000_000) for name in cosigned]
        witnesses = dict.fromkeys(cosigned, 1_700_000_000)
        expect(f"{cosigned or 'nobody'} under {tail!r}", judged(TRUST + NAMED + tail, *lines), (wanted, witnesses))

    a, b = WITNESSES["a"], WITNESSES["b"]
    other = text.replace("4", "5", 1)
    time, signed = (5).to_bytes(8, "big"), a.secret.sign(lab.cosigned_text(text, 5))
    for crime, line, wanted in (
            ("of another checkpoint", a.cosign(other, 5), ["V12"]),
            ("by another key", a.line(4, time + b.secret.sign(lab.cosigned_text(text, 5))), ["V12"]),
            ("at another time", a.line(4, (6).to_bytes(8, "big") + signed), ["V12"]),
            ("without a time", a.line(4, signed), ["V12"]),
            ("at a time out of range", a.cosign(text, 2**63), ["V12"]),
            ("a byte too long", a.line(4, time + signed + b"\0"), ["V12"]),
            ("as a log signs", a.sign(text), ["V13"]),
            ("under another's name", lab.Signer(b.name, a.secret).cosign(text, 5), ["V13"])):
        expect(f"a cosignature {crime}", judged(TRUST + NAMED + "quorum a\n", line), (wanted, {}))
    expect("a true cosignature and a forged one", judged(TRUST + NAMED + "quorum a\n", a.cosign(text, 5), a.cosign(other, 6)),
           (["V12"], {}))
    expect("the later of two times", judged(TRUST + NAMED + "quorum a\n", a.cosign(text, 7), a.cosign(text, 6)),
           ([], {"a": 7}))
    for ahead, times, wanted in ((300, [1300], ([], {"a": 1300})), (301, [1301], (["V13"], {})),
                                 (301, [1301, 900], ([], {"a": 900}))):
        lines = [a.cosign(text, time) for time in times]
        expect(f"a time {ahead} s ahead, {len(times)} of them", judged(TRUST + NAMED + "quorum a\n", *lines, now=1000), wanted)
    for crime, logs in (("no log", ""), ("another log", f"log {lab.Signer('other.example', LOG.secret).vkey(1)}\n"),
                        ("another key of the log", f"log {lab.Signer(lab.ORIGIN, a.secret).vkey(1)}\n")):
        expect(f"a trust file with {crime}", judged(logs + "quorum none\n"), (["V12"], {}))
    rotated = f"log {lab.Signer(lab.ORIGIN, b.secret).vkey(1)}\n" + TRUST
    expect("a log with two keys", judged(rotated + "quorum none\n"), ([], {}))
    check_malformed_policies()


def check_malformed_policies():
    a = WITNESSES["a"]
    again = f"witness z {lab.Signer('other.example', a.secret).vkey(1)}\n"
    for tail in (
            "", "quorum a", "quorum\n", "quorum a b\n", "quorum z\n", "quorum a\nquorum a\n", "quorum a # why\n", "quorum a\r\n",
            "Quorum a\n", "group g any z\nquorum g\n", "group g any g\nquorum g\n", "group g any none\nquorum g\n",
            "group g any\nquorum g\n", "group g 0 a\nquorum g\n", "group g 01 a\nquorum g\n", "group g 2 a\nquorum g\n",
            "group g +1 a\nquorum g\n", "group g ALL a\nquorum g\n", "group g any a a\nquorum g\n", "group a any b\nquorum a\n",
            "group none any b\nquorum none\n", "group g any a\ngroup h any a\nquorum g\n", again + "quorum a\n",
            "witness a key\nquorum a\n", f"witness z {LOG.vkey(4)}\nquorum z\n",
            f"log {lab.Signer('other.example', a.secret).vkey(1)}\nquorum a\n", "log key\nquorum a\n", TRUST + "quorum a\n", f"log {a.vkey(4)}\nquorum a\n",
            "# \x7f\nquorum a\n", "#" * 65_536 + "\nquorum a\n"):
        expect(f"no trust file: {tail[:60]!r}", refused(Policy, (TRUST + NAMED + tail).encode()), True)
    spaced = f"\n \t# a comment\n\tlog  {LOG.vkey(1)}\t https://log.example/ \n  quorum\tnone\t\n"
    expect("a trust file with white space", refused(Policy, spaced.encode()), False)


def refused(read, *arguments):
    try:
        read(*arguments)
    except (Malformed, NotAPolicy):
        return True
    return False


# --------------------------------------------------------------------------------------------------------- receipts
def check_receipts():
    entries = lab.example()
    leaves = [leaf_hash(entry) for entry in entries]
    proof, note = lab.inclusion(leaves, 3), lab.block("note checkpoint 4")
    text = note.partition("\n\n")[0] + "\n"
    bare, quorum = (Policy((TRUST + NAMED + tail).encode()) for tail in ("quorum none\n", TWO_OF_THREE))
    honest = lab.receipt(entries[3], 3, proof, note)
    expect("the worked example's receipt", honest.decode(), lab.block("text receipt"))

    def codes(data, policy=bare):
        code, report = verify_receipt(data, policy)
        return code, [fault["code"] for fault in report["faults"]]

    def altered(data, at=-1):
        return data[:at] + bytes([data[at] ^ 1]) + data[at:][1:]
    cosigned = note + witness(1).cosign(text, 7) + witness(3).cosign(text, 8)
    forged = cosigned + witness(2).cosign(lab.text_of(4, bytes(32)), 9)
    other_root = lab.text_of(4, bytes(32))
    for crime, data, policy, wanted in (
            ("nothing", honest, bare, (0, [])),
            ("enough witnesses", lab.receipt(entries[3], 3, proof, cosigned), quorum, (0, [])),
            ("too few witnesses", lab.receipt(entries[3], 3, proof, note + witness(1).cosign(text, 7)), quorum, (4, ["V13"])),
            ("a forged cosignature", lab.receipt(entries[3], 3, proof, forged), quorum, (1, ["V12"])),
            ("another entry", lab.receipt(entries[2], 3, proof, note), bare, (1, ["V15", "V5"])),
            ("another entry's receipt", lab.receipt(entries[2], 2, proof, note), bare, (1, ["V15"])),
            ("an altered entry", lab.receipt(altered(entries[3]), 3, proof, note), bare, (1, ["V15", "R33"])),
            ("another index", lab.receipt(entries[3], 1, proof, note), bare, (1, ["V15", "V5"])),
            ("an altered proof", lab.receipt(entries[3], 3, [altered(proof[0]), proof[1]], note), bare, (1, ["V15"])),
            ("a truncated proof", lab.receipt(entries[3], 3, proof[:1], note), bare, (1, ["V15"])),
            ("an over-long proof", lab.receipt(entries[3], 3, proof + proof[:1], note), bare, (1, ["V15"])),
            ("a proof in the other order", lab.receipt(entries[3], 3, proof[::-1], note), bare, (1, ["V15"])),
            ("another root", lab.receipt(entries[3], 3, proof, f"{other_root}\n{LOG.sign(other_root)}"), bare, (1, ["V15"])),
            ("an altered signature", lab.receipt(entries[3], 3, proof, f"{text}\n{LOG.line(1, bytes(64))}"), bare,
             (1, ["V12"])),
            ("no entry", b"\n".join(line for line in honest.split(b"\n") if not line.startswith(b"extra")), bare, (1, ["V18"]))):
        expect(f"a receipt with {crime}", codes(data, policy), wanted)
    for crime, old, new in (
            ("another version", b"@v1", b"@v2"), ("carriage returns", b"\n", b"\r\n"), ("no empty line", b"\n\n", b"\n"),
            ("two empty lines", b"\n\n", b"\n\n\n"), ("a second spelling of the index", b"index 3", b"index 03"),
            ("an index beyond the tree", b"index 3", b"index 4"), ("a short hash", b"BBSBU+FtDqX3M=", b"BBSBU+FtDqU="),
            ("a second spelling of a hash", b"BBSBU+FtDqX3M=", b"BBSBU+FtDqX3N="), ("an extra without bytes", b"extra ", b"extra"),
            ("two indexes", b"index 3\n", b"index 3\nindex 3\n"), ("a checkpoint that is cut", b"RShgM=\n", b"RShgM=")):
        data = honest.replace(old, new)
        if crime == "a short hash":
            data = honest.replace(lab.base64(proof[0]).encode(), lab.base64(proof[0][:31]).encode())
        if crime == "a second spelling of a hash":
            data = honest.replace(lab.base64(proof[0]).encode(), lab.base64(proof[0]).encode().replace(b"M=", b"N="))
        expect(f"a receipt with {crime} is none", (data != honest, refused(verify_receipt, data, bare)), (True, True))


# ------------------------------------------------------------------------------------------------- the programs
def run(program, *arguments):
    done = subprocess.run([sys.executable, HERE / program, *arguments], capture_output=True, text=True)
    return done.returncode, json.loads(done.stdout)


def check_programs():
    """From the command line: a folder and a tar of the worked example, and its receipt."""
    with tempfile.TemporaryDirectory() as scratch:
        folder, files = pathlib.Path(scratch), lab.published(lab.example())
        files["policy"] = (TRUST + NAMED + "quorum a\n").encode()
        files["event.tlog-proof"] = lab.block("text receipt").encode()
        for path, data in files.items():
            (folder / "log" / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / "log" / path).write_bytes(data)
        for name, members in (("log.tar", sorted(files)), ("twice.tar", ["checkpoint", *files])):
            with tarfile.open(folder / name, "w", format=tarfile.USTAR_FORMAT) as tar:
                for path in members:
                    tar.add(folder / "log" / path, path)
        check_tars(folder, sorted(files))
        for program, arguments, wanted in (
                ("published.py", ["log"], (0, "verified")), ("published.py", ["log.tar"], (0, "verified")),
                ("published.py", ["log", "--policy", folder / "log/policy"], (4, "insufficient")),
                ("published.py", ["twice.tar"], (3, "unreadable")), ("published.py", ["nothing"], (3, "unreadable")),
                ("receipt.py", ["log/event.tlog-proof", "--policy", folder / "log/policy"], (4, "insufficient")),
                ("receipt.py", ["log/policy", "--policy", folder / "log/policy"], (3, "unreadable"))):
            code, report = run(program, folder / arguments[0], *arguments[1:])
            expect(f"{program} {arguments[0]}", (code, report["verdict"]), wanted)
        os.remove(folder / "log/tile/0/000.p/4")
        code, report = run("published.py", folder / "log")
        expect("published.py without a tile", (code, report["verdict"]), (4, "insufficient"))


def check_tars(folder, files):
    """Entries that programs differ on, before those of an honest log."""
    for wanted, kind, name in (
            ((3, "unreadable"), tarfile.SYMTYPE, "checkpoint"), ((3, "unreadable"), tarfile.LNKTYPE, "other"),
            ((3, "unreadable"), tarfile.CHRTYPE, "null"), ((3, "unreadable"), tarfile.CONTTYPE, "contiguous"),
            ((3, "unreadable"), tarfile.REGTYPE, ".//checkpoint"), ((3, "unreadable"), tarfile.REGTYPE, "a/../checkpoint"),
            ((3, "unreadable"), tarfile.REGTYPE, "./checkpoint"), ((3, "unreadable"), tarfile.REGTYPE, "/checkpoint"),
            ((3, "unreadable"), tarfile.REGTYPE, "a\\b"), ((3, "unreadable"), tarfile.REGTYPE, "a\nb"),
            ((3, "unreadable"), tarfile.REGTYPE, "tile"), ((3, "unreadable"), tarfile.DIRTYPE, "checkpoint"),
            ((0, "verified"), tarfile.DIRTYPE, "./"), ((0, "verified"), tarfile.REGTYPE, "./read.me")):
        with tarfile.open(folder / "odd.tar", "w", format=tarfile.USTAR_FORMAT) as tar:
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, "manifest.toml"
            tar.addfile(entry)
            for path in files:
                tar.add(folder / "log" / path, path)
        code, report = run("published.py", folder / "odd.tar")
        expect(f"a tar with {name!r} of kind {kind}", (code, report["verdict"]), wanted)


def check_published(folder, oracle_file, fingerprint):
    """A published ledger at its full size: honest as it is, and then every crime."""
    code, report = run("published.py", folder)
    expect("exit code", (code, report["faults"]), (0, []))
    expect("fingerprint", report["fingerprint"], fingerprint)
    hold_oracle(report, json.loads(pathlib.Path(oracle_file).read_text()))
    check_crimes("published", Folder(folder))


def main(*published):
    check_sizes()
    check_grown()
    check_crimes("600", lab.published(nothings(600)))
    check_crimes("66,000", lab.published(nothings(66_000)))
    check_example()
    check_numbers()
    check_policies()
    check_receipts()
    check_programs()
    if published:
        check_published(*published)


if __name__ == "__main__":
    main(*sys.argv[1:])
