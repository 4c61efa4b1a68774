"""Whether a question asks of a topic what the event does not tell of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from handlers.answers.abbreviations import words_of
from handlers.answers.entries import FaqEntry
from handlers.answers.index import Index
from handlers.answers.normalise import Token, is_english, is_name, is_root
from handlers.answers.offices import holds
from handlers.answers.otherwise import asks_for_work, is_of_something_else
from handlers.answers.question import Question
from handlers.answers.reading import Reading, Situation
from handlers.answers.vocabulary.institutions import CITIES
from handlers.answers.vocabulary.listing import word_set
from handlers.answers.vocabulary.otherwise import OWN_CASES, PERMITS, STAGES
from handlers.answers.vocabulary.untold import (
    BIOGRAPHY,
    COUNTING,
    ERRANDS,
    GEOGRAPHY,
    LISTENERS,
    LIVING,
    MATTERS,
    MEANINGS,
    MEETING_HIM,
    ORIGINS,
    OWN,
    PEOPLE,
    PLACES_OF_OFFICE,
    PRECEDING,
    QUALITIES,
    REGISTERED,
    RELATIONS,
    SINGLE_OFFICES,
    WORLDLY_VERBS,
)

_HONORIFICS = frozenset({"pak", "bu", "bapak", "ibu"})
_TOWARDS = frozenset({"ke", "menuju", "to"})
_WITH = word_set("sama dengan bareng bersama with")
_CONTACTING = word_set(
    "hubungi menghubungi bicara berbicara lapor kontak koordinasi tanya bertanya konfirmasi"
)
_SELF = frozenset({"saya", "kami", "aku", "sy", "my", "our"})
_AT = frozenset({"di", "ke", "at", "in"})
_BEFORE_A_NOUN = word_set("yang saja si nama namanya the is are itu sih ya")
_UNTOLD_THEMES = frozenset({"other_time", "other_meeting", "elsewhere", "life", "size", "keeping"})
_OF_A_PHONE = word_set("hp wa whatsapp telepon phone panitia kontak siapa berapa bisa yang untuk saya number")


class _Case(NamedTuple):
    """A reading of a question, and the words that it leaves over."""

    situation: Situation
    reading: Reading
    event: Index
    entry: FaqEntry | None
    """Of the FAQ, for a reading that answers with one."""
    free: tuple[int, ...]

    @property
    def question(self) -> Question:
        return self.situation.question

    def word(self, place: int) -> str:
        tokens = self.question.tokens
        return tokens[place].word if 0 <= place < len(tokens) else ""

    def leaves_any(self, words: Collection[str]) -> bool:
        return next(self.leaves(words), None) is not None

    def leaves(self, words: Collection[str]) -> Iterator[int]:
        """Places of such words that neither the reading nor the entry has."""
        for place in self.free:
            token = self.question.tokens[place]
            is_told = self.entry is not None and not self.entry.said.isdisjoint(token.forms)
            if not is_told and (token.word in words or token.surface in words):
                yield place


def is_untold(situation: Situation, reading: Reading, index: Index) -> bool:
    """Whether ``reading`` is about the right thing at most, and not about what is asked of it."""
    question = situation.question
    entry = next((entry for entry in index.faq if entry.faq.id == reading.faq), None)
    told = reading.used | question.before | question.after | question.introduction | question.vocative
    free = tuple(place for place in range(len(question.tokens)) if place not in told)
    case = _Case(situation, reading, index, entry, free)
    checks = _OF_SESSIONS if entry is None else _OF_ENTRIES
    return any(check(case) for check in checks)


def _asks_why(case: _Case) -> bool:
    return case.question.has("why") and case.reading.facet in ("what", "now", "next", "day")


def _of_a_life(case: _Case) -> bool:
    """ "agama Pak Bahtiar", "lahir di mana"; "anak saya umur 3 tahun" asks nothing of the kind."""
    return any(not case.word(place + 1)[:1].isdigit() for place in case.leaves(BIOGRAPHY))


def _where_he_lives(case: _Case) -> bool:
    """ "Pak Bahtiar menginap di kamar berapa"."""
    reference = case.situation.reference
    names_somebody = bool(reference.speakers) or reference.by_speaker
    if not names_somebody:
        return False
    is_guess = case.reading.facet == "what" and not case.situation.asked.is_explicit
    return (
        case.leaves_any(LIVING)
        or "pernah" in case.question.words
        or ("dulu" in case.question.words and not case.question.words.isdisjoint(("kerja", "jabat")))
        or (is_guess and case.leaves_any(MEETING_HIM))
    )


def _of_a_relation(case: _Case) -> bool:
    """ "siapa atasan Pak Bahtiar"."""
    beside = case.reading.used | {p for p in range(len(case.question.tokens)) if case.word(p) in _HONORIFICS}
    is_who = case.reading.facet == "who"
    return is_who and any(place + 1 in beside for place in case.leaves(RELATIONS))


def _asks_a_name(case: _Case) -> bool:
    """ "nama sopirnya", "nama ketua panitia": of somebody who neither speaks nor is told by name."""
    if case.entry is not None and "name" in case.entry.tells:
        return False
    names = [place for place in case.free if case.word(place).removesuffix("nya") == "nama"]
    people = [p for p in range(len(case.question.tokens)) if case.word(p) in PEOPLE]
    if case.entry is None:
        titles = _titles(case)
        people = [place for place in people if case.word(place).removesuffix("nya") not in titles]
    asks_of = [p for p in people if p + 1 in names or p - 1 in names]
    return bool(asks_of) or (bool(names) and case.question.has("who") and bool(people))


def _titles(case: _Case) -> frozenset[str]:
    speakers = (speaker for session in case.reading.sessions for speaker in session.speakers)
    return frozenset(
        word
        for speaker in speakers
        for part in words_of(f"{speaker.name} {speaker.title or ''}")
        for word in part
    )


def _of_somebody_doing(case: _Case) -> bool:
    """ "siapa yang menyumbang", "siapa yang bikin aplikasi ini", "siapa yang duduk di sebelah saya"."""
    question, cue = case.question, case.question.cue("who")
    place = cue.end + 1 if cue else -1
    if cue is None or case.word(cue.end) != "yang" or place not in case.free:
        return False
    token = question.tokens[place]
    if case.entry is None and (token.word in LISTENERS or token.surface in LISTENERS):
        return True
    if case.reading.kind == "context":
        told = {p for tag in question.cues for p in tag.span} | question.time.used
        return place not in told and token.word not in _STANDING
    is_everyday = question.is_soft(place) or question.is_background(place)
    if is_everyday or place not in question.content:
        return False
    return case.entry is None or case.entry.said.isdisjoint(token.forms)


_STANDING = word_set(
    "lagi sedang di pada ini itu akan mau jadi sudah bisa pakai pegang pimpin ada datang hadir"
)


def _of_an_origin(case: _Case) -> bool:
    return case.leaves_any(ORIGINS) or (case.entry is not None and case.leaves_any(MEANINGS))


def _of_another_meeting(case: _Case) -> bool:
    """ "panel 2 rakor tahun lalu", "tablet boleh dibawa pulang"."""
    free, entry = set(case.free), case.entry
    told = (entry.themes | entry.told_themes) if entry else frozenset[str]()
    return any(
        tag.name in _UNTOLD_THEMES and tag.name not in told and free.issuperset(tag.span)
        for tag in case.question.themes
    )


def _of_its_matter(case: _Case) -> bool:
    """ "apa dampak NPHD", "menu makan siang": the noun in front is asked for, not the session."""
    question = case.question
    if case.reading.facet == "day" and case.leaves_any(MATTERS):
        return True
    if case.reading.facet != "what" or case.reading.kind not in ("named", "context"):
        return False
    is_direct = case.situation.reference.is_direct
    if not is_direct and any(place + 1 in case.reading.used for place in case.leaves(MATTERS)):
        return True
    foreign = any(place in question.content and question.is_foreign(place) for place in case.free)
    return foreign and not question.has("which", "events", "audience")


def _of_the_world(case: _Case) -> bool:
    """ "kapan NPHD cair", "Pilkada berlaku kapan"."""
    reference = case.situation.reference
    is_of_topic = case.reading.kind == "named" and not reference.is_direct
    return (is_of_topic or case.reading.kind == "event") and case.leaves_any(WORLDLY_VERBS)


def _of_a_state(case: _Case) -> bool:
    """ "Pak Bahtiar sudah sampai hotel belum"."""
    is_guess = case.reading.facet == "what" and not case.situation.asked.is_explicit
    return is_guess and {"sudah", "belum"} <= case.question.words


def _of_what_is_near(case: _Case) -> bool:
    """ "rumah sakit terdekat"."""
    is_named = case.reading.kind == "named" and not case.situation.reference.is_direct
    return is_named and not case.question.words.isdisjoint(("terdekat", "nearest"))


def _of_an_unknown_person(case: _Case) -> bool:
    """ "Pak Budi Hartawan mengisi panel berapa", where no such person speaks."""
    return any(
        place in case.question.content
        and case.word(place - 1) in _HONORIFICS
        and is_name(case.question.tokens[place])
        and not _is_of_event(case.event, case.question.tokens[place])
        for place in case.free
    )


def _of_another_way(case: _Case) -> bool:
    """ "bus ke danau", "kapal ke Bacan": a way that the entry does not tell."""
    tokens = case.question.tokens
    if case.entry is None or not case.question.words.isdisjoint(_TAKEN_ALONG):
        return False
    return any(
        case.word(place - 1) in _TOWARDS
        and (
            token.word in GEOGRAPHY
            or _is_a_place_unknown(case.event, token)
            or (case.reading.kind == "faq" and "ke" in case.entry.said and _is_a_room_only(case.event, token))
        )
        for place, token in ((place, tokens[place]) for place in case.free)
        if case.entry.said.isdisjoint(token.forms)
    )


_TAKEN_ALONG = word_set("bawa membawa dibawa bekal pakai memakai bring wear carry")
""" "perlu bawa payung waktu ke desa" asks of no way."""


def _is_a_room_only(index: Index, token: Token) -> bool:
    """The "Jailolo" that a room is named after, for an entry that tells of ways."""
    return is_name(token) and index.name_terms.isdisjoint(token.forms) and token.word in index.room_terms


def _is_a_place_unknown(index: Index, token: Token) -> bool:
    """A name that was hardly put right: "Bacan" is no "bacaan"."""
    if token.surface in CITIES:
        return not _is_of_event(index, token)
    is_word = is_root(token.surface) or is_english(token.surface) or not token.surface.isalpha()
    return len(token.surface) > 4 and not is_word and is_root(token.stem) and token.stem != token.word


def _is_of_event(index: Index, token: Token) -> bool:
    known = (index.sessions_by_term, index.faq_by_term, index.name_terms, index.room_terms)
    return any(form in terms for terms in known for form in token.forms)


def _of_a_sum(case: _Case) -> bool:
    """ "jumlah kamar hotel"."""
    return any(place + 1 in case.reading.used for place in case.leaves(COUNTING))


def _of_another_number(case: _Case) -> bool:
    """ "kursi nomor berapa", "nomor seri": no telephone."""
    used = [place for place in case.reading.used if case.word(place) not in _OF_A_PHONE]
    places = [place for place in case.reading.used if case.word(place) in ("nomor", "number")]
    beside = {place + step for place in places for step in (1, -1)}
    content = case.question.content
    return (
        bool(places)
        and set(used) <= set(places)
        and any(
            place in content and case.word(place) not in _OF_A_PHONE
            for place in beside.intersection(case.free)
        )
    )


def _of_a_companion(case: _Case) -> bool:
    """ "sekamar sama siapa"."""
    cue = case.question.cue("who")
    is_with = cue is not None and not _WITH.isdisjoint((case.word(cue.start - 1), case.word(cue.start)))
    return is_with and case.question.words.isdisjoint(_CONTACTING)


def _of_a_session_missing(case: _Case) -> bool:
    """ "klinik D di ruang apa"."""
    return case.situation.reference.is_missing


def _of_a_fee(case: _Case) -> bool:
    """ "honor narasumber panel 2"."""
    is_speaker = case.question.has("role_narasumber", "role_moderator")
    fees = {place for place in range(len(case.question.tokens)) if case.word(place) in _FEES}
    return is_speaker and bool(fees) and case.entry is not None and case.entry.said.isdisjoint(_FEES)


_FEES = word_set("honor gaji honorarium bayaran")


def _of_another_holder(case: _Case) -> bool:
    """ "siapa Menteri PANRB", where the "Wakil Menteri" speaks."""
    question = case.question
    if case.reading.facet != "who" or question.has("speak", "act"):
        return False
    offices = [
        place
        for place in range(len(question.tokens))
        if case.word(place) in SINGLE_OFFICES
        and case.word(place - 1) not in _BESIDE_AN_OFFICE
        and place not in question.before | question.after | question.introduction
    ]
    speakers = [speaker for session in case.reading.sessions for speaker in session.speakers]
    follow = {case.word(place + step) for place in offices for step in (1, 2)}
    is_held = all(any(holds(case.word(place), speaker) for speaker in speakers) for place in offices)
    return not is_held or not follow.isdisjoint(PRECEDING)


_BESIDE_AN_OFFICE = word_set("wakil staf ahli sekretaris asisten deputi mantan khusus dari utusan")


def _of_another_registration(case: _Case) -> bool:
    """ "pendaftaran petugas sensus"."""
    return any(
        tag.name == "registration" and tag.end in case.free and _is_registered(case.word(tag.end))
        for tag in case.question.subjects
    )


def _is_registered(word: str) -> bool:
    return word in REGISTERED or (word in PEOPLE and word not in SINGLE_OFFICES)


def _of_the_rooms_name(case: _Case) -> bool:
    """ "Ruang Kapuas dulu namanya apa"."""
    return case.reading.room is not None and not case.question.words.isdisjoint(("nama", "namanya"))


def _of_ones_companion(case: _Case) -> bool:
    """ "saya sekelompok sama siapa"."""
    return _of_a_companion(case) and not _SELF.isdisjoint(case.question.words)


def _of_ones_own_number(case: _Case) -> bool:
    """ "saya di bus nomor berapa"."""
    words = case.question.words
    is_own = not _SELF.isdisjoint(words) and {"nomor", "berapa"} <= words
    return is_own and case.entry is not None and "nomor" not in case.entry.said


def _of_a_quality(case: _Case) -> bool:
    """ "menu sarapannya apa"; what to wear may be told by its colour."""
    return case.entry is not None and "dress" not in case.entry.themes and case.leaves_any(QUALITIES)


def _of_a_sum_to_pay(case: _Case) -> bool:
    """ "biaya binatu satu kemeja berapa", where the entry tells only who pays."""
    words = case.question.words
    asks = case.question.has("amount") and not words.isdisjoint(_PAYING)
    cue = case.question.cue("amount")
    is_a_sum = cue is not None and case.situation.asked.is_amount and case.word(cue.end) not in _NOT_OF_MONEY
    asks = asks or (is_a_sum and not words.isdisjoint(_SUMS))
    return asks and case.entry is not None and "price" not in case.entry.tells


_PAYING = word_set("biaya bayar tarif much sewa menyewa rental harga ongkos rent")
_NOT_OF_MONEY = word_set("hari lama minggu bulan jam persen lembar orang kali tahap rangkap days")
_SUMS = word_set(
    "transpor transport tiket uang honor ongkos gaji tunjangan anggaran anggarannya harga denda dendanya"
)
_FAR = word_set("far jauh jarak jauhnya jaraknya")
_LENGTHS = frozenset({"meter", "km", "kilometer", "menit", "m", "langkah", "jam", "minutes"})


def _of_a_distance(case: _Case) -> bool:
    """ "how far is the hotel from the airport"."""
    asks = case.question.has("amount") or "how" in case.question.words
    is_told = case.entry is not None and not _LENGTHS.isdisjoint(case.entry.units)
    return asks and not is_told and not case.question.words.isdisjoint(_FAR)


def _of_ones_state(case: _Case) -> bool:
    """ "SPJ saya sudah cair belum"."""
    content = case.question.content
    asks = any(
        case.word(place) == "belum"
        and place + 1 not in content
        and "sudah" in (case.word(place - 1), case.word(place - 2), case.word(place - 3))
        for place in range(len(case.question.tokens))
    )
    return asks and not _SELF.isdisjoint(case.question.words)


def _of_opening_hours(case: _Case) -> bool:
    """ "Kartika Sari buka jam berapa": a shop, no speaker."""
    reference = case.situation.reference
    is_person = reference.by_speaker and not reference.by_title and case.reading.facet == "when"
    return is_person and any(case.word(place + 1) in ("buka", "tutup") for place in case.reading.used)


def _of_ones_lot(case: _Case) -> bool:
    """ "kabupaten kami dapat penghargaan tidak"."""
    is_guess = case.reading.facet == "what" and not case.situation.asked.is_explicit
    if not is_guess or case.reading.kind != "named" or case.situation.reference.is_direct:
        return False
    own = any(case.word(place) in _SELF for place in case.free)
    return own and not case.question.words.isdisjoint(("tidak", "apakah", "belum"))


def _of_an_owner(case: _Case) -> bool:
    """ "stempel punya siapa"."""
    cue = case.question.cue("who")
    return cue is not None and case.word(cue.start - 1) in ("punya", "milik")


def _of_another_thing(case: _Case) -> bool:
    """ "seleksi PPPK Satpol PP kapan dibuka": by words of a topic, but of something beside it."""
    if case.situation.reference.is_direct or case.reading.kind != "named":
        return False
    return any(place in case.question.content and case.question.is_foreign(place) for place in case.free)


def _of_another_place(case: _Case) -> bool:
    """ "raker di Bali", "bimtek di kecamatan"."""
    if case.question.zones:
        return False
    tokens = case.question.tokens
    return any(
        case.word(place - 1) in _AT
        and (tokens[place].surface in CITIES or tokens[place].word in GEOGRAPHY)
        and case.word(place + 1) not in ("mana", "apa")
        and not _is_of_event(case.event, tokens[place])
        for place in case.free
        if case.entry is None or case.entry.said.isdisjoint(tokens[place].forms)
    )


def _of_ones_own(case: _Case) -> bool:
    """ "meja saya di panel 1 sebelah mana"."""
    own = any(case.word(place + 1) in _SELF for place in case.leaves(OWN))
    return own and case.reading.facet in ("where", "what")


def _of_ones_own_place(case: _Case) -> bool:
    """ "honorer di kantor saya bakal diangkat"."""
    return any(
        case.word(place) in PLACES_OF_OFFICE and case.word(place - 1) in _AT and case.word(place + 1) in _SELF
        for place in case.free
    )


def _of_progress(case: _Case) -> bool:
    """ "absensi saya sudah berapa persen"."""
    cue = case.question.cue("amount") or case.question.cue("count")
    before = (case.word(cue.start - 1), case.word(cue.start)) if cue else ()
    return "sudah" in before and not _SELF.isdisjoint(case.question.words)


def _of_ones_own_case(case: _Case) -> bool:
    """ "berkas saya sudah sampai mana prosesnya", "izin usaha kami sudah terbit belum"."""
    words, places = case.question.words, range(len(case.question.tokens))
    asks = not words.isdisjoint(STAGES) or {"sudah", "mana"} <= words or {"belum", "sudah"} <= words
    cases = [place for place in places if case.word(place) in OWN_CASES]
    cases += [place for place in places if (case.word(place), case.word(place + 1)) in PERMITS]
    return asks and any(
        case.word(place + 1) in _SELF
        or (case.word(place + 2) in _SELF and place + 1 in case.question.content)
        for place in cases
    )


def _of_another_person(case: _Case) -> bool:
    """ "siapa pengusul panel 1"."""
    cue = case.question.cue("who")
    place = cue.end if cue else len(case.question.tokens)
    while case.word(place) in _BEFORE_A_NOUN:
        place += 1
    if case.reading.facet != "who" or place not in case.question.content or place in case.reading.used:
        return False
    is_everyday = case.question.is_soft(place) or case.question.is_background(place)
    word = case.word(place)
    is_person = word.startswith("pe") or word in PEOPLE or case.question.is_foreign(place)
    return is_person and not is_everyday and word not in _titles(case)


def _of_its_dishes(case: _Case) -> bool:
    """ "snacknya apa"."""
    return case.reading.facet == "what" and any(
        token.surface.endswith("nya") and token.word in _DISHES and case.word(place + 1) == "apa"
        for place, token in enumerate(case.question.tokens)
    )


_DISHES = word_set("snack kopi kudapan makan makanan minum minuman siang malam pagi sarapan teh kue camilan")


def _of_an_errand(case: _Case) -> bool:
    return case.leaves_any(ERRANDS)


def _of_a_room(case: _Case) -> bool:
    """ "Ruang Kapuas dibangun tahun berapa": an entry that only lies beside it."""
    tokens = [case.question.tokens[place] for place in case.reading.used]
    return all(any(form in case.event.room_terms for form in t.forms) for t in tokens) and not any(
        form in case.event.faq_keywords for t in tokens for form in t.forms
    )


def _of_a_number_of_things(case: _Case) -> bool:
    """ "bus ada berapa banyak"."""
    asked, entry = case.situation.asked, case.entry
    cue = case.question.cue("count")
    if not asked.is_amount or entry is None or cue is None:
        return False
    if {cue.start - 1, cue.end}.isdisjoint(case.reading.used):
        return False
    return not any(case.question.tokens[place].stem in entry.units for place in case.reading.used)


def _of_pictures_shared(case: _Case) -> bool:
    """ "foto pembukaan dibagikan di mana": where to find them, not where they were taken."""
    words = case.question.words
    return not (_PICTURES.isdisjoint(words) or _PUBLISHING.isdisjoint(words))


_PICTURES = word_set("foto video rekaman dokumentasi photo photos recording recordings videos")
_PUBLISHING = word_set(
    "dibagikan diunggah unggah upload diposting posting disebar disebarkan disimpan drive link tautan posted"
)


def _of_something_else(case: _Case) -> bool:
    """ "klinik A di mana", "pidato kunci tentang apa": the entry only shares words with the question."""
    return case.entry is not None and is_of_something_else(
        case.question, case.entry, case.reading.used, case.event
    )


def _of_work(case: _Case) -> bool:
    """ "bantu bikinin laporan perjalanan dinas dong"."""
    return asks_for_work(case.question)


def _of_a_service(case: _Case) -> bool:
    """ "busnya tiap berapa jam": a session's description speaks of it, but the session is not meant."""
    question, reference = case.question, case.situation.reference
    if reference.is_direct or case.reading.kind != "named" or not case.reading.used:
        return False
    served = {p for tag in question.themes if tag.name in _SERVED for p in tag.span}
    if not case.reading.used <= served:
        return False
    meant = {session.id for session in case.reading.sessions}
    titled = {t for e in case.event.sessions if e.session.id in meant for t in e.title_terms}
    return all(titled.isdisjoint(question.tokens[place].forms) for place in case.reading.used)


