"""Words that people use for one another: a topic written with one is found by the others, a little less surely."""

from __future__ import annotations

from collections.abc import Mapping

_GROUPS = """
pemilu pemilihan coblosan nyoblos pencoblosan pesta_demokrasi elektoral
pilkada pemilukada pilgub pilbup pilwalkot
hoaks hoax bohong disinformasi misinformasi kabar_bohong
anggaran budget dana pendanaan pembiayaan keuangan penganggaran
kelembagaan lembaga organisasi struktur institusi
kewaspadaan waspada siaga kesiapsiagaan
konflik kerusuhan bentrok bentrokan ribut
kebijakan regulasi peraturan aturan
perencanaan rencana renja perencana
hibah bantuan
pegawai aparatur asn pns sdm personel personil karyawan kepegawaian
tugas tupoksi wewenang
pengawasan pengawas mengawasi awasi
bencana musibah gempa banjir longsor
cuaca iklim
laut bahari maritim kelautan samudra
nelayan pelaut
ikan perikanan tangkapan
budidaya tambak keramba
pesisir pantai
wisata pariwisata turisme turis wisatawan
konservasi pelestarian lestari
sampah limbah
lingkungan ekologi
hutan kehutanan
pertanian petani tani sawah
pangan makanan
peternakan ternak hewan
perkebunan kebun
irigasi pengairan
kesehatan sehat kesmas
gizi nutrisi
stunting tengkes kerdil
balita anak bayi
ibu perempuan wanita
hamil bumil kehamilan
imunisasi vaksinasi vaksin
penyakit wabah pandemi
puskesmas faskes
pendidikan sekolah edukasi
universitas kampus perguruan
guru pengajar dosen
pelatihan diklat bimtek training
kemiskinan miskin
pengangguran menganggur
pekerjaan lapangan_kerja ketenagakerjaan tenaga_kerja naker
usaha bisnis wirausaha umkm
industri pabrik
perdagangan dagang niaga
investasi penanaman_modal investor
ekonomi perekonomian
inflasi harga
pajak retribusi
pendapatan pad penerimaan
aset barang_milik bmd
audit pemeriksaan diperiksa
evaluasi penilaian
pemantauan monitoring monev memantau pantau
laporan pelaporan melapor
data statistik angka
digital digitalisasi elektronik daring online
aplikasi sistem app
siber cyber peretasan hacker
sandi kriptografi
arsip dokumen kearsipan
perpustakaan pustaka
pelayanan layanan servis
perizinan izin oss
pengaduan keluhan aduan
transparansi keterbukaan
korupsi gratifikasi suap antikorupsi
integritas kejujuran antikorupsi
netralitas netral
reformasi pembenahan
birokrasi administrasi
desa kampung nagari gampong perdesaan
kota perkotaan
daerah wilayah regional
perbatasan tapal_batas batas
pulau kepulauan
tanah lahan agraria pertanahan
tata_ruang rtrw ruang
pembangunan infrastruktur
jalan jembatan
perumahan rumah permukiman
air sanitasi
listrik energi
tambang pertambangan
transportasi perhubungan angkutan
pelabuhan dermaga
bandara airport
kerja_sama kemitraan kolaborasi sinergi koordinasi
masyarakat warga rakyat publik
pemuda remaja anak_muda generasi_muda
lansia manula
disabilitas difabel inklusi
keluarga rumah_tangga
penduduk kependudukan dukcapil
agama keagamaan kerukunan religi
budaya kebudayaan adat seni
ormas organisasi_kemasyarakatan lsm
partai parpol
dprd legislatif dewan parlemen
hukum yuridis legal
keamanan ketertiban kamtibmas
radikalisme terorisme teroris ekstremisme
narkoba narkotika
intelijen intel
ideologi pancasila kebangsaan wawasan_kebangsaan
media pers wartawan jurnalis
komunikasi kehumasan humas
inovasi terobosan
penghargaan anugerah award apresiasi
strategi siasat
percepatan akselerasi mempercepat
penguatan memperkuat penguat perkuat
peningkatan meningkatkan
penurunan menurunkan turun
pencegahan mencegah cegah preventif
penanggulangan penanganan tangani menangani mengatasi
pengadaan lelang tender
rekomendasi saran usulan
rumusan perumusan kesimpulan
kesepakatan komitmen sepakat ikrar deklarasi
pembacaan dibacakan membaca
target sasaran
capaian pencapaian
tantangan kendala hambatan masalah
kunjungan tinjauan lawatan
keberangkatan berangkat
undian doorprize lotre
hiburan kesenian pentas
tarian tari
musik lagu
makan santap jamuan
senam olahraga
"""


def _by_word() -> Mapping[str, tuple[str, ...]]:
    groups = [[entry.replace("_", " ") for entry in line.split()] for line in _GROUPS.strip().splitlines()]
    found: dict[str, tuple[str, ...]] = {}
    for group in groups:
        for word in group:
            others = tuple(other for other in group if other != word and " " not in other)
            found[word] = tuple(dict.fromkeys((*found.get(word, ()), *others)))
    return found


SYNONYMS: Mapping[str, tuple[str, ...]] = _by_word()
"""Every word of a group to its others."""
