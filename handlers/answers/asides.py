"""What a question says besides asking: who asks, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from handlers.answers.normalise import Token
from handlers.answers.phrases import Tag
from handlers.answers.vocabulary.calendar import DAYPARTS, RELATIVE_DAYS, WEEKDAYS
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
_FOLK = word_set("orang teman kawan rekan staf kolega tim keluarga warga")
_AT_HOME = word_set("kantor rumah dinas daerah pusat pemda saya kami kampung sekantor di yang")
_SELF = frozenset({"saya", "kami", "kita", "aku", "sy", "gue", "gw"})
_REASONS = word_set(
    """
    soalnya karena biar agar supaya soale because since lupa mumpung takut mau ingin pengen hendak
    rencana rencananya untuk buat sempat
    """
)
_TIMES = (
    WEEKDAYS.keys() | RELATIVE_DAYS.keys() | DAYPARTS.keys() | {"hari", "tanggal", "nanti", "jam", "sesi"}
)
PURPOSES = frozenset({"untuk", "buat", "biar", "agar", "supaya", "demi", "guna"})
NOUNS = frozenset({"materials", "file", "topic", "agenda"})
"""Cues that are nouns too: "… buat bahan laporan"."""
OTHERS = word_set("teman kawan rekan bos boss istri suami atasan pimpinan kadis sopir supir driver ajudan")
_STATES = word_set("masih lagi baru sedang belum telat terlambat dari di")
""" "di mana? saya masih …", not "di mana saya bisa …"."""
_AUXILIARIES = word_set("do does did can could should must shall may will would have has are am")
_LEADING = word_set("pak bu bapak ibu ke kepada untuk buat bagi dengan sama dari oleh yang para")
_TELLING_OF_ONESELF = word_set(
    """
    need have am m ve will ll want missed forgot lost just arrive arrived came come must got was were
    are plan would d don cannot
    """
)
_TELLING = word_set("informasi info tanya jelas konfirmasi tahu beritahu arah arahan petunjuk sampai bantu")
_COURTESIES = word_set(
    "perhati perhatian hati kenan perkenan ken kerja kerjasama bantu bantuan sedia izin waktu respon"
)
_MIN_PREFACE = 4
REFERRING = word_set("sehubungan berkaitan menindaklanjuti")
""" "Sehubungan dengan penyusunan agenda pimpinan, …"."""
_PREFACING = REFERRING | {"untuk", "guna"}
""" "untuk laporan perjalanan dinas kami, mohon nama narasumber panel 3"."""
_ASKING_YES_OR_NO = word_set(
    """
    masih apa ada adakah bisa bisakah boleh bolehkah apakah dapatkah mohon minta tolong is are can
    could do does
    """
)
_CALLING = frozenset({"hubungi", "lapor", "panggil", "telepon", "menghubungi"})
_OPENINGS = word_set(
    """
    ada adakah bisa bisakah boleh bolehkah apakah apa dapatkah mohon minta tolong mau ingin hendak is
    are can could do does beli ke di untuk masuk jam kapan yang perlu harus
    """
)


def asides(tokens: Sequence[Token], cues: Iterable[Tag], opens: int) -> tuple[frozenset[int], frozenset[int]]:
    """The words about the asker before the question and after it; ``opens`` is where the greeting ends."""
    cues = tuple(cues)
    asking = [tag for tag in cues if _asks(tag) and tokens[tag.start].word not in _REASONS]
    asking = [tag for tag in asking if not _is_a_clock(tokens, tag)]
    closing = range(_closing(tokens), len(tokens))
    preface = range(_request(tokens))
    before = preface or _before(tokens, asking, opens)
    return frozenset(before), frozenset(closing) | (
        frozenset(_after(tokens, asking, cues)) if asking else frozenset(_behind_yes_or_no(tokens))
    )


def _asks(tag: Tag) -> bool:
    return tag.name in ASKING or (tag.name == "end" and tag.end - tag.start > 1)


def _request(tokens: Sequence[Token]) -> int:
    """ "Sehubungan dengan …, mohon diinformasikan …": where the request begins; 0 without one."""
    is_for = any(token.word in _PREFACING for token in tokens[:_MIN_PREFACE])
    for place, token in enumerate(tokens):
        if place < _MIN_PREFACE or token.word not in ("mohon", "minta", "dimohon", "memohon"):
            continue
        if is_for or any(following.stem in _TELLING for following in tokens[place + 1 : place + 5]):
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
        (place for place in range(opens, min(opens + 3, len(tokens))) if _is_person(tokens, place)), None
    )
    if first is None:
        return range(0)
    starts = {tag.start for tag in asking}
    openings = _OPENINGS if asking else _ASKING_YES_OR_NO
    for place in range(first + 1, len(tokens)):
        if place in starts or tokens[place].word in openings or tokens[place].word in _CALLING:
            owns_only = first > opens and place < first + 3
            return range(0) if owns_only else range(opens, _start_of_clause(tokens, opens, place))
    return range(0)


def _start_of_clause(tokens: Sequence[Token], opens: int, place: int) -> int:
    """Where the clause at ``place`` begins, if it is another one than that at ``opens``."""
    if tokens[opens].clause == tokens[place].clause:
        return place
    return next(p for p in range(opens, place + 1) if tokens[p].clause == tokens[place].clause)


def _guess(tokens: Sequence[Token], asking: Sequence[Tag], cues: Sequence[Tag]) -> range:
    """ "siapa yang buka, menteri atau wamen?": the two that the asker thinks of."""
    last = asking[-1]
    rest = range(last.end, len(tokens))
    if (
        last.name != "who"
        or not 2 < len(rest) <= _MAX_GUESS
        or any(tag.start in rest for tag in cues if tag.name != "thing")
    ):
        return range(0)
    words = [tokens[place].word for place in rest]
    is_choice = not _OR.isdisjoint(words[1:-1]) and not any(word[:1].isdigit() for word in words)
    return rest if is_choice else range(0)


_OR = frozenset({"atau", "apa", "or"})
_MAX_GUESS = 7


def _after(tokens: Sequence[Token], asking: Sequence[Tag], cues: Sequence[Tag]) -> range:
    """ "jam berapa? pesawat kami baru mendarat 08.00": from "pesawat"."""
    guess = _guess(tokens, asking, cues)
    if guess:
        return guess
    end = min(tag.end for tag in asking)
    for place in range(end, len(tokens)):
        start = _start_of_aside(tokens, place, end, {tag.end for tag in asking})
        if start is None or _is_for_a_time(tokens, start):
            continue
        for_a_purpose = tokens[start].word in PURPOSES
        later = (tag for tag in asking if tag.start >= start and not _is_an_hour_told(tokens, tag, start))
        asks_on = any(not (for_a_purpose and tag.name in NOUNS) for tag in later)
        return range(0) if asks_on else range(start, len(tokens))
    return range(0)


def _is_for_a_time(tokens: Sequence[Token], place: int) -> bool:
    """ "rundown untuk hari ini"."""
    following = tokens[place + 1].word if place + 1 < len(tokens) else ""
    return tokens[place].word in PURPOSES and following in _TIMES


def _behind_yes_or_no(tokens: Sequence[Token]) -> range:
    """ "koper bisa dititip tidak, kereta saya malam": from "kereta"."""
    for place in range(2, len(tokens) - 1):
        if tokens[place].word != "tidak":
            continue
        near = range(place + 1, min(place + 3, len(tokens)))
        starts = (_start_of_aside(tokens, p, place - 2, {place + 1}) for p in near)
        start = next((start for start in starts if start is not None), None)
        if start is not None:
            return range(max(start, place + 1), len(tokens))
    return range(0)


def _start_of_aside(tokens: Sequence[Token], place: int, end: int, ends: Collection[int]) -> int | None:
    """Where the aside begins that ``place`` shows, if it shows one.

    The question ends at ``end``, and may go on up to another of the ``ends`` of its question words.
    """
    token = tokens[place]
    following = tokens[place + 1].surface if place + 1 < len(tokens) else ""
    if token.word in _SELF or token.surface in _SELF:
        following = tokens[place + 1].word if place + 1 < len(tokens) else ""
        is_asker = place == end or (place == end + 1 and tokens[end].word in _OPENINGS)
        if is_asker and following in _STATES:
            return place
        is_owner = tokens[place - 1].word in OTHERS or place - 1 in ends
        return None if is_asker else place - is_owner
    previous = tokens[place - 1].word
    if token.word in _REASONS or (token.word in OTHERS and place > end + 1 and previous not in _LEADING):
        return place
    is_own = token.surface.endswith("ku") and token.surface[:-2] == token.word and len(token.word) > 3
    is_asker = place <= end + 1 or previous in _AUXILIARIES
    tells = token.surface in ("i", "we") and following in _TELLING_OF_ONESELF and not is_asker
    return place if is_own or tells else None


def _is_an_hour_told(tokens: Sequence[Token], tag: Tag, start: int) -> bool:
    """The "jam" of "…, mau atur jam pulang" asks nothing."""
    is_bare = tag.name == "when" and tag.end - tag.start == 1 and tokens[tag.start].word in ("jam", "pukul")
    return is_bare and tag.start > start + 1 and tokens[start].word in _REASONS


def _is_a_clock(tokens: Sequence[Token], tag: Tag) -> bool:
    """ "jam 5" asks nothing."""
    following = tokens[tag.end].word if tag.end < len(tokens) else ""
    return tag.name == "when" and tag.end - tag.start == 1 and following[:1].isdigit()


def _is_person(tokens: Sequence[Token], place: int) -> bool:
    """ "saya", "istri", "orang kantor"."""
    token, following = tokens[place], tokens[place + 1].word if place + 1 < len(tokens) else ""
    is_at_home = token.word in _FOLK and following in _AT_HOME
    return is_at_home or token.word in PERSONS or token.surface in PERSONS
