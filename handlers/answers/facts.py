"""Kinds of fact that an answer of the FAQ holds: a time, a place, a price."""

from __future__ import annotations

import re

from handlers.answers.vocabulary.calendar import MONTHS, WEEKDAYS

_DATE_WORDS = "|".join((*MONTHS, *WEEKDAYS))
_TIME = re.compile(
    r"\d{1,2}[.:]\d{2}"
    r"|\b(?:jam|pukul|tanggal|setelah|sesudah|sebelum|sehari|saat|ketika|selama|sepanjang|hari)\b"
    r"|tiap (?:jam|hari|pagi|siang|sore|malam|sesi|rehat|istirahat|coffee|break|makan|\d+)\b"
    rf"|\b(?:after|before|during|at|{_DATE_WORDS})\b",
)
_FACTS = {
    "time": _TIME,
    "place": re.compile(
        r"\b(?:resepsionis|concierge|bell ?boy|posko)\b"
        r"|\b(?:di|ke|dari|lantai|ruang|meja|lobi|lobby|pintu|samping|sebelah|gedung|pos|room|floor|desk|at)\b",
    ),
    "money": re.compile(r"\b(?:rp|rupiah|gratis|biaya|bayar|dibayar|ditanggung|free)\b|\brp\d"),
    "price": re.compile(
        r"\b(?:rp|rupiah|tarif|harga|gratis|cuma-cuma|free)\b|\brp\d|tidak dipungut|(?:tanpa|ada) biaya"
    ),
    "phone": re.compile(r"\d{3,}[-\s]?\d{3,}|\b(?:telepon|nomor|pesawat|hotline|wa|ekstensi)\b"),
    "share": re.compile(r"\d+\s?(?:%|persen)|\b(?:sedikitnya|minimal)\b"),
    "person": re.compile(
        r"\b(?:pak|bu|ibu|bapak|panitia|petugas|sekretariat|sopir|tim|dokter|narahubung|satpam|resepsionis|bendahara|kepada|meja|staff?)\b",
    ),
    "span": re.compile(
        r"(?<!tiap )\b\d+\s?(?:menit|jam|hari|minggu|bulan|minutes|hours|days)\b"
        r"(?! (?:sebelum|sesudah|setelah|before|after))",
    ),
    "interval": re.compile(r"\b(?:tiap|setiap|every|per)\b"),
    "floor": re.compile(r"\b(?:lantai|lt|floor|basemen\w*|lobi|lobby|tingkat)\b"),
    "sale": re.compile(r"\b(?:jual|menjual|dijual|beli|membeli|loket|stan|toko|koperasi|sold?)\b"),
    "mail": re.compile(r"@|\b(?:email|surel)\b"),
    "address": re.compile(r"\b(?:jalan|jl|alamat)\b"),
}


def facts_in(text: str) -> frozenset[str]:
    """The kinds found in a text in small letters."""
    return frozenset(kind for kind, pattern in _FACTS.items() if pattern.search(text))


_NAMED = re.compile(
    r"\b(?:Pak|Bu|Ibu|Bapak|Kak|Mas|Mbak|Bang|dr\.|Dr\.|Sdr\.|Sdri\.|Mr|Mrs|Ms)\.? [A-Z]"
    r"|[A-Z][a-z]+ [A-Z][a-z]+[ ,(:]+(?:[^.]{0,20})?\+?\d{3,}"
)


def names_in(text: str) -> frozenset[str]:
    """ "name", where somebody is told by name."""
    return frozenset({"name"}) if _NAMED.search(text) else frozenset()
