"""What people ask besides the agenda: a FAQ entry and a question that share a theme mean the same.

A theme that no entry of the event has is something the event cannot answer.
"""

from __future__ import annotations

from collections.abc import Mapping

THEMES: Mapping[str, str] = {
    "wifi": """
        wifi, wi fi, internet, hotspot, koneksi, sinyal, sandi wifi, password wifi, internetan,
        wireless, nama jaringan, ssid, ngenet, online kan, konek internet, network, jaringan
        internet, jaringan wifi, nama wifi, kuota internet, paket data, kata sandi, sandi internet,
        nyambung internet, konek wifi, sambung wifi, login wifi, akses internet, wi-fi, router, get
        online, go online, wifi gratis, free wifi, kode wifi, kode akses, access code, wifi code,
        internet gratis, get on the internet
    """,
    "dress": """
        pakaian, baju, seragam, dress code, dresscode, busana, kostum, batik, pdh, kemeja, outfit,
        uniform, pakai apa, pakai baju, wear, attire, clothes, jas, pdl, berpakaian, setelan,
        sepatu, atribut, what to wear, pakaian dinas, baju apa, pakaian apa, sandal, kaus, kaos,
        blazer, kebaya, korpri, pakaian bebas, bebas rapi, baju bebas, hijab, rok, celana, jeans,
        jas hujan, clothing, formal wear, dress, smart casual, business attire, dasi, suit, tie
    """,
    "parking": """
        parkir, parking, parkiran, tempat parkir, memarkir, park, valet, parkir mobil, parkir motor,
        parkir bus, basement, naruh mobil, taruh mobil, naruh motor, taruh motor, bawa mobil, bawa
        motor, kendaraan pribadi, bawa kendaraan, park my car, parking lot, parking area, parking
        space, car park, lahan parkir, area parkir
    """,
    "toilet": """
        toilet, wc, kamar kecil, kamar mandi, restroom, bathroom, washroom, buang air, kencing,
        pipis, jamban, peturasan
    """,
    "worship": """
        musala, masjid, salat, tempat ibadah, ibadah, kiblat, prayer room, pray, wudu, wudhu,
        sembahyang, sujud, salat dzuhur, salat zuhur, zuhur, dzuhur, asar, magrib, maghrib, isya,
        subuh, jumatan, sholat, prayer, salat jumat, jumatan di mana, mukena, sajadah, sarung,
        tempat wudu, ambil wudu, friday prayer, shalat, mushala, ruang salat, ruang ibadah, ashar,
        dhuhur, place to pray
    """,
    "health": """
        sakit, medis, klinik, dokter, p3k, pingsan, kesehatan peserta, ambulans, ambulance, tim
        medis, perawat, doctor, sick, first aid, ill, medical, poliklinik, pos kesehatan, nurse,
        sesak, sesak nafas, sesak napas, tenaga medis, tenaga kesehatan, petugas medis, petugas
        kesehatan, tim kesehatan, terluka, luka, gak enak badan, tidak enak badan, kurang sehat,
        kram, tensi, cek tensi, unwell, injured, fainted, posko kesehatan, ruang kesehatan,
        paramedis, clinic, kurang enak badan, enak badan, kurang fit, health post, medical team,
        medical room, dokter jaga, dokternya
    """,
    "medicine": """
        obat, pusing, demam, mual, masuk angin, sakit kepala, medicine, antimabuk, mabuk, vitamin,
        minyak angin, sakit perut, diare, flu, meriang, batuk, pilek, maag, plester, perban,
        headache, painkiller, paracetamol, parasetamol, band aid
    """,
    "transfer": """
        mobil jemputan, mobil panitia, mobil jemput, kendaraan panitia, jemput, jemputan, antar
        jemput, penjemputan, shuttle, transportasi, transport, dijemput, bus, bis, pick up, pickup,
        bandara, airport, antar ke bandara, kendaraan jemputan, minibus, elf, hiace, mobil antar,
        kendaraan dari, antar ke stasiun, from the airport, to the airport, airport transfer,
        kendaraan ke hotel, transport ke hotel, jemputin, naik apa dari bandara, how to get to the
        hotel, get to the hotel, kendaraan ke lokasi, minibusnya, bandara ke hotel naik apa
    """,
    "station": "stasiun, kereta, kereta api, train, station, whoosh",
    "taxi": """
        taksi, taxi, gojek, grab, ojek, ojol, angkot, sewa mobil, rental mobil, car rental
    """,
    "ferry": """
        kapal cepat, feri, ferry, kapal laut, kapal feri, tiket kapal, speedboat, speed boat, kapal
        ke
    """,
    "lodging": """
        kamar, penginapan, menginap, check in, check out, kunci kamar, nginap, inap, room key,
        bermalam, resepsionis, kamar hotel, hotel room, checkin, checkout, checkout nya, jam check
        out, jam check in, late check out, early check in, ambil kunci, kartu kamar, keluar hotel,
        keluar kamar, akomodasi, accommodation, twin sharing, front office, front desk, extend
        kamar, kapan keluar kamar, harus keluar kamar, kosongkan kamar, mengosongkan kamar, vacate
        the room, leave the room, masuk kamar
    """,
    "luggage": """
        koper, bagasi, titip koper, luggage, titip barang, penitipan, barang bawaan, titip tas,
        titip ransel, simpan koper, simpan barang, simpan tas, menitipkan koper, dititipkan, koper
        dititip, tas dititip, nitip koper, nitip tas, nitip barang, barang dititip, store luggage,
        leave my bags, leave our bags, leave my luggage, left luggage, bell boy, bellboy, loker,
        locker, cloakroom, koperku, taruh koper, naruh koper, dititip, nitip, menitipkan, bag
        storage, baggage storage, store my bags
    """,
    "certificate": """
        sertifikat, piagam, certificate, e sertifikat, sertipikat, sertif, e-sertifikat, jp, jam
        pelajaran, e certificate, ecertificate, bukti keikutsertaan, surat keterangan peserta, skp,
        kredit poin, credit points, certificate of attendance, certificate of participation,
        sertifikat kehadiran, sertifikat peserta, bukti kehadiran
    """,
    "contact": """
        panitia, kontak, narahubung, contact, contact person, committee, sekretariat, nomor panitia,
        hubungi siapa, dihubungi, menghubungi, helpdesk, meja bantuan, liaison, organizer,
        organiser, customer service, reach the committee, reach the organizer, reach you, reach
        someone, get hold of, hubungi panitia, menghubungi panitia, telepon panitia, call the
        committee, ask for help, minta bantuan, butuh bantuan, perlu bantuan, pusat bantuan,
        information desk, help desk, meja informasi, pusat informasi, ada kendala, ada masalah,
        kendala, kalau bermasalah, kesulitan, ada keluhan, have a problem, having trouble
    """,
    "travel_papers": """
        sppd, spd, surat tugas, spt, spj, boarding pass, perjalanan dinas, cap, stempel, dicap,
        distempel, stamp, travel order, travel orders, assignment letter, duty letter, perjadin,
        pertanggungjawaban, sppd nya, kuitansi, kwitansi, lpj, ttd sppd, distempelin, dicapin, cap
        sppd, stempel sppd, tanda tangan sppd, ttd spd, pengesahan sppd, disahkan, visum, legalisir,
        laporan perjalanan, stempel panitia, cap panitia, cap basah, ngecap, nyetempel, bukti hadir,
        surat keterangan hadir, proof of attendance, travel document, official stamp, spd tanda
        tangan, sppd tanda tangan, tanda tangan spd, spt tanda tangan, surat tugas tanda tangan,
        tanda tangan surat tugas
    """,
    "allowance": """
        uang harian, uang saku, uang transport, lumpsum, lumsum, honor, honorarium, uang makan,
        allowance, per diem, amplop, uang transportasi, pengganti transport, reimburse,
        reimbursement, biaya perjalanan, penggantian transport, penggantian transpor, ganti
        transport, klaim transport, uang transpor, biaya transport, penggantian biaya, transport
        cair, uang cair, klaim biaya, penggantian tiket, refund tiket, uang pengganti, bantuan
        transport, biaya transportasi, bendahara, uang perjalanan, biaya tiket diganti, tiket
        diganti, travel expenses, expenses, travel allowance, dsa, daily allowance, uang harian
        cair, uang saku cair, dana cair, kapan ditransfer, uang sudah ditransfer, menanggung
        transport, transport ditanggung, biaya ditanggung, tiket ditanggung, ditanggung panitia,
        menanggung biaya, uang transport cair, uang transport dibayar, transport dibayar,
        transportnya cair, penggantian transportasi, reimburse tiket, reimburse transport
    """,
    "breakfast": "sarapan, breakfast, makan pagi, sarapannya",
    "charging": """
        charger, cas, ngecas, ngecharge, mengecas, colokan, stop kontak, baterai, charge, charging,
        casan, powerbank, power bank, power outlet, isi daya, mengisi daya, lowbat, stopkontak, stop
        contact, colok, nyolok, mencolok, terminal listrik, kabel roll, socket, sockets, outlet,
        outlets, plug, plugs, batre, batere, habis baterai, hp mati, lobet, isi baterai, cas hp, cas
        laptop, charger hp, charger laptop, charge my phone, charge phone, charge my laptop, charge
        laptop, charge my device, isi batre
    """,
    "smoking": "rokok, merokok, ngerokok, smoking, smoke, area merokok, ngudud, udud, vape",
    "laundry": "laundry, cuci baju, setrika, binatu, ironing, seterika",
    "atm": "atm, bank, tarik tunai, money changer, tukar uang, cash machine",
    "souvenir": "oleh oleh, suvenir, souvenir, cenderamata, buah tangan, souvenirs, merchandise",
    "kit": """
        seminar kit, goodie bag, goody bag, kit peserta, tas peserta, tas seminar, kit, id card,
        name tag, nametag, kartu peserta, tanda pengenal, kokarde
    """,
    "own_room": "kamar saya, kamarku, kamar kami, my room, our room, teman sekamar, sekamar",
    "pool": """
        kolam renang, berenang, swimming pool, pool, renang, gym, fitness, spa, sauna, pijat,
        karaoke
    """,
    "registration_fee": """
        biaya pendaftaran, registration fee, kontribusi, iuran, biaya registrasi, bayar pendaftaran,
        ditarik bayaran, dipungut biaya, participation fee, biaya peserta
    """,
    "bring": """
        dibawa, bawa apa, membawa, bawa laptop, what to bring, perlengkapan, bring, bawaan
    """,
    "streaming": """
        rekaman, recording, replay, siaran ulang, live, zoom, live streaming, streaming, youtube,
        online, daring, hybrid, siaran langsung, link zoom, tautan, stream, live stream, live
        streaming nya, broadcast, webcast, webinar, virtual, secara daring, secara online, nonton
        online, ikut online, link youtube, link streaming, disiarkan, menyiarkan, online streaming,
        join online, attend online, watch online, remotely, hybrid nya, kanal youtube, tayangan
        langsung
    """,
    "nursing": """
        menyusui, laktasi, asi, nyusu, nyusui, nyusuin, susui, pumping, pompa asi, breastfeed,
        breastfeeding, nursing room
    """,
    "disability": """
        disabilitas, difabel, kursi roda, wheelchair, tuli, tunanetra, tunarungu, bahasa isyarat,
        sign language, ramp, jalur landai, disabled
    """,
    "children": """
        penitipan anak, titip anak, daycare, tempat bermain anak, bawa anak, bawa keluarga, bawa
        istri, bawa suami, keluarga ikut, pendamping, spouse, pengasuh, baby sitter, babysitter,
        ruang bermain, tempat bermain, ngajak anak, ngajak istri, ngajak suami, ajak keluarga, ajak
        anak, ajak istri, momong anak, bring my family, bring my wife, bring my husband, bring my
        kids, bring my children, bring family, bring kids, bring children, accompany me, membawa
        keluarga, membawa anak, membawa istri, membawa suami
    """,
    "vegetarian": """
        vegetarian, vegan, alergi, alergi makanan, allergy, halal, pantangan, menu vegetarian, menu
        vegan, menu halal, menu khusus, makanan vegetarian, makanan halal, makanan khusus, gluten,
        diet khusus, dietary, makanannya halal, food halal, seafood, alergi kacang, alergi udang,
        alergi seafood, alergi susu, alergi telur, alergi gluten, alergi ikan, alergi daging, alergi
        kepiting, alergi laut, tanpa daging, tidak makan daging, makanan tanpa daging, vegetarian
        food, vegan food
    """,
    "lost": """
        hilang, kehilangan, tertinggal, barang hilang, lost and found, ketinggalan, lost,
        ketinggalan di, tertinggal di, barang ketinggalan, tas ketinggalan, hp ketinggalan, dompet,
        saya ketinggalan, kunci hilang, tercecer, left my, lost my, forgot my
    """,
    "emergency": "darurat, emergency, evakuasi, polisi",
    "late": "terlambat datang, datang terlambat, boleh terlambat",
    "permission": """
        izin tidak hadir, diwakilkan, digantikan, pengganti peserta, perwakilan boleh, ganti
        peserta, menggantikan, mewakilkan, wakilkan, pengganti saya, izin pulang, izin tidak ikut,
        tidak bisa hadir, pulang duluan, pulang cepat, boleh bolos, substitute, send a replacement
    """,
    "printing": "print, cetak, fotokopi, printer, fotocopy, photocopy, ngeprint, mencetak",
    "other_time": """
        tahun lalu, tahun depan, tahun kemarin, last year, next year, bulan depan, bulan lalu,
        minggu depan, minggu lalu, next month, last month, next week, last week, edisi sebelumnya,
        tahun berikutnya, tahun sebelumnya, hari libur, kapan lagi
    """,
    "office_hours": """
        jam kerja, jam kantor, jam operasional, office hours, opening hours, working hours
    """,
    "other_meeting": """
        rapat dengan, rapat sama, rapat bersama, rapat internal, rapat pimpinan, rapat bulanan,
        meeting dengan, meeting with, janji temu, audiensi
    """,
    "spokesperson": "juru bicara, jubir, humas, spokesperson, press release",
    "photos": """
        dokumentasi, foto kegiatan, foto acara, hasil foto, album foto, kirim foto, minta foto, foto
        waktu, foto saat, foto pas, foto foto, lihat foto, link foto, bagi foto, share foto,
        download foto, unduh foto, hasil jepretan, galeri foto, photos, send photos, video kegiatan,
        foto fotonya, foto dokumentasi
    """,
    "hospital": "rumah sakit, hospital, igd, ugd, rs terdekat",
    "church": """
        gereja, kapel, pura, vihara, misa, kebaktian, church, chapel, temple, klenteng, ibadah
        minggu, sunday service
    """,
    "prayer_times": """
        jadwal salat, waktu salat, jam salat, jadwal imsak, imsak, azan, adzan, waktu buka puasa,
        buka puasa, sahur, prayer times
    """,
    "pharmacy": "apotek, pharmacy, drugstore, toko obat",
    "room_number": """
        nomor kamar, room number, kamar nomor, sekamar dengan siapa, sama siapa sekamar, siapa
        sekamar
    """,
    "proceedings": """
        jawaban narasumber, jawaban pembicara, jawaban moderator, jawaban pemateri, jawaban pak,
        jawaban bu, pertanyaan peserta, hasil diskusi, hasil rapat, hasil sidang, hasil panel, hasil
        rakor, hasil komisi, hasil pleno, hasil sesi, hasil voting, kesimpulan rapat, jalannya
        diskusi, notulen rapat, kesepakatan tadi, keputusan tadi, minutes of meeting
    """,
    "errand": """
        book me, book a, wake me, order me, call me a, buy me, sampaikan ke, sampaikan pada, bilang
        ke, bilangin ke, tolong bilang, tolong sampaikan, titip pesan, titip salam, salam untuk,
        tolong antar, tolong jemput, tolong ambil, tolong belikan, tolong perbaiki, tolong ganti,
        tolong panggil, tolong telepon, please bring me, please call, remind the, tell the, titip
        absen, absenkan saya
    """,
    "nearby": """
        wisata dekat, tempat wisata, objek wisata, dekat hotel, sekitar hotel, near the hotel,
        nearby restaurant, tempat makan dekat, restoran enak, kuliner, makanan khas, tempat
        nongkrong, tempat belanja, pusat oleh oleh, kantor pos, post office, bengkel, spbu, pom
        bensin, minimarket, supermarket, mall, bioskop
    """,
    "city_tour": """
        city tour, tur kota, tour kota, keliling kota, jalan jalan, wisata bareng, walking tour,
        sightseeing
    """,
    "complaint": """
        kehabisan, habis semua, ditinggal, mampet, lampu mati, mati lampu, listrik mati, tidak
        ramah, kurang ramah, tidak enak, tidak nyaman, tidak bisa masuk, tidak berfungsi, tidak
        jalan, tidak nyala, kepanasan, kedinginan, terlalu dingin, terlalu panas, not working, does
        not work, broken, out of order, too cold, too hot, so slow, complain
    """,
    "borrow": "pinjam, dipinjam, meminjam, minjam, minjem, borrow, lend, lend me",
    "other_phone": """
        nomor hotel, nomor narasumber, nomor pembicara, nomor moderator, nomor pribadi, hotel phone
        number, hotel s phone, minister s phone, speaker s phone, phone number of the
    """,
    "elsewhere": """
        di tempat lain, tempat lain, hotel lain, acara lain, kegiatan lain, rapat lain, kota lain,
        other events, other event, another event, another hotel
    """,
    "autograph": """
        tanda tangan narasumber, tanda tangan pak, tanda tangan bu, tanda tangan pembicara,
        autograph, foto bersama narasumber, foto bareng narasumber, foto bareng pak, selfie
    """,
    "fire": "kebakaran, fire exit, pemadam, alat pemadam, apar",
}
