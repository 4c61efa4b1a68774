"""Words that people use for one another: a topic written with one is found by the others, less surely."""

from __future__ import annotations

from collections.abc import Mapping

_GROUPS = """
pemilu pemilihan coblosan nyoblos pencoblosan elektoral
pilkada pemilukada pilgub pilbup pilwalkot
hoaks hoax bohong disinformasi misinformasi
anggaran budget dana duit pendanaan pembiayaan keuangan penganggaran
kelembagaan lembaga organisasi struktur institusi
kewaspadaan waspada siaga kesiapsiagaan
konflik kerusuhan bentrok bentrokan ribut
kebijakan regulasi peraturan aturan
perencanaan rencana renja perencana
hibah bantuan
anggota komisioner
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
pekerjaan ketenagakerjaan naker
usaha bisnis wirausaha umkm
industri pabrik
perdagangan dagang niaga
investasi investor
ekonomi perekonomian
inflasi harga
pajak retribusi
pendapatan pad penerimaan
aset bmd
audit pemeriksaan diperiksa
evaluasi penilaian
pemantauan monitoring monev memantau pantau
laporan pelaporan melapor
data statistik angka
digital digitalisasi elektronik daring online
aplikasi sistem
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
perbatasan batas
pulau kepulauan
tanah lahan agraria pertanahan
pembangunan infrastruktur
perumahan rumah permukiman
air sanitasi
listrik energi
tambang pertambangan
transportasi perhubungan angkutan
pelabuhan dermaga
bandara airport
kemitraan kolaborasi sinergi koordinasi
masyarakat warga rakyat publik
pemuda remaja
lansia manula
disabilitas difabel inklusi
penduduk kependudukan dukcapil
agama keagamaan kerukunan religi
budaya kebudayaan adat seni
ormas lsm
partai parpol
dprd legislatif dewan parlemen
hukum yuridis legal
keamanan ketertiban kamtibmas
radikalisme terorisme teroris ekstremisme
narkoba narkotika
intelijen intel
ideologi pancasila kebangsaan
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
kuitansi kwitansi nota tagihan
penggantian reimburse diganti klaim
transport transpor transportasi
potret tegak portrait vertikal
melintang mendatar landscape horizontal
jaringan network koneksi
perempuan putri
suami istri pasangan
napas nafas pernapasan
universitas kampus
perusahaan pt
komputer laptop notebook pc
tas ransel
minimal sedikitnya minimum
maksimal paling
kehadiran hadir absensi presensi
surel email
ponsel hp handphone gawai
suara voting vote
pemindaian scan scanning pindai
retensi penyimpanan
pemusnahan musnah memusnahkan
naskah manuskrip
kuno purba lama
preservasi pengawetan pelestarian
restorasi pemugaran perbaikan
tekan pencet
dibawa bawa
diserahkan dikumpulkan disetor setor
sopir pengemudi supir driver
titip dititipkan simpan disimpan
tarif biaya harga ongkos
lift elevator
kanal channel
tautan link
aplikasi app software
memindai scan pindai
ponsel gawai gadget
"""


def _by_word() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for group in map(str.split, _GROUPS.strip().splitlines()):
        for word in group:
            others = (*found.get(word, ()), *(other for other in group if other != word))
            found[word] = tuple(dict.fromkeys(others))
    return found


WEIGHT = 0.7
"""What a synonym counts for, beside the event's own word."""
SYNONYMS: Mapping[str, tuple[str, ...]] = _by_word()
"""Every word of a group to its others."""
