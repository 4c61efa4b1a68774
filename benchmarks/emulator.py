"""Calls a second of the Bot API emulator, with its record and flood limits on, beside a bare aiohttp echo.

Each server runs in a process of its own; this one sends texts with markup and a keyboard to fifty people.
Medians of five runs in turn, with the server's own processor time a call: on one core, it alone is the limit.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import aiohttp

RUNS = 5
CALLS = 6_000
CLIENTS = 16
PEOPLE = 50
LIMIT_CALLS_PER_SECOND = 1_500
TOKEN = "1:token-of-the-benchmark"  # noqa: S105 - made up
UNREACHED = {"enforce": True, "per_second": 1_000_000, "per_chat": 100_000, "burst": 100_000}
"""Limits that are counted at each call, and refuse none."""
KEYBOARD = json.dumps({"inline_keyboard": [[{"text": "Jadwal", "callback_data": "jadwal"}]]})

ECHO = """
import asyncio
from aiohttp import web

async def echo(request):
    await request.read()
    return web.json_response({"ok": True})

async def serve():
    application = web.Application()
    application.add_routes([web.post("/bot{token}/{method}", echo)])
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(f"http://127.0.0.1:{runner.addresses[0][1]}", flush=True)
    await asyncio.Event().wait()

asyncio.run(serve())
"""

EMULATOR = """
import asyncio
from bot.clock import VirtualClock
from bot.rehearsal.emulator import Emulator

async def serve():
    emulator = Emulator(VirtualClock())
    await emulator.start()
    print(emulator.url, flush=True)
    await asyncio.Event().wait()

asyncio.run(serve())
"""


def main() -> None:
    servers = {"emulator, record and limits on": EMULATOR, "bare aiohttp echo": ECHO}
    measured: dict[str, list[tuple[float, float]]] = {name: [] for name in servers}
    for _ in range(RUNS):
        for name, script in servers.items():
            measured[name].append(_measure(script, is_emulator=script is EMULATOR))
    print(f"{'texts sent to fifty people':34} {'calls/s':>8} {'ms CPU':>7}   (medians of {RUNS})")
    for name, runs in measured.items():
        rate, milliseconds = (median(values) for values in zip(*runs, strict=True))
        print(f"{name:34} {rate:8.0f} {milliseconds:7.2f}")
    print(f"{'limit':34} {LIMIT_CALLS_PER_SECOND:8}")


def _measure(script: str, *, is_emulator: bool) -> tuple[float, float]:
    """Calls a second, and milliseconds of the server's processor time a call."""
    with _serving(script) as (url, pid):
        return asyncio.run(_load(url, pid, is_emulator=is_emulator))


@contextmanager
def _serving(script: str) -> Iterator[tuple[str, int]]:
    """The address and process id of a server that runs meanwhile."""
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip(), process.pid
        finally:
            process.terminate()


async def _load(url: str, pid: int, *, is_emulator: bool) -> tuple[float, float]:
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=CLIENTS)) as session:
        people = await _people(session, url) if is_emulator else list(range(PEOPLE))
        numbers = iter(range(CALLS))

        async def send() -> None:
            for number in numbers:
                await _send(session, url, people[number % PEOPLE], number)

        spent, started = _processor_seconds(pid), time.perf_counter()
        await asyncio.gather(*(send() for _ in range(CLIENTS)))
        seconds = time.perf_counter() - started
        return CALLS / seconds, (_processor_seconds(pid) - spent) * 1000 / CALLS


async def _people(session: aiohttp.ClientSession, url: str) -> list[int]:
    """Fifty people who have started the bot."""
    await _control(session, url, "limits", UNREACHED)
    people = []
    for _ in range(PEOPLE):
        person = await _control(session, url, "users", {"first_name": "Peserta"})
        people.append(person["id"])
        await _control(session, url, "say", {"user": person["id"], "text": "/start"})
    return people


async def _control(
    session: aiohttp.ClientSession, url: str, call: str, fields: dict[str, object]
) -> dict[str, int]:
    address = f"{url}/_emulator/{call}"
    async with session.post(address, json={"bot": TOKEN, **fields}, raise_for_status=True) as response:
        answer: dict[str, int] = await response.json()
        return answer


async def _send(session: aiohttp.ClientSession, url: str, chat_id: int, number: int) -> None:
    text = f"Pesan <b>{number}</b> untuk Bapak/Ibu, lihat https://example.org"
    fields = {"chat_id": chat_id, "text": text, "parse_mode": "HTML", "reply_markup": KEYBOARD}
    address = f"{url}/bot{TOKEN}/sendMessage"
    async with session.post(address, data=fields, raise_for_status=True) as response:
        await response.read()


def _processor_seconds(pid: int) -> float:
    """User and system time of a process so far (proc(5), the 14th and 15th field of stat)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
