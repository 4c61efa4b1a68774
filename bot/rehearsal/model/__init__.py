"""What stands in the emulated Telegram: users, bots, chats, messages, files, polls, queries."""

from typing import Any

Json = dict[str, Any]
