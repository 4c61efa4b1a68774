"""What people need for themselves: clothes, prayer, health, food and rest."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.answers.vocabulary.listing import products

COMFORTS: Mapping[str, str] = {
    "dress": """
        pakaian, baju, seragam, dress code, dresscode, busana, kostum, batik, pdh, kemeja,
        outfit, uniform, pakai apa, pakai baju, wear, attire, clothes, jas, pdl, berpakaian,
        setelan, sepatu, atribut, what to wear, pakaian dinas, baju apa, pakaian apa, sandal,
        kaus, kaos, blazer, kebaya, korpri, pakaian bebas, bebas rapi, baju bebas, hijab, rok,
        celana, jeans, jas hujan, clothing, formal wear, dress, smart casual, business attire,
        dasi, suit, tie, kostum apa, busana apa, seragam apa, atasan apa, bawahan apa, putih
        hitam, hitam putih, kemeja putih, celana hitam, rok hitam, batik bebas, batik daerah,
        batik korpri, baju korpri, seragam korpri, baju adat, pakaian adat, baju daerah, pakaian
        daerah, busana daerah, tenun, songket, endek, ulos, ikat kepala, songkok, peci, kopiah,
        pakaian olahraga, baju olahraga, kaus olahraga, baju training, training spak, sepatu
        olahraga, sepatu kets, sneakers, sepatu pantofel, pantofel, sandal jepit, baju lapangan,
        rompi, topi, jaket, dinas harian, dinas lengkap, pdu, psl, psh, psr, safari, jas hitam,
        jas lengkap, setelan jas, pakai jas, pakai dasi, pakai batik, pakai jilbab, jilbab,
        kerudung, kode busana, aturan pakaian, aturan berpakaian, ketentuan pakaian, ketentuan
        seragam, mengenakan, dikenakan, memakai, pakaiannya, bajunya, seragamnya, kostumnya,
        busananya, saltum, salah kostum, dress theme, dress up, formal or casual, casual, what
        should i wear, shirt, trousers, shoes, traditional dress, costume
    """,
    "toilet": """
        toilet, wc, kamar kecil, kamar mandi, restroom, bathroom, washroom, buang air, kencing,
        pipis, jamban, peturasan, kamar kecilnya, buang hajat, ke belakang di mana, ke kamar
        kecil, cuci muka, ladies room, men s room, bathrooms, toilets, restrooms, toilet pria,
        toilet wanita, toilet difabel
    """,
    "worship": """
        musala, masjid, salat, tempat ibadah, ibadah, kiblat, prayer room, pray, wudu, wudhu,
        sembahyang, sujud, salat dzuhur, salat zuhur, zuhur, dzuhur, asar, magrib, maghrib,
        isya, subuh, jumatan, sholat, prayer, salat jumat, jumatan di mana, mukena, sajadah,
        sarung, tempat wudu, ambil wudu, friday prayer, shalat, mushala, ruang salat, ruang
        ibadah, ashar, dhuhur, place to pray, salat subuh, salat magrib, salat isya, salat asar,
        salat berjamaah, berjamaah, jamaah, jemaah, salat di mana, tempat salat, ruang musala,
        masjid terdekat, masjid dekat, salat jumat di mana, salat jumatnya, arah kiblat, arah
        salat, alat salat, peralatan salat, salat jamak, mau salat, numpang salat, sembahyang di
        mana, tempat sembahyang, ruang doa, praying room, prayer hall, where to pray, where can
        i pray, mosque, musholla, nearest mosque, qibla, kiblatnya, prayer mat
    """,
    "prayer_times": """
        jadwal salat, waktu salat, jam salat, jadwal imsak, imsak, azan, adzan, waktu buka
        puasa, buka puasa, sahur, prayer times
    """,
    "church": """
        gereja, kapel, pura, vihara, misa, kebaktian, church, chapel, temple, klenteng, ibadah
        minggu, sunday service, misa minggu, kebaktian minggu, gereja terdekat, gereja katolik,
        ibadah kristen, ibadah katolik, ibadah hindu, ibadah buddha, persembahyangan, wihara,
        kuil, mass, church service
    """,
    "health": """
        sakit, medis, klinik, dokter, p3k, pingsan, kesehatan peserta, ambulans, ambulance, tim
        medis, perawat, doctor, sick, first aid, ill, medical, poliklinik, pos kesehatan, nurse,
        sesak, sesak nafas, sesak napas, tenaga medis, tenaga kesehatan, petugas medis, petugas
        kesehatan, tim kesehatan, terluka, luka, gak enak badan, tidak enak badan, kurang sehat,
        kram, tensi, cek tensi, unwell, injured, fainted, posko kesehatan, ruang kesehatan,
        paramedis, clinic, kurang enak badan, enak badan, kurang fit, health post, medical team,
        medical room, dokter jaga, dokternya, pos medis, ruang medis, ruang klinik, petugas p3k,
        kotak p3k, p3k di mana, dokter hotel, dokter panitia, ada dokter, perlu dokter, butuh
        dokter, cari dokter, panggil dokter, dokter siaga, paramedik, posko medis, jatuh sakit,
        tidak sehat, mendadak sakit, tiba tiba sakit, badan panas, panas dingin, panas tinggi,
        mau pingsan, hampir pingsan, terkilir, keracunan, alergi kambuh, tekanan darah, darah
        tinggi, darah rendah, gula darah, kolesterol, jantung, nyeri dada, sakit gigi, sakit
        pinggang, sakit punggung, sakit kaki, sakit badan, not feeling well, feel sick, feeling
        sick, feeling unwell, feel unwell, dizzy, nauseous, vomiting, sprained, hurt, paramedic,
        health desk, health station, see a doctor
    """,
    "medicine": """
        obat, pusing, demam, mual, masuk angin, sakit kepala, medicine, antimabuk, mabuk,
        vitamin, minyak angin, sakit perut, diare, flu, meriang, batuk, pilek, maag, plester,
        perban, headache, painkiller, paracetamol, parasetamol, band aid, obat obatan, obat
        sakit kepala, obat pusing, obat maag, obat flu, obat batuk, obat diare, obat mabuk, obat
        alergi, obat anti mabuk, minta obat, butuh obat, perlu obat, cari obat, tolak angin,
        antangin, minyak kayu putih, minyak telon, panadol, bodrex, promag, oralit, koyo,
        kerokan, kerokin, migrain, asam lambung, gerd, kembung, muntah, muntah muntah,
        medicines, pills, tablet obat, plaster, obat merah, betadine, kepala sakit, kepala
        pusing, perut sakit, perut mulas
    """,
    "hospital": """
        rumah sakit, hospital, igd, ugd, rs terdekat
    """,
    "pharmacy": """
        apotek, pharmacy, drugstore, toko obat, apotek terdekat, apotik, beli obat, chemist
    """,
    "nursing": """
        menyusui, laktasi, asi, nyusu, nyusui, nyusuin, susui, pumping, pompa asi, breastfeed,
        breastfeeding, nursing room
    """,
    "disability": """
        disabilitas, difabel, kursi roda, wheelchair, tuli, tunanetra, tunarungu, bahasa
        isyarat, sign language, ramp, jalur landai, disabled, accessible, accessibility, wheelchair
        access, step free, uses a wheelchair, in a wheelchair, pakai kursi roda, pengguna kursi
        roda, tongkat, kruk, crutches, susah jalan
    """,
    "children": """
        penitipan anak, titip anak, daycare, tempat bermain anak, bawa anak, bawa keluarga,
        bawa istri, bawa suami, keluarga ikut, pendamping, spouse, pengasuh, baby sitter,
        babysitter, ruang bermain, tempat bermain, ngajak anak, ngajak istri, ngajak suami,
        ajak keluarga, ajak anak, ajak istri, momong anak, bring my family, bring my wife,
        bring my husband, bring my kids, bring my children, bring family, bring kids, bring
        children, accompany me, membawa keluarga, membawa anak, membawa istri, membawa
        suami, keluarga boleh, boleh bawa keluarga, boleh bawa anak, boleh bawa istri, boleh
        bawa suami, boleh bawa pasangan, bawa pasangan, bawa keluarganya, bawa ibu, bawa
        orang tua, bawa bayi, bawa balita, bawa pengasuh, bawa ponakan, bawa cucu, bawa
        rombongan keluarga, bawa serta keluarga, bawa serta istri, istri ikut, suami ikut,
        anak ikut, pasangan ikut, bayi ikut, anak istri, istri boleh, suami boleh, anak
        boleh, pasangan boleh, istri saya ikut, suami saya ikut, ajak pasangan, mengajak
        keluarga, mengajak istri, mengajak suami, mengajak anak, mengajak pasangan, ngajak
        pasangan, ngajak keluarga, sama istri, sama suami, sama anak, sama keluarga, dengan
        istri, dengan suami, dengan keluarga, bareng istri, bareng suami, bareng keluarga,
        bareng anak, momong, pendamping peserta, peserta membawa keluarga, istri ikut
        menginap, suami ikut menginap, keluarga menginap, istri menginap, suami menginap,
        tamu menginap, family member, family members, my spouse, a companion, bring my
        spouse, bring a guest, bring a companion, plus one, bring along, babysitting, child
        care, childcare, kids corner, can my husband, can my wife, can my family, can my
        kids
    """
    + products(
        """
            suami, istri, keluarga, pasangan, anak, suami saya, istri saya, keluarga saya,
            anak saya
        """,
        """
            sekamar, boleh sekamar, bisa sekamar, satu kamar, mau ikut, mau nyusul, nyusul,
            menyusul, mau menyusul, ikut nginap, ikut inap, mau ikut nginap, boleh nginap,
            boleh menginap, bisa ikut, ikut gala, ikut makan
        """,
    ),
    "vegetarian": """
        eat meat, eat fish, eat seafood, eat pork, eat beef, eat spicy,
        vegetarian, vegan, alergi, alergi makanan, allergy, halal, pantangan, menu
        vegetarian, menu vegan, menu halal, menu khusus, makanan vegetarian, makanan halal,
        makanan khusus, gluten, diet khusus, dietary, makanannya halal, food halal, seafood,
        alergi kacang, alergi udang, alergi seafood, alergi susu, alergi telur, alergi
        gluten, alergi ikan, alergi daging, alergi kepiting, alergi laut, tanpa daging,
        tidak makan daging, makanan tanpa daging, vegetarian food, vegan food, makanan
        vegan, menu vegetariannya, pantang, pantangan makan, pantangan makanan, alerginya,
        alergi apa, alergi seafood gimana, alergi obat, saya alergi, punya alergi, ada
        alergi, tidak bisa makan, tidak boleh makan, tidak makan ikan, tidak makan seafood,
        tidak makan babi, tidak makan sapi, tidak makan ayam, non halal, kehalalan,
        sertifikat halal, restoran halal, dapur halal, halal tidak, halal kah, pesan makanan
        khusus, makanan diet, diet rendah garam, rendah gula, rendah garam, diabetes,
        diabetesi, kolesterol tinggi, bebas gluten, gluten free, lactose, laktosa, nut
        allergy, peanut, allergic, allergic to, allergies, special meal, special diet,
        dietary needs, dietary requirements, no meat, no pork, no beef, meatless, tidak
        makan pedas, tidak makan nasi, allergic to shrimp, allergic to seafood, allergic to
        nuts, allergic to peanuts, tidak bisa makan seafood, tidak bisa makan ikan, tidak
        bisa makan udang, tidak bisa makan daging, tidak bisa makan pedas
    """,
    "breakfast": """
        sarapan, breakfast, makan pagi, sarapannya, kupon sarapan, voucher sarapan, kupon
        makan, voucher makan, breakfast coupon, breakfast voucher
    """,
    "smoking": """
        rokok, merokok, ngerokok, smoking, smoke, area merokok, ngudud, udud, vape, ruang
        merokok, tempat merokok, tempat rokok, ruang rokok, area rokok, smoking area, smoking
        room, boleh rokok, cari rokok, ngisap, ngisep, ngepul, ngebul, asap rokok, puntung, nge
        vape, vaping, tempat ngebul, a smoke, cigarette, cigarettes
    """,
    "laundry": """
        laundry, cuci baju, setrika, binatu, ironing, seterika, cuci pakaian, mencuci baju,
        mencuci pakaian, jasa cuci, laundry kilat, laundry hotel, laundrynya, setrikaan,
        pinjam setrika, setrika baju, baju kotor, pakaian kotor, baju kusut, cucian, nyuci
        baju, dry clean, dry cleaning, iron, an iron, wash my clothes, wash clothes, cuci
        baju kotor, cuci pakaian kotor, nyuci baju kotor
    """
    + products(
        """
            baju, kemeja, pakaian, celana, seragam, batik, jas, baju saya, kemeja saya,
            batik saya, celana saya
        """,
        """
            kotor, kusut, lecek, kena noda, ketumpahan, ketumpahan kopi, ketumpahan kuah,
            bau, basah, kena kopi, kena tinta
        """,
    ),
    "pool": """
        kolam renang, berenang, swimming pool, pool, renang, gym, fitness, spa, sauna, pijat,
        karaoke, kolam, kolamnya, berenangnya, fasilitas gym, tempat gym, ngegym, fitnes,
        jacuzzi, massage, pijit, refleksi, jogging track, joging, jogging, lari pagi di mana,
        tempat olahraga, sport center, lapangan tenis, tenis meja, biliar, billiard, playground
    """,
}
