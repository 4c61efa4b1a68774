"""From process start to the first poll, and the memory then: ``rakor run`` beside PTB's smallest bot.

Both poll a server in this process that notes the instant. Medians of five runs; import times by package last.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.memory import resident_megabytes

RUNS = 5
LIMIT_SECONDS, LIMIT_MB = 0.8, 90
PATIENCE_SECONDS = 30
SAMPLE = Path(__file__).parent.parent / "data" / "sample" / "rakor-polpum-2023.toml"
SLOWEST_IMPORTS = 15
TOKEN = "1:token-of-the-benchmark"  # noqa: S105 - made up

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

Command = Callable[[str, Path], Sequence[str]]


def main() -> None:
    with telegram() as server:
        ours = [_measure(server, _rakor) for _ in range(RUNS)]
        peers = [_measure(server, _ptb) for _ in range(RUNS)]
    print(f"{'first poll and memory':34} {'seconds':>8} {'MB':>6}   (medians of {RUNS})")
    for name, measured in (("rakor run", ours), ("python-telegram-bot, one handler", peers)):
        seconds, megabytes = (median(values) for values in zip(*measured, strict=True))
        print(f"{name:34} {seconds:8.2f} {megabytes:6.0f}")
    print(f"{'limit':34} {LIMIT_SECONDS:8.2f} {LIMIT_MB:6}")
    _print_imports()


class Telegram(ThreadingHTTPServer):
    """Just enough of the Bot API for a bot to come up; long polls last until the next run."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.begin()

    def begin(self) -> None:
        self.polled = threading.Event()
        self.polled_at = 0.0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Telegram

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        method = self.path.rpartition("/")[2].lower()
        if method == "getupdates":
            self._poll()
            return
        result: Any = True
        if method == "getme":
            result = {"id": 1, "is_bot": True, "first_name": "Rakor", "username": "rakor_bot"}
        self._send(result)

    def _poll(self) -> None:
        if not self.server.polled.is_set():
            self.server.polled_at = time.time()
            self.server.polled.set()
        time.sleep(1)
        with suppress(ConnectionError):  # the bot has been ended meanwhile
            self._send([])

    def _send(self, result: Any) -> None:
        body = json.dumps({"ok": True, "result": result}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Nothing."""


@contextmanager
def telegram() -> Iterator[Telegram]:
    with Telegram() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def _rakor(url: str, folder: Path) -> Sequence[str]:
    config = folder / "config.toml"
    config.write_text(CONFIG.format(token=TOKEN, url=url, event=SAMPLE))
    return [sys.executable, "-m", "bot", "run", "--config", str(config)]


def _ptb(url: str, folder: Path) -> Sequence[str]:
    script = folder / "bot.py"
    script.write_text(SMALLEST_PTB_BOT)
    return [sys.executable, str(script), TOKEN, url]


def _measure(server: Telegram, command: Command) -> tuple[float, float]:
    """Seconds and megabytes of one start."""
    server.begin()
    with tempfile.TemporaryDirectory() as folder:
        words = command(server.url, Path(folder))
        started = time.time()
        with subprocess.Popen(words, stderr=subprocess.DEVNULL) as process:
            try:
                if not server.polled.wait(PATIENCE_SECONDS):
                    raise SystemExit(f"no poll within {PATIENCE_SECONDS} s: {' '.join(words)}")
                return server.polled_at - started, resident_megabytes(process.pid)
            finally:
                process.terminate()


def _print_imports() -> None:
    """What ``rakor run`` imports, by package, each without what it imports of others."""
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
