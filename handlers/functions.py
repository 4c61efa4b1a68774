"""What the bot does itself, asked for in words: it leads to the button that does it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rapidfuzz import fuzz

from handlers.answers import key_of

LEADS: Mapping[str, tuple[str, str]] = {
    "attendance": ("menu.button_attendance", "attendance"),
    "feedback": ("menu.button_feedback", "feedback"),
    "reminders": ("menu.button_profile", "profile"),
    "profile": ("menu.button_profile", "profile"),
    "language": ("profile.button_language", "language"),
    "delete": ("profile.button_delete", "profile.delete"),
    "register": ("menu.button_register", "registration"),
    "menu": ("menu.button_menu", "menu"),
}
"""The label of the button that leads there, and its action. The engine knows the first three by itself."""

PHRASES: Mapping[str, tuple[str, ...]] = {
    "language": (
        "ganti bahasa",
        "ubah bahasa",
        "pilih bahasa",
        "pakai bahasa inggris",
        "pakai bahasa indonesia",
        "change language",
        "change the language",
        "switch language",
        "switch to english",
        "switch to indonesian",
        "in english please",
    ),
    "delete": (
        "hapus data",
        "hapus data saya",
        "hapus semua data",
        "hapuskan data saya",
        "hapus akun",
        "delete my data",
        "delete my account",
        "remove my data",
    ),
    "register": (
        "mau daftar",
        "mau mendaftar",
        "ingin mendaftar",
        "cara daftar",
        "cara mendaftar",
        "belum terdaftar",
        "how do i register",
        "want to register",
        "sign me up",
    ),
    "profile": (
        "profil saya",
        "data saya",
        "ubah nama",
        "ganti nama",
        "ubah data",
        "salah nama",
        "nama saya salah",
        "ubah jabatan",
        "ubah instansi",
        "my profile",
        "my data",
        "change my name",
        "edit my profile",
    ),
    "menu": (
        "menu",
        "menu utama",
        "main menu",
        "kembali ke menu",
        "cara pakai bot",
    ),
}
"""The more particular ones first."""

MOST_WORDS = 8
"""Who says more, says something else."""

THE_SAME = 88.0
"""Similarity in per cent from which words are the phrase, misspelt."""


def asked_for(text: str) -> str | None:
    """The function whose phrase stands in the text; "menu" only where it is the whole of it."""
    words = key_of(text).split()
    if not 0 < len(words) <= MOST_WORDS:
        return None
    return next((name for name in PHRASES if _says(name, words)), None)


def _says(name: str, words: list[str]) -> bool:
    parts = [" ".join(words)] if name == "menu" else list(_parts(words))
    return any(fuzz.ratio(part, phrase) >= THE_SAME for phrase in PHRASES[name] for part in parts)


def _parts(words: list[str]) -> Iterator[str]:
    """Every stretch of the words."""
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            yield " ".join(words[start:end])
