"""The phrases that show what a question wants to know. One tag a meaning; the longest phrase wins."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.answers.vocabulary.listing import products

_EMPLOYERS = """
    kementerian lembaga dinas kampus universitas instansi institusi perusahaan organisasi badan sekolah
    direktorat ditjen biro satker pihak kedeputian
"""
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
        kapan, jam berapa, pukul berapa, jam berapakah, jadwalnya kapan, when, what time, at
        what time, kapan saja, jam berapa saja, pukul berapa saja, waktunya, waktu
        pelaksanaan, jam, pukul, start time, timing, waktu apa, jam kuda, mulai kapan, kapan
        mulai, mulainya kapan, kapan mulainya, jam piro, pukul piro, kapan persisnya, kapan
        tepatnya, hari apa jam berapa, jam berapa persisnya, jam berapa tepatnya, at what
        hour, what hour
    """,
    "date": """
        tanggal berapa, hari apa, hari berapa, hari ke berapa, what day, which day, what date, which
        date
    """,
    "start": """
        mulai, dimulai, dimulainya, start, starts, begin, begins, starting, awal, kick off,
        kicks off, commence, commences, dimulainya jam, startnya, starnya, mulainya
    """,
    "end": """
        selesai, sampai jam, sampai pukul, sampai kapan, berakhir, end, ends, finish,
        finishes, over, rampung, tutup jam, tutup jam berapa, tutup pukul berapa, ini
        selesai, ini berakhir, sampai jam berapa ini, ini kapan selesai, ini sampai, this
        end, this finish, pulang dari, kembali dari, balik dari, pulang, balik, back from,
        return from, sampai jam berapa, until what time, until when, ending, done, be back,
        habisnya, habisnya jam berapa, habis jam berapa, habis pukul berapa, habis kapan,
        selesainya, selesainya jam berapa, berakhirnya, bubar jam berapa, bubaran jam
        berapa, tutupnya jam berapa, ditutup jam berapa, sampai pukul berapa, wraps up, wrap
        up, conclude, concludes, end time, finishing time, until when is it
    """,
    "duration": """
        berapa lama, berapa menit, berapa jam, durasi, lamanya, lama tidak, how long, duration, how
        many minutes, how many hours, how often, berapa menit sekali, berapa jam sekali, tiap berapa
        menit, tiap berapa jam, setiap berapa menit, setiap berapa jam, berapa lama sekali
    """,
    "remaining": """
        berapa lama lagi, berapa menit lagi, berapa jam lagi, jam berapa lagi, masih lama,
        kurang berapa menit, kurang berapa lama, berapa lama lagi mulai, how long until, how
        long till, how soon, how many minutes until, how many minutes left, berapa lama lagi
        ya, masih berapa lama, masih berapa menit, sisa berapa menit, sisa waktu, tinggal
        berapa menit, tinggal berapa lama, tinggal berapa jam, how much time left, how long
        left, how much longer
    """,
    "where": """
        di ma, di mana, ten mana, ke mana, mana tempat, sebelah mana, where, tempat, tempatnya,
        lokasi, lokasinya, ruang apa, ruangan apa, ruang mana, ruangan mana, ruang berapa,
        ruangan berapa, lantai berapa, lantai mana, which room, what room, which floor, what
        floor, location, venue, lantai, ruangan, ruangannya, posisi, di ruang mana, hall
        mana, aula mana, tempat mana, gedung mana, hotel mana, hotel apa, gedung apa,
        restoran apa, restoran mana, lapangan mana, lapangan apa, taman mana, taman apa,
        kota mana, kota apa, meja mana, meja berapa, berangkat dari mana, naik dari mana,
        kumpul dari mana, dari pintu mana, loket mana, pintu mana, pintu berapa, lewat mana,
        titik kumpul, kumpul di mana, arah mana, aula apa, where at, whereabouts, berpusat
        di mana, bertempat, bertempat di mana, diadakan di, pelaksanaan di mana, digelar di
        mana, where about, which hall, what hall, which building, which ballroom, kamar
        berapa acaranya, atau di ruang lain, atau ruang lain, atau di tempat lain, atau
        tempat lain, atau di ruangan lain, or another room, or somewhere else, denah, tempat
        duduk di mana, ruang apa saja, sebelah mananya, di sebelah mana, di bagian mana,
        bagian mana, di sisi mana, sisi mana, di pojok mana, di gedung apa, gedung berapa,
        tower mana, tower berapa, letaknya, letaknya di mana, posisinya, posisinya di mana,
        arahnya ke mana, arahnya, ke arah mana, naik ke lantai berapa, naik ke lantai mana,
        naik ke mana, turun di lantai berapa, turun ke lantai berapa, tepatnya di mana,
        persisnya di mana, masuk lewat mana, lewat pintu mana, masuk dari mana, masuk ruang
        mana, masuk ruang apa, masuk ruangan mana, masuk ruangan apa, masuk ke ruang mana,
        masuk ke mana, ruang yang mana, ruangan yang mana, tempat yang mana, lokasi yang
        mana, di room mana, room mana, room berapa, where exactly, where precisely, which
        way, what place, which place, which tower, which wing, which level, what level, on
        what floor, on which floor, kumpulnya di mana, ngumpul di mana, kumpulnya, kumpul di
        sebelah mana, menuju ke mana
    """,
    "who": """
        atas nama siapa, an siapa, namanya siapa, diwakili siapa, diwakili oleh siapa,
        siapa, siapa saja, who, whom, whose, jabatannya apa, jabatannya, jadi apa, sebagai
        apa, selaku apa, perannya apa, tugasnya apa, tugas apa, namanya siapa, apa
        jabatannya, as what, what position, siapa namanya, siapa nama, nama siapa, dengan
        siapa, sama siapa, oleh siapa, bersama siapa, siapa sih, siapa siapa saja, by whom,
        with whom, name of the
    """,
    "audience": """
        untuk siapa, untuk siapa saja, buat siapa, buat siapa saja, bagi siapa, bagi siapa
        saja, diperuntukkan, pesertanya siapa, pesertanya siapa saja, siapa pesertanya,
        siapa saja pesertanya, kelompoknya siapa, siapa yang ikut, yang ikut siapa, siapa
        saja yang ikut, who is it for, for whom, who should attend, who should join,
        sasarannya siapa, intended for, aimed at, target audience, meant for, targeted at,
        designed for, untuk provinsi mana, untuk daerah mana, untuk kabupaten mana, untuk wilayah
        mana, untuk instansi mana, buat provinsi mana, buat daerah mana, bagi provinsi mana, untuk
        provinsi mana saja, untuk daerah mana saja, untuk wilayah mana saja, provinsi mana saja,
        daerah mana saja yang masuk, wilayah mana saja, target peserta, peserta sasaran, ditujukan
        untuk siapa, ditujukan
        untuk, ditujukan bagi, ditujukan kepada, untuk kalangan apa, untuk peserta apa, buat
        peserta apa, untuk peserta mana, khusus siapa, siapa yang boleh ikut, siapa yang
        wajib ikut, siapa yang harus ikut, siapa yang masuk, yang masuk siapa, siapa
        targetnya, targetnya siapa, for who, who can join, who can attend, who must attend,
        who has to attend, who is invited, siapa saja yang boleh ikut, siapa saja yang boleh
        masuk, yang boleh masuk siapa, yang boleh ikut siapa, yang wajib ikut siapa, yang
        harus hadir siapa, siapa yang harus hadir, siapa yang wajib hadir, pesertanya dari
        mana, pesertanya dari mana saja, peserta dari mana saja, ditujukan ke siapa, untuk
        peserta mana saja, buat siapa sih, diikuti siapa, diikuti siapa saja, diikuti oleh
        siapa, dihadiri siapa, dihadiri siapa saja, who attends, who joins, who should be
        there, open to whom
    """,
    "from_where": "dari mana, asal mana, from where, " + _FROM_WHERE,
    "which": """
        yang mana, panel mana, sesi mana, panel berapa, sesi berapa, workshop berapa,
        workshop mana, komisi berapa, komisi mana, kelompok berapa, kelompok mana, kelompok
        apa, grup mana, acara mana, sesi apa, panel apa, acara apa, kegiatan apa, which
        session, which panel, what session, which workshop, diskusi mana, which group, which
        commission, workshop apa, komisi apa, diskusi apa, panel ke berapa, sesi ke berapa,
        sesi yang mana, panel yang mana, acara yang mana, di panel mana, di sesi mana, di
        panel berapa, di sesi berapa, di sesi apa, di acara apa, di panel apa, masuk panel
        mana, masuk sesi mana, which one, which event, which talk, what event
    """,
    "topic": """
        isinya, isi apa, isi sesi, isi panel, isi diskusi, isi komisi, isi workshop, isi
        kelas, isi materi, isi kegiatan, isi pembukaan, isi pleno, isi acara apa, konten,
        muatan, bahas, membahas, dibahas, pembahasan, topik, topiknya, tentang, judul,
        judulnya, tema, temanya, mengenai, soal, perihal, materi apa, about, topic, discuss,
        discussed, cover, theme, fokus, terkait, tentang apa, bicara apa, bicara soal,
        bicarakan, dibicarakan, title, subject, agendanya apa, dipelajari, mempelajari,
        belajar, pelajari, diulas, mengulas, ngulas, ulas, dikupas, mengupas, kupas,
        diajarkan, mengajarkan, diajari, ajarkan, menyinggung, disinggung, menyoroti,
        disorot, diperdalam, mendalami, memperdalam, didiskusikan, mendiskusikan,
        diskusikan, dirundingkan, diangkat, mengangkat, pokok bahasan, sub tema, subtema,
        cakupan, mencakup, diobrolin, ngobrolin, obrolin, ngomongin, learn, learned, taught,
        covers, covered, deals with, focus, focuses, focused, garis besar, garis besarnya,
        secara garis besar, poin poin, poin poinnya, poinnya, intinya, inti sarinya, isu
        apa, isu apa saja, isunya, isunya apa, apa isunya, mengangkat isu, angkat isu, isu
        isu, bahasan, bahasannya, pembahasannya, pokok pokok, kisi kisi, ruang lingkup,
        fokusnya, highlight, highlights, isi isinya, isi bahasan, isi pembahasan, isi
        paparan, isi kelompok, isi simulasi, isi klinik, isi forum, isi rakor, isi
        kunjungan, ngapain isinya, key points, main points, talking points, agenda of,
        kupasan, ulasan, ulasannya, tentang apa saja, memuat apa, membicarakan, ngebahas
        apa, materi tentang, seputar, tema besar, tema besarnya, tema utama, tema umum, tema
        pokok, tema acara
    """,
    "thing": """
        apa, what, apa saja, bagaimana, how, apa sih, apa lagi
    """,
    "define": """
        itu apa, apa itu, maksudnya apa, apa maksudnya, apa artinya, kepanjangan, singkatan apa,
        what is, what are, singkatan
    """,
    "why": "kenapa, mengapa, why, alasannya apa, apa alasannya, sebabnya apa, how come",
    "howto": """
        bagaimana cara, cara, caranya, caranya bagaimana, how to, how do i, how can i, how do we,
        how can we, syarat, syaratnya, persyaratan, prosedur, tata cara, requirements
    """,
    "explain": """
        info, informasi, detail, detil, rincian, penjelasan, details, information, gambaran,
        gambarannya, gambaran umum, penjelasannya, jelaskan, ceritakan, describe, explain
    """,
    "materials": """
        materi, materinya, bahan, bahannya, modul, handout, materials, material, makalah, dokumen,
        document, documents, berkas, berkas materi
    """,
    "file": """
        ppt, slide, file, pdf, unduh, download, unduhan, softcopy, soft copy, bahan paparan,
        bahan tayang, soft file, softfile, minta materi, kirim materi, minta bahan, materi
        dong, bagi materi, share materi, minta paparan, kirim paparan, link materi,
        materinya mana, materi mana, slides, deck, handouts, hand out, hand outs, filenya,
        slide nya, bahan presentasi, file presentasi, file materi, presentation file,
        presentation slides, powerpoint, bahan ajar, minta file, minta slide, kirimin
        materi, minta materinya, unduh materi, download materi, akses materi, link bahan,
        bahan bacaan, reading material, softcopynya, softcopy materi, soft copy materi, file
        paparan, file pdf, bahan materi, materi pdf, materi ppt, power point, filenya mana,
        minta softcopy, minta ppt, minta pdf, minta paparannya, minta bahan paparan, bagi
        ppt, bagi slide, bagi softcopy, bagi file, share slide, share ppt, share file, kirim
        ppt, kirim slide, kirim file, kirimi materi, unduh paparan, download paparan,
        download slide, download ppt, materi bisa diunduh, materi diunduh, paparannya mana,
        paparan mana, slidenya mana, pptnya mana, presentation deck, presentation materials,
        copy of the slides, the slides
    """,
    "talk": "presentasi, presentation, presentations, paparan",
    "now": """
        ini selesai, ini sampai, ini berakhir, sampai jam berapa ini, ini kapan selesai,
        does this, this end, this finish, sekarang, saat ini, sedang berlangsung, sedang
        berjalan, lagi berlangsung, lagi jalan, sedang apa, lagi apa, currently, now, right
        now, at the moment, ongoing, happening, going on, in progress, detik ini, sekarang
        ini, ini lagi, ini sedang, running, running now, taking place, sesi ini, panel ini,
        diskusi ini, workshop ini, this session, this panel, komisi ini, materi ini, yang
        jalan, yang sedang, yang berjalan, berlangsung, jam segini, wayah ini, waktu ini,
        sampai sesi mana, sampai agenda mana, sudah sampai agenda mana, sampai acara mana, sudah
        sampai acara mana, sampai panel mana, sudah sampai panel mana, sampai acara apa, sudah sampai acara
        apa, sampai sesi apa, sampai mana, sudah sampai mana, sudah sampai sesi mana, sampai
        acara apa, sampai acara mana, sedang sesi apa, anything happening, anything now,
        what is on, jam sekarang, seginian, lagi sesi, lagi acara, current session, current
        agenda, current event, kita lagi di, lagi di sesi, which session is this, what
        session is this, sesi apa ini, acara apa ini, sekarang lagi apa, sekarang ada apa,
        ada apa sekarang, acara apa sekarang, ada acara apa sekarang, sesi apa sekarang,
        sesi mana sekarang, panel berapa sekarang, sekarang sesi apa, sekarang acara apa,
        sekarang sampai mana, sekarang sudah sampai mana, yang lagi jalan, yang lagi
        berlangsung, yang sedang jalan, yang sedang berlangsung, sedang ada apa, lagi di
        sesi apa, sudah sampai sesi berapa, sampai sesi berapa, sudah sampai panel berapa,
        sampai panel berapa, sudah sampai acara apa, sudah sampai apa, sampai apa, yang lagi
        dibahas, yang sedang dibahas, lagi bahas apa, sedang bahas apa, lagi membahas apa,
        sedang membahas apa, yang lagi bicara, yang sedang bicara, yang lagi ngomong, kita
        lagi ngapain, pada ngapain, sedang ngapain, lagi berjalan, hari gini, jam segini ada
        apa, right this moment, at present, presently, going on right now, on right now, on
        now, what s on, current speaker, current topic, lagi dipaparkan, sedang dipaparkan,
        yang dipaparkan sekarang, lagi ditayangkan, sedang ditayangkan, yang lagi
        dipaparkan, yang sedang dipaparkan, yang lagi ditayangkan, yang sedang ditayangkan,
        sedang dibahas, lagi dibahas, sedang disampaikan, lagi disampaikan, sedang
        dipresentasikan, lagi dipresentasikan, sudah tekan mana, sampai ke mana, sudah
        sampai ke mana, acaranya sampai mana, sampai mana acaranya
    """,
    "next": """
        kalau ini sudah tutup, kalau ini sudah selesai, kalau ini selesai, kalau ini tutup, kalau sudah
        selesai, kalau yang ini selesai, begitu ini selesai, once this ends, when this is over,
        habis ini, setelah ini, sesudah ini, selepas ini, seusai ini, selanjutnya,
        berikutnya, berikut, next, up next, after this, coming up, lanjut apa, terus apa,
        terus ada apa, lanjutannya, lanjut, sehabis ini, usai ini, habis itu, setelah itu,
        sesudah itu, after that, kemudian apa, acara lanjutan, masih ada acara, masih ada
        sesi, masih ada kegiatan, masih ada lagi, anything else, any more sessions, more
        sessions, sudah ini, habis sesi ini, setelah sesi ini, sesudah sesi ini, setelah
        acara ini, habis acara ini, setelah panel ini, habis panel ini, habis kegiatan ini,
        after this session, after this one, after this panel, setelah ko, setelah iko, nan
        setelah, lepas ini, sesi depan, agenda selanjutnya, yang akan datang, terdekat,
        acara terdekat, kegiatan terdekat, sambungannya, imbah ini, what else, habis malam
        ini, setelah malam ini, habis hari ini, setelah hari ini, sesudah hari ini, paling
        dekat, acara paling dekat, sesi paling dekat, closest, soonest, acara apa lagi, ada
        acara apa lagi, sesi apa lagi, apa lagi acaranya, kegiatan apa lagi, habis nih, abis
        nih, bar iki, sudah ini apa, berikutnya apa, agenda berikutnya, agenda berikut, sesi
        berikut, what happens next, what comes next, coming next, what follows, then what,
        whats next, what is after this, yang berikut, sehabis sesi ini, selesai ini, selesai
        sesi ini, kelar ini, beres ini, selesai acara ini, begitu ini selesai, habis ko,
        sudah ko, habis iko, terus ngapain, terus acara apa, terus sesi apa, terus panel
        apa, lanjut ke mana, lanjut ngapain, lanjutannya apa, lanjutan acara, lanjut acara
        apa, lanjut sesi apa, lanjut panel apa, lanjut panel berapa, kelanjutannya, sebentar
        lagi, bentar lagi apa, apa lagi habis ini, apa lagi setelah ini, masih ada apa,
        masih ada apa lagi, masih ada agenda, masih ada agenda lain, masih ada agenda lagi,
        masih ada acara lain, masih ada acara lagi, masih ada acara apa, masih ada acara apa
        lagi, masih ada kegiatan lain, masih ada kegiatan lagi, masih ada sesi lain, masih
        ada sesi lagi, masih ada panel lagi, masih ada materi lagi, ada acara lagi, ada
        acara lain, ada agenda lagi, ada agenda lain, ada kegiatan lagi, ada kegiatan lain,
        ada sesi lagi, ada sesi lain, ada apa lagi, apa lagi acara, apa lagi agendanya,
        agenda apa lagi, ada agenda apa lagi, ada kegiatan apa lagi, ada sesi apa lagi,
        tidak ada acara lagi, sudah tidak ada acara, tidak ada lagi, any other sessions, any
        other session, any more events, anything more, anything left, is there more, what
        then, the following session, following session, next session, next agenda, next up,
        sesi setelahnya, acara setelahnya, sesudahnya, setelahnya, acara sesudahnya, sesi
        lanjutan, bikin apa lagi, habis ini bikin apa, habis itu bikin apa
    """
    + products(
        "habis, setelah, sesudah, selepas, sehabis, usai, seusai, lepas",
        """
        ini, ni, nih, itu, tu, tuh, sesi ini, sesi ni, acara ini, acara ni, panel ini, panel ni,
        kegiatan ini, diskusi ini, workshop ini, materi ini, rehat ini, rehat ni, istirahat
        ini, istirahat ni, paparan ini, break ini
        """,
    ),
    "previous": """
        barusan, sesi tadi, acara tadi, panel tadi, yang tadi, sebelum ini, baru selesai,
        yang barusan, baru saja, tadi itu, just now, previous, just ended, last session
        just, kegiatan tadi, materi tadi, sesi sebelumnya, panel sebelumnya, acara
        sebelumnya, previous session, previous panel, yang tadi itu, yang baru saja, yang
        baru selesai, yang baru lewat, yang lewat tadi, sesi barusan, panel barusan, acara
        barusan, materi barusan, yang sebelumnya, sesi yang tadi, panel yang tadi, materi
        yang tadi, the last one, last session, earlier session, the earlier
    """,
    "between": "antara, di antara, di sela, sela, between, diantara, in between",
    "after": """
        setelah, sesudah, habis, selepas, seusai, sehabis, usai, after, selesai dari, following,
        begitu selesai, kelar dari, lepas dari, once
    """,
    "before": "sebelum, sebelumnya, before, prior to, mendahului",
    "agenda": """
        jadwal, semua jadwal, agenda, rundown, susunan acara, run down, schedule, programme,
        timetable, itinerary, jadwal acara, rangkaian acara, tata acara, daftar acara,
        susunan kegiatan, jadwal kegiatan, susunan jadwal, jadwal lengkap, jadwalnya,
        agendanya, rundownnya, rangkaian kegiatan, urutan acara, urut urutan acara, run of
        show, program of, line up
    """,
    "events": """
        acara, kegiatan, sesi, event, events, session, sessions, acaranya, kegiatannya,
        program acara, ada apa, ada acara, ada acara apa, ada sesi, apa saja, ada kegiatan,
        acara apa saja, kegiatan apa saja, acaranya apa, acaranya apa saja, kegiatannya apa,
        kegiatannya apa saja, ada acara apa saja, ada kegiatan apa, ada kegiatan apa saja,
        ada sesi apa, ada sesi apa saja, ada agenda apa, bikin apa, bikin apa saja, kita
        bikin apa, kita ngapain, ngerjain apa, mengerjakan apa, melakukan apa, disuruh apa,
        things to do, what do we do, what will we do, what are we doing
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
    "amount": """
        berapa, berapa besar, how much, besaran, besarnya, berapa persen, berapa orang, sehari berapa,
        semalam berapa, sebulan berapa, per hari berapa, per malam berapa
    """,
    "role_narasumber": """
        narasumber, pembicara, pemateri, penyaji, pemapar, panelis, speaker, speakers,
        speaking, presenter, presenters, resource person, pengisi acara, pengisi materi,
        panelist, panelists, keynote speaker, fasilitator, facilitator, bawa materi, isi
        materi, kasih materi, membawakan materi, mengisi materi, menyampaikan materi,
        presents, presenting, pembicaranya, pengisi, penceramah, instruktur, pelatih,
        trainer, mentor, tutor, pengajar materi, pemberi materi, instructor, facilitators,
        trainers, lecturer, keynote speakers, pembawa materi, pembawa paparan, nara sumber,
        pengajarnya, pembahas, penanggap, pengulas, narasumbernya, pematerinya, penyajinya,
        pengisinya, panelisnya, pembicara utama, pembicara tamu, dosen tamu, guest speaker,
        resource persons, yang bawa materi, yang bawain materi, yang kasih materi, yang
        memberi materi, yang mengisi materi, yang isi materi, yang menyampaikan materi,
        bawain materi, memberi materi, ngasih materi, beri materi, discussant, discussants,
        the speaker
    """,
    "role_moderator": """
        moderator, moderatornya, moderating, moderates, moderate, pemandu, pimpin, memimpin,
        dipandu, chairing, memandu, mandu, pandu, memoderatori, dimoderatori, moderatori,
        chairs, chair, chaired, host sesi, pemandunya, pembawa diskusi, bawakan diskusi,
        bawain diskusi, membawakan diskusi, pengarah diskusi, pengatur diskusi, mengatur
        diskusi, pemimpin sidang, pimpinan sidang, ketua sidang, memimpin sidang, memimpin
        diskusi, pemimpin diskusi, moderator nya, moderators, chairperson, chairman, session
        chair, panel chair, momod, moderasi, host panel, host panelnya, host diskusi, host
        diskusinya, host sesinya, pemandu diskusi, pemandu panel,
        pemandu sesi, yang memandu, yang mandu, mandunya, dimoderasi, memoderasi, moderasi
        oleh, yang memimpin diskusi, yang memimpin sidang, pemimpin diskusinya, hosting the
        panel, hosting the session, moderated, moderated by, facilitated by
    """,
    "speak": """
        bicara, berbicara, sambutan, isi acara, mengisi, mengisi acara, tampil, pidato,
        memaparkan, menyampaikan, speak, speaks, talk, talks, present, membawakan, bawakan,
        bawain, opening speech, giving, memimpin, paparan di, berceramah, ceramah, nyampein,
        menjelaskan, ngisi, ngasih sambutan, on stage, di panggung, di podium, di mimbar, di
        atas panggung, pembawa, membawakan acara, yang ngisi, berpidato, orasi, berorasi,
        paparkan, presentasi di, bertutur, bersambutan, dibimbing, membimbing, pembimbing,
        pembimbingnya, bimbing, memberi sambutan, memberikan sambutan, kasih sambutan, buka
        suara, speech, delivers, deliver, delivering, gives, give the, lead, leads, leading,
        address, addresses, jadi narsum, tampil di, yang maju, maju, yang bicara, yang
        berbicara, yang ngomong, yang tampil, yang mengisi, yang memaparkan, yang
        menyampaikan, yang membawakan, yang paparan, yang presentasi, kasih paparan, memberi
        paparan, memberikan paparan, membacakan, yang membacakan, kasih kata sambutan, kata
        sambutan, beri sambutan, yang sambutan, naik panggung, naik podium, naik mimbar,
        speaking slot, on the podium, takes the stage, mengajar, ngajar, mengajarkan, ngajarin,
        mengampu, ngampu, teaches, teach, teaching
    """,
    "act": """
        membuka, buka, menutup, tutup, hadir, jadi, menjadi, memberikan, opens, masuk, ikut,
        mewakili
    """,
    "follow": """
        kalau, bagaimana dengan, what about, how about, and, terus, lalu, nah, lha,
        kemudian, trus, kalau yang, then, sedangkan, klo yang, nek sing, kalau begitu, how
        about the, what about the
    """,
    "oops": "eh salah, oh salah, ups salah, salah maksud, maaf salah, sorry salah",
    "not": "bukan, not, maksud saya bukan, ralat",
    "zone_Asia/Jakarta": "wib, waktu jakarta, jakarta time, waktu indonesia barat",
    "zone_Asia/Makassar": "wita, waktu makassar, waktu bali, waktu indonesia tengah",
    "zone_Asia/Jayapura": "wit, waktu papua, waktu jayapura, waktu maluku, waktu indonesia timur",
}

ACTIONS: Mapping[str, str] = {
    "attendance": """
        absen, absensi, presensi, daftar hadir, mau absen, isi daftar hadir, tanda tangan
        kehadiran, check in kehadiran, sign attendance, attendance, absen scan, scan absen,
        scan kehadiran, scan qr, scan qr code, scan barcode, qr absen, barcode absen,
        absennya, absen di mana, absensinya, presensinya, isi kehadiran, mengisi kehadiran,
        mengisi daftar hadir, ngisi daftar hadir, isi absen, ngisi absen, isi presensi,
        tanda tangan daftar hadir, daftar kehadiran, check in sesi, attendance list,
        attendance sheet, sign the attendance, sign the attendance list, sign attendance
        list, fill in the attendance, sign my attendance, mark my attendance
    """,
    "ask_speaker": """
        tanya narasumber, bertanya ke narasumber, mengajukan pertanyaan, ajukan pertanyaan,
        kirim pertanyaan, ask the speaker, ask a question, tanya ke narasumber, bertanya
        kepada narasumber, nanya ke narasumber, tanya ke pembicara, bertanya ke pembicara,
        bertanya kepada pembicara, tanya pemateri, tanya ke pemateri, nanya narasumber,
        nanya pemateri, nanya pembicara, bertanya narasumber, kirim pertanyaan ke
        narasumber, submit a question, ask speakers, questions for the speaker, ask the
        speakers
    """,
    "reminders": """
        pengingat, ingatkan, batalkan pengingat, matikan pengingat, reminder, reminders,
        remind me, notifikasi, notif, ingetin, diingatkan, ingatkan saya, matikan
        notifikasi, hidupkan pengingat, pasang pengingat, aktifkan pengingat, setel
        pengingat, alarm, unsubscribe, stop reminders, turn off reminders, kasih tahu kalau
        mulai
    """,
    "feedback": """
        evaluasi, kuesioner, isi evaluasi, feedback, survei kepuasan, umpan balik, kasih
        masukan, formulir evaluasi, evaluasinya, form evaluasi, link evaluasi, isi
        kuesioner, mengisi kuesioner, mengisi evaluasi, formulir umpan balik, survei
        kepuasan peserta, feedback form, evaluation form, survey form, kotak saran, kasih
        saran, beri masukan, memberi masukan
    """,
    "certificate": """
        unduh sertifikat, download sertifikat, minta sertifikat, sertifikat saya, my certificate
    """,
}