_SERVED = frozenset(
    {"transfer", "departure", "lodging", "wifi", "parking", "luggage", "travel_papers", "taxi"}
)


def _of_a_matter_beside(case: _Case) -> bool:
    """ "dendanya", "dampaknya": of what an entry is about it does not tell them."""
    return case.leaves_any(MATTERS - _CONDITIONS)


_CONDITIONS = word_set(
    """
    syarat syaratnya persyaratan requirement requirements contoh contohnya alasan alasannya beda kriteria
    solusi solusinya kendala kendalanya masalah masalahnya dasar benefit benefits manfaat manfaatnya
    fungsinya tujuannya
    """
)


def _of_a_headcount(case: _Case) -> bool:
    """ "total yang hadir hari ini berapa orang"."""
    words, asked = case.question.words, case.situation.asked
    counts = asked.is_amount or not COUNTING.isdisjoint(words)
    of_people = "orang" in words or not COUNTING.isdisjoint(words)
    is_told = case.entry is not None and not case.entry.units.isdisjoint(("orang", "peserta"))
    return counts and of_people and not _PRESENT.isdisjoint(words) and not is_told


_PRESENT = word_set("hadir datang daftar absen mendaftar terdaftar tidakhadir")


def _of_a_place_to_pray(case: _Case) -> bool:
    """ "tempat salat di mana": the hour for it is told, the place is not where lunch is."""
    question = case.question
    if case.reading.facet != "where" or not any(tag.name == "worship" for tag in question.themes):
        return False
    rooms = {session.room for session in case.reading.sessions}
    told = {term for entry in case.event.rooms if entry.room.id in rooms for term in entry.terms}
    return _HOUSES_OF_PRAYER.isdisjoint(told)


