#!/usr/bin/env python3
"""Sees that rows, snapshots and proofs are read as section 14 of docs/format.md says, and that crimes against them are
noticed: on its worked example, and on trees over rows made up by chance.

usage: check_rows.py
"""

import hashlib
import pathlib
import random
import tempfile

import lab
from check import expect
from check_published import TRUST, refused
from lab import LOG, witness
from misconduct import parse_fold, parse_unnamed, verify_fold, verify_two_snapshots, verify_unnamed
from notes import unbase64
from policy import Policy
from proof import parse_proof, prove, verify_proof
from replay import Ledger
from rows import NO_ROWS, bit_of, root_of, rows_of
from snapshots import RECORD
from snapshots import text_of as text_of_snapshot
from tree import leaf_hash
from verify import verify

BARE = Policy((TRUST + "quorum none\n").encode())


def replayed(size):
    """(rows, root of the rows, root of the events) of the worked example at a size."""
    ledger = Ledger()
    ledger.replay(lab.example()[:size], 1)
    rows = rows_of(ledger)
    return rows, root_of(rows), ledger.tree.root()


def codes(answer):
    code, report = answer
    return code, [fault["code"] for fault in report["faults"]]


# ------------------------------------------------------------------------------------------------ rows and their tree
def check_example():
    rows, root, _ = replayed(4)
    written = [f"= {key}\n" + "".join(f"  {line}\n" for line in rows[key].splitlines()) for key in sorted(rows)]
    expect("the worked example's rows", "".join(written), lab.block("text rows 4"))
    expect("their root", root, lab.hexadecimal("hex rows root 4"))
    expect("its snapshot", snapshot(4), lab.block("note snapshot 4"))
    expect("its record", record(4), lab.hexadecimal("hex snapshots record 4"))
    expect("its proof", honest_proof().decode(), lab.block("text proof"))
    expect("no rows", root_of({}), NO_ROWS)
    expect("no rows of a ledger that is not founded", rows_of(Ledger()), {})


def by_definition(rows):
    """The root as the document says it: by the first bit in which not all keys agree."""
    if len(rows) < 2:
        return root_of(rows)
    bit = next(bit for bit in range(2000) if len({bit_of(key, bit) for key in rows}) == 2)
    sides = (by_definition({key: rows[key] for key in rows if bit_of(key, bit) == side}) for side in (0, 1))
    return hashlib.sha256(b"protokol rows v1: node\n" + bit.to_bytes(4, "little") + b"".join(sides)).digest()


def check_trees():
    """Trees by chance: their root, and what a proof of them shows is what there is."""
    chance = random.Random(14)
    names = ["p", "paper", "paper/a", "paper/a/1", "paper/a/10", "paper/b", "total", "total/a"]
    names += [f"{name}.{number}" for name in names for number in range(6)]
    for _ in range(200):
        rows = {key: f"{chance.randrange(9)}\n" for key in chance.sample(names, chance.randrange(1, 20))}
        if root_of(rows) != by_definition(rows):
            expect("a root by chance", root_of(rows), by_definition(rows))
        keys = chance.sample(names, 3)
        claims = [f"row {key}" if key in rows else f"none {key}" for key in keys] + [f"all {chance.choice(names)}"]
        tree = parse_proof(lab.proof(rows, claims, {}, snapshot(4), checkpoint(4)))["tree"]
        for what, key in (claim.split(" ") for claim in claims):
            there = {one: rows[one] for one in rows if (one.startswith(key) if what == "all" else one == key)}
            if tree.hash != root_of(rows) or dict(prove(tree, what, key)) != there:
                expect(f"{what} {key} of {sorted(rows)}", prove(tree, what, key), there)
    expect("200 trees by chance", True, True)


# ------------------------------------------------------------------------------------------------ snapshots
def snapshot(size, rows=None, root=None, sign=LOG.sign):
    _, true_rows, true_root = replayed(size)
    text = text_of_snapshot(lab.ORIGIN, size, root or true_root, rows or true_rows)
    return f"{text}\n{sign(text)}"


def checkpoint(size):
    return lab.block(f"note checkpoint {size}")


