"""What Telegram does not publish, or what a rehearsal has to relax."""

from dataclasses import dataclass


@dataclass(slots=True)
class Settings:
    callback_seconds: float = 900
    """How long a callback query can be answered; Telegram names no time. See ``State.patience``."""
    slow_repeated_polls: bool = True
    """Who asks getUpdates for the same offset again within 3 s waits, as at Telegram's. Bots do so when they
    stop, so tests that stop many may want to lift it."""
    loopback_webhooks: bool = True
    """Webhooks on this machine may use http, any port and any certificate."""