_HOUSES_OF_PRAYER = word_set("musala mushola musholla masjid gereja kapel pura vihara salat ibadah doa")


_Check = Callable[[_Case], bool]
_BOTH: tuple[_Check, ...] = (
    _of_another_meeting,
    _of_a_life,
    _where_he_lives,
    _asks_a_name,
    _of_somebody_doing,
    _of_an_origin,
    _of_progress,
    _of_ones_own_place,
    _of_ones_own_case,
    _of_work,
)
_OF_SESSIONS: tuple[_Check, ...] = (
    *_BOTH,
    _asks_why,
    _of_a_relation,
    _of_its_matter,
    _of_the_world,
    _of_a_state,
    _of_what_is_near,
    _of_an_unknown_person,
    _of_another_thing,
    _of_ones_lot,
    _of_opening_hours,
    _of_another_place,
    _of_another_holder,
    _of_another_registration,
    _of_the_rooms_name,
    _of_ones_companion,
    _of_ones_own,
    _of_another_person,
    _of_its_dishes,
    _of_an_errand,
    _of_pictures_shared,
    _of_a_service,
    _of_a_place_to_pray,
)
_OF_ENTRIES: tuple[_Check, ...] = (
    *_BOTH,
    _of_another_way,
    _of_a_sum,
    _of_another_number,
    _of_a_companion,
    _of_a_session_missing,
    _of_a_fee,
    _of_a_room,
    _of_a_quality,
    _of_an_owner,
    _of_a_distance,
    _of_ones_state,
    _of_a_sum_to_pay,
    _of_another_place,
    _of_ones_own_number,
    _of_a_number_of_things,
    _of_an_unknown_person,
    _of_something_else,
    _of_a_headcount,
    _of_a_matter_beside,
)
