"""Words that say nothing about the question, and words that surely ask for something else."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.answers.vocabulary.circumstances import EXCLAMATIONS, FEELINGS
from handlers.answers.vocabulary.english import ENGLISH_FILLERS, ENGLISH_SOFT
from handlers.answers.vocabulary.listing import products, word_set

SMALLTALK: Mapping[str, str] = {
    "greeting": """
        halo, hallo, hai, hi, hello, helo, hey, hei, hay, pagi, siang, sore, malam, selamat pagi,
        selamat siang, met pagi, met siang, met sore, met malam, selamat sore, selamat malam,
        selamat datang, assalamualaikum, assalamu alaikum, asalamualaikum, aslm, ass wr wb,
        assalamualaikum wr wb, waalaikumsalam, walaikumsalam, salam, warahmatullahi, wabarakatuh,
        warahmatullah, warohmatullahi, wr, wb, salam sejahtera, salam sehat, salam hangat, salam
        hormat, rahayu, salam kenal, salam kenal semua, kenalan dulu, shalom, syalom, om swastiastu,
        namo buddhaya, salam kebajikan, good morning, good afternoon, good evening, good day,
        morning, punten, sampurasun, rampes, kulonuwun, kulo nuwun, sugeng enjing, sugeng siang,
        sugeng sonten, sugeng dalu, sugeng rawuh, sugeng pagi, wilujeng enjing, wilujeng siang,
        wilujeng sonten, wilujeng wengi, wilujeng, rahajeng, rahajeng semeng, horas, mejuah juah,
        yaahowu, tabik pun, tabea, tabe, tabek, sanjuk, salamaik pagi, permisi, excuse me, selamat,
        adil ka talino, hi there, apa kabar, how are you, piye kabare, kumaha damang, aga kareba,
        apa kareba, test, tes, ping, p, cek, hola, sio, hai min, halo min, halo kak, halo admin, hai
        admin, halo panitia, met malem, selamat beraktivitas, selamat berakhir pekan, selamat
        bertugas, selamat pagi semua, selamat berkegiatan, assalamu, assalamualaikum warahmatullahi
        wabarakatuh, aslmkm, askum, samlekum, mikum, kumsalam, waalaikum salam, wassalam,
        wassalamualaikum, ehem, halow, haloo, hallow, hellow, helow, hy, hii, yuhu, yuhuu, spada,
        permios, sugeng ndalu, sugeng ndalu pak, wilujeng sumping, sampurasun kang, tabik, tabea
        samua, salamaik siang, salamaik malam, assalamualaikum dunsanak, apo kaba, ape kabar, ape
        khabar, apa khabar, salam sehat selalu, salam pramuka, salam literasi, merdeka, salam
        pancasila, salam nusantara, salam perjuangan, rahajeng siang, rahajeng wengi, rahajeng rauh,
        om suastiastu, om swasti astu, salam rahayu, ya ahowu, majuah juah, njuah juah, adil
        katalino, bahadoh, salam bahari, jou suba jou, kinaak kinaek, foi moi, nyama braya, good
        evening everyone, good morning everyone, hi everyone, hello everyone, good afternoon
        everyone, greetings, how s it going, hi team, hello team
    """
    + products(
        "good morning, good afternoon, good evening, good day, hi, hello, dear, hey",
        "team, all, everyone, everybody, sir, madam, admin, committee, folks, guys, there",
    ),
    "thanks": """
        terima kasih, makasih, terimakasih, thank you, thank, many thanks, matur nuwun, suwun, matur
        suwun, nuwun, hatur nuhun, nuhun, haturnuhun, tarimo kasih, tarimakasih, tarima kasih,
        danke, dangke, tarima kase, terima kasih banyak, kurru sumange, mauliate, bujur,
        epanggawang, syukron, jazakallah, thank you very much, thank you so much, thanks a lot, so
        much, makasih banyak, sukses, sukses selalu, nuhun pisan, hatur nuhun pisan, suwun sanget,
        matur sembah nuwun, terima kasih sebelumnya, atas perhatiannya, much appreciated, thanks a
        bunch, thanks a million, thanks a ton, thank you kindly, appreciated, cheers, infonya, atas
        infonya, terima kasih infonya, atas bantuannya, terima kasih atas, thank you for, atas
        informasinya, sangat membantu, membantu sekali, berguna sekali, hatur, mtnw, maacih, maaciw,
        makaci, makacih, makaciw, maaciih, tengkyu, tengkiu, tengkyuu, thankyou, thankyu, thnks,
        thank u, tenkyu, trimakasih, trimks, trmks, terimakaci, arigato, arigatou, kamsahamnida,
        gomawo, xiexie, kamsia, syukran, jazakumullah, barakallah, matur tengkyu, tarimo kasih
        banyak, makasih infonya, makasih min, makasih kak, makasih pak, makasih bu, tarima kase
        banyak, terima kasih banyak infonya, sangat terbantu, terbantu sekali, terbantu, bermanfaat,
        matur suksma, suksma, tampi asih, sakalangkong, kaso on, teurimong gaseh, diateitupa, teima
        kasih, dank je, gracias, merci, appreciate it, you are the best, the best, good job, great
        job, well done
    """,
    "acknowledgement": """
        ok, oke, okay, okey, okei, oce, siap, baik, sip, siip, mantap, mantab, keren, noted, good,
        great, nice, paham, mengerti, ngerti, mudeng, jelas, bagus, sae, alhamdulillah, puji tuhan,
        hore, asik, asyik, top, cakep, sudah jelas, iya, ya, yes, yup, yoi, iyo, nggih, inggih,
        muhun, enggih, tidak apa, tidak usah, tidak jadi, got it, understood, roger, wkwk, wkwkwk,
        haha, hahaha, hehe, hihi, hehehe, lol, wow, wah, hmm, hm, oh, ooh, oalah, ohh, begitu,
        perfect, cool, betul, ok siap, siap laksanakan, baiklah, laksanakan, siap komandan, luar
        biasa, sama sama, kembali kasih, tidak, mantul, mantap jiwa, mantab jiwa, josss, jos gandos,
        gaspol, siap ndan, siap pak, siap bu, siap kak, siap gan, copy, copy that, siap 86, 86,
        wilco, oks, okeh, okie, ok deh, oke deh, baik pak, baik bu, baik min, okelah, noted min,
        noted pak, sip deh, sipp, wokeh, wokey, yep, yeah, yess, asiap, asiyap, ashiap, amin,
        aamiin, semangat, lancar, alright, awesome, amazing, fantastic, wonderful, excellent,
        superb, kerenn, canggih, mancap, gercep, fast respon, fast response, rame, ngakak, xixi, wk,
        wkwkk, heheh, hihihi, hahah, awokwok, ckck, ckckck, hebat, hebat sekali, pinter, pintar,
        salut, top markotop, jelas sekali, sudah cukup, cukup, tidak ada, tidak apa apa, nothing,
        never mind, nevermind, no problem, rapopo, ora popo, dimengerti, dipahami, siap dimengerti,
        dimaklumi, rancak, rancak bana, mantap bana, elok bana, sae pisan, alus pisan, saé pisan,
        apik tenan, sip tenan, jos tenan, bagus sekali, bagus banget, mantap sekali, mantap banget,
        mantap kali, keren kali, keren banget, keren sekali, teu nanaon, ndak apa, indak baa, nda
        apa, meluncur, siap meluncur, otw gan, gas meluncur
    """,
    "farewell": """
        sampai jumpa, bye, dadah, selamat tinggal, selamat jalan, see you, goodbye, good
        bye, good night, selamat tidur, selamat istirahat, sampai ketemu, sampai bertemu, da
        da, sampai nanti, pamit, sampai jumpa lagi, undur diri, dadah min, sampai jumpa
        besok, sampai ketemu besok, sampai besok, see you tomorrow, see u, see ya, good
        night all, nite, met bobo, met tidur, met istirahat, selamat beristirahat, mangga,
        monggo, pamit dulu, pamit undur diri, kula pamit, dag, daag, dah dulu ya, sampai
        jumpa di lokasi, hati hati di jalan, salam untuk keluarga
    """,
    "apology": """
        maaf, sorry, mohon maaf, maaf mengganggu, maaf ganggu, mohon maaf mengganggu, maaf
        merepotkan, sorry to bother, maaf ya, sori, apologies, punten pisan, nyuwun sewu, ngapunten,
        nuwun sewu, hapunten, hampura, ngampura, maap, maap ya, maapin, maafkan, mohon maap, sorry
        ya, sorry min, maaf baru balas, maaf baru baca, maaf telat balas, maaf slow respon, maaf
        banyak tanya, maaf nanya terus, maaf bertanya lagi, maaf mengganggu waktunya, mengganggu
        waktunya, mengganggu waktu, menyita waktunya, menyita waktu, mohon maaf mengganggu waktunya,
        mohon maaf menyita waktunya, menyita waktunya sebentar, minta waktunya, minta waktunya
        sebentar, mohon maaf sebelumnya, maaf sebelumnya, sebelumnya maaf, sebelumnya mohon maaf,
        mohon maklum, harap maklum, maklum, pardon, my apologies, apologies for, sorry for the
        trouble, sorry for asking, nuwun pangapunten, nyuwun pangapunten, pangapunten, tabe di, aweu
        maaf, hampura kang, hapunten pisan, ampura, nawegang, meuah, maaf lahir batin, maaf menyita
        waktu, maaf kepo
    """,
    "identity": """
        kamu siapa, anda siapa, ini siapa, siapa kamu, siapa anda, who are you, kamu bot, ini bot,
        kamu robot, bot apa, kamu manusia, are you a bot, are you human, nama kamu, siapa namamu,
        namamu siapa, apa kamu manusia, bisa apa saja, what can you do, kamu bisa apa, apakah kamu
        robot, apakah ini bot, bisa bantu apa, help, bantuan, bot atau orang, bot atau manusia,
        orang atau bot, robot atau orang, manusia atau bot, manusia atau robot, robot atau manusia,
        ini manusia, ini robot, kamu orang, kamu ini bot, kamu ini siapa, ini admin atau bot, bot
        atau admin, apakah anda bot, apakah anda manusia, bot ya, robot ya, bisa apa, fungsimu apa,
        kemampuanmu apa
    """,
}

FILLERS = (
    EXCLAMATIONS
    | ENGLISH_FILLERS
    | word_set(
        """
    a ada adakah adalah adanya agar ah akan aku alias and anda antara apakah are as asal at atas
    atau ayo bagi bang banget banyak bapa bapak bapaknya baru be been begini belum beliau benar
    berada beri berkenan bgt biar bisa bisakah boleh bolehkah bot bro bu buat bukankah bukannya by
    bunda buk can cari catat cepat cik coba could cukup da daeng dalam dan dapat dari daripada
    dengan deh demikian di dia did diberi diadakan dilaksanakan dilakukan dimaksud diminta do does
    dok dong donk duh e eh em emang for from gan get give go gus haduh hadir hanya hari harap has
    hasil2 have hendak he her him his hubungi i ibu ibunya ijin ikut ikuti in info informasi infonya
    ingin ini is it itu izin jadi jadinya jalan jangan jeng jika jugak juga ka kah kaka kakak kak
    kalau kalian kami kamu kan kang karena kasih kata ke kepada kembali kemudian ketika kira kirim
    kirimkan kirimin kita kok ku kurang lae lagi lah lalu langsung lanjut lha lho lihat liat loh lo
    lupa maka maksud maksudnya mana mas masih masing mau mba mbak me mengadakan mengapa mengenai
    mengetahui menanyakan menuju menurut merupakan mereka mesti min mimin admin minta mintak minta2
    mo mohon monggo my namanya nama nah nanya nanyain need ngikut ngikutin ni nih nya of oh oleh om
    on one2 or our pada pak paling para pengen pengin perlu pernah permisi please pun punya rasanya
    rek rupanya sa saat sahaja saja sama sambil sampai sangat saya se sebagai sebelumnya sebenarnya
    sebentar sebutkan seharusnya sekali sekalian sekedar sekiranya selalu selain seperti serta
    setiap show sih silakan siapapun soalnya still sudah sudahkah supaya tadi tahu tau tanya tapi
    tell tempat tentu terima terimakasih terhormat terkait tersebut tersedia tertulis that the their
    them then there they this those tidak to tolong toh tu tuan tuh ucapkan ulang untuk us up uda
    uni very want wah walaupun waktu was we well were will with would ya yang yaitu yo you your yth
    yuk iya nggih inggih kabari kasi kasihtahu beritahu share bagikan bertanya pertanyaan question
    ask like know dimohon sebelum2 ia am an also any available being but if into its just let long
    may must no off only other out should so some than too use per via pihak segenap bersama kiranya
    apabila bilamana berhubung sehubungan perkenankan perkenalkan yg bapak2 ibu2 saudara rekan kawan
    teman temans guys gaes bos boss ndan komandan kakanda ananda adinda ses abang bund nyonya nona
    tante oom pakde bude mister mr mrs ms sir madam ma maam dear hello untk benarkah kasitau
    diberitahu menginformasikan dibantu bantu membantu bantuannya info2 mengikuti kegiatannya
    apalagi dimulainya masuk nunggu tunggu menunggu cek ngecek mengecek konfirmasi memastikan
    pastikan dipastikan pasti kenapa soale lek cak ning kangmas dab jal tho ki mi ji mo2 pi kira2
    gitu begitu gini mungkin barangkali semoga moga kepingin oo o ke2 sebut disebutkan sebutin
    dikasihtau infoin infokan diinfokan kabarin dikabari kasitahu nge nggak ga dah de dek adik euy
    atuh mah teh teteh aa kumaha kunaon bah pang wal cil kakawanan lai jua bung usi nyong ale katong
    banya sanak ajo diak bana awak ambo denai wak ndak kitong sapa2 dolo dulu duluan sanget
    pisan nian deui diteruskan fwd forwarded hehe kula kulo inyong njih ipun ngapunten punten tulung
    tulungin tulong
    """
    )
)

BACKGROUND = FEELINGS | word_set(
    """
    cara ketentuan aturan batas requirement requirements rules tahun year panitia hotel sekretariat
    ruang ruangan hall aula semua pakai dipakai digunakan dekat terdekat sini situ sana sekitar
    nearest nearby here acara agenda kegiatan rakor rapat koordinasi rakornas rakortek rakernas
    raker forum pertemuan meeting event peserta participant participants panitia2 undangan tamu
    delegasi utusan perwakilan rombongan gedung lapar laper haus capek cape lelah ngantuk telat
    terlambat late arrival nyasar tersesat bingung lost tiba datang sampai arrive arrived barusan
    berangkat pergi otw ot jalanan pulang perut kelaparan ketinggalan tertinggal siap bersiap nunggu
    duduk berdiri lihat nonton mendengar dengar dengarnya dibilang bilang katanya penting urgent
    buru segera cepetan mendesak keburu dadakan diselenggarakan pelaksanaan penyelenggaraan
    dijadwalkan terjadwal digelar berlangsung berjalan jalan diadakan held hold take place happen
    happening scheduled join attend attending hadiri menghadiri dihadiri wajib gabung bergabung
    ngumpul kumpul berkumpul konek nyambung connect utama pertama2 rangkaian urutan giliran session
    sesi sesinya bagian sekarang berikut resmi official termasuk kantor dinas badan provinsi
    kabupaten kota daerah instansi pemerintah pemda pemprov pemkab pemkot kementerian lembaga bidang
    seksi subbag staf pegawai asn wilayah nasional indonesia pusat jawaban jawab respon balas reply
    happens room rooms venue
    """
)
"""Said around a question without changing what it asks."""

SOFT = ENGLISH_SOFT | word_set(
    """
    keluar masuk proses prosesnya pindah ketemu bertemu temui menemui jumpa langsung maksimal minimal
    paling khusus umum lengkap rinci dirinci detail list daftar daftarnya catat mencatat nyatat lupa
    ingat ambil mengambil diambil pengambilan bawa membawa dibawa antar mengantar diantar titip
    menitip nitip ikut turut perdana kali kaliini edisi versi simak menyimak mendarat landing take off
    berangkat keberangkatan tiba pulang balik kembali naik turun lewat sampai menyusul nyusul menyusun
    menyesuaikan sesuaikan atur mengatur urus mengurus ngurus dilayani melayani layani layanan terima
    menerima diterima dapat mendapat mendapatkan peroleh memperoleh punya memiliki kasih memberi
    diberi memberikan kirim mengirim dikirim dikirimkan tukar pasang memasang sambung menyambung
    nyambung hubung menghubungi buka bukanya tutup tutupnya siapkan menyiapkan disiapkan persiapan
    pegang simpan menyimpan taruh naruh letak terletak berada berdiri duduk tunggu menunggu nunggu
    cari mencari nyari temukan menemukan lihat melihat nonton menonton dengar mendengar baca membaca
    tulis menulis mengisi bilang katanya dengarnya cerita kabar berita info kabarnya arahan arah
    petunjuk penting urgent mendesak lambat cepat bagus baik indah baru lama dekat terdekat resmi
    secara formal pejabat pimpinan pemimpin atasan bos buah bawahan staf rekan teman kawan bapaknya
    ibunya ajudan rombongan tim anggota orang orangnya laki perempuan warga kata kalimat tanda garis
    huruf angka nama namanya sebutan istilah singkatan kepanjangan arti artinya maksud maksudnya beda
    bedanya sama samakah berkali ulang ulangi kesini kesana kemari sini sana situ bareng bersama
    barengan sendiri sendirian gabung bergabung akhir akhirnya awal awalnya tengah ujung mula cara
    gesek menggesek going gonna supposed sekaligus bersamaan berbarengan simultan eselon delegate
    uses caranya gimana kenapa sebab alasan soalnya karena krn supaya agar biar sehingga maka jadi
    jadinya
    barang barangnya hal perkara urusan perlu butuh kebutuhan harus wajib boleh bisa mampu sanggup
    siap sedia tersedia ada tiada bukan belum sudah telah akan hendak mau ingin pengen kepengen suka
    senang sayang takut khawatir bingung ragu pasti yakin tentu mungkin kayaknya sepertinya kira
    barangkali lagi sedang masih tetap selalu sering kadang jarang pernah langka coba mencoba cobalah
    usaha tugas dinas pengganti gantinya wakil wakilnya perwakilan hormat hormati kehormatan
    ucap ucapkan diucapkan perkenan perkenannya berkenan kesediaan kesempatan perhatian kerjasama
    demikian sekian atas bawah depan belakang samping kiri kanan seberang sekitar dalam luar wib wita
    wit diselingi selingan selang sela selama lamanya sepanjang sementara sejak semenjak hingga biji
    lembar get got getting receive received obtain find found see look looking want wanted need needed
    bring taking come coming arrive arriving leave leaving stay staying sit use using give giving help
    helping let letting know understand tell told say said join joining attend attending ask asking
    possible available anyone someone anything something everything thing things people person sir
    madam kindly just only really also again still already yet ever here there around near nearby
    inside outside same different full new my your our his her their its me us them one ones way first
    last main next other another any some diteruskan teruskan forwarded forward fwd wa grup grupwa
                duluan menit detik tanya nyampe kumpul ngumpul dibuka ditutup total dihuni menghuni pas
        ditampilkan redaksi akademisi mengundang
    diundang ngundang
        menghadirkan dihadirkan draf drafnya draft konsepnya kelompoknya dibagi membagi dibagikan membagikan
    bagikan
    terbagi soon close open ready gathering numpuk menumpuk tumpuk include included including includes
    see seen during while require required requires kali khas kupon voucher resto called serve served
    serves kolega sejawat colleague colleagues someone sepupu ponakan hajat gawe hajatan konversi
    convert converted dikonversi konversikan jadikan gathering kumpulan pilihan pilih memilih dipilih
    opsi jaga berjaga menjaga tenaga petugas bangun kebangun terbangun semalam tunjuk ditunjuk setor
    menyetor disetor setorkan bukti diserahkan menyerahkan serahkan penyerahan batasnya bertempat
    sekadar sebentar dihitung terhitung minimum maximum stage wakili mewakili represent represents
    diisi mengisinya masuknya sah valid network intended share sedikit telanjur terlanjur kebetulan
    rasanya perasaan jelas kejelasan tepat tepatnya persis persisnya pas sesuai dari saking memang
    ternyata padahal malah justru cukup kurang lebih own prof dr drs dra ir drg pesawat lapor melapor
    lapornya panggil memanggil katolik kristen protestan muslim hindu buddha somewhere cair cairnya
    dicairkan reach ransel fit tanpa without cuma hanya sekali put fast pencet tekan tombol kumpulkan
    dikumpulkan dikumpulin ngumpulin masalah dipinjami pinjami sehari setengah pesan memesan dipesan
    """
)
"""Everyday words: beside a topic they rarely change what is asked."""

FOREIGN = word_set(
    """
    pin token kode ringkas ringkaskan rangkum rangkumkan simpulkan buatkan terjemahkan pesankan
    carikan hitungkan setuju sahkan pelantikan dilantik menu lauk masakan masak hidangan makanan
    minuman minum food drink nasi vegetarian halal harga price cost biaya tarif bayar dibayar pay paid
    fee gratis free ongkos gaji salary honor honorarium uang saku tunjangan insentif transport2
    reimburse refund rupiah dolar dollar kurs tukar cuaca weather hujan rain suhu panas dingin gempa
    banjir tsunami gelombang2 skor score bola pertandingan pemenang winner juara menang won win kalah
    hasil result results kesimpulan simpulan keputusan putusan notulen notula notulensi ringkasan
    rangkuman summary risalah minutes jumlah umur usia age alamat email surel wa telepon phone
    instagram ig facebook tiktok twitter akun agama istri suami anak jodoh hobi lahir married recipe
    resep pantun puisi lagu nyanyi nyanyian lelucon joke cerita dongeng translate hitung kalkulator
    presiden president terbang penerbangan flight tiket ticket taksi taxi gojek grab ojek rental sewa
    parkir parking bensin kolam renang pool swimming gym spa sauna pijat karaoke bar minimarket
    indomaret alfamart atm bank apotek pharmacy klinik dokter doctor obat medicine laundry setrika
    cuci rokok merokok smoking smoke oleh2 souvenir souvenirs suvenir cenderamata mal mall wisata
    pantai beach toko pasar belanja shop sarapan breakfast toilet wc restroom bathroom lift charger
    colokan kabel printer print cetak mencetak fotokopi proyektor mikrofon doorprize hadiah undian
    lomba warna color colour merek ukuran kuota kapasitas kursi mejanya batal dibatalkan ditunda
    diundur cancelled canceled postponed artis penyanyi band mc bintang hiburan penari notulis notaris
    penerjemah sekretaris2 ketua rapel nomor nomornya number plat penanya pertanyaannya jawabannya
    nilai skornya ranking peringkat target realisasi persen persentase disetujui ditetapkan
    dialokasikan dianggarkan alokasi serapan jual menjual order booking bawa2 tukarkan pekerjaan
    jabatan pangkat golongan nip nik npwp rekening pajak lowongan cpns pppk mutasi kenapa2 tv youtube
    berita gosip ramalan zodiak pacar cinta dimarahi dipecat korupsi ditangkap meninggal sakit
    rumahnya rumah gajinya bonus thr isi antarkan ambilkan belikan panggilkan bangunkan bukakan
    jemputkan rekaman rekam video recording harganya tarifnya menunya komplain keluhan mengeluh rusak
    bocor kotor bau berisik mogok macet pecah perpanjang extend upgrade say tempuh jarak kilometer km
    perjalanan ditempuh ganti mengganti menukar ditukar status kondisi salah hangus ditolak gagal
    error tertukar robek beli membeli buy bayarkan sampaikan daftarkan gantikan perbaiki betulkan
    uruskan sambungkan hubungkan pendapat opini komentar tanggapan built
    """
)
"""Asks for what an agenda does not hold, unless the event's own words say otherwise."""

OFFICES = word_set(
    """
    sekretaris bendahara notulis notulen notaris operator penerjemah pewara mc pembawa fotografer
    dirigen juri pemenang penerima pelapor koordinator sponsor penyanyi dalang interpreter secretary
    treasurer emcee resepsionis satpam
    """
)
"""What somebody may be at a meeting without speaking there."""

ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "money": word_set("bayar dibayar membayar gratis biaya pay paid free fee"),
    "price": word_set("harga tarif ongkos price cost rp rupiah"),
    "phone": word_set("hp telepon phone wa nomor number kontak ponsel pesawat hotline ekstensi call"),
    "share": word_set("persen persentase percent minimal sedikitnya"),
    "sale": word_set("beli membeli buy"),
    "mail": word_set("email surel"),
    "address": word_set("alamat address jalan"),
}
"""Words that ask for an attribute: an answer that tells it explains them."""
