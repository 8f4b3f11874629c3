"""Makes logs for the self-tests: the worked example of docs/format.md, and logs of any size whose entries mean nothing."""

import hashlib
import re
from base64 import b64encode
from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ledger_bytes import demonstration_secret
from misconduct import HEADS
from notes import cosigned_text, key_id
from proof import HEAD
from rows import bit_of, first_difference, root_of
from snapshots import text_of as text_of_snapshot
from tiles import WIDTH, levels, tile_path, tiles_of
from tree import Tree, leaf_hash

FORMAT = Path(__file__).parents[2] / "docs" / "format.md"
ORIGIN = "tiny.example/2026/rehearsal"


class Made(dict):
    """A published log in memory: a file's path leads to its bytes."""

    def read(self, file, limit):
        return self[file][:limit + 1] if file in self else None

    def files(self):
        return [file for file in self if file.startswith("tile/")]


class Altered:
    """A published log of which some files have other bytes, or are gone."""

    def __init__(self, there, changes):
        self.there, self.changes = there, changes

    def read(self, file, limit):
        if file not in self.changes:
            return self.there.read(file, limit)
        return None if self.changes[file] is None else self.changes[file][:limit + 1]

    def files(self):
        untouched = [file for file in self.there.files() if file not in self.changes]
        return untouched + [file for file, data in self.changes.items() if data is not None]



class Signer:
    """Whoever signs notes under a name."""

    def __init__(self, name, secret):
        self.name, self.secret, self.public = name, secret, secret.public_key().public_bytes_raw()

    def vkey(self, kind):
        return f"{self.name}+{key_id(self.name, kind, self.public).hex()}+{base64(bytes([kind]) + self.public)}"

    def line(self, kind, signature):
        return f"— {self.name} {base64(key_id(self.name, kind, self.public) + signature)}\n"

    def sign(self, text):
        return self.line(1, self.secret.sign(text.encode()))

    def cosign(self, text, time):
        return self.line(4, time.to_bytes(8, "big") + self.secret.sign(cosigned_text(text, time)))


LOG = Signer(ORIGIN, demonstration_secret("log:", ORIGIN))


def witness(number):
    seed = hashlib.sha256(b"witness %d" % number).digest()
    return Signer(f"witness.example/w{number}", Ed25519PrivateKey.from_private_bytes(seed))


def base64(data):
    return b64encode(data).decode()


def text_of(size, root):
    return f"{ORIGIN}\n{size}\n{base64(root)}\n"


def published(entries, size=None):
    """The files of a log under a checkpoint of the first so many entries. Partial files of that size are gone where the
    full ones came."""
    leaves, files = [leaf_hash(entry) for entry in entries], Made()
    size = len(entries) if size is None else size
    text = text_of(size, Tree(leaves[:size]).root())
    files["checkpoint"] = f"{text}\n{LOG.sign(text)}".encode()
    for upto in dict.fromkeys((len(entries), size)):
        for level, hashes in enumerate(levels(leaves[:upto])):
            files |= tiles(level, hashes, b"".join, files)
        files |= tiles("entries", entries[:upto], bundle, files)
    return files


def tiles(kind, items, join, there):
    return {tile_path(*tile): join(items[tile[1] * WIDTH:tile[1] * WIDTH + tile[2]]) for tile in tiles_of(kind, len(items))
            if tile_path(*tile[:2], WIDTH) not in there}


def bundle(entries):
    return b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries)


def inclusion(leaves, index):
    """The proof of a leaf, as RFC 6962 section 2.1.1 defines it."""
    if len(leaves) == 1:
        return []
    split = 1 << (len(leaves) - 1).bit_length() - 1
    left, right = leaves[:split], leaves[split:]
    if index < split:
        return inclusion(left, index) + [Tree(right).root()]
    return inclusion(right, index - split) + [Tree(left).root()]


def receipt(entry, index, proof, note):
    head = ["c2sp.org/tlog-proof@v1", f"extra {base64(entry)}", f"index {index}", *map(base64, proof)]
    return ("\n".join(head) + f"\n\n{note}").encode()


def snapshot(size, root, rows):
    text = text_of_snapshot(ORIGIN, size, root, rows)
    return f"{text}\n{LOG.sign(text)}"


def proof(rows, claims, events, *notes):
    """The proof of claims, `row KEY` or `none KEY` or `all PREFIX`, about rows."""
    keys = sorted(rows, key=lambda key: key + "\n")
    shown = {key for claim in claims for key in led_to(keys, *claim.split(" "))}
    lengths = [f"{name} {len(note.encode())}" for name, note in zip(("snapshot", "checkpoint"), notes)]
    named = [f"event {sequence} {base64(entry)}" for sequence, entry in sorted(events.items())]
    head = [*HEAD, *lengths, *sorted(claims), *named, "", *tree_lines(rows, keys, shown), "", ""]
    return ("\n".join(head) + "".join(notes)).encode()


def text_of_evidence(kind, lines, *notes):
    return ("\n".join(HEADS[kind]) + f"\n{lines}\n" + "".join(notes)).encode()


def of_newer_version(entry):
    """An envelope with a statement of a kind that nobody knows."""
    return entry[:54] + b"\xff\xff" + entry[56:]


def led_to(keys, what, key):
    """The rows that must be shown for a line of a proof."""
    while len(keys) > 1:
        bit = first_difference(keys[0], keys[-1])
        if what == "all" and bit >= 8 * len(key):
            return keys if keys[0].startswith(key) else keys[:1]
        keys = [one for one in keys if bit_of(one, bit) == bit_of(key, bit)]
    return keys


def tree_lines(rows, keys, shown):
    if not shown & set(keys):
        return [f"hash {base64(root_of({key: rows[key] for key in keys}))}"]
    if len(keys) == 1:
        return [f"= {keys[0]}", *(f"  {line}" for line in rows[keys[0]].splitlines())]
    bit = first_difference(keys[0], keys[-1])
    sides = [[key for key in keys if bit_of(key, bit) == side] for side in (0, 1)]
    return [f"node {bit}", *(line for side in sides for line in tree_lines(rows, side, shown))]


def block(title):
    """What stands in a block of the worked example, behind this title."""
    return re.search(f"```{re.escape(title)}\n(.*?)```", FORMAT.read_text(), re.DOTALL)[1]


def hexadecimal(title):
    return bytes.fromhex(re.sub(r";.*|\s", "", block(title)))


@cache
def example():
    """The envelopes of the worked example."""
    return [hexadecimal(f"hex envelope {number}") for number in range(4)]


def write_ledger(folder, files):
    """The worked example's journal and seal, and other files beside them."""
    frames = (hexadecimal(f"hex frame {number} header") + b"".join(
        len(entry).to_bytes(2, "little") + entry for entry in entries)
        for number, entries in enumerate((example()[:1], example()[1:])))
    slots = ((hexadecimal(f"hex slot {number} header") + block(f"note checkpoint {size}").encode()).ljust(4096, b"\0")
             for number, size in enumerate((1, 4)))
    files = files | {f"journal/{0:020}.frames": b"".join(frames), "seal": b"".join(slots)}
    for name, data in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
