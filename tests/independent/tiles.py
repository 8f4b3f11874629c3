"""A published log, read from C2SP tlog-tiles alone: a folder or a tar of tiles and bundles, every hash recomputed."""

import os
import re
import tarfile
import unicodedata
from itertools import islice

from tree import Tree, leaf_hash

WIDTH = 256
ENTRY_MAX = 65_535
PATH = re.compile(r"tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/)*[0-9]{3})(?:\.p/([1-9][0-9]{0,2}))?")


# --------------------------------------------------------------------------------------------------------- places
class Folder:
    """A published folder."""

    def __init__(self, path):
        self.path = path

    def read(self, file, limit):
        """The bytes of a file, cut off after one more than it may have; None where there is no such file."""
        path = os.path.join(self.path, file)
        if not os.path.isfile(path):
            return None
        with open(path, "rb") as opened:
            return opened.read(limit + 1)

    def files(self):
        for folder, _, names in os.walk(os.path.join(self.path, "tile")):
            for name in names:
                yield os.path.relpath(os.path.join(folder, name), self.path).replace(os.sep, "/")


class Tar:
    """The same in a tar, whose members must be files and folders under relative and plain names, no two of which mean one
    place."""

    def __init__(self, path):
        self.tar, self.members = tarfile.open(path, "r:", encoding="utf-8"), {}
        for member in self.tar:
            name = plain(member.name, member.isdir())
            is_file = member.type in (tarfile.REGTYPE, tarfile.AREGTYPE) and member.sparse is None
            if not is_file and not member.isdir() or name is None or name in self.members or self.tar.pax_headers:
                raise OSError(f"{path}: {member.name!r} is neither a file nor a folder, is no plain name, or stands twice")
            self.members[name] = member if is_file else None
        for name in self.members:
            over = [name[:at] for at, sign in enumerate(name) if sign == "/"]
            if any(self.members.get(folder) for folder in over):
                raise OSError(f"{path}: {name!r} is in a file")

    def read(self, file, limit):
        member = self.members.get(file)
        return self.tar.extractfile(member).read(limit + 1) if member else None

    def files(self):
        return (name for name, member in self.members.items() if member and name.startswith("tile/"))


def plain(name, is_folder):
    """A name without the `./` before it that many programs write; None where it leads elsewhere."""
    name = name.rstrip("/") if is_folder else name
    if is_folder and name == ".":
        return ""
    name = name.removeprefix("./")
    bad = any(part in ("", ".", "..") for part in name.split("/")) or "\\" in name
    return None if bad or any(unicodedata.category(sign) in ("Cc", "Cs") for sign in name) else name


def place(path):
    return Folder(path) if os.path.isdir(path) else Tar(path)


# ---------------------------------------------------------------------------------------------------------- paths
def tile_path(kind, index, width):
    """`kind` is "entries" or a level."""
    digits = str(index)
    digits = digits.zfill(-(-len(digits) // 3) * 3)
    groups = [digits[at:at + 3] for at in range(0, len(digits), 3)]
    path = f"tile/{kind}/" + "/".join([f"x{group}" for group in groups[:-1]] + groups[-1:])
    return path if width == WIDTH else f"{path}.p/{width}"


def parse_path(path):
    """(kind, index, width) of a path in its one spelling, or None."""
    match = PATH.fullmatch(path)
    if not match:
        return None
    kind = match[1] if match[1] == "entries" else int(match[1])
    tile = kind, int(re.sub("[x/]", "", match[2])), int(match[3] or WIDTH)
    fits = kind == "entries" or kind <= 63
    return tile if fits and (match[3] is None or tile[2] < WIDTH) and tile_path(*tile) == path else None


def tiles_of(kind, count):
    """The tiles of one level that hold so many hashes, or the bundles of so many entries, one after the other: what is
    claimed can be any number."""
    return ((kind, index, min(WIDTH, count - index * WIDTH)) for index in range(-(-count // WIDTH)))


# ------------------------------------------------------------------------------------------------------- contents
def split_bundle(data, width):
    """The entries of a bundle; None unless there are exactly so many and nothing else."""
    entries, at = [], 0
    while at < len(data) and len(entries) < width:
        end = at + 2 + int.from_bytes(data[at:at + 2], "big")
        if at + 2 > len(data) or end > len(data):
            return None
        entries.append(data[at + 2:end])
        at = end
    return entries if at == len(data) and len(entries) == width else None


def split_hashes(data, width):
    return [data[at:at + 32] for at in range(0, len(data), 32)] if len(data) == 32 * width else None


def read_tile(place, tile, fault, stand_ins=(WIDTH,)):
    """The hashes or entries of a tile: of the file itself or, where a partial one is gone or none, of the full one that
    came after it. A file that is missing or not in its format is a fault, and gives None."""
    kind, index, width = tile
    wrong = ()
    split, item = (split_bundle, ENTRY_MAX + 2) if kind == "entries" else (split_hashes, 32)
    for there in dict.fromkeys((width, *stand_ins)):
        path = tile_path(kind, index, there)
        data = place.read(path, there * item)
        if data is not None:
            items = split(data, there)
            if items is not None:
                return items[:width]
            wrong = wrong or ("forged" if kind != "entries" else "malformed", path)
    fault(*(wrong or ("missing", tile_path(*tile))))
    return None


def entries(place, size, fault):
    """The entries in their order, as far as there is no gap."""
    for tile in tiles_of("entries", size):
        bundle = read_tile(place, tile, fault)
        if bundle is None:
            return
        yield from bundle


def levels(leaves):
    """The hashes of each level of tiles. A partial tile feeds nothing."""
    hashes = leaves
    while hashes:
        yield hashes
        full = len(hashes) // WIDTH
        hashes = [Tree(hashes[at * WIDTH:(at + 1) * WIDTH]).root() for at in range(full)]


def hold_files(place, size, consume, fault):
    """Hands the entries to whoever consumes them, then holds the tiles against them. Gives the leaves that there are."""
    leaves = []

    def read_on():
        for entry in entries(place, size, fault):
            leaves.append(leaf_hash(entry))
            yield entry
    consume(read_on())
    hold_tiles(place, size, leaves, fault)
    return leaves


def hold_tiles(place, size, leaves, fault):
    """Holds every tile of hashes against what the entries say, and no tile against another: those of the whole tree,
    and partial ones of earlier sizes that were left, bundles too. With a gap in the entries, only what cannot grow any more
    is known."""
    known = dict(enumerate(levels(leaves))) | {"entries": leaves}
    claimed = {kind: size if kind == "entries" else size >> 8 * kind for kind in known}
    needed = [tile for kind in known for tile in islice(tiles_of(kind, claimed[kind]), len(known[kind]) // WIDTH + 1)]
    seen = set(needed)
    left = [tile for tile in map(parse_path, sorted(place.files())) if tile and tile not in seen]
    for kind, index, width in [tile for tile in needed if tile[0] != "entries"] + left:
        # Those that were left are looked at themselves.
        stand_ins = (WIDTH,) if (kind, index, width) in seen else ()
        should_be = known.get(kind, [])[index * WIDTH:index * WIDTH + width]
        if len(should_be) == width and (width == WIDTH or len(leaves) == size):
            found = read_tile(place, (kind, index, width), fault, stand_ins)
            if kind == "entries" and found is not None:
                found = [leaf_hash(entry) for entry in found]
            if found not in (None, should_be):
                fault("forged", tile_path(kind, index, width))
