"""What a text tells beside its question: it may help to find the topic, but forbids no answer."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from handlers.answers.asides import ASKING, NOUNS, PERSONS, PURPOSES, REFERRING
from handlers.answers.index import Index
from handlers.answers.normalise import Token
from handlers.answers.phrases import Tag
from handlers.answers.question import Question
from handlers.answers.reading import Reading
from handlers.answers.vocabulary.listing import word_set
from handlers.answers.vocabulary.untold import BIOGRAPHY, ORIGINS

_OPENINGS = word_set("bisa boleh ada apakah adakah minta mohon tolong perlu please butuh dapat")
_ENGLISH_OPENINGS = word_set("can is are do does could should will may tell give show send explain")
_POLITE = word_set("izin ijin maaf perkenan")
_POINTING_BACK = ("nya", "ne", "na", "ipun")
_PARTICLES = word_set("ya kak min pak bu sih nih dong deh kah toh mas mbak bang")
_GIVING_REASONS = word_set("karena because since biar agar supaya takut mumpung")
_HONORIFICS = word_set("pak bu mas mbak bang kak")
_STANDING = word_set("masih sudah baru belum sedang terus mumpung takut still already habis tinggal")
_PAST = word_set(
    """
    tadi kemarin barusan semalam yesterday overslept missed lost forgot came got had was were left broke
    arrived landed ate slept woke went fell took
    """
)
_ASKING = ASKING | {"next", "now", "end", "role_narasumber", "role_moderator"}
_TOLD = word_set("act follow explain all end start speak events after before previous now")
"""Cues that a statement may hold as well."""
_HEADS = BIOGRAPHY | ORIGINS
"""What may be asked of what another clause names ("agama Pak …")."""
_ONESELF = PERSONS | word_set("i my we our me us kula kulo abdi urang awak denai beta")


def without_idle(question: Question, index: Index) -> Iterator[list[Token]]:
    """The text without the clauses that speak of nothing that could be asked about."""
    idle = [clause for clause in _clauses(question) if not _touches(question, index, clause)]
    yield from _without(question, [place for clause in idle for place in clause])


def without_told(question: Question, index: Index) -> Iterator[list[Token]]:
    """The text without the clauses that ask nothing, but with what they tell of who asks or of which time."""
    clauses = _clauses(question)
    asking = [clause for clause in clauses if _asks(question, clause)]
    asking = asking or [c for c in clauses if _touches(question, index, c) and not _tells(question, c)]
    if not asking:
        return
    told = [c for c in clauses if c not in asking and not _is_needed(question, index, c, asking)]
    yield from _without(
        question, [place for clause in told for place in _beside_introduction(question, clause)]
    )


def _tells(question: Question, clause: range) -> bool:
    """ "kopernya masih di mobil": how things stand, or something of the asker."""
    said = (question.tokens[place] for place in clause)
    return any(_is_oneself(token) or not _STANDING.isdisjoint((token.surface, token.word)) for token in said)


def _beside_introduction(question: Question, clause: range) -> list[int]:
    """All of a clause, or the rest of it where it says who asks ("saya dari kabupaten")."""
    introduced = question.introduction.intersection(clause)
    begins = next((place for place in clause if _is_oneself(question.tokens[place])), clause.start)
    kept = range(begins, max(introduced) + 1) if introduced else range(0)
    return [place for place in clause if place not in kept]


_NEEDS = frozenset({"vegetarian", "lost"})
"""What is asked after these is of them: "saya alergi udang, makannya gimana"."""


def asking_alone(question: Question) -> Iterator[list[Token]]:
    """The clauses that ask, whatever the others tell; then the first of them."""
    clauses = _clauses(question)
    asking = [clause for clause in clauses if _asks(question, clause)]
    told = [clause for clause in clauses if clause not in asking]
    needs = [tag.start for tag in question.themes if tag.name in _NEEDS]
    if any(_names_the_topic(question, clause, asking) for clause in told if set(needs) & set(clause)):
        return
    yield from _without(question, [place for clause in told for place in clause])
    if len(asking) > 1:
        yield [question.tokens[place] for place in asking[0]]


def without_signs(question: Question, index: Index) -> Iterator[list[Token]]:
    """Where no sign parts them: either side of a word that ends a clause, if the other tells nothing."""
    if len(_clauses(question)) > 1:
        return
    yield from _behind_a_preface(question, index)
    tokens, asked = question.tokens, {tag.end for tag in question.cues if tag.name in _ASKING}
    for place in range(2, len(tokens) - 1):
        is_behind_particle = tokens[place - 1].word in _PARTICLES and not _is_named(question, place)
        if not (is_behind_particle or place in asked or _is_oneself(tokens[place])):
            continue
        sides = (range(place), range(place, len(tokens)))
        for rest, side in (sides, sides[::-1]):
            told = is_behind_particle or _tells(question, side) or _opens_a_statement(question, side)
            if told and _asks(question, rest) and not _touches(question, index, side):
                yield from _without(question, side)


def _opens_a_statement(question: Question, side: range) -> bool:
    """ "panel 3 jam berapa ini bu kabid yang tanya"."""
    opening = question.tokens[side.start]
    return (
        side.start > 0
        and len(side) > 2
        and not _OPENING_STATEMENTS.isdisjoint((opening.surface, opening.word))
    )


_OPENING_STATEMENTS = word_set(
    """
    ini bos boss bapak pak bu ibu mau takut sudah belum masih biar besok tadi keburu kasihan anak istri suami
    tamu teman pimpinan kadis kaban atasan rombongan ulun ambo abdi urang perut hp laptop mobil
    """
)


def _is_named(question: Question, place: int) -> bool:
    """The "dirjen" of "email pak dirjen": the "pak" before it ends no clause."""
    return question.tokens[place - 1].word in _HONORIFICS and place in question.content


def _behind_a_preface(question: Question, index: Index) -> Iterator[list[Token]]:
    """ "sy kejebak macet panel 2 jam berapa": from the first word that could be asked about."""
    places = range(len(question.tokens))
    first = next((place for place in places if _touches(question, index, range(place, place + 1))), 0)
    preface = [question.tokens[place] for place in range(first)]
    stands = any(not _STANDING.isdisjoint((token.surface, token.word)) for token in preface)
    tells = len(preface) > 2 and (_is_oneself(preface[0]) or stands)
    is_foreign = any(question.is_foreign(place) for place in range(first))
    if tells and not is_foreign and _asks(question, range(first, len(question.tokens))):
        yield from _without(question, range(first))


def is_of_what_asks(question: Question, best: Reading) -> bool:
    """Whether words of the clauses that ask speak for the answer, if they speak of anything."""
    clauses = _clauses(question)
    asking = {place for clause in clauses if _asks(question, clause) for place in clause}
    reasons = {place for clause in clauses if _is_a_reason(question, clause) for place in clause}
    if best.used and not asking and best.used <= reasons:
        return False
    if len(clauses) < 2 or not asking:
        return True
    named = {p for tag in (*question.subjects, *question.themes) for p in tag.span}
    named |= {p for found in question.numbered for p in found.positions}
    named |= {p for p in question.content if _says_something(question, p)}
    return not asking & named or not asking.isdisjoint(best.used)


def _is_a_reason(question: Question, clause: range) -> bool:
    """ "karena hp saya mati": why something is said, not what."""
    return question.tokens[clause.start].word in _GIVING_REASONS


def _says_something(question: Question, place: int) -> bool:
    """ "aksesnya lewat mana" asks of what was told before it, "TPS saya di mana" of another thing."""
    is_everyday = question.is_soft(place) or question.is_background(place)
    points_back = question.tokens[place].surface.endswith(_POINTING_BACK)
    return question.is_foreign(place) or not (is_everyday or points_back)


def _clauses(question: Question) -> list[range]:
    places = groupby(range(len(question.tokens)), key=lambda place: question.tokens[place].clause)
    spans = [list(group) for _, group in places]
    return [range(span[0], span[-1] + 1) for span in spans]


def _touches(question: Question, index: Index, clause: range) -> bool:
    """Whether the clause asks something, or speaks of anything that could be asked about."""
    if _asks(question, clause):
        return True
    tags = (*question.subjects, *question.themes, *question.actions)
    tags += tuple(tag for tag in question.cues if tag.name not in _TOLD)
    spoken = {place for tag in tags for place in tag.span} | question.time.used | question.introduction
    spoken |= question.negated | {place for found in question.numbered for place in found.positions}
    if not spoken.isdisjoint(clause) or _says_who_asks(question, index, clause):
        return True
    if any(question.tokens[place].word in _HEADS for place in clause):
        return True
    return any(_is_of_event(question, index, place) for place in clause if place in question.content)


def _is_of_event(question: Question, index: Index, place: int) -> bool:
    forms = question.tokens[place].forms
    if question.is_background(place) or question.is_soft(place):
        return not index.faq_keywords.isdisjoint(forms)
    known = (index.sessions_by_term, index.faq_by_term, index.room_terms)
    said = (*forms, *question.synonyms(place))
    return any(form in terms for form in said for terms in known)


def _is_needed(question: Question, index: Index, clause: range, asking: Sequence[range]) -> bool:
    """Tells who asks or of which time, or names one of several sessions ("panel 1, panel 2 jam berapa")."""
    is_past = any(question.tokens[place].word in _PAST for place in clause)
    names_time = any(not question.time.used.isdisjoint(other) for other in asking)
    told = frozenset() if is_past or names_time else question.time.used
    numbered = {place for found in question.numbered for place in found.positions}
    if not (told | numbered).isdisjoint(clause):
        return True
    if not question.introduction.isdisjoint(clause):
        return False
    if _says_who_asks(question, index, clause):
        return True
    if _names_the_topic(question, clause, asking):
        return True
    names = not question.session_nouns.isdisjoint(clause)
    is_of_oneself = any(_is_oneself(question.tokens[place]) for place in clause)
    return not is_of_oneself and (names or len(clause) < 3)


def _names_the_topic(question: Question, clause: range, asking: Sequence[range]) -> bool:
    """ "I'm vegetarian, will there be food for me?": what asks names no topic, and asks yes or no."""
    elsewhere = {place for other in asking for place in other}
    tags = (*question.subjects, *question.themes, *question.actions)
    topics = [tag for tag in tags if tag.start in elsewhere]
    topics += [tag for tag in question.cues if tag.name in _ASKING and tag.start in elsewhere]
    is_open = topics or not elsewhere.isdisjoint(question.time.used) or question.has("events")
    is_open = is_open and not _only_asks_whom_to_tell(question, elsewhere)
    tells_why = _is_a_reason(question, clause)
    return not (is_open or tells_why) and any(tag.start in clause for tag in question.themes)


def _only_asks_whom_to_tell(question: Question, asking: Collection[int]) -> bool:
    """The "lapor ke mana" of "kacamata saya hilang, lapor ke mana"."""
    says = {question.tokens[place].word for place in asking if place in question.content}
    says |= {question.tokens[p].word for p in asking if question.tokens[p].word in _TELLING_WHOM}
    return bool(says - {"harus"}) and says <= _TELLING_WHOM


_TELLING_WHOM = word_set("lapor melapor hubungi menghubungi panggil telepon tanya bilang harus kontak")


def _says_who_asks(question: Question, index: Index, clause: range) -> bool:
    """ "saya arsiparis, …", where some sessions are for them only."""
    is_of_oneself = _is_oneself(question.tokens[clause.start])
    return is_of_oneself and any(_is_audience(question.tokens[place], index) for place in clause)


def _is_oneself(token: Token) -> bool:
    return not _ONESELF.isdisjoint(token.forms)


def _is_audience(token: Token, index: Index) -> bool:
    said = (form for form in token.forms if len(form) > 1)
    return any(form in entry.audience for form in said for entry in index.sessions)


def _asks(question: Question, clause: range) -> bool:
    if question.tokens[clause.start].word in _REFERRING:
        return False
    is_purpose = question.tokens[clause.start].word in PURPOSES
    asking = _ASKING - NOUNS if is_purpose else _ASKING
    cues = (tag for tag in question.cues if not _is_going_home(question, tag))
    if (
        any(tag.name in asking and tag.end - 1 in clause for tag in cues)
        or question.tokens[clause.start].is_asked
    ):
        return True
    if question.places("after", "before") & set(clause) and not question.session_nouns.isdisjoint(clause):
        return True
    spoken = [place for place in clause if question.tokens[place].word not in _PARTICLES]
    words = ["", *(question.tokens[place].word for place in spoken), ""]
    opens = "dong" in (question.tokens[place].word for place in clause) or any(
        word in _OPENINGS and before not in PERSONS and following not in _POLITE
        for before, word, following in zip(words, words[1:], words[2:], strict=False)
    )
    return opens or words[1] in _ENGLISH_OPENINGS or words[-2] == "tidak"


def _is_going_home(question: Question, cue: Tag) -> bool:
    """The "balik" of "bapak belum balik ke kamar"."""
    before = question.tokens[cue.start - 1].word if cue.start else ""
    return cue.name == "end" and before in _STANDING and question.tokens[cue.start].word in _HOMEWARD


_REFERRING = REFERRING | {"berkenaan", "menunjuk", "merujuk", "memperhatikan"}
_HOMEWARD = word_set("pulang balik kembali back return")


def _without(question: Question, left_out: Collection[int]) -> Iterator[list[Token]]:
    """The rest, if there is one and it is not everything."""
    rest = [token for place, token in enumerate(question.tokens) if place not in left_out]
    if left_out and rest:
        yield rest
