"""Phrases that follow a pattern: put together, not listed."""

from __future__ import annotations

from collections.abc import Mapping

_SESSIONS = "sesi panel acara kegiatan diskusi materi pleno rapat komisi workshop kelas agenda".split()  # noqa: SIM905
_PLACES = "ruang ruangan lantai aula hall gedung pintu loket meja tempat".split()  # noqa: SIM905
_BODIES = ("direktorat", "direktorat jenderal", "ditjen", "satker", "unit", "bidang", "biro")
_AFTER = "habis setelah sesudah lepas selepas usai seusai sehabis selesai kelar bubar beres bakda".split()  # noqa: SIM905

CONSTRUCTIONS: Mapping[str, str] = {
    "duration": ", ".join(f"{noun} berapa {unit}" for noun in _SESSIONS for unit in ("lama", "menit", "jam")),
    "where": ", ".join(f"{noun} yang mana" for noun in _PLACES),
    "from_where": ", ".join(f"{body} {which}" for body in _BODIES for which in ("apa", "mana")),
    "next": ", ".join(
        (
            *(f"{after} ini" for after in _AFTER),
            *(f"{after} {noun} ini" for after in _AFTER for noun in _SESSIONS),
            *(f"{after} {this}" for after in ("habis", "setelah", "lepas") for this in ("nih", "ni")),
            *(f"masih ada {noun}" for noun in _SESSIONS),
            *(f"{still} {noun} lain" for still in ("ada", "masih ada") for noun in _SESSIONS),
        )
    ),
}
"""By cue: "komisi berapa lama", "ruang yang mana", "habis panel ini"."""