def record(size, rows=None, flip=0):
    _, true_rows, root = replayed(size)
    rows = rows or true_rows
    signature = bytearray(LOG.secret.sign(text_of_snapshot(lab.ORIGIN, size, root, rows).encode()))
    signature[0] ^= flip
    return RECORD.pack(size, rows, bytes(signature))


def holed(records):
    """Records whose second sector never came to the disk."""
    return records[:512] + bytes(512) + records[1024:]


def check_snapshots():
    others, stranger = bytes(range(32)), lab.Signer(lab.ORIGIN, witness(9).secret)
    true = {"size": 4, "rows": lab.base64(replayed(4)[1])}
    first = {"size": 1, "rows": lab.base64(replayed(1)[1])}
    beyond, text = RECORD.pack(5, others, bytes(64)), text_of_snapshot(lab.ORIGIN, 5, others, others)
    ahead = f"{text}\n{LOG.sign(text)}"
    for what, files, every, wanted in (
            ("no snapshot", {}, False, (0, [], None)),
            ("its record", {"snapshots": record(4)}, False, (0, [], true)),
            ("two records", {"snapshots": record(1) + record(4)}, True, (0, [], true)),
            ("a record that is cut off", {"snapshots": record(1) + record(4)[:-1]}, False, (0, [], first)),
            ("no whole record", {"snapshots": record(4)[:-1]}, False, (0, [], None)),
            ("its notes", {"snapshot": snapshot(1), "published/snapshot": snapshot(4)}, False, (0, [], true)),
            ("a lying record", {"snapshots": record(4, others)}, False, (1, ["V30"], None)),
            ("a lying record before a true one", {"snapshots": record(1, others) + record(4)}, False, (0, [], true)),
            ("the same, asked for", {"snapshots": record(1, others) + record(4)}, True, (1, ["V30"], true)),
            ("the rows of another size", {"snapshots": record(4, replayed(3)[1])}, False, (1, ["V30"], None)),
            ("a record that nobody signed", {"snapshots": RECORD.pack(4, replayed(4)[1], bytes(64))}, False,
             (1, ["V8"], None)),
            ("a false signature", {"snapshots": record(4, flip=1)}, False, (1, ["V8"], None)),
            ("a hole that the newest reaches into", {"snapshots": holed(9 * record(1) + record(4))}, True, (0, [], first)),
            ("a hole before it", {"snapshots": holed(10 * record(1) + record(4))}, True, (0, [], true)),
            ("a record of size 0", {"snapshots": RECORD.pack(0, NO_ROWS, bytes(64))}, False, (0, [], None)),
            ("a record beyond the events", {"snapshots": beyond}, False, (1, ["V2"], None)),
            ("a lying note", {"published/snapshot": snapshot(4, others)}, False, (1, ["V30"], None)),
            ("a note over another root", {"snapshot": snapshot(4, root=others)}, False, (1, ["V30"], None)),
            ("a note by a stranger", {"snapshot": snapshot(4, sign=stranger.sign)}, False, (1, ["V8"], None)),
            ("a stranger's lying note", {"snapshot": snapshot(4, others, sign=stranger.sign)}, False,
             (1, ["V8"], None)),
            ("a note that came ahead", {"published/snapshot": ahead}, False, (0, [], None)),
            ("a checkpoint for a note", {"snapshot": checkpoint(4)}, False, (4, ["V22"], None)),
            ("a size of two spellings", {"snapshot": snapshot(4).replace("\n4\n", "\n04\n")}, False,
             (4, ["V22"], None)),
            ("an empty note", {"published/snapshot": ""}, False, (4, ["V22"], None)),
            ("a note that is cut", {"published/snapshot": snapshot(4)[:99]}, False, (4, ["V22"], None)),
            ("a cut note beside a true record", {"snapshots": record(4), "published/snapshot": snapshot(4)[:-40]}, False,
             (4, ["V22"], true)),
            ("carriage returns", {"snapshot": snapshot(4).replace("\n", "\r\n")}, False, (3, ["V29"], None))):
        with tempfile.TemporaryDirectory() as folder:
            lab.write_ledger(pathlib.Path(folder), files)
            answer = verify(folder, 1, every_snapshot=every)
        expect(f"snapshots: {what}", (*codes(answer), answer[1]["snapshot"]), wanted)


