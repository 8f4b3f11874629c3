"""Ed25519 as docs/format.md has it, in front of OpenSSL: which keys and which signatures count."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
# 5 L - 1: it is -1 modulo L, 0 modulo 8, and has the bits that X25519 sets and clears.
K = X25519PrivateKey.from_private_bytes((5 * L - 1).to_bytes(32, "little"))
# The fourteen spellings of the eight points of small order.
SMALL_ORDER = {bytes.fromhex(spelling) for spelling in (
    "0100000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa")}


def canonical(key):
    return int.from_bytes(key, "little") & (1 << 255) - 1 < P and key not in SMALL_ORDER


def admissible(key):
    """A canonical point, not of small order, in the group of order L."""
    if not canonical(key):
        return False
    y = int.from_bytes(key, "little") & (1 << 255) - 1
    if pow((y * y - 1) * (D * y * y + 1), (P - 1) // 2, P) != 1:  # x^2 = (y^2 - 1) / (d y^2 + 1) is not a square
        return False
    # X25519 multiplies by k, a multiple of 8, and forgets the sign: it takes A = B + T, B in the group and T of small
    # order, to -B. The u of that is A's own only if T is neutral.
    u = ((1 + y) * pow(1 - y, -1, P) % P).to_bytes(32, "little")
    return K.exchange(X25519PublicKey.from_public_bytes(u)) == u


def verifies(key, message, signature):
    """Whether a signature is valid, save that the key is in the group of order L: that is asked of keys once."""
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    if r in SMALL_ORDER or s >= L or not canonical(key):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
        return True
    except (InvalidSignature, ValueError):
        return False
