"""Runs the second verifier on a rehearsed ledger, holds it against the oracle, and sees that it notices damage.

usage: check.py LEDGER EXPECTED_JSON FINGERPRINT
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

VERIFY = pathlib.Path(__file__).with_name("verify.py")


def verify(ledger):
    done = subprocess.run([sys.executable, str(VERIFY), str(ledger)], capture_output=True, text=True)
    return done.returncode, json.loads(done.stdout)


def expect(what, found, wanted):
    if found != wanted:
        sys.exit(f"{what}: found {found!r}, wanted {wanted!r}")
    print(f"ok  {what}")


def damaged_copy(ledger, folder):
    """A copy with one bit of the last event's envelope flipped."""
    copy = pathlib.Path(folder) / "damaged"
    shutil.copytree(ledger, copy, ignore=shutil.ignore_patterns("sled", "lock"))
    segment = sorted((copy / "journal").iterdir())[-1]
    content = bytearray(segment.read_bytes())
    content[-100] ^= 1
    segment.write_bytes(content)
    return copy


def hold_oracle(report, oracle):
    expect("contests", sorted(report["totals"]), sorted(oracle))
    for contest in sorted(oracle):
        expect(f"totals of {contest}", report["totals"][contest], oracle[contest]["totals"])
        for finding, units in oracle[contest]["findings"].items():
            expect(f"{finding} of {contest}", sorted(report["findings"][contest].get(finding, [])), sorted(units))


def main(ledger, oracle_file, fingerprint):
    oracle = json.loads(pathlib.Path(oracle_file).read_text())
    code, report = verify(ledger)
    expect("exit code", code, 0)
    expect("verdict", report["verdict"], "verified")
    expect("fingerprint", report["fingerprint"], fingerprint)
    hold_oracle(report, oracle)
    with tempfile.TemporaryDirectory() as folder:
        code, report = verify(damaged_copy(ledger, folder))
        expect("exit code of a damaged copy", code, 1)
        expect("verdict of a damaged copy", report["verdict"], "failed")


if __name__ == "__main__":
    main(*sys.argv[1:4])
