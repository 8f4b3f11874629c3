"""Trust files, read from C2SP tlog-policy alone, and what they say about a checkpoint."""

import re

from notes import cosignatures, key_id, signatures_of, signed_by, verifier_key

POLICY_MAX = 64 * 1024
CLOCK_SKEW_MAX = 300  # seconds


class NotAPolicy(Exception):
    """The first line that is wrong, and why."""


class WithoutPolicy(Exception):
    """Nothing says whose key to trust."""


class Policy:
    def __init__(self, data, now=None):
        """Of a trust file's bytes, for a reader whose clock shows so many seconds, or who has none."""
        self.latest = 2**63 if now is None else now + CLOCK_SKEW_MAX
        self.logs, self.witnesses = [], {}  # witnesses: name -> (key name, key), in the order of the file
        self.rules, self.members = {}, set()  # rules: name -> None for a witness, or (threshold, members)
        self.quorum, self.numbers = (), ()  # what the one line says, once there is one
        if len(data) > POLICY_MAX or data and not data.endswith(b"\n"):
            raise NotAPolicy("too long, or cut off")
        for number, line in enumerate(data.split(b"\n")[:-1], 1):
            try:
                self.read(line)
            except NotAPolicy as wrong:
                raise NotAPolicy(f"line {number}: {wrong}") from None
        if not self.quorum:
            raise NotAPolicy("no quorum line")

    def read(self, line):
        if any(byte < 0x20 and byte != 9 or byte == 0x7F for byte in line):
            raise NotAPolicy("a control character")
        items = [item for item in re.split(rb"[ \t]+", line) if item]
        if not items or items[0].startswith(b"#"):
            return
        kinds = {b"log": (self.log, 1, 2), b"witness": (self.witness, 2, 3), b"group": (self.group, 3, len(items)),
                 b"quorum": (self.the_quorum, 1, 1), b"numbers": (self.the_numbers, 1, 1)}
        take, fewest, most = kinds.get(items[0], (None, 0, 0))
        if not fewest <= len(items) - 1 <= most:
            raise NotAPolicy("a line of no kind, with too few items, or with too many")
        take(*items[1:])

    def log(self, key, _url=b""):
        name, kind, public = parsed(key)
        if kind != 1 or public in self.keys():
            raise NotAPolicy("no log's key, or a second time")
        self.logs.append((name, public))

    def witness(self, name, key, _url=b""):
        key_name, _, public = parsed(key)
        if public in self.keys():
            raise NotAPolicy("a witness a second time")
        self.define(name, None)
        self.witnesses[name] = key_name, public

    def keys(self):
        """Every public key so far, of logs and witnesses alike: each is independent of the others."""
        return [key for _, key in [*self.logs, *self.witnesses.values()]]

    def group(self, name, threshold, *members):
        for member in members:
            if member not in self.rules or member in self.members:
                raise NotAPolicy("a member that is not defined above, or counts already")
            self.members.add(member)
        count = {b"any": b"1", b"all": b"%d" % len(members)}.get(threshold, threshold)
        if not re.fullmatch(b"[1-9][0-9]{0,8}", count) or int(count) > len(members):
            raise NotAPolicy("no threshold")
        self.define(name, (int(count), members))

    def the_quorum(self, name):
        if self.quorum or name != b"none" and name not in self.rules:
            raise NotAPolicy("a second quorum, or of a name that is not defined above")
        self.quorum = (name,)

    def the_numbers(self, name):
        """What must be met under a snapshot, by witnesses who recompute."""
        if self.numbers or name != b"none" and name not in self.rules:
            raise NotAPolicy("a second line of numbers, or of a name that is not defined above")
        if name != b"none" and not self.is_met(name, self.recomputers()):
            raise NotAPolicy("numbers that can never be met")
        self.numbers = (name,)

    def asks_for_numbers(self):
        return self.numbers not in ((), (b"none",))

    def recomputers(self):
        return {name for name, (key_name, _) in self.witnesses.items() if key_name.endswith("/recomputed")}

    def define(self, name, rule):
        if name == b"none" or name in self.rules:
            raise NotAPolicy("a name that is taken")
        self.rules[name] = rule

    def is_met(self, name, cosigned):
        """Whether a witness or enough of a group cosigned."""
        if self.rules[name] is None:
            return name in cosigned
        threshold, members = self.rules[name]
        return sum(self.is_met(member, cosigned) for member in members) >= threshold

    def judge(self, checkpoint):
        """(codes of faults, {witness: time}) of a checkpoint."""
        times = self.times(checkpoint)
        if not self.signers(checkpoint) or times is None:
            return ["V12"], {}
        enough = self.quorum == (b"none",) or self.is_met(self.quorum[0], times)
        return [] if enough else ["V13"], named(times)

    def judge_numbers(self, snapshot, checkpoint):
        """The same of a snapshot beside a checkpoint that was judged: it is signed by the same keys of the log, or, of an
        earlier size, by one of them."""
        times = self.times(snapshot)
        ours, theirs = set(self.signers(snapshot)), set(self.signers(checkpoint))
        if not (theirs <= ours if snapshot["size"] == checkpoint["size"] else ours):
            return ["V8"], {}
        if times is None:
            return ["V12"], {}
        times = {name: time for name, time in times.items() if name in self.recomputers()}
        enough = not self.asks_for_numbers() or self.is_met(self.numbers[0], times)
        return [] if enough else ["V32"], named(times)

    def signers(self, note):
        """The logs that signed a note; none if a signature under the name and key id of one of them is false."""
        logs = [log for log in self.logs if signatures_of(note, log[0], key_id(log[0], 1, log[1]))]
        logs = [log for log in logs if log[0] == note["origin"]]
        return logs if all(signed_by(note, *log) for log in logs) else []

    def times(self, note):
        """{witness: time} of those who cosigned a note; None if a cosignature is false."""
        cosigned = {name: cosignatures(note, *witness) for name, witness in self.witnesses.items()}
        if None in cosigned.values():
            return None
        cosigned = {name: [time for time in times if time <= self.latest] for name, times in cosigned.items()}
        return {name: max(times) for name, times in cosigned.items() if times}


def named(times):
    return {name.decode(errors="replace"): time for name, time in times.items()}


def parsed(key):
    try:
        found = verifier_key(key.decode("utf-8"))
    except UnicodeDecodeError:
        found = None
    if found is None:
        raise NotAPolicy("not a verifier key")
    return found
