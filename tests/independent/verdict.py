"""What faults come to: section 12.1 of docs/format.md."""

GRAVES = {"R36": ("unreadable", 3), "V29": ("unreadable", 3)} | dict.fromkeys(
    ("V10", "V13", "V19", "V22", "V32"), ("insufficient", 4))


def verdict(faults):
    """(word, exit code): the gravest of the faults."""
    found = {GRAVES.get(fault["code"], ("failed", 1)) for fault in faults}
    return next((v for v in (("failed", 1), ("unreadable", 3), ("insufficient", 4)) if v in found), ("verified", 0))
