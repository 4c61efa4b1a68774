"""A bare aiohttp loop, the floor: no framework, no parsing, nothing kept. ``bare.py URL``."""

import asyncio
import sys

import aiohttp

ROOT = f"{sys.argv[1]}/bot4711:token-of-the-benchmark"


async def reply(session: aiohttp.ClientSession, update: dict) -> None:
    message = update["message"]
    text = f"<b>Halo {message['from']['first_name']}</b>"
    form = {"chat_id": message["chat"]["id"], "text": text, "parse_mode": "HTML"}
    async with session.post(f"{ROOT}/sendMessage", data=form) as response:
        await response.read()


async def main() -> None:
    offset = 0
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=512)) as session:
        tasks: set[asyncio.Task] = set()
        while True:
            async with session.post(f"{ROOT}/getUpdates", data={"offset": offset, "timeout": 30}) as response:
                updates = (await response.json())["result"]
            for update in updates:
                offset = update["update_id"] + 1
                task = asyncio.create_task(reply(session, update))
                tasks.add(task)
                task.add_done_callback(tasks.discard)


asyncio.run(main())
