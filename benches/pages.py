#!/usr/bin/env python3
"""How soon pages are answered while papers come in, and how soon everybody who follows the log hears of it.

usage: benches/pages.py PROTOKOL WORK FOLDER [FLAG...]

PROTOKOL is a release build, WORK a folder in which a ledger is made and removed, FOLDER an election folder; FLAGs are those of
`rehearse`, as --synthetic 1 --units 10000. The load tool hands everything in as fast as it is taken, until the first protocols
are in; from then on it is stopped for most of each second, so that papers come as on a night. Meanwhile pages are asked for, the
same few by everybody, and a thousand readers follow the event stream. All of it is on the same machine.
"""

import asyncio
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request

CLIENTS = 512
STREAMS = 1000
# Who asks for pages, how often each, and for how long.
READERS = 20
EACH_SECONDS = 0.2
SECONDS = 40
# Of each second the load tool works so much.
WORKS = 0.1


def get(url):
    with urllib.request.urlopen(url) as answer:
        return answer.read()


def address(reader):
    return f"198.18.{reader // 250}.{reader % 250 + 1}"


async def opened(host, reader, path, accept):
    """A connection that asked for a path, from an address of its own."""
    name, port = host.split(":")
    stream, writer = await asyncio.open_connection(name, int(port))
    await ask(writer, host, reader, path, accept)
    return stream, writer


async def ask(writer, host, reader, path, accept):
    head = f"GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: {accept}\r\nAccept-Encoding: gzip\r\n"
    writer.write(f"{head}X-Forwarded-For: {address(reader)}\r\n\r\n".encode())
    await writer.drain()


async def page(host, reader, paths, took, until):
    """Asks for pages one after the other, and notes how long each took, in milliseconds."""
    stream, writer = None, None
    await asyncio.sleep(EACH_SECONDS * reader / READERS)
    while time.monotonic() < until:
        for path in paths:
            since = time.monotonic()
            if writer is None:
                stream, writer = await opened(host, reader, path, "text/html")
            else:
                await ask(writer, host, reader, path, "text/html")
            head = (await stream.readuntil(b"\r\n\r\n")).decode().lower()
            length = re.search(r"content-length: (\d+)", head)
            await stream.readexactly(int(length.group(1)))
            assert " 200 " in head.split("\r\n", 1)[0], head
            took[path].append((time.monotonic() - since) * 1000)
        await asyncio.sleep(EACH_SECONDS)
    writer.close()


async def follow(host, reader, size, heard):
    """Follows the log, and notes when it hears of each size."""
    stream, _ = await opened(host, reader, f"/v1/changes?after={size}", "text/event-stream")
    while line := await stream.readline():
        if line.startswith(b"id: "):
            heard.append((int(line[4:]), time.monotonic()))


async def night(host, size, paths, load):
    """Measures while papers come in."""
    heard = [[] for _ in range(STREAMS)]
    followers = [asyncio.create_task(follow(host, reader, size, one)) for reader, one in enumerate(heard)]
    await asyncio.sleep(3)
    took, until = {path: [] for path in paths}, time.monotonic() + SECONDS
    asking = [asyncio.create_task(page(host, STREAMS + reader, paths, took, until)) for reader in range(READERS)]
    while time.monotonic() < until:
        load.send_signal(signal.SIGCONT)
        await asyncio.sleep(WORKS)
        load.send_signal(signal.SIGSTOP)
        await asyncio.sleep(1 - WORKS)
    await asyncio.gather(*asking)
    await asyncio.sleep(2)
    for follower in followers:
        follower.cancel()
    return took, heard


def percentiles(values):
    values = sorted(values)
    at = lambda share: values[min(len(values) * share // 1000, len(values) - 1)]
    return f"p50 {at(500):.1f}  p99 {at(990):.1f}  longest {values[-1]:.1f} ms, of {len(values)}"


def current(heard):
    """From the first who heard of a size to the last who knows at least as much, in milliseconds, size by size."""
    first = {}
    for size, at in (one for reader in heard for one in reader):
        first[size] = min(at, first.get(size, at))
    last = max(first)
    behind = []
    for size, since in first.items():
        knows = [next((at for told, at in reader if told >= size), None) for reader in heard]
        if None not in knows:
            behind.append((max(knows) - since) * 1000)
    print(f"  {len(first)} sizes were told; {sum(reader[-1][0] == last for reader in heard)} of {STREAMS} know the last")
    return behind



def main(protokol, work, *election):
    protokol, work = str(pathlib.Path(protokol).resolve()), pathlib.Path(work).resolve() / "measured"
    work.mkdir(parents=True)
    ledger = str(work / "ledger")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before")
    subprocess.run([protokol, "rehearse", *election, "--found", "--ledger", ledger, "--quiet"], check=True, capture_output=True)
    typed = [protokol, "serve", "--ledger", ledger, "--listen", "127.0.0.1:0", "--behind", "127.0.0.1", "--quiet"]
    service = subprocess.Popen(typed, stdout=subprocess.PIPE, text=True)
    url = re.search(r"http://\S+", service.stdout.readline()).group()
    typed = [protokol, "rehearse", *election, "--to", url, "--clients", str(CLIENTS), "--as-proxy", "--json", "--quiet"]
    load = subprocess.Popen(typed, stdout=subprocess.DEVNULL)
    try:
        while True:
            time.sleep(1)
            totals = json.loads(get(url + "/v1/totals"))["data"]
            if any(total["in_force"] > 0 for total in totals):
                break
        total = totals[0]
        units = json.loads(get(f"{url}/v1/units?limit=100"))["data"]
        unit = next(row["unit"] for row in units if row["parent"] == total["unit"])
        contest = total["id"]
        paths = ["/en/", f"/en/contests/{contest}/{unit}/", f"/en/contests/{contest}/", "/en/arrivals/", "/en/turnout/"]
        size = json.loads(get(url + "/v1/checkpoint"))["size"]
        took, heard = asyncio.run(night(url.removeprefix("http://"), size, paths, load))
        grew = json.loads(get(url + "/v1/checkpoint"))["size"] - size
        print(f"{total['units_expected']} precincts; {grew} papers came in {SECONDS} seconds; load {os.getloadavg()[0]:.1f}")
        for path, times in took.items():
            print(f"  {path:40} {percentiles(times)}")
        print(f"  the last of {STREAMS} readers of a nudge, after the first: {percentiles(current(heard))}")
    finally:
        for process in (load, service):
            process.send_signal(signal.SIGCONT)
            process.terminate()
            process.wait()
        shutil.rmtree(work)


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
