"""What Telegram does not publish, or what a rehearsal has to relax."""

from dataclasses import dataclass


@dataclass(slots=True)
class Settings:
    callback_seconds: float = 900
    """How long a callback query can be answered; Telegram names no time."""
    loopback_webhooks: bool = True
    """Webhooks on this machine may use http, any port and any certificate."""
