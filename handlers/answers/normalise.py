"""Text to tokens: spelling made standard, affixes taken off, misspellings of known words put right."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from itertools import zip_longest
from typing import NamedTuple, cast

from handlers.answers.colloquial import parted, standard_form
from handlers.answers.english import loan_word, translations
from handlers.answers.vocabulary.calendar import MONTHS
from handlers.answers.vocabulary.english import TOGETHER
from handlers.answers.vocabulary.glossary import COMMON_ENGLISH
from handlers.answers.vocabulary.institutions import INSTITUTIONS, SPOKEN_APART
from handlers.answers.vocabulary.listing import word_set
from handlers.answers.vocabulary.roots import ROOTS, UNAFFIXED
from handlers.answers.vocabulary.spelling import SPELLING
from handlers.answers.vocabulary.subjects import COUNTABLE
from handlers.answers.vocabulary.synonyms import SYNONYMS

_WORD = re.compile(r"\d{1,2}[.:]\d{2}(?!\d)|\d+|[^\W\d_]+")
_DOUBLED = re.compile(r"\b([a-z]+)2(?:an|nya)?(?![\d.:])")
_DOUBLES = word_set(
    """
    foto oleh masing siap teman bapak ibu anak kira hati cepat pelan sama apa siapa orang tamu rata
    jalan macam baik benar betul tiba hilang marah putus cuma kapan mana gimana bagaimana baru lama
    malam pagi sore siang nanti cari lihat tanya sebentar bentar semoga ganti mutar muter jauh dekat
    ada ramai rame abang om tante ponakan makin sekali buru duduk kawan rekan barang minum makan
    file dokumen info sepatu baju narasumber peserta
    """
)
"""Words that a 2 right behind them doubles; others it numbers."""
_MIN_DOUBLED = 3
_DOUBLED_STARTS = ("ng", "ny", "ber")
_ALL_OF_THEM = re.compile(r"\b(?:ke)?(dua|tiga|empat)(?:[-\s]*(?:ke)?\1|2)nya\b")
_EACH = re.compile(r"\b([a-z]{4,})2\b(?=.*\b(?:mana|berapa|brp)\s+(?:saja|aja|sj|wae|ae)\b)")
""" "klinik2 di ruang mana saja" asks of each, "panel2 jam berapa" of the second."""
_ALL = re.compile(r"\b(semua|seluruh|all)((?:\s+[a-z]+){0,3}\s+[a-z]{4,})2\b")
""" "semua slide dari panel2"."""
_CAPITALS = re.compile(r"\b[A-Z]{3,8}\b")
_SHORT_CAPITALS = re.compile(r"\b[A-Z]{4,6}\b")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_ROMAN = re.compile(r"[ivx]+")
_APOSTROPHE = re.compile(r"['’`´](s|re|m|ll|d|ve)\b")
_GLOTTAL = re.compile(r"(?<=[a-z])['’`´](?=[a-z]{2}|at\b|an\b)")
""" "ba'da", "jum'at", "ma'af": one word."""
_DATE = re.compile(
    r"\b(\d{1,2})\s?[/-]\s?(0?[1-9]|1[0-2])[/-](?:20)?\d{2}\b|\b(?:tgl|tanggal)\s?(\d{1,2})/(0?[1-9]|1[0-2])\b"
)
_SPAN = re.compile(r"\b(jam|pukul|pkl|pk|jm)\.?\s?(\d{1,2}(?:[.:]\d{2})?)\s?[-–—]\s?(?=\d{1,2}\b)")
_CLOCK = re.compile(
    r"\b(jam|pukul|pkl|pk|jm|at)\.?\s?([01]?\d|2[0-4])\s?([0-5]\d)\b(?!\s?(?:[.:]\d|menit|mnt|orang))"
    rf"(?!\s?(?:{'|'.join(MONTHS)})\b)"
)
""" "jam 13 30" and "pukul 1400": written without the sign between."""
_WITH_DIGIT = re.compile(r"\b([a-z]{1,3})(\d)(?!(?:an|ny|in)\b)([a-z]{1,2})\b")
""" "SP4N", "P3K": one word."""
_DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_MONTHS = {value: month for month, value in reversed(tuple(MONTHS.items()))}
""" "februari" of 2."""
_AFFIX = re.compile(r"^(?:me|pe|di|ke|se|be|te|ku)|(?:an|i|nya|lah|kah|tah|pun|ku|mu)$")
_WITHOUT_VOWELS = str.maketrans("", "", "aeiou")
_CLITICS = (
    "kanlah",
    "nyalah",
    "nyakah",
    "nipun",
    "ipun",
    "nya",
    "kah",
    "lah",
    "pun",
    "tah",
    "mi",
    "ku",
    "mu",
    "x",
    "ny",
    "ne",
    "an",
    "s",
)
_RARE_CLITICS = ("tah", "pun", "mi")
"""Behind a word of three letters they are part of another one: "kantah" is no "kan"."""
_PARTICLES = ("ta", "ji", "pi")
"""Of Makassar: "acarata", "besokpi"."""
_HOW_MANY = frozenset({"berapa", "brp", "brapa", "piro", "pinten", "sabaraha", "bara"})
_ENGLISH_ORDINALS = frozenset({"st", "nd", "rd", "th"})

_OF_A_BODY = word_set(
    """
    dari dr orang org pihak wakil perwakilan utusan tim kantor kepala deputi direktur dirjen sekretaris
    pak bu narasumber narsum pembicara pemateri from
    """
)
_PAIRS = {**SPOKEN_APART, **TOGETHER}
_FIRST_OF_TWO = frozenset(first for first, _ in _PAIRS)

MAX_WORDS = 240
"""Of a longer text the beginning and the end are read: it is a letter, and asks in one of them."""
MAX_UNKNOWN_WORDS = 20
"""So many words of one text are stemmed and compared; a question has a handful of them."""
_MAX_STEM_LENGTH = 18
_LEARNED = ("si", "tas", "logi", "isme", "tik", "tika")
_WHOLE = frozenset({"kementerian", "peserta", "pemilu", "keuangan", "sekretariat", "anggaran", "kelautan"})
"""Words whose root Sastrawi misses, or means something else: a ministry is not its minister."""


class Token(NamedTuple):
    """One word: as typed, in standard form without clitics, and its stem."""

    surface: str
    word: str
    stem: str
    clause: int = 0
    """Which clause of the text it stands in."""
    is_asked: bool = False
    """That clause ends with a question mark."""
    meant: str = ""
    """The Indonesian word that stands for an English one."""

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.surface, self.word, self.stem)

    @property
    def phrase_forms(self) -> tuple[str, ...]:
        """Without the root of a noun: "pembicara" is not "bicara", "pembukaan" not "buka"."""
        word = self.meant or self.word
        is_noun = word != self.stem and (word.startswith("pe") or word.endswith("an"))
        return (self.surface, self.word) if is_noun else self.forms


@cache
def _stemmer() -> tuple[Callable[[str], str], Collection[str]]:
    """Sastrawi's stemmer without its text handling, and its dictionary of roots; loaded at first use."""
    from Sastrawi.Dictionary.ArrayDictionary import ArrayDictionary  # noqa: PLC0415 - costs 10 ms
    from Sastrawi.Stemmer.Stemmer import Stemmer  # noqa: PLC0415
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory  # noqa: PLC0415

    dictionary = ArrayDictionary()
    # All at once: adding them one by one takes as long as the rest of the loading.
    dictionary.words = dict.fromkeys(StemmerFactory().get_words())
    dictionary.words.pop("", None)
    return Stemmer(dictionary).stem_singular_word, cast(Collection[str], dictionary.words)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The root of an Indonesian word; the word itself when it is a root, too long or not Indonesian."""
    if word in ROOTS or word in UNAFFIXED:
        return ROOTS.get(word, word)
    strip, roots = _stemmer()
    if word in roots or word in _WHOLE or not 4 <= len(word) <= _MAX_STEM_LENGTH or not _AFFIX.search(word):
        return word
    return strip(word)


def is_root(word: str) -> bool:
    return word in _stemmer()[1]


def _is_learned_root(word: str) -> bool:
    """ "korupsi", "identitas"."""
    return word.endswith(_LEARNED) and is_root(word)


def is_name(token: Token) -> bool:
    """A word of some length that no dictionary has: the name of a person, a place, a make."""
    return (
        len(token.word) > 3
        and token.word.isalpha()
        and not (is_root(token.word) or is_root(token.stem) or is_english(token.word))
        and token.word not in SYNONYMS
        and not translations(token.word)
        and token.word not in _WHOLE
    )


def fold(text: str) -> str:
    """Lower case, without accents or English contractions."""
    plain = text.casefold()
    if not plain.isascii():
        plain = "".join(s for s in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(s))
    if not plain.isascii() or "'" in plain or "`" in plain:
        plain = _GLOTTAL.sub("", _APOSTROPHE.sub(" ", plain))
    if "-" in plain or "/" in plain or "–" in plain:
        plain = _SPAN.sub(r"\1 \2 sampai ", _DATE.sub(_spelt_date, plain))
    plain = _WITH_DIGIT.sub(lambda found: f"{found[1]}{_DIGITS[int(found[2])]}{found[3]}", plain)
    return _CLOCK.sub(r"\1 \2.\3", plain)


def _once(found: re.Match[str]) -> str:
    """ "foto2" is "foto", "panel2" is "panel 2"."""
    word = found[1]
    is_doubled = word in _DOUBLES or (word.startswith(_DOUBLED_STARTS) and len(word) > _MIN_DOUBLED)
    return f"{word} " if is_doubled else found[0]


def _spelt_date(found: re.Match[str]) -> str:
    """ "20/02/2023" is "20 februari"."""
    day, month = (found[1], found[2]) if found[1] else (found[3], found[4])
    return f"{int(day)} {_MONTHS[int(month)]}"


def _unstretched(word: str) -> str:
    """ "jaaam" is "jam", but "iii" is a numeral."""
    if not _STRETCHED.search(word) or _ROMAN.fullmatch(word):
        return word
    return _STRETCHED.sub(r"\1", word)


def acronyms(text: str) -> set[str]:
    """Words in capitals that would otherwise be read as a short spelling: "PKL" is not "pukul"."""
    return {word.casefold() for word in re.findall(r"\b[A-Z]{2,6}\b", text)} & SPELLING.keys()


def _shortened(text: str) -> frozenset[str]:
    """What a text writes in capitals among small letters: "SAKIP" is hardly a misspelt "sakit"."""
    if text.isupper() or text.islower():
        return frozenset()
    return frozenset(word.casefold() for word in _SHORT_CAPITALS.findall(text))


def words(text: str, kept: Collection[str] = (), bodies: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """Each word as typed and as spelt in standard Indonesian; one typed word may stand for several.

    Those ``kept`` are not respelt, unless a number or a question for one follows ("pkl 9", "pkl brp"),
    and the ``bodies`` not where somebody is from there ("dari BKN", but "bkn panel 1").
    """
    previous = ""
    folded = fold(text)
    if "2" in folded:
        folded = _DOUBLED.sub(_once, _ALL.sub(r"\1\2 ", _EACH.sub(r"semua \1 ", folded)))
    found = _WORD.findall(_ALL_OF_THEM.sub("semua", folded))
    if any(word in _FIRST_OF_TWO for word in found):
        found = list(_put_together(found))
    if len(found) > MAX_WORDS:
        found = found[: MAX_WORDS // 2] + found[-MAX_WORDS // 2 :]
    for written, following in zip_longest(found, found[1:], fillvalue=""):
        if previous.isdigit() and written in _ENGLISH_ORDINALS:
            continue
        before, previous = previous, written
        for word in _without_numeral(written):
            plain = _unstretched(word)
            is_a_name = plain in kept or (plain in bodies and before in _OF_A_BODY)
            is_kept = is_a_name and not (following[:1].isdigit() or following in _HOW_MANY)
            for standard in (plain,) if is_kept else SPELLING.get(plain, plain).split():
                yield plain, standard


def _put_together(found: Sequence[str]) -> Iterator[str]:
    """ "ses ditjen" is "sesditjen"."""
    place = 0
    while place < len(found):
        one = _PAIRS.get((found[place], found[place + 1])) if place + 1 < len(found) else None
        yield from one.split() if one else (found[place],)
        place += 1 + (one is not None)


def _without_numeral(word: str) -> tuple[str, ...]:
    """ "panelII" is "panel II"."""
    noun = word.rstrip("iv")
    return (noun, word[len(noun) :]) if noun in COUNTABLE and noun != word else (word,)


def is_english(word: str) -> bool:
    """An everyday English word, or a regular form of one."""
    if word in COMMON_ENGLISH:
        return True
    bases = (
        word.removesuffix(ending) for ending in ("ing", "ed", "es", "s", "er", "ly") if word.endswith(ending)
    )
    return any(
        form in COMMON_ENGLISH for base in bases for form in (base, base[:-1], base + "e") if len(form) > 2
    )


def _spelt(written: str) -> tuple[tuple[str, str], ...]:
    """The standard words of a written one, each with its root."""
    return tuple((word, stem(word)) for word in SPELLING.get(written, written).split())


def skeleton(word: str) -> str:
    return word.translate(_WITHOUT_VOWELS)


def allowed_errors(length: int) -> int:
    """How many slips of the finger a word of that length may hold."""
    return 0 if length < 4 else 1 if length < 7 else 2


class _Targets:
    """What a misspelt word may mean; put together when the first one is met."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_letter: dict[str, list[str]] = {}
        self._skeletons: dict[str, str] = {}
        for word in words:
            self._add(word)

    def _add(self, word: str) -> None:
        if len(word) < 4 or not word.isascii() or not word.isalpha():
            return
        self._by_letter.setdefault(word[0], []).append(word)
        bare = skeleton(word)
        if len(bare) >= 3:
            known = self._skeletons.get(bare)
            self._skeletons[bare] = word if known is None or len(word) < len(known) else known

    def of_consonants(self, bare: str) -> str | None:
        """The shortest word with these consonants."""
        return self._skeletons.get(bare)

    def nearest(self, word: str, errors: int) -> str | None:
        """The word that so many slips of the finger, or fewer, make of this one."""
        from rapidfuzz import process  # noqa: PLC0415 - costs 10 ms
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        targets = [*self._by_letter.get(word[0], ()), *self._by_letter.get(word[1], ())]
        found = process.extractOne(word, targets, scorer=OSA.distance, score_cutoff=errors)
        return None if found is None else cast(str, found[0])


