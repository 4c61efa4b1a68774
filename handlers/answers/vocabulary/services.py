"""What is handed out, lent, shown and sold around the meeting, and whom to ask."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.answers.vocabulary.listing import products

SERVICES: Mapping[str, str] = {
    "wifi": """
        wifi pass, pass wifinya,
        wifi, wi fi, internet, hotspot, koneksi, sinyal, internetan, wireless, nama jaringan,
        ssid, ngenet, online kan, konek internet, network, jaringan internet, jaringan wifi,
        nama wifi, kuota internet, paket data, kata sandi, nyambung internet, konek wifi,
        sambung wifi, login wifi, akses internet, wi-fi, router, get online, go online, wifi
        gratis, free wifi, kode akses, access code, wifi code, internet gratis, get on the
        internet, sinyal wifi, wifi hotel, wifi tamu, wifi ballroom, akses wifi, akses jaringan,
        sambungan internet, koneksi internet, data seluler, tethering, tetering, online kan hp,
        masuk wifi, konek ke wifi, konek ke internet, connect wifi, connect to wifi, internet
        access, internet connection, log in to wifi, wifi login, wifi name, network name,
        network password, guest wifi
    """
    + products(
        "sandi, password, kata sandi, kode, kunci, pass",
        "wifi, internet, hotel, hotspot, jaringan, jaringan wifi",
    ),
    "charging": """
        charger, cas, ngecas, ngecharge, mengecas, colokan, stop kontak, baterai, charge,
        charging, casan, powerbank, power bank, power outlet, isi daya, mengisi daya, lowbat,
        stopkontak, stop contact, colok, nyolok, mencolok, terminal listrik, kabel roll, socket,
        sockets, outlet, outlets, plug, plugs, batre, batere, habis baterai, hp mati, lobet, isi
        baterai, cas hp, cas laptop, charger hp, charger laptop, charge my phone, charge phone,
        charge my laptop, charge laptop, charge my device, isi batre, isi daya hp, isi daya
        laptop, ngisi batre, ngisi baterai, isi baterai hp, cas cas an, tempat cas, tempat
        ngecas, titik cas, stasiun cas, charging station, charging point, charger tipe c,
        charger type c, kabel charger, kabel data, kabel cas, pinjam charger, pinjam kabel,
        pinjam casan, pinjam powerbank, sewa powerbank, batre habis, baterai habis, baterai hp,
        batre hp, hp lowbat, hp saya mati, laptop mati, colokan listrik, steker, sumber listrik,
        recharge, my battery, battery, low battery, power socket, adaptor, adapter, extension
        cord, kabel olor, terminal colokan
    """,
    "printing": """
        print, cetak, fotokopi, printer, fotocopy, photocopy, ngeprint, mencetak, mencetak
        dokumen, cetak dokumen, cetak surat, cetak tiket, cetak boarding pass, cetak materi,
        cetak ulang, print dokumen, print surat, print tiket, print materi, print boarding pass,
        tempat print, tempat fotokopi, tempat cetak, mesin fotokopi, mesin print, scan dokumen,
        scan surat, scanner, memindai dokumen, penggandaan, digandakan, business center, print
        something, print out, printout, printing, copy machine, make copies, photocopies, scan a
        document
    """,
    "borrow": """
        pinjam, dipinjam, meminjam, minjam, minjem, borrow, lend, lend me
    """,
    "atm": """
        atm, bank, money changer, tukar uang, cash machine, uang tunai, duit cash, uang cash,
        mesin atm, galeri atm, atm center, atm bersama, atm bri, atm bca, atm bni, atm mandiri,
        atm terdekat, penukaran uang, tukar duit, tukar receh, recehan, tunai, withdraw,
        withdraw cash, get cash, get some cash, need cash, cash, bank terdekat, cabang bank,
        agen brilink, brilink, penarikan
    """
    + products(
        "ambil, tarik, cari, nyari, butuh, setor, narik",
        "uang, duit, uang tunai, duit cash, uang cash, duit tunai, tunai, uang kas",
    ),
    "souvenir": """
        oleh oleh, suvenir, souvenir, cenderamata, buah tangan, souvenirs, merchandise, oleh
        olehnya, beli oleh oleh, cari oleh oleh, toko oleh oleh, kenang kenangan, bingkisan,
        cendera mata, plakat, tanda mata, buah tangannya, bawaan pulang, keepsake, local gifts,
        local products, produk lokal, produk umkm, kerajinan lokal, stan umkm, kaus acara, kaos
        acara, merchandise acara
    """,
    "credit": "angka kredit, credit hours, nilai kredit, poin kredit, pak dupak, dupak",
    "kit": """
        seminar kit, goodie bag, goody bag, kit peserta, tas peserta, tas seminar, kit, id card,
        name tag, nametag, kartu peserta, tanda pengenal, kokarde, tas kit, paket peserta,
        perlengkapan peserta, goodiebag, goodybag, tas ransel peserta, tas panitia, tas acara,
        tas kegiatan, map peserta, block note, blocknote, notes, pulpen, alat tulis, id card
        peserta, idcard, kalung peserta, kalung id, lanyard, tali id, badge, badge peserta,
        kartu nama peserta, kartu tanda peserta, tanda peserta, tanda pengenal peserta, co card,
        cocard, kokar, pengenal, conference kit, participant kit, conference bag, name badge,
        name badges, badges, welcome kit, welcome pack
    """,
    "bring": """
        dibawa, bawa apa, membawa, bawa laptop, what to bring, perlengkapan, bring, bawaan
    """,
    "certificate": """
        sertifikat, piagam, certificate, e sertifikat, sertipikat, sertif, e-sertifikat, jp, jam
        pelajaran, e certificate, ecertificate, bukti keikutsertaan, surat keterangan peserta,
        skp, kredit poin, credit points, certificate of attendance, certificate of
        participation, sertifikat kehadiran, sertifikat peserta, bukti kehadiran, sertifikatnya,
        e sertif, sertifikat elektronik, sertifikat digital, sertifikat pelatihan, sertifikat
        panel, piagamnya, piagam penghargaan, bukti ikut, bukti mengikuti, tanda bukti ikut,
        surat keterangan ikut, surat keterangan mengikuti, dapat sertifikat, terima sertifikat,
        ambil sertifikat, cetak sertifikat, certificates, digital certificate, attendance
        certificate, participation certificate
    """,
    "photos": """
        dokumentasi, foto kegiatan, foto acara, hasil foto, album foto, kirim foto, minta foto,
        foto waktu, foto saat, foto pas, foto foto, lihat foto, link foto, bagi foto, share
        foto, download foto, unduh foto, hasil jepretan, galeri foto, photos, send photos, video
        kegiatan, foto fotonya, foto dokumentasi, hasil fotonya, foto tadi, foto kemarin, foto
        panel, foto pembukaan, foto sesi, foto peserta, foto resmi, fotonya mana, fotonya di
        mana, fotonya di share, foto bersama dishare, foto bersamanya mana, link dokumentasi,
        dokumentasi acara, dokumentasi foto, dokumentasi video, fotografer, album, galeri,
        google drive foto, drive foto, drive dokumentasi, pictures, event photos, photo album,
        photo link
    """,
    "streaming": """
        rekaman, recording, replay, siaran ulang, live, zoom, live streaming, streaming,
        youtube, online, daring, hybrid, siaran langsung, link zoom, tautan, stream, live
        stream, live streaming nya, broadcast, webcast, webinar, virtual, secara daring,
        secara online, nonton online, ikut online, link youtube, link streaming, disiarkan,
        menyiarkan, online streaming, join online, attend online, watch online, remotely,
        hybrid nya, kanal youtube, tayangan langsung, nonton siaran, ditonton, menonton,
        menyaksikan, menyimak dari jauh, hadir online, hadir daring, hadir virtual, join
        zoom, masuk zoom, id zoom, meeting id, passcode, passcode zoom, zoom meeting,
        zoomnya, link meeting, link live, link siaran, link rapat, tautan zoom, tautan
        youtube, tautan siaran, tautan streaming, gmeet, google meet, teams, ms teams,
        webex, live youtube, live ig, live instagram, live facebook, live tiktok, siaran,
        siaran youtube, siaran tv, disiarkan langsung, disiarin, tayang ulang, tayangan
        ulang, tonton ulang, nonton ulang, rekamannya, rekaman acara, rekaman video, rekaman
        panel, rekaman sesi, video rekaman, dari jarak jauh, jarak jauh, secara virtual,
        luring atau daring, hibrid, hibrida, livestream, livestreaming, watch live, watch it
        online, watch from, view online, follow online, stream it, streamed, live feed,
        remote
    """
    + products(
        "nonton, menonton, tonton, menyimak, simak, gabung, bergabung, join, ikut, ikutan, lihat",
        """
        dari rumah, dari kantor, dari jauh, dari kamar, dari kampung, di rumah, online, daring,
        virtual, live, live streaming, streaming, zoom, youtube, di youtube, di zoom, lewat zoom,
        via zoom, lewat youtube, via youtube, jarak jauh, secara online, secara daring
        """,
    ),
    "contact": """
        panitia, kontak, narahubung, contact, contact person, committee, sekretariat, nomor
        panitia, hubungi siapa, dihubungi, menghubungi, helpdesk, meja bantuan, liaison,
        organizer, organiser, customer service, reach the committee, reach the organizer,
        reach you, reach someone, get hold of, hubungi panitia, menghubungi panitia, telepon
        panitia, call the committee, ask for help, minta bantuan, butuh bantuan, perlu
        bantuan, pusat bantuan, information desk, help desk, meja informasi, pusat
        informasi, ada kendala, ada masalah, kendala, kalau bermasalah, kesulitan, ada
        keluhan, have a problem, having trouble, nomor kontak, no kontak, nomor wa, nomor wa
        panitia, wa panitia, whatsapp panitia, nomor telepon panitia, no panitia, no hp
        panitia, nomor hp panitia, nomor sekretariat, telepon sekretariat, hotline, call
        center, nomor darurat panitia, nomor bantuan, nomor yang bisa dihubungi, yang bisa
        dihubungi, bisa dihubungi, orang yang bisa dihubungi, harus hubungi siapa, hubungi
        ke mana, hubungi nomor, mengontak, dikontak, ngontak, kontaknya, kontak lo, kontak
        panitia, kontak person, narahubungnya, petugas penghubung, liaison officer, lo nya,
        pic, person in charge, penanggung jawab, customer care, komplain ke siapa, komplain
        ke mana, mengadu ke siapa, mengadu ke mana, keluhan ke siapa, bicara dengan panitia,
        bicara sama panitia, ngomong sama panitia, ketemu panitia, temui panitia, bertemu
        panitia, panitianya, meja panitia, posko panitia, ruang panitia, ruang sekretariat,
        meja sekretariat, sekretariatnya, admin manusia, bicara dengan manusia, talk to a
        human, human agent, contact number, phone number, whatsapp number, who can i call,
        who should i call, who to contact, who do i contact, who can i ask, who should i
        ask, reach out, organizers, organisers, organizing committee, secretariat
    """
    + products(
        "bicara, berbicara, ngobrol, ngomong, chat, ketemu, bertemu",
        "panitia, dengan panitia, sama panitia, langsung dengan panitia, langsung sama panitia",
    ),
    "other_phone": """
        nomor hotel, nomor narasumber, nomor pembicara, nomor moderator, nomor pribadi, hotel
        phone number, hotel s phone, minister s phone, speaker s phone, phone number of the
    """
    + products(
        "nomor, nomor telepon, nomor wa, nomor hp, no hp, no telp, no wa, telepon, kontak, wa",
        """
        hotel, hotelnya, resepsionis, narasumber, pembicara, pemateri, moderator, gubernur, bupati,
        menteri, dirjen, pak dirjen, pak gubernur, pak menteri, bu menteri
        """,
    ),
    "permission": """
        izin tidak hadir, diwakilkan, digantikan, pengganti peserta, perwakilan boleh, ganti
        peserta, menggantikan, mewakilkan, wakilkan, pengganti saya, izin pulang, izin tidak
        ikut, tidak bisa hadir, pulang duluan, pulang cepat, boleh bolos, substitute, send a
        replacement, wakil peserta, wakil saya, pakai wakil, kirim wakil, kirim pengganti,
        mengirim wakil, mengirim pengganti, mengutus, utusan pengganti, diutus, surat kuasa,
        surat mandat, surat pengganti,         boleh mewakili, bisa
        mewakili, boleh diwakilkan, bisa diwakilkan, boleh digantikan, bisa digantikan,
        boleh diganti, ganti orang, ganti nama peserta, ganti nama, nama peserta diganti,
        peserta diganti, pergantian peserta, penggantian peserta, perubahan peserta, tukar
        peserta, berhalangan, berhalangan hadir, tidak bisa datang, tidak dapat hadir, tidak
        bisa ikut, plt, plh, pelaksana tugas, atas nama, on behalf, on behalf of,
        representative, delegate someone, replace me, replacement, absen izin, izin tidak
        masuk, izin keluar, izin meninggalkan, izin terlambat, meninggalkan acara, pulang
        lebih awal, pulang lebih cepat, leave early, on my behalf, attend on behalf, in my
        place, in my stead, instead of me, send someone
    """,
    "late": """
        terlambat datang, datang terlambat, boleh terlambat
    """,
    "lost": """
        hilang, kehilangan, raib, lenyap, entah ke mana, tidak ketemu, terjatuh di, jatuh di mana,
        tertinggal, lost and found, ketinggalan, lost, ketinggalan di,
        tertinggal di, dompet, saya ketinggalan, tercecer, left my, lost my, forgot my, barang
        temuan, kecurian, kecopetan, dicuri, lost item, lost items, found a, left behind, i
        lost, i left my, missing
    """
    + products(
        "left my, lost my, forgot my, found a, i lost my, i left my, i forgot my, found someone s",
        """
        phone, bag, wallet, jacket, laptop, key, keys, glasses, umbrella, charger, watch, passport,
        luggage, suitcase, backpack, cellphone, powerbank
        """,
    )
    + products(
        "ketinggalan, tertinggal, ketinggal, hilang",
        """
        di rumah, di kantor, di bus, di kamar, di pesawat, di mobil, di hotel, di taksi, di ruangan,
        di restoran
        """,
    )
    + products(
        "kehilangan, ketinggalan, menemukan, nemu, hilang, tertinggal, ketinggal",
        """
        tas, hp, dompet, kunci, koper, jaket, laptop, payung, kacamata, charger, id card, barang,
        ktp, jam tangan, botol minum, tumbler, flashdisk
        """,
    )
    + products(
        """
        tas, hp, dompet, kunci, koper, jaket, laptop, payung, kacamata, charger, barang, ktp, jam
        tangan, botol minum, tumbler, flashdisk
        """,
        """
        hilang, saya hilang, ketinggalan, saya ketinggalan, tertinggal, saya tertinggal, jatuh,
        dicuri
        """,
    ),
    "emergency": """
        darurat, emergency, evakuasi, polisi
    """,
    "fire": """
        kebakaran, fire exit, pemadam, alat pemadam, apar
    """,
    "autograph": """
        tanda tangan narasumber, tanda tangan pak, tanda tangan bu, tanda tangan pembicara,
        autograph, foto bersama narasumber, foto bareng narasumber, foto bareng pak, selfie
    """,
}
