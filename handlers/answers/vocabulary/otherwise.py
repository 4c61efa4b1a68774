"""Words that a FAQ entry and a question can share, though the question is of something else."""

from __future__ import annotations

from handlers.answers.vocabulary.listing import word_set

DISCUSSED = word_set(
    """
    dibahas membahas bahas ngebahas pembahasan bahasan diulas mengulas ulasan dikupas mengupas kupasan
    didiskusikan mendiskusikan dibicarakan membicarakan diobrolin ngobrolin ngomongin dipelajari disinggung
    menyinggung diperdalam dirundingkan dipaparkan memaparkan discussed discusses deals covered covers
    """
)
"""A session does it with its matter."""
SLIDES = word_set(
    """
    slide slides slidenya ppt pptnya powerpoint paparan paparannya deck handout handouts softcopy
    presentasi presentasinya presentation makalah makalahnya
    """
)
"""What speakers show."""
OF_SLIDES = SLIDES | word_set("materi bahan modul tayang unduh file material materials")
BODIES = word_set(
    """
    badan bina dirjen ditjen direktorat direktur direktoratnya kementerian menteri wamen deputi lembaga
    otoritas balai subdit biro dinas komisi kejaksaan inspektorat pengadilan bidang ombudsman
    """
)
"""With what stands behind them the name of a body or an office: "Bina Keuangan Daerah"."""
OF_SERVICE = word_set(
    "mobil perjalanan surat rumah baju pakaian kendaraan seragam jalan pdh tiket uang biaya kartu"
)
"""The "dinas" behind them is no body."""
BANKS = word_set("indonesia dunia sentral pembangunan world central syariah daerah")
"""A "bank" so called speaks; nobody draws money of it."""
SESSIONS = word_set(
    """
    panel panelnya sesi sesinya komisi komisinya diskusi workshop lokakarya forum talkshow seminar webinar
    session klaster pleno simposium simulasi
    """
)
"""What stands right behind them is their matter."""
LINKS = word_set("tentang soal mengenai seputar terkait perihal about on of regarding bab")
SERIES = word_set("klinik klinik2 kliniknya clinic clinics")
"""A doctor's, or one of several sessions of advice."""
OF_A_DOCTOR = word_set(
    """
    hotel kesehatan sehat gigi umum panitia dokter terdekat dekat buka tutup medis darurat pratama kampus
    kantor 24 jam gratis obat
    """
)
TAKING_PART = word_set("ikut ikutan peserta pengisi masuk pilih memilih milih kelas pindah")
MOVING = word_set(
    """
    kumpul datang hadir masuk keluar bagi ambil terima buka tutup pakai mulai kirim unduh download bawa
    ikut jalan naik turun antre tunggu dapat pergi berangkat kembali balik selesai sedia guna lapor isi
    acara kegiatan malam jadi buat tampil jalan2
    """
)
"""Roots of what is done with many things, and so say nothing of which."""
OFFICES = word_set(
    """
    direktur dirjen menteri wamen deputi gubernur bupati walikota wali wagub wabup sekda sekjen sestama
    sekretaris kepala kadis kabid kaban kabag kabiro kasi kasubdit camat lurah rektor kapolda kapolres
    kapolri panglima danrem dandim ketua inspektur irjen staf stafsus asisten presiden wapres kades
    komisioner hakim jaksa ajudan sespri
    """
)
"""Whose number no committee gives."""
OF_THE_COMMITTEE = word_set("panitia pelaksana penyelenggara sekretariat registrasi acara bidang seksi lo")
PUBLIC = word_set(
    """
    bpjs kis pkh bpnt blt mbg stnk bpkb cpns snbt snbp utbk kip kur haji umrah pilkada pilpres pileg bpn
    kpps thr taspen bansos rastra raskin prakerja toefl zakat qurban kurban tukin lembur
    """
)
"""What the state or faith gives or asks of everybody."""
WORK = word_set(
    """
    bikinin bikinkan bikininlah buatin buatkan buatkanlah tuliskan tulisin nulisin ketikkan ketikin
    kerjakan kerjain ngerjain rangkumkan rangkumin rangkum ringkaskan ringkasin ringkas terjemahkan
    terjemahin translate translatekan susunkan susunin hitungkan hitungin gambarkan gambarin desainkan
    desainin editkan editin simpulkan karangkan konsepkan drafkan summarize summarise draft compose
    """
)
"""Work to be done for the asker."""
DRAFTS = word_set("draft ringkas rangkum")
"""These are nouns too."""
AGREEMENTS = word_set(
    "komitmen kesepakatan deklarasi mou pakta perjanjian nota piagam berita kerjasama agreement"
)
WORKING = word_set(
    "bikin buat tulis menulis ketik mengetik kerjakan susun menyusun rangkum karang konsep write make"
)
ASKING_WORK = word_set("bantu bantuin bantui tolong tolongin minta mohon please help")
OWN_CASES = word_set(
    """
    berkas permohonan pengajuan usulan proposal laporan pengaduan aduan klaim kasus perkara sertipikat
    pendaftaran akta izin perizinan rekomendasi pencairan application case
    """
)
"""Of the asker, under way at some office."""
PERMITS = frozenset(
    ("izin", kind)
    for kind in word_set("usaha edar bangunan lokasi tinggal praktik operasional trayek mendirikan")
)
FUNDS = frozenset(
    (fund, kind)
    for fund in ("dana", "uang", "tunjangan", "bantuan")
    for kind in word_set(
        "bos desa hibah bagi alokasi abadi kelurahan cadangan darurat pilkada lembur pensiun duka kas kinerja"
        " sertifikasi profesi guru sosial pangan tunai"
    )
)
"""Of which nobody tells at a meeting."""
STAGES = word_set("prosesnya progresnya progres proses statusnya status nasibnya tindaklanjutnya progress")
DOING = word_set(
    "sedia siap tanggung bagi beri kasih antar jemput bayar buat bikin urus sewa pesan cetak adakan undang"
)
"""Roots of what the committee does for others."""
CARDS = word_set("kartu nametag id pengenal badge kokarde lanyard tag card")
PASSWORDS = word_set("sandi password passwordnya sandinya kode pin")
KINDS: tuple[frozenset[str], ...] = (
    word_set("saku harian lumpsum lumsum lumsam lumpsam diem dsa allowance pocket stipend representasi"),
    word_set("honor honornya honorarium"),
    word_set("goodie goody goodiebag goodybag kit kitnya"),
)
"""Of what one theme holds together: an entry that says nothing of a kind tells nothing of it."""