class Normaliser:
    """Knows the words of the language and of one event, and reads every other word as one of them."""

    def __init__(
        self,
        language_words: Callable[[], frozenset[str]],
        idle_words: Callable[[], frozenset[str]] = frozenset,
    ) -> None:
        """``idle_words`` are those of the language that no misspelling means.

        Both are asked for when the first question is read: an event loads without them.
        """
        self._language_words = language_words
        self._idle_words = idle_words
        self._texts: tuple[str, ...] = ()
        self._abbreviations: frozenset[str] = frozenset()
        self._acronyms: set[str] = set()
        self._unstemmed: set[str] = set()
        self._bodies: frozenset[str] = frozenset()
        self._cache: dict[str, tuple[tuple[str, str], ...]] = {}

    def learn(self, texts: Iterable[str]) -> None:
        """The event's own words: known from now on, and what a misspelling may mean."""
        self._texts = texts = tuple(texts)
        self._acronyms = set().union(*map(acronyms, texts))
        mixed = (text for text in texts if not text.isupper())
        self._unstemmed = {word.casefold() for text in mixed for word in _CAPITALS.findall(text)}
        self._forget()

    def is_acronym(self, word: str) -> bool:
        """Whether the event writes the word in capitals."""
        return word in self._unstemmed

    def know(self, abbreviations: Iterable[str]) -> None:
        """What is no misspelling, though the event never writes it ("BPS" for its full name)."""
        self._abbreviations = frozenset(abbreviations)
        self._bodies = self._abbreviations & SPELLING.keys()
        self._forget()

    def _forget(self) -> None:
        for derived in ("_known", "_targets", "_own_words", "_own_stems"):
            self.__dict__.pop(derived, None)
        self._cache.clear()

    @cached_property
    def _known(self) -> frozenset[str]:
        return self._language_words().union(self._own_words, self._abbreviations)

    @cached_property
    def _targets(self) -> _Targets:
        return _Targets(sorted(self._known - self._idle_words()))

    def read(self, text: str) -> tuple[Token, ...]:
        """The tokens of a text as its author meant them."""
        budget = MAX_UNKNOWN_WORDS
        tokens: list[Token] = []
        shortened = _shortened(text)
        for surface, standard in words(text, self._acronyms, self._bodies):
            is_plain = self._is_plain(standard)
            if not is_plain:
                budget -= 1
            is_read = budget >= 0 and (is_plain or standard not in shortened)
            meanings = self._meaning(standard) if is_read else ((standard, standard),)
            for word, root in meanings:
                written = surface if len(meanings) == 1 else word
                tokens.extend(self._translated(written, word, root, self._translation(word)))
        return tuple(tokens)

    def own(self, text: str) -> tuple[Token, ...]:
        """The tokens of the event's own words: never taken for misspellings."""
        tokens: list[Token] = []
        for surface, standard in words(text, self._acronyms):
            meant = next(iter(translations(standard)), None)
            tokens.extend(self._translated(surface, standard, self._stem(standard), meant))
        return tuple(tokens)

    @staticmethod
    def _translated(surface: str, word: str, root: str, meant: str | None) -> Iterator[Token]:
        """The word, or what stands for it."""
        if meant is None:
            yield Token(surface, word, root)
            return
        first, *others = meant.split()
        yield Token(surface, word, stem(first), meant=first)
        for other in others:
            yield Token(other, other, stem(other))

    def _translation(self, word: str) -> str | None:
        """Of the Indonesian words for an English one that which the event uses, otherwise the usual one."""
        found = translations(word)
        if not found or found == (word,):
            return None
        own = self._own_words
        for known, form in ((own, str), (self._own_stems, stem)):
            used = (meant for meant in found if known.issuperset(map(form, meant.split())))
            if one := next(used, None) or loan_word(word, known.__contains__):
                return one
        return found[0]

    @cached_property
    def _own_words(self) -> frozenset[str]:
        """The event's words."""
        return frozenset(word for text in self._texts for _, word in words(text, self._acronyms))

    @cached_property
    def _own_stems(self) -> frozenset[str]:
        return frozenset(map(stem, self._own_words))

    def _is_plain(self, word: str) -> bool:
        is_known = word in self._known or word in self._cache or not word.isalpha()
        return is_known or is_root(word) or bool(translations(word))

    def _meaning(self, word: str) -> tuple[tuple[str, str], ...]:
        """Word and root, or those of each of the words it is written of."""
        known = self._cache.get(word)
        if known is None:
            if len(self._cache) > 4096:
                self._cache.clear()
            known = self._cache[word] = self._find_meaning(word)
        return known

    def _find_meaning(self, word: str) -> tuple[tuple[str, str], ...]:
        is_known = not word.isalpha() or word in self._known or is_root(word)
        if is_known or is_english(word) or translations(word):
            return ((word, self._stem(word)),)
        if written := self._written_as(word):
            return _spelt(written)
        base = self._without_clitic(word)
        root = stem(word)
        if base or root != word:
            return ((base, stem(base)),) if base else ((word, root),)
        spoken = self._loan_word(word) or standard_form(
            word, lambda form: form in self._known or is_root(form) or form in SPELLING
        )
        if spoken:
            return _spelt(spoken)
        parts = parted(word, lambda part: part in self._known or part in SPELLING)
        if parts:
            return tuple(pair for written in parts for pair in _spelt(written))
        meant = self._corrected(word)
        return ((meant, stem(meant)),)

    def _loan_word(self, word: str) -> str | None:
        """One that the event uses, or one of the dictionary whose ending shows what it is."""
        return loan_word(word, self._own_words.__contains__) or loan_word(word, _is_learned_root)

    def _written_as(self, word: str) -> str | None:
        """ "paneel", with a letter too many; "ngisinya", of a word that stands for several."""
        is_long = len(word) > 3 and word[-1] == word[-2]
        if is_long and (word[:-1] in self._known or word[:-1] in SPELLING):
            return word[:-1]
        base = word.removesuffix("nya")
        return base if base != word and " " in SPELLING.get(base, "") else None

    def _stem(self, word: str) -> str:
        """An abbreviation has no affixes: "CAPI" is no "cap", "keuda" no "uda"."""
        return word if word in self._unstemmed or word in INSTITUTIONS else stem(word)

    def _without_clitic(self, word: str) -> str | None:
        for clitic in _CLITICS:
            base = word.removesuffix(clitic)
            if base == word or len(base) < 3 or (len(base) == 3 and clitic in _RARE_CLITICS):
                continue
            standard = SPELLING.get(base, base)
            if " " in standard or not standard:
                continue
            if standard in self._known or (len(clitic) > 2 and is_root(base)):
                return standard
        bases = (word.removesuffix(particle) for particle in _PARTICLES if word.endswith(particle))
        return next((base for base in bases if len(base) > 3 and base in self._known), None)

    def _corrected(self, word: str) -> str:
        bare = skeleton(word)
        if len(bare) >= 3 and len(word) - len(bare) <= len(word) // 4:
            spelt_out = self._targets.of_consonants(bare)
            if spelt_out:
                return spelt_out
        errors = allowed_errors(len(word))
        if not errors:
            return word
        meant = self._targets.nearest(word, errors)
        return meant if meant and self._is_slip(word, meant) else self._corrected_base(word)

    @staticmethod
    def _is_slip(word: str, target: str) -> bool:
        """The first letter is hardly ever wrong, but may have changed places with the second."""
        return word[0] == target[0] or word[:2] == target[1::-1]

    def _corrected_base(self, word: str) -> str:
        base = word.removesuffix("nya")
        return word if base == word or len(base) < 4 else self._corrected(base)
