"""PTB with AIORateLimiter, as its documentation shows it: a broadcast to everybody, and answers meanwhile.

``broadcast.py URL PEOPLE FIRST_CHAT``
"""

import asyncio
import sys

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, ApplicationBuilder, ContextTypes, MessageHandler, filters

url, people, first_chat = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])


async def reply(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.message.reply_text(f"<b>Halo {update.effective_user.first_name}</b>", parse_mode="HTML")


async def broadcast(application) -> None:
    async def send(chat: int) -> None:
        try:
            await application.bot.send_message(chat, "PENGUMUMAN-UJI: sesi berikutnya di Ballroom.")
        except TelegramError:
            return

    await asyncio.gather(*(send(first_chat + number) for number in range(people)))


async def begin(application) -> None:
    asyncio.create_task(broadcast(application))  # noqa: RUF006 - it lives as long as the process


application = (
    ApplicationBuilder()
    .token("4711:token-of-the-benchmark")
    .base_url(f"{url}/bot")
    .concurrent_updates(256)
    .rate_limiter(AIORateLimiter())
    .post_init(begin)
    .build()
)
application.add_handler(MessageHandler(filters.ALL, reply))
application.run_polling(stop_signals=None)
