"""What people ask that no agenda and hardly any entry tells, by the way it is asked."""

from __future__ import annotations

from handlers.answers.vocabulary.listing import word_set

BIOGRAPHY = word_set(
    """
    lahir kelahiran umur umurnya usia usianya agama agamanya hobi hobinya alumni alumnus lulusan kuliah
    kuliahnya ijazah skripsi tesis disertasi ipk menikah nikah kawin cerai jomblo lajang duda janda pacar
    pacarnya jodoh gaji gajinya honor honornya honorarium tunjangan kekayaan hartanya suku sukunya marga
    marganya zodiak shio ig ignya instagram fb fbnya facebook tiktok twitter linkedin akun akunnya
    prestasi prestasinya karier karir kariernya pensiun pensiunnya hobby hobbies born married salary
    religion wife husband birthday ultah partai partainya parpol biografi almamater cita citanya kesukaan
    favorit favoritnya
    """
)
"""Of a person."""
LIVING = word_set(
    """
    tinggal menginap nginap nginep bermalam tidur rumah rumahnya domisili praktek praktik berkantor
    kampung live lives staying
    """
)
"""Asked of a person: where he lives or sleeps."""
RELATIONS = word_set(
    """
    atasan bawahan bos suami istri bini anak anaknya ajudan ajudannya sekpri sespri sopir supir driver
    pengemudi pengawal protokol paspampres staf stafnya asisten pendamping pengganti penggantinya penerus
    pendahulu mantan calon adik saudara ipar mertua menantu ayah orangtua sahabat musuh rival pesaing
    tetangga saingan boss wife husband predecessor successor assistant
    """
)
"""Somebody else beside a person named."""
PEOPLE = word_set(
    """
    sopir sopirnya supir supirnya driver pengemudi dokter dokternya perawat perawatnya bidan apoteker
    resepsionis resepsionisnya manajer manager manajernya chef koki juru masak pendeta pastor pastornya
    ustaz ustad imam imamnya khatib muazin satpam satpamnya sekuriti petugas petugasnya bendahara
    bendaharanya notulis mc mcnya penyanyi penyanyinya artis artisnya band penari pemusik pemandu guide
    instruktur instrukturnya pelatih juri jurinya pemilik pemiliknya teknisi operator fotografer kurir
    ketua ketuanya sekretaris sekretarisnya kepala kepalanya direktur direkturnya menteri menterinya
    gubernur gubernurnya bupati bupatinya walikota camat lurah kades kapolres kapolda dandim rektor bosnya
    pimpinan pimpinannya nakhoda kapten kapal pilot guru tukang penjual penjualnya penjaga penjaganya
    pelayan pelayannya
    """
)
"""Whose name is asked for."""
ORIGINS = word_set(
    """
    sejarah sejarahnya riwayat asalusul buatan pabrik produksi produsen merek merk mereknya penemu
    pencipta perancang arsitek pendiri donatur penyumbang sponsor sponsornya sumbangan filosofi
    filosofinya logo logonya pemilik pemiliknya desainer history brand inventor founder architect owner
    dinamai
    """
)
"""Of a thing."""
MATTERS = word_set(
    """
    beda bedanya perbedaan perbedaannya dampak dampaknya manfaat manfaatnya keuntungan kerugian kelebihan
    kekurangan kelemahan syarat syaratnya persyaratan sanksi sanksinya hukuman hukumannya denda dendanya
    pengertian definisi definisinya contoh contohnya rumus rumusnya kriteria penyebab penyebabnya akibat
    akibatnya solusi solusinya kendala kendalanya tantangan pasal pasalnya dasar untungnya ruginya
    pendapat pendapatnya anggarannya targetnya capaian capaiannya besaran besarannya nasib nasibnya alasan
    alasannya benefit benefits impact definition difference requirement requirements penalty fungsinya
    tujuannya kewenangannya wewenangnya
    """
)
"""Of a subject matter: its session speaks of it, the event does not."""
WORLDLY_VERBS = word_set(
    """
    diberlakukan disahkan sahkan cair dicairkan ditransfer terbit diterbitkan ditetapkan dilantik diangkat
    dihapus dihapuskan dibayarkan dinaikkan lulus diresmikan dicabut direvisi dilunasi enacted approved
    abolished
    """
)
"""What happens in the world: of a topic alone no agenda tells when."""
GEOGRAPHY = word_set(
    """
    danau pantai gunung bukit pulau benteng museum pasar mal mall terminal stasiun pelabuhan dermaga
    bandara masjid gereja kampung desa kecamatan kelurahan kabupaten provinsi air terjun curug kebun taman
    goa gua candi keraton istana stadion kampus universitas sekolah puskesmas bioskop alun tugu monumen
    perbatasan kawasan kafe cafe warung lake beach mountain island market border park waterfall palace
    temple polres polsek kodim pom spbu bengkel salon barbershop
    """
)
"""Nouns of places: behind "ke" the one that the entry does not tell is another way."""
COUNTING = word_set("jumlah jumlahnya total totalnya banyaknya")

