"""How people come, stay the night and are paid for it."""

from __future__ import annotations

from collections.abc import Mapping

TRAVEL: Mapping[str, str] = {
    "transfer": """
        mobil jemputan, mobil panitia, mobil jemput, kendaraan panitia, jemput, jemputan,
        antar jemput, penjemputan, shuttle, transportasi, transport, dijemput, bus, bis,
        pick up, pickup, bandara, airport, antar ke bandara, kendaraan jemputan, minibus,
        elf, hiace, mobil antar, kendaraan dari, antar ke stasiun, from the airport, to the
        airport, airport transfer, kendaraan ke hotel, transport ke hotel, jemputin, naik
        apa dari bandara, how to get to the hotel, get to the hotel, kendaraan ke lokasi,
        minibusnya, bandara ke hotel naik apa, bus bandara, bus jemputan, bus panitia, bus
        hotel, bus peserta, mobil hotel, mobil dari bandara, damri, travel bandara,
        penjemput, petugas jemput, tim jemput, titik jemput, tempat jemput, jemput di mana,
        dijemput di mana, siapa yang jemput, ada yang jemput, yang menjemput, menjemput,
        penjemputan peserta, penjemputan bandara, jemput peserta, jemputan peserta, jemputan
        panitia, jemputan hotel, jemputannya, antaran, pengantaran, pengantaran peserta,
        antar peserta, diantar, diantar ke bandara, diantar ke stasiun, diantar ke hotel,
        mengantar ke bandara, ngantar ke bandara, bus ke bandara, mobil ke bandara,
        kendaraan ke bandara, ke bandara naik apa, bandara naik apa, dari bandara naik apa,
        dari bandara ke hotel, dari bandara ke lokasi, dari bandara, ke bandara, terminal
        kedatangan, pintu kedatangan, kepulangan, kedatangan, counter kedatangan, meja
        kedatangan, meja jemputan, drop off, drop bandara, dropping, dropping bandara, drop
        point, meeting point, transport bandara, transportasi bandara, transportasi peserta,
        transportasi lokal, angkutan peserta, angkutan ke hotel, armada jemputan, sopir
        jemputan, sopirnya, bus terakhir, bus pertama, jadwal bus, jadwal jemputan, jadwal
        shuttle, jam bus, shuttle bus, shuttle bandara, shuttlenya, busnya, van, coach,
        coaster, hiace nya, naik bus, ride to the airport, ride to the hotel, ride from the
        airport, picked up, pick us up, pick me up, picking up, drop us, airport shuttle,
        shuttle from, shuttle to, airport bus, bus to the airport, bus from the airport,
        transportation to, transportation from, pakai apa dari bandara, ke hotel pakai apa
        dari bandara, how to get from the airport, how do i get from the airport, airport
        drop, antar pulang, diantar pulang, transport pulang, transportasi pulang, kendaraan
        pulang, bus pulang, mobil pulang
    """,
    "departure": """
        ke bandara, bus ke bandara, antar ke bandara, diantar ke bandara, mengantar ke bandara,
        ngantar ke bandara, kendaraan ke bandara, mobil ke bandara, shuttle ke bandara, hiace ke
        bandara, drop bandara, drop off, dropping, dropping bandara, kepulangan, antar ke stasiun,
        diantar ke stasiun, antar pulang, diantar pulang, bus pulang, mobil pulang, transport
        pulang, transportasi pulang, kendaraan pulang, to the airport, shuttle to the airport, bus
        to the airport, ride to the airport, shuttle to, bus to, drop us, airport drop
    """,
    "station": """
        stasiun, kereta, kereta api, train, station, whoosh, stasiun kereta, naik kereta, turun
        kereta, krl, mrt, lrt, kereta cepat, railway station
    """,
    "taxi": """
        taksi, taxi, gojek, grab, ojek, ojol, angkot, sewa mobil, rental mobil, car rental, naik
        taksi, naik grab, naik gojek, pesan taksi, pesan grab, pesan gojek, panggil taksi, taksi
        bandara, taksi online, bluebird, blue bird, maxim, ojek online, gocar, gocarnya,
        grabcar, cab, bajaj, becak
    """,
    "ferry": """
        kapal cepat, feri, ferry, kapal laut, kapal feri, tiket kapal, speedboat, speed boat,
        kapal ke
    """,
    "parking": """
        parkir, parking, parkiran, tempat parkir, memarkir, park, valet, parkir mobil, parkir
        motor, parkir bus, basement, naruh mobil, taruh mobil, naruh motor, taruh motor, bawa
        mobil, bawa motor, kendaraan pribadi, bawa kendaraan, park my car, parking lot, parking
        area, parking space, car park, lahan parkir, area parkir, naruh kendaraan, taruh
        kendaraan, nitip mobil, nitip motor, titip mobil, titip motor, titip kendaraan, tempat
        mobil, tempat motor, parkir tamu, parkir peserta, parkir kendaraan, parkir inap, biaya
        parkir, tiket parkir, karcis parkir, mobil dinas parkir, mobil sendiri, motor sendiri,
        bawa mobil sendiri, nyetir sendiri, kendaraan sendiri, parkir dimana, where to park,
        park the car, parking fee, parking ticket
    """,
    "lodging": """
        sekamar, boleh sekamar, bisa sekamar, sekamar sama orang lain, sekamar dengan orang lain,
        sekamar sama orang, tidur sekamar, berbagi kamar, satu kamar dengan orang lain, satu kamar
        sama orang lain, sekamar orang lain, sekamar dengan peserta lain, sekamar sama peserta lain,
        kamar, penginapan, menginap, check in, check out, kunci kamar, nginap, inap, room
        key, bermalam, resepsionis, kamar hotel, hotel room, checkin, checkout, checkout
        nya, jam check out, jam check in, late check out, early check in, ambil kunci, kartu
        kamar, keluar hotel, keluar kamar, akomodasi, accommodation, twin sharing, front
        office, front desk, extend kamar, kapan keluar kamar, harus keluar kamar, kosongkan
        kamar, mengosongkan kamar, vacate the room, leave the room, masuk kamar, kamar
        peserta, kamar panitia, kamar hotelnya, kamarnya, pembagian kamar, bagi kamar,
        daftar kamar, kunci hotel, kartu hotel, kartu akses, akses kamar, masuk kamar jam,
        cek in, cek out, menginapnya, inapnya, nginapnya, nginep, bermalamnya, tidur di
        mana, tidurnya di mana, tinggal di mana, tempat menginap, tempat nginap, tempat
        bermalam, satu kamar berdua, sekamar berdua, satu kamar, berdua sekamar, kamar
        sendiri, kamar single, kamar double, twin bed, twin room, double room, smoking room,
        non smoking room, check in awal, check in lebih awal, check out telat, check out
        terlambat, checkin jam, keluar hotelnya, meninggalkan kamar, tinggalkan kamar,
        mengembalikan kunci, kembalikan kunci, balikin kunci, ambil kunci kamar, terima
        kunci, kasih kunci, kunci kamarnya, card key, key card, keycard, hotel check in,
        hotel check out, room sharing, share a room, sharing room, roommate, stay the night,
        overnight, room service, housekeeping
    """,
    "extra_bed": """
        extra bed, tambah kasur, kasur tambahan, ranjang tambahan, tempat tidur tambahan, kasur ekstra,
        tambah ranjang, additional bed, baby cot, baby crib, ranjang bayi, boks bayi
    """,
    "own_room": """
        kamar saya, kamarku, kamar kami, my room, our room, teman sekamar
    """,
    "room_number": """
        nomor kamar, room number, kamar nomor, sekamar dengan siapa, sama siapa sekamar, siapa
        sekamar, nomor kamar saya, kamar berapa saya, kamar saya berapa, saya di kamar berapa,
        kamar saya nomor, kamar saya yang mana, dapat kamar berapa, kamar saya di mana, roommate
        saya, teman sekamar saya, sekamar sama siapa, siapa teman sekamar, my room number, which
        room am i
    """,
    "luggage": """
        koper, bagasi, titip koper, luggage, titip barang, penitipan, barang bawaan, titip tas,
        titip ransel, simpan koper, simpan barang, simpan tas, menitipkan koper, dititipkan,
        koper dititip, tas dititip, nitip koper, nitip tas, nitip barang, barang dititip, store
        luggage, leave my bags, leave our bags, leave my luggage, left luggage, bell boy,
        bellboy, loker, locker, cloakroom, koperku, taruh koper, naruh koper, dititip, nitip,
        menitipkan, bag storage, baggage storage, store my bags, naruh tas, taruh tas, naruh
        barang, taruh barang, naruh ransel, nyimpan koper, nyimpan tas, nyimpan barang, nyimpen
        koper, nyimpen tas, nyimpen barang, nitipin koper, nitipin tas, nitipin barang, titipin
        koper, titipin tas, titipin barang, menitip koper, menitip barang, menitip tas,
        menitipkan barang, menitipkan tas, menyimpan koper, menyimpan barang, menyimpan tas,
        tempat titip, tempat titipan, tempat penitipan, penitipan koper, penitipan barang,
        penitipan tas, titipan barang, titipan koper, ruang koper, concierge, porter, kopernya,
        koper saya, bawa koper, store bags, store my luggage, store our luggage, keep my
        luggage, keep my bag, keep my bags, keep our bags, leave my bag, leave luggage, drop my
        bags, luggage storage, suitcase, suitcases
    """,
    "travel_papers": """
        sppd, spd, surat tugas, spt, spj, boarding pass, perjalanan dinas, cap, stempel, dicap,
        distempel, stamp, travel order, travel orders, assignment letter, duty letter, perjadin,
        pertanggungjawaban, sppd nya, kuitansi, kwitansi, lpj, ttd sppd, distempelin, dicapin,
        cap sppd, stempel sppd, tanda tangan sppd, ttd spd, pengesahan sppd, disahkan, visum,
        legalisir, laporan perjalanan, stempel panitia, cap panitia, cap basah, ngecap,
        nyetempel, bukti hadir, surat keterangan hadir, proof of attendance, travel document,
        official stamp, spd tanda tangan, sppd tanda tangan, tanda tangan spd, spt tanda tangan,
        surat tugas tanda tangan, tanda tangan surat tugas, surat perintah tugas, surat
        perintah, surat perjalanan dinas, surat perjalanan, blanko sppd, form sppd, formulir
        sppd, lembar sppd, lembar spd, sppdnya, spdnya, sptnya, surat tugasnya, tiket dan
        boarding pass, boardingpass, bukti perjalanan, bukti tiket, berkas perjalanan, berkas
        sppd, berkas spj, kelengkapan spj, kelengkapan sppd, dokumen spj, dokumen perjalanan,
        administrasi perjalanan, laporan spj, cap dan tanda tangan, tanda tangan panitia, ttd
        panitia, ttd spt, ttd surat tugas, stempel spd, stempel spt, stempel surat tugas, cap
        spd, cap spt, cap surat tugas, cap kedatangan, cap tiba, pengesahan spd, pengesahan
        surat tugas, mengesahkan sppd, mengesahkan surat tugas, mengecap, menstempel,
        stempelnya, capnya, diteken, neken sppd, teken sppd, teken spd, teken spt, bill hotel,
        bon hotel, nota hotel, invoice hotel, kuitansi hotel, kwitansi hotel, bukti bayar hotel,
        hotel bill, hotel receipt, hotel invoice, bukti menginap, surat keterangan menginap,
        travel documents, travel letter, get stamped, stamp my, sign my travel, validate my
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
        transportnya cair, penggantian transportasi, reimburse tiket, reimburse transport,
        lumsam, lumpsam, uang lumpsum, uang dinas, uang jalan, uang tiket, uang ganti, uang
        representasi, uang perjalanan dinas, uang hotel, duit harian, duit saku, duit transport,
        duit jalan, ongkos jalan, ongkos transport, ongkos tiket, ongkos pesawat, ongkos taksi,
        biaya tiket, biaya pesawat, biaya hotel, biaya penginapan, biaya kamar, biaya akomodasi,
        biaya taksi, biaya dinas, biaya perjalanan dinas, ditanggung siapa, ditanggung sendiri,
        biaya sendiri, bayar sendiri, dibayar siapa, dibayar panitia, dibayari panitia,
        dibayarin panitia, dibiayai, dibiayai siapa, dibiayai panitia, dibebankan, dibebankan ke
        mana, pembebanan, pembebanan biaya, dipa siapa, diganti panitia, diganti tidak, diganti
        kantor, penggantian uang, penggantian pesawat, penggantian tiket pesawat, penggantian
        hotel, ganti uang, ganti tiket, ganti ongkos, ganti biaya, klaim tiket, klaim uang,
        klaim hotel, klaim perjalanan, klaim taksi, reimburse taksi, reimburse hotel, reimburse
        pesawat, reimbursenya, direimburse, pencairan, pencairan uang, uang sudah cair, uangnya
        cair, dana transport, dana perjalanan, honornya, honor narasumber, honor peserta, honor
        moderator, transport lokal, tiket pesawat diganti, tiket pesawat ditanggung, pesawat
        ditanggung, hotel ditanggung, kamar ditanggung, penginapan ditanggung, makan ditanggung,
        akomodasi ditanggung, menanggung, yang menanggung, yang bayar hotel, yang bayar tiket,
        yang bayar kamar, travel cost, travel costs, transport cost, ticket refund, paid by,
        covered by, who pays, who covers, stipend, pocket money, pocket allowance
    """,
    "registration_fee": """
        biaya pendaftaran, registration fee, kontribusi, iuran, biaya registrasi, bayar
        pendaftaran, ditarik bayaran, dipungut biaya, participation fee, biaya peserta
    """,
}