# ------------------------------------------------------------------------------------------------ proofs
CLAIMS = ["row total/round-1/TOP", "row paper/round-1/P1", "none summary/round-1/TOP", "all below/TOP/"]


def honest_proof(claims=CLAIMS, rows=None, events=None, notes=None):
    true, _, _ = replayed(4)
    named = {3: lab.example()[3]} if "row paper/round-1/P1" in claims else {}
    events = named if events is None else events
    return lab.proof(rows or true, claims, events, *(notes or (snapshot(4), checkpoint(4))))


def check_proofs():
    rows, root, _ = replayed(4)
    honest, of_one_unit = honest_proof(), honest_proof(["row unit/P1"])
    _, report = verify_proof(honest, BARE)
    expect("a proof: what it proves", report["proves"], {
        "all below/TOP/": {"below/TOP/P1": "precinct\n"}, "none summary/round-1/TOP": {},
        "row paper/round-1/P1": {"paper/round-1/P1": rows["paper/round-1/P1"]},
        "row total/round-1/TOP": {"total/round-1/TOP": rows["total/round-1/TOP"]}})
    expect("a proof: its size and rows", (report["size"], report["rows"]), (4, lab.base64(root)))
    text = snapshot(4).partition("\n\n")[0] + "\n"
    stranger, forged = lab.Signer(lab.ORIGIN, witness(9).secret), f"{text}\n{LOG.line(1, bytes(64))}"
    more = rows | {"total/round-1/TOP": rows["total/round-1/TOP"].replace("votes 1 7", "votes 1 9")}
    signed_more = snapshot(4, root_of(more))
    false_checkpoint = f"{lab.text_of(4, replayed(4)[2])}\n{LOG.line(1, bytes(64))}"
    for crime, data, wanted in (
            ("nothing", honest, (0, [])),
            ("a prefix of nothing", honest_proof(["all summary/"]), (0, [])),
            ("everything of a kind", honest_proof(["all total/", "all unit"]), (0, [])),
            ("another figure", honest.replace(b"votes 1 7", b"votes 1 9"), (1, ["V31"])),
            ("another figure, and the tree over it", honest_proof(rows=more), (1, ["V31"])),
            ("another figure that the log signed", honest_proof(rows=more, notes=(signed_more, checkpoint(4))),
             (0, [])),
            ("another key", honest.replace(b"= total/round-1/TOP", b"= total/round-1/TOQ"), (1, ["V31"])),
            ("a row that is not there", honest_proof(["none unit"]).replace(b"none unit", b"row unit"), (1, ["V31"])),
            ("a row that is there denied", of_one_unit.replace(b"row unit/P1", b"none unit/P1"), (1, ["V31"])),
            ("a hidden row", of_one_unit.replace(b"row unit/P1", b"row unit/TOP"), (1, ["V31"])),
            ("a hidden row denied", of_one_unit.replace(b"row unit/P1", b"none unit/TOP"), (1, ["V31"])),
            ("all of what is shown in part", of_one_unit.replace(b"row unit/P1", b"all unit/"), (1, ["V31"])),
            ("sides exchanged", exchanged(honest), (1, ["V31"])),
            ("another bit", honest.replace(b"node 117", b"node 118"), (1, ["V31"])),
            ("an event that no row names", honest_proof(events={2: lab.example()[2]}), (1, ["V31"])),
            ("an event at another place", honest.replace(b"event 3", b"event 2"), (1, ["V5", "V31"])),
            ("an altered event", honest.replace(b"event 3 AwA", b"event 3 BwA"), (1, ["V5", "V31"])),
            ("an earlier size", honest_proof(["row election"], replayed(1)[0], notes=(snapshot(1), checkpoint(1))),
             (0, [])),
            ("notes of two sizes", honest_proof(["row election"], replayed(1)[0], notes=(snapshot(1), checkpoint(4))),
             (1, ["V31"])),
            ("a snapshot over another root", honest_proof(notes=(snapshot(4, root=bytes(32)), checkpoint(4))),
             (1, ["V31"])),
            ("a stranger's snapshot", honest_proof(notes=(snapshot(4, sign=stranger.sign), checkpoint(4))),
             (1, ["V8"])),
            ("a false signature of the snapshot", honest_proof(notes=(forged, checkpoint(4))), (1, ["V8"])),
            ("a false signature of the checkpoint", honest_proof(notes=(snapshot(4), false_checkpoint)), (1, ["V12"])),
            ("carriage returns", honest.replace(b"\n", b"\r\n"), (3, ["V29"])),
            ("UTF-16", honest.decode().encode("utf-16"), (3, ["V29"])),
            ("its last line end lost", honest.rstrip(b"\n"), (3, ["V29"]))):
        expect(f"a proof with {crime}", (data != honest or crime == "nothing", *codes(verify_proof(data, BARE))),
               (True, *wanted))
        if wanted[0] == 1:
            expect(f"a proof with {crime} says nothing", verify_proof(data, BARE)[1]["proves"], {})
    check_malformed(honest)


