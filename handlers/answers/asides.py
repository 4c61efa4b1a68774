"""What a question says besides asking: who asks, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handlers.answers.normalise import Token
from handlers.answers.phrases import Tag
from handlers.answers.vocabulary.listing import word_set

ASKING = frozenset(
    {
        "when",
        "date",
        "duration",
        "remaining",
        "where",
        "who",
        "audience",
        "from_where",
        "which",
        "thing",
        "define",
        "materials",
        "file",
        "count",
        "amount",
        "topic",
        "agenda",
    }
)
"""Cues that ask something by themselves."""
PERSONS = word_set(
    """
    saya kami kita aku sy gue gw istri suami anak bos atasan pimpinan ajudan rombongan
    """
)
_SELF = frozenset({"saya", "kami", "kita", "aku", "sy", "gue", "gw"})
_REASONS = word_set(
    """
    soalnya karena biar agar supaya soale because since lupa mumpung takut mau ingin pengen hendak
    rencana rencananya untuk buat
    """
)
_TELLING = word_set("informasi info tanya jelas konfirmasi tahu beritahu arah arahan petunjuk sampai bantu")
_COURTESIES = word_set(
    "perhati perhatian hati kenan perkenan ken kerja kerjasama bantu bantuan sedia izin waktu respon"
)
_MIN_PREFACE = 4
_OPENINGS = word_set(
    """
    ada adakah bisa bisakah boleh bolehkah apakah apa dapatkah mohon minta tolong mau ingin hendak is
    are can could do does beli ke di untuk masuk jam kapan yang perlu harus
    """
)


def asides(tokens: Sequence[Token], cues: Iterable[Tag], opens: int) -> tuple[frozenset[int], frozenset[int]]:
    """The words about the asker before the question and after it; ``opens`` is where the greeting ends."""
    asking = [tag for tag in cues if tag.name in ASKING and tokens[tag.start].word not in _REASONS]
    closing = range(_closing(tokens), len(tokens))
    preface = range(_request(tokens))
    before = preface or _before(tokens, asking, opens)
    return frozenset(before), frozenset(closing) | (
        frozenset(_after(tokens, asking)) if asking else frozenset()
    )


def _request(tokens: Sequence[Token]) -> int:
    """ "Sehubungan dengan …, mohon diinformasikan …": where the request begins; 0 without one."""
    for place, token in enumerate(tokens):
        if place < _MIN_PREFACE or token.word not in ("mohon", "minta", "dimohon", "memohon"):
            continue
        if any(following.stem in _TELLING for following in tokens[place + 1 : place + 5]):
            return place
    return 0


def _closing(tokens: Sequence[Token]) -> int:
    """ "Atas perhatian Bapak/Ibu …", "Demikian …": where it begins."""
    for place, token in enumerate(tokens):
        following = tokens[place + 1].stem if place + 1 < len(tokens) else ""
        if place and (token.word == "demikian" or (token.word == "atas" and following in _COURTESIES)):
            return place
    return len(tokens)


def _before(tokens: Sequence[Token], asking: Sequence[Tag], opens: int) -> range:
    """ "saya bawa bayi 5 bulan, ada tempat menyusui?": up to "ada"."""
    first = next(
        (place for place in range(opens, min(opens + 3, len(tokens))) if _is_person(tokens[place])), None
    )
    if first is None:
        return range(0)
    starts = {tag.start for tag in asking}
    for place in range(first + 1, len(tokens)):
        if place in starts or tokens[place].word in _OPENINGS:
            owns_only = first > opens and place < first + 3
            return range(0) if owns_only else range(opens, place)
    return range(0)


def _after(tokens: Sequence[Token], asking: Sequence[Tag]) -> range:
    """ "jam berapa? pesawat kami baru mendarat 08.00": from "pesawat"."""
    end = min(tag.end for tag in asking)
    for place in range(end, len(tokens)):
        is_person = tokens[place].word in _SELF or tokens[place].surface in _SELF
        if not is_person and tokens[place].word not in _REASONS:
            continue
        is_asker = place == end or (place == end + 1 and tokens[end].word in _OPENINGS)
        if is_person and is_asker:
            continue
        start = place - 1 if is_person else place
        return range(0) if any(tag.start >= start for tag in asking) else range(start, len(tokens))
    return range(0)


def _is_person(token: Token) -> bool:
    return token.word in PERSONS or token.surface in PERSONS
