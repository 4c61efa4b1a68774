"""Kinds of session by the names people give them: a title and a question that share one mean the same."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.answers.vocabulary.listing import word_set

SUBJECTS: Mapping[str, str] = {
    "registration": """
        registrasi, pendaftaran, daftar ulang, registration, register, regis, registasi, pendaftaran
        ulang, re registration, lapor diri, mendaftar, sign up, daftar di, mau daftar, meja
        registrasi, daftar peserta di, check in peserta, meja pendaftaran, meja regis, reregistrasi,
        registration desk, sign in, nge daftar
    """,
    "opening": """
        pembukaan, pembukaan acara, opening, upacara pembukaan, opening ceremony, acara pembukaan,
        seremoni pembukaan, buka acara, membuka acara, membuka rakor, acara dibuka, buka rakor,
        peresmian, meresmikan, diresmikan, opening session, seremonial pembukaan, sesi pembukaan,
        opening nya, buka secara resmi, dibuka secara resmi, inaugural session, opening remarks,
        pidato pembukaan, sambutan pembukaan
    """,
    "opens": """
        open, dibuka, membuka, buka, dibuka oleh, opens, opened, membuka secara resmi, ngebuka, ngebukain
    """,
    "closing": """
        penutupan, penutup, closing, closing ceremony, upacara penutupan, acara penutupan, closing
        session, menutup acara, menutup rakor, acara ditutup, tutup acara, tutup rakor, sesi
        penutupan, closing nya, sesi penutup, acara penutup, acara perpisahan, closing remarks,
        ditutup secara resmi, upacara penutup
    """,
    "closes": """
        close, ditutup, menutup, tutup, ditutup oleh, closes, closed, nutup, ngenutup, nutupin
    """,
    "panel": "panel, diskusi panel, sesi panel, panel session, panel discussion, panelnya",
    "workshop": "workshop, workshops, lokakarya, kelas, pelatihan, bimtek, training",
    "discussion": """
        diskusi, diskusi kelompok, kelompok diskusi, fgd, group discussion, breakout, breakout
        session, breakout room, group discussions, diskusi terarah, discussion, kerja kelompok,
        diskusinya
    """,
    "commission": """
        komisi, sidang komisi, commission, rapat komisi, committee results, committee result,
        committee reports, committee report, committee session, committee sessions, committee
        discussion, committee discussions, commission session, commission results
    """,
    "plenary": "pleno, plenary, sidang pleno, plenary session, rapat pleno, paripurna",
    "keynote": """
        keynote, keynote speech, pidato kunci, paparan kunci, keynote speaker, pembicara kunci,
        ceramah kunci, key note, keynote session, paparan utama, pidato utama
    """,
    "coffee": """
        rehat kopi, coffee break, coffee, kopi, ngopi, rehat kudapan, kudapan, snack, snek, snack
        time, tea break, rehat teh, jeda kopi, istirahat kopi, coffee morning, break kopi, rehat
        snack, rehat, ngeteh, ngemil, ngopi2, ngopi ngopi, coffeebreak, coffee time, jajanan,
        camilan, cemilan, minum kopi, minum teh
    """,
    "lunch": """
        makan siang, nasi siang, ishoma, lunch, istirahat siang, istirahat salat makan, lunch break,
        santap siang, istirahat makan siang, luncheon, ishama, isoma, istirahat salat makan siang,
        jam makan siang, makan siangnya, makan siang bersama, break siang, isoma siang, jeda siang,
        jeda makan, istirahat makan, makan dan salat, salat dan makan, midday break, meal break
    """,
    "dinner": """
        makan malam, dinner, gala dinner, jamuan makan malam, santap malam, jamuan malam, welcome
        dinner, ramah tamah, malam keakraban, farewell dinner, makan malamnya, makan malam bersama,
        jamuan, gala, makan makan malam, mam malam, jamuan makan, gala dinnernya, maem malam,
        supper, evening meal
    """,
    "breakfast": "sarapan, breakfast, makan pagi, sarapannya",
    "break": "istirahat, break, jeda, break time, rehat, waktu istirahat",
    "photo": "foto bersama, group photo, sesi foto, photo session, foto",
    "excursion": """
        kunjungan lapangan, field visit, kunjungan lapang, field trip, study visit, site visit,
        tinjauan lapangan, kunjungan, peninjauan lapangan, excursion, studi lapangan, turun
        lapangan, field trip nya, visit, studi banding, kunjungan kerja, kunker
    """,
    "exercise": """
        senam, senam pagi, jalan pagi, lari pagi, jogging bersama, jalan santai, gerak jalan, gowes,
        sepeda santai, morning walk, fun run, fun bike, olahraga pagi, olah raga pagi, morning
        exercise, jalan sehat, gymnastics,
        olahraga, fun walk
    """,
    "signing": """
        tanda tangan komitmen, tanda tangan kesepakatan, tanda tangan, signing, signing ceremony,
        tanda tangan berita acara, tanda tangan bersama, komitmen bersama
    """,
    "follow_up_plan": "rencana tindak lanjut, rtl, follow up plan, action plan, tindak lanjut",
    "exhibition": """
        pameran, expo, exhibition, bazar, stan, booth, gerai, lapak, tenant, tenan, booths, stand
        pameran, stan pameran
    """,
    "prayer": "doa, doa bersama, prayer",
    "parallel": """
        sesi paralel, paralel, pararel, sesi pararel, sidang paralel, kelas paralel, diskusi
        paralel, parallel, parallel session, parallel sessions, parallel tracks, sesi bersamaan,
        sesi serentak
    """,
}

IMPLIED: Mapping[str, tuple[str, ...]] = {
    "registration": ("registration",),
    "opening": ("opening",),
    "closing": ("closing",),
    "panel": ("panel",),
    "discussion": ("discussion",),
    "break": ("break",),
}
"""Subjects that the kind of a session gives it, whatever its title says."""

KIN: Mapping[str, tuple[str, ...]] = {
    "discussion": ("workshop", "commission"),
    "workshop": ("discussion", "commission"),
    "commission": ("discussion",),
    "break": ("coffee", "lunch"),
}
"""Where no session has the subject asked for, these are meant."""

COUNTABLE = word_set(
    """
    panel sesi session workshop komisi commission kelompok group grup diskusi sidang pleno kelas
    materi topik paparan pokja tim klaster ruang track paralel subtema seri babak forum lokakarya
    """
)
"""Nouns that a number or a letter can follow: "komisi II", "kelompok A"."""

SERIES_KIN: Mapping[str, tuple[str, ...]] = {
    "sesi": ("sesi", "panel", "session"),
    "session": ("sesi", "panel", "session"),
    "panel": ("panel",),
    "commission": ("komisi", "commission"),
    "komisi": ("komisi", "commission"),
    "group": ("kelompok", "grup", "group"),
    "grup": ("kelompok", "grup", "group"),
    "kelompok": ("kelompok", "grup", "group", "komisi"),
    "diskusi": ("diskusi", "kelompok", "komisi", "workshop"),
    "sidang": ("sidang", "komisi"),
    "plenary": ("pleno", "plenary", "sidang"),
    "discussion": ("diskusi", "kelompok", "komisi", "workshop"),
    "workshop": ("workshop", "lokakarya"),
    "lokakarya": ("workshop", "lokakarya"),
    "materi": ("materi", "panel", "sesi"),
    "topik": ("topik", "panel", "sesi"),
    "paparan": ("paparan", "panel", "sesi"),
}
"""A numbered noun of a question, and the nouns that titles may use for the same series, best first."""

NATURAL_KIND: Mapping[str, str] = {
    "registration": "registration",
    "opening": "opening",
    "closing": "closing",
    "panel": "panel",
    "workshop": "discussion",
    "discussion": "discussion",
    "commission": "discussion",
    "plenary": "plenary",
    "coffee": "break",
    "break": "break",
}
"""Where a session of this kind has the subject, others that only mention it are not meant."""

RECURRING = frozenset(
    {"coffee", "lunch", "dinner", "breakfast", "break", "registration", "exercise", "prayer", "photo"}
)
"""Subjects that come back every day: the next or running one is meant."""

LOOSE = frozenset({"discussion", "plenary", "panel", "workshop", "opening"})
"""Said of any session: "diskusi tentang hoaks" may well be a panel."""