def exchanged(data):
    """The proof with the first two lines of its tree that are hashes under one node in the other order."""
    lines = data.split(b"\n")
    at = lines.index(b"node 117")
    lines[at + 1:at + 13] = [*lines[at + 2:at + 13], lines[at + 1]]
    return b"\n".join(lines)


def check_malformed(honest):
    for crime, old, new in (
            ("another version", b"@v1", b"@v2"), ("another remark", b"# Rows", b"# rows"),
            ("another length", b"snapshot 267", b"snapshot 266"),
            ("a second spelling of a length", b"t 201", b"t 0201"),
            ("nothing to prove", b"".join(f"{claim}\n".encode() for claim in sorted(CLAIMS)), b""),
            ("lines out of order", b"none summary", b"row summary"),
            ("a line twice", b"row total", b"row paper/round-1/P1\nrow total"),
            ("a line of another kind", b"all below", b"any below"), ("no key", b"row paper/", b"row paper//"),
            ("a prefix of two slashes", b"all below/TOP/", b"all below/TOP//"),
            ("no prefix", b"all below/TOP/", b"all "),
            ("a key that is too long", b"row total/round-1/TOP", b"row total/" + b"a" * 195),
            ("no sequence", b"event 3", b"event 03"), ("no base64", b"hash 41z4", b"hash 4=z4"),
            ("a short hash", b"hash 41z43zBSoQC+085J9NZZ96kEIMjr+DiZFPE1+jTBEYc=", b"hash 41z4"),
            ("a bit that does not increase", b"node 5", b"node 3"),
            ("a bit beyond every key", b"node 117", b"node 1608"),
            ("a row without lines", b"  precinct\n", b""),
            ("an empty line of a row", b"  precinct\n", b"  precinct\n  \n"),
            ("a line that is not ASCII", b"  precinct\n", "  précinct\n".encode()),
            ("one part too few", b"= below/TOP/P1\n  precinct\n", b""),
            ("one part too many", b"= below", b"hash 41z43zBSoQC+085J9NZZ96kEIMjr+DiZFPE1+jTBEYc=\n= below"),
            ("one note and a half", b"tiny.example/2026/rehearsal\n4\nENQ66+ZK8KtjZNho77q0/QLJ2/eoyZgoHaZ22C4YyKM=\n\n",
             b"")):
        data = honest.replace(old, new)
        expect(f"a proof with {crime} is none", (data != honest, refused(parse_proof, data)), (True, True))
    deep = b"".join(b"node %d\n" % bit for bit in range(1608))
    head, _, rest = honest.partition(b"\n\n")
    expect("a tree without an end is none", refused(parse_proof, head + b"\n\n" + deep + b"\n" + rest), True)


