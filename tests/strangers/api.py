#!/usr/bin/env python3
"""Runs every example of docs/api.md against a service over a ledger, and holds each against what stands under it:
api.py PROGRAM LEDGER, with --write to put down what is answered."""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEXT = ROOT / "docs" / "api.md"
ADDRESS = "http://127.0.0.1:7381"
EXAMPLE = re.compile(r"^```(sh|python)\n(.*?)^```\n\n```text\n(.*?)^```$", re.M | re.S)


def started(program, ledger, talk):
    """A service over a ledger, and where it answers."""
    command = [program, "serve", "--ledger", ledger, "--listen", "127.0.0.1:0"]
    service = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=talk, text=True)
    return service, re.search(r"http://\S+", service.stdout.readline()).group()


def submission(url):
    """A statement that the log has: the first of the second round's protocols, as the file that was handed in."""
    with urllib.request.urlopen(url + "/log/tile/entries/000") as answer:
        bundle = answer.read()
    length = int.from_bytes(bundle[:2], "big")
    return b"protokol submission v1\n" + bundle[2 : 2 + length][48:]


def answered(language, example, url, folder, program):
    example = example.replace(ADDRESS, url)
    command = ["bash", "-euo", "pipefail", "-c"] if language == "sh" else [sys.executable, "-c"]
    path = f"{pathlib.Path(program).resolve().parent}:{os.environ['PATH']}"
    run = subprocess.run(command + [example], cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"{example}\nended with {run.returncode}\n{run.stderr}")
    return run.stdout.replace(url, ADDRESS)


def main(program, ledger, write):
    text, wrong = TEXT.read_text(), []
    with tempfile.TemporaryDirectory() as scratch, open(os.path.join(scratch, "talk"), "w") as talk:
        shutil.copytree(ledger, os.path.join(scratch, "ledger"))
        shutil.copytree(ROOT / "keys", os.path.join(scratch, "keys"))
        service, url = started(program, os.path.join(scratch, "ledger"), talk)
        try:
            pathlib.Path(scratch, "paper.submission").write_bytes(submission(url))

            def held(example):
                language, said, expected = example.groups()
                told = answered(language, said, url, scratch, program)
                if told != expected:
                    wrong.append(f"{said}answers\n{told}and not\n{expected}")
                return f"```{language}\n{said}```\n\n```text\n{told}```"

            told = EXAMPLE.sub(held, text)
        finally:
            service.send_signal(signal.SIGTERM)
            service.wait()
    count = len(EXAMPLE.findall(text))
    blocks = len(re.findall(r"^```(?:sh|python)$", text, re.M))
    if not count or count != blocks:
        sys.exit(f"{blocks - count} of {blocks} examples have no answer under them")
    if write:
        TEXT.write_text(told)
    elif wrong:
        sys.exit("\n".join(wrong))
    print(f"{count} examples of docs/api.md answer what stands under them")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], "--write" in sys.argv)
