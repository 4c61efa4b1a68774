"""Where a bot wants its updates sent."""

from __future__ import annotations

from dataclasses import dataclass

from bot.rehearsal.model import Json

DEFAULT_CONNECTIONS = 40


@dataclass(slots=True)
class Webhook:
    url: str = ""
    secret_token: str = ""
    max_connections: int = DEFAULT_CONNECTIONS
    ip_address: str = ""
    certificate: bytes | None = None
    last_error_at: float | None = None
    last_error_message: str = ""

    def info(self, pending: int, allowed_updates: list[str] | None) -> Json:
        """A WebhookInfo; ``allowed_updates`` is None for the default choice (Client.cpp 5974)."""
        info: Json = {
            "url": self.url,
            "has_custom_certificate": self.certificate is not None,
            "pending_update_count": pending,
        }
        if self.url:
            info["max_connections"] = self.max_connections
        if self.ip_address:
            info["ip_address"] = self.ip_address
        if self.last_error_at is not None:
            info |= {
                "last_error_date": int(self.last_error_at),
                "last_error_message": self.last_error_message,
            }
        if allowed_updates is not None:
            info["allowed_updates"] = allowed_updates
        return info