# ------------------------------------------------------------------------------------------------ evidence
def check_evidence():
    """A log that signs another figure, and one that signs two of them."""
    rows, root, of_events = replayed(4)
    lie = root_of(rows | {"total/round-1/TOP": rows["total/round-1/TOP"].replace("votes 1 7", "votes 1 9")})
    log, other = f"log {LOG.vkey(1)}\n", lab.Signer(lab.ORIGIN, witness(9).secret)
    strange = f"log {lab.Signer('other.example', LOG.secret).vkey(1)}\n"
    order = sorted([snapshot(4), snapshot(4, lie)], key=lambda note: unbase64(note.split("\n")[4]))

    def two(one=order[0], another=order[1], keys=log):
        lengths = f"one {len(one.encode())}\nother {len(another.encode())}\n"
        return lab.text_of_evidence("two", keys + lengths, one, another)

    def fold(note=snapshot(4, lie), entries=lab.example(), keys=log):
        return lab.text_of_evidence("fold", keys + "".join(f"{lab.base64(entry)}\n" for entry in entries), note)
    bare, elsewhere = BARE, Policy((f"log {other.vkey(1)}\n" + "quorum none\n").encode())
    newer = Ledger()
    newer.replay([*lab.example()[:3], lab.of_newer_version(lab.example()[3])], 1)
    made_newer = text_of_snapshot(lab.ORIGIN, 4, newer.tree.root(), lie)
    for what, data, policy, wanted in (
            ("two snapshots", two(), None, (0, [])), ("two snapshots of a log that is trusted", two(), bare, (0, [])),
            ("two snapshots of another log than is trusted", two(), elsewhere, (1, ["V12"])),
            ("two that are one", two(order[0], order[0]), None, (1, ["V27"])),
            ("two in the other order", two(order[1], order[0]), None, (1, ["V27"])),
            ("two of two sizes", two(order[0], snapshot(1)), None, (1, ["V27"])),
            ("two roots", two(*sorted([snapshot(4), snapshot(4, root=bytes(32))], key=lambda note: unbase64(
                note.split("\n")[3]))), None, (0, [])),
            ("one by a stranger", two(order[0], snapshot(4, lie, sign=other.sign)), None, (1, ["V8"])),
            ("a witness's key", two(keys=f"log {LOG.vkey(4)}\n"), None, (1, ["V8"])),
            ("an idle key", two(keys="".join(sorted([log, f"log {other.vkey(1)}\n"]))), None, (1, ["V27"])),
            ("a key under another name", two(keys=strange), None, (1, ["V8"])),
            ("a false fold", fold(), None, (0, [])), ("the same under its policy", fold(), bare, (0, [])),
            ("a fold under another's policy", fold(), elsewhere, (1, ["V12"])),
            ("a true fold", fold(snapshot(4)), None, (1, ["V27"])),
            ("a fold of fewer events", fold(entries=lab.example()[:3]), None, (1, ["V27"])),
            ("a fold of other events", fold(entries=lab.example()[:3] + lab.example()[:1]), None, (1, ["V27"])),
            ("a fold by a stranger", fold(snapshot(4, lie, sign=other.sign), keys=f"log {other.vkey(1)}\n"), None,
             (1, ["V8"])),
            ("a fold under a false signature", fold(snapshot(4, lie, sign=other.sign)), None, (1, ["V8"])),
            ("a fold of a newer version", fold(f"{made_newer}\n{LOG.sign(made_newer)}", [
                *lab.example()[:3], lab.of_newer_version(lab.example()[3])]), None, (3, ["R36"])),
            ("carriage returns", fold().replace(b"\n", b"\r\n"), None, (3, ["V29"]))):
        verifies = verify_fold if b"fold@v1" in data else verify_two_snapshots
        expect(f"evidence: {what}", codes(verifies(data, policy)), wanted)
    expect("evidence: what the events come to", verify_fold(fold(), None)[1]["recomputed"], lab.base64(root))
    for what, data in (("no key", fold(keys="")), ("two keys of a fold", fold(keys=log + strange)),
                       ("an empty entry", fold(entries=[b""])), ("no note", fold("")),
                       ("another remark", fold().replace(b"# A", b"# a"))):
        expect(f"evidence: {what} is none", refused(parse_fold, data), True)


