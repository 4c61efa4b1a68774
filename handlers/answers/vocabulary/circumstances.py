"""What askers tell of themselves beside the question: it asks nothing, whatever words it is told in."""

from __future__ import annotations

from typing import NamedTuple

from handlers.answers.vocabulary.institutions import CITIES, PROVINCES
from handlers.answers.vocabulary.listing import word_set


class Sentences(NamedTuple):
    """Every subject with every state, with or without adverbs between; each is parted by commas."""

    subjects: str
    states: str
    adverbs: str = ""


_ALREADY = "sudah, lagi, mulai, saya, kami, aku, masih, makin, sangat, banget, nih"

ORIGINS = ", ".join(
    sorted(CITIES | PROVINCES | word_set("kalimantan sulawesi sumatera jawa maluku flores madura"))
)

CIRCUMSTANCES = (
    Sentences(
        "ketinggalan, tertinggal, kelupaan, left, left it, forgot it",
        """
        di rumah, di kantor, di kos, di kampung, di meja kantor, di mobil dinas, di pesawat, at home, at
        the office, in my office
        """,
        "semua, saya, semalam, tadi, kemarin",
    ),
    Sentences(
        "perut", "bunyi, keroncongan, kosong, demo, konser, meronta, krucuk, kriuk, melilit, lapar", _ALREADY
    ),
    Sentences(
        "kuota, paketan, paket data, pulsa, kuota internet",
        """
        sekarat, habis, tipis, menipis, limit, ludes, mau habis, hampir habis, tinggal sedikit,
        sedikit
        """,
        _ALREADY,
    ),
    Sentences(
        "koper, tas, bawaan, barang",
        "berat, banyak, segunung, seabrek, gede",
        "saya, kami, lagi, sangat, lumayan",
    ),
    Sentences(
        "habis, setelah, sehabis, gara gara, karena",
        """
        perjalanan, perjalanan jauh, perjalanan darat, naik pesawat, naik bus, naik kapal, begadang,
        kurang tidur
        """,
    ),
    Sentences(
        "baterai, batre, hp, hp saya, baterai hp, baterai saya, batre hp",
        """
        tinggal 1 persen, tinggal 2 persen, tinggal 3 persen, tinggal 4 persen, tinggal 5 persen,
        tinggal 10 persen, tinggal 15 persen, tinggal 20 persen, tinggal sedikit, sekarat, mau mati,
        mau habis
        """,
        "lagi, sudah, ini",
    ),
    Sentences(
        "ac, acnya, ac nya, ruangannya, ballroomnya, aulanya",
        "dingin, panas, sejuk, pengap, gerah, bising, ramai, penuh, berisik",
        "lagi, sangat, banget, terlalu, di sini",
    ),
    Sentences(
        "tolong, mohon, minta tolong, coba",
        """
        tanyakan ke panitia, tanyakan kepada panitia, tanyakan panitia, tanyain ke panitia, tanyain
        panitia, ditanyakan ke panitia, ditanyakan kepada panitia
        """,
        "dong, kak, min, bantu",
    ),
    Sentences("diteruskan dari, terusan dari, forward dari", "grup wa, grup, wag, grup sebelah, grup daerah"),
    Sentences("grup, grup wa, wag, grup whatsapp", "sepi, ramai, heboh, tidak dibalas, hening, rame"),
    Sentences(
        """
        sorry kalau, maaf kalau, mohon maaf kalau, maaf jika, maaf bila, mohon maaf jika, mohon maaf
        bila
        """,
        """
        pertanyaannya aneh, pertanyaan saya aneh, mengganggu, merepotkan, banyak tanya, banyak
        bertanya, salah, lancang, kurang sopan, ganggu, nanya terus, salah kamar, salah kirim,
        bertanya lagi, sering tanya, tanya lagi, nanya lagi, salah alamat, salah orang, mengganggu
        waktunya
        """,
        "saya, kami, ada, terlalu",
    ),
    Sentences(
        "saya peserta dari, kami peserta dari, saya utusan dari, kami utusan dari, kami rombongan dari",
        ORIGINS,
    ),
    Sentences(
        "pertama kali, baru pertama, baru pertama kali, kali pertama",
        "ikut, ikut rakor, ikut acara, ikut kegiatan, ikut rapat, ikut rakornas, datang, ke sini",
        "saya, kami, aku, ini",
    ),
    Sentences(
        "disuruh, diminta, ditugasi",
        """
        nanya, tanya, bertanya, menanyakan, nanyain, nanya sama pak kadis, nanya sama pimpinan,
        nanya sama bos, tanya sama pak kadis, tanya sama pimpinan, tanya bos, pak kadis nanya, bos
        nanya, pimpinan nanya
        """,
    ),
    Sentences(
        "sudah dua kali, sudah berkali kali, sudah sering, sudah tiga kali, berkali kali, dari tadi",
        """
        nanya, tanya, bertanya, chat, nanya tidak dijawab, tanya tidak dijawab, tidak dijawab, tidak
        dibalas
        """,
        "saya, kami",
    ),
    Sentences(
        "belum sempat, tidak sempat, belum",
        """
        baca undangan, baca jadwal, lihat jadwal, lihat undangan, cek jadwal, makan apa apa, ngopi,
        istirahat, mandi, buka undangan, buka jadwal
        """,
    ),
    Sentences(
        "saya mewakili, kami mewakili, mewakili",
        """
        pak bupati, bupati, pak kadis, kadis, kepala dinas, kepala badan, pimpinan, pak kaban, gubernur,
        wali kota, pak sekda, sekda, atasan, bos
        """,
    ),
    Sentences(
        "it is, it s",
        """
        raining, raining hard, raining here, raining hard here, hot here, so hot, cold in here,
        noisy here, too noisy
        """,
    ),
    Sentences("mata", "berat, sepet, lengket, lima watt, 5 watt, merem", _ALREADY),
    Sentences(
        "badan, kaki, pinggang, punggung, leher",
        "pegal, pegel, capek, cape, lelah, remuk, lemas, pegal semua, pegel semua, capek semua, pegal linu",
        _ALREADY,
    ),
    Sentences(
        "pesawat, pesawatnya, penerbangan, flight, kereta, kapal, travel",
        """
        delay, telat, terlambat, molor, tertunda, delayed, delay 1 jam, delay 2 jam, delay 3 jam,
        delay 4 jam, telat 1 jam, telat 2 jam
        """,
        "saya, kami, kita, lagi, sempat, tadi",
    ),
    Sentences(
        "jalan, jalanan, tol, lalu lintas, traffic",
        "macet, padat, macet parah, macet total",
        "lagi, masih, sangat",
    ),
    Sentences(
        "kejebak, terjebak, kena, kehadang, masih, lagi",
        "macet, hujan, lampu merah, macet di jalan, macet total, macet parah",
    ),
    Sentences(
        "baru, barusan",
        """
        sampai, tiba, datang, landing, mendarat, turun pesawat, turun dari pesawat, masuk hotel,
        masuk kamar, check in, bangun, bangun tidur, selesai mandi, beres mandi, mandi, buka hp,
        baca, baca chat, gabung, join, sampai hotel, sampai kamar, tiba di hotel, tiba di kamar,
        sampai di hotel, sampai di lokasi, keluar lift
        """,
        "saja",
    ),
    Sentences(
        "masih, lagi, sedang",
        """
        di jalan, di kamar, di pesawat, di taksi, di kantor, di mobil, di bus, di toilet, di
        perjalanan, di tol, di grab, di kereta, dalam perjalanan, otw, rapat virtual, rapat zoom,
        rapat online, rapat lain, zoom lain, nyetir, menyetir, antre, menelepon, mandi, siap siap,
        dandan, tidur, rebahan
        """,
    ),
    Sentences("salah", "masuk, masuk ruangan, masuk ruang, ruangan, jadwal, baca, lihat"),
    Sentences("lupa", "waktu, jadwal, hari, jam, semua, lagi, catat, nyatat"),
    Sentences(
        "ketinggalan", "info, sesi, acara, panel, pembukaan, kopi, jadwal, cerita, kabar, berita, rombongan"
    ),
    Sentences(
        """
        takut, biar tidak, supaya tidak, agar tidak, jangan sampai, khawatir, keburu, daripada, takutnya
        """,
        """
        telat, terlambat, ketinggalan, salah, salah kostum, saltum, kelewatan, kelewat, kesiangan,
        nyasar, tersesat, malu, ketiduran, salah masuk, salah ruangan, lupa, tutup, tidak kebagian,
        kehabisan, bosan
        """,
    ),
    Sentences(
        "mau, ingin, pengen, pingin, biar bisa, supaya bisa",
        """
        rebahan, rebahan dulu, tidur, tidur dulu, mandi, mandi dulu, istirahat dulu, siap siap, siap
        siap dulu, persiapan, atur waktu, atur jadwal, vc, vc keluarga, video call, telepon rumah,
        telepon istri, telepon anak, telepon keluarga, telepon suami, kabari istri, kabari suami,
        kabari keluarga, lapor pimpinan, lapor ke pimpinan, lapor bos, lapor ke bos, lapor atasan,
        lapor ke atasan, pesan tiket, pesan tiket pulang, beli tiket, beli tiket pulang, booking
        tiket, cari tiket, rebahan di kamar, rebahan dulu di kamar, istirahat di kamar, istirahat
        dulu di kamar, tidur di kamar, ke kamar dulu, balik ke kamar, balik ke kamar dulu, mandi di
        kamar, ganti baju dulu
        """,
    ),
    Sentences(
        "sinyal, sinyalnya, internet, internetnya, koneksi, koneksinya, jaringan, jaringannya",
        """
        jelek, hilang, hilang hilangan, hilang timbul, lemah, putus putus, putus nyambung, payah,
        lelet, lemot, tidak ada, susah, kurang bagus, tidak bagus, tidak stabil, parah, ampun
        """,
        """
        di sini, di kamar, di ballroom, di ruangan, di hotel, lagi, sangat, banget, bgt, sering,
        memang
        """,
    ),
    Sentences(
        "untuk, buat",
        """
        bahan laporan, laporan, notulen, notula, bahan notula, bahan notulen, laporan pimpinan,
        arsip, catatan, bahan laporan kepada pimpinan, bahan laporan ke pimpinan, laporan ke
        pimpinan, laporan kepada pimpinan, lampiran, story, caption, caption ig, undangan, status,
        konten, berita, rilis, laporan kegiatan, bahan rilis, bahan berita
        """,
    ),
    Sentences(
        "undangan, undangannya, surat undangan, surat undangannya, suratnya",
        """
        belum sampai, belum terima, belum dapat, belum saya terima, belum kami terima, belum ada,
        tidak sampai, belum sampai ke meja, ketinggalan, hilang, tidak jelas, belum dibaca, belum
        saya baca, tidak terbaca
        """,
        "saya, kami, juga, ternyata",
    ),
    Sentences(
        """
        kadis, kabid, kaban, kabag, pimpinan, bos, atasan, kepala dinas, kepala badan, sekda,
        sekdis, bupati, wali kota, beliau, bapak, pak kadis, bu kadis, pak bupati
        """,
        """
        sakit, cuti, dinas luar, ada rapat lain, umrah, haji, di luar negeri, di luar kota, ada
        tugas lain, opname
        """,
        "lagi, sedang, kami, saya, mendadak, tiba, masih, dari, kita",
    ),
    Sentences(
        "perlu, apa perlu", "keluar hotel, keluar dari hotel, naik mobil, naik bus, dandan, ganti baju"
    ),
    Sentences(
        "sudah", "tidak sabar, tidak tahan, lama menunggu, nunggu lama, mepet, kemalaman, kepagian, kesorean"
    ),
    Sentences(
        "acaranya, hotelnya, materinya, panelnya, makanannya, sesinya",
        "seru, keren, mantap, bagus, padat, enak",
        "sangat, sudah, memang",
    ),
    Sentences(
        """
        hujan deras, hujan terus, hujan gerimis, lagi hujan, di luar hujan, macet banget, pusing
        lihat jadwal, pusing jadwal, bingung jadwal, bingung saya, saya bingung, maaf saya baru,
        saya orang baru, orang baru, peserta baru, pertama kali ikut, baru pertama kali, baru
        pertama ikut, salah kostum, saltum, gagal paham, kurang paham, kurang jelas, tidak jelas,
        kurang dengar, tidak dengar, tidak kedengaran, tadi tidak dengar, saya tidak tahu, tidak
        tahu, belum tahu, belum jelas, belum paham, dari tadi nunggu, sudah dari tadi, dari tadi,
        daripada bengong, sambil menunggu, sambil nunggu, mumpung sempat, mumpung masih sempat,
        mumpung di sini, mumpung ingat, mumpung lewat
        """,
        "",
    ),
    Sentences(
        "i m, i am, a bit, we are, so",
        """
        starving, hungry, lost, late, running late, stuck in traffic, new here, tired, sleepy, confused,
        stuck
        """,
        "a bit, so, very",
    ),
    Sentences(
        """
        starving, running late, stuck in traffic, just landed, just arrived, just woke up, i overslept,
        overslept, first time here, i have no idea, no idea, i forgot, can t find it, cannot find it,
        bad signal, my stomach is growling, my battery is dying, low on data
        """,
        "",
    ),
)
"""What stands in one of them is no theme, no kind of session and no question word either."""

