#!/usr/bin/env python3
"""What a replica costs, and whether it is one: an election is handed in over HTTP without a replica, with one in a folder, and with
one in each store that is named; from its objects alone a ledger is restored each time, whose fingerprint must be the same.

usage: benches/replica.py PROTOKOL WORK FOLDER [REPLICA...]

PROTOKOL is a release build with --features replica, WORK a folder on the disk that is meant, FOLDER an election folder; each REPLICA
is an address in which nothing is, as s3://bucket/prefix, which the environment opens. Service, load tool and whatever store is on
this machine share its processors.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import time

import service


def fingerprint(protokol, ledger):
    typed = [protokol, "show", "checkpoint", "--ledger", str(ledger), "--json"]
    return json.loads(subprocess.run(typed, check=True, capture_output=True, text=True).stdout)


def restored(protokol, work, replica):
    """A ledger from a replica's objects alone, and how long it took."""
    ledger, since = work / "restored", time.monotonic()
    shutil.rmtree(ledger, ignore_errors=True)
    subprocess.run([protokol, "restore", replica, "--ledger", str(ledger), "--quiet"], check=True, capture_output=True)
    took, now = time.monotonic() - since, fingerprint(protokol, ledger)
    shutil.rmtree(ledger)
    return now, took


def main():
    protokol, work, folder, *stores = sys.argv[1:]
    work = pathlib.Path(work)
    work.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(work / "replica", ignore_errors=True)
    (work / "replica").mkdir()
    for replica in [None, str(work / "replica"), *stores]:
        loaded, processor = service.load(protokol, [folder], work, [], ["--replica", replica] if replica else [])
        service.told(replica or "no replica", loaded, processor)
        if replica:
            here = fingerprint(protokol, work / "ledger")
            there, took = restored(protokol, work, replica)
            assert here == there, (here, there)
            print(f"  restored from its objects alone in {took:.1f} s: {there['size']} events, {there['fingerprint']}")


if __name__ == "__main__":
    main()
