"""The Merkle tree of RFC 6962 section 2.1 over SHA-256."""

import hashlib


def leaf_hash(data):
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    """A growing Merkle tree that remembers the roots of its full subtrees, the largest first."""

    def __init__(self, leaves=()):
        self.size, self.peaks = 0, []
        for leaf in leaves:
            self.push(leaf)

    def push(self, node):
        filled = self.size
        while filled & 1:
            node, filled = node_hash(self.peaks.pop(), node), filled >> 1
        self.peaks.append(node)
        self.size += 1

    def root(self):
        if not self.peaks:
            return hashlib.sha256(b"").digest()
        root = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            root = node_hash(peak, root)
        return root


def inclusion_length(index, size):
    """How many hashes the proof of a leaf has: a sibling at each level below the path's fork with the right edge, and
    above it one for each full subtree to the left."""
    below = (index ^ size - 1).bit_length()
    return below + (index >> below).bit_count()


def root_by_inclusion(leaf, index, size, proof):
    """The root that a proof leads to from a leaf, or None where no proof of it has that length."""
    if index >= size or len(proof) != inclusion_length(index, size):
        return None
    at, last, node = index, size - 1, leaf
    for sibling in proof:
        while at == last and not at & 1:  # without a sibling: the node goes up as it is
            at, last = at >> 1, last >> 1
        node = node_hash(sibling, node) if at & 1 else node_hash(node, sibling)
        at, last = at >> 1, last >> 1
    return node


def is_grown(old, new, proof):
    """Whether a consistency proof leads from one state to another, as RFC 9162 section 2.1.4.2 checks it."""
    if not 0 < old["size"] < new["size"]:
        return old["size"] == new["size"] and old["root"] == new["root"] and not proof
    at, last = old["size"] - 1, new["size"] - 1
    path = list(proof) if old["size"] & old["size"] - 1 else [old["root"], *proof]
    while at & 1:
        at, last = at >> 1, last >> 1
    if not path:
        return False
    first = second = path[0]
    for node in path[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            first, second = node_hash(node, first), node_hash(node, second)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            second = node_hash(second, node)
        at, last = at >> 1, last >> 1
    return last == 0 and (first, second) == (old["root"], new["root"])
