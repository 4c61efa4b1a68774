"""From process start to the first poll, and the memory then: ``rakor run`` beside PTB's smallest bot.

Both poll an emulator in a process of its own. Medians of five runs; the import times by module at the end.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Any

RUNS = 5
LIMIT_SECONDS, LIMIT_MB = 0.8, 90
SAMPLE = Path(__file__).parent.parent / "data" / "sample" / "rakor-polpum-2023.toml"
SLOWEST_IMPORTS = 15

CONFIG = """
[telegram]
token = "{token}"
base_url = "{url}"
[event]
file = "{event}"
[database]
path = "rakor.db"
"""

SMALLEST_PTB_BOT = """
import sys
from telegram.ext import Application, CommandHandler
token, url = sys.argv[1:]
application = Application.builder().token(token).base_url(url + "/bot").build()
application.add_handler(CommandHandler("start", lambda update, context: None))
application.run_polling(bootstrap_retries=0)
"""


def main() -> None:
    with emulator() as url:
        ours = [_measure(url, f"1:run-{run}", _rakor) for run in range(RUNS)]
        peers = [_measure(url, f"2:run-{run}", _ptb) for run in range(RUNS)]
    print(f"{'first poll and memory':34} {'seconds':>8} {'MB':>6}   (medians of {RUNS})")
    for name, measured in (("rakor run", ours), ("python-telegram-bot, one handler", peers)):
        seconds, megabytes = (median(values) for values in zip(*measured, strict=True))
        print(f"{name:34} {seconds:8.2f} {megabytes:6.0f}")
    print(f"{'limit':34} {LIMIT_SECONDS:8.2f} {LIMIT_MB:6}")
    _print_imports()


@contextmanager
def emulator() -> Iterator[str]:
    """An emulator in a process of its own; its address."""
    command = [sys.executable, "-m", "bot", "emulator", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield process.stdout.readline().split()[1]
        process.terminate()


def _rakor(url: str, token: str, folder: Path) -> Sequence[str]:
    config = folder / "config.toml"
    config.write_text(CONFIG.format(token=token, url=url, event=SAMPLE))
    return [sys.executable, "-m", "bot", "run", "--config", str(config)]


def _ptb(url: str, token: str, folder: Path) -> Sequence[str]:
    script = folder / "bot.py"
    script.write_text(SMALLEST_PTB_BOT)
    return [sys.executable, str(script), token, url]


def _measure(url: str, token: str, command: Any) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as folder:
        words = command(url, token, Path(folder))
        started = time.time()
        with subprocess.Popen(words) as process:
            try:
                polled = _first_poll(url, token)
                return polled - started, _resident_megabytes(process.pid)
            finally:
                process.terminate()


def _first_poll(url: str, token: str) -> float:
    """The emulator's clock is the machine's, so its record tells when the first getUpdates came."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        for call in _get(f"{url}/_emulator/calls?bot={token}"):
            if call["method"].lower() == "getupdates":
                return _epoch(call["at"])
        time.sleep(0.02)
    raise SystemExit("the bot did not poll within 30 s")


def _get(url: str) -> list[dict[str, Any]]:
    try:
        with urllib.request.urlopen(url, timeout=5) as response:  # noqa: S310 - our own emulator
            return list(json.load(response))
    except urllib.error.HTTPError:
        return []


def _epoch(at: str | float) -> float:
    return at if isinstance(at, int | float) else datetime.fromisoformat(at).timestamp()


def _resident_megabytes(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise SystemExit("no VmRSS in /proc")


def _print_imports() -> None:
    """What ``rakor run`` imports, slowest first, each without what it imports itself."""
    command = [sys.executable, "-X", "importtime", "-c", "import bot.serve, bot.config"]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stderr.splitlines()
    rows = [line.removeprefix("import time:").split("|") for line in lines if "|" in line][1:]
    by_package: dict[str, int] = {}
    for own, _, name in rows:
        package = name.strip().split(".")[0]
        by_package[package] = by_package.get(package, 0) + int(own)
    print(f"\nimport time by package, ms ({sum(by_package.values()) / 1000:.0f} in all)")
    for package, microseconds in sorted(by_package.items(), key=lambda one: -one[1])[:SLOWEST_IMPORTS]:
        print(f"{package:34} {microseconds / 1000:8.1f}")


if __name__ == "__main__":
    main()
