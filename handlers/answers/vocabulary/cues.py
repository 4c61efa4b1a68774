"""The phrases that show what a question wants to know. One tag a meaning; the longest phrase wins."""

from __future__ import annotations

from collections.abc import Mapping

_EMPLOYERS = (
    "kementerian lembaga dinas kampus universitas instansi institusi perusahaan organisasi badan sekolah"
)
_EMPLOYERS_ENGLISH = "company university institution organization organisation ministry agency campus office"
_EMPLOYED = "dosen kerja bekerja bertugas mengajar berkantor berdinas"
_FROM_WHERE = ", ".join(
    (
        *(f"{noun} {word}" for noun in _EMPLOYERS.split() for word in ("apa", "mana")),
        *(f"dari {noun} {word}" for noun in _EMPLOYERS.split() for word in ("apa", "mana", "di mana")),
        *(f"{word} {noun}" for noun in _EMPLOYERS_ENGLISH.split() for word in ("which", "what")),
        *(f"{verb} di {noun} mana" for verb in _EMPLOYED.split() for noun in ("kampus", "universitas")),
        *(f"{verb} di mana" for verb in _EMPLOYED.split()),
        *(f"dari {noun} mana" for noun in ("kantor", "daerah", "provinsi", "kabupaten", "kota")),
    )
)

