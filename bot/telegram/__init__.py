"""Telegram's side: transport, limits, and how updates come in."""

import os

# Durations as timedelta: the default of PTB's next major version; without it this one warns.
os.environ.setdefault("PTB_TIMEDELTA", "1")
