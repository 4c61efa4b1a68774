"""Numbers, weekdays, months and parts of the day."""

from __future__ import annotations

from collections.abc import Mapping

NUMBERS: Mapping[str, int] = {
    word: value
    for value, words in enumerate(
        (
            "satu pertama kesatu perdana one first",
            "dua kedua two second",
            "tiga ketiga three third",
            "empat keempat four fourth",
            "lima kelima five fifth",
            "enam keenam six sixth",
            "tujuh ketujuh seven seventh",
            "delapan kedelapan eight eighth",
            "sembilan kesembilan nine ninth",
            "sepuluh kesepuluh ten tenth",
            "sebelas kesebelas eleven eleventh",
            "dua_belas kedua_belas twelve twelfth",
        ),
        start=1,
    )
    for word in words.split()
}
ROMAN: Mapping[str, int] = {
    numeral: value
    for value, numeral in enumerate(
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"], start=1
    )
}
WEEKDAYS: Mapping[str, int] = {
    word: value
    for value, words in enumerate(
        (
            "senin monday senen",
            "selasa tuesday slasa salasa",
            "rabu wednesday rebo rebu rabo",
            "kamis thursday kemis",
            "jumat friday jum'at jumuah jemuah",
            "sabtu saturday setu saptu",
            "minggu sunday ahad akad",
        )
    )
    for word in words.split()
}
MONTHS: Mapping[str, int] = {
    word: value
    for value, words in enumerate(
        (
            "januari january jan",
            "februari february feb pebruari",
            "maret march mar",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agu ags aug agt",
            "september sep sept",
            "oktober october okt oct",
            "november nov nopember",
            "desember december des dec",
        ),
        start=1,
    )
    for word in words.split()
}
DAYPARTS: Mapping[str, tuple[int, int]] = {
    "subuh": (3, 7),
    "pagi": (4, 11),
    "magrib": (18, 20),
    "maghrib": (18, 20),
    "isya": (18, 21),
    "morning": (4, 11),
    "siang": (11, 15),
    "midday": (11, 15),
    "noon": (11, 15),
    "sore": (15, 18),
    "petang": (15, 18),
    "afternoon": (12, 18),
    "malam": (18, 24),
    "evening": (17, 24),
    "night": (18, 24),
    "tonight": (18, 24),
}
"""First hour, and the hour it no longer is."""

PRAYERS: Mapping[str, tuple[int, int, int]] = {
    "subuh": (3, 5, 9),
    "zuhur": (9, 12, 15),
    "asar": (13, 15, 18),
    "magrib": (16, 18, 21),
    "isya": (18, 19, 24),
}
"""The hour a time before it begins, its own, and the hour a time after it no longer is."""

RELATIVE_DAYS: Mapping[str, int] = {
    "besok": 1,
    "keesokan": 1,
    "tomorrow": 1,
    "lusa": 2,
    "kemarin": -1,
    "kemaren": -1,
    "yesterday": -1,
    "today": 0,
    "tonight": 0,
}
