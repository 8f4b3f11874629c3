"""What schemathesis sends where the description says that a submission goes: statements that the ledger knows, read from
the log that the service publishes. Loaded by schemathesis itself, through SCHEMATHESIS_HOOKS."""

import os
import struct
import urllib.request

import schemathesis
from hypothesis import strategies

SERVICE = os.environ["PROTOKOL_SERVICE"]
# The bytes of an envelope before its submission (docs/format.md, section 7).
ENVELOPE_HEAD = 48


def submissions():
    """The first statements of the log, as files."""
    with urllib.request.urlopen(SERVICE + "/log/tile/entries/000") as answer:
        bundle = answer.read()
    found = []
    while bundle and len(found) < 200:
        (length,) = struct.unpack(">H", bundle[:2])
        entry, bundle = bundle[2 : 2 + length], bundle[2 + length :]
        found.append(b"protokol submission v1\n" + entry[ENVELOPE_HEAD:])
    return found


schemathesis.openapi.format("binary", strategies.sampled_from(submissions()))
schemathesis.openapi.media_type("application/octet-stream", strategies.sampled_from(submissions()))


@schemathesis.hook
def filter_body(context, body):
    """Whether a form has no part whose name differs from ours only in what a form does not carry: such a one arrives under our
    name, so that it is no form that must be refused."""
    carried = lambda name: "".join(letter for letter in name if letter.isascii() and letter.isalnum())
    return not isinstance(body, dict) or all(name == "submission" or carried(name) != "submission" for name in body)
