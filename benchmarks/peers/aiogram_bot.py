"""aiogram 3 with its defaults: the reply alone, nothing kept. ``aiogram_bot.py URL``."""

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

dispatcher = Dispatcher()


@dispatcher.message()
async def reply(message: Message) -> None:
    await message.answer(f"<b>Halo {message.from_user.first_name}</b>", parse_mode="HTML")


async def main() -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sys.argv[1]))
    bot = Bot("4711:token-of-the-benchmark", session=session)
    await dispatcher.start_polling(bot, handle_signals=False)


asyncio.run(main())
