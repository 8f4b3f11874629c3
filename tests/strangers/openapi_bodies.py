"""What schemathesis sends where the description says that a submission goes: statements that the ledger knows, read from
the log that the service publishes. Loaded by schemathesis itself, through SCHEMATHESIS_HOOKS."""

import os
import struct
import urllib.request

import requests
import schemathesis
from hypothesis import strategies
from schemathesis.core.parameters import ParameterLocation

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


KNOWN = submissions()
schemathesis.openapi.format("binary", strategies.sampled_from(KNOWN))
schemathesis.openapi.media_type("application/octet-stream", strategies.sampled_from(KNOWN))


@schemathesis.hook
def filter_case(context, case):
    """Whether a form that the description does not allow is still none when it is sent. A form carries less than it is made of: a
    part whose name has signs that no form has may arrive under the name of ours, with what is known in it, and must not be refused."""
    body = case.meta and case.meta.components.get(ParameterLocation.BODY)
    if not isinstance(case.body, dict) or not body or not body.mode.is_negative:
        return True
    sent = requests.Request(**case.as_transport_kwargs(base_url=SERVICE)).prepare().body or b""
    sent = sent.encode() if isinstance(sent, str) else sent
    is_ours = sent.count(b"Content-Disposition: ") == 1 and b'; name="submission"' in sent
    return not (is_ours and any(known in sent for known in KNOWN))
