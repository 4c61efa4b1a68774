"""python-telegram-bot with its defaults: the reply alone, nothing kept. ``ptb.py URL VARIANT``."""

import sys

from telegram import Update
from telegram.ext import AIORateLimiter, ApplicationBuilder, ContextTypes, MessageHandler, filters

url, variant = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ""


async def reply(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.message.reply_text(f"<b>Halo {update.effective_user.first_name}</b>", parse_mode="HTML")


builder = ApplicationBuilder().token("4711:token-of-the-benchmark").base_url(f"{url}/bot")
if variant:
    builder = builder.concurrent_updates(256)
if variant == "limiter":
    builder = builder.rate_limiter(AIORateLimiter())
application = builder.build()
application.add_handler(MessageHandler(filters.ALL, reply))
application.run_polling(stop_signals=None)
