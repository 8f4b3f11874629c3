#!/usr/bin/env python3
"""tests/fuzz/minimise.py TARGET...: makes each corpus anew from itself, the genuine bytes, and all that was found.

libFuzzer tells which edges of the program every input reaches (a set-cover merge, counters off). Of these the smallest
that reach most are taken, one after the other, until nothing new is reached or the corpus is as large as it may be.
Needs a build: run.sh leaves one. Files are named by the hash of their bytes; whoever keeps a finding names it.
"""

import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
FILES_MAX, BYTES_MAX, FILE_BYTES_MAX = 120, 85_000, 10_000


def reached(target, folders):
    """Every input with the edges it reaches."""
    binary = next((HERE / "target").glob(f"*-linux-*/release/{target}"))
    with tempfile.TemporaryDirectory() as scratch:
        control = Path(scratch) / "control"
        arguments = ["-set_cover_merge=1", "-use_counters=0", f"-merge_control_file={control}"]
        (Path(scratch) / "out").mkdir()
        subprocess.run([binary, *arguments, f"{scratch}/out", *folders], check=True, capture_output=True)
        lines = control.read_text().splitlines()
    count = int(lines[0])
    names, found = lines[2 : 2 + count], {}
    for line in lines[2 + count :]:
        word, number, *edges = line.split()
        if word == "FT":
            found[Path(names[int(number)])] = {int(edge) for edge in edges}
    return found


def chosen(found):
    """The smallest inputs that reach most."""
    sized = {path: path.stat().st_size for path in found}
    left = {path: edges for path, edges in found.items() if sized[path] <= FILE_BYTES_MAX}
    taken, weight = [], 0
    while left and len(taken) < FILES_MAX:
        best = max(left, key=lambda path: (len(left[path]), -sized[path]))
        edges = left.pop(best)
        if not edges:
            break
        if weight + sized[best] > BYTES_MAX:
            continue
        taken.append(best)
        weight += sized[best]
        left = {path: others - edges for path, others in left.items()}
    return taken, weight


def main():
    for target in sys.argv[1:]:
        corpus = HERE / "corpus" / target
        corpus.mkdir(parents=True, exist_ok=True)
        work = HERE / "target"
        folders = [corpus, work / "seeds" / target, work / "found" / target]
        found = reached(target, [folder for folder in folders if folder.is_dir()])
        taken, weight = chosen(found)
        keep = {path.read_bytes() for path in taken}
        named = {path.read_bytes(): path for path in corpus.iterdir()}
        for bytes_, path in named.items():
            # A name that somebody gave is a finding of old, and stays.
            if bytes_ not in keep and len(path.name) == 40:
                path.unlink()
        for bytes_ in keep - named.keys():
            (corpus / hashlib.sha1(bytes_).hexdigest()).write_bytes(bytes_)
        print(f"{target}: {len(taken)} of {len(found)} inputs, {weight} bytes, {len(set().union(*found.values()))} edges")


if __name__ == "__main__":
    main()