OWN = word_set(
    """
    meja kursi bangku koper tas nama nilai skor pertanyaan jawaban kamar tiket nomor undangan absen
    absensi kehadiran tugas laporan usulan seat table luggage question score
    """
)
"""Of the asker, which no agenda knows."""
PLACES_OF_OFFICE = word_set(
    """
    kantor dinas instansi kabupaten kota daerah desa kampung kecamatan kelurahan sekolah puskesmas unit
    satker opd tempat rumah provinsi wilayah
    """
)
ERRANDS = word_set(
    """
    bikinkan bikinin buatkan buatin carikan cariin rekamkan rekamin hubungkan sambungkan cucikan cuciin
    bangunkan bangunin pesankan pesenin belikan beliin fotokan fotoin gambarkan hitungkan hitungin
    tuliskan ketikkan kerjakan kerjain bayarin bayarkan panggilkan panggilin ambilkan ambilin antarkan
    anterin tukarin tukarkan matikan matiin nyalakan nyalain bersihkan bersihin perbaiki betulkan
    terjemahkan rangkumkan ringkaskan simpulkan
    """
)
"""Something to be done, not to be told."""
MEETING_HIM = word_set(
    """
    pulang naik makan ketemu bertemu jumpa menemui temui nginap hubungkan sambungkan
    """
)
"""Of a person named, none of which an agenda tells."""

LISTENERS = word_set(
    """
    duduk tidur ketiduran tertidur mengantuk absen bolos membolos terlambat telat kalah menang kencing
    marah diundang mengundang datang memasak masak membersihkan menjaga mendesain membayar baca membaca
    """
)
"""What people do who do not speak."""
SINGLE_OFFICES = word_set(
    """
    menteri gubernur bupati walikota presiden rektor ketua kapolri kapolda panglima
    """
)
"""Of which a body has one."""
REGISTERED = word_set(
    "calon anggota relawan cpns pppk siswa mahasiswa haji umrah merek tanah usaha vaksin vaksinasi kuliah"
)
"""For which one registers elsewhere."""

MEANINGS = word_set(
    """
    arti artinya makna maknanya gambar gambarnya lukisan cerita kisah dongeng dibangun didirikan dibuat
    diciptakan spesifikasi terbuat rasanya enaknya meaning picture built made
    """
)
"""Of a thing that an entry is about."""

QUALITIES = word_set(
    """
    menu menunya lauk lauknya hidangan hidangannya masakan masakannya isi isinya bahan bahannya rasa
    ukuran ukurannya kapasitas kapasitasnya resep model modelnya spesifikasinya size flavour dishes
    """
)
"""Of a thing, where its entry tells none of them."""
PRECEDING = word_set(
    """
    terpilih sebelumnya lama pertama periode berikutnya definitif terdahulu demisioner
    """
)
"""Behind an office: another holder."""
