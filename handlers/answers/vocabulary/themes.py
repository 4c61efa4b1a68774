"""What people ask besides the agenda: a FAQ entry and a question that share a theme mean the same.

A theme that no entry of the event has is something the event cannot answer.
"""

from __future__ import annotations

from collections.abc import Mapping

THEMES: Mapping[str, str] = {
    "wifi": """
        wifi, wi fi, internet, hotspot, koneksi, sinyal, sandi wifi, password wifi, internetan,
        wireless, nama jaringan, ssid, ngenet, online kan, konek internet
    """,
    "dress": """
        pakaian, baju, seragam, dress code, dresscode, busana, kostum, batik, pdh, kemeja, outfit,
        uniform, pakai apa, pakai baju, wear, attire, clothes, jas, pdl, berpakaian, setelan,
        sepatu, atribut, what to wear
    """,
    "parking": "parkir, parking, parkiran, tempat parkir, memarkir, park, valet",
    "toilet": """
        toilet, wc, kamar kecil, kamar mandi, restroom, bathroom, washroom, buang air, kencing,
        pipis, jamban, peturasan
    """,
    "worship": """
        musala, masjid, salat, tempat ibadah, ibadah, kiblat, prayer room, pray, gereja, kapel,
        pura, vihara, wudu, wudhu, sembahyang, sujud, salat dzuhur, salat zuhur, zuhur, dzuhur,
        asar, magrib, maghrib, isya, subuh, jumatan
    """,
    "health": """
        sakit, medis, klinik, dokter, p3k, pingsan, kesehatan peserta, ambulans, ambulance, tim
        medis, perawat, doctor, sick, first aid, ill, medical, poliklinik, pos kesehatan, nurse
    """,
    "medicine": """
        obat, pusing, demam, mual, masuk angin, sakit kepala, apotek, pharmacy, medicine, antimabuk,
        mabuk, vitamin, minyak angin, sakit perut, diare, flu
    """,
    "transfer": """
        mobil jemputan, mobil panitia, mobil jemput, kendaraan panitia, jemput, jemputan, antar
        jemput, penjemputan, shuttle, transportasi, transport, dijemput, bus, bis, pick up, pickup,
        bandara, airport, antar ke bandara, kendaraan jemputan
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
        bermalam, resepsionis, kamar hotel, hotel room, checkin, checkout
    """,
    "luggage": """
        koper, bagasi, titip koper, luggage, titip barang, penitipan, barang bawaan, titip tas
    """,
    "certificate": "sertifikat, piagam, certificate, e sertifikat, sertipikat",
    "contact": """
        panitia, kontak, narahubung, contact, contact person, committee, sekretariat, nomor panitia,
        hubungi siapa, dihubungi, menghubungi, helpdesk, meja bantuan, liaison, organizer,
        organiser, customer service
    """,
    "travel_papers": """
        sppd, spd, surat tugas, spt, spj, boarding pass, perjalanan dinas, cap, stempel, dicap,
        distempel, stamp, travel order, travel orders, assignment letter, duty letter, perjadin,
        pertanggungjawaban, sppd nya, kuitansi, kwitansi, lpj, ttd sppd
    """,
    "allowance": """
        uang harian, uang saku, uang transport, lumpsum, lumsum, honor, honorarium, uang makan,
        allowance, per diem, amplop, uang transportasi, pengganti transport, reimburse,
        reimbursement, biaya perjalanan
    """,
    "breakfast": "sarapan, breakfast, makan pagi, sarapannya",
    "charging": """
        charger, cas, ngecas, ngecharge, mengecas, colokan, stop kontak, baterai, charge, charging,
        casan, powerbank, power bank, power outlet, isi daya, mengisi daya, lowbat
    """,
    "smoking": "rokok, merokok, ngerokok, smoking, smoke, area merokok, ngudud, udud, vape",
    "laundry": "laundry, cuci baju, setrika, binatu, ironing, seterika",
    "atm": "atm, bank, tarik tunai, money changer, tukar uang, cash machine",
    "souvenir": "oleh oleh, suvenir, souvenir, cenderamata, buah tangan, souvenirs, merchandise",
    "kit": """
        seminar kit, goodie bag, goody bag, kit peserta, tas peserta, tas seminar, kit, id card,
        name tag, nametag, kartu peserta, tanda pengenal, kokarde
    """,
    "own_room": """
        kamar saya, kamarku, kamar kami, nomor kamar, room number, my room, our room, teman sekamar,
        sekamar
    """,
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
        online, daring, hybrid, siaran langsung, link zoom, tautan
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
        istri, bawa suami, keluarga ikut, pendamping, spouse
    """,
    "vegetarian": "vegetarian, vegan, alergi, alergi makanan, allergy, halal, pantangan",
    "lost": """
        hilang, kehilangan, tertinggal, barang hilang, lost and found, ketinggalan, lost
    """,
    "emergency": "darurat, emergency, evakuasi, kebakaran, polisi",
    "late": "terlambat datang, datang terlambat, boleh terlambat",
    "permission": "izin tidak hadir, diwakilkan, digantikan, pengganti peserta, perwakilan boleh",
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
    "photos": "dokumentasi, foto kegiatan, foto acara, hasil foto, album foto",
}
