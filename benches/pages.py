#!/usr/bin/env python3
"""How soon pages are answered while papers come in, and how soon everybody who follows the log hears of it.

usage: benches/pages.py PROTOKOL WORK FOLDER [FLAG...]

PROTOKOL is a release build, WORK a folder, FOLDER an election folder; FLAGs are those of `rehearse`, as --synthetic 1 --units
10000. A ledger that is founded stands in WORK/founded when it is done, and is used again; what is measured is removed. The
load tool hands everything in as fast as it is taken, until the first protocols are in; from then on it is stopped for most of
each second, so that papers come as on a night, and gives way to whoever else has something to do, for it would be elsewhere.
Meanwhile pages are asked for, of constituencies by each reader another one, and a thousand readers follow the event stream,
from a process of their own. All of it is on the same machine.
"""

import asyncio
import bisect
import gzip
import json
import multiprocessing
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
# How what is packed with gzip begins.
PACKED = b"\x1f\x8b"
# How often it is looked which size is sealed, and how long everybody has for the last.
LOOK_SECONDS = 0.02
LAST_SECONDS = 3


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


async def answered(stream):
    """The body of an answer."""
    head = (await stream.readuntil(b"\r\n\r\n")).decode().lower()
    assert " 200 " in head.split("\r\n", 1)[0], head
    return await stream.readexactly(int(re.search(r"content-length: (\d+)", head).group(1)))


async def page(host, reader, paths, took, until):
    """Asks for pages one after the other, and notes how long each took, in milliseconds."""
    stream, writer = None, None
    await asyncio.sleep(EACH_SECONDS * reader / READERS)
    while time.monotonic() < until:
        for kind, path in paths:
            since = time.monotonic()
            if writer is None:
                stream, writer = await opened(host, STREAMS + reader, path, "text/html")
            else:
                await ask(writer, host, STREAMS + reader, path, "text/html")
            size = len(await answered(stream))
            took.setdefault(kind, []).append(((time.monotonic() - since) * 1000, size))
        await asyncio.sleep(EACH_SECONDS)
    writer.close()


async def look(host, sealed):
    """Looks again and again which size is sealed, and notes when each was seen first."""
    stream, writer = await opened(host, STREAMS + READERS, "/v1/checkpoint", "application/json")
    while True:
        body = await answered(stream)
        size = json.loads(gzip.decompress(body) if body.startswith(PACKED) else body)["size"]
        if not sealed or sealed[-1][0] < size:
            sealed.append((size, time.monotonic()))
        await asyncio.sleep(LOOK_SECONDS)
        await ask(writer, host, STREAMS + READERS, "/v1/checkpoint", "application/json")


async def follow(host, reader, size, heard):
    """Follows the log, and notes when it hears of each size."""
    stream, _ = await opened(host, reader, f"/v1/changes?after={size}", "text/event-stream")
    while line := await stream.readline():
        if line.startswith(b"id: "):
            heard.append((int(line[4:]), time.monotonic()))


def followers(host, size, pipe):
    """A thousand readers of the stream, until somebody says that it is enough; then what each heard."""
    heard = [[] for _ in range(STREAMS)]

    async def all_of_them():
        tasks = [asyncio.create_task(follow(host, reader, size, one)) for reader, one in enumerate(heard)]
        await asyncio.get_running_loop().run_in_executor(None, pipe.recv)
        for task in tasks:
            task.cancel()

    asyncio.run(all_of_them())
    pipe.send(heard)


async def night(host, paths, load):
    """Asks for pages while papers come in."""
    took, sealed, until = {}, [], time.monotonic() + SECONDS
    looking = asyncio.create_task(look(host, sealed))
    asking = [asyncio.create_task(page(host, reader, paths(reader), took, until)) for reader in range(READERS)]
    while time.monotonic() < until:
        load.send_signal(signal.SIGCONT)
        await asyncio.sleep(WORKS)
        load.send_signal(signal.SIGSTOP)
        await asyncio.sleep(1 - WORKS)
    await asyncio.gather(*asking)
    looking.cancel()
    await asyncio.sleep(LAST_SECONDS)
    return took, sealed


