"""What a process holds in memory."""

from __future__ import annotations

from pathlib import Path


def resident_megabytes(pid: int | str = "self") -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise SystemExit("no VmRSS in /proc: the process has ended")
