"""What an event hardly ever can answer."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.answers.vocabulary.listing import products

ELSEWHERE: Mapping[str, str] = {
    "other_time": """
        tahun lalu, tahun depan, tahun kemarin, last year, next year, bulan depan, bulan lalu,
        minggu depan, minggu lalu, next month, last month, next week, last week, edisi
        sebelumnya, tahun berikutnya, tahun sebelumnya, hari libur, kapan lagi
    """
    + products(
        "tahun, bulan, pekan, minggu, semester, triwulan, periode, angkatan, gelombang, musim",
        "lalu, kemarin, depan, sebelumnya, silam, yang lalu, yang akan datang, mendatang, kapungkur",
    ),
    "life": """
        ulang tahun, birthday, sejak kapan, since when, apa kata, orang mana aslinya, asli orang, asli mana,
        asli dari, masa kecil, masa jabatan, where does he live, where does she live, berapa bersaudara
    """,
    "keeping": """
        dibawa pulang, bawa pulang, dibawa ke rumah, jadi milik, dimiliki peserta, take home, take it home,
        keep it
    """,
    "size": """
        berapa lantai, berapa tingkat, bintang berapa, berapa bintang, berapa kamar, how many floors,
        how many rooms, how many stars, seluas apa, setinggi apa, sebesar apa
    """,
    "office_hours": """
        jam kerja, jam kantor, jam operasional, office hours, opening hours, working hours
    """,
    "other_meeting": """
        rapat dengan, rapat sama, rapat bersama, rapat internal, rapat pimpinan, rapat bulanan,
        meeting dengan, meeting with, janji temu, audiensi
    """,
    "spokesperson": """
        juru bicara, jubir, humas, spokesperson, press release
    """,
    "proceedings": """
        jawaban narasumber, jawaban pembicara, jawaban moderator, jawaban pemateri, jawaban pak,
        jawaban bu, pertanyaan peserta, hasil diskusi, hasil rapat, hasil sidang, hasil panel,
        hasil rakor, hasil komisi, hasil pleno, hasil sesi, hasil voting, kesimpulan rapat,
        jalannya diskusi, notulen rapat, kesepakatan tadi, keputusan tadi, minutes of meeting
    """,
    "errand": """
        book me, book a, wake me, order me, call me a, buy me, sampaikan ke, sampaikan pada,
        bilang ke, bilangin ke, tolong bilang, tolong sampaikan, titip pesan, titip salam,
        salam untuk, tolong antar, tolong jemput, tolong ambil, tolong belikan, tolong
        perbaiki, tolong ganti, tolong panggil, tolong telepon, please bring me, please
        call, remind the, tell the, titip absen, absenkan saya, bawakan ke kamar, antar ke
        kamar, antarkan ke kamar
    """
    + products(
        "bawain, bawakan, angkat, angkatin, angkut, antarkan",
        "koper, koper saya, tas saya, barang, barang saya",
    ),
    "nearby": """
        wisata dekat, tempat wisata, objek wisata, dekat hotel, sekitar hotel, near the hotel,
        nearby restaurant, tempat makan dekat, restoran enak, kuliner, makanan khas, tempat
        nongkrong, tempat belanja, pusat oleh oleh, kantor pos, post office, bengkel, spbu, pom
        bensin, minimarket, supermarket, mall, bioskop, tempat ngopi dekat, kafe dekat, cafe
        dekat, warung dekat, warung makan, rumah makan, tempat makan enak, makan enak di mana,
        kuliner malam, kuliner khas, pasar malam, pasar oleh oleh, pantai terdekat, mal
        terdekat, mall terdekat, indomaret terdekat, alfamart terdekat, tempat wisata terdekat,
        wisata terdekat, wisata kuliner, rekomendasi tempat, rekomendasi wisata, rekomendasi
        restoran, rekomendasi makan, good restaurant, where to eat nearby, places to visit,
        tourist spots
    """,
    "city_tour": """
        city tour, tur kota, tour kota, keliling kota, jalan jalan, wisata bareng, walking tour,
        sightseeing
    """,
    "complaint": """
        kehabisan, habis semua, ditinggal, mampet, lampu mati, mati lampu, listrik mati, tidak
        ramah, kurang ramah, tidak enak, tidak nyaman, tidak bisa masuk, tidak berfungsi, tidak
        jalan, tidak nyala, kepanasan, kedinginan, terlalu dingin, terlalu panas, not working,
        does not work, broken, out of order, too cold, too hot, so slow, complain, rusak, bocor,
        mogok, tidak dingin, ac mati, air mati, air tidak keluar, air panas mati, air panas
        tidak, tv mati, kunci error, kamar bau, kamar kotor, berisik, kecoa, tidak connect, wifi
        mati, wifi lemot, wifi lelet, wifi putus, lemot, lelet, doesn t work, no hot water,
        noisy
    """,
    "elsewhere": """
        di tempat lain, tempat lain, hotel lain, acara lain, kegiatan lain, rapat lain, kota
        lain, rakor sebelah, rapat sebelah, acara sebelah, kegiatan sebelah, hotel sebelah, kota sebelah,
        gedung sebelah, kementerian lain, instansi lain, daerah lain, negara lain, provinsi lain,
        kabupaten lain, other events, other event, another event, another hotel
    """,
    "headcount": """
        jumlah peserta, berapa peserta, berapa orang peserta, peserta berapa orang, total peserta,
        banyaknya peserta, jumlah yang hadir, berapa orang yang hadir, berapa yang hadir, peserta
        ada berapa, pesertanya berapa, pesertanya ada berapa, number of participants, how many
        participants, how many people, how many attendees, total participants
    """,
    "another_thing": """
        salat id, salat ied, salat idul fitri, salat idul adha, salat jenazah, salat gaib, salat gerhana,
        sertifikat tanah, sertifikat rumah, sertifikat vaksin, sertifikat profesi, sertifikat guru,
        sertifikat hak milik, sertifikat kepemilikan, sertifikat kompetensi, sertifikat toefl,
        toefl, ielts, shm, kartu keluarga, kartu kredit, kartu atm, kartu sim, sim card, kartu
        perdana, kartu bpjs, kartu nikah, akta lahir, akta kelahiran, dokter hewan, dokter gigi,
        dokter kandungan, dokter kulit, dokter mata, dokter spesialis, obat nyamuk, obat kuat,
        parkir pesawat, bus malam, bus antar kota, bus transjakarta, busway, transjakarta, kamar
        mayat, kamar operasi, kamar dagang, wifi rumah, wifi tetangga, wifi kantor, wifi kantorku,
        internet rumah, sandi email, password email, password instagram, password ig, password
        facebook, password akun, password laptop, password hp, password komputer, password bot, pin
        atm, pin hp, sandi hp, sandi atm, sandi akun, sandi rumput, kata sandi email, kata sandi
        akun, kata sandi hp, email password, atm ketelan, atm tertelan, atm diblokir, baju bayi,
        baju renang, baju tidur, baju bekas, uang muka, uang kuliah, uang palsu, uang pensiun, uang
        tebusan, uang sekolah, tiket konser, tiket bioskop, tiket pertandingan, tiket pesawat murah,
        surat cinta, surat nikah, surat cerai, surat kendaraan, bank sampah, bank darah, bank soal,
        atm beras, kapal selam, foto ktp, foto profil, foto prewedding, foto mantan, rumah
        kontrakan, nomor rekening, nomor antrean, nomor sepatu, nomor plat, plat nomor, nomor
        kendaraan, kontak lensa, kontak motor, kontak jodoh, halal bihalal, jemput bola, ganti oli,
        oli mesin, tambal ban, servis mobil, servis motor, land certificate, birth certificate,
        marriage certificate, vaccine certificate, credit card, bank account, neighbour s wifi, home
        wifi, email account
    """,
}