EXCLAMATIONS = word_set(
    """
    aduh duh waduh aduhai wadaw wadoh yaelah astaga astagfirullah astaghfirullah masyaallah masya
    insyaallah insya allah bismillah subhanallah alamak amboi hadeh haduh hadeuh buset busyet ampun
    anjay anjir njir gila edan gokil cuy coy cuk cok jir ges bestie sob sobat gaess guys juragan
    ndoro bosku bosque suhu sepuh bun cantik ganteng tampan budiman baginda paduka minmin miminku
    adminku kakmin lur dulur sedulur masbro mbakyu kangmas paklik pakdhe budhe eyang mbah neng akang
    ceu mamang mak angku datuk tuk atok opung ompung tulang nantulang amang inang ito eda bere
    amangboru namboru karaeng puang opu caca ungke uti noni cewe paitua maitua mama papa bli mbok
    jero gek jon bray lay sis sista kakk plis pliss plisss tolonglah dung yaw yaa yaah yups lhoo
    loch lahh kek seh sihh nihh hayo hayu hayuk ayok yok yuks heh hoi oi oy woi woy cuss gas gaskeun
    ngab mbois jos sebetulnya sejujurnya btw anyway fyi cmiiw kayanya kayaknya kyknya koq ihh ih
    hiks huhu huft huff hufft hadehh ealah owalah lah sumpah serius seriusan beneran bener banget
    bngt pisan tawwa kodong sallo kwa dang stou sto le lei kote dolo eso toh nah pung ei gandong jak
    lagipula hey anu ehm ehem yakin pula lagian loncat hmmm hmmmm umm emm kisanak suwer mbokne pakne
    pakbos bubos pakketu buketu ketu komendan ndansanak sanak dunsanak bosquu om oom tanteku sayang
    beb cinta
    """
)
"""Said to nobody's information: interjections, and names for the one spoken to."""

FEELINGS = word_set(
    """
    kenyang bosan bosen bete suntuk senang seneng happy semangat panik bingung penasaran kepo males
    malas mager rebahan mandi kesiangan ketiduran tertidur terbangun kelewat kelewatan terlewat
    terlewatkan kejebak terjebak keroncongan sekarat grogi degdegan gugup nervous kaget heran kesal
    sebel jengkel malu kangen rindu excited antusias galau pegal pegel linu lemas lemes loyo
    ngosngosan kecapean kecapekan kelelahan mengantuk dandan siapsiap bengong nganggur gabut
    celingukan muter mutar keliling puter hungry starving thirsty tired sleepy exhausted confused
    overslept nyari bikin mampir kepagian kemalaman kesorean kepepet mepet kelamaan
    """
)