def percentiles(values):
    values = sorted(values)
    at = lambda share: values[min(len(values) * share // 1000, len(values) - 1)]
    return f"p50 {at(500):.1f}  p99 {at(990):.1f}  longest {values[-1]:.1f} ms, of {len(values)}"


def current(sealed, heard):
    """From when a size was seen sealed to when the last of all readers knew at least as much, in milliseconds, size by size."""
    behind = []
    for size, since in sealed[1:]:
        places = [bisect.bisect_left(reader, (size,)) for reader in heard]
        if any(place == len(reader) for place, reader in zip(places, heard)):
            behind.append(float("inf"))
        else:
            last = max(reader[place][1] for place, reader in zip(places, heard))
            behind.append(max(last - since, 0) * 1000)
    return behind


def founded(protokol, work, election):
    """A ledger that has its founding acts and no paper, made once."""
    ledger, making = work / "founded", work / "founding"
    if not ledger.exists():
        since = time.monotonic()
        typed = [protokol, "rehearse", *election, "--found", "--ledger", str(making), "--quiet"]
        subprocess.run(typed, check=True, capture_output=True)
        making.rename(ledger)
        print(f"founded in {time.monotonic() - since:.0f} s")
    return ledger


def main(protokol, work, *election):
    protokol, work = str(pathlib.Path(protokol).resolve()), pathlib.Path(work).resolve()
    work.mkdir(parents=True, exist_ok=True)
    ledger = work / "measured"
    shutil.copytree(founded(protokol, work, election), ledger)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before")
    typed = [protokol, "serve", "--ledger", str(ledger), "--listen", "127.0.0.1:0", "--behind", "127.0.0.1", "--quiet"]
    service = subprocess.Popen(typed, stdout=subprocess.PIPE, text=True)
    url = re.search(r"http://\S+", service.stdout.readline()).group()
    host = url.removeprefix("http://")
    typed = [protokol, "rehearse", *election, "--to", url, "--clients", str(CLIENTS), "--as-proxy", "--json", "--quiet"]
    load = subprocess.Popen(["nice", "-n", "10", *typed], stdout=subprocess.DEVNULL)
    try:
        while True:
            time.sleep(1)
            assert load.poll() is None, "the load tool is done before anything is measured"
            totals = json.loads(get(url + "/v1/totals"))["data"]
            if any(total["in_force"] > 0 for total in totals):
                break
        total = totals[0]
        units = json.loads(get(f"{url}/v1/units?limit=1000"))["data"]
        units = [row["unit"] for row in units if row["parent"] == total["unit"]]
        contest = f"/en/contests/{total['id']}/"
        paths = lambda reader: [
            ("the first page", "/en/"),
            ("a constituency", f"{contest}{units[reader % len(units)]}/"),
            ("the contest", contest),
            ("arrivals", "/en/arrivals/"),
            ("turnout", "/en/turnout/"),
            ("whom to call", "/en/awaited/"),
            ("what does not add up", "/en/findings/"),
        ]
        size = json.loads(get(url + "/v1/checkpoint"))["size"]
        pipe, of_followers = multiprocessing.Pipe()
        following = multiprocessing.Process(target=followers, args=(host, size, of_followers), daemon=True)
        following.start()
        time.sleep(3)
        took, sealed = asyncio.run(night(host, paths, load))
        pipe.send("enough")
        heard = pipe.recv()
        grew = sealed[-1][0] - sealed[0][0]
        print(f"{total['units_expected']} precincts; {grew} papers came in {SECONDS} seconds, {len(sealed)} checkpoints seen; load {os.getloadavg()[0]:.1f}")
        for kind, answers in took.items():
            print(f"  {kind:22} {percentiles([time for time, _ in answers])}, {max(size for _, size in answers)} bytes")
        print(f"  the last of {STREAMS} readers knows what is sealed after {percentiles(current(sealed, heard))}")
    finally:
        for process in (load, service):
            process.send_signal(signal.SIGCONT)
            process.terminate()
            process.wait()
        shutil.rmtree(ledger)


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