def check_left_out():
    """A log whose rows do not name the protocol that it holds."""
    rows, _, _ = replayed(4)
    lie = {key: value for key, value in rows.items() if key != "paper/round-1/P1"}
    log, other = f"log {LOG.vkey(1)}\n", lab.Signer(lab.ORIGIN, witness(9).secret)

    def in_log(word, at):
        entries = lab.example()
        proof = lab.inclusion([leaf_hash(entry) for entry in entries], at)
        return f"{word} {at} {lab.base64(entries[at])}\n" + "".join(f"proof {lab.base64(digest)}\n" for digest in proof)

    def unnamed(of=lie, note=None, asked="paper/round-1/P1", keys=log, events=None):
        events = in_log("founding", 0) + in_log("event", 3) if events is None else events
        names = sorted(of, key=lambda key: key + "\n")
        tree = "\n".join(lab.tree_lines(of, names, set(lab.led_to(names, "row", asked))))
        return lab.text_of_evidence("unnamed", f"{keys}{events}\n{tree}\n", note or snapshot(4, root_of(of)))
    honest = unnamed(rows)
    for what, data, policy, wanted in (
            ("left out", unnamed(), None, (0, [])), ("the same under its policy", unnamed(), BARE, (0, [])),
            ("an honest log", honest, None, (1, ["V27"])), ("another row", unnamed(asked="unit/P1"), None, (1, ["V27"])),
            ("another snapshot", unnamed(note=snapshot(4)), None, (1, ["V27"])),
            ("a smaller snapshot", unnamed(note=snapshot(1, root_of(lie))), None, (1, ["V27"])),
            ("a stranger's", unnamed(note=snapshot(4, root_of(lie), sign=other.sign)), None, (1, ["V8"])),
            ("a stranger's key", unnamed(note=snapshot(4, root_of(lie), sign=other.sign), keys=f"log {other.vkey(1)}\n"),
             None, (1, ["V8"])),
            ("a key that no event named", unnamed(events=in_log("founding", 0) + in_log("rotated", 2) + in_log("event", 3)),
             None, (1, ["V8"])),
            ("no founding act", unnamed(events=in_log("founding", 1) + in_log("event", 3)), None, (1, ["V27"])),
            ("carriage returns", unnamed().replace(b"\n", b"\r\n"), None, (3, ["V29"]))):
        expect(f"left out: {what}", codes(verify_unnamed(data, policy)), wanted)
    for what, data in (("no event", unnamed(events=in_log("founding", 0))), ("no key", unnamed(keys="")),
                       ("no founding act", unnamed(events=in_log("event", 3)))):
        expect(f"left out: {what} is none", refused(parse_unnamed, data), True)


def check_numbers():
    """Witnesses under the snapshot, and a policy that asks for those who recompute."""
    plain, one, two = witness(1), *(lab.Signer(f"party{at}.example/recomputed", witness(at).secret) for at in (2, 3))
    named = "".join(f"witness {name} {who.vkey(4)}\n" for name, who in (("plain", plain), ("one", one), ("two", two)))
    text = snapshot(4).partition("\n\n")[0] + "\n"

    def judged(rule, *lines):
        policy = Policy((TRUST + named + rule + "quorum none\n").encode(), 1000)
        return codes(verify_proof(honest_proof(notes=(snapshot(4) + "".join(lines), checkpoint(4))), policy))
    both = [one.cosign(text, 5), two.cosign(text, 6)]
    group, all_three = "group g any plain one two\nnumbers g\n", "group g 2 plain one two\nnumbers g\n"
    for what, rule, lines, wanted in (
            ("no rule", "", [], (0, [])), ("numbers of nobody", "numbers none\n", [], (0, [])),
            ("one who recomputed", group, both[:1], (0, [])), ("nobody", group, [], (4, ["V32"])),
            ("one who did not recompute", group, [plain.cosign(text, 5)], (4, ["V32"])),
            ("two", all_three, both, (0, [])),
            ("one of two", all_three, [both[0], plain.cosign(text, 5)], (4, ["V32"])),
            ("a cosignature from the future", group, [one.cosign(text, 1301)], (4, ["V32"])),
            ("a cosignature of the checkpoint", group, [one.cosign(checkpoint(4).partition("\n\n")[0] + "\n", 5)],
             (1, ["V12"]))):
        expect(f"numbers: {what}", judged(rule, *lines), wanted)
    for what, rule in (("twice", "numbers none\nnumbers none\n"), ("of a name that is not there", "numbers z\n"),
                       ("of one who does not recompute", "numbers plain\n"),
                       ("of more than there are", "group g all plain one two\nnumbers g\n")):
        policy = (TRUST + named + rule + "quorum none\n").encode()
        expect(f"numbers {what} are no policy", refused(Policy, policy), True)


def main():
    check_example()
    check_trees()
    check_snapshots()
    check_proofs()
    check_numbers()
    check_evidence()
    check_left_out()


if __name__ == "__main__":
    main()