CUES: Mapping[str, str] = {
    "when": """
        kapan, jam berapa, pukul berapa, jam berapakah, jadwalnya kapan, when, what time, at what
        time, kapan saja, jam berapa saja, pukul berapa saja, waktunya, waktu pelaksanaan, jam,
        pukul, start time, timing
    """,
    "date": """
        tanggal berapa, hari apa, hari berapa, hari ke berapa, what day, which day, what date, which
        date
    """,
    "start": "mulai, dimulai, dimulainya, start, starts, begin, begins, starting, awal",
    "end": """
        selesai, sampai jam, sampai pukul, sampai kapan, berakhir, end, ends, finish, finishes,
        over, rampung, tutup jam, tutup jam berapa, tutup pukul berapa, ini selesai, ini berakhir,
        sampai jam berapa ini, ini kapan selesai, ini sampai, this end, this finish, pulang dari,
        kembali dari, balik dari, pulang, balik, back from, return from, sampai jam berapa, until
        what time, until when, ending, done, be back
    """,
    "duration": """
        berapa lama, berapa menit, berapa jam, durasi, lamanya, lama tidak, how long, duration, how
        many minutes, how many hours, how often, berapa menit sekali, berapa jam sekali, tiap berapa
        menit, tiap berapa jam, setiap berapa menit, setiap berapa jam, berapa lama sekali
    """,
    "remaining": """
        berapa lama lagi, berapa menit lagi, berapa jam lagi, jam berapa lagi, masih lama, kurang
        berapa menit, kurang berapa lama, berapa lama lagi mulai, how long until, how long till, how
        soon, how many minutes until, how many minutes left
    """,
    "where": """
        di ma, di mana, ke mana, mana tempat, sebelah mana, where, tempat, tempatnya, lokasi,
        lokasinya, ruang apa, ruangan apa, ruang mana, ruangan mana, ruang berapa, ruangan berapa,
        lantai berapa, lantai mana, which room, what room, which floor, what floor, location, venue,
        lantai, ruangan, ruangannya, posisi, di ruang mana, hall mana, aula mana, tempat mana,
        gedung mana, hotel mana, hotel apa, gedung apa, restoran apa, restoran mana, lapangan mana,
        lapangan apa, taman mana, taman apa, kota mana, kota apa, meja mana, meja berapa, berangkat
        dari mana, naik dari mana, kumpul dari mana, dari pintu mana, loket mana, pintu mana, pintu
        berapa, lewat mana, titik kumpul, kumpul di mana, arah mana, aula apa, where at,
        whereabouts, berpusat di mana, bertempat, bertempat di mana, diadakan di, pelaksanaan di
        mana, digelar di mana, where about, which hall, what hall, which building, which ballroom,
        kamar berapa acaranya, atau di ruang lain, atau ruang lain, atau di tempat lain, atau tempat
        lain, atau di ruangan lain, or another room, or somewhere else, denah, tempat duduk di mana,
        ruang apa saja
    """,
    "who": """
        siapa, siapa saja, who, whom, whose, jabatannya apa, jabatannya, jadi apa, sebagai apa,
        selaku apa, perannya apa, tugasnya apa, tugas apa, namanya siapa, apa jabatannya, as what,
        what position
    """,
    "audience": """
        untuk siapa, untuk siapa saja, buat siapa, buat siapa saja, bagi siapa, bagi siapa saja,
        diperuntukkan, pesertanya siapa, pesertanya siapa saja, siapa pesertanya, siapa saja
        pesertanya, kelompoknya siapa, siapa yang ikut, yang ikut siapa, siapa saja yang ikut, who
        is it for, for whom, who should attend, who should join, sasarannya siapa, intended for,
        aimed at, target audience, meant for, targeted at, designed for, target peserta, peserta
        sasaran, ditujukan untuk siapa, ditujukan untuk, ditujukan bagi, ditujukan kepada, untuk
        kalangan apa, untuk peserta apa, buat peserta apa, untuk peserta mana, khusus siapa, siapa
        yang boleh ikut, siapa yang wajib ikut, siapa yang harus ikut, siapa yang masuk, yang masuk
        siapa, siapa targetnya, targetnya siapa, for who, who can join, who can attend, who must
        attend, who has to attend, who is invited
    """,
    "from_where": "dari mana, asal mana, from where, " + _FROM_WHERE,
    "which": """
        yang mana, panel mana, sesi mana, panel berapa, sesi berapa, workshop berapa, workshop mana,
        komisi berapa, komisi mana, kelompok berapa, kelompok mana, kelompok apa, grup mana, acara
        mana, sesi apa, panel apa, acara apa, kegiatan apa, which session, which panel, what
        session, which workshop, diskusi mana, which group, which commission, workshop apa, komisi
        apa, diskusi apa, panel ke berapa, sesi ke berapa
    """,
    "topic": """
        isinya, isi apa, isi sesi, isi panel, isi diskusi, isi komisi, isi workshop, isi kelas, isi
        materi, isi kegiatan, isi pembukaan, isi pleno, isi acara apa, konten, muatan, bahas,
        membahas, dibahas, pembahasan, topik, topiknya, tentang, judul, judulnya, tema, temanya,
        mengenai, soal, perihal, materi apa, about, topic, discuss, discussed, cover, theme, fokus,
        terkait, tentang apa, bicara apa, bicara soal, bicarakan, dibicarakan, title, subject,
        agendanya apa, dipelajari, mempelajari, belajar, pelajari, diulas, mengulas, ngulas, ulas,
        dikupas, mengupas, kupas, diajarkan, mengajarkan, diajari, ajarkan, menyinggung, disinggung,
        menyoroti, disorot, diperdalam, mendalami, memperdalam, didiskusikan, mendiskusikan,
        diskusikan, dirundingkan, diangkat, mengangkat, pokok bahasan, sub tema, subtema, cakupan,
        mencakup, diobrolin, ngobrolin, obrolin, ngomongin, learn, learned, taught, covers, covered,
        deals with, focus, focuses, focused
    """,
    "thing": "apa, what, apa saja, bagaimana, how",
    "define": """
        itu apa, apa itu, maksudnya apa, apa maksudnya, apa artinya, kepanjangan, singkatan apa,
        what is, what are, singkatan
    """,
    "why": "kenapa, mengapa, why, alasannya apa, apa alasannya, sebabnya apa, how come",
    "howto": """
        bagaimana cara, cara, caranya, caranya bagaimana, how to, how do i, how can i, how do we,
        how can we, syarat, syaratnya, persyaratan, prosedur, tata cara, requirements
    """,
    "explain": "info, informasi, detail, detil, rincian, penjelasan, details, information",
    "materials": """
        materi, materinya, bahan, bahannya, modul, handout, materials, material, makalah, dokumen,
        document, documents, berkas, berkas materi
    """,
    "file": """
        ppt, slide, file, pdf, unduh, download, unduhan, softcopy, soft copy, bahan paparan, bahan
        tayang, soft file, softfile, minta materi, kirim materi, minta bahan, materi dong, bagi
        materi, share materi, minta paparan, kirim paparan, link materi, materinya mana, materi
        mana, slides, deck, handouts, hand out, hand outs, filenya, slide nya, bahan presentasi,
        file presentasi, file materi, presentation file, presentation slides, powerpoint, bahan
        ajar, minta file, minta slide, kirimin materi, minta materinya, unduh materi, download
        materi, akses materi, link bahan, bahan bacaan, reading material
    """,
    "talk": "presentasi, presentation, presentations, paparan",
    "now": """
        ini selesai, ini sampai, ini berakhir, sampai jam berapa ini, ini kapan selesai, does this,
        this end, this finish, sekarang, saat ini, sedang berlangsung, sedang berjalan, lagi
        berlangsung, lagi jalan, sedang apa, lagi apa, currently, now, right now, at the moment,
        ongoing, happening, going on, in progress, detik ini, sekarang ini, ini lagi, ini sedang,
        running, running now, taking place, sesi ini, panel ini, diskusi ini, workshop ini, this
        session, this panel, komisi ini, materi ini, yang jalan, yang sedang, yang berjalan,
        berlangsung, jam segini, wayah ini, waktu ini, sampai sesi mana, sampai mana, sudah sampai
        mana, sudah sampai sesi mana, sampai acara apa, sampai acara mana, sedang sesi apa, anything
        happening, anything now, what is on, jam sekarang, seginian, lagi sesi, lagi acara, current
        session, current agenda, current event, kita lagi di, lagi di sesi, which session is this,
        what session is this, sesi apa ini, acara apa ini
    """,
    "next": """
        habis ini, setelah ini, sesudah ini, selepas ini, seusai ini, selanjutnya, berikutnya,
        berikut, next, up next, after this, coming up, lanjut apa, terus apa, terus ada apa,
        lanjutannya, lanjut, sehabis ini, usai ini, habis itu, setelah itu, sesudah itu, after that,
        kemudian apa, acara lanjutan, masih ada acara, masih ada sesi, masih ada kegiatan, masih ada
        lagi, anything else, any more sessions, more sessions, sudah ini, habis sesi ini, setelah
        sesi ini, sesudah sesi ini, setelah acara ini, habis acara ini, setelah panel ini, habis
        panel ini, habis kegiatan ini, after this session, after this one, after this panel, setelah
        ko, setelah iko, nan setelah, lepas ini, sesi depan, agenda selanjutnya, yang akan datang,
        terdekat, acara terdekat, kegiatan terdekat, sambungannya, imbah ini, what else, habis malam
        ini, setelah malam ini, habis hari ini, setelah hari ini, sesudah hari ini, paling dekat,
        acara paling dekat, sesi paling dekat, closest, soonest, acara apa lagi, ada acara apa lagi,
        sesi apa lagi, apa lagi acaranya, kegiatan apa lagi, habis nih, abis nih, bar iki, sudah ini
        apa, berikutnya apa, agenda berikutnya, agenda berikut, sesi berikut, what happens next,
        what comes next, coming next, what follows, then what, whats next, what is after this, yang
        berikut, sehabis sesi ini, selesai ini, selesai sesi ini, kelar ini, beres ini, selesai
        acara ini, begitu ini selesai, habis ko, sudah ko, habis iko
    """,
    "previous": """
        barusan, sesi tadi, acara tadi, panel tadi, yang tadi, sebelum ini, baru selesai, yang
        barusan, baru saja, tadi itu, just now, previous, just ended, last session just, kegiatan
        tadi, materi tadi, sesi sebelumnya, panel sebelumnya, acara sebelumnya, previous session,
        previous panel
    """,
    "between": "antara, di antara, di sela, sela, between, diantara, in between",
    "after": """
        setelah, sesudah, habis, selepas, seusai, sehabis, usai, after, selesai dari, following,
        begitu selesai, kelar dari, lepas dari, once
    """,
    "before": "sebelum, sebelumnya, before, prior to, mendahului",
    "agenda": """
        jadwal, semua jadwal, agenda, rundown, susunan acara, run down, schedule, programme,
        timetable, itinerary, jadwal acara, rangkaian acara, tata acara, daftar acara
    """,
    "events": """
        acara, kegiatan, sesi, event, events, session, sessions, acaranya, kegiatannya, program
        acara, ada apa, ada acara, ada acara apa, ada sesi, apa saja, ada kegiatan
    """,
    "all": """
        semua, seluruh, all, every, semua jadwal, keseluruhan, lengkap, full, whole, apa saja,
        setiap, tiap, berapa saja, kapan saja, masing masing, seluruhnya, both, each, jam berapa
        saja, pukul berapa saja, siapa saja, dua hari, tiga hari, empat hari, 2 hari, 3 hari, 4
        hari, dua hari itu, selama acara, sepanjang acara, dua dua, kedua duanya, tiga tiga, dua
        tiga tiganya, satu satu, satu per satu, satu persatu, dari awal sampai akhir, complete, dari
        awal sampai selesai, dari pagi sampai selesai, dari pagi sampai malam, dari pagi sampai
        sore, from start to finish
    """,
    "count": """
        ada berapa, berapa jumlah, jumlahnya berapa, berapa banyak, how many, berapa total, total
        berapa, berapa kali, dibagi berapa, terbagi berapa, terbagi menjadi berapa, dibagi menjadi
        berapa, dibagi jadi berapa, terdiri dari berapa, terdiri atas berapa, jumlah, number of
    """,
    "amount": "berapa, berapa besar, how much, besaran, besarnya, berapa persen, berapa orang",
    "role_narasumber": """
        narasumber, pembicara, pemateri, penyaji, pemapar, panelis, speaker, speakers, speaking,
        presenter, presenters, resource person, pengisi acara, pengisi materi, panelist, panelists,
        keynote speaker, fasilitator, facilitator, bawa materi, isi materi, kasih materi, membawakan
        materi, mengisi materi, menyampaikan materi, presents, presenting, pembicaranya, pengisi,
        penceramah, instruktur, pelatih, trainer, mentor, tutor, pengajar materi, pemberi materi,
        instructor, facilitators, trainers, lecturer, keynote speakers, pembawa materi, pembawa
        paparan, nara sumber, pengajarnya
    """,
    "role_moderator": """
        moderator, moderatornya, moderating, moderates, moderate, pemandu, pimpin, memimpin,
        dipandu, chairing, memandu, mandu, pandu, memoderatori, dimoderatori, moderatori, chairs,
        chair, chaired, host sesi, pemandunya, pembawa diskusi, bawakan diskusi, bawain diskusi,
        membawakan diskusi, pengarah diskusi, pengatur diskusi, mengatur diskusi, pemimpin sidang,
        pimpinan sidang, ketua sidang, memimpin sidang, memimpin diskusi, pemimpin diskusi,
        moderator nya, moderators, chairperson, chairman, session chair, panel chair, momod,
        moderasi
    """,
    "speak": """
        bicara, berbicara, sambutan, isi acara, mengisi, mengisi acara, tampil, pidato, memaparkan,
        menyampaikan, speak, speaks, talk, talks, present, membawakan, bawakan, bawain, opening
        speech, giving, memimpin, paparan di, berceramah, ceramah, nyampein, menjelaskan, ngisi,
        ngasih sambutan, on stage, di panggung, di podium, di mimbar, di atas panggung, pembawa,
        membawakan acara, yang ngisi, berpidato, orasi, berorasi, paparkan, presentasi di, bertutur,
        bersambutan, dibimbing, membimbing, pembimbing, pembimbingnya, bimbing, memberi sambutan,
        memberikan sambutan, kasih sambutan, buka suara, speech, delivers, deliver, delivering,
        gives, give the, lead, leads, leading, address, addresses, jadi narsum, tampil di, yang
        maju, maju
    """,
    "act": """
        membuka, buka, menutup, tutup, hadir, jadi, menjadi, memberikan, opens, masuk, ikut,
        mewakili
    """,
    "follow": """
        kalau, bagaimana dengan, what about, how about, and, terus, lalu, nah, lha, kemudian, trus,
        kalau yang, then, sedangkan
    """,
    "oops": "eh salah, oh salah, ups salah, salah maksud, maaf salah, sorry salah",
    "not": "bukan, not, maksud saya bukan, ralat",
    "zone_Asia/Jakarta": "wib, waktu jakarta, jakarta time, waktu indonesia barat",
    "zone_Asia/Makassar": "wita, waktu makassar, waktu bali, waktu indonesia tengah",
    "zone_Asia/Jayapura": "wit, waktu papua, waktu jayapura, waktu maluku, waktu indonesia timur",
}

ACTIONS: Mapping[str, str] = {
    "attendance": """
        absen, absensi, presensi, daftar hadir, mau absen, isi daftar hadir, tanda tangan kehadiran,
        check in kehadiran, sign attendance, attendance
    """,
    "ask_speaker": """
        tanya narasumber, bertanya ke narasumber, mengajukan pertanyaan, ajukan pertanyaan, kirim
        pertanyaan, ask the speaker, ask a question, tanya ke narasumber, bertanya kepada
        narasumber, nanya ke narasumber
    """,
    "reminders": """
        pengingat, ingatkan, batalkan pengingat, matikan pengingat, reminder, reminders, remind me,
        notifikasi, notif
    """,
    "feedback": """
        evaluasi, kuesioner, isi evaluasi, feedback, survei kepuasan, umpan balik, kasih masukan,
        formulir evaluasi
    """,
    "certificate": """
        unduh sertifikat, download sertifikat, minta sertifikat, sertifikat saya, my certificate
    """,
}
