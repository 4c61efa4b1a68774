"""The command menu at the phone's edge: by language, and with more for organisers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from handlers.texts import LANGUAGES, Language, texts

FOR_ALL = (
    "menu",
    "agenda",
    "sekarang",
    "berikutnya",
    "panel",
    "hadir",
    "kartu",
    "undangan",
    "materi",
    "nilai",
    "tanya",
    "faq",
    "profil",
    "bahasa",
    "bantuan",
    "hapus_data",
)
FOR_ORGANISERS = (
    "siaran",
    "peserta",
    "kode",
    "hadirin",
    "petugas",
    "cari",
    "daftar_hadir",
    "layar",
    "polling",
    "moderasi",
    "hasil",
    "pertanyaan",
    "belum_terjawab",
    "panitia_di_sini",
)
FOR_MODERATORS = ("polling", "moderasi")
FOR_GROUPS = ("agenda", "sekarang", "berikutnya", "panel", "materi", "faq", "bantuan")


def menus(organisers: Iterable[int], moderators: Iterable[int] = ()) -> Iterator[dict[str, Any]]:
    """Parameters of setMyCommands, one set after the other."""
    for language in LANGUAGES:
        yield _menu(language, FOR_ALL, {"type": "default"})
        yield _menu(language, FOR_GROUPS, {"type": "all_group_chats"})
    for organiser in organisers:
        yield from organiser_menus(organiser)
    for moderator in moderators:
        yield from moderator_menus(moderator)


def organiser_menus(organiser: int) -> Iterator[dict[str, Any]]:
    """Those of one organiser; Telegram takes them once the person has started the bot."""
    for language in LANGUAGES:
        yield _menu(language, (*FOR_ALL, *FOR_ORGANISERS), {"type": "chat", "chat_id": organiser})


def moderator_menus(moderator: int) -> Iterator[dict[str, Any]]:
    """The same, of somebody who only moderates."""
    for language in LANGUAGES:
        yield _menu(language, (*FOR_ALL, *FOR_MODERATORS), {"type": "chat", "chat_id": moderator})


def _menu(language: Language, names: tuple[str, ...], scope: dict[str, Any]) -> dict[str, Any]:
    """The Indonesian one is for every phone that is set to another language too."""
    commands = [{"command": name, "description": texts(language).label(f"commands.{name}")} for name in names]
    menu: dict[str, Any] = {"commands": commands, "scope": scope}
    return menu | {"language_code": language} if language != "id" else menu
