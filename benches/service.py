#!/usr/bin/env python3
"""What the service does in a second on this machine, beside what the machine does without it.

usage: benches/service.py PROTOKOL WORK FOLDER [FLAG...]

PROTOKOL is a release build, WORK a folder on the disk that is meant, in which ledgers are made and removed, FOLDER an election
folder; FLAGs are those of `rehearse`, as --synthetic 1 --units 1000. Papers are handed in by the load tool, on the same machine, which takes its part of the processors: once as fast as
they are taken, once at half of that. Reads are asked for by wrk, of the service and of an nginx that has the same bytes as
files. Event-stream readers are a thousand sockets of this program. What a program lacks is said and left out.
"""

import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request

CLIENTS = 128
CONNECTIONS = 32
READ_SECONDS = 8
STREAMS = 1000
# Readers come from many addresses, as on the night: each request names one of those set apart for measuring.
WRK = """
request = function()
  local from = string.format("198.%d.%d.%d", math.random(18, 19), math.random(0, 255), math.random(0, 255))
  return wrk.format("GET", nil, { ["X-Forwarded-For"] = from })
end
"""
NGINX = """
worker_processes auto; pid {work}/nginx.pid; error_log {work}/nginx.log;
events {{ worker_connections 1024; }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
  client_body_temp_path {work}/body; proxy_temp_path {work}/proxy; fastcgi_temp_path {work}/fastcgi;
  uwsgi_temp_path {work}/uwsgi; scgi_temp_path {work}/scgi;
  open_file_cache max=1000 inactive=60s;
  server {{ listen 127.0.0.1:{port}; root {work}/files; default_type application/octet-stream; }}
}}
"""


class Service:
    """The service over a ledger, ended when left."""

    def __init__(self, protokol, ledger, serving=()):
        typed = [protokol, "serve", "--ledger", ledger, "--listen", "127.0.0.1:0", "--behind", "127.0.0.1", "--quiet"]
        self.process = subprocess.Popen(typed + list(serving), stdout=subprocess.PIPE, text=True)
        self.url = re.search(r"http://\S+", self.process.stdout.readline()).group()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()

    def memory(self):
        """Resident memory, in MiB."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024

    def processor(self):
        """Seconds of the processors so far."""
        stat = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")


def load(protokol, election, work, flags, serving=()):
    """Hands an election in to a service of its own; what the load tool says, and the service's processor time."""
    ledger = str(work / "ledger")
    shutil.rmtree(ledger, ignore_errors=True)
    found = [protokol, "rehearse", *election, "--found", "--ledger", ledger, "--quiet"]
    subprocess.run(found, check=True, capture_output=True)
    with Service(protokol, ledger, serving) as service:
        typed = [protokol, "rehearse", *election, "--to", service.url, "--clients", str(CLIENTS), "--as-proxy", "--json"]
        done = subprocess.run(typed + ["--quiet"] + flags, check=True, capture_output=True, text=True)
        return json.loads(done.stdout), service.processor()


def told(name, loaded, processor):
    phases = [("all", loaded["all"])] + [
        (f"{phase['phase']} {phase['contest'] or ''}".strip(), phase["measured"])
        for phase in loaded["phases"]
        if phase["measured"]["submissions"] >= 1000
    ]
    print(f"\n{name}: {loaded['asked_again']}, the service's processor {processor:.1f} s")
    for phase, measured in phases:
        latency = {key: round(value / 1000, 1) for key, value in measured["latency"].items()}
        print(f"  {phase:24} {measured['submissions']:7} submissions {measured['per_second']:6} a second  ms {latency}")


def get(url):
    with urllib.request.urlopen(url) as answer:
        return answer.read()


def wrk(url, script):
    typed = ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{READ_SECONDS}s", "--latency", "-s", str(script), url]
    out = subprocess.run(typed, check=True, capture_output=True, text=True).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1))
    slow = re.search(r"^ +99%\s+(\S+)", out, re.MULTILINE).group(1)
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    return f"{rate:9.0f} a second, 99 % within {slow}" + (f", {failed.group(1)} refused" if failed else "")


def free():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def reads(service, work):
    if not shutil.which("wrk"):
        return print("SKIPPED: no wrk to ask with")
    script = work / "wrk.lua"
    script.write_text(WRK)
    paths = ["/v1/totals", "/log/tile/0/000", "/log/tile/entries/000"]
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    server, port = None, free()
    if nginx:
        for path in paths:
            file = work / "files" / path.lstrip("/")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(get(service.url + path))
        # Its workers may be another user's.
        for folder in [work, *(work / "files").rglob("*")]:
            folder.chmod(0o755)
        (work / "nginx.conf").write_text(NGINX.format(work=work, port=port))
        server = subprocess.Popen([nginx, "-c", str(work / "nginx.conf"), "-g", "daemon off;"])
        time.sleep(1)
    else:
        print("SKIPPED: no nginx to hold it beside")
    for path in paths:
        print(f"\n{path}, {len(get(service.url + path))} bytes")
        print("  service", wrk(service.url + path, script))
        if server:
            print("  nginx  ", wrk(f"http://127.0.0.1:{port}{path}", script))
    if server:
        server.terminate()
        server.wait()


def streams(service):
    """A thousand who follow the log, and what the service holds for them."""
    host, port = service.url.removeprefix("http://").split(":")
    before, readers = service.memory(), []
    for reader in range(STREAMS):
        stream = socket.create_connection((host, int(port)))
        address = f"198.18.{reader // 250}.{reader % 250 + 1}"
        head = f"GET /v1/changes HTTP/1.1\r\nHost: {host}\r\nAccept: text/event-stream\r\nX-Forwarded-For: {address}\r\n\r\n"
        stream.sendall(head.encode())
        readers.append(stream)
    opened = sum(b"200 OK" in stream.recv(4096) for stream in readers)
    time.sleep(2)
    after = service.memory()
    print(f"\n{opened} of {STREAMS} event streams: {before:.0f} MiB before, {after:.0f} MiB with them")
    for stream in readers:
        stream.close()


def main(protokol, work, *election):
    protokol, work = str(pathlib.Path(protokol).resolve()), pathlib.Path(work).resolve() / "measured"
    work.mkdir(parents=True)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before")
    full, processor = load(protokol, election, work, ["--beside", str(work)])
    told("as fast as they are taken", full, processor)
    print("  this machine alone:", full["machine"])
    half = max(full["all"]["per_second"] // 2, 1)
    told(f"{half} a second are due on the mean", *load(protokol, election, work, ["--rate", str(half)]))
    with Service(protokol, str(work / "ledger")) as service:
        reads(service, work)
        streams(service)
    print(f"load {os.getloadavg()[0]:.1f} after")
    shutil.rmtree(work)


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
